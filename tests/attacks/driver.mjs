// Documents in an engine that is reached through WebDriver: what can be told from inside of the page, and every request.

import { readFileSync } from 'node:fs';
import { start } from '../e2e/engines.mjs';
import { batches, reconsider, together } from './batches.mjs';
import { harmless } from './documents.mjs';
import { isExpected } from './network.mjs';
import { startProxy } from './proxy.mjs';
import { pages, policyHeader, serveSite } from './site.mjs';
import { deadline, kindOf, settle, verdict } from './verdict.mjs';

const host = 'host-page.example';
const origin = `http://${host}`;
/** Documents in one question: a driver takes as long to ask as a card to draw. */
const size = 10;
/** Documents on one page: a browser that never starts anew needs ever more memory. */
const perPage = 500;
const secondLooks = 100;
const attempts = 3;
const scripts = '<script src="/attacks/guard.js"></script><script src="/attacks/inside.js"></script>';

/** Looks at every job as chromium.mjs does. `page` is a path of the site (site.mjs). */
export async function inEngine(name, page, jobs, { confirm = true, reported = false, progress }) {
  const { name: header, value } = policyHeader(false);
  const server = await serveSite({ headers: { [header]: value } });
  for (const path of Object.values(pages)) {
    const html = await (await fetch(server.url + path)).text();
    server.routes[path] = { type: 'text/html', body: html.replace(/<head>/, `$&${scripts}`) };
  }
  const proxy = await startProxy(server, host);
  const window = new Window(name, proxy, page, reported);
  try {
    const results = [];
    for (const batch of batches(jobs, confirm ? size : 1)) {
      results.push(...await together(batch, (documents) => window.check(documents, settle.first)));
      progress(results.length);
    }
    const hits = confirm ? results.filter(({ findings }) => findings.length).slice(0, secondLooks) : [];
    for (const hit of hits) {
      window.fit = false;
      reconsider(hit, await window.check([hit.document], settle.alone));
    }
    return results;
  } finally {
    await window.close();
    await proxy.close();
    await server.close();
  }
}

/** The browser's one window. It is opened, and opened anew, when it is needed. */
class Window {
  fit = false;
  #session;
  #count = 0;

  constructor(engine, proxy, page, reported) {
    Object.assign(this, { engine, proxy, page, reported });
  }

  async check(documents, wait) {
    this.#count += documents.length;
    if (this.#count > perPage) this.fit = false;
    for (let attempt = 1; !this.fit; attempt += 1) await this.#open(attempt === attempts);
    return this.#examine(documents, wait);
  }

  async close() {
    const session = this.#session;
    this.#session = undefined;
    this.fit = false;
    await session?.stop();
  }

  get #driver() {
    return this.#session.driver;
  }

  /** Opens the page and makes sure that it is fit; throws when it is not and there is no other attempt. */
  async #open(last) {
    try {
      if (!this.#session) {
        this.#session = await start(this.engine, { proxy: this.proxy.address });
        await this.#driver.manage().setTimeouts({ script: deadline, pageLoad: deadline });
      }
      await this.#driver.get(origin + this.page);
      // What the page sets up by itself must be there before it is remembered.
      const ready = () => this.#driver.executeScript('return typeof window.renderArticle === "function"');
      await this.#driver.wait(ready, deadline);
      await this.#run('attacks.place(); attacks.remember()');
      await this.#policed();
      this.#count = 0;
      const { findings } = await this.#examine([harmless], settle.first);
      if (findings.some((finding) => !this.reported || kindOf(finding) !== 'CSP')) {
        throw new Error(`found in a harmless document: ${findings.join('; ')}`);
      }
      this.fit = true;
    } catch (error) {
      await this.close();
      if (last) throw error;
    }
  }

  #run(script, ...given) {
    return this.#driver.executeScript(script, ...given);
  }

  /** Makes sure that reports are heard. */
  async #policed() {
    await this.#run('attacks.offend()');
    const { reports } = await this.#run('return attacks.painted(0).then(attacks.happened)');
    if (reports.length !== 1) throw new Error(`the page's policy is not in force, or was broken: ${JSON.stringify(reports)}`);
  }

  async #examine(documents, wait) {
    this.proxy.requests.length = 0;
    const begun = Date.now();
    const findings = [];
    let told = [];
    try {
      told = await this.#ask(documents, wait);
      const windows = await this.#driver.getAllWindowHandles();
      if (windows.length !== 1) findings.push(`NAV ${windows.length - 1} windows`);
    } catch (error) {
      findings.push(`${kindOfFailure(error)} ${error.name}: ${error.message.slice(0, 200)}`);
      await this.close();
    }
    findings.push(...told.flatMap((one, index) => verdict(one, one.tree, [documents[index]], { origin })));
    for (const url of this.proxy.requests) {
      if (!isExpected({ url, picture: true }, documents, origin)) findings.push(`NET ${url.slice(0, 120)}`);
    }
    if (findings.some((finding) => ['EXEC', 'HOST', 'HANG', 'NAV'].includes(kindOf(finding)))) this.fit = false;
    return {
      findings: [...new Set(findings)],
      reports: told.reduce((sum, { reports }) => sum + reports.length, 0),
      events: told.map(({ event }) => event),
      ms: Date.now() - begun,
    };
  }

  async #ask(documents, wait) {
    const texts = documents.map((document) => document.json());
    const told = await this.#run('return attacksInside(arguments[0], arguments[1])', texts, wait);
    if (told?.length !== documents.length) throw new Error('the page is gone'); // and with it its promise
    return told;
  }
}

/** What it means that the driver could not answer. */
function kindOfFailure(error) {
  if (error.name === 'ScriptTimeoutError' || error.name === 'TimeoutError') return 'HANG';
  if (error.name === 'UnexpectedAlertOpenError') return 'EXEC';
  return 'NAV'; // the page, or what it ran in, is gone
}
