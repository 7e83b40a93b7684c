// A page with a card that scripts draw, in Chromium.

import { harmless } from './documents.mjs';
import { kindOf, settle, verdict } from './verdict.mjs';

/**
 * What Chromium runs: documents given to `window.renderArticle` of the page at `path`. The control parses HTML in the
 * page, which is reported with every document: `reported` says that this is no reason to distrust it.
 */
export function drawnBy(site, path, { enforced, reported = false }) {
  const check = (tab, documents, wait) => tab.examine(documents, async () => {
    const [document] = documents;
    const told = await tab.evaluate(`attacks.check(${JSON.stringify(document.json())}, ${wait})`);
    const findings = verdict(told, await tab.tree(), [document], { origin: site.origin });
    return { findings, reports: told.reports.length, events: [told.event] };
  });

  return {
    site,
    batch: 1,
    check,
    /** Opens the page; throws when it is not fit to tell anything. */
    async start(tab) {
      await tab.open(path);
      // The first card has its WebAssembly compiled: a script like others, there before anything is watched.
      const first = `renderArticle(${JSON.stringify(harmless.json())}).then(() => document.querySelector('#mount').replaceChildren())`;
      if (!reported) await tab.evaluate(first);
      await tab.evaluate('attacks.place(), attacks.remember(), 0');
      await policed(tab, enforced);
      tab.watching = true;
      const { findings } = await check(tab, [harmless], settle.first);
      if (findings.some((finding) => !reported || kindOf(finding) !== 'CSP')) throw new Error(`found in a harmless document: ${findings.join('; ')}`);
    },
  };
}

/** Makes sure that the policy is in force and that its reports are heard: what it forbids is tried. */
export async function policed(tab, enforced) {
  const outcome = await tab.evaluate('attacks.offend()');
  await tab.evaluate('attacks.painted(0)');
  const { reports } = await tab.evaluate('attacks.happened()');
  const expected = enforced ? 'refused' : 'allowed';
  if (outcome !== expected || reports.length !== 1) {
    throw new Error(`the page's policy is not in force: ${outcome}, reports: ${JSON.stringify(reports)}`);
  }
}
