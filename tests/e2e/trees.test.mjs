// One renderer, two ways out: what `article-card render` writes is, once this browser has parsed it, the tree that the script
// draws, and the script takes it over without another node. Of every sample, and of hostile documents: every tenth payload,
// all of them with ALL=1 (`make attacks`).

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { choose, corpora, payloadFolder } from '../attacks/corpora.mjs';
import { documentsOf } from '../attacks/documents.mjs';
import { commandLine } from '../attacks/prerender.mjs';
import { path as command } from './command.mjs';
import { fixture, shared } from './harness.mjs';

const page = readFileSync(new URL('trees.page.js', import.meta.url), 'utf8');
const t = fixture({ routes: { '/trees.js': { type: 'text/javascript', body: page } } });
const every = process.env.ALL ? 1 : 10;
const BATCH = 40;

const folder = shared && join(shared, 'samples');
const samples = folder
  ? readdirSync(folder, { recursive: true }).filter((name) => /\.(json|xml)$/.test(name)).sort()
    .map((name) => ({ name, json: () => readFileSync(join(folder, name), 'utf8') }))
  : [];
const payloads = payloadFolder
  ? choose(corpora(), { long: every, short: every })
    .flatMap(({ payload }) => documentsOf(payload).map(({ slot, json }) => ({ name: `${payload.id}, ${slot}`, json })))
  : [];

/** Has the page look at documents, some at a time; resolves to what is wrong with them. */
async function looked(documents, options = []) {
  // Nothing that a payload names is asked for.
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'unsafe-inline'";
  const render = commandLine(command, ['--page', t.url('/'), '--quiet', ...options]);
  // Web pages are only read where they come from the page's own origin.
  const renderPage = commandLine(command, ['--page', t.url('/'), '--quiet', '--base', t.url('/page'), '--images', 'same-origin', ...options]);
  const isBare = options.includes('--no-data');
  const wrong = [];
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH);
    // Two at a time, as there are processors.
    const answers = [];
    for (let at = 0; at < batch.length; at += 2) {
      answers.push(...(await Promise.all(batch.slice(at, at + 2).map(async ({ name, json }) => {
        const text = json();
        const isPage = /^\s*<(?!\?xml|rss|feed|rdf)/i.test(text);
        const { html, code } = await (isPage ? renderPage : render)(text);
        if (code !== 0 && (code !== 1 || html)) wrong.push({ name, line: `render ended with ${code}` });
        return { name, json: text, html, isPage, isBare };
      }))));
    }
    t.route('/batch.json', { json: answers });
    await t.open('<script src="/trees.js"></script>', { headers: { 'content-security-policy': policy }, record: false, path: '/trees.html' });
    await t.until(() => customElements.get('article-card'));
    wrong.push(...(await t.run(() => window.lookAll('/batch.json'))));
  }
  // What stands inside an element is less than some bodies of HTML, and drawn of that. Without it all is as the script draws it.
  const again = new Set(wrong.filter(({ line }) => line === 'look again').map(({ name }) => name));
  const rest = wrong.filter(({ line }) => line !== 'look again');
  if (!again.size) return rest;
  return [...rest, ...(await looked(documents.filter(({ name }) => again.has(name)), ['--no-data']))];
}

for (const [what, documents] of [['sample', samples], ['payload', payloads]]) {
  test(`every ${what} is the same tree before a script and by the script`, { skip: !documents.length && 'ARTICLE_CARD_SHARED is missing', timeout: every === 1 ? 3_000_000 : 280_000 }, async () => {
    const wrong = await looked(documents);
    assert.deepEqual(wrong.slice(0, 20).map(({ name, line }) => `${name}: ${line}`), [], `${wrong.length} of ${documents.length} documents`);
    console.log(`${documents.length} documents`);
  });
}
