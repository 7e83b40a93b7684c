// How a document is asked for, and what becomes of answers that are odd, too long or never whole. What readers see of a
// failure is in errors.test.mjs.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture, gate } from './harness.mjs';
import { article } from './stories.mjs';

const t = fixture();
const card = (src, attributes = '') => `<article-card loading="eager" ${attributes} src="${src}"></article-card>`;
const allowed = { 'access-control-allow-origin': '*' };
const headline = () => t.text('article-card', 'headline');

/** A route that never ends its answer; `closed` settles when the browser has given it up. */
function endless(path, chunk) {
  const begun = gate();
  const closed = gate();
  const url = t.route(path, (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...allowed });
    response.once('close', closed.open);
    const more = () => {
      if (chunk === undefined) return response.write(' ');
      while (!response.destroyed) {
        if (!response.write(chunk)) return response.once('drain', more);
      }
      return undefined;
    };
    more();
    begun.open();
  });
  return { url, begun: begun.promise, closed: closed.promise };
}

test('another origin is asked plainly: no headers of our own, no preflight, and only the page’s origin as referrer', async () => {
  t.route('/story.json', { json: article({ headline: 'From elsewhere' }), headers: allowed });
  const src = t.url('/story.json', { origin: 'other' });
  // This page would tell its whole address.
  await t.open(card(src), { head: '<meta name="referrer" content="unsafe-url">' });
  await t.drawn();
  const asked = t.server.requests.filter(({ path }) => path === '/story.json');
  assert.deepEqual(asked.map(({ method }) => method), ['GET']);
  const [{ headers }] = asked;
  assert.equal(headers.referer, `${t.server.url}/`);
  assert.equal(headers.origin, t.server.url);
  const usual = /^(host|connection|user-agent|accept|accept-(language|encoding)|origin|referer|sec-.*|pragma|cache-control|priority|te|dnt)$/;
  assert.deepEqual(Object.keys(headers).filter((name) => !usual.test(name)), []);
});

test('cookies are not sent, not even to the page’s own origin', async () => {
  t.route('/own.json', { json: article() });
  await t.open(card('/own.json'), { head: '<script>document.cookie = "own=1"</script>' });
  await t.drawn();
  assert.equal(t.server.requests.findLast(({ path }) => path === '/own.json').headers.cookie, undefined);
});

test('cookies of another origin are not sent to it', async () => {
  t.route('/theirs.json', { json: article(), headers: allowed });
  await t.driver.get(t.url(new URL(t.page('<p>Theirs</p>', { script: null })).pathname, { origin: 'other' }));
  await t.run(() => { document.cookie = 'theirs=1'; });
  await t.open(card(t.url('/theirs.json', { origin: 'other' })));
  await t.drawn();
  assert.equal(t.server.requests.findLast(({ path }) => path === '/theirs.json').headers.cookie, undefined);
});

test('a preload hint for a document of another origin is for the request of the card', async () => {
  t.route('/hinted.json', { json: article(), headers: { ...allowed, 'cache-control': 'no-store' } });
  const src = t.url('/hinted.json', { origin: 'other' });
  await t.open(card(src), { head: `<link rel="preload" as="fetch" crossorigin href="${src}">` });
  await t.drawn();
  assert.equal(t.server.count('/hinted.json'), 1);
});

test('a redirect is followed, and addresses belong to where it led', async () => {
  t.route('/there/story.json', { json: article({ section: { name: 'Section', url: 'section' } }), headers: allowed });
  t.route('/here.json', { status: 302, headers: { location: t.url('/there/story.json', { origin: 'other' }) } });
  await t.open(card('/here.json'));
  await t.drawn();
  assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=section] a').href), t.url('/there/section', { origin: 'other' }));
});

test('a redirect that goes round in circles: fetch', async () => {
  t.route('/circle.json', { status: 302, headers: { location: '/circle.json' } });
  await t.open(card('/circle.json'));
  assert.equal((await t.event('article-card:error')).detail.reason, 'fetch');
});

test('an answer without an end is given up at 4 MB, and the connection with it', async () => {
  const { url, closed } = endless('/endless.json', Buffer.alloc(65_536, ' '));
  await t.open(card(url));
  assert.equal((await t.event('article-card:error')).detail.reason, 'too-large');
  await closed;
});

test('an answer that begins and never ends: timeout after ten seconds, and the connection is given up', async () => {
  const { url, closed } = endless('/dripping.json');
  await t.open(card(url));
  const { detail } = await t.untilWithin(15_000, () => window.__log[0]);
  assert.equal(detail.reason, 'timeout');
  await closed;
});

for (const [name, change] of [
  ['removed', () => document.querySelector('article-card').remove()],
  ['given another src', () => document.querySelector('article-card').setAttribute('src', '/other.json')],
  ['given data', () => { document.querySelector('article-card').data = { schema: 'article-card/1', headline: 'Data' }; }],
]) {
  test(`a card that is ${name} gives its request up`, async () => {
    t.route('/other.json', { json: article({ headline: 'Another' }) });
    const { url, begun, closed } = endless(`/given-up-${name.length}.json`);
    await t.open(card(url));
    await begun;
    await t.frames();
    await t.run(change);
    await closed;
    assert.deepEqual(await t.log('article-card:error'), []);
  });
}

test('two cards share an answer, which lives as long as one of them needs it', async () => {
  const hold = gate();
  t.route('/shared.json', { json: article({ headline: 'Shared' }), hold: hold.promise });
  await t.open(card('/shared.json', 'id="first"') + card('/shared.json', 'id="second"'));
  await t.until(() => document.querySelectorAll('[aria-busy=true]').length === 2);
  await t.run(() => document.getElementById('first').remove());
  await t.frames();
  hold.open();
  await t.drawn('#second');
  assert.equal(t.server.count('/shared.json'), 1);
});

// Not 408: Chromium asks again by itself.
for (const [status, tries] of [[400, 1], [401, 1], [403, 1], [410, 1], [429, 1], [500, 2], [502, 2], [503, 2], [504, 2]]) {
  test(`a server that answers ${status} is asked ${tries === 1 ? 'once' : 'twice'}`, async () => {
    t.route(`/${status}.json`, { status, headers: { 'retry-after': '1' } });
    await t.open(card(`/${status}.json`));
    const { detail } = await t.event('article-card:error');
    assert.equal(detail.reason, 'fetch');
    assert.ok(detail.message.includes(status), detail.message);
    assert.equal(t.server.count(`/${status}.json`), tries);
  });
}

test('the second try comes 0.3 to 1 second after the first', async () => {
  const times = [];
  t.route('/later.json', (request, response) => {
    times.push(Date.now());
    response.writeHead(503).end();
  });
  await t.open(card('/later.json'));
  await t.event('article-card:error');
  const waited = times[1] - times[0];
  // Slow machines add to it.
  assert.ok(waited >= 290 && waited < 3000, `${waited} ms`);
});

const whole = JSON.stringify(article({ headline: 'MARK' }));
const [start, end] = whole.split('MARK');
const bytes = (...middle) => Buffer.concat([Buffer.from(start), Buffer.from(middle), Buffer.from(end)]);

for (const [name, body, expected] of [
  ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(0x41)]), 'A'],
  ['bytes that are no UTF-8', bytes(0x41, 0xff, 0x42, 0xc3), 'A\ufffdB\ufffd'],
  ['half a surrogate pair, escaped', Buffer.from(`${start}A\\ud83eB\\udd8a${end}`), 'A\ufffdB\ufffd'],
  ['a surrogate pair, escaped', Buffer.from(`${start}\\ud83e\\udd8a${end}`), '🦊'],
]) {
  test(`${name} spoils nothing`, async () => {
    t.route('/bytes.json', { body, type: 'application/json' });
    await t.open(card('/bytes.json'));
    await t.drawn();
    assert.equal(await headline(), expected);
  });
}

test('a character that is cut by the end of a packet is whole', async () => {
  const fox = Buffer.from('🦊');
  t.route('/packets.json', (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(Buffer.concat([Buffer.from(start), fox.subarray(0, 2)]), () => setImmediate(() => response.end(Buffer.concat([fox.subarray(2), Buffer.from(end)]))));
  });
  await t.open(card('/packets.json'));
  await t.drawn();
  assert.equal(await headline(), '🦊');
});

for (const type of ['application/json; charset=iso-8859-1', 'text/plain', 'application/feed+json', 'image/png', '']) {
  test(`the content decides, not the type “${type}”`, async () => {
    t.route('/typed', { body: JSON.stringify(article({ headline: 'é' })), type });
    await t.open(card('/typed'));
    await t.drawn();
    assert.equal(await headline(), 'é');
  });
}
