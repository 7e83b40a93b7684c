// Under the strictest policy a page can have and still run the module: a whole card and no report.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, project } from './harness.mjs';

const t = fixture();
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' https:; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";
const options = { headers: { 'content-security-policy': policy } };

const look = (selector) => t.inside(selector, (root) => {
  const heard = root.querySelector('.sr');
  const picture = root.querySelector('[part~=image]');
  return {
    styled: getComputedStyle(heard).position === 'absolute' && getComputedStyle(heard).clipPath === 'inset(50%)',
    host: getComputedStyle(root.host).display,
    picture: picture.complete && picture.naturalWidth > 0,
    styles: root.querySelectorAll('style, link, [style]').length,
  };
});
const whole = { styled: true, host: 'block', picture: true, styles: 0 };
const pictured = (selector) => t.until((css) => document.querySelector(css).shadowRoot.querySelector('[part~=image]')?.complete, selector);

for (const build of ['', 'split/']) {
  for (const wasm of ['', " 'wasm-unsafe-eval'"]) {
    const outcome = wasm ? 'full card, zero violation reports' : 'fallback + error.reason=wasm-blocked';
    test(`CSP script-src 'self' cdn${wasm}; style-src 'self': ${outcome}: dist/${build}article-card.js`, async () => {
      const headers = { 'access-control-allow-origin': '*' };
      for (const file of ['article-card.js', 'split/article-card.js', 'split/article-card.wasm']) {
        t.route(`/cdn/${file}`, { body: readFileSync(join(project, 'dist', file)), type: file.endsWith('js') ? 'text/javascript' : 'application/wasm', headers });
      }
      const cdn = t.server.otherOrigin;
      await t.open('<article-card src="/stories/harbour.json" base="/"><a href="/">The story</a></article-card>', {
        headers: { 'content-security-policy': `script-src 'self' ${cdn}${wasm}; style-src 'self'` }, script: `${cdn}/cdn/${build}article-card.js`,
      });
      if (wasm) {
        await t.drawn();
        await pictured('article-card');
        assert.deepEqual([await look('article-card'), await t.log('csp')], [whole, []]);
        return;
      }
      assert.equal((await t.event('article-card:error')).detail.reason, 'wasm-blocked');
      assert.ok(await t.run(() => document.querySelector('article-card a').getClientRects().length), 'the link is there');
    });
  }
}

for (const [name, script] of [['one file', '/dist/article-card.js'], ['the split build', '/dist/split/article-card.js']]) {
  test(`a card draws whole under a strict policy without a single report: ${name}`, async () => {
    await t.open('<article-card src="/stories/harbour.json" base="/"><a href="/">The story</a></article-card>', { ...options, script });
    await t.drawn();
    await pictured('article-card');
    assert.deepEqual(await look('article-card'), whole);
    const parts = await t.parts();
    for (const part of ['header', 'figure', 'caption', 'body', 'toggle', 'related', 'authors', 'tags', 'source', 'logo']) {
      assert.equal(parts[part], 1, part);
    }
    await t.click('article-card', 'toggle');
    await t.click('article-card', 'author-more');
    assert.equal((await t.event('article-card:toggle')).detail.expanded, true);
    assert.deepEqual(await t.log('csp'), []);
  });
}

test('a feed, every kind of block and a failure raise no report either', async () => {
  await t.open(`<article-feed src="/stories/feed.json" base="/"></article-feed>
    <article-card id="blocks" src="/stories/blocks.json" base="/" loading="eager" expanded></article-card>
    <article-card id="bad" src="/missing.json" loading="eager"></article-card>`, options);
  await t.drawn('article-feed');
  await t.drawn('#blocks');
  await t.event('article-card:error');
  await pictured('article-feed');
  assert.equal((await look('article-feed')).styles, 0);
  assert.deepEqual(await t.log('csp'), []);
});

test('the one-file build needs no connect-src for itself: inline data draws', async () => {
  const headers = { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'" };
  await t.open('<article-card><script type="application/json">{"schema": "article-card/1", "headline": "Inline"}</script></article-card>', { headers });
  await t.drawn();
  assert.equal(await t.text('article-card', 'headline'), 'Inline');
  assert.deepEqual(await t.log('csp'), []);
});

/** What README tells partners to send, from the publisher's server of these tests: another origin, without https. */
function fromReadme() {
  const section = readFileSync(join(project, 'README.md'), 'utf8').split('### Content-Security-Policy\n')[1];
  const block = section.match(/^```\n(.*?)^```$/ms)[1];
  assert.match(block, /^default-src 'none';\n.*^require-trusted-types-for 'script';\n.*^trusted-types 'none'\n$/ms);
  return block.replaceAll('https://publisher.example', t.server.otherOrigin).replace(' https:;', ' http:;').replaceAll('\n', ' ');
}

test('README names the origins of all players, and of nothing else', () => {
  const read = (path) => readFileSync(join(project, path), 'utf8');
  const players = [...read('src/sanitize/embed.rs').matchAll(/player: \("(https:\/\/[^/"]+)/g)].map(([, origin]) => origin);
  const [, named] = read('README.md').match(/`frame-src ([^`]+)`/);
  assert.deepEqual(named.split(' ').sort(), players.sort());
});

for (const build of ['', 'split/']) {
  test(`the policy in README is all that a partner's page needs: dist/${build}article-card.js`, async () => {
    const headers = { 'access-control-allow-origin': '*' };
    const publish = (path, folder, type) => {
      t.route(`/publisher/${path}`, { body: readFileSync(join(project, folder, path)), type, headers });
      return t.url(`/publisher/${path}`, { origin: 'other' });
    };
    const script = publish(`${build}article-card.js`, 'dist', 'text/javascript');
    publish('split/article-card.wasm', 'dist', 'application/wasm');
    const [story, feed] = ['stories/harbour.json', 'stories/feed.json'].map((path) => publish(path, 'www', 'application/json'));
    const record = t.url('/record.js', { origin: 'other' });
    // Pictures of these stories lie beside them, as `base` says.
    const base = t.url('/', { origin: 'other' });
    await t.open(`<article-card src="${story}" base="${base}"><a href="/">The story</a></article-card>
      <article-feed src="${feed}" base="${base}"></article-feed>`, {
      headers: { 'content-security-policy': fromReadme() },
      record: false,
      script: null,
      head: `<script src="${record}"></script><script type="module" async src="${script}"></script>`,
    });
    await t.drawn('article-card');
    await t.run(() => document.querySelector('article-feed').scrollIntoView());
    await t.drawn('article-feed');
    await t.run(() => scrollTo(0, 0));
    await pictured('article-card');
    assert.deepEqual(await look('article-card'), whole);
    await t.click('article-card', 'toggle');
    await t.click('article-feed', 'more');
    await t.event('article-feed:more');
    assert.deepEqual((await t.log()).filter((entry) => entry.type === 'csp'), []);
    // The policy is in force.
    await t.run(() => { document.body.append(Object.assign(document.createElement('img'), { src: 'data:,' })); });
    assert.equal((await t.event('csp')).directive, 'img-src');
  });
}
