// pkg/ as wasm-pack leaves it → pkg/card.wasm and pkg/card.js, the same made small:
// what never runs or is never read is cut out, wasm-opt shrinks the rest, imports and exports get names of one letter.
// What each step saves: docs/decisions/0003-small-wasm.md

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cutOut, linked } from './cut.mjs';
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

/** Tells the glue the short names. */
function rename(glue, { imports, exports }) {
  let renamed = glue;
  const swap = (pattern, by, what) => {
    const next = renamed.replace(pattern, by);
    if (next === renamed) throw new Error(`the glue does not mention ${what}`);
    renamed = next;
  };
  for (const [, name, short] of imports) swap(new RegExp(`\\b${name}: function`, 'g'), `${short}: function`, name);
  for (const [name, short] of exports) {
    if (new RegExp(`wasm\\.${name}\\b`).test(renamed)) swap(new RegExp(`wasm\\.${name}\\b`, 'g'), `wasm.${short}`, name);
  }
  swap(/^if \(Symbol\.dispose\).*$/m, '', 'Symbol.dispose'); // nobody else has a Card
  swap(new RegExp(`"${imports[0][0]}": import0`, 'g'), '"a": import0', imports[0][0]);
  return renamed;
}

const { bytes, cut, cleared } = cutOut(readFileSync('pkg/article_card_bg.wasm'), linked('article_card.wasm'));
writeFileSync('pkg/cut.wasm', bytes);
const names = optimise('pkg/cut.wasm', 'pkg/card.wasm');
writeFileSync('pkg/card.js', rename(readFileSync('pkg/article_card.js', 'utf8'), names));
console.log(`wasm: cut ${cut} functions and cleared ${cleared} bytes of data, renamed ${names.imports.length} imports`);
