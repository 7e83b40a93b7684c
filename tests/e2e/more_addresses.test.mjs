// Where the further pages of a feed come from: addresses, documents without one, what is a page, where it ends.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { feeds, item, items, names } from './feeds.mjs';
import { article, feed, inScript } from './stories.mjs';

const t = fixture();
const { serve, open, shown, more, way } = feeds(t);

test('further pages are found from where the feed came from in the end, and asked for without cookies', async () => {
  const folder = serve([], items(6, 7));
  t.route('/feeds/moved.json', { status: 302, headers: { location: `${folder}1.json` } });
  t.route(`${folder}1.json`, { json: feed(items(1, 5), { more: { url: '2.json' } }) });
  const before = t.server.requests.length;
  await open('/feeds/moved.json', '', ['<script>document.cookie = "who=me; path=/"</script>', '']);
  await more();
  assert.deepEqual(await shown(), names(1, 7));
  const cookies = (path) => t.server.requests.slice(before).filter((request) => request.path === path).map((request) => request.headers.cookie);
  await t.run(() => fetch('/stories/minimal.json').then((answer) => answer.ok));
  assert.deepEqual(cookies('/stories/minimal.json'), ['who=me'], 'there is a cookie that could be sent');
  assert.deepEqual(cookies(`${folder}2.json`), [undefined]);
});

test('article-feed:more goes up through the page’s own shadow roots', async () => {
  const folder = serve(items(1, 6));
  await t.open(`<section><template shadowrootmode="open"><article-feed loading="eager" src="${folder}1.json"></article-feed></template></section>`);
  await t.run(() => addEventListener('article-feed:more', ({ target, bubbles, composed, detail }) => {
    window.told = [target.localName, bubbles, composed, Object.keys(detail).sort().join(), detail.shown, detail.total];
  }));
  await t.until(() => document.querySelector('section').shadowRoot.querySelector('article-feed').shadowRoot.querySelector('[part=more]'));
  await t.run(() => document.querySelector('section').shadowRoot.querySelector('article-feed').shadowRoot.querySelector('[part=more]').click());
  assert.deepEqual(await t.until(() => window.told), ['section', true, true, 'shown,total,warnings', 6, 6]);
});

test('a document without an address of its own: data, inline JSON, an article that brings its feed', async () => {
  const folder = serve([], items(6, 7));
  const json = feed(items(1, 5), { more: { url: t.url(`${folder}2.json`) } });
  const inline = (value) => `<article-feed><script type="application/json">${inScript(value)}</script></article-feed>`;
  for (const document of [json, article({ url: 'https://publisher.example/outer', feed: { ...json, schema: undefined } })]) {
    await t.open(inline(document));
    await t.drawn();
    await more();
    assert.deepEqual(await shown(), names(1, 7));
  }
  await t.open(`<article-feed base="${folder}"></article-feed>`);
  await t.run((data) => { document.querySelector('article-feed').data = data; }, { ...json, more: { url: '2.json' } });
  await t.drawn();
  await more();
  assert.deepEqual(await shown(), names(1, 7));
});

test('a single article is a page of one, and one that brings a feed is a page of that', async () => {
  const folder = serve(items(1, 5), { json: article({ headline: 'Outer', feed: { items: [item(6)], more: { url: '3.json' } } }) }, { json: article(item(7)) });
  await open(`${folder}1.json`);
  await more();
  await more();
  assert.deepEqual([await shown(), (await way()).button], [names(1, 7), null]);
});

test('a story is the same by its id, else by its address, over all pages', async () => {
  const { url } = item(9);
  const folder = serve(items(1, 5), [item(3, { headline: 'Same id', url }), { headline: 'Same address', url: item(4).url }, item(6, { url: item(1).url })], [{ headline: 'Address of page two', url: item(1).url }, { headline: 'Nothing to go by' }, { headline: 'Nothing to go by' }]);
  await open(`${folder}1.json`);
  await more();
  await more();
  assert.deepEqual(await shown(), [...names(1, 6), 'Nothing to go by', 'Nothing to go by']);
});

for (const [name, last] of [['to itself', '3.json'], ['to the one before', '2.json'], ['to the first', '1.json'], ['to a place in itself', '3.json#more'], ['to a place in the first', '1.json#more']]) {
  test(`a third page that leads ${name} is the last one, and nothing is asked for twice`, async () => {
    const folder = serve(items(1, 2), items(3, 4), { json: feed(items(5, 6), { more: { url: last } }) });
    await open(`${folder}1.json`);
    await more();
    await more();
    if (await t.part('article-feed', 'more')) await more();
    assert.deepEqual([await shown(), await t.part('article-feed', 'more')], [names(1, 6), null]);
    assert.deepEqual([1, 2, 3].map((n) => t.server.count(`${folder}${n}.json`)), [1, 1, 1]);
  });
}

test('pages of another origin, where it allows that', async () => {
  const allowed = { headers: { 'access-control-allow-origin': '*' } };
  const folder = serve(items(1, 5), { json: feed(items(6, 7), { more: { url: '3.json' } }), ...allowed }, { json: feed(items(8, 8)), ...allowed });
  t.route(`${folder}1.json`, { json: feed(items(1, 5), { more: { url: t.url(`${folder}2.json`, { origin: 'other' }) } }) });
  await open(`${folder}1.json`);
  await more();
  await more();
  assert.deepEqual([await shown(), (await way()).button], [names(1, 8), null]);
});

for (const url of ['javascript:alert(1)', 'data:application/json,[]', 'file:///feed.json', '//']) {
  test(`more.url ${url}: no way on, whatever is said of it; what is there is shown to its end`, async () => {
    const folder = serve({ json: feed(items(1, 6), { more: { url } }) });
    await open(`${folder}1.json`);
    assert.deepEqual((await t.event('article-card:load')).detail.warnings.map((warning) => warning.path), ['more.url']);
    const before = t.server.requests.length;
    await more();
    assert.deepEqual([await shown(), (await way()).button, t.server.requests.length - before], [names(1, 6), null, 0]);
  });
}

test('a refused address in a further page ends the feed with a warning, and hides none of its stories', async () => {
  const folder = serve(items(1, 5), { json: feed(items(6, 7), { more: { url: 'javascript:alert(1)' } }) });
  await open(`${folder}1.json`);
  const { warnings } = await more();
  assert.deepEqual([warnings.map((warning) => warning.path), await shown(), (await way()).button], [['more.url'], names(1, 7), null]);
});
