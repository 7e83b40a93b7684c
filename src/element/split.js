// The entry of the split build: the Wasm is a file beside this one, its hash is known.

import { adopt, draw, expand, initSync, live } from '../../pkg/card.js';
import css from '../style/card.css';
import { define } from './element.js';
import { wasmFailure } from './fallback.js';

async function load() {
  try {
    const options = { credentials: 'omit', integrity: __WASM_INTEGRITY__ };
    const response = await fetch(new URL('article-card.wasm', import.meta.url), options);
    // Compiles while it downloads; servers that do not know the type make us wait for the whole file.
    const streams = response.headers.get('content-type')?.startsWith('application/wasm');
    const module = streams
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
    initSync({ module });
    return { adopt, draw, expand, live };
  } catch (cause) {
    throw wasmFailure(cause);
  }
}

define({ load, css, version: __VERSION__ });
