// A page of a feed that cannot be had: nothing is lost, the reader is told where they are, and can try again there.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { fixture, gate } from './harness.mjs';
import { feeds, item, items, names } from './feeds.mjs';
import { article, feed } from './stories.mjs';

const t = fixture();
const { serve, open, shown, press, waiting, more, way, inTask } = feeds(t);
const told = 'More stories could not be loaded.';
const failed = { button: 'Try again', told };
const fine = { button: 'Show more', told: '' };
const cut = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
  response.write('{"schema":', () => response.destroy());
};

const failures = {
  'that is not there': [{ status: 404 }, 'fetch', /404/, /^$/, 1],
  'from a server that stumbles twice': [{ status: 500 }, 'fetch', /500/, /^$/, 2],
  'that breaks off': [cut, 'fetch', /no answer/, /^$/, 2],
  'that is a web page': [{ body: '<!doctype html><p>Sorry', type: 'text/html' }, 'json', /web page/, /^line 1, column 1$/, 1],
  'that is no JSON': [{ body: '{"schema": nonsense}', type: 'application/json' }, 'json', /expected a value/, /^line 1, column 12$/, 1],
  'of another version': [{ json: feed(items(6, 7), { schema: 'article-feed/2' }) }, 'format', /article-feed\/2/, /^schema$/, 1],
  'whose items are no list': [{ json: feed('none') }, 'format', /list/, /^items$/, 1],
  'of five megabytes': [{ json: feed(items(6, 7), { padding: 'x'.repeat(5 * 1024 * 1024) }) }, 'too-large', /4 MB/, /^$/, 1],
};
for (const [name, [answer, reason, message, path, asked]] of Object.entries(failures)) {
  test(`a page ${name}: the stories stay, the reader is told, and the same button tries again`, async () => {
    const folder = serve(items(1, 5), answer);
    await open(`${folder}1.json`);
    const before = await t.inside('article-feed', (root) => {
      window.before = [...root.querySelectorAll('[part=items] *')];
      root.querySelector('[part=more]').focus();
      return root.querySelector('[part=more]');
    });
    await t.press(Key.ENTER);
    const { target, detail, bubbles, composed } = await t.event('article-card:error');
    assert.deepEqual([target, detail.reason, bubbles, composed, Object.keys(detail).sort().join()], ['article-feed', reason, true, true, 'message,path,reason']);
    assert.match(detail.message, message);
    assert.match(detail.path, path);
    assert.deepEqual(await way(), failed);
    assert.equal(await t.focused(), 'more', 'the focus stays on the button');
    assert.deepEqual(await t.inside('article-feed', (root, button) => {
      const status = root.querySelector('[part=status]');
      return {
        same: root.querySelector('[part=more]') === button, items: window.before.every((node) => node.isConnected), heard: status.getAttribute('role'),
        place: status.previousElementSibling.part.value, busy: root.host.hasAttribute('aria-busy'), off: button.getAttribute('aria-disabled') === 'true',
        fallback: root.host.querySelector('a').getClientRects().length,
      };
    }, before), { same: true, items: true, heard: 'status', place: 'items', busy: false, off: false, fallback: 0 });
    // Engines tell assistive technology when they get to it.
    await t.driver.wait(async () => /^Try again.*A feed$/.test(await before.getAccessibleName()), 10_000, 'the name of the button', 25);
    assert.equal(t.server.count(`${folder}2.json`), asked);
    assert.deepEqual(await t.log('article-feed:more'), []);
    t.route(`${folder}2.json`, { json: feed(items(6, 7), { more: { url: '3.json' } }) });
    await t.press(Key.ENTER);
    await t.event('article-feed:more');
    assert.deepEqual([await shown(), await way()], [names(1, 7), fine]);
    assert.equal(await t.inside('article-feed', (root) => root.activeElement.textContent), 'Story 6');
    assert.equal((await t.log('article-card:error')).length, 1);
  });
}

test('a server that stumbles once is asked again, and nobody notices', async () => {
  const folder = serve(items(1, 5), (request, response, { pathname }) => {
    const first = t.server.count(pathname) === 1;
    response.writeHead(first ? 503 : 200).end(JSON.stringify(feed(items(6, 6))));
  });
  await open(`${folder}1.json`);
  await more();
  assert.deepEqual([await shown(), t.server.count(`${folder}2.json`)], [names(1, 6), 2]);
  assert.deepEqual(await t.log('article-card:error'), []);
});

test('it fails again: it is told again, the button stays what it is', async () => {
  const folder = serve(items(1, 5), { status: 404 });
  await open(`${folder}1.json`);
  for (const nth of [0, 1, 2]) {
    await t.click('article-feed', 'more');
    await t.event('article-card:error', nth);
    assert.deepEqual(await way(), failed);
  }
  assert.equal(t.server.count(`${folder}2.json`), 3);
});

test('while it is tried again the message is gone: the same words are heard again', async () => {
  const hold = gate();
  const folder = serve(items(1, 5), { status: 404 });
  await open(`${folder}1.json`);
  await press();
  await t.event('article-card:error');
  t.route(`${folder}2.json`, { status: 404, hold: hold.promise });
  await press();
  await waiting();
  assert.equal(await t.text('article-feed', 'status'), '');
  hold.open();
  await t.event('article-card:error', 1);
  assert.deepEqual(await way(), failed);
});

test('the words are the host’s', async () => {
  const folder = serve(items(1, 5), { status: 404 });
  await open(`${folder}1.json`, `labels='{"tryAgain": "Noch einmal", "moreFailed": "Leider nicht."}'`);
  await press();
  await t.event('article-card:error');
  assert.deepEqual(await way(), { button: 'Noch einmal', told: 'Leider nicht.' });
});

test('what a step has to say does not speak over the failure of the next, however late its frame comes', async () => {
  const folder = serve(items(1, 5), items(6, 7), { status: 404 });
  await open(`${folder}1.json`);
  await t.run(() => {
    window.frames_ = [];
    window.requestAnimationFrame = (frame) => window.frames_.push(frame);
  });
  await press();
  await t.event('article-feed:more');
  await press();
  await t.event('article-card:error');
  await t.run(() => window.frames_.forEach((frame) => frame(0)));
  assert.deepEqual(await way(), failed);
});

test('the third page fails: the second stays, and is not asked for again', async () => {
  const folder = serve(items(1, 5), items(6, 7), { status: 404 });
  await open(`${folder}1.json`);
  await more();
  await press();
  await t.event('article-card:error');
  assert.deepEqual([await shown(), await way()], [names(1, 7), failed]);
  t.route(`${folder}3.json`, { json: feed(items(8, 8)) });
  await more();
  assert.deepEqual([await shown(), (await way()).button], [names(1, 8), null]);
  assert.deepEqual([1, 2, 3].map((n) => t.server.count(`${folder}${n}.json`)), [1, 1, 2]);
});

test('a page that fails after one with nothing new: trying again goes on there', async () => {
  const folder = serve(items(1, 5), items(1, 3), { status: 404 });
  await open(`${folder}1.json`);
  await press();
  await t.event('article-card:error');
  t.route(`${folder}3.json`, { json: feed(items(6, 6)) });
  await more();
  assert.deepEqual(await shown(), names(1, 6));
  assert.deepEqual([2, 3].map((n) => t.server.count(`${folder}${n}.json`)), [1, 2]);
});

test('a reader who has gone elsewhere is told without being moved', async () => {
  const hold = gate();
  const folder = serve(items(1, 5), { status: 404, hold: hold.promise });
  await open(`${folder}1.json`, '', ['<input>', '']);
  await t.click('article-feed', 'more');
  await waiting();
  await t.run(() => document.querySelector('input').focus());
  hold.open();
  await t.event('article-card:error');
  assert.deepEqual([await t.focused(), await way()], ['input', failed]);
});

test('a feed that is moved or drawn again after a failure can still be tried again', async () => {
  const folder = serve(items(1, 5), { status: 404 });
  await open(`${folder}1.json`, '', ['<aside></aside>', '']);
  await press();
  await t.event('article-card:error');
  await inTask(() => document.querySelector('aside').append(document.querySelector('article-feed')));
  assert.deepEqual(await way(), failed);
  await press();
  await t.event('article-card:error', 1);
  await t.run(() => document.querySelector('article-feed').setAttribute('heading-level', '4'));
  await t.until(() => document.querySelector('article-feed').shadowRoot.querySelector('h4[part=feed-title]'));
  t.route(`${folder}2.json`, { json: feed(items(6, 6)) });
  await more();
  assert.deepEqual(await shown(), names(1, 6));
});

test('a page whose stories are all wrong is none that failed: it is passed by, with warnings', async () => {
  const folder = serve(items(1, 5), [{ headline: 7 }, {}], [item(6)]);
  await open(`${folder}1.json`);
  const { shown: count, warnings } = await more();
  assert.deepEqual([count, warnings.map((warning) => warning.path)], [6, ['items[0].headline', 'items[1]']]);
  assert.deepEqual(await t.log('article-card:error'), []);
});

test('a page that is an article with nothing to show is told', async () => {
  const folder = serve(items(1, 5), { json: article({ headline: undefined, bodyText: undefined }) });
  await open(`${folder}1.json`);
  await press();
  const { detail } = await t.event('article-card:error');
  assert.equal(detail.reason, 'format');
  assert.deepEqual([(await shown()).length, await way()], [5, failed]);
});
