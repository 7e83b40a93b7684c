// The style sheet as the browser gets it: minified text inside the module, never a file of its own.

import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** The minified text of one style sheet. */
export async function inline(path) {
  const source = await readFile(path, 'utf8');
  const { code } = await transform(source, { loader: 'css', minify: true, charset: 'utf8', legalComments: 'none' });
  return code.trim();
}

/** Lets `import css from './card.css'` give that text. */
export const cssAsText = {
  name: 'css-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await inline(path), loader: 'text' }));
  },
};
