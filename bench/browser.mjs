// Chromium, its tabs, and what the machine says about them.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const find = (name) => execFileSync('/bin/sh', ['-c', `command -v ${name} || true`], { encoding: 'utf8' }).trim();

/** The presets of DevTools: latency in ms, bytes a second. */
const NETWORKS = {
  'fast 4G': { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 },
  'slow 4G': { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 },
};

/** Starts Chromium. Nothing in it is slowed down for a tab that nobody sees. */
export async function launch() {
  const executablePath = ['chromium', 'chromium-browser', 'google-chrome'].map(find).find(Boolean);
  if (!executablePath) throw new Error('Chromium not found; build/setup.sh browsers installs it');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update',
      '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--js-flags=--expose-gc',
    ],
  });
}

/** A tab of its own, in a process of its own, with a slower processor or network if so wanted. */
export async function openTab(browser, { cpu = 1, network } = {}) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  const session = await context.newCDPSession(page);
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await session.send('Network.enable');
  if (network) await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORKS[network] });
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { page, session, errors, close: () => context.close() };
}

/** Time in ms that the page's main thread was at work, of it in scripts: what else the machine does changes it little. */
export async function atWork(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const time = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return { all: time('TaskDuration'), script: time('ScriptDuration') };
}
export const watchWork = (session) => session.send('Performance.enable', { timeDomain: 'threadTicks' });

/** What the tab holds, after everything nobody holds was collected. */
export async function held(browser, session) {
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const heap = await session.send('Runtime.getHeapUsage');
  const counted = await session.send('Memory.getDOMCounters');
  return {
    script: heap.usedSize,
    dom: heap.embedderHeapUsedSize,
    buffers: heap.backingStorageSize,
    nodes: counted.nodes,
    listeners: counted.jsEventListeners,
    processes: await privateMemory(browser),
  };
}

/** Private bytes of each renderer: script, DOM, Wasm memory and code. Linux says so; elsewhere there is nothing. */
async function privateMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const found = {};
  for (const { id, type } of processInfo) {
    if (type !== 'renderer') continue;
    try {
      const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
      const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
      found[id] = (kilobytes('Private_Clean') + kilobytes('Private_Dirty')) * 1024;
    } catch {
      continue; // gone meanwhile, or not Linux
    }
  }
  return found;
}

/** How much the renderer grew that grew most: that is the tab's. */
export function growth(before, after) {
  const grown = Object.keys(after).map((id) => after[id] - (before[id] ?? after[id]));
  return grown.length ? Math.max(...grown) : NaN;
}
