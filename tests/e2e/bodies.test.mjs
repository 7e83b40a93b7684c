// Bodies are read by a parser of our own. Here it is compared with the browser's, on every body that the samples hold.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixture, shared } from './harness.mjs';
import { Markup } from './markup.mjs';
import { bodies } from './samples.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const t = fixture({ roots: { '/reference/': join(here, 'reference') } });
/** No picture of a stranger is asked for: what matters is its address. */
const options = { script: null, headers: { 'content-security-policy': "img-src 'none'" } };
const compare = `<main></main><script type="module">
  import '/dist/article-card.js';
  import { drawn } from '/reference/card.js';
  import { expected } from '/reference/walk.js';

  const base = 'https://publisher.example/2026/story/';
  const draw = (html) => new Promise((resolve) => {
    const card = document.createElement('article-card');
    card.setAttribute('loading', 'eager');
    const done = ({ type, detail }) => {
      const body = card.shadowRoot.querySelector('[part=body]');
      resolve({ rows: body ? drawn(body) : [], truncated: detail.truncated, error: type === 'article-card:error' && detail.message });
    };
    card.addEventListener('article-card:load', done);
    card.addEventListener('article-card:error', done);
    // In the native format, where nothing is tidied.
    card.data = { schema: 'article-card/1', url: base, headline: 'A headline', bodyHtml: html };
    document.querySelector('main').replaceChildren(card);
  });

  /** Where the card's rows part from the browser's; null where they do not. What a limit has cut is compared as far as it goes. */
  window.compare = async (html) => {
    const { rows, truncated, error } = await draw(html);
    window.rows = (window.rows ?? 0) + rows.length;
    if (error) return { error };
    const wanted = expected(html, base);
    const length = truncated ? rows.length - 1 : Math.max(rows.length, wanted.length);
    for (let at = 0; at < length; at++) {
      if (rows[at] !== wanted[at]) return { at, browser: wanted.slice(Math.max(0, at - 1), at + 3), card: rows.slice(Math.max(0, at - 1), at + 3) };
    }
    return null;
  };
</script>`;

const atATime = 40;

/** Fails with what differs. */
function agrees(found) {
  const said = found.slice(0, 20).map((one) => JSON.stringify(one, null, 1)).join('\n');
  assert.ok(found.length === 0, `${found.length} bodies differ\n${said}`);
}

/** Those of `cases`, `{ html, at }`, that the card reads differently from the browser. */
async function differences(cases) {
  const found = [];
  await t.open(compare, options);
  await t.until(() => !!window.compare);
  for (let from = 0; from < cases.length; from += atATime) {
    const some = cases.slice(from, from + atATime);
    const parted = await t.run(async (htmls) => {
      const results = [];
      for (const html of htmls) results.push(await window.compare(html));
      return results;
    }, some.map(({ html }) => html));
    for (const [index, difference] of parted.entries()) if (difference) found.push({ at: some[index].at, ...difference });
  }
  return found;
}

/** Texts that are no HTML. */
const others = {
  'ninjs/2.1-tt-text-image.json/bodies/2/value': 'NITF of an agency: its HEAD stands in what is a body to a browser',
};

test('every body of the samples reads as in the browser', { skip: !shared && 'skipped: the sample stories are not here' }, async () => {
  const cases = bodies(shared).filter(({ at }) => !others[at]);
  assert.ok(cases.length > 250, `${cases.length} bodies`);
  agrees(await differences(cases));
  const rows = await t.run(() => window.rows);
  assert.ok(rows > 3000, `${rows} rows to compare`);
});

test('HTML as the standard has it reads as in the browser, however it is nested', async () => {
  const cases = Array.from({ length: 1200 }, (_, at) => ({ html: new Markup(at + 1).body(), at: `Markup(${at + 1})` }));
  agrees(await differences(cases));
});

test('formatting that overlaps, and paragraphs inside of it, read as in the browser', async () => {
  agrees(await differences(Array.from({ length: 1000 }, (_, at) => ({ html: new Markup(at + 1).overlapping(), at: `overlapping ${at + 1}` }))));
});
