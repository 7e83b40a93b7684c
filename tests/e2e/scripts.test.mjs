// The script comes with the snippet, so a page may have it several times, in several versions and builds, in any way that
// scripts can be had.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, project } from './harness.mjs';
import { article } from './stories.mjs';

const built = readFileSync(join(project, 'dist/article-card.js'), 'utf8');
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const type = 'text/javascript';
const t = fixture({
  routes: {
    '/story.json': { json: article() },
    '/copy/article-card.js': { type, body: built },
    '/other/article-card.js': { type, body: built.replace(JSON.stringify(version), '"99.0.0"') },
  },
});
const head = '<script>window.said = []; for (const name of ["info", "warn", "error"]) console[name] = (...words) => window.said.push(`${name}: ${words.join(" ")}`);</script>';
const module = (src, attributes = '') => `<script type="module" ${attributes} src="${src}"></script>`;
const card = '<article-card loading="eager" src="/story.json"><a href="/story">The story</a></article-card>';
const quotation = '<blockquote class="article-card" data-src="/story.json" data-loading="eager"><a href="/story">The story</a></blockquote>';
const unused = (loser, winner) => `info: article-card ${loser} is not used: the page has ${winner} already`;

// One card and one quotation in each page: both are drawn once, whatever the scripts are, and the console says so much.
const pages = {
  'one address': [module('/dist/article-card.js').repeat(3), []],
  'one version from two addresses': [module('/dist/article-card.js') + module('/copy/article-card.js') + module('/dist/article-card.js?again'), []],
  'two builds of one version': [module('/dist/article-card.js') + module('/dist/split/article-card.js') + module('/dist/article-card.core.js'), []],
  'two versions': [module('/dist/article-card.js') + module('/other/article-card.js'), [unused('99.0.0', version)]],
  'two versions, the other first': [module('/other/article-card.js') + module('/dist/article-card.js'), [unused(version, '99.0.0')]],
  'two versions, one of them with each of three snippets': [module('/dist/article-card.js') + module('/other/article-card.js') + module('/dist/article-card.js') + module('/other/article-card.js'), [unused('99.0.0', version)]],
  'module + classic': [`${module('/dist/article-card.js')}<script>import('/dist/article-card.js')</script>`, []],
  'classic + module': [`<script>import('/copy/article-card.js')</script>${module('/dist/article-card.js')}`, []],
};
for (const [name, [scripts, said]] of Object.entries(pages)) {
  test(`two <script> tags (${name}): one definition, each card drawn once, nothing thrown`, async () => {
    await t.open(card + scripts + quotation, { head, script: null });
    await t.until(() => window.__log.length === 2);
    await t.until((count) => performance.getEntriesByType('resource').filter(({ name }) => /card(\.core)?\.js/.test(name)).length === count,
      new Set(scripts.match(/\/[\w/.-]+card(\.core)?\.js(\?again)?/g)).size);
    await t.frames();
    assert.deepEqual((await t.log()).map((entry) => entry.type), ['article-card:load', 'article-card:load']);
    assert.deepEqual(await t.run(() => [window.said, document.querySelectorAll('article-card').length, customElements.get('article-card').mounts]), [said, 2, 2]);
  });
}

test('two <script> tags, the second one added by the page later: one definition', async () => {
  await t.open(card, { head });
  await t.drawn();
  assert.equal(await t.run(async () => {
    const first = customElements.get('article-card');
    await import('/dist/article-card.js?later');
    await import('/dist/split/article-card.js?later');
    return first === customElements.get('article-card') && document.querySelector('article-card') instanceof first;
  }), true);
  assert.deepEqual([await t.run(() => window.said), (await t.log()).length], [[], 1]);
});

test('the page has an <article-card> or <article-feed> of its own: it keeps it, and nothing is thrown', async () => {
  for (const [own, says] of [['article-card', /^info: article-card .* is not used/], ['article-feed', /^warn: \w+Error/]]) {
    await t.open(`<${own}>Its own</${own}>`, { head: `${head}<script>customElements.define('${own}', class Own extends HTMLElement {})</script>` });
    await t.frames();
    const [text, name, said] = await t.run((own) => [document.querySelector(own).textContent, customElements.get(own).name, window.said], own);
    assert.deepEqual([text, name, said.length], ['Its own', 'Own', 1]);
    assert.match(said[0], says);
  }
});

for (const script of ['/dist/article-card.js', '/dist/split/article-card.js']) {
  test(`a page that has the script and no card: no WebAssembly is asked for or compiled until there is one: ${script}`, async () => {
    const count = 'window.compiled = 0; for (const name of ["compile", "compileStreaming"]) { const own = WebAssembly[name]; WebAssembly[name] = (...args) => { window.compiled++; return own.apply(WebAssembly, args); }; }';
    const asked = () => t.server.count('/dist/split/article-card.wasm');
    const before = asked();
    await t.open('<main></main>', { head: `<script>${count}</script>`, script });
    await t.frames();
    assert.deepEqual([await t.run(() => window.compiled), asked() - before], [0, 0]);
    await t.run((html) => { document.querySelector('main').innerHTML = html; }, card + quotation);
    await t.until(() => window.__log.length === 2);
    assert.deepEqual([await t.run(() => window.compiled), asked() - before], [1, script.includes('split') ? 1 : 0]);
  });
}
