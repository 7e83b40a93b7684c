// What readers of older browsers see: the page's own link, and no error. What they lack is taken away before the script
// runs; README says which browsers have all of it.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, project } from './harness.mjs';
import { article, inScript, longArticle } from './stories.mjs';

const t = fixture({ routes: { '/story.json': { json: article() } } });
const link = (id) => `<a id="${id}" href="https://publisher.example/story">The story</a>`;
const inline = (json = article()) => `<article-card loading="eager"><script type="application/json">${inScript(json)}</script>${link('of-card')}</article-card>`;
const everything = `${inline()}<article-feed loading="eager" src="/story.json">${link('of-feed')}</article-feed>
  <blockquote class="article-card" data-src="/story.json" data-loading="eager">${link('of-quotation')}</blockquote>`;
const scripts = ['/dist/article-card.js', '/dist/split/article-card.js'];
const links = ['of-card', 'of-feed', 'of-quotation'];

/** Opens a page in a browser that is what `code` makes of this one. */
async function open(html, code, { script } = {}) {
  const keep = 'window.warned = []; console.warn = (...words) => window.warned.push(words.join(" "));';
  await t.open(html, { head: `<script>${keep}${code}</script>`, script });
  await t.frames();
}
const seen = () => t.run(() => [...document.querySelectorAll('a')].filter((a) => a.getClientRects().length && getComputedStyle(a).visibility === 'visible').map((a) => a.id));
const isDefined = () => t.run(() => !!window.customElements?.get?.('article-card'));

/** Style sheets in a browser that does not know these words. */
const unknown = (...words) => `{
  const odd = (text) => ${JSON.stringify(words)}.reduce((all, word) => all.replaceAll(word, 'unknown-' + word), text);
  for (const [owner, name] of [[CSS, 'supports'], [CSSStyleSheet.prototype, 'replaceSync']]) {
    const own = owner[name];
    owner[name] = function (...texts) { return own.apply(this, texts.map(odd)); };
  }
}`;
const noSheets = 'window.CSSStyleSheet = function () { throw new TypeError("Illegal constructor"); };';
const notAdopted = 'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;';

// The element is not defined at all.
for (const [name, code, why] of [
  ['custom elements', 'delete window.customElements;', /customElements/],
  ['IntersectionObserver', 'delete window.IntersectionObserver;', /IntersectionObserver/],
  ['style sheets that scripts can make', noSheets, /Illegal constructor/],
  ['adoptedStyleSheets', notAdopted, /too old/],
  ['light-dark(), as in Chrome 122, Firefox 119 and Safari 17.4', unknown('light-dark('), /too old/],
  ['all of that, as in Firefox 100 and Safari 16.3', unknown('light-dark(') + noSheets + notAdopted, /Illegal constructor/],
]) {
  for (const script of scripts) {
    test(`a browser without ${name}: the links stay, nothing is thrown, the console says why: ${script}`, async () => {
      await open(everything, code, { script });
      const warned = await t.run(() => window.warned);
      assert.deepEqual([await seen(), await isDefined(), await t.log(), warned.length], [links, false, [], 1]);
      assert.match(warned[0], why);
    });
  }
}

// The element is there, and tells the page.
for (const [name, code] of [
  ['WebAssembly, as in lockdown modes', 'delete window.WebAssembly;'],
  ['what its WebAssembly needs', `for (const name of ['compile', 'compileStreaming']) WebAssembly[name] = async () => { throw new WebAssembly.CompileError('invalid value type 0x6f'); };`],
  ['what its WebAssembly imports', `WebAssembly.Instance = function () { throw new WebAssembly.LinkError('import object field is not a Function'); };`],
]) {
  for (const script of scripts) {
    test(`a browser without ${name}: the links stay, nothing is thrown, each element says wasm-missing: ${script}`, async () => {
      await open(everything, code, { script });
      await t.until(() => window.__log.length === 3);
      assert.deepEqual((await t.log()).map(({ type, detail }) => `${type} ${detail.reason}`), Array(3).fill('article-card:error wasm-missing'));
      assert.deepEqual(await seen(), links);
    });
  }
}

test('a browser that runs no modules: the links stay', async () => {
  // A type that nobody knows is to this browser what "module" is to such a one.
  await t.open(`${everything}<script type="text/x-module" async src="/dist/article-card.js"></script>`, { script: null });
  await t.frames();
  assert.deepEqual([await seen(), await isDefined(), await t.log()], [links, false, []]);
});

test('a tag whose type="module" got lost: the links stay, and the browser says what is wrong', async () => {
  await t.open(`${everything}<script async src="/dist/article-card.js"></script>`, { script: null });
  await t.frames();
  assert.deepEqual([await seen(), await isDefined()], [links, false]);
  // Of the tag and not of the card: no script can keep a browser from saying that it cannot read it.
  const [{ message }, ...more] = await t.run(() => window.__log.splice(0));
  assert.match(message, /import\.meta/);
  assert.deepEqual(more, []);
});

test('a browser without Intl.PluralRules: a card that counts words of its interface says so, and its link stays', async () => {
  const counted = article({ language: 'pl', readingTime: 3 });
  await open(inline(counted), 'delete Intl.PluralRules;');
  const { detail } = await t.event('article-card:error');
  assert.deepEqual([detail.reason, await seen()], ['format', ['of-card']]);
});

test('a browser that cannot search what is hidden: the body is folded, opens and closes', async () => {
  // Its own sheet has [hidden] { display: none }, whatever the value.
  const old = `delete HTMLElement.prototype.onbeforematch; delete Element.prototype.onbeforematch;
    const own = CSSStyleSheet.prototype.replaceSync;
    CSSStyleSheet.prototype.replaceSync = function (text) { return own.call(this, text + 'div[hidden] { display: none; content-visibility: visible }'); };`;
  await open(inline(longArticle()), old);
  await t.drawn();
  const height = () => t.inside('article-card', (root) => {
    const first = root.querySelector('[part=body] > [part=rest]').firstElementChild;
    return first.checkVisibility() ? first.getBoundingClientRect().height : 0;
  });
  assert.equal(await height(), 0);
  await t.click('article-card', 'toggle');
  assert.ok(await height() > 10);
  await t.click('article-card', 'toggle');
  assert.equal(await height(), 0);
  assert.deepEqual((await t.log('article-card:toggle')).map((entry) => entry.detail.expanded), [true, false]);
});

test('every selector of the style sheet is known to this browser: one that is not would take its whole rule along', async () => {
  const css = readFileSync(join(project, 'src/style/card.css'), 'utf8').replace(/\/\*.*?\*\//gs, '');
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].map(([, selector]) => selector.trim()).filter((selector) => !selector.startsWith('@'));
  assert.ok(selectors.length > 90);
  await t.open('<p></p>', { script: null });
  const unknown = await t.run((all) => all.filter((selector) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${selector} { color: red }`);
    return sheet.cssRules.length !== 1;
  }), selectors);
  assert.deepEqual(unknown, []);
});
