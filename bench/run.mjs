// The whole product beside what anyone would take instead, in one run of Chromium: make bench.

import { mkdirSync, writeFileSync } from 'node:fs';
import { launch, openTab } from './browser.mjs';
import { bundle } from './build.mjs';
import { options } from './options.mjs';
import { markdown } from './report/markdown.mjs';
import { serve } from './server.mjs';
import { median } from './statistics.mjs';
import { verify } from './verify.mjs';
import * as cold from './suites/cold.mjs';
import * as expand from './suites/expand.mjs';
import * as leak from './suites/leak.mjs';
import * as memory from './suites/memory.mjs';
import * as scroll from './suites/scroll.mjs';
import * as size from './suites/size.mjs';
import * as throughput from './suites/throughput.mjs';

const SUITES = [size, cold, throughput, scroll, expand, memory, leak];
const ROUNDS = 9;

const wanted = options(SUITES.map(({ name }) => name));
await bundle();
const server = await serve();
const browser = await launch();
const say = (text) => process.stderr.write(`${text}\n`);

/** A fresh page in which `variant` draws. */
async function bed(variant, slower) {
  const tab = await openTab(browser, slower);
  await tab.page.goto(`${server.origin}/bed/${variant.name}`);
  await tab.page.waitForFunction(() => window.bed);
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
  for (let round = 0; round < rounds; round++) {
    for (const variant of inTurn(variants, round)) {
      const values = await suite.sample(variant, context);
      for (const [measure, value] of Object.entries(values)) (samples[variant.name][measure] ??= [])[round] = value;
    }
    say(`${suite.name}: round ${round + 1} of ${rounds}`);
  }
  return { rounds, samples };
}

const results = {
  date: new Date().toISOString().slice(0, 10),
  chromium: browser.version(),
  node: process.version,
  suites: {},
};
try {
  const fit = [];
  for (const variant of wanted.variants) {
    const wrong = await verify(variant, context);
    if (!wrong.length) fit.push(variant);
    for (const sentence of wrong.slice(0, 5)) say(`not measured: ${variant.name}: ${sentence}`);
    if (wrong.length) process.exitCode = 1;
  }
  for (const suite of SUITES.filter(({ name }) => wanted.suites.includes(name))) {
    results.suites[suite.name] = await measure(suite, fit.filter(({ suites }) => suites.includes(suite.name)));
    mkdirSync('target/bench', { recursive: true });
    writeFileSync('target/bench/results.json', JSON.stringify(results, null, 1));
  }
  console.log(markdown(results, SUITES));
} finally {
  await browser.close();
  await server.close();
}
