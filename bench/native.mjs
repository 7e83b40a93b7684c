// What is built natively, by `make bench`: the command, and what times the library.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env.CARGO_TARGET_DIR ?? 'target', 'native');
export const command = join(folder, 'article-card');
export const library = join(folder, 'examples/render-feed');

/** What is not built of these, as a sentence without its end. */
export const missing = (...paths) => paths.filter((path) => !existsSync(path)).map((path) => `${path} is not built (make bench does)`)[0];

/** A document as `article-card render` prints it. */
export const rendered = (document, args) =>
  execFileSync(command, ['render', ...args, '-'], { input: JSON.stringify(document), encoding: 'utf8', maxBuffer: 1 << 26 });
