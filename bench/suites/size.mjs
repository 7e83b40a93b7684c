// What a browser downloads for one English card, besides its JSON and pictures.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { brotli } from '../server.mjs';

export const name = 'size';
export const title = 'Download';
export const note = 'All code that a browser fetches for one English card, each file compressed by itself.';
export const rounds = 1;
export const groups = [{
  title,
  measures: {
    files: { title: 'files', ratios: false },
    raw: { title: 'raw', unit: 'bytes', ratios: false },
    gzip: { title: 'gzip -9', unit: 'bytes', ratios: false },
    brotli: { title: 'brotli -11', unit: 'bytes' },
  },
}];

/** The sizes of `contents`, together. */
export function sizes(contents) {
  const sum = (measure) => contents.reduce((total, bytes) => total + measure(bytes), 0);
  return {
    files: contents.length,
    raw: sum((bytes) => bytes.length),
    gzip: sum((bytes) => gzipSync(bytes, { level: 9 }).length),
    brotli: sum((bytes) => brotli(bytes).length),
  };
}

export const sample = async ({ files }) =>
  sizes(files.map((path) => readFileSync(path.replace(/^\/built\//, 'bench/built/').replace(/^\/dist\//, 'dist/'))));
