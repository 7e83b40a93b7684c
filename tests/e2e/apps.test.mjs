// Pages that are applications: they change without being loaded, as frameworks and page swappers do it.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture, gate } from './harness.mjs';
import { article, feed, longArticle } from './stories.mjs';

const link = '<a href="https://publisher.example/story">The story</a>';
const stories = ['one', 'two', 'three', 'four', 'five'];
const t = fixture({
  routes: Object.fromEntries(stories.map((name) => [`/${name}.json`, { json: longArticle({ headline: name, url: `https://publisher.example/${name}` }) }])),
});
const card = (name, attributes = '') => `<article-card id="${name}" loading="eager" src="/${name}.json" ${attributes}>${link}</article-card>`;
const quotation = (name, attributes = '') => `<blockquote class="article-card" data-src="/${name}.json" data-loading="eager" ${attributes}>${link}</blockquote>`;

/** The headlines of all cards and feeds of the page, in its order, once there are so many. */
const shows = (...headlines) => t.until((expected) => {
  const found = [...document.querySelectorAll('article-card, article-feed')].map((host) => host.shadowRoot?.querySelector('[part=headline]')?.textContent);
  return found.join() === expected;
}, headlines.join());
const mounts = () => t.run(() => customElements.get('article-card').mounts);
const types = async () => (await t.log()).map((entry) => entry.type);
const loads = (count) => Array(count).fill('article-card:load');
/** Runs in one task of the page: WebKit's driver runs promise jobs in the middle of what it is told to execute. */
const inTask = (body, ...args) => t.driver.executeScript(
  `const args = arguments; return new Promise((done) => setTimeout(() => { (${body}).apply(null, args); done(true); }))`, ...args);

/** An application with the routes of `views`: a link or a step in history puts another view into <main>. */
const app = (views) => `<nav>${Object.keys(views).map((path) => `<a class="nav" href="${path}">${path}</a>`).join(' ')}</nav><main></main><script>
  const views = ${JSON.stringify(views).replaceAll('<', '\\u003c')};
  const show = () => { document.querySelector('main').innerHTML = views[location.pathname] ?? ''; };
  document.querySelector('nav').addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState(null, '', event.target.href);
    show();
  });
  addEventListener('popstate', show);
</script>`;
const follow = (path) => t.driver.findElement({ css: `a[href="${path}"]` }).click();
const at = (path) => t.until((path) => location.pathname === path, path);

test('single-page navigation: each view draws its cards, and those of the view before have gone', async () => {
  await t.open(app({ '/a': card('one') + quotation('two'), '/b': card('three') + `<div><p>${card('four')}</p></div>`, '/c': '<p>No card</p>' }));
  await follow('/a');
  await shows('one', 'two');
  await follow('/b');
  await shows('three', 'four');
  assert.equal(await mounts(), 2);
  await t.click('#three', 'toggle');
  await follow('/c');
  assert.equal(await mounts(), 0);
  await t.driver.navigate().back();
  await shows('three', 'four');
  await t.driver.navigate().back();
  await shows('one', 'two');
  await t.driver.navigate().forward();
  await shows('three', 'four');
  assert.deepEqual([await mounts(), (await types()).filter((type) => type !== 'article-card:toggle')], [2, loads(10)]);
});

test('single-page navigation away from a card that is still loading: it stays silent, and comes when its view does', async () => {
  const hold = gate();
  t.route('/slow-view.json', { json: article({ headline: 'slow' }), hold: hold.promise });
  await t.open(app({ '/a': '<article-card loading="eager" src="/slow-view.json"></article-card>', '/b': card('one') }));
  await follow('/a');
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  await follow('/b');
  await shows('one');
  hold.open();
  await t.driver.navigate().back();
  await at('/a');
  await shows('slow');
  assert.deepEqual([await types(), await mounts()], [loads(2), 1]);
});

/** How page swappers put the body of another document in place of this one. */
const swaps = {
  'body.replaceWith, as Turbo and Astro': (next) => document.body.replaceWith(next.body),
  'document.body = importNode': (next) => { document.body = document.importNode(next.body, true); },
  'adoptNode and replaceChild': (next) => document.documentElement.replaceChild(document.adoptNode(next.body), document.body),
  'the new body before the old one goes': (next) => {
    const old = document.body;
    old.before(next.body);
    old.remove();
  },
  'the children, as swup and htmx': (next) => {
    document.body.replaceChildren(...next.body.children);
    document.body.className = next.body.className;
  },
  'body.innerHTML': (next) => {
    document.body.innerHTML = next.body.innerHTML;
    document.body.className = next.body.className;
  },
};
const swap = (how, html) => inTask(`(html) => (${how})(new DOMParser().parseFromString(html, 'text/html'))`, html);
/** Which cards have a dark ground. */
const dark = () => t.run(() => [...document.querySelectorAll('article-card')].filter((host) => {
  const ground = getComputedStyle(host.shadowRoot.querySelector('[part=card]')).backgroundColor;
  return Number(/[\d.]+/.exec(ground.replace('color(srgb', ''))[0]) * (ground.includes('srgb') ? 255 : 1) < 128;
}).map((host) => host.shadowRoot.querySelector('[part=headline]').textContent).join());

for (const [name, how] of Object.entries(swaps)) {
  test(`another body (${name}): cards, feeds and quotations draw, and follow the light and dark of that body`, async () => {
    t.route('/swapped.json', { json: feed([article({ headline: 'Of the feed' })]) });
    await t.open(`<!doctype html><html lang="en"><head><script type="module" src="/dist/article-card.js"></script></head><body>${card('one', 'theme="host"')}${card('two', 'theme="host"')}</body></html>`);
    await shows('one', 'two');
    assert.equal(await dark(), '');
    await swap(how, `<body class="dark">${card('three', 'theme="host"')}${quotation('four', 'data-theme="host"')}<article-feed loading="eager" src="/swapped.json">${link}</article-feed></body>`);
    await shows('three', 'four', 'Of the feed');
    assert.deepEqual([await dark(), await mounts()], ['three,four', 3]);
    await t.run(() => { document.body.className = 'light'; });
    await t.frames();
    assert.equal(await dark(), '', 'the new body is watched');
    await t.run(() => { document.documentElement.dataset.theme = 'dark'; document.body.className = ''; });
    await t.frames();
    assert.equal(await dark(), 'three,four', 'and so is the element around it');
    assert.deepEqual(await types(), loads(5));
  });
}

test('a card that a page swapper keeps in the next body is the same card, open as it was, and follows that body', async () => {
  await t.open(`<!doctype html><html lang="en"><head><script type="module" src="/dist/article-card.js"></script></head><body>${card('one', 'theme="host"')}${card('two', 'theme="host"')}</body></html>`);
  await shows('one', 'two');
  await t.click('#one', 'toggle');
  await inTask((html) => {
    const next = new DOMParser().parseFromString(html, 'text/html');
    const kept = window.kept = document.getElementById('one');
    window.nodes = [...kept.shadowRoot.querySelectorAll('*')];
    // As Turbo does it: a stand-in in the new body, a clone in the old one, the element itself last.
    const place = document.createElement('meta');
    next.getElementById('one').replaceWith(place);
    kept.replaceWith(kept.cloneNode(true));
    document.body.replaceWith(next.body);
    place.replaceWith(kept);
  }, `<body class="dark"><p>Next</p>${card('three', 'theme="host"')}<div>${card('one', 'theme="host"')}</div></body>`);
  await shows('three', 'one');
  assert.deepEqual(await t.run(() => {
    const now = document.getElementById('one');
    const nodes = [...now.shadowRoot.querySelectorAll('*')];
    return [now === window.kept, nodes.length === window.nodes.length && nodes.every((node, at) => node === window.nodes[at]), now.hasAttribute('expanded')];
  }), [true, true, true]);
  assert.deepEqual([await dark(), await mounts()], ['three,one', 2]);
  await t.run(() => { document.body.className = ''; });
  await t.frames();
  assert.equal(await dark(), '');
  await t.click('#one', 'toggle');
  assert.deepEqual(await t.run(() => document.getElementById('one').hasAttribute('expanded')), false);
});

test('a snapshot of the page, shown again later: each card draws once, open as it was, no quotation is doubled', async () => {
  await t.open(card('one') + quotation('two') + '<p>Page</p>');
  await shows('one', 'two');
  await t.click('#one', 'toggle');
  await inTask(() => {
    window.snapshot = document.body.cloneNode(true);
    document.body.innerHTML = '<p>Another page</p>';
  });
  assert.equal(await mounts(), 0);
  await inTask(() => document.body.replaceWith(window.snapshot));
  await shows('one', 'two');
  assert.deepEqual(await t.run(() => [
    document.querySelectorAll('blockquote').length, document.querySelectorAll('article-card article-card').length,
    document.getElementById('one').shadowRoot.querySelector('[part=toggle]').getAttribute('aria-expanded'), document.querySelectorAll('[aria-busy]').length,
  ]), [1, 0, 'true', 0]);
  assert.equal((await t.log('article-card:load')).length, 4);
});

test('a page that writes itself anew (innerHTML +=), while cards load and after: each is drawn, none is doubled', async () => {
  const hold = gate();
  t.route('/anew.json', { json: article({ headline: 'anew' }), hold: hold.promise });
  await t.open(`<main><article-card loading="eager" src="/anew.json">${link}</article-card>${quotation('two')}</main>`);
  await t.until(() => document.querySelectorAll('[aria-busy]').length > 0);
  const add = () => inTask(() => { document.querySelector('main').innerHTML += '<p>More</p>'; });
  await add();
  hold.open();
  await shows('anew', 'two');
  await add();
  await shows('anew', 'two');
  assert.deepEqual(await t.run(() => [document.querySelectorAll('blockquote').length, document.querySelectorAll('[aria-busy]').length]), [1, 0]);
  assert.equal(await mounts(), 2);
});

const state = () => t.run(() => [...document.querySelectorAll('article-card')].map((host) => `${host.id}${host.hasAttribute('expanded') ? ' open' : ''}`).join());
const reorders = {
  'keyed reorder, node by node': (main, nodes) => { for (const node of nodes.reverse()) main.append(node); },
  'keyed reorder with insertBefore': (main, nodes) => { for (const node of nodes.slice(1)) main.insertBefore(node, main.firstChild); },
  'all at once, replaceChildren': (main, nodes) => main.replaceChildren(...nodes.reverse()),
  'by way of a fragment': (main, nodes) => {
    const fragment = document.createDocumentFragment();
    fragment.append(...nodes.reverse());
    main.append(fragment);
  },
  'moveBefore, where there is such': (main, nodes) => { for (const node of nodes.slice(1)) (main.moveBefore ?? main.insertBefore).call(main, node, main.firstChild); },
};
for (const [name, reorder] of Object.entries(reorders)) {
  test(`${name}: the same cards in another order, as the reader left them; nothing is asked for or drawn again`, async () => {
    await t.open(`<main>${stories.map((name) => card(name)).join('')}</main>`);
    await shows(...stories);
    await t.click('#two', 'toggle');
    const asked = t.server.requests.length;
    await inTask(`() => {
      const main = document.querySelector('main');
      window.nodes = [...main.querySelectorAll('*')].flatMap((host) => [...(host.shadowRoot?.querySelectorAll('*') ?? [])]);
      (${reorder})(main, [...main.children]);
    }`);
    await t.frames();
    assert.equal(await state(), 'five,four,three,two open,one');
    assert.equal(await t.run(() => window.nodes.every((node) => node.isConnected)), true);
    assert.deepEqual([await mounts(), t.server.requests.length - asked, (await t.log('article-card:load')).length], [5, 0, 5]);
    await t.click('#two', 'toggle');
    assert.equal(await state(), 'five,four,three,two,one', 'and each works once');
    assert.deepEqual((await t.log('article-card:toggle')).map((entry) => entry.detail.expanded), [true, false]);
  });
}

test('mounted, unmounted and mounted again at once, as React does in development: one request, drawn once', async () => {
  t.route('/strict.json', { json: article({ headline: 'strict' }) });
  await t.open('<main></main>');
  await t.until(() => customElements.get('article-card'));
  await inTask(() => {
    const host = document.createElement('article-card');
    host.setAttribute('loading', 'eager');
    const main = document.querySelector('main');
    main.append(host);
    host.setAttribute('src', '/strict.json');
    host.remove();
    main.append(host);
  });
  await shows('strict');
  await t.frames();
  assert.deepEqual([await types(), t.server.count('/strict.json'), await mounts()], [loads(1), 1, 1]);
});

test('a quotation that is added and taken out again at once, and one that comes back: a card in its place, nothing thrown', async () => {
  await t.open('<main></main>');
  await t.until(() => customElements.get('article-card'));
  await inTask((html) => {
    const main = document.querySelector('main');
    main.innerHTML = html;
    window.quotation = main.firstElementChild;
    window.quotation.remove();
  }, quotation('two'));
  await t.frames();
  assert.equal(await t.run(() => document.querySelector('article-card')), null);
  await inTask(() => document.querySelector('main').append(window.quotation));
  await shows('two');
  assert.equal(await t.run(() => document.querySelector('article-card').parentNode.localName), 'main');
});
