// Documents for the tests: as small as the point they make.

/** An article; `own` replaces or adds fields. */
export const article = (own = {}) => ({
  schema: 'article-card/1',
  language: 'en',
  headline: 'A headline',
  bodyText: 'First paragraph.\n\nSecond paragraph.',
  ...own,
});

const sentence = (n) => `Paragraph ${n} of a story that goes on for long enough to fold, because nobody hides what is short.`;

/** Twelve paragraphs: long enough to fold. */
export const longBody = Array.from({ length: 12 }, (_, at) => ({ type: 'paragraph', text: sentence(at + 1) }));

/** An article whose body folds, with links to land on before, inside and after the fold. */
export const longArticle = (own = {}) => {
  const { bodyText, ...rest } = article({
    url: 'https://publisher.example/long',
    body: [...longBody, { type: 'embed', url: 'https://maps.example/chart', title: 'A link in the folded part' }],
    publisher: { name: 'The Publisher', url: 'https://publisher.example/' },
    ...own,
  });
  return rest;
};

export const feed = (items, own = {}) => ({ schema: 'article-feed/1', language: 'en', title: 'A feed', items, ...own });

/** JSON that may stand in an HTML script element. */
export const inScript = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');
