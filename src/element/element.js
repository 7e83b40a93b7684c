// The two custom elements. They hold what must outlive the Rust side (the document, the attributes) and forward the
// rest: what is drawn, and how, is decided in Rust. The Rust side exists only while the element is connected.

import { fallbackOf, failureOf, skeleton } from './fallback.js';
import { inline, read } from './source.js';

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

  class ArticleElement extends HTMLElement {
    static version = version;
    /** How many cards the Rust side holds now, for tests that look for leaks. */
    static get mounts() {
      return rust ? rust.live() : 0;
    }
    static observedAttributes = ['src', 'item', 'lang', 'base', 'labels', 'heading-level', 'time-zone', 'expanded'];

    #root;
    #card = null;
    #drawn = false;
    #data;
    #document = null; // { json, source? } as last read
    #reading = null; // AbortController while connected and started
    #stale = false; // a redraw is due
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
      if (this.isConnected) this.#restart();
    }

    connectedCallback() {
      this.#root.adoptedStyleSheets = [sheetFor(this.ownerDocument, css)];
      if (!this.#drawn) return this.#restart();
      this.#reading ??= new AbortController();
      this.#card ??= rust.adopt(this.#root);
      // What was changed while it was out of the page.
      if (this.#stale) this.#redraw();
      else rust.expand(this.#root, this.hasAttribute('expanded'));
    }

    disconnectedCallback() {
      nearby.unobserve(this);
      this.#stop();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      if (name === 'expanded') {
        if (this.#card) rust.expand(this.#root, now !== null);
        return;
      }
      if (name === 'src' && this.#data === undefined) {
        if (this.isConnected) return this.#restart();
        this.#drawn = false; // of another document
      }
      if (this.#stale || !this.#document) return;
      this.#stale = true;
      queueMicrotask(() => this.isConnected && this.#redraw());
    }

    #redraw() {
      this.#stale = false;
      if (this.#document) this.#draw();
    }

    #stop() {
      this.#reading?.abort();
      this.#reading = null;
      this.#card?.free();
      this.#card = null;
    }

    #restart() {
      this.#reading?.abort();
      this.#reading = null;
      if (this.getAttribute('loading') === 'eager') this[start]();
      else nearby.observe(this);
    }

    async [start]() {
      nearby.unobserve(this);
      const reading = (this.#reading = new AbortController());
      const { signal } = reading;
      try {
        if (this.#data === undefined && !this.hasAttribute('src')) await inline(this, signal);
        if (signal.aborted) return;
        this.#busy(true);
        const [found] = await Promise.all([read(this, this.#data, signal), wasm]);
        if (signal.aborted) return;
        this.#document = found;
        this.#draw();
      } catch (failure) {
        if (!signal.aborted) this.#fail(failure);
      }
    }

    #draw() {
      const { json, source } = this.#document;
      let card;
      try {
        card = rust.draw(this, this.#root, json, source, self.origin);
      } catch (failure) {
        this.#fail(failure);
        return;
      }
      this.#card?.free();
      this.#card = card;
      this.#drawn = true;
      this.#prerendered = false;
      this.#busy(false);
      this.#emit('load', card.report());
    }

    #fail(cause) {
      const failure = failureOf(cause);
      this.#card?.free();
      this.#card = null;
      this.#drawn = false;
      if (!this.#prerendered) this.#root.replaceChildren(...fallbackOf(this, failure, () => this.#restart()));
      this.#busy(false);
      console.warn(`<${this.localName}>: ${failure.path ? `${failure.path}: ` : ''}${failure.message}`);
      this.#emit('error', failure);
    }

    #busy(busy) {
      this.toggleAttribute('aria-busy', busy);
      if (!busy) return;
      this.setAttribute('aria-busy', 'true');
      if (!this.#drawn && !this.#prerendered) this.#root.replaceChildren(...skeleton(this));
    }

    #emit(name, detail) {
      this.dispatchEvent(new CustomEvent(`article-card:${name}`, { bubbles: true, composed: true, detail }));
    }
  }

  customElements.define('article-card', class extends ArticleElement {});
  customElements.define('article-feed', class extends ArticleElement {});
}
