// Opening and closing leaves the reader's eye where it is, with and without the browser's scroll anchoring.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { inScript, longArticle } from './stories.mjs';

const t = fixture();
const json = longArticle({ authors: [{ name: 'Runa Calloway', bio: 'Runa Calloway has covered the docks and the boats for a long time. '.repeat(60) }] });
const card = `<article-card loading="eager"><script type="application/json">${inScript(json)}</script></article-card>`;
const tall = '<div style="height: 3000px">Something else</div>';

/** Places a button so far below the top of the window, clicks it, and tells how far things moved: in the same task, and after two frames. */
const press = (at, name = 'toggle') => t.run(async (at, name) => {
  const root = document.querySelector('article-card').shadowRoot;
  const button = root.querySelector(`[part=${name}]`);
  const rest = root.getElementById(button.getAttribute('aria-controls'));
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  button.scrollIntoView({ block: 'start', behavior: 'instant' });
  const box = document.querySelector('.panel') ?? document.scrollingElement;
  box.scrollBy({ top: -at, behavior: 'instant' });
  await frames();
  const places = () => [button, button.previousElementSibling].map((element) => element.getBoundingClientRect().top);
  const before = places();
  button.click();
  const moved = () => places().map((top, index) => Math.abs(top - before[index]));
  const at_once = moved();
  await frames();
  const [button_later, lead_later] = moved();
  return { open: rest.checkVisibility({ contentVisibilityProperty: true }) && !rest.hidden, button: Math.max(at_once[0], button_later), lead: Math.max(at_once[1], lead_later) };
}, at, name);

const pages = {
  'with scroll anchoring, where the browser has it': ['', ''],
  'collapse from the bottom with overflow-anchor:none': ['html { overflow-anchor: none }', ''],
  'with smooth scrolling': ['html { scroll-behavior: smooth; overflow-anchor: none }', ''],
  'from right to left': ['html { direction: rtl; overflow-anchor: none }', ''],
  'in a panel that scrolls': ['.panel { height: 600px; overflow: auto; overflow-anchor: none }', 'panel'],
};

for (const [name, [css, panel]] of Object.entries(pages)) {
  test(`${name}: what was read stays when the body opens, the button stays when it closes`, async () => {
    await t.open(`<main class="${panel}">${tall}${card}${tall}</main>`, { head: `<style>${css}</style>` });
    await t.drawn();
    for (const at of [20, 300]) {
      const opened = await press(at);
      assert.ok(opened.open && opened.lead < 2, `opened at ${at}: ${JSON.stringify(opened)}`);
      const closed = await press(at);
      assert.ok(!closed.open && closed.button < 2, `closed at ${at}: ${JSON.stringify(closed)}`);
    }
  });
}

test('a biography keeps its place as well', async () => {
  await t.open(`${tall}${card}${tall}`, { head: '<style>html { overflow-anchor: none }</style>' });
  await t.drawn();
  const opened = await press(100, 'author-more');
  assert.ok(opened.open && opened.lead < 2, JSON.stringify(opened));
  const closed = await press(300, 'author-more');
  assert.ok(!closed.open && closed.button < 2, JSON.stringify(closed));
});

test('where the page cannot scroll that far it goes as far as it can', async () => {
  await t.open(card);
  await t.drawn();
  const press = () => t.inside('article-card', (root) => root.querySelector('[part=toggle]').click());
  await press();
  await t.run(() => scrollTo({ top: 1e6, behavior: 'instant' }));
  await press();
  await t.frames();
  const top = await t.inside('article-card', (root) => root.querySelector('[part=toggle]').getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 900, `the button is on the screen, at ${top}`);
});

test('a box that hides what is too much is not scrolled', async () => {
  await t.open(`<div id="box">${tall}${card}${tall}</div>${tall}`, { head: '<style>#box { height: 500px; overflow: hidden; overflow-anchor: none }</style>' });
  await t.drawn();
  const box = (top) => t.run((top) => Object.assign(document.getElementById('box'), top).scrollTop, top === undefined ? {} : { scrollTop: top });
  // Scrolled by a script of the page, as carousels are: only that may scroll it again.
  const place = await box(3050);
  for (const open of [true, false]) {
    await t.inside('article-card', (root) => root.querySelector('[part=toggle]').click());
    await t.frames();
    assert.deepEqual([await box(), await t.run(() => document.querySelector('article-card').hasAttribute('expanded'))], [place, open]);
  }
});

test('scripts that open and close scroll nothing', async () => {
  await t.open(`${card}${tall}`, { head: '<style>html { overflow-anchor: none }</style>' });
  await t.drawn();
  await t.run(() => scrollTo({ top: 100, behavior: 'instant' }));
  for (const method of ['expand', 'collapse']) {
    await t.run((name) => document.querySelector('article-card')[name](), method);
    await t.frames();
    assert.equal(await t.run(() => scrollY), 100, method);
  }
});
