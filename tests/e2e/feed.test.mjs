// <article-feed>: the same cards, one after the other, under the name of the feed.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { fixture, gate, project, shared } from './harness.mjs';
import { article, feed, longArticle } from './stories.mjs';

const t = fixture();
const sample = shared && join(shared, 'samples/native/reference-article.json');
const absent = !(sample && existsSync(sample)) && 'skipped: reference-article.json is not at hand (ARTICLE_CARD_SHARED names its folder)';
const open = async (src, attributes = '') => {
  await t.open(`<article-feed src="${src}" ${attributes}></article-feed>`);
  await t.drawn('article-feed');
};
const seen = () => t.inside('article-feed', (root) => {
  const section = root.querySelector('[part=feed]');
  return {
    root: section.localName,
    title: root.querySelector('[part=feed-title]')?.textContent,
    name: root.getElementById(section.getAttribute('aria-labelledby'))?.textContent,
    items: [...root.querySelectorAll('[part=items] > article[part~=card][part~=item]')].map((item) =>
      item.querySelector('[part=headline]')?.textContent ?? null),
  };
});

test('the feed of the reference article: its name, its item without a headline', { skip: absent }, async () => {
  const json = JSON.parse(readFileSync(sample, 'utf8'));
  t.route('/reference.json', { json });
  await open('/reference.json');
  assert.deepEqual(await seen(), { root: 'section', title: 'News Feed', name: 'News Feed', items: [null] });
  const item = await t.part('article-feed', 'item');
  const [{ text }] = json.feed.items[0].body;
  const name = await item.getAccessibleName();
  assert.ok(name.length > 20 && text.startsWith(name.replace(/…$/, '').trim()), `the item is heard as “${name}”`);
  assert.equal(await item.getAriaRole(), 'article');
  assert.equal(await t.inside('article-feed', (root) => root.querySelector('[part=body]').textContent), text);
  const links = await t.inside('article-feed', (root) => [...root.querySelectorAll('a')].map((a) => a.href));
  assert.ok(links.includes(json.feed.url) && links.includes(json.feed.items[0].url), 'the feed and its item lead to their pages');
});

test('a feed of eight stories: each a card with its own parts', async () => {
  const json = JSON.parse(readFileSync(join(project, 'www/stories/feed.json'), 'utf8'));
  await open('/stories/feed.json', 'base="/" page-size="20"');
  assert.deepEqual(await seen(), {
    root: 'section', title: json.title, name: json.title, items: json.items.map((item) => item.headline),
  });
  const load = await t.event('article-card:load');
  assert.deepEqual([load.target, load.detail.truncated, load.detail.warnings], ['article-feed', false, []]);
  const parts = await t.parts('article-feed');
  assert.deepEqual([parts.item, parts.feed, parts.items, parts.access], [8, 1, 1, 1]);
  assert.equal(parts.section, json.items.filter((item) => item.section).length);
  assert.equal(parts.source, 2, 'the publisher is named once, for all; the item without a headline has its own link');
});

test('items have headings one level below the feed’s title', async () => {
  const levels = () => t.inside('article-feed', (root) =>
    ['[part=feed-title]', '[part=headline]'].map((css) => [...new Set([...root.querySelectorAll(css)].map((e) => e.localName))].join()));
  await open('/stories/feed.json', 'base="/"');
  assert.deepEqual(await levels(), ['h2', 'h3']);
  await t.run(() => document.querySelector('article-feed').setAttribute('heading-level', '4'));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('h4[part=feed-title]'));
  assert.deepEqual(await levels(), ['h4', 'h5']);
});

test('headings never go below the sixth level', async () => {
  t.route('/deep.json', { json: feed([article({ bodyText: undefined, body: [{ type: 'heading', level: 4, text: 'Deep' }, { type: 'paragraph', text: 'Text.' }] })]) });
  await open('/deep.json', 'heading-level="6"');
  assert.deepEqual(await t.inside('article-feed', (root) => [...root.querySelectorAll('h1,h2,h3,h4,h5,h6,h7')].map((e) => e.localName)), ['h6', 'h6', 'h6']);
});

test('the pictures of a feed are lazy', async () => {
  await open('/stories/feed.json', 'base="/"');
  const loading = await t.inside('article-feed', (root) => [...root.querySelectorAll('img')].map((image) => image.loading));
  assert.ok(loading.length >= 5);
  assert.deepEqual([...new Set(loading)], ['lazy']);
});

test('an article that has no feed is a feed of one', async () => {
  await open('/stories/minimal.json');
  assert.deepEqual((await seen()).items, ['Footbridge over the mill race reopens']);
});

test('a bad item is left out with a warning that names it; the others show', async () => {
  t.route('/bad-item.json', { json: feed([{ headline: 'One' }, { headline: 7 }, { id: 'empty' }, { headline: 'Four' }, 'five']) });
  await open('/bad-item.json');
  assert.deepEqual((await seen()).items, ['One', 'Four']);
  const { warnings } = (await t.event('article-card:load')).detail;
  assert.deepEqual(warnings.map((warning) => warning.path), ['items[1].headline', 'items[2]', 'items[4]']);
});

test('a feed of 300 items shows 200 and says that it was cut', async () => {
  t.route('/many.json', { json: feed(Array.from({ length: 300 }, (_, at) => ({ headline: `Item ${at}` }))) });
  await open('/many.json', 'page-size="1000"');
  assert.equal((await seen()).items.length, 200);
  assert.equal((await t.event('article-card:load')).detail.truncated, true);
});

test('items fold one by one, and the feed has no expanded state of its own', async () => {
  t.route('/two.json', { json: feed([longArticle({ headline: 'One', id: '1' }), longArticle({ headline: 'Two', id: '2' })]) });
  await open('/two.json');
  await t.run(() => addEventListener('article-card:toggle', (event) => {
    window.toggled = event.composedPath().find((node) => node.part?.contains('item')).querySelector('[part=headline]').textContent;
  }));
  const states = () => t.inside('article-feed', (root) => [...root.querySelectorAll('[part=toggle]')].map((e) => e.getAttribute('aria-expanded')));
  assert.deepEqual(await states(), ['false', 'false']);
  await t.click('article-feed', 'toggle', 1);
  assert.deepEqual(await states(), ['false', 'true']);
  assert.equal(await t.run(() => document.querySelector('article-feed').hasAttribute('expanded')), false);
  const [event] = await t.log('article-card:toggle');
  assert.deepEqual([event.target, event.detail, await t.run(() => window.toggled)], ['article-feed', { expanded: true, cause: 'user' }, 'Two']);
  const ids = await t.inside('article-feed', (root) => [...root.querySelectorAll('[id]')].map((e) => e.id));
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
  const rests = await t.inside('article-feed', (root) => [...root.querySelectorAll('[part=rest]')].map((e) => e.getBoundingClientRect().height > 100));
  assert.deepEqual(rests, [false, true]);
});

test('a whole feed is walked by keyboard in reading order', async () => {
  t.route('/links.json', { json: feed([{ headline: 'One', url: 'https://publisher.example/1' }, { headline: 'Two', url: 'https://publisher.example/2' }]) });
  await open('/links.json');
  const stops = [];
  for (let at = 0; at < 2; at++) {
    await t.press(Key.TAB);
    stops.push(await t.inside('article-feed', (root) => root.activeElement?.textContent));
  }
  assert.deepEqual(stops, ['One', 'Two']);
});

const fallbacks = {
  link: '<a href="/all">All stories</a>',
  list: '<ul><li><a href="/one">One</a></li><li><a href="/two">Two</a></li></ul>',
  paragraph: '<p><a href="/all">All stories</a></p>',
};
/** What is seen of the fallback, and in its place. */
const seenOf = (css) => t.run((css) => {
  const host = document.querySelector(css);
  const visible = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  return {
    links: [...host.querySelectorAll('a')].filter(visible).map((link) => link.textContent),
    said: [...host.shadowRoot.querySelectorAll('p, button')].filter(visible).map((element) => element.innerText.trim()).join(),
  };
}, css);

for (const [name, fallback] of Object.entries(fallbacks)) {
  test(`a fallback that is a ${name} is seen until the feed is drawn, and comes back when it cannot be`, async () => {
    const hold = gate();
    t.route('/late.json', { json: feed([{ headline: 'One' }]), hold: hold.promise });
    t.route('/none.json', { status: 404 });
    await t.open(`<article-feed src="/late.json" loading="eager">${fallback}</article-feed>`);
    await t.until(() => document.querySelector('article-feed').getAttribute('aria-busy') === 'true');
    const links = fallback.match(/(?<=">)[^<]+/g);
    assert.deepEqual((await seenOf('article-feed')).links, links);
    hold.open();
    await t.drawn('article-feed');
    assert.deepEqual((await seenOf('article-feed')).links, []);
    await t.run(() => { document.querySelector('article-feed').setAttribute('src', '/none.json'); });
    await t.event('article-card:error');
    assert.deepEqual(await seenOf('article-feed'), { links, said: 'Try again,Try again' });
  });
}

test('a feed in a paragraph of a CMS keeps its fallback, a link or several', async () => {
  t.route('/none.json', { status: 404 });
  await t.open('<p><article-feed src="/none.json" loading="eager"><a href="/one">One</a><br><a href="/two">Two</a></article-feed></p>');
  await t.event('article-card:error');
  assert.deepEqual((await seenOf('p > article-feed')).links, ['One', 'Two']);
});

test('an empty feed is no failure: the page’s own fallback stays', async () => {
  for (const [at, [name, fallback]] of Object.entries(fallbacks).entries()) {
    t.route(`/empty-${at}.json`, { json: feed([], { title: 'News' }) });
    await t.open(`<article-feed src="/empty-${at}.json" loading="eager">${fallback}</article-feed>`);
    const { detail } = await t.event('article-card:load');
    assert.deepEqual(detail, { format: 'native', truncated: false, warnings: [], empty: true });
    assert.deepEqual(await seenOf('article-feed'), { links: fallback.match(/(?<=">)[^<]+/g), said: '' }, name);
    assert.deepEqual([await t.log('article-card:error'), await t.run(() => document.querySelector('article-feed').hasAttribute('aria-busy'))], [[], false]);
  }
});

for (const [said, language, attributes] of [
  ['No stories at the moment.', 'en', ''], ['Наразі матеріалів немає.', 'uk', ''], ['Nichts da.', 'en', `labels='{"noStories": "Nichts da."}'`],
]) {
  test(`an empty feed without a fallback says so: ${said}`, async () => {
    t.route('/empty.json', { json: feed([]) });
    await t.open(`<article-feed src="/empty.json" loading="eager" ${attributes}> <!-- nothing --> </article-feed>`, { lang: language });
    await t.event('article-card:load');
    await t.until((said) => document.querySelector('article-feed').shadowRoot.querySelector('p')?.innerText.trim() === said, said);
  });
}

test('a feed whose stories cannot be shown is as good as empty, and says why they cannot', async () => {
  t.route('/bad.json', { json: { schema: 'article-feed/1', items: [{ headline: 7 }, {}] } });
  await t.open('<article-feed src="/bad.json" loading="eager"><a href="/all">All stories</a></article-feed>');
  const { detail } = await t.event('article-card:load');
  assert.deepEqual([detail.empty, detail.warnings.map(({ path }) => path)], [true, ['items[0].headline', 'items[1]']]);
  assert.deepEqual(await seenOf('article-feed'), { links: ['All stories'], said: '' });
});

test('an empty list of another format, and of the page itself, is empty too', async () => {
  const lists = { json: [], ghost: { posts: [], meta: {} }, feed: { version: 'https://jsonfeed.org/version/1.1', title: 'News', items: [] } };
  await t.open(Object.keys(lists).map((id) => `<article-feed id="${id}" loading="eager"></article-feed>`).join(''));
  await t.run((lists) => { for (const [id, data] of Object.entries(lists)) document.querySelector(`#${id}`).data = data; }, lists);
  for (const at of [0, 1, 2]) assert.equal((await t.event('article-card:load', at)).detail.empty, true);
});

test('an empty feed that goes on elsewhere has its button', async () => {
  t.route('/first.json', { json: feed([], { more: { url: '/second.json' } }) });
  t.route('/second.json', { json: feed([{ headline: 'One' }]) });
  await open('/first.json');
  assert.deepEqual((await seen()).items, []);
  await t.click('article-feed', 'more');
  await t.event('article-feed:more');
  assert.deepEqual((await seen()).items, ['One']);
});
