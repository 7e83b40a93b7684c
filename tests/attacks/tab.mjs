// One window of Chromium that is watched from outside: scripts, navigation, requests, dialogs, the tree.

import { readFileSync } from 'node:fs';
import { answer } from './network.mjs';
import { treeOf } from './snapshot.mjs';
import { deadline, kindOf, within } from './verdict.mjs';

const guard = readFileSync(new URL('guard.js', import.meta.url), 'utf8');
/** Scripts of the harness itself say so in their name. */
const ours = 'harness://';
const most = 60;

export class Tab {
  /** Addresses that the page loaded before it was watched; its scripts are among them. */
  known = new Set();
  watching = false;
  /** The documents at hand, and what has been found about them. */
  documents = [];
  found = [];
  /** Whether it is fit for another document; `lost` when not even a new page helps. */
  fit = true;
  lost = false;
  #sessions = new Map();
  #loaded;

  /** `tabs` is where the window that a session belongs to is looked up. */
  constructor(browser, tabs, site) {
    Object.assign(this, { browser, tabs, site });
  }

  add(kind, what) {
    if (this.found.length < most) this.found.push(`${kind} ${what}`);
  }

  send(method, params, session = this.session) {
    return this.browser.send(method, params, session);
  }

  /** Opens a window at `path` of the site, or goes there anew, and waits for the load event. */
  async open(path) {
    this.watching = false;
    if (!this.session) await this.#start();
    await this.visit(path);
    this.fit = true;
  }

  async #start() {
    // A window of its own: tabs behind others do not paint.
    const { targetId } = await this.browser.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    this.target = targetId;
    const { sessionId } = await this.browser.send('Target.attachToTarget', { targetId, flatten: true });
    this.session = sessionId;
    await this.#watch(sessionId, 'main');
    await Promise.all([
      this.send('Page.enable'),
      this.send('Inspector.enable'),
      this.send('DOMSnapshot.enable'),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: `${guard}\n//# sourceURL=${ours}guard`, runImmediately: true }),
      this.send('Emulation.setDeviceMetricsOverride', { width: 1000, height: 900, deviceScaleFactor: 1, mobile: false }),
    ]);
  }

  /** Goes to `path`: the one navigation that is wanted. */
  async visit(path) {
    this.wanted = this.site.origin + path;
    this.known.add(this.wanted);
    const loaded = new Promise((resolve) => { this.#loaded = resolve; });
    const { errorText } = await this.send('Page.navigate', { url: this.wanted });
    if (errorText) throw new Error(`${path}: ${errorText}`);
    await within(deadline, loaded);
  }

  async evaluate(expression) {
    const asked = this.send('Runtime.evaluate', {
      expression: `${expression}\n//# sourceURL=${ours}evaluate`, returnByValue: true, awaitPromise: true,
    });
    const { result, exceptionDetails: thrown } = await within(deadline, asked);
    if (thrown) throw new Error(`the page threw ${(thrown.exception?.description ?? thrown.text).slice(0, 200)}`);
    return result.value;
  }

  async tree() {
    return treeOf(await within(deadline, this.send('DOMSnapshot.captureSnapshot', { computedStyles: [] })));
  }

  /**
   * Watches while `look` deals with documents; it resolves to `{ findings, reports, events }`. What it throws is a
   * finding, too: about a page that hangs, or is gone.
   */
  async examine(documents, look) {
    this.documents = documents;
    this.found = [];
    const begun = Date.now();
    let told = { reports: 0, events: [] };
    try {
      told = await look();
      this.found.push(...told.findings);
    } catch (error) {
      this.fit = false;
      this.lost = true;
      this.add(/no answer within/.test(error.message) ? 'HANG' : 'PAGE', error.message);
    }
    const findings = [...new Set(this.found)];
    // What a script does later must not be taken for the doing of the next document.
    if (findings.some((finding) => ['EXEC', 'HOST', 'HANG', 'NAV'].includes(kindOf(finding)))) this.fit = false;
    return { ...told, findings, ms: Date.now() - begun };
  }

  async close() {
    for (const session of this.#sessions.keys()) this.tabs.delete(session);
    // A page that hangs does not close; the browser is ended in the end.
    await within(3000, this.browser.send('Target.closeTarget', { targetId: this.target })).catch(() => {});
  }

  async #watch(session, type) {
    this.#sessions.set(session, type);
    this.tabs.set(session, this);
    await Promise.all([
      ['Runtime.enable'],
      ['Debugger.enable', { maxScriptsCacheSize: 1_000_000 }],
      ['Debugger.setSkipAllPauses', { skip: true }], // a debugger statement is no way to make us wait
      ['Network.enable'],
      ['Fetch.enable', { patterns: [{ urlPattern: '*' }] }],
      ['Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }],
    ].map(([method, params]) => this.send(method, params, session)));
  }

  /** Whether a script is one of the page's own files, loaded before it was watched, the harness itself or the browser's. */
  #isOurs(url) {
    return url.startsWith(ours) || url.startsWith('chrome-error:') || (this.known.has(url) && /\.m?js(\?|$)/.test(url));
  }

  /** An event of the browser. What is told of sessions that have ended in the meantime is nobody's loss. */
  async hear({ method, params, sessionId }) {
    const short = (text) => String(text).slice(0, 100);
    switch (method) {
      case 'Fetch.requestPaused': return answer(this, params, sessionId);
      case 'Page.loadEventFired': return this.#loaded?.();
      case 'Target.attachedToTarget':
        if (this.watching) this.add('NAV', `new ${params.targetInfo.type} ${short(params.targetInfo.url)}`);
        return this.#watch(params.sessionId, params.targetInfo.type);
      case 'Page.javascriptDialogOpening':
        this.add('EXEC', `dialog ${params.type} ${short(params.message)}`);
        // Only our own going elsewhere is not to be stopped by a page that asks.
        return this.send('Page.handleJavaScriptDialog', { accept: !this.watching }, sessionId);
      case 'Inspector.targetCrashed':
        this.fit = false;
        this.lost = true;
        return this.add('HANG', 'the page crashed');
      default: if (this.watching) return this.#hearWatching(method, params, sessionId, short);
    }
    return undefined;
  }

  #hearWatching(method, params, session, short) {
    const url = short(params.url ?? '');
    switch (method) {
      case 'Debugger.scriptParsed':
        if (this.#isOurs(params.url)) return;
        return this.add('EXEC', `script in ${this.#sessions.get(session)}, ${params.length} long, ${params.scriptLanguage} ${url}`);
      case 'Page.frameRequestedNavigation': return this.add('NAV', `${params.reason} ${params.disposition} ${url}`);
      case 'Page.frameNavigated':
        if (params.frame.parentId || params.frame.url === this.wanted) return;
        this.fit = false;
        return this.add('NAV', `the page left for ${short(params.frame.url)}`);
      case 'Page.navigatedWithinDocument': return this.add('NAV', `within the page to ${url}`);
      case 'Page.frameAttached': return this.add('NAV', 'a frame was attached');
      case 'Page.windowOpen': return this.add('NAV', `a window ${url}`);
      case 'Page.downloadWillBegin': return this.add('NAV', `a download ${url}`);
      case 'Network.webSocketCreated':
      case 'Network.webTransportCreated': return this.add('NET', `${method} ${url}`);
    }
  }
}
