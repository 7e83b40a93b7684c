// What wasm-opt is told for the card, and for the bench that measures it.

/** The features rustc's output uses: without them wasm-opt refuses it. */
export const FEATURES = [
  'bulk-memory',
  'nontrapping-float-to-int',
  'sign-ext',
  'mutable-globals',
  'reference-types',
  'multivalue',
].map((name) => `--enable-${name}`);

/** The passes that make it small. */
export const SHRINK = [
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
