// From a payload to the documents that carry it: as a whole body, in every field, broken out of attributes, and in the
// words of another format.

import { foreign } from './foreign.mjs';
import { generated } from './generated.mjs';

/** A feed of one article with something in every field; each call makes a new one. */
export function feed(article = {}) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Feed',
    home_page_url: 'https://pub.example/',
    feed_url: 'https://pub.example/feed.json',
    items: [{
      id: '1', url: 'https://pub.example/a/1', title: 'Title', summary: 'Summary', content_html: '<p>Body</p>',
      image: 'https://img.example/hero.jpg', date_published: '2026-01-02T03:04:05Z', language: 'en',
      authors: [{ name: 'Author', url: 'https://pub.example/u', avatar: 'https://img.example/av.png' }],
      tags: ['tag'],
      attachments: [{ url: 'https://media.example/a.mp3', mime_type: 'audio/mpeg', title: 'Episode' }],
      ...article,
    }],
  };
}

/** What every page is tried with first: it must draw, and the harness must see it. */
export const harmless = { slot: 'harmless', shown: 'Body', bodies: 1, wellFormed: true, json: () => JSON.stringify(feed()) };

/**
 * The documents of one payload: `{ slot, json, … }`. `json` makes the text when it is needed: some are megabytes.
 *
 *   shown       text that must not get lost
 *   bodies      how many bodies must be seen
 *   wellFormed  a feed, whatever is in it: it must be drawn
 *   untracked   nothing may be asked of the payload's hosts
 *   alone       too large, or too special, to be looked at together with others
 */
export function documentsOf(payload) {
  const { kind, p, json, gen } = payload;
  if (kind === 'json-gen') return [{ slot: 'generated', alone: true, json: () => generated(gen) }];
  const text = kind === 'json' ? json : p;
  const documents = carrying(text, payload);
  if (reachable(text) === text) return documents;
  // Names reserved for tests are refused for their names; the same has to hold for names that anyone could own.
  return documents.concat(carrying(reachable(text), payload).map((document) => ({ ...document, slot: `${document.slot}, reachable` })));
}

const reachable = (text) => text.replace(/\b([a-z0-9-]+)\.(?:test|invalid)\b/gi, '$1.example');

function carrying(p, { id, kind, expect }) {
  if (kind === 'json') return [{ slot: 'json', json: () => p }];
  // A text this long makes the document too large where it stands in every field: refusing that is right.
  const large = p.length > 100_000;
  const traits = {
    shown: expect?.textIncludes, untracked: expect?.noRequest, wellFormed: !large, alone: large || expect !== undefined,
  };
  const documents = [];
  const add = (slot, make) => documents.push({ slot, ...traits, json: () => JSON.stringify(make()) });
  if (kind !== 'text') add('html', () => feed({ content_html: p }));
  add('fields', () => everyField(p, kind));
  add('blocks', () => everyBlock(p));
  if (!large) documents.push({ ...foreign(p, id), untracked: traits.untracked, alone: traits.alone });
  if (['attr', 'js', 'url'].includes(kind)) add('unquoted', () => feed({ content_html: outsideOfQuotes(p) }));
  return documents;
}

/** A film that has a button for its player. */
const film = 'https://www.youtube.com/embed/abcdefghijk';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** JSON Feed with the payload in every text and every address, and in every attribute, well escaped. */
function everyField(p, kind) {
  const document = feed({
    title: p, summary: p, external_url: p, image: p, banner_image: p, date_published: p, language: p, id: p, tags: [p, p],
    authors: [{ name: p, url: p, avatar: p }],
    attachments: [{ url: p, mime_type: p, title: p }],
    content_html: inAttributes(escaped(p)),
  });
  // Text payloads need an address to resolve against; the others try to be one.
  if (kind !== 'text') document.items[0].url = p;
  return { ...document, title: p, description: p, home_page_url: p, icon: p };
}

const inAttributes = (q) =>
  `<p title="${q}" lang="${q}" dir="${q}"><a href="${q}" title="${q}" hreflang="${q}">l</a>` +
  `<img src="${q}" alt="${q}" width="${q}" srcset="${q}" sizes="${q}"><q cite="${q}">q</q><time datetime="${q}">t</time>` +
  `<iframe src="${q}"></iframe></p><ol start="${q}" type="${q}" reversed="${q}"><li value="${q}">i</ol>` +
  `<table><th abbr="${q}" scope="${q}">h<td colspan="${q}" rowspan="${q}">c</table>` +
  `<details open="${q}" name="${q}"><summary>s</summary></details>` +
  `<iframe src="${film}" title="${q}"></iframe><iframe src="https://www.youtube.com/embed/${q}"></iframe>`;

const outsideOfQuotes = (p) =>
  `<p title="${p}">a</p><p title='${p}'>b</p><a href=${p}>c</a><img src="https://img.example/i.png" alt="${p}">` +
  `<style>${p}</style><!--${p}-->${p}`;

/** `article-card/1` with the payload in every field that takes text, an address or HTML. */
function everyBlock(p) {
  const image = { url: p, alt: p, caption: p, credit: p, srcset: [{ url: p, width: 400 }] };
  const picture = { ...image, url: 'https://img.example/i.png' };
  const teaser = { url: 'https://pub.example/t', headline: p, excerpt: p, image, section: { name: p, url: p }, datePublished: p };
  const media = { url: p, provider: p, title: p, text: p, caption: p };
  return {
    schema: 'article-card/1', id: p, url: p, language: p, headline: p, summary: p, datePublished: p, dateModified: p,
    access: p, section: { name: p, url: p }, image, tags: [p], labels: { showMore: p, relatedHeading: p, table: p },
    publisher: { name: p, url: p, logo: image }, corrections: [{ date: p, text: p }],
    authors: [{ name: p, url: p, avatar: image, role: p, bio: p }],
    related: [teaser, { ...teaser, url: p }],
    feed: { url: p, title: p, items: [{ headline: p, url: p }], more: { label: p, url: p } },
    body: [
      { type: 'paragraph', text: p }, { type: 'paragraph', html: p }, { type: 'heading', level: 2, html: p },
      { type: 'quote', style: 'pull', text: p, cite: p, url: p }, { type: 'quote', html: p },
      { type: 'list', ordered: true, items: [p, { html: p, items: [{ text: p }] }] },
      { type: 'image', image: picture, link: p, layout: p }, { type: 'gallery', images: [picture, image], caption: p },
      { type: 'video', ...media }, { type: 'audio', ...media }, { type: 'embed', ...media },
      { type: 'embed', ...media, url: 'https://pub.example/e' }, { type: 'video', ...media, url: film },
      { type: 'table', caption: p, head: [[p]], rows: [[{ html: p, align: p, header: true }, { text: p }]] },
      { type: 'code', text: p }, { type: 'related', items: [teaser] },
      { type: 'aside', title: p, blocks: [{ type: 'html', html: p }] },
      { type: p, text: p, html: p, fallback: { type: 'html', html: p } },
    ],
  };
}
