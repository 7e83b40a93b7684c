// The entry of the split build: the Wasm is a file beside this one, its hash is known.

import { adopt, begin, draw, initSync, learn, live, nearest } from 'wasm';
import { define } from './element.js';
import { wasmFailure } from './fallback.js';
import { without } from './request.js';

/** Why the file cannot be had. With `integrity` a fetch only ever says that it failed, so we ask once more without. */
async function missing(url) {
  let why = 'no answer (the network, CORS or connect-src is in the way)';
  try {
    const { ok, status } = await fetch(url, { method: 'HEAD', credentials: 'omit' });
    why = ok ? 'it is not the file this script was built with' : `the server answered ${status}`;
  } catch {}
  return { reason: 'wasm-missing', message: `${url} could not be loaded: ${why}` };
}

async function load() {
  try {
    const url = new URL('article-card.wasm', import.meta.url);
    const response = await fetch(url, { credentials: without(url), integrity: __WASM_INTEGRITY__ }).catch(async () => {
      throw await missing(url);
    });
    // Compiles while it downloads; servers that do not know the type make us wait for the whole file.
    const streams = response.headers.get('content-type')?.startsWith('application/wasm');
    const module = streams
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
    initSync({ module });
    return { adopt, begin, draw, learn, live, nearest };
  } catch (cause) {
    throw wasmFailure(cause);
  }
}

define(load);
