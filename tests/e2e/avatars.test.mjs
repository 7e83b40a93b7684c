// Portraits that come, come late or never; names of every kind. Which initials a name has is in tests/initials.rs.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, gate, project } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const portrait = { type: 'image/svg+xml', body: readFileSync(join(project, 'www/pictures/portrait-runa.svg')) };
const card = (json, attributes = '') => `<article-card ${attributes} loading="eager" images="same-origin"><script type="application/json">${inScript(json)}</script></article-card>`;
const by = (name, url) => article({ authors: [{ name, avatar: url && { url, alt: 'Avatar' } }] });
/** What stands for the author: initials that can be seen, a picture that has come, the name, and the size of the circle. */
const seen = () => t.inside('article-card', (root) => {
  const [avatar, image, initials] = ['avatar', 'avatar-image', 'initials'].map((part) => root.querySelector(`[part=${part}]`));
  const { width, height } = avatar?.getBoundingClientRect() ?? {};
  // A picture lies upon the initials.
  const pictured = !!image?.naturalWidth;
  return { initials: pictured ? null : initials?.textContent ?? null, heard: initials?.getAttribute('aria-hidden') !== 'true', pictured, image: !!image, square: !avatar || width === height && width > 20 };
});
const initials = { initials: 'RC', heard: false, pictured: false, image: false, square: true };
const settled = () => t.until(() => [...document.querySelector('article-card').shadowRoot.querySelectorAll('[part=avatar-image]')].every((image) => image.complete));

for (const [name, answer] of [
  ['404', { status: 404, body: 'gone' }],
  ['0-byte', { type: 'image/png', body: '' }],
  ['no picture at all', { type: 'image/png', body: '<!doctype html><title>Sign in</title>' }],
  ['cut off', { drop: true }],
]) {
  test(`avatar ${name}: initials, no broken picture, no jump`, async () => {
    t.route('/avatar.png', answer);
    await t.open(card(by('Runa Calloway', t.url('/avatar.png'))));
    await t.drawn();
    await t.until(() => !document.querySelector('article-card').shadowRoot.querySelector('[part=avatar-image]'));
    assert.deepEqual(await seen(), initials);
  });
}

test('avatar slow: initials until it comes, then the picture in the same place', async () => {
  const hold = gate();
  t.route('/slow-avatar.svg', { ...portrait, hold: hold.promise });
  // The page's load event waits for pictures.
  await t.open('<main></main>');
  await t.until(() => customElements.get('article-card'));
  await t.run((html) => { document.querySelector('main').innerHTML = html; }, card(by('Runa Calloway', t.url('/slow-avatar.svg'))));
  await t.drawn();
  const box = () => t.inside('article-card', (root) => Object.values(root.querySelector('[part=avatar]').getBoundingClientRect().toJSON()));
  const before = await box();
  assert.deepEqual(await seen(), { ...initials, image: true });
  hold.open();
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('[part=avatar-image]').naturalWidth > 0);
  assert.deepEqual([await seen(), await box()], [{ ...initials, initials: null, pictured: true, image: true }, before]);
});

test('avatar data: is not loaded: initials, and a warning', async () => {
  await t.open(card(by('Runa Calloway', 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')));
  await t.drawn();
  const { detail } = await t.event('article-card:load');
  assert.deepEqual([await seen(), detail.warnings.map((warning) => warning.path)], [initials, ['authors[0].avatar.url']]);
});

test('avatar that failed while the card was out of the page: initials when it is back', async () => {
  const hold = gate();
  t.route('/late-avatar.png', { status: 404, hold: hold.promise });
  await t.open('<main></main>');
  await t.until(() => customElements.get('article-card'));
  await t.run((html) => { document.querySelector('main').innerHTML = html; }, card(by('Runa Calloway', t.url('/late-avatar.png'))));
  await t.drawn();
  await t.run(() => {
    window.card = document.querySelector('article-card');
    // Engines load lazy pictures only in the page.
    window.card.shadowRoot.querySelector('[part=avatar-image]').loading = 'eager';
    window.card.remove();
  });
  hold.open();
  await t.until(() => window.card.shadowRoot.querySelector('[part=avatar-image]').complete);
  await t.run(() => document.querySelector('main').append(window.card));
  await settled();
  assert.deepEqual(await seen(), initials);
});

for (const [name, expected] of [['Лесі Українки', 'ЛУ'], ['李小龙', '李'], ['Cher', 'C'], ['🦊', '🦊'], ['👩🏽‍🚀 Ana Sol', '👩🏽‍🚀S']]) {
  test(`name “${name}” without a portrait: “${expected}”`, async () => {
    await t.open(card(by(name)));
    await t.drawn();
    assert.deepEqual([await seen(), await t.text('article-card', 'author-name')], [{ ...initials, initials: expected }, name]);
  });
}

test('name “”: no author, no empty circle', async () => {
  await t.open(card(by('', t.url('/portrait-of-nobody.svg'))));
  await t.drawn();
  const parts = await t.parts();
  assert.deepEqual([parts.authors, parts.avatar, t.server.count('/portrait-of-nobody.svg')], [undefined, undefined, 0]);
});
