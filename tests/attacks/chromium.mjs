// Documents through a number of windows of Chromium at once.

import { batches, reconsider, together } from './batches.mjs';
import { startChromium } from './devtools.mjs';
import { Tab } from './tab.mjs';
import { settle } from './verdict.mjs';

/** Windows at once: enough that the processor is never idle while some of them wait to be painted. */
const windows = 6;
/** More hits than this need no second look. */
const secondLooks = 100;
const attempts = 3;

/**
 * Looks at every job, `{ corpus, id, document }`, with a subject (page.mjs, prerender.mjs); resolves to a result for
 * each (batches.mjs).
 *
 * A hit is looked at again alone, in a fresh window while nothing else runs, before it counts.
 */
export async function inChromium(subject, jobs, { confirm = true, progress }) {
  const browser = startChromium();
  const tabs = new Map();
  const prepare = (tab) => prepared(tab, subject, () => new Tab(browser, tabs, subject.site));
  browser.listen((event) => hear(browser, tabs, event));
  try {
    await browser.send('Target.setDiscoverTargets', { discover: true });
    const results = [];
    const queue = batches(jobs, subject.batch);
    const work = async () => {
      let tab;
      const examine = async (documents) => {
        if (!tab?.fit) tab = await prepare(tab);
        return subject.check(tab, documents, settle.first);
      };
      for (let next = queue.next(); !next.done; next = queue.next()) {
        results.push(...await together(next.value, examine));
        progress(results.length);
      }
      await tab?.close();
    };
    await Promise.all(Array.from({ length: Math.min(windows, jobs.length) }, work));
    if (confirm) {
      for (const hit of results.filter(({ findings }) => findings.length).slice(0, secondLooks)) {
        const tab = await prepare();
        reconsider(hit, await subject.check(tab, [hit.document], settle.alone));
        await tab.close();
      }
    }
    return results;
  } finally {
    await browser.stop();
  }
}

/**
 * A window ready for documents: `tab` with a new page, or a new one. What did not get ready for want of time gets
 * another chance.
 */
async function prepared(tab, subject, create) {
  for (let attempt = 1; ; attempt += 1) {
    if (tab?.lost) await tab.close();
    if (!tab || tab.lost) tab = create();
    try {
      await subject.start(tab);
      return tab;
    } catch (error) {
      tab.lost = true;
      if (attempt === attempts) throw error;
    }
  }
}

function hear(browser, tabs, event) {
  const { targetInfo } = event.params;
  if (event.method === 'Target.targetCreated' && targetInfo.type === 'page' && targetInfo.openerId) {
    const opener = [...tabs.values()].find(({ target }) => target === targetInfo.openerId);
    opener?.add('NAV', `a window ${targetInfo.url.slice(0, 80)}`);
    browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {}); // it may close by itself
    return;
  }
  // Requests and frames that are gone before they are answered need no answer.
  tabs.get(event.sessionId)?.hear(event).catch(() => {});
}
