// What is removed from the page is gone. Only Chromium lets a page ask for a collection.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { engine, fixture } from './harness.mjs';
import { longArticle } from './stories.mjs';

const t = fixture();
const skip = engine !== 'chromium' && `${engine} has no way to ask for a collection`;

/**
 * Waits until all of `removed` are gone. Each collection is a task of its own: one from within a script would take what
 * lies about on its stack for references.
 */
const collected = () => t.until(async () => {
  await gc({ type: 'major', execution: 'async' });
  return window.removed.every((card) => !card.deref());
});

test('500 of 500 removed cards are collected', { skip }, async () => {
  await t.open('<main></main>');
  await t.run(async (story) => {
    await customElements.whenDefined('article-card');
    window.removed = [];
    for (let n = 0; n < 500; n++) {
      const card = document.createElement('article-card');
      card.setAttribute('loading', 'eager');
      const drawn = new Promise((resolve) => card.addEventListener('article-card:load', resolve, { once: true }));
      card.data = story;
      document.querySelector('main').append(card);
      await drawn;
      window.removed.push(new WeakRef(card));
      card.remove();
    }
  }, longArticle());
  assert.equal(await t.run(() => customElements.get('article-card').mounts), 0, 'nothing is mounted');
  await collected();
});

test('500 cards that never got a document are collected as well', { skip }, async () => {
  await t.open('<main></main>');
  await t.run(async () => {
    await customElements.whenDefined('article-card');
    window.removed = [];
    for (let n = 0; n < 500; n++) {
      const card = document.createElement('article-card');
      card.setAttribute('loading', 'eager');
      document.querySelector('main').append(card);
      window.removed.push(new WeakRef(card));
      card.remove();
    }
  });
  await collected();
});
