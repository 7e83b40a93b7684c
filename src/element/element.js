// The two custom elements: what a page sees of its cards. They forward to what they hold.

import css from '../style/card.css';
import { Card } from './card.js';
import { Feed } from './feed.js';
import { fit } from './frames.js';
import { mounts, wasm } from './rust.js';
import { follow, scan } from './snippet.js';
import { sheetFor } from './theme.js';

let load;

class ArticleElement extends HTMLElement {
  static version = __VERSION__;
  /** How many cards the Rust side holds now, for tests that look for leaks. */
  static get mounts() {
    return mounts();
  }
  static observedAttributes = [
    'src', 'item', 'lang', 'base', 'map', 'max', 'labels', 'heading-level', 'hide', 'images', 'link-query', 'link-target', 'mode', 'now', 'page-size', 'refresh', 'share', 'theme', 'time-zone', 'expanded',
  ];

  #card;

  constructor() {
    super();
    // Sites have the script on all their pages, and cards on some. Each element reports a failure itself.
    wasm(load).catch(() => {});
    const Kind = this.localName === 'article-feed' ? Feed : Card;
    this.#card = new Kind(this, this.shadowRoot ?? this.attachShadow({ mode: 'open' }));
    // Scripts set properties before this module has arrived: take them over from the plain element it was.
    if (Object.hasOwn(this, 'data')) {
      const data = this.data;
      delete this.data;
      this.data = data;
    }
  }

  /** The document: an object, an array or JSON text. Comes before `src` and inline JSON. */
  get data() {
    return this.#card.data;
  }
  set data(data) {
    this.#card.give(data ?? undefined);
  }

  connectedCallback() {
    this.#card.connect();
  }

  disconnectedCallback() {
    this.#card.disconnect();
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now) this.#card.changed(name);
  }
}

class ArticleCard extends ArticleElement {
  static scan = scan;
  /** Opens the body, now or when it is drawn. */
  expand() {
    this.setAttribute('expanded', '');
  }
  collapse() {
    this.removeAttribute('expanded');
  }
  toggle() {
    this.toggleAttribute('expanded');
  }
}

/**
 * Defines both elements, unless the page has them already: the first copy of the script wins.
 * `by()` gives the exports of the Wasm; it is called once, for the first element.
 */
export function define(by) {
  const { version } = ArticleElement;
  const first = customElements.get('article-card');
  if (first) {
    if (first.version !== version) {
      console.info(`article-card ${version} is not used: the page has ${first.version} already`);
    }
    return;
  }
  // Whole or not at all: half a style is worse than the page's link. What has these has all that we use.
  sheetFor(document, css);
  if (!document.adoptedStyleSheets || !CSS.supports('color:light-dark(red,red)')) throw 'this browser is too old for article-card';
  load = by;
  customElements.define('article-card', ArticleCard);
  customElements.define('article-feed', class extends ArticleElement {});
  follow();
  fit();
}
