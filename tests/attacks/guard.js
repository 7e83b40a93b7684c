// Runs in the page before anything else, as a classic script: hooks what payloads call, remembers the host page,
// draws a document, pokes at what was drawn and tells what happened. window.attacks is what the harness talks to.

(() => {
  'use strict';
  const hosts = 'article-card, article-feed';
  const most = 200;
  /** What a payload called, violations of the page's policy, errors thrown into the page. */
  const ran = [];
  const reports = [];
  const thrown = [];
  const keep = (list, entry) => { if (list.length < most) list.push(entry); };
  const short = (value) => String(value).slice(0, 160);

  const hook = (name, result) => Object.defineProperty(window, name, {
    configurable: true,
    writable: true,
    value(...given) {
      keep(ran, `${name}(${short(given[0])})`);
      return result?.(...given);
    },
  });
  const evaluate = window.eval;
  hook('alert');
  hook('confirm');
  hook('prompt', () => null);
  hook('print');
  hook('open', () => null);
  hook('eval', (source) => evaluate(source));
  for (const name of ['xss', 'XSS', 'pwn', 'pwned', 'evil', 'x55', 'canary', 'javascript_ran', 'inertcode', 'livecode']) hook(name);

  if (window !== top) {
    // The page asks its frames what ran in them.
    Object.defineProperty(window, 'attacksRan', { value: () => ran.splice(0) });
    return;
  }

  document.addEventListener('securitypolicyviolation', (event) => {
    if (event.blockedURI === `${location.origin}/favicon.ico`) return; // browsers ask for it by themselves
    keep(reports, { directive: event.effectiveDirective, uri: event.blockedURI, sample: short(event.sample) });
  });
  addEventListener('error', (event) => keep(thrown, `error ${event.message}`));
  addEventListener('unhandledrejection', (event) => keep(thrown, `unhandled rejection ${short(event.reason?.message ?? event.reason)}`));

  // Clicks of ours must not leave the page. Only javascript: goes on: that one is to be seen running.
  const xlink = 'http://www.w3.org/1999/xlink';
  const target = (element) => element.getAttribute('href') ?? element.getAttributeNS(xlink, 'href');
  const runs = (address) => {
    try {
      return new URL(address ?? '', document.baseURI).protocol === 'javascript:';
    } catch {
      return false; // no address at all
    }
  };
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof Element && target(node) !== null);
    if (link && !runs(target(link))) event.preventDefault();
  }, true);
  addEventListener('submit', (event) => {
    const action = event.submitter?.getAttribute('formaction') || event.target.getAttribute('action');
    if (!runs(action)) event.preventDefault();
  }, true);

  // What a payload may replace is taken now.
  const { getComputedStyle, requestAnimationFrame, setTimeout } = window;
  const hit = document.elementFromPoint.bind(document);
  const now = performance.now.bind(performance);
  const names = Object.getOwnPropertyNames;
  const method = (prototype, name) => Function.prototype.call.bind(prototype[name]);
  const getter = (prototype, name) => Function.prototype.call.bind(Object.getOwnPropertyDescriptor(prototype, name).get);
  const shadow = getter(Element.prototype, 'shadowRoot');
  const space = getter(Element.prototype, 'namespaceURI');
  const localName = getter(Element.prototype, 'localName');
  const parent = getter(Node.prototype, 'parentElement');
  const namesOf = method(Element.prototype, 'getAttributeNames');
  const attribute = method(Element.prototype, 'getAttribute');
  const closest = method(Element.prototype, 'closest');
  const matches = method(Element.prototype, 'matches');
  const dispatch = method(EventTarget.prototype, 'dispatchEvent');

  /** Each element below `root`, shadow trees included. */
  const each = (root, visit) => {
    for (const element of root.querySelectorAll('*')) {
      visit(element);
      const inner = shadow(element);
      if (inner) each(inner, visit);
    }
  };

  /** The page without its cards, as text. */
  const surroundings = () => {
    const reject = (node) => (node instanceof Element && matches(node, hosts) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, reject);
    let text = '';
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) text += node.data;
      else text += `<${node.localName}${[...node.attributes].map(({ name, value }) => ` ${name}=${value}`).join('')}>`;
    }
    return text;
  };

  let sentinel;
  const styles = (element, properties) => properties.map((name) => getComputedStyle(element)[name]).join();
  const hostPage = () => {
    const { left, top: above, width, height } = sentinel.getBoundingClientRect();
    return {
      title: document.title,
      url: location.href,
      base: document.baseURI,
      cookie: document.cookie,
      name: window.name,
      focus: document.activeElement?.localName,
      frames: window.length,
      scroll: `${scrollX},${scrollY}`,
      sentinel: [left, above, width, height,
        styles(sentinel, ['color', 'backgroundColor', 'position', 'display', 'visibility', 'fontSize', 'opacity'])].join(),
      hit: hit(left + width / 2, above + height / 2) === sentinel,
      body: styles(document.body, ['color', 'backgroundColor', 'overflow', 'display']),
      sheets: `${document.styleSheets.length}/${document.adoptedStyleSheets.length}`,
      head: document.head.childElementCount,
      surroundings: surroundings(),
      globals: names(window).length,
      objects: names(Object.prototype).join(),
      arrays: names(Array.prototype).length,
      functions: names(Function.prototype).length,
      polluted: `${{}.polluted} ${[].polluted}`,
      fullscreen: document.fullscreenElement?.localName,
      onTop: document.querySelectorAll(':popover-open, dialog:modal').length,
    };
  };

  /** A button of the host page that must stay where it is, as it is, and within reach. */
  function place() {
    sentinel = document.createElement('button');
    sentinel.textContent = 'host sentinel';
    const style = { position: 'fixed', left: '4px', top: '4px', width: '120px', height: '24px' };
    for (const [name, value] of Object.entries(style)) sentinel.style.setProperty(name, value);
    document.body.append(sentinel);
  }

  /** Does what a reader may do, everywhere: fires every handler, clicks what can be clicked. */
  function poke() {
    const elements = [];
    for (const host of document.querySelectorAll(hosts)) {
      const inside = [];
      for (const root of [shadow(host), host]) {
        if (root) each(root, (element) => inside.push(element));
      }
      elements.push(...inside.slice(0, 400));
    }
    for (const element of elements) {
      for (const name of namesOf(element)) {
        if (name.startsWith('on')) dispatch(element, new Event(name.slice(2)));
      }
      const clickable = matches(element, 'a, area, button, summary, input:is([type=submit], [type=image], [type=button])') ||
        space(element).endsWith('MathML');
      if (clickable) dispatch(element, new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    }
  }

  /** Two frames have been painted (animations, lazy pictures, queued reports) and `settle` milliseconds are over. */
  const painted = async (settle) => {
    await frame();
    await frame();
    await new Promise((resolve) => { setTimeout(resolve, settle); });
  };
  /** The next frame; a page that never paints is no reason to wait for ever. */
  const frame = () => new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 200);
  });

  let before;
  /** What has happened since it was last asked. */
  function happened() {
    const inFrames = Array.from({ length: window.length }, (_, index) => {
      try {
        return window[index].attacksRan?.() ?? [];
      } catch {
        return []; // a frame of another origin: that there is one is found elsewhere
      }
    });
    const after = hostPage();
    const changed = Object.keys(before).filter((key) => before[key] !== after[key]);
    return {
      ran: [...ran.splice(0), ...inFrames.flat()],
      reports: reports.splice(0),
      thrown: thrown.splice(0),
      changed: changed.map((key) => `${key}: ${short(before[key])} → ${short(after[key])}`),
    };
  }

  const attacks = {
    place,
    /** Keeps what the host page is like, or is to be like. */
    remember(state = hostPage()) {
      before = state;
      return state;
    },
    happened,
    /** Pokes at what stands there, once animations have begun, and tells what happened. */
    async provoke(settle) {
      await frame();
      poke();
      await painted(settle);
      return happened();
    },
    /** Draws a document, then as above; `event` is what the card said, `ms` how long it took. */
    async check(json, settle) {
      const begun = now();
      let event;
      try {
        event = (await window.renderArticle(json)).type;
      } catch (error) {
        keep(thrown, `renderArticle rejected ${error?.message}`);
      }
      const ms = now() - begun;
      return { event, ms, ...await attacks.provoke(settle) };
    },
    /** Does what the policy forbids, harmlessly, so that it must report. */
    offend() {
      try {
        document.createElement('div').innerHTML = '<b>forbidden</b>';
        return 'allowed';
      } catch {
        return 'refused';
      }
    },
    painted,
    hosts,
    // Safe from elements whose own names hide what they have.
    read: { shadow, space, localName, parent, namesOf, attribute, matches, closest },
  };
  Object.defineProperty(window, 'attacks', { value: Object.freeze(attacks) });
})();
