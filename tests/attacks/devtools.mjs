// Chromium, spoken to in its DevTools protocol over a pipe: no port that others could reach, no driver in between.

import { chromiumBrowser, end, launch, temporaryFolder } from '../e2e/engines.mjs';

const switches = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-pipe', '--no-first-run',
  '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-extensions', '--mute-audio', '--autoplay-policy=no-user-gesture-required',
  // Windows that lie behind others go on painting, and their timers go on.
  '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--disable-background-timer-throttling',
  // Nothing is out there: even what slips through reaches nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/**
 * Starts Chromium: `{ send, listen, stop }`. `send(method, params, session)` resolves to the answer; `listen(handler)`
 * hears every event as `{ method, params, sessionId }`.
 */
export function startChromium() {
  const child = launch(chromiumBrowser(), [...switches, `--user-data-dir=${temporaryFolder()}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , input, output] = child.stdio;
  const waiting = new Map();
  const handlers = [];
  let gone;
  const leave = (error) => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  child.on('exit', () => leave(new Error('Chromium has ended')));
  input.on('error', leave); // a browser that ended closes its end of the pipe first

  let last = 0;
  const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    if (gone) return reject(gone);
    last += 1;
    waiting.set(last, { method, resolve, reject });
    return input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });

  const receive = (text) => {
    const { id, result, error, ...event } = JSON.parse(text);
    if (id === undefined) return handlers.forEach((handler) => handler(event));
    const { method, resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    return error ? reject?.(new Error(`${method}: ${error.message}`)) : resolve?.(result);
  };
  messages(output, receive);

  return {
    send,
    listen: (handler) => handlers.push(handler),
    stop: () => end(child),
  };
}

/** Calls `receive` with each text that ends with a zero byte. */
function messages(stream, receive) {
  let parts = [];
  stream.on('data', (bytes) => {
    let start = 0;
    for (let stop = bytes.indexOf(0); stop >= 0; stop = bytes.indexOf(0, start)) {
      parts.push(bytes.subarray(start, stop));
      receive(Buffer.concat(parts).toString());
      parts = [];
      start = stop + 1;
    }
    if (start < bytes.length) parts.push(bytes.subarray(start));
  });
}
