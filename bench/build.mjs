// bench/built/: the contenders in JavaScript, bundled and minified as their sites would serve them.

import { build } from 'esbuild';
import { cssAsText } from '../build/stylesheet.mjs';
import { variants } from './variants.mjs';

const names = new Set(Object.values(variants).map(({ module }) => /^\/built\/(.+)\.js$/.exec(module)?.[1]).filter(Boolean));

/** Bundles them all: a second or two. */
export const bundle = () =>
  build({
    entryPoints: [...names].map((name) => `bench/variants/${name}.js`),
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
