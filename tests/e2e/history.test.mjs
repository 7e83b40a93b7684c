// Back and forward through history: a page that the browser kept comes back as the reader left it.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { engine, fixture, gate } from './harness.mjs';
import { feed, inScript, longArticle } from './stories.mjs';

const t = fixture();
const link = '<a href="https://publisher.example/story">The story</a>';
const away = '<a id="away" href="/pages/page.css">Away</a><script>addEventListener("pageshow", (event) => { window.kept = event.persisted })</script>';
const visit = async (html) => t.driver.get(t.page(html + away));

// Firefox keeps no pages for its driver to come back to, whatever its preferences (fission.bfcacheInParent,
// browser.sessionhistory.max_total_viewers) say.
const keeps = { chromium: true, webkit: true, firefox: false };

/** Follows a link out of the page. */
async function leave() {
  await t.driver.findElement({ css: '#away' }).click();
  await t.until(() => location.pathname.endsWith('.css'));
}
/** Comes back; tells whether the browser had kept the page. */
async function comeBack() {
  await t.driver.navigate().back();
  await t.until(() => document.readyState === 'complete' && !!document.querySelector('#away'));
  const kept = await t.run(() => window.kept);
  assert.equal(kept, keeps[engine]);
  return kept;
}
/** What the button says, what the attribute says. */
const state = () => t.inside('article-card', (root) =>
  [root.querySelector('[part=toggle]').getAttribute('aria-expanded') === 'true', root.host.hasAttribute('expanded')]);
const drawings = () => t.inside('article-card', (root) => root.querySelectorAll('[part=card]').length);
const toggles = async () => (await t.log('article-card:toggle')).map((entry) => entry.detail.expanded);

test('back and forward: a card that was open is open where the browser kept the page, and works once', async () => {
  await visit(`<article-card loading="eager"><script type="application/json">${inScript(longArticle())}</script></article-card>`);
  await t.drawn();
  await t.click('article-card', 'toggle');
  await leave();
  const kept = await comeBack();
  await t.drawn();
  // A page that is loaded anew is as it was written.
  assert.deepEqual([await state(), await drawings()], [kept ? [true, true] : [false, false], 1]);
  await t.click('article-card', 'toggle');
  assert.deepEqual(await state(), kept ? [false, false] : [true, true]);
  assert.deepEqual(await toggles(), kept ? [true, false] : [true]);
  await leave();
  await comeBack();
  await t.drawn();
  assert.deepEqual(await state(), [false, false], 'and so it is the next time');
});

test('back and forward while a card loads: it is there in the end, and works once', async () => {
  const hold = gate();
  t.route('/left.json', { json: longArticle({ headline: 'left' }), hold: hold.promise });
  await visit(`<article-card loading="eager" src="/left.json">${link}</article-card>`);
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  await leave();
  hold.open();
  await t.driver.navigate().back();
  await t.drawn();
  await t.click('article-card', 'toggle');
  assert.deepEqual([await toggles(), await drawings(), (await t.log('article-card:load')).length], [[true], 1, 1]);
  assert.equal(await t.run(() => customElements.get('article-card').mounts), 1);
});

test('back and forward: a feed that has read on is as the reader left it where the browser keeps the page, else new', async () => {
  const stories = (from) => Array.from({ length: 3 }, (_, at) => ({ id: `${from + at}`, headline: `Story ${from + at}`, url: `https://publisher.example/${from + at}` }));
  t.route('/back/1.json', { json: feed(stories(1), { more: { url: '2.json' } }) });
  t.route('/back/2.json', { json: feed(stories(4), { more: { url: '3.json' } }) });
  t.route('/back/3.json', { json: feed(stories(7)) });
  await visit(`<article-feed loading="eager" src="/back/1.json">${link}</article-feed>`);
  await t.drawn('article-feed');
  const count = () => t.inside('article-feed', (root) => root.querySelectorAll('[part~=item]').length);
  const more = async (expected) => {
    await t.inside('article-feed', (root) => root.querySelector('[part=more]').click());
    await t.until((expected) => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]').length === expected, expected);
  };
  await more(6);
  await leave();
  const kept = await comeBack();
  await t.drawn('article-feed');
  assert.equal(await count(), kept ? 6 : 3);
  await more(kept ? 9 : 6);
});
