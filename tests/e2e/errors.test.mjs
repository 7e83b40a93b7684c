// Whatever goes wrong is told in an event, leaves the page's own link standing, and throws nothing into the page
// (fixture() looks after the last point after every test).

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine, fixture, gate, project } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const link = '<a id="fallback" href="https://publisher.example/story">The story</a>';
const card = (src, inside = link) => `<article-card src="${src}">${inside}</article-card>`;
const inline = (json) => `<article-card><script type="application/json">${json}</script>${link}</article-card>`;
const parts = () => t.run(() => {
  const { shadowRoot } = document.querySelector('article-card');
  const seen = (element) => !!element && element.getBoundingClientRect().height > 1;
  return {
    link: seen(document.getElementById('fallback')), sentence: seen(shadowRoot.querySelector('[part=failure-text]')),
    skeleton: seen(shadowRoot.querySelector('[part=skeleton]')), retry: seen(shadowRoot.querySelector('[part=retry]')),
    card: !!shadowRoot.querySelector('[part~=card]'),
  };
});
const nothing = { link: false, sentence: false, skeleton: false, retry: false, card: false };

/** The detail of the error that `html` ends in; the fallback stands, with a button where trying again can help. */
async function failure(html, { retry, options } = {}) {
  await t.open(html, options);
  const { detail, bubbles, composed } = await t.event('article-card:error');
  assert.deepEqual([bubbles, composed, Object.keys(detail).sort().join()], [true, true, 'message,path,reason']);
  assert.ok(detail.message.length > 15 && !/\.$|\[object|undefined/.test(detail.message), `not helpful: ${detail.message}`);
  assert.deepEqual(await parts(), { ...nothing, link: true, retry: !!retry });
  assert.equal(await t.run(() => document.querySelector('article-card').hasAttribute('aria-busy')), false);
  assert.deepEqual((await t.log()).filter((entry) => /^article-card/.test(entry.type)).map((entry) => entry.type), ['article-card:error']);
  return detail;
}

test('a file that is not there: fetch, with the status; not asked for twice', async () => {
  const { reason, message, path } = await failure(card('/missing.json'), { retry: true });
  assert.deepEqual([reason, path], ['fetch', '']);
  assert.match(message, /404/);
  assert.equal(t.server.count('/missing.json'), 1);
});

test('an answer that breaks off is asked for once more, then fails: fetch', async () => {
  t.route('/cut.json', (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('{"schema":', () => response.destroy());
  });
  const { reason } = await failure(card('/cut.json'), { retry: true });
  assert.equal(reason, 'fetch');
  assert.equal(t.server.count('/cut.json'), 2);
});

test('a server that hangs up: fetch', async () => {
  t.route('/dropped.json', { drop: true });
  const { reason, message } = await failure(card('/dropped.json'), { retry: true });
  assert.equal(reason, 'fetch');
  assert.ok(message.includes('/dropped.json'));
});

test('another origin that does not allow it: fetch', async () => {
  t.route('/no-cors.json', { json: article() });
  const { reason, message } = await failure(card(t.url('/no-cors.json', { origin: 'other' })), { retry: true });
  assert.equal(reason, 'fetch');
  assert.match(message, /CORS/);
});

test('a server that stumbles once is asked again, and nobody notices', async () => {
  t.route('/stumbling.json', (request, response) => {
    const first = t.server.count('/stumbling.json') === 1;
    response.writeHead(first ? 503 : 200).end(JSON.stringify(article()));
  });
  await t.open(card('/stumbling.json'));
  await t.drawn();
  assert.equal(t.server.count('/stumbling.json'), 2);
  assert.deepEqual((await t.log()).map((entry) => entry.type), ['article-card:load']);
});

test('an id that the page does not have: fetch', async () => {
  const { reason, message } = await failure(card('#nowhere'), { retry: true });
  assert.equal(reason, 'fetch');
  assert.match(message, /nowhere/);
});

test('a src that is no URL: fetch', async () => {
  const { reason } = await failure(card('https://'), { retry: true });
  assert.equal(reason, 'fetch');
});

test('a server that never answers: timeout after ten seconds', async () => {
  t.route('/silent.json', { hold: new Promise(() => {}) });
  await t.open(card('/silent.json'));
  const { detail } = await t.untilWithin(15_000, () => window.__log[0]);
  assert.deepEqual([detail.reason, detail.path], ['timeout', '']);
  assert.match(detail.message, /10 seconds/);
  assert.deepEqual(await parts(), { ...nothing, link: true, retry: true });
  assert.equal(t.server.count('/silent.json'), 1);
});

test('text that is not JSON: json, with line and column', async () => {
  const { reason, message, path } = await failure(inline('{"schema": "article-card/1",\n "headline": nonsense}'));
  assert.deepEqual([reason, path], ['json', 'line 2, column 14']);
  assert.match(message, /expected a value/);
});

test('JSON that breaks off: json, where it ends', async () => {
  const { reason, path } = await failure(card('/stories/broken.json'));
  assert.equal(reason, 'json');
  assert.match(path, /^line \d+, column \d+$/);
});

test('a web page where JSON should be: json, and it says so', async () => {
  const { reason, message } = await failure(card('/pages/minimal.html'));
  assert.equal(reason, 'json');
  assert.match(message, /web page/);
});

test('a wrong value: format, with its path, what was found and what was expected', async () => {
  const { reason, message, path } = await failure(card('/stories/wrong.json'));
  assert.deepEqual([reason, path], ['format', 'authors[1].name']);
  assert.match(message, /expected text/);
  assert.match(message, /found a number/);
});

test('a wrong value deep in the body: format, with the whole path', async () => {
  const items = [{ text: 'One' }, { text: 'Two', items: [{ text: true }] }];
  const json = article({ bodyText: undefined, body: [{ type: 'paragraph', text: 'Text.' }, { type: 'list', items }] });
  const { path, message } = await failure(inline(inScript(json)));
  assert.equal(path, 'body[1].items[1].items[0].text');
  assert.match(message, /expected text, found true or false/);
});

test('a schema of another version: format, with both versions', async () => {
  const { reason, message, path } = await failure(inline(inScript(article({ schema: 'article-card/2' }))));
  assert.deepEqual([reason, path], ['format', 'schema']);
  assert.match(message, /expected article-card\/1, found article-card\/2/);
});

test('JSON of no known kind: format, with what it looks like', async () => {
  const { reason, message, path } = await failure(inline('{"colour": "red", "wheels": 4}'));
  assert.deepEqual([reason, path], ['format', '']);
  assert.match(message, /colour, wheels/);
  assert.match(message, /article-card\/1/);
});

test('an article with nothing to show: format', async () => {
  const { reason, message } = await failure(inline('{"schema": "article-card/1"}'));
  assert.equal(reason, 'format');
  assert.match(message, /headline or a body/);
});

test('labels that are not JSON: told like every other mistake', async () => {
  const { path } = await failure(inline(inScript(article())).replace('<article-card', '<article-card labels="{showMore}"'));
  assert.match(path, /^labels/);
});

test('five megabytes: too-large', async () => {
  const padding = 'x'.repeat(5 * 1024 * 1024);
  t.route('/large.json', { json: article({ padding }) });
  const { reason, message } = await failure(card('/large.json'));
  assert.equal(reason, 'too-large');
  assert.match(message, /4 MB/);
  await t.run((json, size) => { document.querySelector('article-card').data = { ...json, padding: 'x'.repeat(size) }; }, article(), padding.length);
  assert.equal((await t.event('article-card:error', 1)).detail.reason, 'too-large');
});

for (const policy of ["script-src 'self'", "default-src 'self'", "script-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'"]) {
  for (const script of ['/dist/article-card.js', '/dist/split/article-card.js']) {
    test(`${script} under ${policy}: wasm-blocked, and it says what to add`, async () => {
      t.route('/story.json', { json: article() });
      // WebKitGTK 2.50 compiles in spite of the policy and refuses to instantiate: the same to readers and hosts.
      const options = { headers: { 'content-security-policy': policy }, script };
      const { reason, message } = await failure(card('/story.json'), { options });
      assert.equal(reason, 'wasm-blocked', engine);
      assert.equal(message, "the page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to script-src");
    });
  }
}

test('a browser without WebAssembly: wasm-missing', async () => {
  t.route('/story.json', { json: article() });
  const options = { head: '<script>delete globalThis.WebAssembly;</script>' };
  const { reason } = await failure(card('/story.json'), { options });
  assert.equal(reason, 'wasm-missing');
});

test('while it loads the element is busy and its link is there; then the card stands in its place', async () => {
  const hold = gate();
  t.route('/slow.json', { json: article(), hold: hold.promise });
  await t.open(card('/slow.json'));
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  assert.deepEqual(await parts(), { ...nothing, link: true });
  hold.open();
  await t.drawn();
  assert.deepEqual(await parts(), { ...nothing, card: true });
  assert.equal(await t.run(() => document.querySelector('article-card').hasAttribute('aria-busy')), false);
});

test('without a link there is a quiet skeleton while it loads, and a sentence when it failed', async () => {
  const hold = gate();
  t.route('/slow-missing.json', { status: 404, hold: hold.promise });
  await t.open(card('/slow-missing.json', '<!-- nothing -->\n'));
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  await t.frames();
  assert.deepEqual(await parts(), { ...nothing, skeleton: true });
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=skeleton]').getAttribute('aria-hidden')), 'true');
  hold.open();
  await t.event('article-card:error');
  await t.frames();
  assert.deepEqual(await parts(), { ...nothing, sentence: true, retry: true });
  assert.equal(await t.text('article-card', 'failure-text'), 'This article could not be loaded.');
});

test('“Try again” draws the card when the server has recovered', async () => {
  await failure(card('/recovering.json'), { retry: true });
  assert.equal(await t.text('article-card', 'retry'), 'Try again');
  await t.click('article-card', 'retry');
  await t.event('article-card:error', 1);
  assert.deepEqual(await parts(), { ...nothing, link: true, retry: true }, 'still broken, still there');
  t.route('/recovering.json', { json: article() });
  await t.click('article-card', 'retry');
  await t.drawn();
  assert.deepEqual(await parts(), { ...nothing, card: true });
  assert.equal(t.server.count('/recovering.json'), 3);
});

test('a card that was drawn gives way to the link when what follows it is wrong', async () => {
  await t.open(inline(inScript(article())));
  await t.drawn();
  await t.run(() => { document.querySelector('article-card').data = '{'; });
  await t.event('article-card:error');
  assert.deepEqual(await parts(), { ...nothing, link: true });
  assert.equal(await t.run(() => customElements.get('article-card').mounts), 0);
});

for (const [labels, expected] of [['', 'This article'], ['  ', 'This article'], ['{"failed": null, "tryAgain": 3}', 'This article'], ['{"failed": "Leider nicht"}', 'Leider nicht']]) {
  test(`labels='${labels}' and an article that does not come`, async () => {
    await t.open(card('/missing-labels.json', '').replace('<article-card', `<article-card labels='${labels}'`));
    await t.event('article-card:error');
    assert.ok((await t.text('article-card', 'failure-text')).startsWith(expected));
    assert.equal(await t.text('article-card', 'retry'), 'Try again');
  });
}

test('“Try again” keeps its place and the focus until there is an outcome', async () => {
  await t.open(card('/keyboard.json'));
  await t.event('article-card:error');
  const hold = gate();
  t.route('/keyboard.json', { status: 404, hold: hold.promise });
  await t.run((button) => button.focus(), await t.part('article-card', 'retry'));
  await t.press('\uE007');
  await t.until(() => document.querySelector('article-card').getAttribute('aria-busy') === 'true');
  await t.frames();
  assert.equal(await t.focused(), 'retry');
  assert.deepEqual(await parts(), { ...nothing, link: true, retry: true });
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=retry]').getAttribute('aria-disabled')), 'true');
  hold.open();
  await t.event('article-card:error', 1);
  assert.equal(await t.focused(), 'retry');
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=retry]').hasAttribute('aria-disabled')), false);
  t.route('/keyboard.json', { json: article() });
  await t.press('\uE007');
  await t.drawn();
  assert.deepEqual(await parts(), { ...nothing, card: true });
});

for (const [name, answer, expected] of [['404', { status: 404 }, /answered 404/], ['another file', { body: 'other', type: 'application/wasm' }, /not the file/], ['no answer', { drop: true }, /no answer/]]) {
  test(`the split build and its Wasm: ${name}: wasm-missing, with the file and what became of it`, async () => {
    const served = (path) => ({ body: readFileSync(join(project, 'dist/split', path), 'utf8'), type: 'text/javascript' });
    t.route('/split/article-card.js', served('article-card.js'));
    t.route('/split/article-card.wasm', answer);
    t.route('/story.json', { json: article() });
    const { reason, message } = await failure(card('/story.json'), { options: { script: '/split/article-card.js' } });
    assert.equal(reason, 'wasm-missing');
    assert.match(message, /\/split\/article-card\.wasm/);
    assert.match(message, expected);
  });
}

test('after a trap the Wasm is not called again: every draw fails with format, and nothing is thrown', async () => {
  // Stands between the page and the Wasm: `trap` makes the next call end the way a panic does.
  const head = `<script>
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (module, imports) {
      const exports = { ...new Instance(module, imports).exports };
      for (const [name, own] of Object.entries(exports)) {
        if (typeof own !== 'function') continue;
        exports[name] = (...args) => {
          window.calls = (window.calls ?? 0) + 1;
          if (window.trap) throw new WebAssembly.RuntimeError('unreachable');
          return own(...args);
        };
      }
      return { exports };
    };
  </script>`;
  t.route('/story.json', { json: article() });
  await t.open(card('/story.json') + `<article-card id="second" src="/story.json">${link.replace('id=', 'class=')}</article-card>`, { head });
  await t.drawn();
  await t.drawn('#second');
  await t.run(() => { window.trap = true; document.querySelector('article-card').setAttribute('heading-level', '3'); });
  const { detail } = await t.event('article-card:error');
  assert.equal(detail.reason, 'format');
  await t.run(() => {
    window.trap = false;
    window.calls = 0;
    const second = document.getElementById('second');
    document.body.prepend(second);
    second.setAttribute('expanded', '');
    second.setAttribute('heading-level', '3');
  });
  const later = await t.event('article-card:error', 1);
  assert.equal(later.detail.reason, 'format');
  assert.match(later.detail.message, /reload/);
  assert.deepEqual(await t.run(() => [window.calls, customElements.get('article-card').mounts]), [0, 0]);
});
