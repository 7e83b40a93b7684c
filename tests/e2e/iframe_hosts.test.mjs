// Pages around the frame, and what they are told: those with our script, those of WordPress, and those that tell lies.

import { afterEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, project } from './harness.mjs';
import { longArticle } from './stories.mjs';

const open = { 'access-control-allow-origin': '*' };
const read = (path) => readFileSync(join(project, 'dist', path), 'utf8');
const script = (path) => ({ body: read(path), type: 'text/javascript', headers: open });
const t = fixture({
  routes: {
    '/embed.html': { body: read('embed.html').replaceAll(' https:', ' http:'), type: 'text/html' },
    '/embed.js': script('embed.js'),
    '/article-card.js': script('article-card.js'),
    '/long.json': { json: longArticle(), headers: open },
    '/silent/embed.html': { body: '<!doctype html><title>Silent</title>', type: 'text/html' },
    '/silent/other.html': { body: '<!doctype html><title>Silent</title>', type: 'text/html' },
  },
});
afterEach(() => t.driver.switchTo().defaultContent());
const address = (query = '?src=/long.json') => t.url(`/embed.html${query}`, { origin: 'other' });
const frame = (src, more = 'data-article-card sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"') => `<iframe title="Story" width="400" height="150" ${more} src="${src}"></iframe>`;
const heights = () => t.run(() => [...document.querySelectorAll('iframe')].map((frame) => frame.style.height));
const inFrame = async (what) => {
  await t.driver.switchTo().frame(0);
  try {
    return await what();
  } finally {
    await t.driver.switchTo().defaultContent();
  }
};

test('under the strictest policy of its page a frame becomes as high as its story, and needs frame-src alone', async () => {
  const headers = { 'content-security-policy': `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-src ${t.server.otherOrigin}; require-trusted-types-for 'script'; trusted-types 'none'` };
  await t.open(frame(address()), { headers });
  await t.until(() => parseInt(document.querySelector('iframe').style.height) > 300);
  assert.deepEqual(await t.log('csp'), []);
});

test('a frame that has told its height before our script listens is asked again', async () => {
  await t.open(`<script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>${frame(address())}`, { script: null });
  await t.until(() => window.heard.length > 1);
  assert.deepEqual(await heights(), ['']);
  await t.run(() => import('/dist/article-card.js').then(() => true));
  await t.until(() => parseInt(document.querySelector('iframe').style.height) > 300);
});

test('messages change nothing that are not of a frame of ours, or name no height', async () => {
  const silent = t.url('/silent/embed.html');
  const ours = 'data-article-card';
  await t.open([
    frame(silent, ours), frame(silent, ''), frame(t.url('/silent/other.html?x=/embed.html'), ours), frame(t.url('/silent/other.html#/embed.html'), ours), '<iframe title="Empty" data-article-card></iframe>', frame(silent, ours),
  ].join(''));
  await t.until(() => customElements.get('article-card'));
  const send = (at, data) => t.run((at, data) => new Promise((done) => {
    const { contentWindow } = document.querySelectorAll('iframe')[at];
    addEventListener('message', () => done(true), { once: true });
    // As it comes from a frame: the source is whoever's script calls.
    const { Function } = contentWindow;
    new Function('data', 'parent.postMessage(eval(data), "*")')(data);
  }), at, data);
  for (const height of ['NaN', '-1', '0', 'null', '"tall"', '{}', '[]', 'undefined', '-Infinity']) await send(0, `({ type: 'article-card:height', height: ${height} })`);
  for (const data of ['null', '7', '"article-card:height"', '({})', "({ type: 'height', height: 500 })", "({ message: 'height', value: 500 })"]) await send(0, data);
  for (const at of [1, 2, 3, 4]) await send(at, "({ type: 'article-card:height', height: 500 })");
  await t.run(() => new Promise((done) => {
    addEventListener('message', () => done(true), { once: true });
    postMessage({ type: 'article-card:height', height: 500 }, '*');
  }));
  assert.deepEqual(await heights(), Array(6).fill(''));
  await send(0, "({ type: 'article-card:height', height: 500.5 })");
  await send(5, "({ type: 'article-card:height', height: 1e9 })");
  assert.deepEqual(await heights(), ['500.5px', '', '', '', '', '20000px']);
  await send(0, "({ type: 'article-card:height', height: 7 })");
  await send(5, "({ type: 'article-card:height', height: Infinity })");
  assert.deepEqual(await heights(), ['50px', '', '', '', '', '20000px']);
});

/** What WordPress does with a frame that a site it does not know has offered, by its protocol. */
const wordpress = `<script>
  window.heard = [];
  window.followed = [];
  addEventListener('message', ({ data, source }) => {
    heard.push(data);
    const frame = document.querySelector('iframe');
    if (!data.secret || /[^a-zA-Z0-9]/.test(data.secret) || data.secret !== frame.dataset.secret || source !== frame.contentWindow) return;
    document.querySelector('blockquote').style.display = 'none';
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame) followed.push(data.value);
  });
</script>`;
const embedded = (src) => `${wordpress}<blockquote class="wp-embedded-content" data-secret="aB3dE6gH9j"><a href="/long">A headline</a></blockquote>
  <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position: absolute; visibility: hidden;" title="Story" data-secret="aB3dE6gH9j" width="600" height="338" src="${src}"></iframe>`;

test('WordPress is told the height with its secret, again when it is ready, and follows links to the host of the frame', async () => {
  t.route('/linked.json', { json: longArticle({ url: t.url('/long', { origin: 'other' }) }), headers: open });
  await t.open(embedded(address('?src=/linked.json#?secret=aB3dE6gH9j')), { script: null });
  await t.until(() => heard.some(({ message }) => message === 'height'));
  assert.deepEqual(await t.run(() => {
    const told = heard.findLast(({ message }) => message === 'height');
    return [told.secret, told.value > 200, Number(document.querySelector('iframe').height) - Math.min(told.value, 1000), document.querySelector('blockquote').style.display];
  }), ['aB3dE6gH9j', true, 0, 'none']);
  // Of others it wants to hear nothing.
  await t.run(() => {
    const { contentWindow } = document.querySelector('iframe');
    heard.length = 0;
    for (const message of [{ message: 'ready', secret: 'another123' }, { message: 'other', secret: 'aB3dE6gH9j' }, null, { message: 'ready', secret: 'aB3dE6gH9j' }]) contentWindow.postMessage(message, '*');
  });
  await t.until(() => heard.length > 1);
  // Twice this, where the frame's own width has changed since.
  assert.deepEqual([...new Set(await t.run(() => heard.map(({ type, message }) => type ?? message)))], ['article-card:height', 'height']);
  await inFrame(() => t.click('article-card', 'headline-link'));
  await t.until(() => followed.length);
  assert.deepEqual(await t.run(() => followed), [t.url('/long', { origin: 'other' })]);
});

test('links to other hosts are the browser’s, and so are those pressed with a key held', async () => {
  await t.open(embedded(address('?src=/long.json#?secret=aB3dE6gH9j')), { script: null });
  await t.until(() => heard.some(({ message }) => message === 'height'));
  await inFrame(() => t.click('article-card', 'headline-link'));
  await inFrame(() => t.click('article-card', 'toggle'));
  await t.until(() => heard.filter(({ message }) => message === 'height').length > 1);
  assert.equal(await t.run(() => heard.some(({ message }) => message === 'link')), false);
});

test('a secret that WordPress adds late is found', async () => {
  await t.open(embedded(address()), { script: null });
  await t.until(() => heard.length);
  await t.run(() => { document.querySelector('iframe').src += '#?secret=aB3dE6gH9j'; });
  await t.until(() => heard.some(({ message, secret }) => message === 'height' && secret === 'aB3dE6gH9j'));
});

test('WordPress keeps its quotation where there is no story to show', async () => {
  for (const src of ['/missing.json', 'https://strangers.example/story.json']) {
    await t.open(embedded(address(`?src=${src}#?secret=aB3dE6gH9j`)), { script: null });
    await t.until(() => heard.length);
    assert.deepEqual(await t.run(() => [heard.map(({ type, message }) => type ?? message).includes('height'), document.querySelector('blockquote').checkVisibility()]), [false, true], src);
  }
});
