// The whole product beside what anyone would take instead, in one run of Chromium: make bench.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { launch, openTab } from './browser.mjs';
import { bundle, lacks } from './build.mjs';
import { options } from './options.mjs';
import { markdown } from './report/markdown.mjs';
import { write } from './report/write.mjs';
import { serve } from './server.mjs';
import { median } from './statistics.mjs';
import { BASELINE } from './variants.mjs';
import { verify } from './verify.mjs';
import * as cold from './suites/cold.mjs';
import * as expand from './suites/expand.mjs';
import * as leak from './suites/leak.mjs';
import * as memory from './suites/memory.mjs';
import * as peers from './suites/peers.mjs';
import * as render from './suites/render.mjs';
import * as scroll from './suites/scroll.mjs';
import * as size from './suites/size.mjs';
import * as throughput from './suites/throughput.mjs';

const SUITES = [size, cold, throughput, scroll, expand, memory, leak, render, peers];
const ROUNDS = 9;

const wanted = options(SUITES.map(({ name }) => name));
const say = (text) => process.stderr.write(`${text}\n`);
const isThere = (contender) => {
  const what = lacks(contender);
  if (what) say(`not measured: ${contender.name}: ${what}`);
  return !what;
};
const able = wanted.variants.filter(isThere);
await bundle(able);
const server = await serve({ more: (...asked) => peers.answer(...asked) ?? render.answer(...asked) });
const browser = await launch();

/** A fresh page in which `variant` draws. */
async function bed(variant, slower) {
  const tab = await openTab(browser, slower);
  await tab.page.goto(`${server.origin}/bed/${variant.name}`);
  await tab.page.waitForFunction(() => window.bed, null, { timeout: 60_000 });
  return tab;
}
const context = { bed, browser, median, openTab, quick: wanted.quick, server };

/** In another order each round, so that nobody always comes first, or after the same one. */
function inTurn(list, round) {
  const from = round % list.length;
  const turned = [...list.slice(from), ...list.slice(0, from)];
  return round % 2 ? turned.reverse() : turned;
}

async function measure(suite, variants) {
  const rounds = Math.min(wanted.rounds ?? ROUNDS, suite.rounds ?? ROUNDS);
  const samples = Object.fromEntries(variants.map(({ name }) => [name, {}]));
  const titles = Object.fromEntries(variants.map(({ name, title }) => [name, title]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of inTurn(variants, round)) {
      const values = await suite.sample(variant, context).catch((error) => {
        say(`${suite.name}: ${variant.name}: ${error.message}`);
        return {};
      });
      for (const [measure, value] of Object.entries(values)) (samples[variant.name][measure] ??= [])[round] = value;
    }
    say(`${suite.name}: round ${round + 1} of ${rounds}`);
  }
  return { rounds, baseline: suite.baseline ?? BASELINE, titles, samples };
}

/** The version of a package, in the project or in the bench. */
const version = (path) => JSON.parse(readFileSync(path, 'utf8')).version;
const results = {
  command: ['make bench', ...['SUITES', 'VARIANTS', 'ROUNDS'].filter((name) => process.env[name]).map((name) => `${name}="${process.env[name]}"`), 'WRITE=1'].join(' '),
  date: new Date().toISOString().slice(0, 10),
  chromium: browser.version(),
  node: process.version,
  versions: {
    'article-card': version('package.json'),
    DOMPurify: version('node_modules/dompurify/package.json'),
    ...Object.fromEntries(
      [...able.flatMap(({ needs }) => needs ?? []), ...(wanted.suites.includes(render.name) ? render.PACKAGES : [])]
        .filter((name) => !lacks({ needs: name }))
        .map((name) => [name, version(`bench/node_modules/${name}/package.json`)]),
    ),
  },
  machine: `${cpus().length} × ${cpus()[0].model}`,
  load: [loadavg()[0]],
  suites: {},
};
/** Those of `contenders` that show what they should. */
async function fitOf(contenders, verify) {
  const fit = [];
  for (const contender of contenders) {
    const wrong = await verify(contender, context).catch((error) => [error.message]);
    if (!wrong.length) fit.push(contender);
    for (const sentence of wrong.slice(0, 5)) say(`not measured: ${contender.name}: ${sentence}`);
    if (wrong.length) process.exitCode = 1;
  }
  return fit;
}

try {
  const fit = await fitOf(able.filter(({ name, suites }) => name === BASELINE || suites.some((suite) => wanted.suites.includes(suite))), verify);
  for (const suite of SUITES.filter(({ name }) => wanted.suites.includes(name))) {
    let contenders = (await suite.contenders?.()) ?? fit.filter(({ suites }) => suites.includes(suite.name));
    if (suite.verify) contenders = await fitOf(contenders.filter(isThere), suite.verify);
    results.suites[suite.name] = await measure(suite, contenders);
    mkdirSync('target/bench', { recursive: true });
    writeFileSync('target/bench/results.json', JSON.stringify(results, null, 1));
  }
  results.load.push(loadavg()[0]);
  if (wanted.write) write(results, SUITES);
  else console.log(markdown(results, SUITES));
} finally {
  await browser.close();
  await server.close();
}
