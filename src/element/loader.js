// The entry of the one-file builds: the Wasm is inside, as a string with one code point for each byte.

import { adopt, begin, draw, initSync, learn, live, nearest } from 'wasm';
import { define } from './element.js';
import { wasmFailure } from './fallback.js';

// Not in the function: engines look through those twice, and this is most of the file.
let text = __WASM__;

/** Natively where that is possible: a loop over so much runs before anything has made it fast. */
function decoded() {
  const own = Uint8Array.fromBase64?.(btoa(text));
  if (own) return own;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

async function load() {
  try {
    const bytes = decoded();
    text = '';
    initSync({ module: await WebAssembly.compile(bytes) });
    return { adopt, begin, draw, learn, live, nearest };
  } catch (cause) {
    throw wasmFailure(cause);
  }
}

define(load);
