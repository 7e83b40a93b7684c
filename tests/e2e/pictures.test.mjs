// Which file of a picture is asked for: a card knows its own width, the page around it does not.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { article } from './stories.mjs';

const picture = { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"/>' };
const image = { url: '/whole.svg', width: 1600, height: 900, srcset: [{ url: '/small.svg', width: 320 }, { url: '/large.svg', width: 1600 }] };
const t = fixture({ routes: {
  '/small.svg': picture, '/large.svg': picture, '/whole.svg': picture, '/story.json': { json: article({ image }) },
} });
const asked = () => ['/small.svg', '/large.svg', '/whole.svg'].filter((path) => t.server.count(path) > 0);

test('a card in a narrow column asks for a small lead picture, whatever the window’s width', async () => {
  await t.resize(1200);
  await t.open('<div style="width: 240px"><article-card src="/story.json"></article-card></div>');
  await t.drawn();
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('[part=image]').naturalWidth > 0);
  assert.deepEqual(asked(), ['/small.svg']);
});

test('a wide card asks for one that fills it', async () => {
  await t.resize(1200);
  await t.open('<article-card src="/story.json"></article-card>');
  await t.drawn();
  await t.until(() => document.querySelector('article-card').shadowRoot.querySelector('[part=image]').naturalWidth > 0);
  assert.deepEqual(asked(), ['/small.svg', '/large.svg']);
});
