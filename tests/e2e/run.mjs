// Runs tests/e2e/*.test.mjs in every engine this machine has.
//
//   node tests/e2e/run.mjs [part of a file name …]     ENGINES=chromium,firefox chooses engines
//
// An engine that is missing is skipped and says so, except with CI set: there it is a failure.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { engineNames, missing } from './engines.mjs';

// A test file that hangs is cut off; a slow machine needs a tenth of this. All payloads there are take their time.
const fileTimeout = process.env.ALL ? 3_600_000 : 300_000;

const here = dirname(fileURLToPath(import.meta.url));
const filters = process.argv.slice(2);
const wanted = process.env.ENGINES?.split(',').filter(Boolean) ?? engineNames;
const unknown = wanted.filter((name) => !engineNames.includes(name));
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs') && (!filters.length || filters.some((part) => name.includes(part))))
  .map((name) => join(here, name))
  .sort();

if (unknown.length) fail(`ENGINES: there is no ${unknown.join(', ')}; there are ${engineNames.join(', ')}`);
else if (!files.length) fail(`no test files${filters.length ? ` match ${filters.join(', ')}` : ''}`);
else for (const engine of wanted) await runIn(engine);

async function runIn(engine) {
  const lacking = missing(engine);
  if (lacking) {
    const message = `${engine} (${lacking} not found)`;
    if (process.env.CI) fail(`missing: ${message}`);
    else console.log(`skipped: ${message}`);
    return;
  }
  const begun = Date.now();
  const options = ['--test', '--test-concurrency=1', `--test-timeout=${fileTimeout}`, '--test-reporter=spec'];
  const child = spawn(process.execPath, [...options, ...files], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ENGINE: engine },
  });
  const passOn = (name) => child.kill(name);
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, passOn);
  const [code] = await once(child, 'exit');
  for (const name of ['SIGINT', 'SIGTERM']) process.off(name, passOn);
  const seconds = ((Date.now() - begun) / 1000).toFixed(0);
  console.log(`${engine}: ${code === 0 ? 'passed' : 'FAILED'} (${files.length} files, ${seconds} s)\n`);
  if (code !== 0) process.exitCode = 1;
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
