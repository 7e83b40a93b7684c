// What a run is asked for: SUITES, VARIANTS and ROUNDS in the environment; --quick and --write.

import { BASELINE, variants } from './variants.mjs';

const list = (name) => (process.env[name] ?? '').split(/[\s,]+/).filter(Boolean);

/** `known` are the suites there are. */
export function options(known) {
  const quick = process.argv.includes('--quick');
  const suites = list('SUITES');
  const names = list('VARIANTS');
  for (const [what, wanted, all] of [['suite', suites, known], ['variant', names, Object.keys(variants)]]) {
    for (const one of wanted) if (!all.includes(one)) throw new Error(`no such ${what} as ${one}; there are ${all.join(', ')}`);
  }
  const chosen = names.length ? names : quick ? [BASELINE, 'card-eager'] : Object.keys(variants);
  return {
    quick,
    write: process.argv.includes('--write'),
    rounds: Number(process.env.ROUNDS ?? (quick ? 1 : 0)) || null,
    suites: suites.length ? suites : known,
    // Everything is compared with the baseline: it always runs.
    variants: [BASELINE, ...chosen.filter((one) => one !== BASELINE)].map((one) => variants[one]),
  };
}
