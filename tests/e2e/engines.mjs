// One WebDriver session in one engine, on drivers this machine already has: nothing is downloaded.

import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder } from 'selenium-webdriver';

const startTimeout = 30_000;

// What tests see must not depend on whose machine this is.
const surroundings = { LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US', TZ: 'UTC' };

/** The first of these programs on PATH. */
function program(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return undefined;
}

// MiniBrowser is in WebKitGTK's library folder, not on PATH.
function miniBrowser() {
  for (const lib of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
    const inside = existsSync(lib) ? readdirSync(lib).filter((name) => name.endsWith('-linux-gnu')) : [];
    for (const folder of ['', ...inside]) {
      const path = join(lib, folder, 'webkit2gtk-4.1', 'MiniBrowser');
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

export const chromiumBrowser = () => program('chromium', 'chromium-browser', 'google-chrome');
const firefoxBrowser = () => program('firefox-esr', 'firefox');

const engines = {
  chromium: {
    needs: { chromedriver: () => program('chromedriver'), chromium: chromiumBrowser },
    command: (port) => [program('chromedriver'), `--port=${port}`],
    // The sandbox needs rights that containers and root lack; the pages are our own.
    capabilities: () => ({
      browserName: 'chrome',
      'goog:chromeOptions': {
        binary: chromiumBrowser(),
        args: [
          '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking',
          '--window-size=1200,900', '--js-flags=--expose-gc', // memory.test.mjs asks for a collection
        ],
      },
    }),
  },
  firefox: {
    needs: { geckodriver: () => program('geckodriver'), firefox: firefoxBrowser },
    command: (port) => [program('geckodriver'), '--host=127.0.0.1', `--port=${port}`, '--websocket-port=0', '--log=error'],
    capabilities: () => ({
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary: firefoxBrowser(),
        args: ['-headless', '--width=1200', '--height=900'],
        prefs: { 'network.proxy.allow_hijacking_localhost': true }, // a proxy, if there is one, sees everything
      },
    }),
  },
  webkit: {
    needs: { WebKitWebDriver: () => program('WebKitWebDriver'), MiniBrowser: miniBrowser, Xvfb: () => program('Xvfb') },
    display: true,
    command: (port) => [program('WebKitWebDriver'), '--host=127.0.0.1', `--port=${port}`],
    environment: { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    capabilities: () => ({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    }),
  },
};

export const engineNames = Object.keys(engines);

/** What this machine lacks to run an engine: the first program not found, or undefined. */
export function missing(name) {
  return Object.entries(engines[name].needs).find(([, find]) => !find())?.[0];
}

/** Starts an engine: `{ driver, stop }`. With a `proxy`, `host:port`, that is all it sees of the network. */
export async function start(name, { proxy } = {}) {
  const engine = engines[name];
  if (!engine) throw new Error(`no engine “${name}”; there are ${engineNames.join(', ')}`);
  const lacking = missing(name);
  if (lacking) throw new Error(`${lacking} not found`);

  const children = [];
  const stop = () => Promise.all(children.splice(0).reverse().map(end));
  try {
    const environment = { ...process.env, ...surroundings, ...engine.environment, TMPDIR: temporaryFolder() };
    if (engine.display) environment.DISPLAY = await startDisplay(children);
    const port = await freePort();
    const [command, ...args] = engine.command(port);
    const child = launch(command, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    children.push(child);
    const url = `http://127.0.0.1:${port}`;
    await ready(url, child);
    const network = proxy && { proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy } };
    const capabilities = { ...engine.capabilities(), ...network };
    const driver = await new Builder().disableEnvironmentOverrides().usingServer(url).withCapabilities(capabilities).build();
    await driver.manage().setTimeouts({ script: 30_000, pageLoad: 30_000, implicit: 0 });
    return {
      driver,
      stop: async () => {
        await driver.quit().catch(() => {}); // a browser that is gone already has quit
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

// Each child leads a process group of its own, so that ending it ends the browsers it started.
const running = new Set();
const folders = [];

/** For profiles and sockets, removed when this process ends; browsers that are cut off leave theirs behind. */
export function temporaryFolder() {
  folders.push(mkdtempSync(join(tmpdir(), 'article-card-')));
  return folders.at(-1);
}

export function launch(command, args, options) {
  endWithUs();
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.on('exit', () => running.delete(child));
  child.log = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    child.log = (child.log + text).slice(-4000);
  });
  return child;
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group is gone already.
  }
}

export async function end(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    signal(child, 'SIGTERM');
    await Promise.race([exited, pause(3000, undefined, { ref: false })]);
  }
  signal(child, 'SIGKILL'); // whatever of the group is left
}

/** Children do not outlive this process, whatever ends it. */
let willEnd = false;
function endWithUs() {
  if (willEnd) return;
  willEnd = true;
  process.on('exit', () => {
    running.forEach((child) => signal(child, 'SIGKILL'));
    // A browser just killed may still hold a file; what stays then is the system's to clear.
    for (const folder of folders) {
      try {
        rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
      } catch {}
    }
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(130));
}

/** An X server that picks its own free display and says which when it is ready. */
async function startDisplay(children) {
  const child = launch(program('Xvfb'), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`Xvfb did not start\n${child.log}`)));
  const [number] = await Promise.race([once(child.stdio[3], 'data'), failed]);
  failed.catch(() => {}); // it exits in the end, and then nobody waits any more
  return `:${String(number).trim()}`;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Asks /status until the driver answers; a driver that exits instead has failed. */
async function ready(url, child) {
  const deadline = Date.now() + startTimeout;
  while (child.exitCode === null && Date.now() < deadline) {
    try {
      const answer = await fetch(`${url}/status`, { signal: AbortSignal.timeout(2000) });
      const { value } = await answer.json();
      if (value.ready) return;
    } catch {
      // Not listening yet.
    }
    await pause(25);
  }
  throw new Error(`${child.spawnfile} did not get ready\n${child.log}`);
}
