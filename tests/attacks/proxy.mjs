// The whole network of a browser that is not watched from outside: a proxy that hands out the host page, and refuses and
// writes down everything else. Of what is asked for over https it learns the host.

import { createServer, request as ask } from 'node:http';
import { once } from 'node:events';

/** What the browsers themselves are after, whatever page is open. */
const ofBrowser = /(^|\.)(mozilla\.(com|net|org)|firefox\.com)$/;

/** Starts it in front of `server`, which plays `host`: `{ address, requests, close }`. */
export async function startProxy(server, host) {
  const requests = [];
  const proxy = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    if (!ofBrowser.test(url.hostname) && url.pathname !== '/favicon.ico') requests.push(url.href);
    if (url.host !== host) return response.writeHead(502).end();
    const options = { port: server.port, host: '127.0.0.1', path: url.pathname + url.search, method: request.method };
    const passed = ask(options, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', (error) => response.destroy(error));
    return request.pipe(passed);
  });
  proxy.on('connect', ({ url: authority }, socket) => {
    const { hostname, href } = new URL(`https://${authority}/`);
    if (!ofBrowser.test(hostname)) requests.push(href);
    socket.on('error', () => {}); // whoever asked may have left
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    address: `127.0.0.1:${proxy.address().port}`,
    requests,
    close: () => {
      proxy.closeAllConnections();
      return new Promise((done) => proxy.close(done));
    },
  };
}
