// theme="host": light or dark as the page is, whatever way it says so, and along with it when it changes its mind.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const card = (id, theme = 'host') => `<article-card id="${id}" theme="${theme}" loading="eager"><script type="application/json">${inScript(article({ headline: id }))}</script></article-card>`;
/** Whether the card's ground is dark. */
const isDark = (id) => t.run((own) => {
  const { backgroundColor } = getComputedStyle(document.getElementById(own).shadowRoot.querySelector('[part=card]'));
  return Number(/[\d.]+/.exec(backgroundColor.replace('color(srgb', ''))[0]) * (backgroundColor.includes('srgb') ? 255 : 1) < 128;
}, id);

const pages = {
  'data-theme on the root': ['<div data-theme="dark">', true],
  'Bootstrap’s attribute': ['<div data-bs-theme="dark">', true],
  'a class': ['<div class="site dark">', true],
  'another class': ['<div class="theme-dark">', true],
  'a light part of a dark page': ['<div class="dark"><div data-theme="light">', false],
  'color-scheme': ['<div style="color-scheme: dark">', true],
  'nothing but paint': ['<div style="background: #112">', true],
  'light paint': ['<div style="background: #fff">', false],
  'nothing at all': ['<div>', false],
  'a class that is about something else': ['<div class="font-light text-dark" style="background: #112">', true],
};
for (const [name, [open, dark]] of Object.entries(pages)) {
  test(`a page says it by ${name}`, async () => {
    await t.open(open + card('own') + card('light', 'light') + card('dark', 'dark'));
    for (const id of ['own', 'light', 'dark']) await t.drawn(`#${id}`);
    assert.deepEqual([await isDark('own'), await isDark('light'), await isDark('dark')], [dark, false, true]);
  });
}

test('a page that changes its mind takes its cards along, and only those that follow it', async () => {
  await t.open(card('own') + card('fixed', 'light'));
  await t.drawn('#own');
  const becomes = async (dark) => {
    await t.frames();
    assert.deepEqual([await isDark('own'), await isDark('fixed')], [dark, false]);
  };
  await becomes(false);
  await t.run(() => { document.documentElement.dataset.theme = 'dark'; });
  await becomes(true);
  await t.run(() => { document.documentElement.dataset.theme = 'light'; });
  await becomes(false);
  await t.run(() => { delete document.documentElement.dataset.theme; document.body.className = 'dark-mode'; });
  await becomes(true);
  await t.run(() => { document.body.className = ''; document.body.style.backgroundColor = 'black'; });
  await becomes(true);
  await t.run(() => document.querySelector('#own').setAttribute('theme', 'light'));
  await becomes(false);
});

test('a card that has left the page follows it no longer, and does again when it is back', async () => {
  await t.open(`<main>${card('own')}</main>`);
  await t.drawn();
  await t.run(() => { window.card = document.querySelector('article-card'); window.card.remove(); });
  await t.run(() => { document.documentElement.className = 'dark'; });
  await t.run(() => document.querySelector('main').append(window.card));
  await t.frames();
  assert.equal(await isDark('own'), true);
});
