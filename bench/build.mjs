// bench/built/: the contenders in JavaScript, bundled and minified as their sites would serve them.

import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { cssAsText } from '../build/stylesheet.mjs';
import { command, missing } from './native.mjs';

/** What a contender is made with and is not there, if anything. */
export function lacks({ needs = [], render, built = render ? [command] : [] }) {
  const absent = [needs].flat().find((name) => !existsSync(`bench/node_modules/${name}`));
  return absent ? `${absent} is not installed (build/setup.sh bench)` : missing(...built);
}

/** Bundles what is asked for: a second or two. */
export const bundle = (variants) =>
  build({
    entryPoints: [...new Set(variants.map(({ module }) => module).filter((module) => module.startsWith('/built/')))].map((module) => module.replace('/built/', 'bench/variants/')),
    outdir: 'bench/built',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.html': 'text' },
    plugins: [cssAsText],
    logLevel: 'warning',
  });
