// The entry of the one-file builds: the Wasm is inside, as a string with one code point for each byte.

import { adopt, begin, draw, initSync, learn, live, nearest } from 'wasm';
import { define } from './element.js';
import { wasmFailure } from './fallback.js';

// Not in a function: engines look through those twice, and this is most of the file.
let literal = __WASM__;

/** The bytes of the Wasm: see build/literal.mjs. */
function decoded() {
  const text = literal.replaceAll('^', '\r').replaceAll('\u015e', '^');
  literal = '';
  // Natively, where that is possible and nobody has put something else in its place: a loop over so much takes longer.
  try {
    const bytes = Uint8Array.fromBase64(btoa(text));
    if (bytes.length === text.length) return bytes;
  } catch {}
  return Uint8Array.from(text, (c) => c.charCodeAt());
}

async function load() {
  try {
    initSync({ module: await WebAssembly.compile(decoded()) });
    return { adopt, begin, draw, learn, live, nearest };
  } catch (cause) {
    throw wasmFailure(cause);
  }
}

define(load);
