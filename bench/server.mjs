// What the pages fetch, compressed as a good server would have it, once, before anything is measured. The headers make
// pages cross-origin isolated: their clock then counts in steps of 5 µs.

import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { documentOf, stories, story } from './articles.mjs';
import { bedPage } from './page/bed.mjs';
import { coldPage } from './page/cold.mjs';
import { variants } from './variants.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
};
const ROOTS = { '/dist/': 'dist', '/built/': 'bench/built', '/variants/': 'bench/variants', '/page/': 'bench/page' };
const HEADERS = {
  'access-control-allow-origin': '*',
  'cache-control': 'public, max-age=3600',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
};

/** Brotli at its best; large JSON and pages as servers compress what they make on demand. */
export function brotli(bytes, quality = 11) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

const picture = (hue) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675"><rect width="100%" height="100%" fill="hsl(${hue * 45} 40% 70%)"/></svg>`;

/** `more(url)` may answer what is asked for first: { body, type }. */
export async function serve({ more = () => null } = {}) {
  const answers = new Map();
  const requests = [];
  let origin = 'http://127.0.0.1';
  let publisher = '';

  const find = (url) => {
    const { pathname } = url;
    const own = more(url, publisher);
    if (own) return own;
    let found = /^\/data\/(story|document)\.json$/.exec(pathname);
    if (found) {
      const shape = found[1] === 'document' ? documentOf : (value) => value;
      const count = Number(url.searchParams.get('count'));
      const value = count ? stories(count, publisher).map(shape) : shape(story(0, publisher).story);
      return { body: JSON.stringify(value), type: TYPES['.json'] };
    }
    if ((found = /^\/img\/\w+-(\d+)\.svg$/.exec(pathname))) return { body: picture(+found[1]), type: TYPES['.svg'] };
    if ((found = /^\/(bed|cold)\/([\w-]+)$/.exec(pathname))) {
      const page = found[1] === 'bed' ? bedPage : coldPage;
      return { body: page(variants[found[2]], publisher, origin), type: TYPES['.html'] };
    }
    const prefix = Object.keys(ROOTS).find((start) => pathname.startsWith(start));
    if (!prefix || pathname.includes('..')) return null;
    try {
      const path = join(resolve(ROOTS[prefix]), pathname.slice(prefix.length));
      return { body: readFileSync(path), type: TYPES[extname(path)] ?? 'application/octet-stream' };
    } catch {
      return null;
    }
  };

  const answer = (path) => {
    if (answers.has(path)) return answers.get(path);
    const found = find(new URL(path, origin));
    const bytes = found && Buffer.from(found.body);
    const kept = found && { type: found.type, body: brotli(bytes, bytes.length > 100_000 && (found.type === TYPES['.json'] || found.type === TYPES['.html']) ? 5 : 11) };
    answers.set(path, kept);
    return kept;
  };

  const server = createServer((request, response) => {
    const found = answer(request.url);
    requests.push({ path: request.url, status: found ? 200 : 404, bytes: found?.body.length ?? 0 });
    if (!found) return response.writeHead(404, HEADERS).end();
    const { body, type } = found;
    response.writeHead(200, { ...HEADERS, 'content-type': type, 'content-encoding': 'br', 'content-length': body.length }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  origin += `:${port}`;
  // The publisher's: another origin than that of the page, whose pictures a card asks for none of.
  publisher = `http://localhost:${port}`;
  return {
    origin,
    publisher,
    requests,
    warm: answer,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
