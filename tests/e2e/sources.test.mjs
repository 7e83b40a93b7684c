// Where the JSON may come from, and when it may come.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture, gate } from './harness.mjs';
import { article, feed, inScript } from './stories.mjs';

const t = fixture();
/** A page that arrives in pieces. */
const slow = (pieces) => ({ type: 'text/html; charset=utf-8', body: pieces() });
// The definition must come before the page is whole. WebKit keeps async scripts back until then, but not imports.
const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Slow</title><script src="/record.js"></script>
  <script>import('/dist/article-card.js')</script></head><body><!--${' '.repeat(4096)}-->`;
const json = (headline, type = 'application/json', attributes = '') =>
  `<script type="${type}"${attributes}>${inScript(article({ headline }))}</script>`;
const headline = (selector = 'article-card') => t.text(selector, 'headline');
const drawnAs = (selector, text) =>
  t.until((css, expected) => document.querySelector(css).shadowRoot?.querySelector('[part=headline]')?.textContent === expected, selector, text);

test('src is fetched, and the load event says what came', async () => {
  t.route('/story.json', { json: article({ headline: 'By URL' }) });
  await t.open('<article-card id="card" src="/story.json"></article-card>');
  const load = await t.event('article-card:load');
  assert.equal(await headline(), 'By URL');
  assert.deepEqual(load, {
    type: 'article-card:load', target: 'card', detail: { format: 'native', truncated: false, warnings: [], empty: false },
    bubbles: true, composed: true, cancelable: false,
  });
  assert.equal((await t.log('article-card:load')).length, 1);
});

test('what was left out of a document is told in the load event', async () => {
  t.route('/warned.json', { json: article({ url: 'javascript:alert(1)', datePublished: 'yesterday', tags: Array(20).fill('tag') }) });
  await t.open('<article-card src="/warned.json"></article-card>');
  const { detail } = await t.event('article-card:load');
  assert.equal(detail.truncated, true);
  assert.deepEqual(detail.warnings.map((warning) => warning.path.replace(/\[.*/, '')).sort(), ['datePublished', 'tags', 'url']);
  assert.ok(detail.warnings.every((warning) => warning.message.length > 10));
});

test('the type and the name of the file do not matter: the content decides', async () => {
  t.route('/story', { type: 'text/html', body: `\ufeff \n${JSON.stringify(article({ headline: 'Typed as HTML' }))}\n` });
  await t.open('<article-card src="/story"></article-card>');
  await drawnAs('article-card', 'Typed as HTML');
});

test('src="#id" reads a script of the page, before or after the element, JSON or JSON-LD', async () => {
  await t.open(`${json('Before', 'application/json', ' id="before"')}<article-card id="a" src="#before"></article-card>
    <article-card id="b" src="#after"></article-card>${json('After', 'application/ld+json', ' id="after"')}`);
  await drawnAs('#a', 'Before');
  await drawnAs('#b', 'After');
});

test('src="#id" waits for an element that a slow page has yet to deliver', async () => {
  const defined = gate();
  t.route('/defined-a', (request, response) => response.end('', defined.open));
  t.route('/slow-id.html', slow(async function* () {
    yield `${head}<article-card src="#late"></article-card><script>customElements.whenDefined('article-card').then(() => fetch('/defined-a'))</script>`;
    await defined.promise;
    yield `<p>Text</p>${json('Late', 'application/json', ' id="late"')}</body></html>`;
  }));
  await t.open('/slow-id.html');
  await drawnAs('article-card', 'Late');
  assert.equal((await t.log('article-card:error')).length, 0);
});

test('an inline JSON child needs no request', async () => {
  const before = t.server.requests.length;
  await t.open(`<article-card>${json('Inline')}<a href="https://publisher.example/">The fallback</a></article-card>`);
  await drawnAs('article-card', 'Inline');
  const asked = t.server.requests.slice(before).map((request) => request.path);
  assert.deepEqual(asked.filter((path) => !/\.html$|\.js$|favicon/.test(path)), []);
});

test('definition before parse with inline JSON (slow stream): renders, once it is whole', async () => {
  const [defined, half] = [gate(), gate()];
  t.route('/defined', (request, response) => response.end('', defined.open));
  t.route('/half', (request, response) => response.end('', half.open));
  const text = inScript(article({ headline: 'In pieces' }));
  // The page says how far it has got; an engine that keeps back half a script says so after a moment.
  const watch = `<script>
    customElements.whenDefined('article-card').then(() => fetch('/defined'));
    let waited = 0;
    const look = setInterval(() => {
      const card = document.querySelector('article-card');
      const script = card?.querySelector('script');
      if (!script && waited++ < 50) return;
      clearInterval(look);
      window.__half = { upgraded: card.matches(':defined'), length: script?.textContent.length ?? 0, log: window.__log.length };
      setTimeout(() => fetch('/half')); // not a frame: WebKit draws none before the page is whole
    }, 20);
  </script>`;
  t.route('/pieces.html', slow(async function* () {
    yield `${head}${watch}<article-card loading="eager">`;
    await defined.promise;
    yield `<script type="application/json">${text.slice(0, 40)}`;
    await half.promise;
    yield `${text.slice(40)}</script><a href="https://publisher.example/">The fallback</a></article-card></body></html>`;
  }));
  await t.open('/pieces.html');
  await drawnAs('article-card', 'In pieces');
  const seen = await t.run(() => window.__half);
  assert.equal(seen.upgraded, true, 'the element was there before its child');
  assert.ok(seen.length < text.length, `half of the script had arrived (${seen.length} characters)`);
  assert.equal(seen.log, 0, 'nothing was drawn and nothing failed before the rest came');
  assert.deepEqual((await t.log()).map((entry) => entry.type), ['article-card:load']);
});

test('an inline JSON child may be appended later, by a script of the page', async () => {
  await t.open('<article-card></article-card>');
  await t.run(() => customElements.whenDefined('article-card').then(() => true));
  await t.frames();
  assert.deepEqual(await t.log(), [], 'without data the element waits');
  await t.run((text) => {
    const script = Object.assign(document.createElement('script'), { type: 'application/json', textContent: text });
    document.querySelector('article-card').append(script);
  }, JSON.stringify(article({ headline: 'Appended' })));
  await drawnAs('article-card', 'Appended');
});

test('.data takes an object, a list or JSON text, and null takes it back', async () => {
  t.route('/under.json', { json: article({ headline: 'From src' }) });
  await t.open('<article-card src="/under.json"></article-card>');
  await drawnAs('article-card', 'From src');
  const set = (data) => t.run((value) => { document.querySelector('article-card').data = value; }, data);
  await set(article({ headline: 'An object' }));
  await drawnAs('article-card', 'An object');
  assert.equal(await t.run(() => document.querySelector('article-card').data.headline), 'An object');
  await set(JSON.stringify(article({ headline: 'JSON text' })));
  await drawnAs('article-card', 'JSON text');
  await set(null);
  await drawnAs('article-card', 'From src');
  await t.run(() => document.querySelector('article-card').remove());
});

test('.data may be a list of articles: a card draws one of them, a feed all', async () => {
  await t.open('<article-card item="1"></article-card><article-feed></article-feed>');
  await t.run((list) => {
    for (const element of document.querySelectorAll('article-card, article-feed')) element.data = list;
  }, [article({ headline: 'One' }), article({ headline: 'Two' })]);
  await t.until(() => window.__log.length === 2);
  assert.deepEqual((await t.log()).map((entry) => [entry.type, entry.detail.message]), Array(2).fill(['article-card:load', undefined]));
  assert.equal(await headline(), 'Two');
  assert.equal(await t.inside('article-feed', (root) => root.querySelectorAll('[part=headline]').length), 2);
});

test('.data that was set before the element is defined is taken over', async () => {
  await t.open('<article-card src="/never-asked.json"></article-card>', { script: null });
  await t.run((data) => { document.querySelector('article-card').data = data; }, article({ headline: 'Early' }));
  await t.run(() => import('/dist/article-card.js').then(() => true));
  await drawnAs('article-card', 'Early');
  assert.equal(t.server.count('/never-asked.json'), 0, '.data comes before src');
  assert.equal(await t.run(() => Object.hasOwn(document.querySelector('article-card'), 'data')), false);
});

test('.data works on an element that is not in the page yet', async () => {
  await t.open('<p></p>');
  await t.run(async (data) => {
    await customElements.whenDefined('article-card');
    const card = document.createElement('article-card');
    card.data = data;
    document.body.append(card);
  }, article({ headline: 'Created' }));
  await drawnAs('article-card', 'Created');
});

test('keys that mean something to JavaScript mean nothing in a document: no prototype changes', async () => {
  const bad = '{"polluted": "yes", "toString": "yes"}';
  const text = JSON.stringify(article({ headline: 'Keys' }))
    .replace('{', `{"__proto__": ${bad}, "constructor": {"prototype": ${bad}}, "authors": [{"name": "A", "__proto__": ${bad}}],`);
  t.route('/keys.json', { body: text });
  await t.open('<article-card src="/keys.json"></article-card><article-card id="text"></article-card><article-card id="object"></article-card>');
  const before = await t.run(() => [Object, Array, Map].map(({ prototype }) => Object.getOwnPropertyNames(prototype).length));
  await t.run((json) => {
    document.getElementById('text').data = json;
    document.getElementById('object').data = JSON.parse(json);
  }, text);
  for (const selector of ['article-card', '#text', '#object']) await drawnAs(selector, 'Keys');
  await t.until(() => window.__log.length === 3);
  const after = await t.run(() => [Object, Array, Map].map(({ prototype }) => Object.getOwnPropertyNames(prototype).length));
  assert.deepEqual(after, before);
  assert.deepEqual(await t.run(() => [{}.polluted ?? 'no', typeof {}.toString, customElements.get('article-card').polluted ?? 'no']), ['no', 'function', 'no']);
});

test('twelve cards with one src make one request', async () => {
  t.route('/one.json', { json: article({ headline: 'Shared' }) });
  await t.open('<article-card loading="eager" src="/one.json"></article-card>'.repeat(12));
  await t.until(() => window.__log.filter((entry) => entry.type === 'article-card:load').length === 12);
  assert.equal(t.server.count('/one.json'), 1);
});

test('item picks an article of a list, by position or by id', async () => {
  const items = ['zero', 'one', 'two'].map((id) => ({ id, headline: `Item ${id}` }));
  t.route('/list.json', { json: feed(items) });
  const card = (id, item) => `<article-card id="${id}" src="/list.json" ${item}></article-card>`;
  await t.open(card('first', '') + card('second', 'item="1"') + card('id', 'item="two"') + card('none', 'item="9"'));
  await drawnAs('#first', 'Item zero');
  await drawnAs('#second', 'Item one');
  await drawnAs('#id', 'Item two');
  const { detail } = await t.event('article-card:error');
  assert.equal(detail.reason, 'format');
  assert.match(detail.message, /9/);
  await t.run(() => document.getElementById('second').setAttribute('item', 'two'));
  await drawnAs('#second', 'Item two');
});

test('without item the first article is drawn, whatever the ids are', async () => {
  t.route('/numbered.json', { json: feed([{ id: '1', headline: 'Called 1' }, { id: '0', headline: 'Called 0' }]) });
  await t.open('<article-card id="first" src="/numbered.json"></article-card><article-card id="id" src="/numbered.json" item="0"></article-card>');
  await drawnAs('#id', 'Called 0');
  await t.drawn('#first');
  assert.equal(await headline('#first'), 'Called 1');
});

test('relative URLs belong to the article, the base attribute or the JSON’s own address, never to the page', async () => {
  const relative = { section: { name: 'Section', url: 'section/' }, image: { url: 'picture.svg' }, related: [{ url: '../other', headline: 'Other' }] };
  t.route('/deep/folder/story.json', { json: article(relative), headers: { 'access-control-allow-origin': '*' } });
  const [other, own] = [t.url('/deep/folder/', { origin: 'other' }), t.url('/')];
  const data = (document) => `<script type="application/json">${inScript(document)}</script></article-card>`;
  await t.open(`<article-card loading="eager" id="address" src="${other}story.json"></article-card>
    <article-card loading="eager" id="base" src="${other}story.json" base="https://publisher.example/a/b"></article-card>
    <article-card loading="eager" id="page-base" base="sub/page">${data(article(relative))}
    <article-card loading="eager" id="url" base="https://wrong.example/">${data(article({ ...relative, url: 'https://right.example/2026/story' }))}
    <article-card loading="eager" id="inline">${data(article({ ...relative, url: './story' }))}`);
  const links = {};
  for (const id of ['address', 'base', 'page-base', 'url', 'inline']) {
    await t.drawn(`#${id}`);
    links[id] = await t.inside(`#${id}`, (root) => [...root.querySelectorAll('[part=section] a, [part=teaser-link]')].map((a) => a.href));
  }
  assert.deepEqual(links, {
    address: [`${other}section/`, t.url('/deep/other', { origin: 'other' })],
    base: ['https://publisher.example/a/section/', 'https://publisher.example/other'],
    'page-base': [`${own}sub/section/`, `${own}other`],
    url: ['https://right.example/2026/section/', 'https://right.example/other'],
    inline: [],
  });
});

for (const src of ['', '  ']) {
  test(`src="${src}" is as good as none: templates write it before they know better`, async () => {
    t.route('/known.json', { json: article({ headline: 'Known' }) });
    await t.open(`<article-card id="waits" src="${src}"></article-card><article-card id="inline" src="${src}">${json('Inline')}</article-card>`);
    await drawnAs('#inline', 'Inline');
    await t.frames();
    assert.deepEqual((await t.log()).map((entry) => entry.type), ['article-card:load']);
    assert.equal(await t.run(() => document.getElementById('waits').hasAttribute('aria-busy')), false);
    await t.run(() => document.getElementById('waits').setAttribute('src', '/known.json'));
    await drawnAs('#waits', 'Known');
  });
}

test('an inline script that is removed as soon as it was seen has been read', async () => {
  await t.open('<article-card loading="eager"></article-card>');
  await t.run(async (text) => {
    await customElements.whenDefined('article-card');
    const card = document.querySelector('article-card');
    // Told after the card's own observer, which is older.
    new MutationObserver(() => card.querySelector('script')?.remove()).observe(card, { childList: true });
    card.append(Object.assign(document.createElement('script'), { type: 'application/json', textContent: text }));
  }, JSON.stringify(article({ headline: 'Seen' })));
  await drawnAs('article-card', 'Seen');
  assert.deepEqual((await t.log()).map((entry) => entry.type), ['article-card:load']);
});

test('a card that is removed before the second try makes none', async () => {
  const asked = gate();
  t.route('/stumbles.json', (request, response) => response.writeHead(503).end('', asked.open));
  await t.open('<article-card loading="eager" src="/stumbles.json"></article-card>');
  await asked.promise;
  await t.frames(); // the answer is there, the second try is 300 ms away at least
  await t.run(() => document.querySelector('article-card').remove());
  await new Promise((done) => setTimeout(done, 1300));
  assert.equal(t.server.count('/stumbles.json'), 1);
});
