// What `article-card embed` and `oembed` print, pasted into pages as it is: the card is there, as it was asked for.

import { afterEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command.mjs';
import { fixture, project } from './harness.mjs';
import { longArticle } from './stories.mjs';

const open = { 'access-control-allow-origin': '*' };
const published = (path, folder, type) => ({ body: readFileSync(join(project, folder, path)), type, headers: open });
const story = longArticle({ headline: 'A "quoted" & <b>bold</b> headline', summary: 'A </p> summary.', section: 'News' });
const t = fixture({
  routes: {
    '/at/article-card.js': published('article-card.js', 'dist', 'text/javascript'),
    '/at/embed.js': published('embed.js', 'dist', 'text/javascript'),
    '/at/embed.html': { ...published('embed.html', 'dist', 'text/html'), body: readFileSync(join(project, 'dist/embed.html'), 'utf8').replaceAll(' https:', ' http:') },
    '/at/story.json': { json: story, headers: open },
    '/at/feed.json': published('stories/feed.json', 'www', 'application/json'),
  },
});
afterEach(() => t.driver.switchTo().defaultContent());

/** The publisher is another origin than the page. */
const at = (name) => t.url(`/at/${name}`, { origin: 'other' });
const printed = (name, options, document = story) => command([name, '--src', at(options.includes('--feed') ? 'feed.json' : 'story.json'), ...options.filter((option) => option !== '--feed'), '-'], document);
const SCRIPT = () => ['--script', at('article-card.js')];
const plain = { script: null, record: true };

for (const form of ['a', 'b', 'c']) {
  test(`form ${form}: in a paragraph of a page under the policy that --csp prints, with the hash of the script`, async () => {
    const options = ['--form', form, '--dist', join(project, 'dist'), '--mode', 'excerpt', '--heading-level', '4', '--theme', 'dark', ...SCRIPT()];
    const html = printed('embed', options);
    const csp = printed('embed', [...options, '--csp']).replaceAll('\n', ' ');
    const page = form === 'c' ? html : `<p>${html}</p>`;
    t.server.requests.length = 0;
    // The recorder is the test's own.
    await t.open(page, { ...plain, headers: { 'content-security-policy': `default-src 'none'; ${csp.replace('script-src', "script-src 'self'")} require-trusted-types-for 'script'; trusted-types 'none'` } });
    await t.drawn();
    assert.deepEqual(await t.run(() => {
      const { shadowRoot: root } = document.querySelector('article-card');
      return [root.querySelector('[part=headline]').localName, root.querySelector('[part=headline-link]').textContent, !!root.querySelector('[part=toggle]'), document.querySelectorAll('article-card').length];
    }), ['h4', story.headline, false, 1]);
    assert.deepEqual(await t.log('csp'), []);
    if (form === 'b') assert.equal(t.server.requests.some(({ path }) => path === '/at/story.json'), false);
    assert.equal(await t.run(() => document.querySelector('article-card').innerText.trim()), '');
    assert.deepEqual(await t.run(() => [document.scripts.length, document.querySelectorAll('b').length]), [form === 'b' ? 3 : 2, 0]);
  });
  test(`form ${form} without its script: a link to the story`, async () => {
    await t.open(printed('embed', ['--form', form, ...SCRIPT()]).replace(/<script type="module".*<\/script>/, ''), plain);
    assert.deepEqual(await t.run(() => [document.querySelector('a').textContent, document.querySelector('a').href, document.querySelectorAll('b').length]), [story.headline, story.url, 0]);
  });
}

test('form d: a frame that is about as high as its story, under the policy that --csp prints', async () => {
  const options = ['--form', 'd', '--mode', 'teaser', '--frame', at('embed.html')];
  const csp = printed('embed', [...options, '--csp']).replaceAll('\n', ' ');
  await t.open(printed('embed', options), { ...plain, headers: { 'content-security-policy': `default-src 'none'; script-src 'self'; ${csp}` } });
  const { estimate, title } = await t.run(() => ({ estimate: Number(document.querySelector('iframe').height), title: document.querySelector('iframe').title }));
  assert.equal(title, story.headline);
  await t.driver.switchTo().frame(0);
  await t.drawn();
  assert.equal(await t.text('article-card', 'headline-link'), `${story.headline} (opens in a new tab)`);
  const height = await t.run(() => document.body.getBoundingClientRect().height);
  assert.ok(Math.abs(estimate / height - 1) < 0.25, `${height} and ${estimate}`);
});

test('feeds, and items of them', async () => {
  const feed = readFileSync(join(project, 'www/stories/feed.json'), 'utf8');
  await t.open(printed('embed', ['--feed', '--max', '2', ...SCRIPT()], feed), plain);
  await t.drawn('article-feed');
  assert.equal((await t.parts('article-feed')).item, 2);
  await t.open(printed('embed', ['--feed', '--item', '2', '--form', 'd', '--frame', at('embed.html')], feed), plain);
  await t.driver.switchTo().frame(0);
  await t.drawn('article-card');
  assert.ok((await t.text('article-card', 'headline')).startsWith(JSON.parse(feed).items[2].headline));
});

test('--hints and --reserve: script and story are asked for once each, and there is about as much room as the card takes', async () => {
  const options = ['--hints', '--reserve', '--width', '500', ...SCRIPT()];
  const [head, html] = printed('embed', options).split('\n');
  t.server.requests.length = 0;
  await t.open(`<div style="width: 500px">${html}</div>`, { ...plain, head });
  await t.drawn();
  assert.deepEqual(['/at/article-card.js', '/at/story.json'].map((path) => t.server.count(path)), [1, 1]);
  const [reserved, height] = await t.run(() => {
    const card = document.querySelector('article-card');
    return [parseFloat(card.style.minHeight), card.shadowRoot.querySelector('[part=card]').getBoundingClientRect().height];
  });
  assert.ok(Math.abs(reserved / height - 1) < 0.25, `${height} and ${reserved}`);
});

test('an oEmbed answer, as WordPress leaves it: quotation and frame, and the frame draws the story', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oembed-'));
  try {
    const file = join(folder, 'story.json');
    writeFileSync(file, JSON.stringify(story));
    const answer = JSON.parse(command(['oembed', '--src', at('story.json'), '--frame', at('embed.html'), file]));
    assert.deepEqual([answer.version, answer.type, answer.title], ['1.0', 'rich', story.headline]);
    // Of what it does not know it keeps a[href], blockquote, and of an iframe these attributes; the sandbox is its own.
    await t.open(answer.html, plain);
    await t.run(() => {
      for (const element of document.querySelectorAll('blockquote, a, iframe')) {
        const kept = { a: ['href'], iframe: ['src', 'width', 'height', 'frameborder', 'title'] }[element.localName] ?? [];
        for (const name of element.getAttributeNames()) if (!kept.includes(name)) element.removeAttribute(name);
      }
      const frame = document.querySelector('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      window.heard = [];
      addEventListener('message', ({ data, source }) => source === frame.contentWindow && heard.push(data));
      frame.src += '#?secret=aB3dE6gH9j';
      frame.replaceWith(frame); // its sandbox counts from its next load
    });
    await t.until(() => heard.find(({ message, secret }) => message === 'height' && secret === 'aB3dE6gH9j'));
    assert.equal(await t.run(() => document.querySelector('blockquote a').textContent), story.headline);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
