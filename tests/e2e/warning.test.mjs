// What a reader may not want to see stays closed until they open it; of what was withdrawn a notice is left.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { fixture } from './harness.mjs';
import { article, inScript, longBody } from './stories.mjs';

const t = fixture({ routes: { '/asked.svg': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>' } } });
const body = [...longBody, { type: 'heading', level: 2, text: 'The timetable' }, { type: 'paragraph', text: 'It sails at noon.' }];
const story = (own) => article({ bodyText: undefined, body, warning: 'Injuries', summary: 'For everybody.', ...own });
const open = async (json, attributes = '', target) => {
  const page = t.page(`<article-card id="story" images="same-origin" ${attributes}><script type="application/json">${inScript(json)}</script></article-card>`);
  await t.open(target ? `${new URL(page).pathname}${target}` : page);
  await t.drawn();
};
/** Whether a reader sees each of these parts. */
const visible = (...parts) => t.inside('article-card', (root, names) => names.map((name) => root.querySelector(`[part=${name}]`).checkVisibility()), parts);

test('picture and body are not seen, nor the picture asked for, before the reader opens them', async () => {
  await open(story({ image: t.url('/asked.svg') }));
  await t.frames();
  assert.deepEqual(await visible('summary', 'warning-text', 'image', 'body', 'toggle'), [true, true, false, false, false]);
  assert.equal(t.server.count('/asked.svg'), 0);
  await t.click('article-card', 'warning-text');
  assert.deepEqual(await visible('image', 'body', 'toggle'), [true, true, true]);
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('img').naturalWidth > 0);
});

test('it opens by keyboard, and "Show more" works inside of it', async () => {
  await open(story());
  await t.inside('article-card', (root) => root.querySelector('summary').focus());
  await t.press(Key.ENTER);
  assert.deepEqual(await visible('body'), [true]);
  await t.click('article-card', 'toggle');
  assert.deepEqual((await t.event('article-card:toggle')).detail, { expanded: true, cause: 'user' });
  assert.ok(await t.run(() => document.querySelector('article-card').hasAttribute('expanded')));
});

test('`expanded` opens the body and not the warning', async () => {
  await open(story(), 'expanded');
  assert.deepEqual(await visible('body'), [false]);
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=rest]').hidden), false);
});

test('an address of a heading behind it opens it', async () => {
  await open(story(), '', '#story-the-timetable');
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('details').open);
  await t.until(() => document.querySelector('article-card').shadowRoot.activeElement?.textContent === 'The timetable');
});

test('of a withdrawn story a notice is left, and it is no failure', async () => {
  await open(story({ withdrawn: 'Our source was wrong.', url: 'https://publisher.example/x' }));
  const text = await t.inside('article-card', (root) => root.querySelector('[part=card]').innerText.replace(/\s+/g, ' ').trim());
  assert.equal(text, 'A headline This article has been withdrawn. Our source was wrong. Published by publisher.example Read the original');
  assert.deepEqual(await t.log('article-card:error'), []);
});
