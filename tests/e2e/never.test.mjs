// Folding waits for nothing and measures nothing: closed panels, late fonts, narrow windows, roles and names.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture, gate } from './harness.mjs';
import { inScript, longArticle, longBody } from './stories.mjs';

const t = fixture();
const bio = 'Runa Calloway has covered the docks and the boats for a long time. '.repeat(5).trim();
const json = longArticle({ authors: [{ name: 'Runa Calloway', bio }] });
const inline = (attributes = '', own = json) => `<article-card ${attributes}><script type="application/json">${inScript(own)}</script></article-card>`;
/** What folds: how many blocks stay, how many go, how the biography is cut, and whether any of it is open. */
const split = (css = 'article-card') => t.inside(css, (root) => {
  const rest = root.querySelector('[part=body] > [part=rest]');
  const about = root.querySelector('[part=author-bio] [part=rest]');
  return [rest.parentNode.children.length - 1, rest.children.length, about.textContent, root.querySelectorAll('[aria-expanded=true]').length];
});

// Two closed panels: one the browser keeps closed, one of a page's own.
for (const [name, page, show] of [
  ['<details>', (card) => `<details><summary>More</summary>${card}</details>`, () => { document.querySelector('details').open = true; }],
  ['a panel of the page', (card) => `<div id="panel" hidden>${card}</div>`, () => { document.getElementById('panel').hidden = false; }],
]) {
  test(`a card in ${name} that is closed waits; shown, it is like any other`, async () => {
    await t.open(inline('id="seen" loading="eager"') + page(inline('id="closed"')));
    await t.drawn('#seen');
    await t.frames();
    assert.equal(await t.inside('#closed', (root) => root.querySelector('[part=card], [part=skeleton]')), null);
    await t.run(show);
    await t.drawn('#closed');
    assert.deepEqual(await split('#closed'), await split('#seen'));
    assert.ok(await t.inside('#closed', (root) => root.querySelector('[part=toggle]').getBoundingClientRect().height > 10), 'with its button');
  });
}

test('an eager card in <details> that is closed folds where all do', async () => {
  await t.open(`${inline('id="seen" loading="eager"')}<details><summary>More</summary>${inline('id="closed" loading="eager" expanded')}</details>`);
  await t.drawn('#seen');
  await t.drawn('#closed');
  const [lead, rest, about] = await split('#seen');
  assert.deepEqual(await split('#closed'), [lead, rest, about, 1], 'and is open, as it says');
});

// Every letter of it is a block two ems wide: no line stays as it was.
const wide = Buffer.from('AAEAAAAKAIAAAwAgT1MvMkUASeoAAAEoAAAAYGNtYXAAXwG+AAABkAAAAPJnbHlmTRZ6YAAAAowAAAAwaGVhZDTXgRIAAACsAAAANmhoZWEKjgduAAAA5AAAACRobXR4B9AAAAAAAYgAAAAGbG9jYQAYAAwAAAKEAAAABm1heHAABAAGAAABCAAAACBuYW1lAJxfyAAAArwAAAA8cG9zdAADAAAAAAL4AAAAIAABAAAAAQAA8Ms8Z18PPPUAAwPoAAAAAOcqnrsAAAAA5yqeuwAAAAAHbAK8AAAAAwACAAAAAAAAAAEAAAMg/zgAAAfQAAAAZAdsAAEAAAAAAAAAAAAAAAAAAAABAAEAAAACAAQAAQAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAwfQAZAABQAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAPz8/PwAAACAAfgMg/zgAAAMgAMgAAAAAAAAAAAAAAAAAAAAgAAAH0AAAAAAAAAAAAAIAAAADAAAAFAADAAEAAAAUAAQA3gAAAAQABAABAAAAfv//AAAAIP//AAAAAQAEAAAAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAAAAAAMABgAAAABAAAAAAdsArwAAwAAMREhEQdsArz9RAABAAAAAAdsArwAAwAAMREhEQdsArz9RAAAAAQANgABAAAAAAABAAEAAAABAAAAAAACAAEAAQADAAEECQABAAIAAgADAAEECQACAAIABFdSAFcAUgADAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'base64');

for (const [name, attribute] of [['closed', ''], ['open', 'expanded']]) {
  test(`a font that comes late changes the lines and not the fold: ${name}`, async () => {
    const late = gate();
    t.route(`/wide-${name}.ttf`, { type: 'font/ttf', hold: late.promise, body: wide });
    const head = `<style>@font-face { font-family: Wide; src: url(/wide-${name}.ttf); font-display: swap } article-card { --article-card-font-body: Wide, serif }</style>`;
    // The page's load event waits for no font that is not used yet, and may wait for one that is.
    await t.open('<main></main>', { head });
    await t.run((html) => { document.querySelector('main').innerHTML = html; }, inline(`loading="eager" ${attribute}`));
    await t.drawn();
    await t.until(() => document.fonts.status === 'loading');
    const height = () => t.inside('article-card', (root) => root.querySelector('[part=body]').getBoundingClientRect().height);
    const [before, low] = [await split(), await height()];
    assert.equal(before[3], attribute ? 1 : 0);
    late.open();
    await t.until(() => document.fonts.status === 'loaded' && document.fonts.check('16px Wide'));
    await t.frames();
    assert.ok(await height() > 1.5 * low, 'the font is in use');
    assert.deepEqual(await split(), before);
    assert.deepEqual(await t.log('article-card:toggle'), []);
  });
}

test('a picture in what stays that fails late changes neither what folds nor that it is closed', async () => {
  const late = gate();
  t.route('/never.svg', { status: 404, hold: late.promise });
  const image = { type: 'image', image: { url: t.url('/never.svg'), width: 600, height: 900 } };
  await t.open('<main></main>');
  await t.run((html) => { document.querySelector('main').innerHTML = html; }, inline('loading="eager"', { ...json, body: [longBody[0], image, ...longBody.slice(1)] }));
  await t.drawn();
  const [lead, ...others] = await split();
  late.open();
  await t.until(() => !document.querySelector('article-card').shadowRoot.querySelector('[part=body] img'));
  assert.deepEqual(await split(), [lead - 1, ...others], 'the picture went, nothing came for it');
});

for (const [name, part] of [['body', 'toggle'], ['biography', 'author-more']]) {
  test(`four times as large, 320 pixels wide: the ${name}’s button lies in the card, and the page does not scroll sideways`, async () => {
    const cards = inline('loading="eager"') + inline('loading="eager" expanded');
    t.page(cards, { path: '/zoomed.html', head: '<style>body { margin: 0 } article-card { --article-card-font-size: 64px }</style>' });
    await t.open('<iframe src="/zoomed.html" width="320" height="800" style="border: 0"></iframe>', { script: null });
    const seen = await t.until((part) => {
      const page = document.querySelector('iframe').contentDocument;
      const buttons = [...page.querySelectorAll('article-card')].map((card) => card.shadowRoot.querySelector(`[part=${part}]`));
      if (buttons.length < 2 || buttons.includes(null)) return false;
      const { clientWidth, scrollWidth } = page.documentElement;
      const out = buttons.map((button) => [button.getBoundingClientRect(), button.getRootNode().host.getBoundingClientRect()])
        .filter(([box, edge]) => box.left < edge.left || box.right > edge.right || box.top < edge.top || box.bottom > edge.bottom || box.height < 64)
        .map(([box, edge]) => `${box.left}…${box.right} in ${edge.left}…${edge.right}`);
      return { out, sideways: scrollWidth - clientWidth };
    }, part);
    assert.deepEqual(seen, { out: [], sideways: 0 });
  });
}

test('both buttons are buttons by role, and say what they open', async () => {
  await t.open(inline('loading="eager"'));
  await t.drawn();
  for (const [part, heard] of [['toggle', /^Show more ?: A headline$/], ['author-more', /^Read more about Runa Calloway$/]]) {
    const button = await t.part('article-card', part);
    assert.equal(await button.getAriaRole(), 'button');
    assert.match(await button.getAccessibleName(), heard);
  }
});

test('what is folded away is visible to nobody, the biography’s words included', async () => {
  await t.open(inline('loading="eager"'));
  await t.drawn();
  // Hidden for later, its element has a box of its own: what is in it is skipped.
  const shown = () => t.inside('article-card', (root) => {
    const folded = [...root.querySelectorAll('[part=body] > [part=rest] *')].filter((element) => element.checkVisibility()).length;
    const range = document.createRange();
    range.selectNodeContents(root.querySelector('[part=author-bio] [part=rest]'));
    return [folded, root.querySelector('[part=author-bio] [part=rest]').getBoundingClientRect().height, range.toString().length];
  });
  const [folded, height, length] = await shown();
  assert.deepEqual([folded, height], [0, 0]);
  assert.ok(length > 80, 'and yet it is there to be found');
  for (const part of ['toggle', 'author-more']) await t.click('article-card', part);
  const [opened, high] = await shown();
  assert.ok(opened > 5 && high > 10);
});

test('a focused link at the end of what stays has its whole ring', async () => {
  const link = { type: 'embed', url: 'https://maps.example/chart', title: 'A link in the lead' };
  await t.open(inline('loading="eager"', { ...json, body: [...longBody.slice(0, 4), link, ...longBody.slice(4)] }));
  await t.drawn();
  const faded = () => t.inside('article-card', (root) => getComputedStyle(root.querySelector('[part=body] > [part=rest]')).backgroundImage !== 'none');
  assert.equal(await faded(), true, 'the last lines fade');
  const inside = await t.inside('article-card', (root) => {
    const link = [...root.querySelectorAll('a')].find((a) => a.textContent === 'A link in the lead');
    link.focus();
    const { outlineWidth, outlineOffset } = getComputedStyle(link);
    const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const [box, edge] = [link.getBoundingClientRect(), root.host.getBoundingClientRect()];
    return [!link.closest('[part=rest]'), box.left - ring >= edge.left - 6, box.right + ring <= edge.right + 6, box.top - ring >= edge.top - 6, box.bottom + ring <= edge.bottom + 6];
  });
  assert.deepEqual(inside, Array(5).fill(true));
  assert.equal(await faded(), false, 'but not while one is reading with the keyboard there');
});
