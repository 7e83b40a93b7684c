// A card: what must outlive its Rust side (the document, what is drawn), and when there is one. What is drawn, and how, is
// decided in Rust; that exists only while the element is connected. Pages see none of this: their element has it.

import css from '../style/card.css';
import { keepCounting, stopCounting, tell } from './ago.js';
import { fallbackOf, failureOf, skeleton } from './fallback.js';
import { foldBody, folded, reveal, stayOpen, toggle } from './fold.js';
import { arrive, follow, isNamed } from './fragment.js';
import { languageOf } from './language.js';
import { notNear, whenNear } from './nearby.js';
import { play } from './play.js';
import { call, language, learn, mounts, quietly, wasm } from './rust.js';
import { unwatch, watch } from './seen.js';
import { share } from './share.js';
import { dress } from './theme.js';
import { inline, read, srcOf } from './source.js';
import { inTurn, later, notLater } from './turns.js';
import { unpack } from './unpack.js';

/** Where a link stands says what kind it is. */
const KINDS = ['section', 'headline', 'body', 'related', 'authors', 'source', 'feed-title'].map((part) => `[part=${part}]`).join();

/** Cards on a page, from which on browsers may leave out those that nobody is near. In Firefox hosts would lose their height. */
const MANY = 50;
const SPARED = `${CSS.supports('-moz-appearance:none') ? '[part=card],[part=feed]' : ':host'}{content-visibility:auto}`;

export class Card {
  rust = null; // the Rust side, while connected and drawn
  live = false; // connected, in a document with a window
  #wanted = true; // a document has been asked for, and neither been drawn nor failed
  #begun = false; // and reading it has begun
  #reading = null; // AbortController of that
  drawn = false; // the shadow root holds a card, perhaps of the document before
  data;
  #undress; // ends following the page's theme
  #seen = false; // what is drawn, by a reader
  pages = []; // the document as last read, { json, source? }, and further pages of a feed; while it is still meant
  #arrived = false; // where the page's address leads, if it leads into it
  #stale = false; // it is to be drawn again
  #spared = false; // browsers may leave it out
  #frame; // after which they may
  #folds; // how the body of a card does that was there before its script: see `draw` in Rust
  #width = 0; // px, where it was seen without asking for it: that would cost a layout

  #follow = () => {
    if (!isNamed(this.host)) return;
    this.#spare(false); // where a heading is in it is to be known
    follow(this.host, this.root);
  };

  constructor(host, root) {
    this.host = host;
    this.root = root;
    if (root.firstChild) this.#found();
    else root.append(document.createElement('slot'));
    root.addEventListener('click', (event) => this.press(event));
    root.addEventListener('pointerover', ({ target }) => {
      const time = target.closest?.('time');
      if (time) tell(host, time);
    });
    root.addEventListener('beforematch', ({ target }) => reveal(host, root, target));
    root.addEventListener('toggle', ({ target }) => folded(host, target), true);
  }

  /** A card from before there was a script: it stays until there is a better one, whatever becomes of the request. */
  #found() {
    this.#folds = this.root.querySelector('[part=fold]') ? 'details' : 'whole';
  }

  get #prerendered() {
    return this.#folds && !this.drawn;
  }

  /** The same, where it could not become the shadow tree. */
  #unpack() {
    if (!this.drawn && unpack(this.host, this.root)) this.#found();
  }

  connect() {
    // Parsed or created documents have no window, so no style sheets: nothing happens until the element leaves them.
    if (!this.host.ownerDocument.defaultView) return;
    this.live = true;
    this.#unpack();
    addEventListener('hashchange', this.#follow);
    this.#theme();
    if (this.drawn) {
      // Works at once, even if another document is on its way.
      this.rust ??= quietly((rust) => rust.adopt(this.root));
      this.#catchUp();
      this.#watch();
      keepCounting(this.host);
    }
    if (!this.#wanted) this.#redraw();
    // Moved while reading: asking at once keeps the request that is under way.
    else if (this.#begun) this.#start();
    else this.#restart();
  }

  disconnect() {
    this.live = false;
    removeEventListener('hashchange', this.#follow);
    this.#undress?.();
    notNear(this.host);
    notLater(this.host);
    unwatch(this.host);
    stopCounting(this.host);
    cancelAnimationFrame(this.#frame); // hidden tabs make none, and would keep what is gone
    this.#reading?.abort();
    this.free();
  }

  /** An attribute is another now. */
  changed(name) {
    if (name === 'refresh') return;
    if (name === 'expanded') return this.#expand();
    if (name === 'theme') return this.live && this.#theme();
    if (name === 'src') {
      if (this.data === undefined) this.replace();
      return;
    }
    if (this.#stale || !this.pages.length) return;
    this.#stale = true;
    queueMicrotask(() => this.#redraw());
  }

  #theme() {
    this.#undress?.();
    this.#undress = dress(this.host, this.root, this.#spared ? [css, SPARED] : [css]);
  }

  /** Lets browsers leave out the card while nobody is near it, where there are many. */
  #spare(is = mounts() >= MANY && !isNamed(this.host)) {
    if (is === this.#spared || !this.live) return;
    this.#spared = is;
    this.#theme();
  }

  #spareLater() {
    const frame = (next) => (this.#frame = requestAnimationFrame(next));
    cancelAnimationFrame(this.#frame);
    frame(() => frame(() => this.#spare()));
  }

  /** What has happened to what is drawn while nobody listened. */
  #catchUp() {
    for (const image of this.root.querySelectorAll('img')) {
      if (image.complete && !image.naturalWidth) image.dispatchEvent(new Event('error'));
    }
    this.#expand();
  }

  #expand() {
    foldBody(this.host, this.root, this.host.hasAttribute('expanded'));
  }

  free() {
    const { rust } = this;
    this.rust = null;
    if (rust) quietly(() => rust.free());
  }

  /** Obeys changed attributes; while disconnected they wait for that to end. */
  #redraw() {
    if (this.live && this.#stale) this.draw();
  }

  /** A document, instead of one to be read; or none any more. */
  give(data) {
    this.data = data;
    this.replace();
  }

  /** `data` or `src` mean another document now. What is drawn stays until that has come. */
  replace() {
    if (this.drawn) this.#folds = undefined; // another document is another card
    this.pages = [];
    this.#stale = this.#begun = this.#seen = false;
    this.#wanted = true;
    if (this.live) this.#restart();
  }

  #restart() {
    this.#reading?.abort();
    this.busy(false);
    if (this.#eager || isNamed(this.host)) this.#start();
    else {
      whenNear(this.host, (width) => {
        this.#width = Math.round(width);
        this.#start();
      });
      // Nothing has to be fetched for it.
      if (this.data !== undefined || !srcOf(this.host)) later(this.host, () => this.#start());
    }
  }

  get #eager() {
    return this.host.getAttribute('loading') === 'eager';
  }

  async #start(again) {
    notNear(this.host);
    notLater(this.host);
    // A button for trying again may stand in an element that has gone, or has been drawn, since.
    if (!this.live || !this.#wanted) return;
    this.#begun = true;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    try {
      let { data } = this;
      if (data === undefined && !srcOf(this.host)) data = await inline(this.host, signal);
      if (signal.aborted) return;
      this.busy(true, again);
      const [found] = await Promise.all([read(this.host, data, signal), wasm()]);
      inTurn(() => {
        if (signal.aborted) return;
        this.pages = [found];
        this.draw();
      });
    } catch (failure) {
      if (!signal.aborted) this.fail(failure);
    }
  }

  /** A document, if there is one, as Rust takes it: see `draw` there. */
  textOf(page) {
    return `${languageOf(this.host)} ${this.#folds ?? this.#width} ${page ? `${page.source ?? ''} ${self.origin} ${page.json}` : ''}`;
  }

  draw() {
    const { host, root, pages } = this;
    this.#unpack();
    // Before drawing: that takes the focus from a focused button, and a listener of the page may do anything then.
    this.#wanted = this.#stale = false;
    // Nobody has seen it: its height is guessed until then. Others are left out once it is known.
    if (this.#eager) this.#spare();
    else this.#spareLater();
    let report;
    try {
      call((rust) => {
        const card = rust.draw(host, root, this.textOf(pages[0]));
        this.free();
        this.rust = card;
        report = card.report();
        this.drawFurther(pages.slice(1));
      });
    } catch (failure) {
      if (typeof failure !== 'string') return this.fail(failure);
      // The words of these languages come first. Until then all is as it was.
      this.#stale = true;
      learn(failure).then(() => this.pages === pages && this.#redraw());
      return;
    }
    if (!this.live) this.free(); // removed meanwhile: adopted when it comes back
    const isNew = this.#prerendered;
    this.drawn = true;
    if (isNew) {
      stayOpen(host, root);
      this.#catchUp();
    }
    if (!this.#wanted) this.busy(false);
    this.settle();
    if (this.live) keepCounting(host);
    this.fire('article-card:load', report);
    this.#watch();
    if (!this.#arrived) arrive(host, root);
    this.#arrived = true;
  }

  /** Draws what was read besides the first page: see `Feed`. */
  drawFurther() {}

  /** It has been drawn. */
  settle() {}

  /** Until a reader has seen what is drawn. */
  #watch() {
    if (this.#seen || !this.live) return;
    watch(this.host, () => {
      this.#seen = true;
      this.fire('article-card:visible', {});
    });
  }

  press(event) {
    const { target, isTrusted } = event;
    // A script's click may have a text as its target.
    const link = target.closest?.('a[href]');
    if (link) this.#link(link, event);
    const button = target.closest?.('button');
    const action = button?.dataset.action;
    if (action === 'toggle') toggle(this.host, this.root, button);
    else if (action === 'share') share(button);
    // A click that a script made is nobody's wish to be seen by another site.
    else if (button?.matches('[part=play]') && isTrusted) play(button);
  }

  /** A reader follows a link, unless the page has something better. */
  #link(link, event) {
    const kind = link.closest(KINDS)?.getAttribute('part') ?? 'body';
    if (!this.fire('article-card:link', { url: link.href, kind }, true)) event.preventDefault();
  }

  fail(cause) {
    const { host, root } = this;
    const failure = failureOf(cause);
    const stays = this.#prerendered;
    this.#wanted = this.drawn = false;
    this.free();
    if (!stays) {
      const retry = () => {
        this.#wanted = true;
        this.#start(true);
      };
      const focused = root.activeElement?.matches('[part=retry]');
      this.#folds = undefined;
      root.replaceChildren(...fallbackOf(host, failure, retry, language(host)));
      if (focused) root.querySelector('[part=retry]')?.focus({ preventScroll: true });
    }
    if (!this.#wanted) this.busy(false);
    if (!failure.empty) return this.complain(failure);
    this.fire('article-card:load', failure);
  }

  complain(failure) {
    console.warn(`<${this.host.localName}>: ${failure.path ? `${failure.path}: ` : ''}${failure.message}`);
    this.fire('article-card:error', failure);
  }

  fire(type, detail, cancelable = false) {
    return this.host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
  }

  /** `again`: the reader has asked for it, and keeps the button that may have the focus. */
  busy(busy, again) {
    if (!busy) return this.host.removeAttribute('aria-busy');
    this.#unpack();
    // It is whole, whatever comes.
    if (this.#prerendered) return;
    this.host.setAttribute('aria-busy', 'true');
    if (this.drawn || again) return;
    this.root.replaceChildren(...skeleton(this.host));
  }
}
