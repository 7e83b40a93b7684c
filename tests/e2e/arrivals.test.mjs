// However and wherever cards come into a page, each draws once: by any way of insertion, forty at a time, far below, in
// closed tabs, deep in the components of the page.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, gate, project } from './harness.mjs';
import { article, feed, inScript, longArticle } from './stories.mjs';

const t = fixture();
const link = '<a href="https://publisher.example/story">The story</a>';
const mounts = () => t.run(() => customElements.get('article-card').mounts);
const defined = () => t.until(() => customElements.get('article-card'));
/** Runs in one task of the page: WebKit's driver runs promise jobs in the middle of what it is told to execute. */
const inTask = (body, ...args) => t.driver.executeScript(
  `const args = arguments; return new Promise((done) => setTimeout(() => { (${body}).apply(null, args); done(true); }))`, ...args);

/** One card by its address, one with its data, one that is a quotation still. */
const three = `<article-card src="/arrives.json">${link}</article-card>
  <article-card><script type="application/json">${inScript(article({ headline: 'Inline' }))}</script></article-card>
  <blockquote class="article-card" data-src="/arrives.json">${link}</blockquote>`;
const ways = {
  innerHTML: (main, html) => { main.innerHTML = html; },
  insertAdjacentHTML: (main, html) => main.insertAdjacentHTML('beforeend', html),
  outerHTML: (main, html) => { main.outerHTML = html; },
  'template.content, appended': (main, html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    main.append(template.content);
  },
  'template.content.cloneNode, from a template in the page': (main, html) => {
    main.innerHTML = `<template>${html}</template>`;
    main.append(main.firstChild.content.cloneNode(true));
  },
  'importNode of a template': (main, html) => {
    main.innerHTML = `<template>${html}</template>`;
    main.append(document.importNode(main.firstChild.content, true));
  },
  createContextualFragment: (main, html) => main.append(document.createRange().createContextualFragment(html)),
  'DOMParser and append': (main, html) => main.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes),
  'DOMParser and importNode': (main, html) => main.append(document.importNode(new DOMParser().parseFromString(html, 'text/html').body, true)),
  'a detached tree that is appended when it is whole': (main, html) => {
    const section = document.createElement('section');
    section.innerHTML = html;
    main.append(section);
  },
};
for (const [name, way] of Object.entries(ways)) {
  test(`inserted by ${name}: each card draws, once`, async () => {
    t.route('/arrives.json', { json: article({ headline: 'Arrived' }) });
    await t.open('<main></main>');
    await defined();
    await inTask(`(html) => (${way})(document.querySelector('main'), html)`, three);
    await t.until(() => window.__log.length === 3);
    await t.frames();
    assert.deepEqual(await t.run(() => [...document.querySelectorAll('article-card')].map(({ shadowRoot }) =>
      [shadowRoot.querySelectorAll('[part=card]').length, shadowRoot.querySelector('[part=headline]').textContent])),
    [[1, 'Arrived'], [1, 'Inline'], [1, 'Arrived']]);
    assert.deepEqual([await mounts(), await t.run(() => window.__log.map((entry) => entry.type).join())], [3, Array(3).fill('article-card:load').join()]);
  });
}

test('inserted by jQuery, which takes the type from scripts until they are in the page: an eager card finds its data', async () => {
  await t.open('<main></main>');
  await defined();
  await inTask((html) => {
    const section = document.createElement('section');
    section.innerHTML = html;
    const script = section.querySelector('script');
    const { type } = script;
    script.type = `true/${type}`;
    document.querySelector('main').append(section);
    script.type = type;
  }, `<article-card loading="eager"><script type="application/json">${inScript(article())}</script>${link}</article-card>`);
  await t.drawn();
});

test('cards in a template draw nothing and ask for nothing', async () => {
  t.route('/inert.json', { json: article() });
  await t.open(`<template><article-card loading="eager" src="/inert.json"></article-card><blockquote class="article-card" data-src="/inert.json" data-loading="eager">${link}</blockquote></template>`);
  await defined();
  await t.frames();
  assert.deepEqual([t.server.count('/inert.json'), await t.log(), await t.run(() => document.querySelector('template').content.querySelectorAll('blockquote').length)], [0, [], 1]);
});

test('cloneNode of a card that is drawn, and of one that loads: each clone draws once, for itself, and only in its shadow', async () => {
  const hold = gate();
  t.route('/cloned.json', { json: article({ headline: 'Cloned' }), hold: hold.promise });
  await t.open(`<main><article-card id="drawn"><script type="application/json">${inScript(longArticle({ headline: 'Drawn' }))}</script>${link}</article-card>
    <article-card id="loading" loading="eager" src="/cloned.json">${link}</article-card></main>`);
  await t.drawn('#drawn');
  await t.until(() => document.querySelector('#loading').getAttribute('aria-busy') === 'true');
  await inTask(() => {
    for (const id of ['drawn', 'loading']) {
      const clone = document.getElementById(id).cloneNode(true);
      clone.id = `${id}-clone`;
      document.querySelector('main').append(clone);
    }
  });
  hold.open();
  for (const id of ['drawn', 'loading', 'drawn-clone', 'loading-clone']) await t.drawn(`#${id}`);
  assert.deepEqual(await t.run(() => [...document.querySelectorAll('article-card')].map((host) =>
    [host.shadowRoot.querySelectorAll('[part=card]').length, host.querySelectorAll('[part]').length, host.querySelectorAll('a').length, host.hasAttribute('aria-busy')].join())),
  Array(4).fill('1,0,1,false'));
  assert.deepEqual([await mounts(), t.server.count('/cloned.json'), (await t.log('article-card:load')).length], [4, 1, 4]);
  await t.click('#drawn-clone', 'toggle');
  assert.deepEqual(await t.run(() => ['drawn', 'drawn-clone'].map((id) => document.getElementById(id).hasAttribute('expanded'))), [false, true]);
});

test('a card that is removed while the WebAssembly is on its way stays silent, and draws when it comes back', async () => {
  const hold = gate();
  t.route('/held/article-card.js', { type: 'text/javascript', body: readFileSync(join(project, 'dist/split/article-card.js')) });
  t.route('/held/article-card.wasm', { type: 'application/wasm', body: readFileSync(join(project, 'dist/split/article-card.wasm')), hold: hold.promise });
  await t.open(`<article-card loading="eager"><script type="application/json">${inScript(article())}</script></article-card>`, { script: '/held/article-card.js' });
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  await t.run(() => { window.card = document.querySelector('article-card'); window.card.remove(); });
  hold.open();
  await t.until(() => performance.getEntriesByName(new URL('/held/article-card.wasm', location).href).length > 0);
  await t.frames();
  assert.deepEqual([await t.log(), await mounts()], [[], 0]);
  await t.run(() => document.body.append(window.card));
  await t.drawn();
  assert.deepEqual([(await t.log()).length, await mounts()], [1, 1]);
});

test('forty cards: those near the reader are asked for, all come as they scroll, one style sheet serves them', async () => {
  const count = 40;
  for (let at = 0; at < count; at++) t.route(`/forty/${at}.json`, { json: article({ headline: `Story ${at}` }) });
  await t.open(`<main>${Array.from({ length: count }, (_, at) => `<section><article-card src="/forty/${at}.json">${link}</article-card></section>`).join('')}</main>`, {
    head: '<style>section { min-height: 500px }</style>',
  });
  await t.until(() => document.querySelector('article-card').shadowRoot?.querySelector('[part=card]'));
  await t.frames();
  const asked = () => Array.from({ length: count }, (_, at) => t.server.count(`/forty/${at}.json`));
  // The window shows two, and cards start a screen ahead.
  const first = asked().filter(Boolean).length;
  assert.ok(first >= 2 && first <= 6, `${first} at first`);
  await t.until(() => {
    document.querySelector('article-card:not([data-seen])')?.scrollIntoView();
    for (const host of document.querySelectorAll('article-card')) host.toggleAttribute('data-seen', !!host.shadowRoot.querySelector('[part=card]'));
    return !document.querySelector('article-card:not([data-seen])');
  });
  assert.deepEqual(asked(), Array(count).fill(1));
  assert.deepEqual(await t.run(() => {
    const hosts = [...document.querySelectorAll('article-card')];
    const own = ({ shadowRoot }) => [...shadowRoot.adoptedStyleSheets];
    return [hosts.every((host, at) => host.shadowRoot.querySelector('[part=headline]').textContent === `Story ${at}`), new Set(hosts.flatMap(own)).size];
  }), [true, 1]);
  assert.deepEqual([await mounts(), (await t.log('article-card:load')).length], [count, count]);
  await t.run(() => document.querySelector('main').remove());
  assert.equal(await mounts(), 0);
});

const far = '<div style="height: 6000px"></div>';
for (const [name, html, host] of [
  ['a card', `<article-card src="/below.json">${link}</article-card>`, 'article-card'],
  ['a card with loading="lazy"', `<article-card loading="lazy" src="/below.json">${link}</article-card>`, 'article-card'],
  ['a feed', `<article-feed src="/below.json">${link}</article-feed>`, 'article-feed'],
  ['a quotation', `<blockquote class="article-card" data-src="/below.json">${link}</blockquote>`, 'article-card'],
  ['a card in a box that scrolls', `<div id="box" style="height: 400px; overflow: auto">${far}<article-card src="/below.json">${link}</article-card></div>`, 'article-card'],
]) {
  test(`${name} far below is not asked for before the reader comes near`, async () => {
    t.route('/above.json', { json: article() });
    t.route('/below.json', { json: article({ headline: 'Below' }) });
    const before = t.server.count('/below.json');
    await t.open(`<article-card id="above" src="/above.json"></article-card>${name.includes('box') ? '' : far}<main>${html}</main>`);
    await t.drawn('#above');
    await t.frames();
    assert.equal(t.server.count('/below.json'), before);
    await t.run(() => document.querySelector('main a').scrollIntoView());
    await t.drawn(`main ${host}`);
    assert.equal(t.server.count('/below.json'), before + 1);
  });
}

test('in-a-tab.html: the eager card is drawn in its closed panel, the feed comes when its panel opens', async () => {
  await t.open('/pages/in-a-tab.html');
  await t.drawn('article-card');
  await t.frames();
  assert.deepEqual([await t.run(() => document.querySelector('article-card').checkVisibility()), t.server.count('/stories/short-reads.json')], [false, 0]);
  await t.run(() => { document.querySelectorAll('details')[1].open = true; });
  await t.drawn('article-feed');
  assert.equal(t.server.count('/stories/short-reads.json'), 1);
  await t.run(() => { document.querySelector('details').open = true; });
  assert.ok(await t.run(() => document.querySelector('article-card').shadowRoot.querySelector('[part=headline]').getBoundingClientRect().height > 10));
});

test('tabs of the page’s own, display: none: shown, hidden and shown again, a card is asked for once and stays as it was', async () => {
  for (const tab of ['a', 'b']) t.route(`/tab-${tab}.json`, { json: longArticle({ headline: tab, url: `https://publisher.example/${tab}` }) });
  await t.open(`<div id="a"><article-card src="/tab-a.json"></article-card></div><div id="b"><article-card src="/tab-b.json"></article-card></div>`, {
    head: '<style>div { display: none } div:target { display: block }</style>',
  });
  const show = (tab) => t.run((hash) => { location.hash = hash; }, tab);
  await show('a');
  await t.drawn('#a article-card');
  await t.frames();
  assert.equal(t.server.count('/tab-b.json'), 0);
  await t.click('#a article-card', 'toggle');
  for (const tab of ['b', 'a', 'b', 'a']) {
    await show(tab);
    await t.drawn(`#${tab} article-card`);
  }
  assert.deepEqual([t.server.count('/tab-a.json'), t.server.count('/tab-b.json'), (await t.log('article-card:load')).length], [1, 1, 2]);
  assert.equal(await t.run(() => document.querySelector('#a article-card').shadowRoot.querySelector('[part=body] > [part=rest]').getBoundingClientRect().height > 100), true);
});

/** A card two shadow trees deep, the inner one closed; `window.card` is it. */
const deep = async (outer, json, attributes = '', options) => {
  await t.open(`<div ${outer}><x-page></x-page></div>`, options);
  await defined();
  await inTask((inner) => {
    window.told = [];
    const keep = (name) => ({ type, target }) => window.told.push(`${name}: ${type} from ${target.localName}`);
    const page = document.querySelector('x-page').attachShadow({ mode: 'open' });
    page.innerHTML = '<section><x-teaser></x-teaser></section>';
    const teaser = page.querySelector('x-teaser').attachShadow({ mode: 'closed' });
    for (const type of ['load', 'toggle', 'link']) {
      addEventListener(`article-card:${type}`, keep('window'));
      page.addEventListener(`article-card:${type}`, keep('page'));
      teaser.addEventListener(`article-card:${type}`, keep('teaser'));
    }
    teaser.innerHTML = inner;
    window.card = teaser.querySelector('article-card');
  }, `<div><article-card loading="eager" ${attributes}><script type="application/json">${inScript(json)}</script></article-card></div>`);
  await t.until(() => window.card.shadowRoot.querySelector('[part=card]'));
};

test('two shadow trees deep, one of them closed: events come out, from the element that each tree can see', async () => {
  await deep('', longArticle({ url: '#here' }));
  await t.run(() => {
    addEventListener('article-card:link', (event) => event.preventDefault());
    window.card.shadowRoot.querySelector('[part=toggle]').click();
    window.card.shadowRoot.querySelector('[part=source] a').click();
  });
  const path = (type) => [`teaser: article-card:${type} from article-card`, `page: article-card:${type} from x-teaser`, `window: article-card:${type} from x-page`];
  assert.deepEqual(await t.run(() => window.told), [...path('load'), ...path('toggle'), ...path('link')]);
});

for (const [text, direction] of [['عنوان', 'rtl'], ['A headline', 'ltr']]) {
  test(`two shadow trees deep: theme and lang are those of the page around, the direction that of the text (${text})`, async () => {
    await deep('lang="ar" dir="rtl" class="dark"', longArticle({ language: undefined, headline: text }), 'theme="host"');
    const look = () => t.run(() => {
      const inner = window.card.shadowRoot.querySelector('[part=card]');
      const words = window.card.shadowRoot.querySelector('[part=toggle]').textContent;
      return [/[\u0600-\u06ff]/.test(words), getComputedStyle(inner).direction, getComputedStyle(inner).colorScheme];
    });
    assert.deepEqual(await look(), [true, direction, 'dark']);
    await t.run(() => { document.querySelector('div').className = ''; document.documentElement.className = 'light'; });
    await t.frames();
    assert.deepEqual(await look(), [true, direction, 'light'], 'and along with the page');
  });
}

test('two shadow trees deep, a card that fails: its link and what is said of it run as the page does', async () => {
  await t.open('<div dir="rtl"><x-page></x-page></div>');
  await defined();
  await inTask(() => {
    const root = document.querySelector('x-page').attachShadow({ mode: 'open' });
    root.innerHTML = '<article-card loading="eager" src="/missing.json"></article-card>';
  });
  await t.event('article-card:error');
  assert.equal(await t.run(() => getComputedStyle(document.querySelector('x-page').shadowRoot.firstChild.shadowRoot.querySelector('[part=failure]')).direction), 'rtl');
});
