// bench/sanitiser/pkg/: the bench's Wasm as the card is shipped (small), and built for speed instead, to know what smallness costs.

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { FEATURES, SHRINK } from '../../build/passes.mjs';

const run = (command, args, env = {}) =>
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });

/** Builds at an optimisation level of rustc, then runs wasm-opt once for each list of passes. */
function build(name, level, rounds) {
  const folder = `bench/sanitiser/pkg/${name}`;
  const wasm = `${folder}/bench_bg.wasm`;
  const target = `bench/sanitiser/target/${name}`;
  mkdirSync(folder, { recursive: true });
  const flags = ['--manifest-path', 'bench/sanitiser/Cargo.toml', '--release', '--target', 'wasm32-unknown-unknown', '--target-dir', target];
  run('cargo', ['build', ...flags], { CARGO_PROFILE_RELEASE_OPT_LEVEL: level });
  const linked = `${target}/wasm32-unknown-unknown/release/article_card_bench.wasm`;
  run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--out-name', 'bench', '--out-dir', folder, linked]);
  for (const passes of rounds) run('wasm-opt', [...passes, ...FEATURES, wasm, '-o', wasm]);
}

build('shipping', 'z', [['--flatten', '--rereloop', ...SHRINK], [...SHRINK, '--dealign']]);
build('fast', '3', [['-O3']]);
