// A feed that has read on, or is about to: what becomes of it when it moves, changes, goes.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { engine, fixture, gate } from './harness.mjs';
import { feeds, item, items, names } from './feeds.mjs';
import { feed } from './stories.mjs';

const t = fixture();
const { serve, open, shown, press, waiting, more, way, inTask } = feeds(t);
const mounts = () => t.run(() => customElements.get('article-feed').mounts);
const asked = (folder, ...pages) => pages.map((n) => t.server.count(`${folder}${n}.json`));
const titled = (title) => t.until((title) => document.querySelector('article-feed').shadowRoot.querySelector('[part=feed-title]')?.textContent === title, title);
const level = async (number) => {
  await t.run((number) => document.querySelector('article-feed').setAttribute('heading-level', number), number);
  await t.until((number) => document.querySelector('article-feed').shadowRoot.querySelector(`h${number}[part=feed-title]`), number);
};
const isBusy = () => t.run(() => document.querySelector('article-feed').hasAttribute('aria-busy'));
const around = ['<aside></aside><main>', '</main>'];
/** A feed of five whose second page, of two, waits for `hold`. */
async function held(attributes) {
  const hold = gate();
  const folder = serve(items(1, 5), { json: feed(items(6, 7)), hold: hold.promise });
  await open(`${folder}1.json`, attributes, around);
  await press();
  await waiting();
  return { hold, folder };
}

test('page-size that changes is obeyed, and decides the next step', async () => {
  await open(`${serve(items(1, 8))}1.json`, 'page-size="2"');
  const size = async (value, count) => {
    await t.run((value) => document.querySelector('article-feed').setAttribute('page-size', value), value);
    await t.until((count) => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]').length === count, count);
    assert.deepEqual([await shown(), (await way()).button], [names(1, count), count < 8 ? 'Show more' : null]);
  };
  await size('10', 8);
  await size('-3', 5);
  await size('2.5', 5);
  await size('1', 1);
  await more();
  assert.deepEqual(await shown(), names(1, 2));
  await size('4', 4);
  await more();
  assert.deepEqual([await shown(), (await way()).button], [names(1, 8), null]);
  await t.run(() => document.querySelector('article-feed').setAttribute('page-size', '3'));
  await level(4);
  assert.deepEqual([await shown(), (await way()).button], [names(1, 8), null], 'what the reader has asked for stays');
});

test('drawn again after two pages, by labels and by level: the same stories in the same order, then on', async () => {
  const folder = serve(items(1, 3), [item(4), item(1), item(5)], items(6, 7), items(8, 8));
  await open(`${folder}1.json`);
  await more();
  await more();
  await t.run(() => document.querySelector('article-feed').setAttribute('labels', '{"showMore": "Weitere"}'));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('[part=more] .more').textContent === 'Weitere');
  await level(4);
  assert.deepEqual([await shown(), (await way()).button], [names(1, 7), 'Weitere']);
  await more();
  await level(3);
  assert.deepEqual([await shown(), (await way()).button], [names(1, 8), null]);
  assert.deepEqual(asked(folder, 1, 2, 3, 4), [1, 1, 1, 1]);
});

test('drawn again while a page loads: still busy, still off, and the page comes once', async () => {
  const { hold, folder } = await held();
  await level(4);
  const button = await t.part('article-feed', 'more');
  assert.deepEqual([await isBusy(), await button.getAttribute('aria-disabled')], [true, 'true']);
  hold.open();
  await t.event('article-feed:more');
  assert.deepEqual([await shown(), await isBusy(), asked(folder, 2)], [names(1, 7), false, [1]]);
});

test('page-size that changes while a page loads: the focus goes to the first story of the page', async () => {
  const hold = gate();
  const folder = serve(items(1, 5), { json: feed(items(6, 7)), hold: hold.promise });
  await open(`${folder}1.json`, '', around);
  await t.click('article-feed', 'more');
  await waiting();
  await t.run(() => document.querySelector('article-feed').setAttribute('page-size', '2'));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]').length === 2);
  hold.open();
  const { detail } = await t.event('article-feed:more');
  const stories = await shown();
  assert.deepEqual([stories, detail.total], [names(1, detail.shown), 7]);
  assert.equal(await t.inside('article-feed', (root) => root.activeElement?.textContent), 'Story 3', 'the first one that is new');
});

test('moved while a page loads: one request, drawn once, and usable', async () => {
  const { hold, folder } = await held();
  await inTask(() => document.querySelector('aside').append(document.querySelector('article-feed')));
  await inTask(() => document.querySelector('main').append(document.querySelector('article-feed')));
  assert.deepEqual([await isBusy(), await (await t.part('article-feed', 'more')).getAttribute('aria-disabled')], [true, 'true']);
  hold.open();
  await t.event('article-feed:more');
  await t.frames();
  assert.deepEqual([await shown(), await isBusy(), asked(folder, 2), (await t.log('article-feed:more')).length], [names(1, 7), false, [1], 1]);
  assert.deepEqual([await mounts(), await t.log('article-card:error')], [1, []]);
});

test('taken away while a page loads: nothing is told, and back again the button works', async () => {
  const { hold } = await held();
  await t.run(() => { window.away = document.querySelector('article-feed'); window.away.remove(); });
  assert.equal(await mounts(), 0);
  hold.open();
  await t.frames();
  await t.run(() => document.querySelector('main').append(window.away));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('[part=more]').getAttribute('aria-disabled') !== 'true');
  assert.deepEqual([await shown(), await isBusy(), await way()], [names(1, 5), false, { button: 'Show more', told: '' }]);
  await more();
  assert.deepEqual([await shown(), (await t.log()).map((entry) => entry.type)], [names(1, 7), ['article-card:load', 'article-feed:more']]);
});

test('through a document without a window while a page loads: back again the button works', async () => {
  const { hold } = await held();
  await t.run(() => {
    window.away = document.querySelector('article-feed');
    document.implementation.createHTMLDocument('').body.append(window.away);
  });
  hold.open();
  await t.frames();
  await t.run(() => document.querySelector('main').append(window.away));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('[part=more]').getAttribute('aria-disabled') !== 'true');
  assert.deepEqual([await shown(), await isBusy()], [names(1, 5), false]);
  await more();
  assert.deepEqual([await shown(), await t.log('article-card:error')], [names(1, 7), []]);
});

test('moved and drawn again after pages were read: it goes on without asking for anything twice', async () => {
  const folder = serve(items(1, 3), items(4, 6), items(7, 8));
  await open(`${folder}1.json`, 'page-size="2"', around);
  for (let step = 0; step < 2; step++) await more();
  await inTask(() => document.querySelector('aside').append(document.querySelector('article-feed')));
  await more();
  assert.deepEqual(await shown(), names(1, 6));
  await inTask(() => document.querySelector('main').append(document.querySelector('article-feed')));
  await level(4);
  assert.deepEqual(await shown(), names(1, 6));
  await more();
  assert.deepEqual([await shown(), (await way()).button, asked(folder, 1, 2, 3)], [names(1, 8), null, [1, 1, 1]]);
});

for (const [name, change] of [['src', (host, path) => host.setAttribute('src', path)], ['data', (host, path, data) => { host.data = data; }]]) {
  test(`another ${name} while a page loads, or after: a feed of its own, that starts with its first step`, async () => {
    const other = (title, first) => feed(items(first, first + 6), { title });
    const { hold } = await held();
    t.route('/feeds/second.json', { json: other('Second', 20) });
    t.route('/feeds/third.json', { json: other('Third', 30) });
    const set = (path, data) => t.driver.executeScript(`(${change})(document.querySelector('article-feed'), ...arguments)`, path, data);
    await set('/feeds/second.json', other('Second', 20));
    await titled('Second');
    hold.open();
    await t.frames();
    assert.deepEqual([await shown(), await isBusy(), await way()], [names(20, 24), false, { button: 'Show more', told: '' }]);
    await more();
    assert.deepEqual(await shown(), names(20, 26));
    await set('/feeds/third.json', other('Third', 30));
    await titled('Third');
    assert.deepEqual(await shown(), names(30, 34));
    assert.deepEqual((await t.log('article-feed:more')).map((entry) => entry.detail.shown), [7]);
  });
}

test('two feeds of one src: pressed at once, each has its stories, its words, its end', async () => {
  const folder = serve(items(1, 5), items(6, 7), items(8, 8));
  await open(`${folder}1.json`, 'id="one"', ['', `<article-feed id="two" loading="eager" src="${folder}1.json"></article-feed>`]);
  await t.drawn('#two');
  await t.run(() => { for (const host of document.querySelectorAll('article-feed')) host.shadowRoot.querySelector('[part=more]').click(); });
  await t.event('article-feed:more', 1);
  await more('#one');
  assert.deepEqual([await shown('#one'), await shown('#two')], [names(1, 8), names(1, 7)]);
  assert.deepEqual([(await way('#one')).button, (await way('#two')).button], [null, 'Show more']);
  await t.run(() => document.querySelector('#one').remove());
  await more('#two');
  assert.deepEqual(await shown('#two'), names(1, 8));
});

test('a feed that comes when others have gone asks for its pages anew', async () => {
  const folder = serve(items(1, 5), items(6, 7));
  await open(`${folder}1.json`, '', around);
  await more();
  t.route(`${folder}2.json`, { json: feed(items(8, 9)) });
  await t.run(() => {
    const again = document.querySelector('article-feed').cloneNode(true);
    document.querySelector('article-feed').replaceWith(again);
  });
  await t.drawn('article-feed');
  await more();
  assert.deepEqual([await shown(), asked(folder, 2)], [[...names(1, 5), ...names(8, 9)], [2]]);
});

test('the page’s own list stands until the first draw, and again when another document fails', async () => {
  const hold = gate();
  t.route('/feeds/held.json', { json: feed(items(1, 6)), hold: hold.promise });
  await t.open('<article-feed loading="eager" src="/feeds/held.json"><ul><li><a href="/a">One</a><li><a href="/b">Two</a></ul></article-feed>');
  const list = () => t.run(() => [...document.querySelectorAll('li')].map((entry) => entry.getClientRects().length));
  await waiting();
  await t.frames();
  assert.deepEqual(await list(), [1, 1]);
  hold.open();
  await t.drawn('article-feed');
  assert.deepEqual(await list(), [0, 0]);
  await more();
  await t.run(() => document.querySelector('article-feed').setAttribute('src', '/feeds/missing.json'));
  await t.event('article-card:error');
  assert.deepEqual([await list(), await mounts()], [[1, 1], 0]);
});

const many = (folder) => t.run(async (src) => {
  await customElements.whenDefined('article-feed');
  window.removed = [];
  const counts = [];
  const told = (host, type) => new Promise((done) => host.addEventListener(type, done, { once: true }));
  for (let n = 0; n < 100; n++) {
    const host = document.createElement('article-feed');
    host.setAttribute('loading', 'eager');
    host.setAttribute('src', src);
    document.body.append(host);
    await told(host, 'article-card:load');
    const read = told(host, 'article-feed:more');
    host.shadowRoot.querySelector('[part=more]').click();
    if (n % 2) await read; // every other one goes while its page is on the way
    counts.push(customElements.get('article-feed').mounts);
    host.remove();
    window.removed.push(new WeakRef(host));
  }
  return [Math.max(...counts), customElements.get('article-feed').mounts];
}, `${folder}1.json`);

test('a hundred feeds that read a page, and go during or after it, leave nothing mounted', async () => {
  await t.open('<main></main>');
  assert.deepEqual(await many(serve(items(1, 5), items(6, 7))), [1, 0]);
  if (engine !== 'chromium') return; // the others have no way to ask for a collection
  await t.until(async () => {
    await gc({ type: 'major', execution: 'async' });
    return window.removed.every((host) => !host.deref());
  });
});
