// src/lang/*.json → the modules in dist/lang/, and what the self-contained builds hold.

import { readFileSync, readdirSync } from 'node:fs';

const folder = 'src/lang';

/** By turns a name and a text, in lines. A plural category that is worded as `other` is left out: that stands in for it. */
const lines = (words) =>
  Object.entries(words).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [name, text]
      : Object.entries(text)
          .filter(([category, form]) => category === 'other' || form !== text.other)
          .flatMap(([category, form]) => [`${name}.${category}`, form]),
  ).join('\n');

/** name → words, as the card takes them. */
export const languages = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [file.slice(0, -5), lines(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))]),
);

/** A module with these words: text, which Rust reads. */
export const module = (words) => `export default${JSON.stringify(words)}`;
