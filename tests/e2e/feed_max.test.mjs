// `max`: the most stories a feed ever shows, of all its pages.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { feeds, items, names } from './feeds.mjs';

const t = fixture();
const { serve, open, shown, more, said } = feeds(t);
const set = (value) => t.run((value) => {
  const feed = document.querySelector('article-feed');
  value === null ? feed.removeAttribute('max') : feed.setAttribute('max', value);
}, value);
const count = (many) => t.until((many) => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]').length === many, many);

for (const [max, first, button] of [['3', 3, false], ['5', 5, false], ['6', 5, true], [' 7 ', 5, true], ['0', 5, true], ['', 5, true], ['few', 5, true], ['-2', 5, true], ['2.5', 5, true]]) {
  test(`max="${max}": ${first} of eight at first, ${button ? 'and a button' : 'and no button'}`, async () => {
    await open(`${serve(items(1, 8))}1.json`, `max="${max}"`);
    assert.deepEqual(await shown(), names(1, first));
    assert.equal(await t.part('article-feed', 'more') !== null, button);
  });
}

test('"Show more" ends at it, on whichever page that is, and asks for no page behind it', async () => {
  const folder = serve(items(1, 5), items(6, 10), items(11, 15));
  await open(`${folder}1.json`, 'max="8"');
  assert.deepEqual(await more(), { shown: 8, total: 8, warnings: [] });
  assert.deepEqual(await shown(), names(1, 8));
  await said('3 more stories');
  assert.equal(await t.part('article-feed', 'more'), null);
  assert.equal(t.server.count(`${folder}3.json`), 0);
});

test('a page that ends just at it is the last', async () => {
  const folder = serve(items(1, 5), items(6, 10), items(11, 15));
  await open(`${folder}1.json`, 'max="10"');
  await more();
  assert.deepEqual([await shown(), await t.part('article-feed', 'more'), t.server.count(`${folder}3.json`)], [names(1, 10), null, 0]);
});

test('another number draws the feed anew: fewer, and as many as the reader had asked for', async () => {
  const folder = serve(items(1, 5), items(6, 8), items(9, 9));
  await open(`${folder}1.json`);
  await more();
  assert.deepEqual(await shown(), names(1, 8));
  await set('6');
  await count(6);
  assert.equal(await t.part('article-feed', 'more'), null);
  await set(null);
  await count(8);
  await more();
  assert.deepEqual(await shown(), names(1, 9));
  assert.equal(t.server.count(`${folder}2.json`), 1);
});
