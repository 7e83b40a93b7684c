// Whatever a document holds, the page around the card stays as it was: names, focus, places, looks, what a click meets.
// Style sheets of the page, and what ::part() may do, are in hosts.test.mjs.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { article, feed, longArticle } from './stories.mjs';

const t = fixture();
const html = (bodyHtml, own = {}) => article({ bodyText: undefined, bodyHtml, url: 'https://publisher.example/story', ...own });
const many = (text, count) => Array.from({ length: count }, () => text).join('');
const word = many('unbroken', 400);
const zalgo = [...'Everyday words'].map((letter) => letter + many('\u0301\u0336\u0489\u035c', 40)).join('');

/** Documents that reach for the page: each would change something if its markup were let through. */
const hostile = {
  'names of the window and the document': html(['location', 'cookie', 'body', 'head', 'title', 'forms', 'getElementById', 'createElement', 'querySelector', 'top', 'self', 'name', 'sentinel', 'beside', 'customElements', 'CSS']
    .map((name) => `<img name="${name}" id="${name}" src="https://cdn.example/a.png"><form id="${name}" name="${name}"><input name="childNodes"><input name="parentNode"></form><a id="${name}" name="${name}" href="https://a.example">x</a>`).join('')),
  'styles': html('<style>* { color: red !important; position: fixed } :host { all: initial } button { display: none }</style><link rel="stylesheet" href="data:text/css,button{display:none}"><p style="position:fixed;inset:0;z-index:9999;background:red">over</p><div class="beside" style="margin:-999px">out</div>'),
  'the document’s own elements': html('<html class="evil" style="display:none"><head><base href="https://evil.example/"><title>Evil</title><meta http-equiv="refresh" content="0;url=https://evil.example"><meta http-equiv="Content-Security-Policy" content="script-src \'none\'"><meta name="viewport" content="width=1"></head><body style="display:none" onload="evil()" class="evil"><p>text</p></body></html>'),
  'focus and keys': html('<input autofocus><textarea autofocus></textarea><a href="https://a.example" autofocus tabindex="1" accesskey="a">x</a><p tabindex="1" autofocus contenteditable>x</p><select autofocus></select><button autofocus>x</button><a href="#below">down</a><p id="below" autofocus tabindex="-1">x</p>'),
  'the top layer': html('<dialog open>over</dialog><p popover="manual">over</p><button popovertarget="beside" popovertargetaction="show" command="show-modal" commandfor="beside">x</button><div popover id="p">x</div><details open><summary>x</summary><dialog open>x</dialog></details>'),
  'scripts': html('<script>window.evil = 1; document.title = "evil"</script><img src="x:" onerror="evil()"><svg onload="evil()"><script>evil()</script><animate onbegin="evil()" attributeName="x" dur="1s"/></svg><iframe srcdoc="<script>parent.evil = 1</script>"></iframe><iframe src="javascript:parent.evil=1"></iframe><object data="javascript:evil()"></object><embed src="javascript:evil()"><math><mtext><script>evil()</script></mtext></math><template shadowrootmode="open"><script>evil()</script></template>'),
  'elements of the page': html('<host-thing data-x="1"></host-thing><p is="host-thing">x</p><article-card src="/evil.json"></article-card><article-feed></article-feed><slot></slot><p slot="x" part="card headline">x</p>'),
  'frames and forms': html('<iframe name="_top" src="https://evil.example"></iframe><form action="https://evil.example" target="_top"><input type="submit" autofocus><input type="image" src="x"></form><a href="https://a.example" target="_top" download ping="https://evil.example">x</a><frameset><frame src="https://evil.example"></frameset><map name="m"><area href="javascript:evil()"></map>'),
  'a table of attributes': html(`<p ${Array.from({ length: 500 }, (_, at) => `on${at}=evil() data-${at}=x v-on:click=evil() @click=evil() hx-get=/evil x-init=evil() ng-init=evil()`).join(' ')}>x</p>`),
  'prototypes, by keys of the JSON': '{"schema":"article-card/1","headline":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"authors":[{"__proto__":{"polluted":1},"name":"hasOwnProperty","toString":"x"}],"bodyText":"x"}',
  'directions': html('<p dir="rtl">\u202eevil\u2066 <bdo dir="rtl">x</bdo></p>', { headline: '\u202eevil\u2067', authors: ['\u202eevil'], tags: ['\u202e\u202e'] }),
};

/** Documents that are large rather than evil. */
const large = {
  'words without an end': html(`<p>${word}</p><h2>${word}</h2><ul><li>${word}</ul><blockquote>${word}</blockquote><p><a href="https://a.example/${word.slice(0, 1900)}">${word}</a> <b>${word}</b></p><figure><img src="https://cdn.example/a.png"><figcaption>${word}</figcaption></figure><dl><dt>${word}<dd>${word}</dl><details><summary>${word}</summary>${word}</details>`,
    { headline: word, summary: word, section: word, tags: [word, word], authors: [{ name: word, role: word, bio: word }], publisher: word, related: [{ url: 'https://a.example', headline: word, excerpt: word }], corrections: [{ text: word }] }),
  'marks above marks': html(`<p>${zalgo}</p>`, { headline: zalgo, summary: zalgo, section: zalgo, authors: [zalgo], tags: [zalgo] }),
  'tables and code': html(`<table>${many(`<tr>${many(`<td>${word.slice(0, 200)}`, 20)}`, 3)}</table><pre>${many('code ', 800)}</pre><table><tr><td><pre>${word}</pre><table><tr>${many('<td>nested', 20)}</table></table>`),
  'pictures': html('<img src="https://cdn.example/a.png" width="20000" height="20000"><p>x<img src="https://cdn.example/b.png" width="9000" height="3">y</p><figure><img src="https://cdn.example/c.png" width="3" height="20000"></figure><ul><li><img src="https://cdn.example/d.png" width="5000" height="50"></ul><table><tr><td><img src="https://cdn.example/e.png" width="9999" height="99"></table>',
    { image: { url: 'https://cdn.example/f.png', width: 20000, height: 10 } }),
  'depth': html(`${many('<blockquote>', 60)}deep${many('</blockquote>', 60)}${many('<ul><li>', 60)}deep${many('</ul>', 60)}${many('<details open><summary>x</summary>', 20)}x`),
  'one letter of every width': html(`<p>${many('﷽', 300)}${many('\u3000', 500)}${many('\u00a0', 2000)}${many('𒐫', 200)}</p><p>${many('\u200b', 2000)}${many('\u2060x', 2000)}</p>`),
  'spans of cells': html(`<table><tr>${many('<td colspan=1000 rowspan=9999>x', 20)}<tr><td>y</table><ol start=999999><li value=999999>x</ol>`),
};

const ordinary = { 'an ordinary story': longArticle(), 'a short one': article() };

const page = (name) => `<p id="above">Above <input id="field" value="typed"></p>
  <main><${name}></${name}><button id="beside">Beside</button></main>
  <p><button id="below" name="sentinel">Below</button></p><form name="own"><input name="mail"></form>`;
const head = `<style>html { overflow-y: scroll } body { margin: 0 } main { display: flex; align-items: flex-start; width: 600px } main > :first-child { flex: 0 0 480px } #above { height: 200px; margin: 0 }</style>
  <script>
    window.built = 0;
    customElements.define('host-thing', class extends HTMLElement { constructor() { super(); window.built += 1; } });
    window.heard = [];
    for (const type of ['focusin', 'click', 'submit', 'message', 'popstate', 'hashchange', 'keydown', 'scroll', 'beforetoggle']) addEventListener(type, () => window.heard.push(type), true);
    document.cookie = 'own=1';
  </script>`;

/** What the page is, from its own point of view. Runs in the page. */
const state = () => {
  const names = (object) => Object.getOwnPropertyNames(object).sort().join(' ');
  const boxOf = (element, sides) => sides.map((side) => Math.round(element.getBoundingClientRect()[side]));
  const styleOf = (element) => [...getComputedStyle(element)].filter((name) => !/origin|inset|^top$|^bottom$|^perspective/.test(name)).map((name) => `${name}: ${getComputedStyle(element)[name]}`).join('; ');
  const hits = (element) => {
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].every(([x, y]) => document.elementFromPoint(left + x * width, top + y * height) === element);
  };
  const [beside, below, field] = ['beside', 'below', 'field'].map((id) => document.getElementById(id));
  const light = document.documentElement.cloneNode(true);
  light.querySelector('article-card, article-feed').replaceWith('CARD');
  const scrolled = [scrollX, scrollY];
  const found = {
    scrolled: scrolled.join(), window: names(window).replace(' ret_nodes', ''), // ChromeDriver's own
    document: names(document), ...Object.fromEntries([Object, Array, Function, String, Promise, JSON, Node, Element, HTMLElement, Document, Event, ShadowRoot, URL]
      .map((own) => [own.name ?? 'JSON', names(own) + (own.prototype ? names(own.prototype) : '')])),
    polluted: String({}.polluted) + String([].polluted), title: document.title, address: location.href, base: document.baseURI, cookie: document.cookie, history: history.length,
    focus: document.activeElement?.id, frames: window.length, forms: document.forms.length, named: String(document.own === document.forms[0]), sheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length, light: light.outerHTML, top: document.querySelectorAll(':popover-open, dialog').length + String(document.fullscreenElement),
    built: window.built, wide: document.documentElement.scrollWidth, beside: boxOf(beside, ['left', 'top', 'width', 'height']).join(), below: boxOf(below, ['left', 'width', 'height']).join(), field: field.value + boxOf(field, ['left', 'width', 'height']).join(),
    ...Object.fromEntries([beside, below].map((button) => [`looks of ${button.id}`, styleOf(button)])),
    ...Object.fromEntries([document.body, document.documentElement].map((own) => [`looks of ${own.localName}`, styleOf(own).replace(/[a-z-]*(height|block-size): [^;]*;/g, '')])),
  };
  const met = [beside, below, field].every(hits);
  scrollTo(...scrolled);
  return { ...found, met };
};

/** What has changed, in as few words as say it. */
function changes(before, after) {
  const words = (value) => String(value).split(/; | (?!\S+:)/);
  return Object.keys(before).filter((key) => before[key] !== after[key]).map((key) => {
    const [was, is] = [words(before[key]), words(after[key])];
    return `${key}: ${was.filter((word) => !is.includes(word)).join(' ').slice(0, 200)} → ${is.filter((word) => !was.includes(word)).join(' ').slice(0, 200)}`;
  });
}

test('the module defines two elements and leaves nothing else in the page', async () => {
  await t.open(page('article-card'), { head, script: null });
  const before = await t.run(state);
  await t.run(() => import('/dist/article-card.js').then(() => customElements.whenDefined('article-feed')).then(() => true));
  await t.run((json) => { document.querySelector('article-card').data = json; }, article());
  await t.drawn();
  assert.deepEqual(changes(before, await t.run(state)), []);
});

for (const name of ['article-card', 'article-feed']) {
  test(`no document changes the page around <${name}>`, async (context) => {
    await t.open(page(name), { head });
    await t.run((own) => customElements.whenDefined(own).then(() => true), name);
    await t.run(() => {
      document.getElementById('field').focus();
      scrollTo(0, 20);
    });
    await t.frames();
    const before = await t.run(state);
    assert.equal(before.met, true, 'the buttons can be pressed');
    await t.run(() => { window.heard = []; });
    for (const [title, document_] of Object.entries({ ...ordinary, ...hostile, ...large })) {
      await context.test(title, async () => {
        const json = name === 'article-feed' && typeof document_ !== 'string' ? feed([document_, article()]) : document_;
        const outcome = await t.run((own, data) => new Promise((done) => {
          const element = document.querySelector(own);
          for (const type of ['load', 'error']) element.addEventListener(`article-card:${type}`, () => done(type), { once: true });
          element.setAttribute('expanded', '');
          element.setAttribute('loading', 'eager');
          element.data = data;
        }), name, json);
        assert.equal(outcome, 'load');
        await t.frames();
        const heard = await t.run(() => window.heard.filter((type) => type !== 'scroll').join());
        assert.equal(heard, '');
        assert.deepEqual(changes(before, await t.run(state)), []);
        await t.run(() => { window.heard = []; });
      });
    }
  });
}

test('the same markup in the page itself would be noticed', async () => {
  for (const [title, kind] of [['the top layer', 'top'], ['styles', 'looks of beside'], ['elements of the page', 'built']]) {
    await t.open(page('article-card'), { head });
    await t.run(() => customElements.whenDefined('article-card').then(() => true));
    const before = await t.run(state);
    await t.run((text) => document.querySelector('article-card').insertAdjacentHTML('beforeend', text), hostile[title].bodyHtml);
    const noticed = changes(before, await t.run(state)).map((change) => change.split(':')[0]);
    assert.ok(noticed.includes(kind), `${title}: ${noticed}`);
  }
});

/** These are cut off at the card's edge; everything else has room. */
const cutOff = ['marks above marks', 'depth'];

for (const width of [320, 640]) {
  test(`whatever is large stays inside of a card on a page of ${width} px`, async () => {
    t.page('<article-card expanded loading="eager"></article-card><p id="after">After</p>', { path: '/large.html', head: '<style>body { margin: 0 20px }</style>' });
    await t.open(`<iframe src="/large.html" width="${width}" height="600" style="border: 0"></iframe>`, { script: null });
    await t.until(() => document.querySelector('iframe').contentWindow.customElements?.get('article-card'));
    for (const [title, json] of Object.entries(large)) {
      const found = await t.run((data) => new Promise((done) => {
        const { contentDocument: page, contentWindow } = document.querySelector('iframe');
        const card = page.querySelector('article-card');
        card.addEventListener('article-card:load', () => contentWindow.requestAnimationFrame(() => {
          const edge = card.getBoundingClientRect();
          // Tables and code scroll within their boxes; what only screen readers get has no place.
          const shown = [...card.shadowRoot.querySelectorAll('*')].filter((element) => !element.closest('.sr') && !element.parentElement?.closest('[part=table], [part=code]'));
          const out = shown.map((element) => [element, element.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1))
            .map(([element, box]) => `${element.localName}[${element.part}] ${Math.round(box.left)}…${Math.round(box.right)} in ${edge.left}…${edge.right}`);
          const { scrollWidth, clientWidth, scrollHeight, clientHeight } = page.documentElement;
          const end = page.getElementById('after').getBoundingClientRect().bottom + contentWindow.scrollY;
          // Focus rings may reach 6 pixels out.
          const beside = Array.from({ length: 30 }, (_, at) => [edge.left - 8, edge.right + 8].map((x) => page.elementFromPoint(x, at * 20))).flat();
          done({
            sideways: scrollWidth - clientWidth, downwards: Math.max(0, scrollHeight - Math.max(end + 20, clientHeight)), out: out.slice(0, 5),
            hit: beside.filter((element) => element?.localName === 'article-card').length,
          });
        }), { once: true });
        card.data = data;
      }), json);
      if (cutOff.includes(title)) found.out = [];
      assert.deepEqual(found, { sideways: 0, downwards: 0, out: [], hit: 0 }, title);
    }
  });
}
