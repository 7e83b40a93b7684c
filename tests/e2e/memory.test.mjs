// What is removed from the page is gone, and nothing listens for it. Only Chromium lets a page ask for a collection.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { engine, fixture } from './harness.mjs';
import { inScript, longArticle } from './stories.mjs';

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

test('no listeners leaked: after many moves, clones and removals the page has as few as before, and a press is heard once', async () => {
  const mounts = () => t.run(() => customElements.get('article-card').mounts);
  t.page('<p>A frame</p>', { path: '/frame.html', script: null });
  // Counts what is held by things that outlive a card: the window, the document, media queries, observers.
  const count = `<script>
    window.held = 0;
    const lasting = (target) => !target || target === window || target === document || target instanceof MediaQueryList;
    for (const [owner, on, off, each] of [[EventTarget, 'addEventListener', 'removeEventListener', (own, [type, what]) => lasting(own) && [own ?? window, type, what]],
      [IntersectionObserver, 'observe', 'unobserve', (own, [target]) => [own, '', target]]]) {
      const known = new Map();
      const set = (key, add) => {
        const of = known.get(key[0]) ?? known.set(key[0], []).get(key[0]);
        const at = of.findIndex(([, type, what]) => type === key[1] && what === key[2]);
        if (add && at < 0) { of.push(key); window.held++; }
        if (!add && at >= 0) { of.splice(at, 1); window.held--; }
      };
      for (const [name, add] of [[on, true], [off, false]]) {
        const own = owner.prototype[name];
        owner.prototype[name] = function (...args) { const key = each(this, args); if (key) set(key, add); return own.apply(this, args); };
      }
    }
  </script>`;
  await t.open('<iframe src="/frame.html"></iframe><section></section><main></main>', { head: count });
  await t.until(() => customElements.get('article-card') && document.querySelector('iframe').contentDocument.readyState === 'complete');
  const add = (html) => t.run((html) => { document.querySelector('main').innerHTML = html; }, html);
  await add('<p>No card</p>');
  const before = await t.run(() => window.held);
  await add(`<article-card theme="host" loading="eager"><script type="application/json">${inScript(longArticle())}</script></article-card>`);
  await t.drawn();
  const one = await t.run(() => window.held);
  assert.ok(one > before, 'there is something to count');
  await t.run(async () => {
    const card = document.querySelector('article-card');
    const frame = document.querySelector('iframe').contentDocument.body;
    const [section, main] = [document.querySelector('section'), document.querySelector('main')];
    for (let round = 0; round < 20; round++) {
      section.append(card);
      frame.append(card);
      card.remove();
      main.append(card);
      const clone = card.cloneNode(true);
      const drawn = new Promise((done) => clone.addEventListener('article-card:load', done, { once: true }));
      section.append(clone);
      if (round % 2) await drawn; // every other one goes before
      clone.remove();
    }
  });
  await t.frames();
  assert.deepEqual([await t.run(() => window.held), await mounts()], [one, 1]);
  await t.click('article-card', 'toggle');
  assert.equal((await t.log('article-card:toggle')).length, 1);
  await add('<p>No card</p>');
  assert.deepEqual([await t.run(() => window.held), await mounts()], [before, 0]);
});
