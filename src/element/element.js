// The two custom elements. They hold what must outlive the Rust side (the document, the attributes) and forward the
// rest: what is drawn, and how, is decided in Rust. The Rust side exists only while the element is connected.

import { fallbackOf, failureOf, skeleton } from './fallback.js';
import { inline, read, srcOf } from './source.js';

/** Starts work a screen before the reader gets there. Elements in closed tabs and panels never start. */
const nearby = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) if (entry.isIntersecting) entry.target[start]();
  },
  { rootMargin: '600px 0px' },
);

const start = Symbol('start');

/** Adopted sheets belong to the document they were made in, and cards move between documents. */
const sheets = new WeakMap();

function sheetFor(document, css) {
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(document, sheet);
  }
  return sheet;
}

/**
 * Defines both elements, unless the page has them already: the first copy of the script wins.
 * `load()` gives the exports of the Wasm; it is called once, here.
 */
export function define({ load, css, version }) {
  const first = customElements.get('article-card');
  if (first) {
    if (first.version !== version) {
      console.info(`article-card ${version} is not used: the page has ${first.version} already`);
    }
    return;
  }

  const wasm = load();
  wasm.catch(() => {}); // each element reports it
  let rust;
  wasm.then((exports) => (rust = exports), () => {});

  /** After a trap nobody knows what state the instance was left in: nothing calls it again. */
  let dead = false;
  function call(work) {
    if (dead) throw { reason: 'format', message: "the card's WebAssembly has failed before: reload the page" };
    try {
      return work();
    } catch (cause) {
      dead ||= cause instanceof WebAssembly.RuntimeError;
      throw cause;
    }
  }
  /** For calls that answer no one: a trap is told by the next draw. */
  function quietly(work) {
    try {
      return call(work);
    } catch {
      return null;
    }
  }

  class ArticleElement extends HTMLElement {
    static version = version;
    /** How many cards the Rust side holds now, for tests that look for leaks. */
    static get mounts() {
      return (rust && quietly(() => rust.live())) || 0;
    }
    static observedAttributes = ['src', 'item', 'lang', 'base', 'labels', 'heading-level', 'images', 'time-zone', 'expanded'];

    #root;
    #card = null; // the Rust side, while connected and drawn
    #live = false; // connected, in a document with a window
    #wanted = true; // a document has been asked for, and neither been drawn nor failed
    #begun = false; // and reading it has begun
    #reading = null; // AbortController of that
    #drawn = false; // the shadow root holds a card, perhaps of the document before
    #data;
    #document = null; // { json, source? } as last read, only while `data` and `src` still mean it
    #stale = false; // it is to be drawn again
    #prerendered;

    constructor() {
      super();
      this.#root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      // A pre-rendered card stays until there is a better one, whatever becomes of the request.
      this.#prerendered = this.#root.firstChild !== null;
      if (!this.#prerendered) this.#root.append(document.createElement('slot'));
      // Scripts set properties before this module has arrived: take them over from the plain element it was.
      if (Object.hasOwn(this, 'data')) {
        const data = this.data;
        delete this.data;
        this.data = data;
      }
    }

    /** The document: an object, an array or JSON text. Comes before `src` and inline JSON. */
    get data() {
      return this.#data;
    }
    set data(data) {
      this.#data = data ?? undefined;
      this.#renew();
    }

    connectedCallback() {
      // Parsed or created documents have no window, so no style sheets: nothing happens until the element leaves them.
      if (!this.ownerDocument.defaultView) return;
      this.#live = true;
      this.#root.adoptedStyleSheets = [sheetFor(this.ownerDocument, css)];
      if (this.#drawn) {
        // Works at once, even if another document is on its way.
        this.#card ??= quietly(() => rust.adopt(this.#root));
        this.#expand();
      }
      if (!this.#wanted) this.#redraw();
      // Moved while reading: asking at once keeps the request that is under way.
      else if (this.#begun) this[start]();
      else this.#restart();
    }

    disconnectedCallback() {
      this.#live = false;
      nearby.unobserve(this);
      this.#reading?.abort();
      this.#free();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      if (name === 'expanded') return this.#expand();
      if (name === 'src') {
        if (this.#data === undefined) this.#renew();
        return;
      }
      if (this.#stale || !this.#document) return;
      this.#stale = true;
      queueMicrotask(() => this.#redraw());
    }

    #expand() {
      if (this.#card) quietly(() => rust.expand(this.#root, this.hasAttribute('expanded')));
    }

    #free() {
      const card = this.#card;
      this.#card = null;
      if (card) quietly(() => card.free());
    }

    /** Obeys changed attributes; while disconnected they wait for connectedCallback. */
    #redraw() {
      if (this.#live && this.#stale) this.#draw();
    }

    /** `data` or `src` mean another document now. What is drawn stays until that has come. */
    #renew() {
      this.#document = null;
      this.#stale = this.#begun = false;
      this.#wanted = true;
      if (this.#live) this.#restart();
    }

    #restart() {
      this.#reading?.abort();
      this.#busy(false);
      if (this.getAttribute('loading') === 'eager') this[start]();
      else nearby.observe(this);
    }

    async [start](again) {
      nearby.unobserve(this);
      // The observer may call an element that has gone, or has been drawn, since it came near.
      if (!this.#live || !this.#wanted) return;
      this.#begun = true;
      this.#reading?.abort();
      const { signal } = (this.#reading = new AbortController());
      try {
        let data = this.#data;
        if (data === undefined && !srcOf(this)) data = await inline(this, signal);
        if (signal.aborted) return;
        this.#busy(true, again);
        const [found] = await Promise.all([read(this, data, signal), wasm]);
        if (signal.aborted) return;
        this.#document = found;
        this.#draw();
      } catch (failure) {
        if (!signal.aborted) this.#fail(failure);
      }
    }

    #draw() {
      const { json, source } = this.#document;
      // Before drawing: that takes the focus from a focused button, and a listener of the page may do anything then.
      this.#wanted = this.#stale = false;
      let card, report;
      try {
        call(() => {
          card = rust.draw(this, this.#root, json, source, self.origin);
          report = card.report();
        });
      } catch (failure) {
        this.#fail(failure);
        return;
      }
      this.#free();
      this.#card = card;
      if (!this.#live) this.#free(); // removed meanwhile: adopted when it comes back
      this.#drawn = true;
      this.#prerendered = false;
      this.#done('load', report);
    }

    #fail(cause) {
      const failure = failureOf(cause);
      this.#wanted = this.#drawn = false;
      this.#free();
      if (!this.#prerendered) {
        const retry = () => {
          this.#wanted = true;
          this[start](true);
        };
        const focused = this.#root.activeElement?.matches('[part=retry]');
        this.#root.replaceChildren(...fallbackOf(this, failure, retry));
        if (focused) this.#root.querySelector('[part=retry]')?.focus({ preventScroll: true });
      }
      console.warn(`<${this.localName}>: ${failure.path ? `${failure.path}: ` : ''}${failure.message}`);
      this.#done('error', failure);
    }

    #done(name, detail) {
      if (!this.#wanted) this.#busy(false);
      this.dispatchEvent(new CustomEvent(`article-card:${name}`, { bubbles: true, composed: true, detail }));
    }

    /** `again`: the reader has asked for it, and keeps the button that may have the focus. */
    #busy(busy, again) {
      if (!busy) return this.removeAttribute('aria-busy');
      this.setAttribute('aria-busy', 'true');
      if (!this.#drawn && !this.#prerendered && !again) this.#root.replaceChildren(...skeleton(this));
    }
  }

  customElements.define('article-card', class extends ArticleElement {});
  customElements.define('article-feed', class extends ArticleElement {});
}
