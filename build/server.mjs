// The server of the end-to-end tests and the pictures: answers can be made up, held back, cut off and counted, which
// `article-card serve` (make demo) has no use for. Listens on 127.0.0.1 only.
//
//   const server = await serve({ routes: { '/slow.json': { json: {…}, hold: gate } } });
//
// A route is a function (request, response, url) or an object, all of whose fields are optional:
//   status, headers, type   what the answer says about itself
//   body                    text, bytes, or an (async) iterable sent chunk by chunk
//   json                    a value sent as JSON
//   hold                    a promise: the answer waits for it
//   drop                    true: the connection is cut instead of answered

import { createServer } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** URL prefix → folder, as in make demo. The longest matching prefix wins. */
export const siteRoots = { '/': join(project, 'www'), '/dist/': join(project, 'dist') };

const types = {
  '.avif': 'image/avif', '.css': 'text/css; charset=utf-8', '.gif': 'image/gif', '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon', '.jpeg': 'image/jpeg', '.jpg': 'image/jpeg', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.jsonld': 'application/ld+json', '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.mp3': 'audio/mpeg', '.mp4': 'video/mp4', '.png': 'image/png',
  '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.vtt': 'text/vtt', '.wasm': 'application/wasm',
  '.wav': 'audio/wav', '.webm': 'video/webm', '.webp': 'image/webp', '.woff2': 'font/woff2', '.xml': 'application/xml',
};
const typeOf = (path) => types[extname(path).toLowerCase()] ?? 'application/octet-stream';

/**
 * Starts a server. `headers` goes on every answer: an object, or a function of the URL that returns one.
 * `routes` may be changed while the server runs; `requests` lists what was asked for, oldest first.
 */
export async function serve({ roots = siteRoots, port = 0, routes = {}, headers = {} } = {}) {
  const prefixes = Object.keys(roots).sort((a, b) => b.length - a.length);
  const requests = [];

  const answer = async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    requests.push({ method: request.method, path: url.pathname, query: url.search, headers: request.headers });
    const common = typeof headers === 'function' ? headers(url) : headers;
    for (const [name, value] of Object.entries(common)) response.setHeader(name, value);
    const route = routes[url.pathname];
    if (typeof route === 'function') return route(request, response, url);
    if (route) return send(response, url.pathname, route);
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, url.pathname, { status: 405 });
    return send(response, url.pathname, await file(url, roots, prefixes));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (response.headersSent) response.destroy(error);
      else send(response, '/error.txt', { status: 500, body: `${error.message}\n` });
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const listening = server.address().port;
  return {
    url: `http://127.0.0.1:${listening}`,
    /** The same server as another origin. */
    otherOrigin: `http://localhost:${listening}`,
    port: listening,
    routes,
    requests,
    count: (path) => requests.filter((request) => request.path === path).length,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function send(response, path, { status = 200, headers = {}, type, body, json, hold, drop }) {
  await hold;
  if (drop) return response.destroy();
  const content = json === undefined ? body : JSON.stringify(json);
  response.statusCode = status;
  const guess = json !== undefined ? 'a.json' : body === undefined ? 'a.txt' : path;
  response.setHeader('content-type', type ?? typeOf(guess));
  // Nothing is kept between loads, so that counted requests are all the requests there were.
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-cache');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (content === undefined || typeof content === 'string' || content instanceof Uint8Array) {
    return response.end(content ?? (status === 200 ? '' : `${status}\n`));
  }
  response.flushHeaders();
  // A reader who leaves early ends the stream; that is no error here.
  Readable.from(content).on('error', (error) => response.destroy(error)).pipe(response);
}

/** The file behind a URL, or the 3xx/4xx answer it gets. Links that lead out of the folder count as missing. */
async function file(url, roots, prefixes) {
  let path;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return { status: 400 };
  }
  const prefix = prefixes.find((candidate) => path.startsWith(candidate));
  if (prefix === undefined || path.includes('\0')) return { status: 404 };
  try {
    const root = await realpath(roots[prefix]);
    let target = await realpath(join(root, path.slice(prefix.length)));
    if (target !== root && !target.startsWith(root + sep)) return { status: 404 };
    if ((await stat(target)).isDirectory()) {
      if (!path.endsWith('/')) return { status: 301, headers: { location: `${url.pathname}/${url.search}` } };
      target = join(target, 'index.html');
    }
    return { type: typeOf(target), body: await readFile(target) };
  } catch (error) {
    return { status: error.code === 'EACCES' ? 403 : 404 };
  }
}
