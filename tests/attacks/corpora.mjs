// The payloads: other people's, so they stay in the shared folder and only their counts are written down here.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shared } from '../e2e/shared.mjs';

/** A list longer than this repeats itself a lot: a sample takes a part of it where it takes others whole. */
const longList = 1000;

const folder = shared && join(shared, 'xss', 'open');

/** The folder of payloads, or undefined where there is none. */
export const payloadFolder = folder && existsSync(folder) ? folder : undefined;

/** Every collection by name, each a list of payloads: `{ id, kind, p | json | gen, expect }`. */
export function corpora() {
  const files = readdirSync(payloadFolder).filter((name) => name.endsWith('.json')).sort();
  return new Map(files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(payloadFolder, file), 'utf8'))]));
}

/** Every nth payload of each collection, as `{ corpus, payload }`: `long` counts in the long lists, `short` in the others. */
export function choose(all, { long = 1, short = 1 } = {}) {
  return [...all].flatMap(([corpus, payloads]) => {
    const every = payloads.length > longList ? long : short;
    return payloads.filter((_, index) => index % every === 0).map((payload) => ({ corpus, payload }));
  });
}
