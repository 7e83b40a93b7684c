// With a hash in its tag the browser runs the very file that was built, or nothing, and the link stays.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { engine, fixture, project } from './harness.mjs';
import { article } from './stories.mjs';

const dist = join(project, 'dist');
const published = (path) => readFileSync(join(dist, path));
const hash = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const integrity = JSON.parse(published('integrity.json'));
const one = published('article-card.js');
const split = published('split/article-card.js');
const wasm = published('split/article-card.wasm');

/** The same file but for one letter of a text in it, so that it would still run: “show more” for “Show more”. */
function flipped(bytes, text) {
  const changed = Buffer.from(bytes);
  const at = changed.indexOf(text);
  assert.notEqual(at, -1, `“${text}” is in it`);
  changed[at] ^= 0x20;
  return changed;
}

const t = fixture({ routes: { '/story.json': { json: article() } } });
const link = '<a id="fallback" href="https://publisher.example/story">The story</a>';
const card = `<article-card src="/story.json" loading="eager">${link}</article-card>`;
const tag = (src, hash) => `<script type="module" src="${src}"${hash ? ` integrity="${hash}"` : ''} crossorigin="anonymous"></script>`;

/** A publisher's server: another origin, which lets everybody have its files. */
function served(path, body, type = 'text/javascript') {
  t.route(path, { body, type, headers: { 'access-control-allow-origin': '*' } });
  return t.url(path, { origin: 'other' });
}

/** Opens a page with such a tag and gives 'drawn', 'refused' (the browser did not run the script) or the error's detail. */
async function outcome(src, expected, { headers, head = '', ...options } = {}) {
  await t.open(card, { script: null, head: head + tag(src, expected), headers, ...options });
  const how = await t.until((url) => {
    const { shadowRoot } = document.querySelector('article-card');
    if (shadowRoot?.querySelector('[part~=card]')) return 'drawn';
    const error = window.__log.find((entry) => entry.type === 'article-card:error');
    return error?.detail ?? (window.__log.some((entry) => entry.type === 'resource-error' && entry.url === url) && 'refused');
  }, src);
  if (how === 'refused') assert.equal(await t.run(() => !!customElements.get('article-card')), false);
  const seen = await t.run(() => document.getElementById('fallback').getBoundingClientRect().height > 1);
  assert.equal(seen, how !== 'drawn', 'the link is there when the card is not');
  return how;
}

test('integrity.json holds the hash of every published file, and the split build the one of its Wasm', () => {
  const files = readdirSync(dist, { recursive: true }).filter((path) => /\.\w+$/.test(path) && path !== 'integrity.json');
  assert.deepEqual(integrity, Object.fromEntries(files.map((path) => [path, hash(published(path))])));
  assert.ok(split.includes(JSON.stringify(integrity['split/article-card.wasm'])));
});

for (const [path, body] of [['article-card.js', one], ['split/article-card.js', split]]) {
  test(`${path} with its hash draws, from another origin`, async () => {
    served('/split/article-card.wasm', wasm, 'application/wasm');
    assert.equal(await outcome(served(`/${path}`, body), integrity[path]), 'drawn');
  });

  test(`${path} with one byte changed is not run, and the link stays`, async () => {
    served('/split/article-card.wasm', wasm, 'application/wasm');
    const src = served(`/${path}`, flipped(body, 'Try again'));
    assert.equal(await outcome(src, integrity[path]), 'refused');
    assert.equal(await outcome(src), 'drawn', 'it would have run without the hash');
  });
}

test('a preload hint for the Wasm of the split build is for the request of the script', async () => {
  // Never kept: two requests are two downloads. Firefox takes no hint for a request with a hash: there its cache has to.
  const headers = { 'access-control-allow-origin': '*', 'cache-control': engine === 'firefox' ? 'max-age=600' : 'no-store' };
  t.route('/hinted/article-card.js', { body: split, type: 'text/javascript', headers });
  t.route('/hinted/article-card.wasm', { body: wasm, type: 'application/wasm', headers });
  const [src, file] = ['js', 'wasm'].map((type) => t.url(`/hinted/article-card.${type}`, { origin: 'other' }));
  const head = `<link rel="preload" as="fetch" crossorigin href="${file}">`;
  assert.equal(await outcome(src, integrity['split/article-card.js'], { head }), 'drawn');
  assert.equal(t.server.count('/hinted/article-card.wasm'), 1);
});

for (const type of ['application/wasm', 'application/octet-stream']) {
  test(`the Wasm of the split build with one byte changed (${type}) is not compiled: wasm-missing, and the link stays`, async () => {
    const src = served('/split/article-card.js', split);
    const changed = flipped(wasm, 'Show more');
    served('/split/article-card.wasm', changed, type);
    const { reason, message } = await outcome(src, integrity['split/article-card.js']);
    assert.equal(reason, 'wasm-missing');
    assert.equal(message, `${t.url('/split/article-card.wasm', { origin: 'other' })} could not be loaded: it is not the file this script was built with`);
    const believer = split.toString().replace(integrity['split/article-card.wasm'], hash(changed));
    assert.equal(await outcome(served('/split/article-card.js', believer)), 'drawn', 'it would have run with its own hash');
  });
}

test('where a page asks for hashes of all its scripts (Integrity-Policy), the card with its hash draws', async () => {
  const headers = { 'integrity-policy': 'blocked-destinations=(script)' };
  // The recorder is a script as well.
  const record = readFileSync(join(project, 'tests/e2e/record.js'));
  const head = `<script src="/record.js" integrity="${hash(record)}" crossorigin="anonymous"></script>`;
  served('/split/article-card.wasm', wasm, 'application/wasm');
  for (const [path, body] of [['article-card.js', one], ['split/article-card.js', split]]) {
    const src = served(`/${path}`, body);
    assert.equal(await outcome(src, integrity[path], { headers, head, record: false }), 'drawn');
    assert.equal(await outcome(src, undefined, { headers, head, record: false }), 'refused', 'without a hash it is not run');
  }
});
