// Sample stories and attacks that are not ours to publish. They stand beside the project, never in it.

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const folder = resolve(project, process.env.ARTICLE_CARD_SHARED || '../shared');

/** Where they are; undefined where they are not at hand. */
export const shared = existsSync(folder) ? folder : undefined;
