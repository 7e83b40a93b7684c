// Attributes: what changes when they change, and when a card starts.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture, gate } from './harness.mjs';
import { article, feed, inScript, longArticle } from './stories.mjs';

const t = fixture();
const drawnAs = (selector, text) =>
  t.until((css, expected) => document.querySelector(css)?.shadowRoot?.querySelector('[part=headline]')?.textContent === expected, selector, text);
const mounts = () => t.run(() => customElements.get('article-card').mounts);
const inline = (json) => `<article-card><script type="application/json">${inScript(json)}</script></article-card>`;

test('changed attributes redraw: heading level, language, labels, time zone', async () => {
  const story = longArticle({ language: undefined, datePublished: '2026-03-31T23:30:00Z' });
  await t.open(inline(story).replace('<article-card', '<article-card heading-level="2" lang="en"'));
  await t.drawn();
  const change = (name, value) => t.run((n, v) => document.querySelector('article-card').setAttribute(n, v), name, value);
  const shows = (css, pattern) => t.until((selector, source) =>
    new RegExp(source).test(document.querySelector('article-card').shadowRoot.querySelector(selector)?.textContent), css, pattern);
  await shows('h2[part=headline]', 'A headline');
  await shows('[part=published]', 'March');
  await change('heading-level', '4');
  await shows('h4[part=headline]', 'A headline');
  await change('lang', 'de');
  await shows('[part=published]', 'März');
  await change('time-zone', 'Asia/Tokyo');
  await shows('[part=published]', 'April');
  await change('labels', '{"showMore": "Weiterlesen"}');
  await shows('[part=toggle] .more', '^Weiterlesen$');
  assert.equal(await mounts(), 1);
});

test('expanded set and removed by the page opens and closes the body', async () => {
  await t.open(inline(longArticle()));
  await t.drawn();
  const set = (open) => t.run((on) => document.querySelector('article-card').toggleAttribute('expanded', on), open);
  const height = () => t.inside('article-card', (root) => {
    const first = root.querySelector('[part=body] > [part=rest]').firstElementChild;
    return first.checkVisibility() ? first.getBoundingClientRect().height : 0;
  });
  assert.equal(await height(), 0);
  await set(true);
  assert.ok(await height() > 10);
  await set(false);
  assert.equal(await height(), 0);
  assert.deepEqual((await t.log('article-card:toggle')).map((entry) => entry.detail), [
    { expanded: true, cause: 'api' }, { expanded: false, cause: 'api' },
  ]);
});

test('a changed src draws the new article, and the old one stays until then', async () => {
  const hold = gate();
  t.route('/old.json', { json: article({ headline: 'Old' }) });
  t.route('/new.json', { json: article({ headline: 'New' }), hold: hold.promise });
  await t.open('<article-card src="/old.json"></article-card>');
  await drawnAs('article-card', 'Old');
  await t.run(() => document.querySelector('article-card').setAttribute('src', '/new.json'));
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  assert.equal(await t.text('article-card', 'headline'), 'Old');
  hold.open();
  await drawnAs('article-card', 'New');
  assert.equal(await mounts(), 1);
});

for (const [change, expected] of [['expanded', '[aria-expanded=true]'], ['heading-level=5', 'h5[part=headline]'], ['src=/second.json', '[part=summary]']]) {
  test(`a card whose attributes change while it is out of the page obeys them when it comes back: ${change}`, async () => {
    t.route('/first.json', { json: longArticle() });
    t.route('/second.json', { json: longArticle({ summary: 'The second article' }) });
    await t.open('<article-card src="/first.json"></article-card>');
    await t.drawn();
    await t.run((name, value) => {
      const card = document.querySelector('article-card');
      card.remove();
      card.setAttribute(name, value);
      document.body.append(card);
    }, ...change.split('='), '');
    await t.untilWithin(3000, (css) => document.querySelector('article-card').shadowRoot.querySelector(css), expected);
  });
}

test('a card far below asks for nothing until the reader comes near', async () => {
  t.route('/near.json', { json: article() });
  t.route('/far.json', { json: article({ headline: 'Far' }) });
  await t.open('<article-card id="near" src="/near.json"></article-card><div id="space"></div><article-card id="far" src="/far.json"></article-card>', {
    head: '<style>#space { height: 8000px }</style>',
  });
  await t.drawn('#near');
  await t.frames();
  assert.equal(t.server.count('/far.json'), 0);
  await t.run(() => document.getElementById('far').scrollIntoView());
  await drawnAs('#far', 'Far');
  assert.equal(t.server.count('/far.json'), 1);
});

test('a card in a closed panel starts when the panel opens; loading="eager" does not wait', async () => {
  t.route('/shown.json', { json: article() });
  t.route('/panel.json', { json: article() });
  t.route('/eager.json', { json: article() });
  await t.open(`<article-card id="shown" src="/shown.json"></article-card><div id="panel" hidden><article-card id="lazy" src="/panel.json"></article-card>
    <article-card id="eager" loading="eager" src="/eager.json"></article-card></div>`);
  await t.drawn('#shown');
  await t.drawn('#eager');
  await t.frames();
  assert.equal(t.server.count('/panel.json'), 0);
  await t.run(() => { document.getElementById('panel').hidden = false; });
  await t.drawn('#lazy');
});

const change = (body, ...args) => t.driver.executeScript(
  `const args = [document.querySelector('article-card'), ...arguments];
   return new Promise((done) => setTimeout(() => { (${body})(...args); done(true); }))`, ...args);
const seen = async () => (await t.log()).map((entry) => entry.type);

test('src and item that change together draw once, from the new document', async () => {
  t.route('/short.json', { json: article({ headline: 'Short' }) });
  t.route('/list.json', { json: feed(['a', 'b', 'c', 'd'].map((headline) => ({ headline }))) });
  for (const names of [['src', 'item'], ['item', 'src']]) {
    await t.open('<article-card src="/short.json"></article-card>');
    await drawnAs('article-card', 'Short');
    await change((card, order) => {
      for (const name of order) card.setAttribute(name, name === 'src' ? '/list.json' : '3');
    }, names);
    await drawnAs('article-card', 'd');
    assert.deepEqual(await seen(), ['article-card:load', 'article-card:load']);
  }
});

test('a src that changes out of the page is the only one that is drawn, and attributes are obeyed after it', async () => {
  t.route('/a.json', { json: article({ headline: 'A' }) });
  t.route('/b.json', { json: article({ headline: 'B' }) });
  for (const later of [false, true]) {
    await t.open('<article-card src="/a.json"></article-card>');
    await drawnAs('article-card', 'A');
    await change((card, wait) => {
      card.remove();
      card.setAttribute('src', '/b.json');
      if (wait) setTimeout(() => document.body.append(card), 20);
      else document.body.append(card);
    }, later);
    await drawnAs('article-card', 'B');
    await t.frames();
    assert.deepEqual(await seen(), ['article-card:load', 'article-card:load'], `later: ${later}`);
    await change((card) => card.setAttribute('heading-level', '5'));
    await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('h5[part=headline]'));
  }
});

test('after a src that failed, a changed attribute does not bring the article before it back', async () => {
  t.route('/good.json', { json: article({ headline: 'Good' }) });
  await t.open('<article-card src="/good.json"></article-card>');
  await drawnAs('article-card', 'Good');
  await change((card) => card.setAttribute('src', '/nothing-there.json'));
  await t.event('article-card:error');
  await change((card) => card.setAttribute('lang', 'de'));
  await t.frames();
  assert.deepEqual([await t.text('article-card', 'headline'), await seen()], [null, ['article-card:load', 'article-card:error']]);
});

test('a src that is taken away while it loads leaves an element that waits, not a busy one', async () => {
  t.route('/never.json', { hold: new Promise(() => {}) });
  await t.open('<article-card src="/never.json"></article-card>');
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  await change((card) => card.removeAttribute('src'));
  await t.frames();
  assert.equal(await t.run(() => document.querySelector('article-card').hasAttribute('aria-busy')), false);
});

test('an attribute of feeds does nothing to a card', async () => {
  await t.open(inline(article()));
  await t.drawn();
  await t.run(() => document.querySelector('article-card').setAttribute('refresh', '60'));
  await t.frames();
  assert.equal((await t.log('article-card:load')).length, 1);
});
