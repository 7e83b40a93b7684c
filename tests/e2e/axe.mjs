// axe-core in the page of a fixture. Its driver may run what the page's policy forbids the page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './shared.mjs';

const source = readFileSync(join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const byColour = ['color-contrast', 'link-in-text-block'];

/** Brings axe into the page that is open. */
export const bring = (t) => t.driver.executeScript(source);

/**
 * What is wrong with the page as it stands, by the rules of WCAG 2.0 to 2.2, A and AA, and axe's best practices: rule,
 * place and reason for each element. Without `colours` those rules are left out that look at colours.
 */
export async function wrong(t, { colours = true } = {}) {
  const { broken, looked, joins } = await t.run(async (values, without) => {
    const rules = { 'target-size': { enabled: true }, ...Object.fromEntries(without.map((id) => [id, { enabled: false }])) };
    const { violations, passes } = await window.axe.run({ runOnly: { type: 'tag', values }, rules, resultTypes: ['violations'] });
    const reasons = ({ any, all, none }) => [...any, ...all, ...none].map((check) => check.message).join('; ');
    const lines = ({ id, nodes }) => nodes.map((node) => ({ rule: id, line: `${id}: ${node.target.flat().join(' ')}: ${reasons(node)}` }));
    // Letters that join are icons to axe, with some fonts: it looks at no colours then.
    const joins = /^(ar|fa|ur)/.test(document.documentElement.lang);
    return { broken: violations.flatMap(lines), looked: [...violations, ...passes].map(({ id }) => id), joins };
  }, tags, colours ? [] : byColour);
  // Who has looked at nothing finds nothing.
  for (const rule of ['document-title', 'heading-order', 'target-size', ...(colours && !joins ? byColour.slice(0, 1) : [])]) {
    assert.ok(looked.includes(rule), `axe did not look at ${rule}`);
  }
  return broken;
}
