// The pages of a feed: read on demand, each once.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture, gate } from './harness.mjs';
import { feed } from './stories.mjs';

const t = fixture();
const items = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => ({ id: `${from + at}`, headline: `Item ${from + at}`, url: `https://publisher.example/${from + at}` }));
const numbers = (from, to) => items(from, to).map((item) => item.headline);
const page = (path, list, next, own = {}) => t.route(path, { json: feed(list, { more: next && { url: t.url(next) }, ...own }) });
const open = async (src = '/1.json', attributes = '') => {
  t.server.requests.length = 0;
  await t.open(`<main><article-feed src="${src}" loading="eager" ${attributes}><a href="/all">All stories</a></article-feed></main><aside></aside>`);
  await t.drawn('article-feed');
};
const shown = () => t.inside('article-feed', (root) => [...root.querySelectorAll('[part~=item] [part=headline]')].map((headline) => headline.textContent));
const press = () => t.inside('article-feed', (root) => root.querySelector('[part=more]').click());
const settled = () => t.until(() => {
  const host = document.querySelector('article-feed');
  return host.getAttribute('aria-busy') !== 'true' && host.shadowRoot.querySelector('[part=more]')?.getAttribute('aria-disabled') !== 'true';
});
const more = async () => { await press(); await settled(); };
const events = async (nth) => (await t.event('article-feed:more', nth)).detail;
test('the document first, then page after page, each asked for once', async () => {
  page('/1.json', items(1, 7), '/2.json');
  page('/2.json', items(8, 10), '/3.json');
  page('/3.json', items(11, 12));
  await open();
  await more();
  assert.deepEqual(await shown(), numbers(1, 7));
  assert.equal(t.server.count('/2.json'), 0, 'nothing is asked for before it is needed');
  await more();
  assert.deepEqual(await shown(), numbers(1, 10));
  await more();
  assert.deepEqual(await shown(), numbers(1, 12));
  assert.equal(await t.part('article-feed', 'more'), null);
  assert.deepEqual(['/1.json', '/2.json', '/3.json'].map((path) => t.server.count(path)), [1, 1, 1]);
  assert.deepEqual(await events(2), { shown: 12, total: 12, warnings: [] });
});

test('addresses are relative to the feed’s own', async () => {
  t.route('/deep/2.json', { json: feed(items(6, 6)) });
  t.route('/1.json', { json: feed(items(1, 5), { url: t.url('/deep/feed'), more: { url: '2.json' } }) });
  await open();
  await more();
  assert.deepEqual(await shown(), numbers(1, 6));
});

test('a story that was there before does not come again; a page of nothing new leads to the next', async () => {
  page('/1.json', items(1, 5), '/2.json');
  page('/2.json', items(2, 5), '/3.json');
  page('/3.json', [...items(4, 6), { url: 'https://publisher.example/1', headline: 'The first one without its id' }]);
  await open();
  await more();
  assert.deepEqual(await shown(), numbers(1, 6));
});

test('one bad story hides no other, and is told with its place', async () => {
  page('/1.json', items(1, 5), '/2.json');
  page('/2.json', [{ headline: 7 }, ...items(6, 6), {}]);
  await open();
  await more();
  assert.deepEqual(await shown(), numbers(1, 6));
  assert.deepEqual((await events(0)).warnings.map((warning) => warning.path), ['items[0].headline', 'items[2]']);
});

test('a bare list and a single article are pages too', async () => {
  page('/1.json', items(1, 5), '/2.json');
  t.route('/2.json', { json: items(6, 7).map((item) => ({ schema: 'article-card/1', ...item })) });
  await open();
  await more();
  assert.deepEqual(await shown(), numbers(1, 7));
});

for (const [name, second] of [['itself', '/1.json'], ['a page that was read', '/2.json']]) {
  test(`a feed that goes on with ${name} ends`, async () => {
    page('/1.json', items(1, 5), second);
    page('/2.json', items(6, 6), '/1.json');
    await open();
    await more();
    assert.equal(await t.part('article-feed', 'more'), null);
    assert.equal(t.server.count('/1.json'), 1);
    const said = second === '/2.json' ? '1 more story' : 'No more stories';
    await t.until((said) => document.querySelector('article-feed').shadowRoot.querySelector('[part=status]').textContent === said, said);
  });
}

test('no more than five pages without anything new for one press', async () => {
  page('/1.json', items(1, 5), '/empty-1.json');
  for (let at = 1; at < 9; at++) page(`/empty-${at}.json`, items(1, 2), `/empty-${at + 1}.json`);
  page('/empty-9.json', items(6, 6));
  await open();
  await more();
  const count = () => t.server.requests.filter((request) => request.path.startsWith('/empty-')).length;
  assert.deepEqual([count(), (await shown()).length], [5, 5]);
  await more();
  assert.deepEqual([count(), (await shown()).length], [9, 6]);
});

test('an address that the policy refuses is left out with a warning', async () => {
  t.route('/1.json', { json: feed(items(1, 3), { more: { url: 'javascript:alert(1)' } }) });
  await open();
  assert.equal(await t.part('article-feed', 'more'), null);
  assert.deepEqual((await t.event('article-card:load')).detail.warnings.map((warning) => warning.path), ['more.url']);
});

test('while a page loads the element is busy, its button has the focus, and a second press does nothing', async () => {
  const late = gate();
  page('/1.json', items(1, 5), '/2.json');
  t.route('/2.json', { json: feed(items(6, 6)), hold: late.promise });
  await open();
  await t.inside('article-feed', (root) => root.querySelector('[part=more]').focus());
  await press();
  await press();
  await t.until(() => document.querySelector('article-feed').getAttribute('aria-busy') === 'true');
  assert.deepEqual(await t.inside('article-feed', (root) => {
    const button = root.querySelector('[part=more]');
    return [button.disabled, button.getAttribute('aria-disabled'), root.activeElement === button];
  }), [false, 'true', true]);
  late.open();
  await settled();
  assert.deepEqual([t.server.count('/2.json'), (await shown()).length], [1, 6]);
  assert.equal(await t.run(() => document.querySelector('article-feed').hasAttribute('aria-busy')), false);
});

test('moved while a page loads, it goes on there', async () => {
  const late = gate();
  page('/1.json', items(1, 5), '/2.json');
  t.route('/2.json', { json: feed(items(6, 7)), hold: late.promise });
  await open();
  await press();
  await t.until(() => document.querySelector('article-feed').getAttribute('aria-busy') === 'true');
  await t.run(() => document.querySelector('aside').append(document.querySelector('article-feed')));
  late.open();
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelectorAll('[part~=item]').length > 5);
  await settled();
  assert.deepEqual(await shown(), numbers(1, 7));
});

test('taken away while a page loads and put back later, it can be asked again', async () => {
  const late = gate();
  page('/1.json', items(1, 5), '/2.json');
  t.route('/2.json', { json: feed(items(6, 7)), hold: late.promise });
  await open();
  await press();
  await t.until(() => document.querySelector('article-feed').getAttribute('aria-busy') === 'true');
  await t.run(() => { window.away = document.querySelector('article-feed'); window.away.remove(); });
  late.open();
  await t.frames();
  await t.run(() => document.querySelector('main').append(window.away));
  await settled();
  assert.equal((await shown()).length, 5);
  await more();
  assert.deepEqual(await shown(), numbers(1, 7));
});

test('moved after pages were read, it goes on from there and asks for nothing again', async () => {
  page('/1.json', items(1, 5), '/2.json');
  page('/2.json', items(6, 9), '/3.json');
  page('/3.json', items(10, 10));
  await open('/1.json', 'page-size="3"');
  await more();
  await more();
  await t.run(() => document.querySelector('aside').append(document.querySelector('article-feed')));
  await more();
  await more();
  assert.deepEqual(await shown(), numbers(1, 10));
  assert.deepEqual(['/1.json', '/2.json', '/3.json'].map((path) => t.server.count(path)), [1, 1, 1]);
});

test('drawn again after pages were read, it shows the same', async () => {
  page('/1.json', items(1, 3), '/2.json');
  page('/2.json', items(4, 6), '/3.json');
  page('/3.json', items(7, 7));
  await open();
  await more();
  const level = async (number) => {
    await t.run((number) => document.querySelector('article-feed').setAttribute('heading-level', number), number);
    await t.until((number) => document.querySelector('article-feed').shadowRoot.querySelector(`h${number}[part=feed-title]`), number);
  };
  await level(4);
  assert.deepEqual(await shown(), numbers(1, 6));
  await more();
  await level(5);
  assert.deepEqual([await shown(), await t.part('article-feed', 'more')], [numbers(1, 7), null]);
});

test('another document means another feed: a page of the old one never appears', async () => {
  const late = gate();
  page('/1.json', items(1, 5), '/2.json');
  t.route('/2.json', { json: feed(items(6, 7)), hold: late.promise });
  t.route('/other.json', { json: feed(items(20, 21), { title: 'Other' }) });
  await open();
  await press();
  await t.until(() => document.querySelector('article-feed').getAttribute('aria-busy') === 'true');
  await t.run(() => document.querySelector('article-feed').setAttribute('src', '/other.json'));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('[part=feed-title]').textContent === 'Other');
  late.open();
  await t.frames();
  assert.deepEqual(await shown(), numbers(20, 21));
});

test('two feeds of the same document do not disturb each other', async () => {
  page('/1.json', items(1, 5), '/2.json');
  page('/2.json', items(6, 7));
  await open();
  await t.run(() => document.querySelector('aside').append(document.querySelector('article-feed').cloneNode(true)));
  await t.drawn('aside article-feed');
  await more();
  assert.equal(await t.inside('aside article-feed', (root) => root.querySelectorAll('[part~=item]').length), 5);
});

test('the list in the page stays until the feed is drawn', async () => {
  const late = gate();
  t.route('/held.json', { json: feed(items(1, 5)), hold: late.promise });
  await t.open('<article-feed src="/held.json" loading="eager"><a href="/a">One</a> <a href="/b">Two</a></article-feed>');
  await t.until(() => document.querySelector('article-feed').getAttribute('aria-busy') === 'true');
  const seen = () => t.run(() => [...document.querySelectorAll('article-feed a')].map((link) => link.getClientRects().length));
  assert.deepEqual(await seen(), [1, 1]);
  late.open();
  await t.drawn('article-feed');
  assert.deepEqual(await seen(), [0, 0]);
});

test('a hundred feeds, pressed and removed, leave nothing mounted', async () => {
  t.route('/many.json', { json: feed(items(1, 9)) });
  await t.open('<p>Feeds by script</p>');
  await t.until(() => customElements.get('article-feed'));
  const mounts = await t.run(async () => {
    const feeds = Array.from({ length: 100 }, () => {
      const made = document.createElement('article-feed');
      made.setAttribute('loading', 'eager');
      made.setAttribute('src', '/many.json');
      document.body.append(made);
      return made;
    });
    for (const made of feeds) {
      while (!made.shadowRoot.querySelector('[part=more]')) await new Promise((done) => made.addEventListener('article-card:load', done, { once: true }));
      made.shadowRoot.querySelector('[part=more]').click();
    }
    const { mounts } = customElements.get('article-feed');
    for (const made of feeds) made.remove();
    return [mounts, customElements.get('article-feed').mounts];
  });
  assert.deepEqual(mounts, [100, 0]);
});
