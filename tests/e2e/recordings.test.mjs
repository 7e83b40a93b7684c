// Recordings: a link and a button, then the browser's own player.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { engine, fixture } from './harness.mjs';
import { article, inScript } from './stories.mjs';

/** Two seconds of silence: eight-bit mono samples behind the header of a WAV file. */
function silence() {
  const rate = 8000;
  const samples = Buffer.alloc(2 * rate, 128);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  for (const [at, value] of [[16, 16], [24, rate], [28, rate], [40, samples.length]]) header.writeUInt32LE(value, at);
  for (const [at, value] of [[20, 1], [22, 1], [32, 1], [34, 8]]) header.writeUInt16LE(value, at);
  header.write('data', 36);
  return Buffer.concat([header, samples]);
}

const t = fixture({ routes: {
  '/interview.wav': { type: 'audio/wav', body: silence() },
  '/gone.mp4': { status: 404, type: 'text/plain', body: 'gone' },
} });
const open = async (block, options) => {
  const body = [{ type: 'paragraph', text: 'Before it.' }, { title: 'The captain', ...block }];
  await t.open(`<article-card images="same-origin"><script type="application/json">${inScript(article({ bodyText: undefined, body }))}</script></article-card>`, options);
  await t.drawn();
};
const player = () => t.inside('article-card', (root) => {
  const own = root.querySelector('audio, video');
  return own && { is: own.localName, part: own.getAttribute('part'), controls: own.controls, title: own.title, src: own.getAttribute('src') };
});

test('a recording is asked for when its reader presses the button, and plays in its place', async () => {
  await open({ type: 'audio', url: t.url('/interview.wav') });
  await t.frames();
  assert.equal(t.server.count('/interview.wav'), 0, 'nothing before that');
  assert.equal(await t.text('article-card', 'play'), 'Load audio from 127.0.0.1');
  assert.equal(await player(), null);
  await t.click('article-card', 'play');
  assert.equal(await t.text('article-card', 'media-title'), 'The captain', 'the link stays');
  await t.driver.wait(() => t.server.count('/interview.wav') > 0, 10_000);
  // Without anything to hear it by, Firefox plays nothing, and says so: then the button is back.
  if (engine === 'firefox') return;
  assert.deepEqual(await player(), { is: 'audio', part: 'player', controls: true, title: 'The captain', src: t.url('/interview.wav') });
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('audio').currentTime > 0);
});

test('it works by keyboard, and no script can press it', async () => {
  await open({ type: 'audio', url: t.url('/interview.wav?another') });
  const asked = t.server.count('/interview.wav');
  await t.inside('article-card', (root) => {
    root.querySelector('[part=play]').click();
    root.querySelector('[part=play]').focus();
  });
  assert.equal(await player(), null);
  await t.press(Key.ENTER);
  await t.driver.wait(() => t.server.count('/interview.wav') > asked, 10_000);
});

for (const [what, options] of [
  ['is not there', undefined],
  ['the page’s policy does not allow', { head: '<meta http-equiv="Content-Security-Policy" content="media-src \'none\'">' }],
]) {
  test(`the button comes back, with the focus, where a recording ${what}`, async () => {
    const url = t.url(options ? '/interview.wav' : '/gone.mp4');
    await open({ type: options ? 'audio' : 'video', url }, options);
    await t.click('article-card', 'play');
    await t.until(() => {
      const root = document.querySelector('article-card').shadowRoot;
      return !root.querySelector('audio, video') && !!root.querySelector('[part=play]');
    });
    const link = await t.inside('article-card', (root) => root.querySelector('[part=media-title] a').href);
    assert.equal(link, url);
    await t.click('article-card', 'play'); // and can be pressed again
    await t.until(() => !!document.querySelector('article-card').shadowRoot.querySelector('[part=play]'));
  });
}
