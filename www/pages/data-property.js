const story = (headline) => ({
  schema: 'article-card/1',
  language: 'en',
  url: 'https://harbour-post.example/culture/late-opening',
  section: 'Culture',
  headline,
  datePublished: '2026-11-18T10:00:00+02:00',
  bodyText: 'Quiet study on the upper floor.\n\nSoup on the lower one.',
  publisher: { name: 'The Harbour Post' },
});

const card = (id) => document.getElementById(id);

// Set while the element is still unknown: an ordinary property, which the element replays once it is defined.
card('early').data = story('Set before the element was defined');

await import('/dist/article-card.js');
await customElements.whenDefined('article-card');
card('object').data = story('Town library to stay open until midnight');
card('string').data = JSON.stringify(story('The same library, given as a string'));
