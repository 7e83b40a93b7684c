// The card's sanitiser and DOMPurify, with the same bodies, in one run of Chromium: make bench-sanitiser.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../../build/server.mjs';

const BASELINE = 'DOMPurify, fragment';
/** A sample is so many milliseconds of the same thing: much more than it takes to ask for it. */
const SAMPLE = 40;
const ROUNDS = Number(process.env.ROUNDS ?? 15);

const find = (name) => execFileSync('/bin/sh', ['-c', `command -v ${name} || true`], { encoding: 'utf8' }).trim();
const executablePath = ['chromium', 'chromium-browser', 'google-chrome'].map(find).find(Boolean);
if (!executablePath) throw new Error('Chromium not found; build/setup.sh browsers installs it');

/** The HTML texts of the shared samples. */
function samples() {
  const folder = join(process.env.ARTICLE_CARD_SHARED ?? '../shared', 'samples');
  const found = [];
  const collect = (value) => {
    if (typeof value === 'string') {
      if (value.split('<p').length > 3) found.push(value);
    } else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  if (!existsSync(folder)) {
    console.log('skipped: bodies of samples (ARTICLE_CARD_SHARED says where to look)');
    return found;
  }
  for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json')).sort()) {
    let value;
    try {
      value = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    } catch {
      continue; // samples of what is no JSON
    }
    collect(value);
  }
  return found;
}

const near = (bodies, length) =>
  bodies.reduce((best, body) => (Math.abs(body.length - length) < Math.abs(best.length - length) ? body : best));

const roots = { '/': resolve('bench/sanitiser'), '/dompurify/': resolve('node_modules/dompurify/dist'), '/element/': resolve('src/element') };
const server = await serve({ roots });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--js-flags=--expose-gc'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => { throw error; });
  await page.goto(`${server.url}/index.html`);
  await page.waitForFunction(() => window.ready);
  const names = await page.evaluate(() => window.names);

  // The time that the page's thread was at work: what else the machine does changes it little.
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const atWork = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const sample = async (name, times) => {
    await page.evaluate(() => window.gc());
    const before = await atWork();
    await page.evaluate(([own, count]) => window.run(own, count), [name, times]);
    return (await atWork()) - before;
  };

  /** Microseconds of each contender for one body: all in turns, so that what changes meanwhile hits all alike. */
  const measure = async () => {
    const times = {};
    const samples = {};
    for (const name of names) {
      samples[name] = [];
      times[name] = 1;
      // Doubled until a sample is long enough; that warms it up as well.
      while ((await sample(name, times[name])) < SAMPLE) times[name] *= 2;
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (let turn = 0; turn < names.length; turn++) {
        const name = names[(turn + round) % names.length];
        samples[name].push(((await sample(name, times[name])) / times[name]) * 1000);
      }
    }
    return samples;
  };

  const own = await page.evaluate(() => window.ownBodies());
  const shared = samples();
  const bodies = own.map((html) => ['ours', html]);
  if (shared.length) for (const html of own) bodies.push(['sample', near(shared, html.length)]);

  console.log(`Chromium ${browser.version()}, median of ${ROUNDS} rounds, time of the page's thread;`);
  console.log('× is how many times as fast as DOMPurify to a fragment, in the same round: median, and from the first to the third quarter');
  for (const [whose, html] of bodies) {
    const { elements, theirs } = await page.evaluate((text) => window.take(text), html);
    console.log(`\n${whose}, ${Buffer.byteLength(html)} bytes: ${elements} elements (DOMPurify: ${theirs})`);
    const measured = await measure();
    for (const name of names) console.log(row(name, measured));
  }
} finally {
  await browser.close();
  await server.close();
}

function row(name, measured) {
  const ratios = measured[name].map((own, round) => measured[BASELINE][round] / own).sort((a, b) => a - b);
  const at = (values, share) => values[Math.floor((values.length - 1) * share)];
  const micros = [...measured[name]].sort((a, b) => a - b);
  const [first, middle, third] = [0.25, 0.5, 0.75].map((share) => at(ratios, share).toFixed(1).padStart(6));
  return `  ${name.padEnd(34)}${at(micros, 0.5).toFixed(0).padStart(8)} µs${middle} × (${first.trim()}–${third.trim()})`;
}
