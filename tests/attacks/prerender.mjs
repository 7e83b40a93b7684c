// Cards as the command line writes them, loaded as whole pages: there markup is parsed again, and must mean the same.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { harmless } from './documents.mjs';
import { policed } from './page.mjs';
import { policyHeader } from './site.mjs';
import { budget, deadline, drawnEvent, settle, verdict } from './verdict.mjs';

/** Runs `article-card render -` with these options; resolves to `{ html, code, ms }`. */
export const commandLine = (path, options = []) => async (json) => {
  const begun = Date.now();
  const child = spawn(path, ['render', ...options, '-'], { stdio: ['pipe', 'pipe', 'ignore'], timeout: deadline });
  const parts = [];
  child.stdout.on('data', (bytes) => parts.push(bytes));
  child.stdin.on('error', () => {}); // a command that refuses does not read to the end
  child.stdin.end(json);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status, signal) => resolve(status ?? signal));
  });
  return { html: Buffer.concat(parts).toString(), code, ms: Date.now() - begun };
};

/** The control: markup of others goes into the page as it is. */
export const unsafeCommand = async (json) => {
  const article = JSON.parse(json).items[0];
  const html = `<article-card><template shadowrootmode="open"><h2>${article.title}</h2>` +
    `<section part="body">${article.content_html}</section></template></article-card>`;
  return { html, code: 0, ms: 0 };
};

const page = (card) => '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host page</title></head>' +
  `<body><h1>Host page</h1><main>${card}</main><p>Text of the host page.</p></body></html>`;

/** What Chromium runs: documents given to `render`, its output loaded as a page, `batch` of them on each. */
export async function prerendered(render, { batch }) {
  const { html: sample } = await render(harmless.json());
  const style = /<style>([^]*?)<\/style>/.exec(sample)?.[1];
  // The one style sheet that a pre-rendered card brings along; any other is reported.
  const hash = style && createHash('sha256').update(style).digest('base64');
  const site = pages(hash ? `; style-src 'sha256-${hash}' 'report-sample'` : '');
  /** The host page around an empty card. */
  let before;

  const look = async (tab, documents, wait) => {
    const findings = [];
    const answers = await Promise.all(documents.map((document) => render(document.json())));
    const events = answers.map(({ html, code, ms }, index) => {
      // A command that says no and prints nothing has refused.
      const refused = code === 1 && html === '';
      if (refused && documents[index].wellFormed) findings.push('PAGE a sound document was refused');
      if (!refused && code !== 0) findings.push(`PAGE the command ended with ${code}`);
      if (ms > budget) findings.push(`HANG the command took ${ms} ms`);
      return refused ? 'refused' : 'rendered';
    });
    const drawn = documents.filter((_, index) => events[index] === 'rendered');
    if (!drawn.length) return { findings, reports: 0, events };

    const path = site.add(answers.map(({ html }) => html.trimEnd()).join(''));
    await tab.visit(path);
    site.remove(path);
    const url = site.origin + path;
    await tab.evaluate(`attacks.place(), attacks.remember(${JSON.stringify({ ...before, url, base: url })}), 0`);
    const told = await tab.evaluate(`attacks.provoke(${wait})`);
    findings.push(...verdict({ ...told, event: drawnEvent }, await tab.tree(), drawn, { origin: site.origin, styles: hash ? 1 : 0 }));
    return { findings, reports: told.reports.length, events };
  };
  const check = (tab, documents, wait) => tab.examine(documents, () => look(tab, documents, wait));

  return {
    site,
    batch,
    check,
    async start(tab) {
      await tab.open('/empty');
      before = await tab.evaluate('attacks.place(), attacks.remember()');
      await policed(tab, false);
      tab.watching = true;
      const { findings } = await check(tab, [harmless], settle.first);
      if (findings.length) throw new Error(`found in a harmless document: ${findings.join('; ')}`);
    },
  };
}

/** A site of nothing but pages that are added as they come. */
function pages(alsoAllowed) {
  const all = new Map([['/empty', page('<article-card></article-card>')]]);
  let last = 0;
  return {
    origin: 'https://host-page.example',
    policy: policyHeader(false, alsoAllowed),
    file: async (path) => ({ status: all.has(path) ? 200 : 404, type: 'text/html', body: all.get(path) ?? '' }),
    add(card) {
      last += 1;
      const path = `/page-${last}`;
      all.set(path, page(card));
      return path;
    },
    remove: (path) => all.delete(path),
  };
}
