// The host page: a page of the site at a made-up address, under the strictest policy a card must live with.
//
// Made up, because pages on a loopback address may show loopback pictures: under attack no such exception must apply.

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, siteRoots } from '../../build/server.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Everything a card needs and nothing else: no styles, no policy for trusted types. */
const rules = (also = '') =>
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'report-sample'; connect-src 'self'; img-src https:; " +
  `base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'${also}`;

/** The header: one that only reports lets attacks happen, so that more is seen of them. */
export const policyHeader = (enforced, also) => ({
  name: enforced ? 'content-security-policy' : 'content-security-policy-report-only',
  value: rules(also),
});

/** Pages under test. Both offer `window.renderArticle(json)`. */
export const pages = { card: '/harness.html', control: '/attacks/control.html' };

/** The site's server, with the harness's own files at /attacks/. */
export const serveSite = (options) => serve({ roots: { ...siteRoots, '/attacks/': here }, ...options });

/** The site as Chromium gets to see it: nothing is resolved, every request is answered by network.mjs. */
export function secureSite(server, enforced) {
  const files = new Map();
  const read = async (path) => {
    const response = await fetch(server.url + path);
    return { status: response.status, type: response.headers.get('content-type'), body: await response.arrayBuffer() };
  };
  return {
    origin: 'https://host-page.example',
    policy: policyHeader(enforced),
    file: (path) => {
      if (!files.has(path)) files.set(path, read(path));
      return files.get(path);
    },
  };
}
