// What publishers have already: every format is drawn in the browser as it is natively (tests/formats.rs has the details).

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const CORS = { 'access-control-allow-origin': '*' };
const loads = async () => (await t.log('article-card:load')).map(({ detail }) => detail.format);
const failures = async () => (await t.log('article-card:error')).map(({ detail }) => detail);

const wordpress = (id, headline) => ({
  id, link: `https://news.example/${id}`, date_gmt: '2026-01-31T09:30:00', status: 'publish',
  title: { rendered: headline }, excerpt: { rendered: '' }, content: { rendered: '<p>It sails at noon.</p>' },
  _embedded: { author: [{ name: 'Ana Lind' }] },
});

/** Documents of each format that say the same. */
const DOCUMENTS = {
  native: article({ headline: 'Ferry returns', authors: [{ name: 'Ana Lind' }] }),
  'json-feed': {
    version: 'https://jsonfeed.org/version/1.1', title: 'News',
    items: [{ id: '1', title: 'Ferry returns', content_html: '<p>It sails at noon.</p>', authors: [{ name: 'Ana Lind' }] }],
  },
  activitystreams: {
    '@context': 'https://www.w3.org/ns/activitystreams', type: 'Article', id: 'https://news.example/1', name: 'Ferry returns',
    content: '<p>It sails at noon.</p>', attributedTo: { type: 'Person', name: 'Ana Lind' },
  },
  'json-ld': {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'NewsArticle', headline: 'Ferry returns', articleBody: 'It sails at noon.', author: { '@id': '#ana' } },
      { '@type': 'Person', '@id': '#ana', name: 'Ana Lind' },
    ],
  },
  wordpress: wordpress(1, 'Ferry returns'),
  ghost: { posts: [{ id: '1', slug: 'ferry', title: 'Ferry returns', html: '<p>It sails at noon.</p>', authors: [{ name: 'Ana Lind' }] }] },
  ans: {
    _id: '1', type: 'story', headlines: { basic: 'Ferry returns' }, credits: { by: [{ type: 'author', name: 'Ana Lind' }] },
    content_elements: [{ type: 'text', content: 'It sails at noon.' }],
  },
  ninjs: {
    uri: 'https://news.example/1', versionCreated: '2026-01-31T09:30:00+02:00', headlines: [{ role: 'main', value: 'Ferry returns' }],
    bodies: [{ contentType: 'text/html', value: '<p>It sails at noon.</p>' }], by: 'Ana Lind',
  },
  'apple-news': {
    title: 'Ferry returns', metadata: { authors: ['Ana Lind'] },
    components: [{ role: 'title', text: 'Ferry returns' }, { role: 'body', text: 'It sails at noon.' }],
  },
  oembed: {
    version: '1.0', type: 'link', title: 'Ferry returns', url: 'https://news.example/1', author_name: 'Ana Lind',
    html: '<blockquote>It sails at noon.</blockquote>',
  },
  generic: { data: { title: 'Ferry returns', url: 'https://news.example/1', author: 'Ana Lind', body_html: '<p>It sails at noon.</p>' } },
  rss: `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><item>
    <title>Ferry returns</title><dc:creator>Ana Lind</dc:creator><description>&lt;p&gt;It sails at noon.</description></item></channel></rss>`,
  atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Ferry returns</title>
    <author><name>Ana Lind</name></author><content type="html"><![CDATA[<p>It sails at noon.</p>]]></content></entry></feed>`,
};

test('a card comes out of every format', async () => {
  const names = Object.keys(DOCUMENTS);
  for (const name of names) {
    const json = DOCUMENTS[name];
    // Types and names of files say nothing: content decides.
    t.route(`/formats/${name}`, { type: 'text/plain', body: typeof json === 'string' ? json : JSON.stringify(json) });
  }
  await t.open(names.map((name) => `<article-card id="${name}" loading="eager" src="/formats/${name}"></article-card>`).join(''));
  for (const name of names) {
    await t.drawn(`#${name}`);
    assert.equal(await t.text(`#${name}`, 'headline'), 'Ferry returns', name);
    if (name === 'native') continue;
    assert.match(await t.inside(`#${name}`, (root) => root.textContent), /It sails at noon\./, name);
    assert.match(await t.inside(`#${name}`, (root) => root.textContent), /Ana Lind/, name);
  }
  assert.deepEqual((await loads()).sort(), names.sort());
});

test('a list is a feed, and item picks one of it', async () => {
  t.route('/posts.json', { json: [wordpress(11, 'First'), { ...wordpress(12, 'Draft'), status: 'draft' }, wordpress(13, 'Second')] });
  await t.open(`<article-feed src="/posts.json"></article-feed><article-card id="one" item="1" src="/posts.json"></article-card>
    <article-card id="two" item="11" src="/posts.json"></article-card>`);
  for (const element of ['article-feed', '#one', '#two']) await t.drawn(element);
  const headlines = await t.inside('article-feed', (root) => [...root.querySelectorAll('[part=headline]')].map((line) => line.textContent));
  assert.deepEqual(headlines, ['First', 'Second'], 'a draft is left out');
  assert.equal(await t.text('#one', 'headline'), 'Second');
  assert.equal(await t.text('#two', 'headline'), 'First');
});

test('the ld+json of the page itself needs no request: by its id, or as a child', async () => {
  const script = (id, headline) => `<script id="${id}" type="application/ld+json">${inScript({ ...DOCUMENTS['json-ld']['@graph'][0],
    '@context': 'http://schema.org/', author: 'Ana Lind', headline })}</script>`;
  await t.open(`${script('story', 'By its id')}<article-card id="a" src="#story"></article-card>
    <article-card id="b">${script('x', 'As a child')}</article-card>`);
  await t.drawn('#a');
  await t.drawn('#b');
  assert.equal(await t.text('#a', 'headline'), 'By its id');
  assert.equal(await t.text('#b', 'headline'), 'As a child');
  assert.deepEqual(await loads(), ['json-ld', 'json-ld']);
});

const page = `<!doctype html><html><head><title>Story</title>
  <script type="application/ld+json">{"@context": "https://schema.org", "@type": "WebSite", "name": "News"}</script>
  <script type="application/ld+json">${inScript(DOCUMENTS['json-ld'])}</script></head><body><h1>Ferry returns</h1></body></html>`;

/** Opens a page and gives what its card complains of; the page's own link stays. */
async function failure(html, options) {
  await t.open(html.replace('</article-card>', '<a href="/story">The story</a></article-card>'), options);
  const { detail } = await t.event('article-card:error');
  assert.ok(await t.run(() => document.querySelector('article-card a').getBoundingClientRect().height > 0), 'the link is there');
  return detail;
}

test('a web page of the own origin gives the card of its ld+json, one of another origin says what it is', async () => {
  t.route('/story.html', { type: 'text/html', body: page, headers: CORS });
  await t.open('<article-card src="/story.html"></article-card>');
  await t.drawn();
  assert.equal(await t.text('article-card', 'headline'), 'Ferry returns');
  const { reason, message } = await failure(`<article-card src="${t.url('/story.html', { origin: 'other' })}"></article-card>`);
  assert.equal(reason, 'json');
  assert.match(message, /points at a web page, not JSON/);
});

test('what its publisher holds back is not shown', async () => {
  const story = { ...DOCUMENTS.ninjs, embargoedUntil: new Date(Date.now() + 3_600_000).toISOString() };
  t.route('/later.json', { json: story });
  t.route('/now.json', { json: { ...story, embargoedUntil: new Date(Date.now() - 60_000).toISOString() } });
  assert.equal((await failure('<article-card src="/later.json"></article-card>')).reason, 'withheld');
  await t.open('<article-card src="/now.json"></article-card>');
  await t.drawn();
});

test('broken JSON of a page is mended with a warning; what cannot be mended names its line', async () => {
  const broken = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry returns",\n "description": "Two\nlines", }';
  t.route('/broken.json', { body: broken });
  t.route('/lost.json', { body: broken.replace('"@type"', "'@type'") });
  await t.open('<article-card src="/broken.json"></article-card>');
  const { detail } = await t.event('article-card:load');
  assert.equal(await t.text('article-card', 'headline'), 'Ferry returns');
  assert.match(detail.warnings[0].message, /^this is not quite JSON/);
  const { reason, path } = await failure('<article-card src="/lost.json"></article-card>');
  assert.deepEqual([reason, path], ['json', 'line 1, column 36']);
});

test('map names the fields of an unknown shape, and changing it draws anew', async () => {
  t.route('/other.json', { json: { response: { results: [
    { webTitle: 'First', webUrl: 'https://news.example/1', fields: { 'a/b': 'Ana Lind' } }, { webTitle: 'Second', webUrl: 'https://news.example/2' },
  ] } } });
  const map = (headline) => JSON.stringify({ items: '/response/results', headline, url: '/webUrl', authors: '/fields/a~1b' });
  await t.open(`<article-card src="/other.json" map='${map('/webTitle')}'></article-card>`);
  await t.drawn();
  assert.equal(await t.text('article-card', 'headline'), 'First');
  assert.match(await t.inside('article-card', (root) => root.textContent), /Ana Lind/);
  await t.run((changed) => document.querySelector('article-card').setAttribute('map', changed), map('/webUrl'));
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('[part=headline]')?.textContent === 'https://news.example/1');
});

test('a map that is no JSON, and an unknown shape without one, say so', async () => {
  t.route('/shape.json', { json: { webTitle: 'First' } });
  const unknown = await failure('<article-card src="/shape.json"></article-card>');
  assert.equal(unknown.reason, 'format');
  assert.match(unknown.message, /^expected article-card\/1, JSON Feed, WordPress.* or a map of its fields, found an object with the keys webTitle$/);
  const bad = await failure('<article-card map="{webTitle}" src="/shape.json"></article-card>');
  assert.deepEqual([bad.reason, bad.path], ['json', 'map line 1, column 2']);
});

test('the core build draws native documents and JSON Feed, and says what it does not read', async () => {
  const script = '/dist/article-card.core.js';
  for (const name of ['native', 'json-feed', 'ghost']) t.route(`/core/${name}`, { json: DOCUMENTS[name] });
  await t.open('<article-card id="a" src="/core/native"></article-card><article-card id="b" src="/core/json-feed"></article-card>', { script });
  await t.drawn('#a');
  await t.drawn('#b');
  assert.deepEqual((await loads()).sort(), ['json-feed', 'native']);
  const { reason, message } = await failure('<article-card src="/core/ghost"></article-card>', { script });
  assert.equal(reason, 'format');
  assert.match(message, /found an object with the keys posts$/);
});
