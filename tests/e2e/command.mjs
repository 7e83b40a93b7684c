// The command line, as `make test-e2e` builds it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { project } from './shared.mjs';

export const path = resolve(project, process.env.CARGO_TARGET_DIR ?? 'target', 'native/article-card');

/** Runs `article-card` with JSON, a value or its text, on standard input; gives what it prints. */
export function command(args, input = '') {
  if (!existsSync(path)) throw new Error(`${path} is missing: cargo build --profile native --bin article-card`);
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const { status, stdout, stderr } = spawnSync(path, args, { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`article-card ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** A story as `render` prints it. */
export const rendered = (input, ...args) => command(['render', '--quiet', ...args, '-'], input);
