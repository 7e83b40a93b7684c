// What every end-to-end test file starts from: one server, one browser session, and ways to ask the page things.
//
//   const t = fixture({ routes: { '/story.json': { json: story } } });
//   test('draws', async () => {
//     await t.open('<article-card src="/story.json"></article-card>');
//     await t.drawn();
//     assert.equal(await t.text('article-card', 'headline'), 'A headline');
//   });

import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, siteRoots } from '../../build/server.mjs';
import { start } from './engines.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** The engine this run is about: chromium, firefox or webkit. */
export const engine = process.env.ENGINE ?? 'chromium';
export { project, shared } from './shared.mjs';

/** A promise and the function that settles it: `hold: gate.promise` in a route, `gate.open()` in the test. */
export function gate() {
  let open;
  const promise = new Promise((done) => { open = done; });
  return { promise, open };
}

/** Server and session for the calling test file, ended when its tests have run. Options are the server's. */
export function fixture({ roots = {}, routes = {}, headers } = {}) {
  const t = new Fixture();
  before(async () => {
    const record = { type: 'text/javascript', body: readFileSync(join(here, 'record.js'), 'utf8') };
    t.server = await serve({ roots: { ...siteRoots, ...roots }, routes: { '/record.js': record, ...routes }, headers });
    t.session = await start(engine);
    t.driver = t.session.driver;
  });
  // Whatever a test does to a card, nothing is thrown into the page.
  afterEach(async () => {
    const thrown = (entry) => entry.type === 'error' || entry.type === 'unhandledrejection';
    if (t.driver) assert.deepEqual((await t.log()).filter(thrown), [], 'thrown into the page');
  });
  after(async () => {
    await t.session?.stop();
    await t.server?.close();
  });
  return t;
}

class Fixture {
  #pages = 0;

  /** An address on the server; `origin: 'other'` is the same file on another origin. */
  url(path, { origin } = {}) {
    return new URL(path, origin === 'other' ? this.server.otherOrigin : this.server.url).href;
  }

  /** Adds or replaces a route (see build/server.mjs) and returns its address. */
  route(path, answer) {
    this.server.routes[path] = answer;
    return this.url(path);
  }

  /**
   * Registers a page and returns its address. `html` is what the body holds, or a whole document when it starts with
   * a doctype. Pages load the recorder and the built module unless told otherwise (`script: null`, `record: false`).
   */
  page(html, { headers = {}, status, lang = 'en', head = '', script = '/dist/article-card.js', record = true, path } = {}) {
    const scripts = (record ? '<script src="/record.js"></script>' : '') +
      (script ? `<script type="module" src="${script}"></script>` : '');
    const body = /^\s*<!doctype/i.test(html)
      ? html.replace(/<head(?=[\s>])[^>]*>|$/i, (tag) => tag + (record ? '<script src="/record.js"></script>' : ''))
      : `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Test page</title>${scripts}${head}</head><body>${html}</body></html>`;
    this.#pages += 1;
    return this.route(path ?? `/page-${this.#pages}.html`, { type: 'text/html; charset=utf-8', headers, status, body });
  }

  /** Opens an address, a path of the site, or HTML as in `page`. Resolves after the page's load event. */
  async open(target, options) {
    const url = target.trimStart().startsWith('<') ? this.page(target, options) : this.url(target, options);
    await this.driver.get(url);
    return url;
  }

  /** Runs a function in the page; arguments and result are JSON or elements. A promise is waited for. */
  run(fn, ...args) {
    return this.driver.executeScript(`return (${fn}).apply(null, arguments)`, ...args);
  }

  /** Asks the page until the function gives something truthy, and returns that. */
  until(fn, ...args) {
    return this.untilWithin(10_000, fn, ...args);
  }

  async untilWithin(timeout, fn, ...args) {
    let last;
    const ask = async () => {
      try {
        last = await this.run(fn, ...args);
        return last;
      } catch (error) {
        // A function may fail while the page is not there yet; what it said last is in the message below.
        last = error.message;
        return false;
      }
    };
    try {
      return await this.driver.wait(ask, timeout, 'x', 25);
    } catch {
      const log = await this.log().catch(() => 'not available');
      const said = JSON.stringify(last);
      throw new Error(`after ${timeout} ms still not: ${fn} (${JSON.stringify(args)})\nlast answer: ${said}\nlog: ${JSON.stringify(log)}`);
    }
  }

  /** Waits until an element has drawn. */
  drawn(selector = 'article-card, article-feed') {
    return this.until((css) => {
      const host = document.querySelector(css);
      return !!host?.shadowRoot?.querySelector('[part~=card], [part~=feed]') && host.getAttribute('aria-busy') !== 'true';
    }, selector);
  }

  /** The first element with that part inside a host's shadow root, or null. A WebElement: click it, send keys to it. */
  part(selector, part, index = 0) {
    return this.run(
      (css, name, i) => document.querySelector(css).shadowRoot.querySelectorAll(`[part~="${name}"]`)[i] ?? null,
      selector, part, index,
    );
  }

  /** Its text as drawn, or null. */
  text(selector, part, index = 0) {
    return this.run(
      (css, name, i) => document.querySelector(css).shadowRoot.querySelectorAll(`[part~="${name}"]`)[i]?.textContent ?? null,
      selector, part, index,
    );
  }

  /** How often each part occurs, in tree order of first occurrence. */
  parts(selector = 'article-card') {
    return this.run((css) => {
      const counts = {};
      for (const element of document.querySelector(css).shadowRoot.querySelectorAll('[part]')) {
        for (const name of element.getAttribute('part').split(' ')) counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    }, selector);
  }

  /** What record.js has kept, or only the entries of one type: 'article-card:load', 'error', 'csp' … */
  async log(type) {
    const entries = (await this.run(() => window.__log)) ?? [];
    return type ? entries.filter((entry) => entry.type === type) : entries;
  }

  /** Waits for the first (or nth) event of a type and returns its entry. */
  event(type, nth = 0) {
    return this.until((name, n) => window.__log.filter((entry) => entry.type === name)[n], type, nth);
  }

  /** Clicks a part the way a reader does. */
  async click(selector, part, index = 0) {
    const element = await this.part(selector, part, index);
    if (!element) throw new Error(`no part “${part}” in ${selector}`);
    await this.run((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }), element);
    await element.click();
  }

  /** Sends keys (`Key` of selenium-webdriver, or text) to whatever has the focus. */
  press(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /** Runs a function with a host's shadow root as its first argument. */
  inside(selector, fn, ...args) {
    const source = `return (${fn})(document.querySelector(arguments[0]).shadowRoot, ...[].slice.call(arguments, 1))`;
    return this.driver.executeScript(source, selector, ...args);
  }

  /** Resolves when the page has drawn two frames: what observers do for the elements in view is under way by then. */
  frames() {
    return this.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  }

  /** The part that has the focus inside a host, or the focused element's name outside any. */
  focused() {
    return this.run(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('part') ?? element?.localName ?? null;
    });
  }

  /** Makes the window this large. */
  resize(width, height = 900) {
    return this.driver.manage().window().setRect({ x: 0, y: 0, width, height });
  }
}
