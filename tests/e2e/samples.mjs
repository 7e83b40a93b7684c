// HTML out of the sample documents: whatever text in them has tags, whichever field it stands in.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const tags = /<\/?[a-z]/gi;
const isHtml = (text) => (text.match(tags)?.length ?? 0) >= 2;

function* texts(value, at) {
  if (typeof value === 'string') yield [value, at];
  else if (value && typeof value === 'object') for (const [key, inner] of Object.entries(value)) yield* texts(inner, `${at}/${key}`);
}

/** What stands in elements of XML: CDATA as it is, other text with its references replaced. */
function* textsOfXml(xml, at) {
  const references = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  const sections = /<!\[CDATA\[([^]*?)\]\]>|>([^<]+)</g;
  for (const [, section, escaped] of xml.matchAll(sections)) {
    yield [section ?? escaped.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => references[name]), at];
  }
}

function textsOf(folder, name) {
  const text = readFileSync(join(folder, name), 'utf8');
  return name.endsWith('.xml') ? textsOfXml(text, name) : texts(JSON.parse(text), name);
}

/** Each HTML text of the samples once: `{ html, at }`. Files that are broken on purpose (.txt) are left out. */
export function bodies(shared) {
  const folder = join(shared, 'samples');
  const found = new Map();
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (!/\.(json|xml)$/.test(name)) continue;
    for (const [text, at] of textsOf(folder, name)) if (isHtml(text) && !found.has(text)) found.set(text, at);
  }
  return [...found].map(([html, at]) => ({ html, at }));
}
