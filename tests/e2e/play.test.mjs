// Films of other sites: nothing of them before the reader asks, then their player and nothing else.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { fixture } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const frame = (src, title = '') => `<iframe src="${src}" title="${title}" onload="alert(1)"></iframe>`;
const film = frame('https://www.youtube.com/embed/aqz-KE-bpKQ?autoplay=1&amp;origin=https://evil.example', 'A rabbit');
// No player may really load: the tests ask other sites for nothing either.
const head = '<meta http-equiv="Content-Security-Policy" content="frame-src \'none\'">';
const open = async (bodyHtml) => {
  await t.open(`<article-card><script type="application/json">${inScript(article({ bodyText: undefined, bodyHtml }))}</script></article-card>`, { head });
  await t.drawn();
};
const players = () => t.inside('article-card', (root) => [...root.querySelectorAll('iframe')].map((own) => {
  const attributes = {};
  for (const { name, value } of own.attributes) attributes[name] = value;
  return attributes;
}));
const requested = () => t.run(() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin)));
const player = (src, title) => ({
  part: 'player', src, title,
  sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
  allow: 'fullscreen; encrypted-media; picture-in-picture',
  referrerpolicy: 'strict-origin-when-cross-origin',
  loading: 'lazy',
});

test('a film is a link and a button, and nothing is asked of its site', async () => {
  await open(`<p>a</p>${film}<p>b</p>`);
  const shown = await t.inside('article-card', (root) => [...root.querySelector('[part=media]').children].map((own) => [own.getAttribute('part'), own.textContent, own.querySelector('a')?.href ?? own.type ?? null]));
  assert.deepEqual(shown, [
    ['media-kind', 'Video · YouTube', null],
    ['media-title', 'A rabbit', 'https://www.youtube.com/watch?v=aqz-KE-bpKQ'],
    ['play', 'Load video from YouTube', 'button'],
  ]);
  assert.deepEqual([await players(), await requested()], [[], []]);
});

test('pressing the button puts the player in its place, with the focus, and nothing of the feed but the id', async () => {
  await open(`${film}${frame('https://player.vimeo.com/video/1084537?h=1#x')}`);
  await t.click('article-card', 'play');
  const youtube = player('https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ', 'A rabbit');
  assert.deepEqual(await players(), [youtube]);
  assert.equal(await t.focused(), 'player');
  const [wide, high, card] = await t.inside('article-card', (root) => {
    const { width, height } = root.querySelector('iframe').getBoundingClientRect();
    return [width, height, root.host.getBoundingClientRect().width];
  });
  assert.ok(wide > card / 2 && wide <= card && Math.abs(wide / high - 16 / 9) < 0.05, `${wide} × ${high} in ${card}`);
  assert.equal(await t.text('article-card', 'media-title'), 'A rabbit');
  // The button is gone: the first one left is the other film's.
  await t.click('article-card', 'play');
  assert.deepEqual(await players(), [youtube, player('https://player.vimeo.com/video/1084537?dnt=1', 'Vimeo')]);
});

test('it works by keyboard, and no script can press it', async () => {
  await open(film);
  await t.inside('article-card', (root) => {
    const button = root.querySelector('[part=play]');
    button.click();
    button.firstChild.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
    button.focus();
  });
  assert.deepEqual(await players(), []);
  await t.press(Key.ENTER);
  assert.equal((await players()).length, 1);
});

test('the button speaks the host’s words; frames of unknown sites have none', async () => {
  const labels = JSON.stringify({ playVideo: 'Video von {site} laden' });
  const body = `${film}${frame('https://video.example/1', 'Elsewhere')}<video src="https://video.example/2.mp4"></video>`;
  await t.open(`<article-card labels='${labels}'><script type="application/json">${inScript(article({ bodyText: undefined, bodyHtml: body }))}</script></article-card>`, { head });
  await t.drawn();
  const { play, media } = await t.parts();
  assert.deepEqual([play, media], [2, 3]);
  assert.equal(await t.text('article-card', 'play'), 'Video von YouTube laden');
  assert.equal(await t.text('article-card', 'play', 1), 'Video von video.example laden');
});
