// Fetching JSON: once for all elements that ask for the same URL, bounded in time and size, without cookies.

const TIMEOUT = 10_000;
/** The same number as `limits::DOCUMENT_BYTES` in Rust: nobody downloads what would be refused. */
const MOST_BYTES = 4 * 1024 * 1024;

/** cache and url → { answer, users, controller }. An entry lives while a connected element uses it. */
const shared = new Map();

/** No cookies in either case. By the second word a preload hint for another origin is for the same request. */
export const without = (url) => (new URL(url).origin === self.origin ? 'omit' : 'same-origin');

/** `{ json: text, source: URL after redirects }`; rejects with `{ reason, message }`. `cache` is as for `fetch`. */
export function request(url, signal, cache = 'default') {
  signal.throwIfAborted(); // it would be counted for good
  const key = `${cache} ${url}`;
  let entry = shared.get(key);
  if (!entry) {
    const controller = new AbortController();
    entry = { users: 0, controller, answer: attempt(url, cache, controller.signal, true) };
    const own = entry;
    entry.answer.catch(() => forget(key, own)); // so that trying again asks again
    shared.set(key, entry);
  }
  entry.users++;
  signal.addEventListener('abort', () => {
    // A moved element is back by then, and asks again before this one lets go.
    queueMicrotask(() => {
      if (--entry.users) return;
      forget(key, entry);
      entry.controller.abort();
    });
  });
  return entry.answer;
}

function forget(key, entry) {
  if (shared.get(key) === entry) shared.delete(key);
}

/** One try, and after a failure that may pass a second one. */
async function attempt(url, cache, signal, again) {
  try {
    return await once(url, cache, signal);
  } catch (failure) {
    if (!again || !failure.mayPass || signal.aborted) throw failure;
    // Spread out, so that a server that stumbled is not hit by all its readers at once.
    await new Promise((resolve) => setTimeout(resolve, 300 + 700 * Math.random()));
    signal.throwIfAborted();
    return attempt(url, cache, signal, false);
  }
}

async function once(url, cache, outer) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  outer.addEventListener('abort', abort);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, TIMEOUT);
  try {
    const response = await fetch(url, {
      cache,
      credentials: without(url),
      referrerPolicy: 'strict-origin-when-cross-origin',
      signal: controller.signal,
    });
    if (!response.ok) {
      throw { reason: 'fetch', message: `the server answered ${response.status} for ${url}`, mayPass: response.status > 499 };
    }
    return { json: await text(response), source: response.url || url };
  } catch (cause) {
    if (cause.reason) throw cause;
    if (late) throw { reason: 'timeout', message: `no answer within 10 seconds from ${url}` };
    const message = `no answer from ${url}: the address, the network, CORS or the page's connect-src is in the way`;
    throw { reason: 'fetch', message, mayPass: true };
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', abort);
    controller.abort(); // of a body that was not wanted to its end
  }
}

/** The answer as text: UTF-8 whatever the server says of it, as JSON is (RFC 8259); bad bytes become U+FFFD. */
async function text(response) {
  const decoder = new TextDecoder();
  let whole = '';
  let length = 0;
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) throw { reason: 'too-large', message: 'the document is larger than 4 MB' };
    whole += decoder.decode(value, { stream: true });
  }
  return whole + decoder.decode();
}
