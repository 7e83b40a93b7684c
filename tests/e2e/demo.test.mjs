// Every page of the site, under a policy that would report anything but the site's own files.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, project } from './harness.mjs';
import { article } from './stories.mjs';

const www = join(project, 'www');
const pages = ['index.html', ...readdirSync(join(www, 'pages')).filter((name) => name.endsWith('.html')).map((name) => `pages/${name}`)];
const headers = {
  'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'",
};

/** What does not just draw: the reasons of the failures a page is about, in the order of its elements. */
const failures = {
  'pages/errors.html': ['fetch', 'json', 'json', 'format'],
  'pages/no-fallback.html': [null, 'fetch'],
};
/** What is left out on purpose. */
const warned = {
  'pages/blocks.html': ['body[32]'],
  'pages/formats.html': ['items[2].datePublished', 'items[2].url', 'items[3]', 'items[3]'],
};

const t = fixture();

/** Scrolls to each element in turn, as a reader does, and tells how it ended: 'drawn', a reason, or 'pending'. */
const walk = () => t.until(() => {
  for (const panel of document.querySelectorAll('details')) panel.open = true;
  const elements = [...document.querySelectorAll('article-card, article-feed')];
  const state = (element) => {
    const { shadowRoot } = element;
    if (element.hasAttribute('aria-busy')) return 'pending';
    if (shadowRoot?.querySelector('[part~=card], [part~=feed]')) return 'drawn';
    return shadowRoot?.querySelector('[part=failure]') ? 'failed' : 'pending';
  };
  const states = elements.map(state);
  elements[states.indexOf('pending')]?.scrollIntoView();
  return !states.includes('pending') && states;
});

for (const page of pages) {
  test(`${page} shows what it is about and reports nothing`, async () => {
    const html = readFileSync(join(www, page), 'utf8');
    t.page(html, { path: `/${page}`, headers });
    await t.open(`/${page}`);
    // Pages that add their elements by script have them by now, or the walk below waits for them.
    const states = await walk();
    const expected = (failures[page] ?? states.map(() => null)).map((reason) => (reason ? 'failed' : 'drawn'));
    assert.deepEqual(states, expected);
    const log = await t.log();
    const thrown = log.filter((entry) => ['error', 'unhandledrejection', 'csp'].includes(entry.type));
    assert.deepEqual(thrown, []);
    const reasons = log.filter((entry) => entry.type === 'article-card:error').map((entry) => entry.detail.reason);
    assert.deepEqual(reasons.sort(), (failures[page] ?? []).filter(Boolean).sort());
    if (page !== 'pages/broken-image.html') assert.deepEqual(log.filter((entry) => entry.type === 'resource-error'), []);
    const warnings = log.filter((entry) => entry.type === 'article-card:load').flatMap((entry) => entry.detail.warnings);
    assert.deepEqual(warnings.map((warning) => warning.path).sort(), warned[page] ?? [], 'our own stories are clean');
    assert.ok(html.split('\n').length <= (page === 'index.html' ? Infinity : 31), 'a feature page has 30 lines at most');
  });
}

test('broken-image.html: pictures that fail leave no icon, no empty box and no caption', async () => {
  await t.open('/pages/broken-image.html');
  await t.drawn();
  await t.run(() => document.querySelector('article-card').shadowRoot.querySelector('[part=authors]').scrollIntoView());
  const parts = await t.until(() => {
    const { shadowRoot } = document.querySelector('article-card');
    for (const image of shadowRoot.querySelectorAll('img')) image.scrollIntoView();
    return !shadowRoot.querySelector('img') && [...shadowRoot.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
  });
  for (const gone of ['figure', 'caption', 'credit', 'block-figure', 'teaser-image']) assert.ok(!parts.includes(gone), gone);
  for (const kept of ['teaser-link', 'initials', 'publisher', 'body']) assert.ok(parts.includes(kept), kept);
  assert.equal(await t.text('article-card', 'initials'), 'RC');
});

test('authors.html: initials as readers of each script expect them', async () => {
  await t.open('/pages/authors.html');
  await t.drawn();
  const initials = await t.inside('article-card', (root) => [...root.querySelectorAll('[part=initials]')].map((element) => element.textContent));
  assert.deepEqual(initials, ['ЛУ', '李', 'V', '🦊']);
});

test('data-property.html: an object, a string and data set before the element was defined', async () => {
  await t.open('/pages/data-property.html');
  await walk();
  const headlines = await t.run(() => [...document.querySelectorAll('article-card')].map((card) => card.shadowRoot.querySelector('[part=headline]').textContent));
  assert.equal(new Set(headlines).size, 3);
});

test('move.html: its buttons move, remove and clone the card', async () => {
  await t.open('/pages/move.html');
  await t.drawn();
  const where = () => t.run(() => ['left', 'right'].map((id) => document.getElementById(id).querySelectorAll('article-card').length));
  const press = (id) => t.run((button) => document.getElementById(button).click(), id);
  await press('move');
  assert.deepEqual(await where(), [0, 1]);
  await press('remove');
  assert.deepEqual(await where(), [0, 0]);
  await press('remove');
  await press('clone');
  assert.deepEqual(await where(), [0, 2]);
  await walk();
  assert.deepEqual((await t.log()).map((entry) => entry.type), ['article-card:load', 'article-card:load'], 'the first from its place, and its clone');
});

test('feed-more.html: three pages, each story once, and then no button', async () => {
  await t.open('/pages/feed-more.html');
  await t.drawn();
  const more = () => t.inside('article-feed', (root) => root.querySelector('[part=more]')?.click() ?? 'none');
  const count = () => t.inside('article-feed', (root) => root.querySelectorAll('[part~=item]').length);
  for (const expected of [5, 8, 12, 15]) {
    await t.until((many) => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]').length === many, expected);
    await t.until(() => document.querySelector('article-feed').getAttribute('aria-busy') !== 'true');
    if (expected < 15) await more();
  }
  assert.deepEqual([await more(), await count()], ['none', 15]);
});

test('feed-more-error.html: told in place', async () => {
  await t.open('/pages/feed-more-error.html');
  await t.drawn();
  for (const expected of ['1 more story', 'More stories could not be loaded.']) {
    await t.inside('article-feed', (root) => root.querySelector('[part=more]').click());
    await t.until((text) => document.querySelector('article-feed').shadowRoot.querySelector('[part=status]').textContent === text, expected);
  }
});

test('expanded.html: the page is told', async () => {
  await t.open('/pages/expanded.html');
  await t.drawn();
  await t.run(() => ['collapse', 'toggle'].forEach((id) => document.getElementById(id).click()));
  assert.equal(await t.run(() => document.getElementById('log').textContent), '{"expanded":false,"cause":"api"}\n{"expanded":true,"cause":"api"}\n');
});

test('harness.html: renderArticle resolves when a document is drawn and when it is refused', async () => {
  t.page(readFileSync(join(www, 'harness.html'), 'utf8'), { path: '/harness.html', headers });
  await t.open('/harness.html');
  await t.until(() => window.renderArticle);
  const render = (text) => t.run(async (json) => {
    const { type, detail, card } = await window.renderArticle(json);
    return { type, reason: detail.reason ?? null, text: card.shadowRoot.textContent, cards: document.querySelectorAll('article-card').length };
  }, text);
  const good = await render(JSON.stringify(article()));
  assert.deepEqual([good.type, good.cards], ['article-card:load', 1]);
  assert.match(good.text, /A headline.*First paragraph/s);
  for (const [text, reason] of [['{', 'json'], ['', 'json'], ['{"schema": "article-card/1"}', 'format'], ['null', 'format'], [' '.repeat(5e6), 'too-large']]) {
    const bad = await render(text);
    assert.deepEqual([bad.type, bad.reason, bad.cards], ['article-card:error', reason, 1], text.slice(0, 40));
  }
  assert.equal((await render(JSON.stringify(article({ headline: 'Again' })))).type, 'article-card:load', 'and goes on working');
  assert.deepEqual((await t.log()).filter((entry) => entry.type === 'csp'), []);
});
