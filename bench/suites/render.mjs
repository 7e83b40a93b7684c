// A feed as HTML, on a server or where pages are built.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { documentOf, stories } from '../articles.mjs';
import { openTab } from '../browser.mjs';
import { command, library } from '../native.mjs';
import { BASELINE, variants } from '../variants.mjs';
import { expected, verifyPage } from '../verify.mjs';

const COUNT = 100;
const PICTURES = 'https://pictures.example';
const FOLDER = 'target/bench';
/** Renderings before any is timed, and those that are; processes. */
const [WARM, TIMES, PROCESSES] = [30, 20, 5];

export const name = 'render';
export const title = 'On a server';
export const note = `The JSON text of a feed of ${COUNT} of these stories → its HTML: parsed, bodies sanitised, addresses checked, dates and reading times
written, bodies whole. *As a process*: started → ended, the JSON on standard input, the HTML on standard output; \`article-card
render\`, or a script for Node that imports its packages as they are installed. *In a process that goes on*: the library, or the
same script, the median of ${TIMES} times after ${WARM} others. The baseline is the sooner of those with sanitised bodies.

*With its document* is what \`render\` prints unless told otherwise: besides the cards the JSON for their script, which it reads
again to see that the same would be drawn of it. \`--no-data\` is the cards alone, as those of the others are. *Unsafe* is with
bodies as they come. Templates for Node write the parts of the contenders above; Lit's are those for servers alone, without
marks for a script to go on from.`;
export const rounds = 5;
export const baseline = 'preact';
export const PACKAGES = ['@lit-labs/ssr', 'preact-render-to-string', 'sanitize-html'];
export const groups = [{
  title,
  measures: {
    process: { title: 'as a process', unit: 'ms' },
    going: { title: 'in a process that goes on', unit: 'ms' },
    html: { title: 'HTML', unit: 'kB', ratios: false },
  },
}];

const FEEDS = {
  story: { file: `${FOLDER}/stories.json`, json: () => stories(COUNT, PICTURES) },
  document: { file: `${FOLDER}/feed.json`, json: () => ({ schema: 'article-feed/1', title: 'News', items: stories(COUNT, PICTURES).map(documentOf) }) },
};

const [LIT, PREACT, SANITISER] = PACKAGES;
const node = (renderer, bodies, needs, title) => {
  const script = ['bench/render/node.mjs', renderer, bodies];
  return {
    title, needs, form: 'story',
    process: [process.execPath, ...script],
    going: (...asked) => [process.execPath, ...script, ...asked],
    look: { cards: 'article.card', parts: { ...variants[BASELINE].parts, toggle: undefined }, unsafe: bodies === 'unsafe' },
  };
};
const ours = (data, options, title) => ({
  title, form: 'document', built: [command, library],
  process: [command, 'render', '--quiet', ...options, '-'],
  going: (file, ...asked) => [library, file, data, ...asked],
  look: { within: 'article-feed', cards: '[part~=item]', parts: { ...variants.card.parts, toggle: undefined } },
});

export async function contenders() {
  const found = {
    preact: node('preact', 'sanitised', [PREACT, SANITISER], 'Preact + sanitize-html'),
    lit: node('lit', 'sanitised', [LIT, SANITISER], 'Lit + sanitize-html'),
    'preact-unsafe': node('preact', 'unsafe', PREACT, 'Preact, unsafe'),
    'lit-unsafe': node('lit', 'unsafe', LIT, 'Lit, unsafe'),
    'article-card-cards': ours('none', ['--no-data'], 'article-card, --no-data'),
    'article-card': ours('inline', [], 'article-card, with its document'),
  };
  mkdirSync(FOLDER, { recursive: true });
  for (const { file, json } of Object.values(FEEDS)) writeFileSync(file, JSON.stringify(json()));
  for (const [key, contender] of Object.entries(found)) contender.name = key;
  return Object.values(found);
}

/** What a program prints, given a file as its standard input, if any. */
function run([program, ...words], file) {
  const input = file ? openSync(file) : 'ignore';
  const { error, status, stderr, stdout } = spawnSync(program, words, {
    stdio: [input, 'pipe', 'pipe'], maxBuffer: 1 << 26, env: { ...process.env, NODE_ENV: 'production' },
  });
  if (file) closeSync(input);
  if (error || status) throw error ?? new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

const pages = new Map();

/** The pages to look at what they make. */
export function answer({ pathname }) {
  const body = pages.get(/^\/render\/([\w-]+)$/.exec(pathname)?.[1]);
  return body && { body, type: 'text/html; charset=utf-8' };
}

/** What is wrong with what a contender makes, as a page. */
export async function verify(contender, { browser, server }) {
  const { form, look, name, process } = contender;
  pages.set(name, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${run(process, FEEDS[form].file)}`);
  const { close, page } = await openTab(browser);
  await page.route(`${PICTURES}/**`, (route) => route.abort());
  await page.goto(`${server.origin}/render/${name}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState !== 'loading');
  const wrong = await verifyPage(page, look, expected(COUNT, PICTURES));
  await close();
  return wrong;
}

export async function sample({ form, going, process: words }, { median, quick }) {
  const { file } = FEEDS[form];
  const times = [];
  for (let time = 0; time < (quick ? 1 : PROCESSES); time++) {
    const from = performance.now();
    run(words, file);
    times.push(performance.now() - from);
  }
  const [bytes, ...nanoseconds] = run(going(file, ...(quick ? [3, 3] : [WARM, TIMES]).map(String))).toString().trim().split('\n').map(Number);
  return { process: median(times), going: median(nanoseconds) / 1e6, html: bytes / 1000 };
}
