// What cargo linked → pkg/card.wasm and pkg/card.js, by way of wasm-bindgen, and made small: what never runs or is
// never read is cut out, wasm-opt shrinks the rest, imports and exports get short names.
// What each step saves: docs/decisions/0003-small-wasm.md

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutOut } from './cut.mjs';
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

/** The file that cargo made. */
function linked(name) {
  const metadata = execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1'], { encoding: 'utf8' });
  return join(JSON.parse(metadata).target_directory, 'wasm32-unknown-unknown', 'release', name);
}

const SHRINK = [
  '-Oz',
  // A big function that is called once is shorter outside of its caller, and compresses better: fewer locals.
  ...['--one-caller-inline-max-function-size', '20'],
  // Zeros compress better than the headers of pieces of data between them.
  ...['--skip-pass', 'memory-packing'],
  // Both spare an instruction here and there for another local: what is written the same way twice compresses better.
  ...['--skip-pass', 'local-cse', '--skip-pass', 'code-pushing'],
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

const source = linked('article_card.wasm');
// Names as the linker has them: cut.mjs finds functions in both by them.
execFileSync('wasm-bindgen', ['--target', 'web', '--no-typescript', '--no-demangle', '--out-dir', 'pkg', source]);
const glue = shorter(readFileSync('pkg/article_card.js', 'utf8'));
const { bytes, cut, cleared } = cutOut(readFileSync('pkg/article_card_bg.wasm'), readFileSync(source), UNCALLED);
writeFileSync('pkg/cut.wasm', bytes);
const names = optimise('pkg/cut.wasm', 'pkg/card.wasm');
writeFileSync('pkg/card.js', renamed(glue, names));
console.log(`wasm: cut ${cut} functions and cleared ${cleared} bytes of data, renamed ${names.imports.length} imports`);
