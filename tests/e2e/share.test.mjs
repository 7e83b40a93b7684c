// Giving an article's address on: by the system's own means, else as a copy, else to be copied by hand.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fixture } from './harness.mjs';
import { article, inScript } from './stories.mjs';

const t = fixture();
const url = 'https://publisher.example/ferry';
const card = `<article-card share link-query="utm_source=partner"><script type="application/json">${inScript(article({ url }))}</script></article-card>`;

/** A browser that can share or copy, or refuses: what it is asked to is kept in `asked`. */
async function open({ share, copy }) {
  const head = `<script>
    window.asked = [];
    const own = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
    const answer = (how) => how === 'yes' ? Promise.resolve() : Promise.reject(new DOMException('no', how));
    own('share', ${share ? `(data) => (asked.push(['share', data]), answer('${share}'))` : 'undefined'});
    own('clipboard', ${copy ? `{ writeText: (text) => (asked.push(['copy', text]), answer('${copy}')) }` : 'undefined'});
  </script>`;
  await t.open(card, { head });
  await t.drawn();
}
const press = () => t.click('article-card', 'share');
const asked = () => t.run(() => window.asked);
/** What the reader sees of how that went. */
const said = () => t.inside('article-card', (root) => root.querySelector('[part=shared]').innerText.trim());
const says = (text) => t.until((wanted) => document.querySelector('article-card').shadowRoot.querySelector('[part=shared]').innerText.trim() === wanted, text);

test('the system’s own sheet is opened, with the article’s address and nothing of the partner’s', async () => {
  await open({ share: 'yes', copy: 'yes' });
  await press();
  await t.until(() => window.asked.length === 1);
  assert.deepEqual(await asked(), [['share', { url }]]);
  assert.equal(await said(), '');
});

test('a reader who thinks better of it gets no copy', async () => {
  await open({ share: 'AbortError', copy: 'yes' });
  await press();
  await t.frames();
  assert.deepEqual((await asked()).map(([what]) => what), ['share']);
  assert.equal(await said(), '');
});

for (const share of [undefined, 'NotAllowedError']) {
  test(`the address is copied, and that is announced, where the system ${share ? 'refuses to share' : 'cannot share'}`, async () => {
    await open({ share, copy: 'yes' });
    await press();
    await says('Link copied');
    assert.deepEqual((await asked()).at(-1), ['copy', url]);
    assert.equal(await t.inside('article-card', (root) => root.querySelector('[part=shared]').role), 'status');
    assert.equal(await t.focused(), 'share');
  });
}

test('where nothing is allowed the address is shown', async () => {
  for (const copy of [undefined, 'NotAllowedError']) {
    await open({ copy });
    await press();
    await says(url);
    await press(); // again, and nothing is thrown
    await says(url);
    await t.frames();
  }
});

test('without the attribute there is no button, and it comes and goes with it', async () => {
  await open({});
  const shared = (wanted) => t.until((there) => !!document.querySelector('article-card').shadowRoot.querySelector('[part=share]') === there, wanted);
  await t.run(() => document.querySelector('article-card').removeAttribute('share'));
  await shared(false);
  await t.run(() => document.querySelector('article-card').setAttribute('share', ''));
  await shared(true);
});
