// `expanded` wherever the card goes: methods, the attribute, moves.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture, gate } from './harness.mjs';
import { article, inScript, longArticle } from './stories.mjs';

const t = fixture();
const inline = (json = longArticle(), attributes = '') => `<article-card loading="eager" ${attributes}><script type="application/json">${inScript(json)}</script></article-card>`;
const open = async (...args) => {
  await t.open(inline(...args));
  await t.drawn();
};
/** What the button says, what the attribute says. */
const state = () => t.inside('article-card', (root) =>
  [root.querySelector('[part=toggle]').getAttribute('aria-expanded') === 'true', root.host.hasAttribute('expanded')]);
const toggles = async () => (await t.log('article-card:toggle')).map((entry) => [entry.detail.expanded, entry.detail.cause]);
const call = (name) => t.run((name) => document.querySelector('article-card')[name](), name);

test('expand, collapse and toggle: one event for each change, none for none', async () => {
  await open();
  for (const [method, expected] of [['expand', true], ['expand', true], ['toggle', false], ['collapse', false], ['toggle', true], ['collapse', false]]) {
    await call(method);
    assert.deepEqual(await state(), [expected, expected], method);
  }
  assert.deepEqual(await toggles(), [[true, 'api'], [false, 'api'], [true, 'api'], [false, 'api']]);
  const [event] = await t.log('article-card:toggle');
  assert.deepEqual([event.target, event.bubbles, event.composed], ['article-card', true, true]);
});

test('the attribute, set or removed by a script, does the same', async () => {
  await open();
  await t.run(() => document.querySelector('article-card').setAttribute('expanded', 'false'));
  assert.deepEqual(await state(), [true, true], 'a boolean attribute: there or not');
  await t.run(() => document.querySelector('article-card').removeAttribute('expanded'));
  assert.deepEqual(await state(), [false, false]);
  assert.deepEqual(await toggles(), [[true, 'api'], [false, 'api']]);
});

test('what is called before there is anything to open is obeyed when there is', async () => {
  const late = gate();
  t.route('/late.json', { json: longArticle(), hold: late.promise });
  await t.open('<article-card src="/late.json" loading="eager"></article-card>');
  await t.until(() => document.querySelector('article-card').hasAttribute('aria-busy'));
  await call('expand');
  late.open();
  await t.drawn();
  assert.deepEqual(await state(), [true, true]);
  assert.deepEqual(await toggles(), [], 'nothing was toggled');
});

test('a body that does not fold says nothing, whatever is called', async () => {
  await open(article());
  for (const method of ['expand', 'toggle', 'collapse']) await call(method);
  assert.deepEqual(await toggles(), []);
});

test('a feed has no body of its own to open', async () => {
  await t.open('<article-feed></article-feed>');
  await t.until(() => customElements.get('article-feed'));
  assert.deepEqual(await t.run(() => ['expand', 'collapse', 'toggle'].filter((name) => name in document.querySelector('article-feed'))), []);
});

test('an open body stays open in another place, in another shadow tree, and after a time away', async () => {
  await open();
  await t.click('article-card', 'toggle');
  const after = await t.run(() => {
    const card = document.querySelector('article-card');
    const told = () => [card.shadowRoot.querySelector('[part=toggle]').getAttribute('aria-expanded'), card.hasAttribute('expanded')].join();
    const states = [];
    const section = document.createElement('section');
    document.body.append(section);
    section.append(card);
    states.push(told());
    const root = section.attachShadow({ mode: 'open' });
    root.append(card);
    states.push(told());
    card.remove();
    states.push(told());
    document.body.append(card);
    states.push(told());
    return states;
  });
  assert.deepEqual(after, Array(4).fill('true,true'));
  await t.click('article-card', 'toggle');
  assert.deepEqual(await state(), [false, false], 'and the button works there');
});

test('what is changed while the card is away is obeyed', async () => {
  await open();
  const states = await t.run(() => {
    const card = document.querySelector('article-card');
    card.remove();
    card.expand();
    document.body.append(card);
    return card.shadowRoot.querySelector('[part=toggle]').getAttribute('aria-expanded');
  });
  assert.equal(states, 'true');
});

test('changed while away: one event for each change, on the element', async () => {
  await open();
  const told = await t.run(() => {
    const card = document.querySelector('article-card');
    const told = [];
    card.addEventListener('article-card:toggle', ({ target, detail }) => told.push([target === card, detail.expanded, detail.cause]));
    card.remove();
    card.expand();
    card.expand();
    card.toggle();
    document.body.append(card);
    return told;
  });
  assert.deepEqual(told, [[true, true, 'api'], [true, false, 'api']]);
  assert.deepEqual(await state(), [false, false]);
});

test('opened by the page before our script has come: drawn open, and nothing was toggled', async () => {
  await t.open(inline() + inline(longArticle({ url: 'https://publisher.example/2' }), 'expanded id="markup"'), { script: null });
  await t.run(() => document.querySelector('article-card').setAttribute('expanded', ''));
  await t.run(() => import('/dist/article-card.js').then(() => true));
  await t.drawn();
  await t.drawn('#markup');
  const shown = await t.run(() => [...document.querySelectorAll('article-card')].map(({ shadowRoot }) =>
    shadowRoot.querySelector('[part=body] > [part=rest]').getBoundingClientRect().height > 100));
  assert.deepEqual([await state(), shown, await toggles()], [[true, true], [true, true], []]);
});

test('events come out of every shadow tree the card is in, from the element that holds it', async () => {
  await open();
  const told = await t.run(() => {
    const card = document.querySelector('article-card');
    const section = Object.assign(document.createElement('section'), { id: 'outer' });
    document.body.append(section);
    section.attachShadow({ mode: 'open' }).append(card);
    const told = [];
    section.shadowRoot.addEventListener('article-card:toggle', ({ target }) => told.push(target === card));
    document.body.addEventListener('article-card:toggle', ({ target }) => told.push(target.id));
    card.shadowRoot.querySelector('[part=toggle]').click();
    return told;
  });
  assert.deepEqual(told, [true, 'outer']);
});

test('a changed attribute that draws the card again leaves it open', async () => {
  await open();
  await t.click('article-card', 'toggle');
  await t.run(() => document.querySelector('article-card').setAttribute('heading-level', '4'));
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('h4[part=headline]'));
  assert.deepEqual(await state(), [true, true]);
});
