// "Show more" of a feed: steps, pages, what the reader hears and where the focus goes.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { engine, fixture, gate } from './harness.mjs';
import { feed, longArticle } from './stories.mjs';

const t = fixture();
const items = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => ({ id: `${from + at}`, headline: `Item ${from + at}`, url: `https://publisher.example/${from + at}` }));
const open = async (json, attributes = '', around = ['', '']) => {
  t.route('/feed.json', { json });
  await t.open(`${around[0]}<article-feed src="/feed.json" loading="eager" ${attributes}><a href="/all">All stories</a></article-feed>${around[1]}`);
  await t.drawn('article-feed');
};
const shown = (css = 'article-feed') => t.inside(css, (root) => [...root.querySelectorAll('[part~=item]')].map((item) => item.querySelector('[part=headline]')?.textContent ?? '—'));
const numbers = (from, to) => items(from, to).map((item) => item.headline);
const press = () => t.click('article-feed', 'more');
const count = async (many) => t.until((many) => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]').length === many, many);
const button = () => t.part('article-feed', 'more');
/** What is said to those who hear the page; and whether it is seen. */
const said = (text) => t.until((text) => document.querySelector('article-feed').shadowRoot.querySelector('[part=status]')?.textContent === text, text);
const focused = () => t.inside('article-feed', (root) => root.activeElement?.textContent ?? null);

for (const [attributes, first] of [['', 5], ['page-size="2"', 2], ['page-size=" 3 "', 3], ['page-size="0"', 5], ['page-size=""', 5], ['page-size="many"', 5], ['page-size="8"', 8], ['page-size="100"', 8]]) {
  test(`${attributes || 'without page-size'}: ${first} of eight at first`, async () => {
    await open(feed(items(1, 8)), attributes);
    assert.deepEqual(await shown(), numbers(1, first));
    assert.equal((await button()) === null, first === 8);
  });
}

test('each press shows one step more, the last one what is left, and then the button is gone', async () => {
  await open(feed(items(1, 8)), 'page-size="3"');
  await t.run(() => { window.first = document.querySelector('article-feed').shadowRoot.querySelector('[part~=item]'); });
  await press();
  await count(6);
  await said('3 more stories');
  await press();
  await count(8);
  await said('2 more stories');
  assert.deepEqual(await shown(), numbers(1, 8));
  assert.equal(await button(), null);
  const log = await t.log('article-feed:more');
  assert.deepEqual(log.map((entry) => entry.detail), [{ shown: 6, total: 8, warnings: [] }, { shown: 8, total: 8, warnings: [] }]);
  assert.ok(await t.run(() => window.first === document.querySelector('article-feed').shadowRoot.querySelector('[part~=item]')), 'what was there stays');
});

test('the last story of all is announced as one', async () => {
  await open(feed(items(1, 6)));
  await press();
  await said('1 more story');
});

test('the status is there before it says anything, is polite, and is not seen', async () => {
  await open(feed(items(1, 8)));
  const status = await t.part('article-feed', 'status');
  assert.equal(await status.getAriaRole(), 'status');
  assert.equal(await status.getText(), '');
  await press();
  await said('3 more stories');
  assert.ok(await t.run((e) => e.getBoundingClientRect().width < 2 || getComputedStyle(e).clipPath !== 'none', status));
});

test('the focus goes to the first new headline', async () => {
  await open(feed(items(1, 8)));
  await press();
  await count(8);
  assert.equal(await focused(), 'Item 6');
  assert.equal(await t.focused(), 'headline-link');
});

for (const [name, item, part] of [
  ['without an address: to its heading', { headline: 'No address' }, 'headline'],
  ['without a headline: to the story', { bodyText: 'Only text.' }, 'card item'],
]) {
  test(`the first new story is ${name}`, async () => {
    await open(feed([...items(1, 5), item]));
    await press();
    await count(6);
    assert.equal(await t.focused(), part);
  });
}

for (const [name, key] of [['Enter', Key.ENTER], ['Space', Key.SPACE]]) {
  test(`by keyboard alone: ${name}, and on with Tab`, async () => {
    await open(feed(items(1, 8)), 'page-size="2"');
    await t.press(Key.TAB, Key.TAB, Key.TAB);
    assert.equal(await t.focused(), 'more');
    await t.press(key);
    await count(4);
    assert.equal(await focused(), 'Item 3');
    await t.press(Key.TAB, Key.TAB);
    assert.equal(await t.focused(), 'more');
  });
}

test('the button has a name: what it does, and of which feed', async () => {
  await open(feed(items(1, 8), { title: 'The news', more: { label: 'Older stories' } }));
  const element = await button();
  assert.equal(await element.getAriaRole(), 'button');
  assert.match(await element.getAccessibleName(), /^Older stories ?: The news$/);
});

test('words are the host’s', async () => {
  await open(feed(items(1, 8)), `page-size="3" labels='{"showMore": "Weitere", "moreStories": "{count} weitere Artikel"}'`);
  assert.match(await (await button()).getText(), /^Weitere/);
  await press();
  await said('3 weitere Artikel');
});

test('open stories stay open, and ids stay unique', async () => {
  await open(feed(Array.from({ length: 6 }, (_, at) => longArticle({ headline: `Long ${at}`, id: `${at}`, url: undefined }))), 'page-size="3"');
  await t.click('article-feed', 'toggle', 1);
  await press();
  await count(6);
  const seen = await t.inside('article-feed', (root) => {
    const ids = [...root.querySelectorAll('[id]')].map((element) => element.id);
    const named = [...root.querySelectorAll('[aria-controls], [aria-labelledby]')].map((element) => element.getAttribute('aria-controls') ?? element.getAttribute('aria-labelledby'));
    return {
      open: [...root.querySelectorAll('[part=toggle]')].map((toggle) => toggle.getAttribute('aria-expanded')),
      unique: new Set(ids).size === ids.length, resolve: named.every((id) => ids.includes(id)),
    };
  });
  assert.deepEqual(seen, { open: ['false', 'true', 'false', 'false', 'false', 'false'], unique: true, resolve: true });
});

test('a reader who has gone elsewhere while a page loads stays there', async () => {
  const late = gate();
  t.route('/late.json', { json: feed(items(6, 7)), hold: late.promise });
  await open(feed(items(1, 5), { more: { url: t.url('/late.json') } }), '', ['<input>', '']);
  await press();
  await t.until(() => document.querySelector('article-feed').getAttribute('aria-busy') === 'true');
  await t.run(() => document.querySelector('input').focus());
  late.open();
  await count(7);
  await said('2 more stories');
  assert.equal(await t.focused(), 'input');
});

test('a redraw keeps as many stories as the reader has asked for; without a press page-size counts', async () => {
  await open(feed(items(1, 9)), 'page-size="2"');
  await t.run(() => document.querySelector('article-feed').setAttribute('page-size', '3'));
  await count(3);
  await press();
  await count(6);
  await t.run(() => document.querySelector('article-feed').setAttribute('heading-level', '4'));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('h4[part=feed-title]'));
  assert.deepEqual(await shown(), numbers(1, 6));
  await press();
  await count(9);
  assert.equal(await button(), null);
});

test('every story is in the accessibility tree once', { skip: engine !== 'chromium' && 'only Chromium shows its accessibility tree' }, async () => {
  await open(feed(items(1, 8)));
  await press();
  await count(8);
  await t.driver.sendDevToolsCommand('Accessibility.enable', {});
  const { nodes } = await t.driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {});
  const headings = nodes.filter((node) => !node.ignored && node.role?.value === 'heading').map((node) => node.name.value);
  assert.deepEqual(headings, ['A feed', ...numbers(1, 8)]);
});
