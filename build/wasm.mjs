// pkg/ as wasm-pack leaves it → pkg/card.wasm and pkg/card.js, the same made small:
// what never runs or is never read is cut out, wasm-opt shrinks the rest, imports and exports get names of one letter.
// What each step saves: docs/decisions/0003-small-wasm.md

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cutOut, linked } from './cut.mjs';
import { UNCALLED, renamed, shorter } from './glue.mjs';
import { namedByLikeness } from './order.mjs';

/** The features rustc's output uses: without them wasm-opt refuses it. */
const FEATURES = [
  'bulk-memory',
  'nontrapping-float-to-int',
  'sign-ext',
  'mutable-globals',
  'reference-types',
  'multivalue',
].map((name) => `--enable-${name}`);

const SHRINK = [
  '-Oz',
  // A big function that is called once is shorter outside of its caller, and compresses better: fewer locals.
  ...['--one-caller-inline-max-function-size', '20'],
  // Zeros compress better than the headers of pieces of data between them.
  ...['--skip-pass', 'memory-packing'],
  // Below 1024 is the far end of the stack (cut.mjs looks): sums become the offsets of loads and stores.
  '--low-memory-unused',
];

/** wasm-opt; gives what it prints. */
function shrink(from, to, passes) {
  return execFileSync('wasm-opt', [...passes, ...FEATURES, from, '-o', to], { encoding: 'utf8' });
}

/** Gives the short names of imports and exports. */
function optimise(from, to) {
  shrink(from, 'pkg/shrunk.wasm', ['--flatten', '--rereloop', ...SHRINK, '-g']);
  writeFileSync('pkg/ordered.wasm', namedByLikeness(readFileSync('pkg/shrunk.wasm')));
  const printed = shrink('pkg/ordered.wasm', to, [
    ...SHRINK,
    // Memory accesses all alike, and functions that resemble each other side by side: both only help compression.
    ...['--dealign', '--reorder-functions-by-name'],
    ...['--minify-imports-and-exports-and-modules', '--strip-producers', '--strip-target-features'],
  ]);
  return JSON.parse(printed);
}

const glue = shorter(readFileSync('pkg/article_card.js', 'utf8'));
const { bytes, cut, cleared } = cutOut(readFileSync('pkg/article_card_bg.wasm'), linked('article_card.wasm'), UNCALLED);
writeFileSync('pkg/cut.wasm', bytes);
const names = optimise('pkg/cut.wasm', 'pkg/card.wasm');
writeFileSync('pkg/card.js', renamed(glue, names));
console.log(`wasm: cut ${cut} functions and cleared ${cleared} bytes of data, renamed ${names.imports.length} imports`);
