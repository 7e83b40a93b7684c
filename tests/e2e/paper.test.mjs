// Printed for real, where the driver can: the pages of a folded card are those of an open one.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { engine, fixture } from './harness.mjs';
import { inScript, longArticle, longBody } from './stories.mjs';

const t = fixture();
// Some pages long; nothing else on them, so that their number is the length of the text.
const json = longArticle({ body: Array.from({ length: 12 }, () => longBody).flat() });
const card = (attributes) => `<article-card loading="eager" ${attributes}><script type="application/json">${inScript(json)}</script></article-card>`;

/** The number of pages in a PDF, whose objects may be packed. */
function pages(pdf) {
  let text = pdf.toString('latin1');
  for (const [, packed] of text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)) {
    try {
      text += inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    } catch {
      // A font or a picture.
    }
  }
  return text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Prints a card, or says that this driver cannot. */
async function printed(attributes) {
  await t.open(card(attributes));
  await t.drawn();
  try {
    return pages(Buffer.from(await t.driver.printPage({}), 'base64'));
  } catch (error) {
    assert.equal(error.name, 'UnknownCommandError', error.message);
    return undefined;
  }
}

test('a folded card is printed as a whole, and stays folded on the screen', async () => {
  const folded = await printed('');
  const after = await t.inside('article-card', (root) =>
    [root.querySelector('[part=toggle]').getAttribute('aria-expanded'), root.querySelector('[part=toggle]').getBoundingClientRect().height > 10]);
  assert.deepEqual([after, await t.log('article-card:toggle')], [['false', true], []]);
  if (folded === undefined) return assert.equal(engine, 'webkit', 'WebKitGTK’s driver does not print: see fold_readers.test.mjs');
  assert.ok(folded > 1, `${folded} pages`);
  assert.equal(folded, await printed('expanded'));
  assert.equal(folded, await printed('print="whole"'));
});

test('print="as-shown" prints what is shown', async () => {
  const folded = await printed('print="as-shown"');
  if (folded === undefined) return assert.equal(engine, 'webkit');
  assert.equal(folded, 1);
  assert.ok(await printed('print="as-shown" expanded') > 1);
});
