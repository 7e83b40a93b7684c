// What a feed is to those who hear it, and its keys: docs/decisions/0009-feed-pattern.md.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { fixture } from './harness.mjs';
import { feeds, items, names } from './feeds.mjs';
import { article, feed, inScript, longArticle } from './stories.mjs';

const t = fixture();
const { serve, open, shown, more } = feeds(t);
const counted = () => t.inside('article-feed', (root) => [...root.querySelectorAll('[part~=item]')].map((story) =>
  `${story.getAttribute('aria-posinset')}/${story.getAttribute('aria-setsize')}`).join(' '));
/** The story or the link that has the focus. */
const focused = () => t.inside('article-feed', (root) => {
  const at = root.activeElement;
  return at && (at.matches('[part~=item]') ? `story: ${at.querySelector('[part=headline]').textContent}` : at.firstChild.textContent.trim());
});
const chord = (key, ...modifiers) => {
  const actions = t.driver.actions();
  for (const modifier of modifiers) actions.keyDown(modifier);
  actions.sendKeys(key);
  for (const modifier of modifiers) actions.keyUp(modifier);
  return actions.perform();
};

test('the list is a feed with the name of the feed, of articles with theirs', async () => {
  await open(`${serve(items(1, 3))}1.json`);
  const list = await t.part('article-feed', 'items');
  assert.deepEqual([await list.getAriaRole(), await list.getAccessibleName()], ['feed', 'A feed']);
  const story = await t.part('article-feed', 'item', 1);
  assert.deepEqual([await story.getAriaRole(), await story.getAccessibleName()], ['article', 'Story 2']);
});

test('each story says which one it is, and of how many as soon as that is known', async () => {
  await open(`${serve(items(1, 3), items(4, 5))}1.json`);
  assert.equal(await counted(), '1/-1 2/-1 3/-1');
  await more();
  assert.equal(await counted(), '1/5 2/5 3/5 4/5 5/5');
  await open(`${serve(items(1, 3))}1.json`);
  assert.equal(await counted(), '1/3 2/3 3/3');
  await open(`${serve(items(1, 9))}1.json`, 'max="4"');
  assert.equal(await counted(), '1/4 2/4 3/4 4/4');
});

test('a single article is a feed of one; a card by itself is no feed', async () => {
  const json = inScript(article({ headline: 'Alone' }));
  await t.open(`<article-feed loading="eager"><script type="application/json">${json}</script></article-feed>
    <article-card loading="eager"><script type="application/json">${json}</script></article-card>`);
  await t.drawn('article-feed');
  await t.drawn('article-card');
  assert.equal(await counted(), '1/1');
  assert.equal(await t.inside('article-card', (root) => root.querySelectorAll('[role=feed], [aria-posinset]').length), 0);
});

test('Page Down and Page Up go from story to story, and Tab goes on from there', async () => {
  await open(`${serve(items(1, 4))}1.json`);
  await t.press(Key.TAB);
  assert.equal(await focused(), 'Story 1');
  await t.press(Key.PAGE_DOWN);
  assert.equal(await focused(), 'story: Story 2');
  await t.press(Key.PAGE_DOWN);
  assert.equal(await focused(), 'story: Story 3');
  await t.press(Key.PAGE_UP);
  assert.equal(await focused(), 'story: Story 2');
  await t.press(Key.TAB);
  assert.equal(await focused(), 'Story 2');
});

test('at the last story and the first these keys are the browser’s', async () => {
  await open(`${serve(items(1, 2))}1.json`);
  await t.run(() => addEventListener('keydown', (event) => { (window.keys ??= []).push([event.key, event.defaultPrevented]); }));
  await t.press(Key.TAB, Key.PAGE_UP, Key.PAGE_DOWN, Key.PAGE_DOWN);
  assert.equal(await focused(), 'story: Story 2');
  assert.deepEqual(await t.run(() => window.keys.slice(1)), [['PageUp', false], ['PageDown', true], ['PageDown', false]]);
});

test('a story longer than the window is read to its end first', async () => {
  t.route('/long.json', { json: feed([longArticle({ id: '1', headline: 'Long' }), ...items(2, 3)]) });
  await t.resize(600, 500);
  await open('/long.json');
  await t.click('article-feed', 'toggle');
  await t.inside('article-feed', (root) => root.querySelector('[part=headline-link]').focus());
  let pages = 0;
  while (await focused() === 'Long' && pages < 30) {
    const end = await t.inside('article-feed', (root) => [root.querySelector('[part~=item]').getBoundingClientRect().bottom, innerHeight]);
    await t.press(Key.PAGE_DOWN);
    pages += 1;
    if (end[0] > end[1]) assert.equal(await focused(), 'Long');
    // Scrolling may take its time.
    await t.until((top) => {
      const root = document.querySelector('article-feed').shadowRoot;
      return root.activeElement?.matches('[part~=item]') || root.querySelector('[part~=item]').getBoundingClientRect().bottom < top;
    }, end[0]);
    await t.run(() => new Promise((done) => {
      let last = NaN;
      const look = () => { if (last === scrollY) return done(true); last = scrollY; setTimeout(look, 100); };
      look();
    }));
  }
  assert.ok(pages > 2, `${pages} pages`);
  assert.equal(await focused(), 'story: Story 2');
  await t.resize(1200);
});

test('Control and End leave the stories for what comes after them, Control and Home for what stands before', async () => {
  const folder = serve({ json: feed(items(1, 9), { url: 'https://publisher.example/', publisher: { name: 'The Publisher', url: 'https://publisher.example/' } }) });
  await open(`${folder}1.json`);
  await t.press(Key.TAB, Key.TAB, Key.TAB);
  assert.equal(await focused(), 'Story 2');
  await chord(Key.END, Key.CONTROL);
  assert.equal(await focused(), 'Show more');
  await t.inside('article-feed', (root) => root.querySelectorAll('[part=headline-link]')[3].focus());
  await chord(Key.HOME, Key.CONTROL);
  assert.equal(await focused(), 'A feed');
});

test('with other keys, and pressed outside of the stories, nothing of this happens', async () => {
  await open(`${serve(items(1, 9))}1.json`, '', ['<input value="x">', '']);
  await t.run(() => document.querySelector('input').focus());
  await t.press(Key.PAGE_DOWN);
  assert.equal(await t.focused(), 'input');
  await t.press(Key.TAB);
  for (const modifier of [Key.SHIFT, Key.ALT]) {
    await chord(Key.PAGE_DOWN, modifier);
    assert.equal(await focused(), 'Story 1');
  }
  await t.inside('article-feed', (root) => root.querySelector('[part=more]').focus());
  await t.press(Key.PAGE_UP);
  assert.equal(await t.focused(), 'more');
});

test('a page that has another use for these keys keeps it', async () => {
  await open(`${serve(items(1, 3))}1.json`);
  await t.run(() => addEventListener('keydown', (event) => event.preventDefault(), true));
  await t.press(Key.TAB);
  await t.inside('article-feed', (root) => root.querySelector('a').focus());
  await t.press(Key.PAGE_DOWN);
  assert.equal(await focused(), 'Story 1');
});

test('a press of the mouse on a story takes the focus from nowhere', async () => {
  t.route('/texts.json', { json: feed(items(1, 3, { summary: 'A summary to press on.' })) });
  await open('/texts.json', '', ['<input>', '']);
  await t.click('article-feed', 'summary', 1);
  assert.equal(await focused(), null);
});

test('Tab goes through the links alone, in reading order', async () => {
  await open(`${serve(items(1, 3), items(4, 4))}1.json`);
  const stops = [];
  for (let at = 0; at < 4; at++) {
    await t.press(Key.TAB);
    stops.push(await focused());
  }
  assert.deepEqual(stops, [...names(1, 3), 'Show more']);
  assert.deepEqual(await shown(), names(1, 3));
});
