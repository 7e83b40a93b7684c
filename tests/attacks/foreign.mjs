// The payload in the words of other publishers' software: each payload in one of these, in turn.

const graph = (p) => ({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'NewsArticle', '@id': p, url: p, headline: p, description: p, articleBody: `<p>${p}</p>`, articleSection: p,
      datePublished: p, inLanguage: p, keywords: p, timeRequired: p, isAccessibleForFree: p,
      image: { url: p, width: p, caption: p, creditText: p }, author: { '@id': '#a' }, publisher: { name: p, url: p, logo: p },
      liveBlogUpdate: [{ headline: p, articleBody: p, image: p }], correction: { text: p } },
    { '@id': '#a', '@type': 'Person', name: p, url: p, image: p, jobTitle: p, description: p },
  ],
});
const post = (p) => ({
  id: p, link: p, date_gmt: p, title: { rendered: p }, excerpt: { rendered: p }, content: { rendered: p },
  yoast_head_json: { og_site_name: p, og_locale: p, twitter_misc: { a: `${p} minutes` } },
  'jetpack-related-posts': [{ url: p, title: p, excerpt: p, img: { src: p } }],
  _embedded: {
    author: [{ name: p, link: p, description: p, avatar_urls: { 96: p } }],
    'wp:featuredmedia': [{ source_url: p, alt_text: p, caption: { rendered: p }, media_details: { sizes: { a: { source_url: p, width: 9 } } } }],
    'wp:term': [[{ taxonomy: 'category', name: p, slug: p, link: p }, { taxonomy: 'post_tag', name: p }]],
  },
});
const ghost = (p) => ({
  posts: [{ slug: p, id: p, url: p, title: p, html: p, custom_excerpt: p, feature_image: p, feature_image_alt: p, feature_image_caption: p,
    primary_tag: { name: p, url: p }, tags: [{ name: p }], authors: [{ name: p, url: p, bio: p, profile_image: p }] }],
});
const ans = (p) => ({
  _id: p, website_url: p, headlines: { basic: p }, subheadlines: { basic: p }, label: { basic: { text: p } }, display_date: p,
  promo_items: { basic: { type: 'image', url: p, caption: p, credits: { by: [{ name: p }] } } },
  credits: { by: [{ type: 'author', name: p, url: p, bio: p, image: { url: p } }] }, taxonomy: { tags: [{ text: p }] },
  related_content: { basic: [{ website_url: p, headlines: { basic: p } }] },
  content_elements: [
    { type: 'text', content: p }, { type: 'raw_html', content: p }, { type: 'header', content: p, level: p }, { type: 'image', url: p, caption: p },
    { type: 'quote', content_elements: [{ type: 'text', content: p }], citation: { content: p } }, { type: 'code', content: p },
    { type: 'list', items: [{ content: p }] }, { type: 'table', header: [{ content: p }], rows: [[{ content: p }, p]] },
    { type: 'interstitial_link', url: p, content: p }, { type: 'video', canonical_url: p, headlines: { basic: p } },
    { type: 'oembed_response', raw_oembed: { url: p, html: p, title: p, provider_name: p } }, { type: 'correction', text: p },
  ],
});
const ninjs = (p) => ({
  uri: p, versioncreated: p, headline: p, description_text: p, body_html: p, byline: p, language: p, subject: [{ name: p }],
  associations: { featuremedia: { type: 'picture', headline: p, description_text: p, renditions: { original: { href: p, width: 9 } } } },
});
const fediverse = (p) => ({
  '@context': 'https://www.w3.org/ns/activitystreams', type: 'Article', id: p, url: p, name: p, content: p, summary: p, published: p,
  attributedTo: { name: p, url: p, icon: { url: p } }, attachment: [{ type: 'Image', url: p, name: p }], tag: [{ type: 'Hashtag', name: p }],
});
const appleNews = (p) => ({
  title: p, metadata: { canonicalURL: p, excerpt: p, thumbnailURL: p, authors: [p] }, language: p,
  components: [{ role: 'body', text: p }, { role: 'body', format: 'html', text: p }, { role: 'photo', URL: p, caption: p },
    { role: 'quote', text: p }, { role: 'video', URL: p }, { role: 'tweet', URL: p }],
});
const oembed = (p) => ({ version: '1.0', type: 'rich', title: p, url: p, html: p, author_name: p, author_url: p, provider_name: p, thumbnail_url: p });
const unknown = (p) => ({ data: [{ title: p, url: p, description: p, body_html: p, image: p, author: p, date: p }] });

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
// Characters that XML cannot carry change nothing here: our reader takes them.
const rss = (p) => {
  const [text, raw] = [escaped(p), `<![CDATA[${p}]]>`];
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${raw}</title><link>${text}</link><item><title>${text}</title>
    <link>${text}</link><guid>${text}</guid><dc:creator>${raw}</dc:creator><pubDate>${text}</pubDate><description>${raw}</description>
    <content:encoded>${text}</content:encoded><category>${raw}</category><media:content medium="image" url="${text}">
    <media:description>${text}</media:description></media:content><enclosure type="audio/mpeg" url="${text}"/></item></channel></rss>`;
};
const atom = (p) => {
  const text = escaped(p);
  return `<feed xml:lang="${text}"><title type="html">${text}</title><link href="${text}"/><entry><id>${text}</id><title type="xhtml">${p}</title>
    <link rel="alternate" href="${text}"/><author><name>${text}</name><uri>${text}</uri></author><updated>${text}</updated>
    <summary>${text}</summary><content type="html">${text}</content><category term="${text}"/></entry></feed>`;
};
const webPage = (p) => `<!doctype html><title>${p}</title><script type="application/ld+json">${JSON.stringify(graph(p)).replaceAll('<', '\\u003c')}</script>${p}`;

const json = (make) => (p) => JSON.stringify(make(p));
const FORMATS = [
  ...[graph, post, ghost, ans, ninjs, fediverse, appleNews, oembed, unknown].map((make) => [make.name, json(make)]),
  ['rss', rss], ['atom', atom], ['web page', webPage],
];

/** A document with the payload `p`, in the format whose turn it is for payloads of this id. */
export function foreign(p, id) {
  const number = [...id].reduce((sum, c) => sum + c.codePointAt(0), 0);
  const [slot, make] = FORMATS[number % FORMATS.length];
  return { slot, json: () => make(p) };
}
