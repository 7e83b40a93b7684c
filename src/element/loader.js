// The entry of the one-file builds: the Wasm is inside, as a string with one code point for each byte.

import { adopt, begin, draw, initSync, learn, live, nearest } from 'wasm';
import css from '../style/card.css';
import { define } from './element.js';
import { wasmFailure } from './fallback.js';

async function load() {
  try {
    const text = __WASM__;
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    initSync({ module: await WebAssembly.compile(bytes) });
    return { adopt, begin, draw, learn, live, nearest };
  } catch (cause) {
    throw wasmFailure(cause);
  }
}

define({ load, css, version: __VERSION__ });
