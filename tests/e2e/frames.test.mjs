// Documents of other kinds: frames that are fenced in, pages without a doctype, XHTML, pages with a base.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, project } from './harness.mjs';
import { article, inScript, longArticle } from './stories.mjs';

const open = { 'access-control-allow-origin': '*' };
const served = (path, type) => ({ body: readFileSync(join(project, path)), type, headers: open });
const t = fixture({
  routes: {
    '/cdn/article-card.js': served('dist/article-card.js', 'text/javascript'),
    '/cdn/lang/de.js': served('dist/lang/de.js', 'text/javascript'),
    '/cdn/story.json': { json: longArticle({ language: 'de' }), headers: open },
  },
});
const link = '<a href="https://publisher.example/story">The story</a>';
const page = (src) => `<!doctype html><title>Frame</title><script type="module" src="${t.url('/cdn/article-card.js')}"></script><article-card loading="eager" src="${src}">${link}</article-card>
  <script>
    for (const type of ['load', 'error', 'toggle']) addEventListener('article-card:' + type, ({ detail }) => parent.postMessage({ type, ...detail, words: document.querySelector('article-card').shadowRoot.textContent }, '*'));
    addEventListener('error', ({ message }) => parent.postMessage({ type: 'thrown', message }, '*'));
    addEventListener('unhandledrejection', ({ reason }) => parent.postMessage({ type: 'thrown', message: String(reason) }, '*'));
    addEventListener('message', () => document.querySelector('article-card').expand());
  </script>`;
const said = (count) => t.until((count) => window.said.length >= count && window.said, count);

for (const [name, frame] of [
  ['sandbox="allow-scripts"', () => `<iframe sandbox="allow-scripts" src="${t.page(page('/cdn/story.json'), { script: null, record: false })}"></iframe>`],
  ['sandbox and srcdoc', () => `<iframe sandbox="allow-scripts" srcdoc="${page('/cdn/story.json').replaceAll('"', '&quot;')}"></iframe>`],
  ['srcdoc', () => `<iframe srcdoc="${page('/cdn/story.json').replaceAll('"', '&quot;')}"></iframe>`],
  ['a data: address', () => `<iframe src="data:text/html,${encodeURIComponent(page(t.url('/cdn/story.json')))}"></iframe>`],
]) {
  test(`a card in a frame (${name}) draws, speaks its language, opens, and throws nothing`, async () => {
    await t.open(`<script>window.said = []; addEventListener('message', ({ data }) => window.said.push(data))</script>${frame()}`, { script: null });
    const [load] = await said(1);
    assert.deepEqual([load.type, load.warnings, load.words.includes('Mehr anzeigen') || load.words.includes('Weiterlesen') || !load.words.includes('Show more')], ['load', [], true]);
    await t.run(() => document.querySelector('iframe').contentWindow.postMessage('expand', '*'));
    const [, toggle, ...more] = await said(2);
    assert.deepEqual([toggle.type, toggle.expanded, more], ['toggle', true, []]);
  });
}

// Chromium and WebKit run no module scripts in XML, but import them.
test('a page in XHTML that imports the script: card, feed and quotation draw', async () => {
  t.route('/story.json', { json: article() });
  t.route('/page.xhtml', { type: 'application/xhtml+xml', body: `<?xml version="1.0" encoding="UTF-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>XHTML</title><script src="/record.js"></script><script>import('/dist/article-card.js')</script></head>
    <body><article-card src="/story.json">${link}</article-card><article-feed src="/story.json">${link}</article-feed>
    <article-card id="inline"><script type="application/json"><![CDATA[${inScript(longArticle())}]]></script></article-card>
    <blockquote class="article-card" data-src="/story.json">${link}</blockquote></body></html>` });
  await t.open('/page.xhtml');
  await t.until(() => window.__log.length === 4);
  assert.deepEqual((await t.log()).map((entry) => entry.type), Array(4).fill('article-card:load'));
  await t.click('#inline', 'toggle');
  assert.equal(await t.run(() => document.querySelector('#inline').hasAttribute('expanded')), true);
});

test('a page with a <base>: src is resolved as every src of the page is', async () => {
  t.route('/elsewhere/story.json', { json: article({ headline: 'Elsewhere' }) });
  await t.open('<article-card src="story.json"></article-card>', { head: '<base href="/elsewhere/">' });
  await t.drawn();
  assert.equal(await t.text('article-card', 'headline'), 'Elsewhere');
});

test('a page without a doctype: a table has the colour and the letters of its card', async () => {
  const table = { type: 'table', head: [['Item', 'Spent']], rows: [['Paint', '12']] };
  const { bodyText, ...story } = article();
  t.route('/quirks.html', { type: 'text/html', body: `<html lang="en"><head><script src="/record.js"></script><script type="module" src="/dist/article-card.js"></script></head>
    <body style="color: black"><article-card theme="dark"><script type="application/json">${inScript({ ...story, body: [{ type: 'paragraph', text: 'Text.' }, table] })}</script></article-card></body></html>` });
  await t.open('/quirks.html');
  await t.drawn();
  assert.deepEqual(await t.inside('article-card', (root) => {
    const of = (css) => getComputedStyle(root.querySelector(css));
    return [document.compatMode, of('td').color === of('[part=body] p').color, of('td').fontFamily === of('table').fontFamily, of('td').fontSize === of('table').fontSize];
  }), ['BackCompat', true, true, true]);
});
