// What one card costs a reader, and whether that is still within build/budget.json.
// The budget names files and totals as the table does; `raw`, `gzip` and `brotli` are the most bytes allowed.

import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { inline } from './stylesheet.mjs';

const brotliOptions = (length) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: length },
});
const measure = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, brotliOptions(bytes.length)).length,
});
const add = (a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli });

const one = measure(readFileSync('dist/article-card.js'));
const core = measure(readFileSync('dist/article-card.core.js'));
const module = measure(readFileSync('dist/split/article-card.js'));
const wasm = measure(readFileSync('dist/split/article-card.wasm'));
const css = measure(Buffer.from(await inline('src/style/card.css')));

/** The largest of what each reader has one of. */
const worst = (paths) => paths.map((path) => measure(readFileSync(path))).reduce((a, b) => (a.brotli > b.brotli ? a : b));
const languages = readdirSync('dist/lang').map((file) => `dist/lang/${file}`);

const rows = [
  ['dist/article-card.js', one],
  ['  of which Wasm, as a file', wasm],
  ['  of which CSS, as a file', css],
  ['dist/article-card.core.js', core],
  ['dist/split/article-card.js', module],
  ['dist/split/article-card.wasm', wasm],
  ['split total', add(module, wasm)],
  ['dist/lang/*.js, the largest', worst(languages)],
];

const { files: budget } = JSON.parse(readFileSync('build/budget.json', 'utf8'));
const line = (name, raw, gzip, brotli, limit = '') =>
  `${name.padEnd(30)}${raw.padStart(10)}${gzip.padStart(10)}${brotli.padStart(10)}${limit.padStart(10)}`;
const number = (value) => value.toLocaleString('en');

console.log(line('bytes', 'raw', 'gzip -9', 'brotli 11', 'budget'));
for (const [name, size] of rows) {
  const limit = budget[name]?.brotli;
  console.log(line(name, number(size.raw), number(size.gzip), number(size.brotli), limit ? number(limit) : ''));
}

for (const [name, limits] of Object.entries(budget)) {
  const size = rows.find(([row]) => row === name)?.[1];
  if (!size) {
    console.error(`build/budget.json: no such line as “${name}”`);
    process.exitCode = 1;
    continue;
  }
  for (const [kind, limit] of Object.entries(limits)) {
    if (size[kind] <= limit) continue;
    console.error(`over budget: ${name} is ${number(size[kind])} bytes (${kind}), ${number(size[kind] - limit)} more than ${number(limit)}`);
    process.exitCode = 1;
  }
}
