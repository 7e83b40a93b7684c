// The two custom elements. They hold what must outlive the Rust side (the document, the attributes) and forward the
// rest: what is drawn, and how, is decided in Rust. The Rust side exists only while the element is connected.

import { keepCounting, stopCounting, tell } from './ago.js';
import { fallbackOf, failureOf, skeleton } from './fallback.js';
import { foldBody, reveal, toggle } from './fold.js';
import { number, walk } from './feed.js';
import { arrive, follow, isNamed } from './fragment.js';
import { languageOf, learn } from './language.js';
import { end, headingOf, land, showMore } from './more.js';
import { notNear, whenNear } from './nearby.js';
import { begin, page } from './page.js';
import { play } from './play.js';
import { keepFresh, news, offer, renew, stopRefreshing } from './refresh.js';
import { unwatch, watch } from './seen.js';
import { share } from './share.js';
import { follow as followSnippets, scan } from './snippet.js';
import { dress, sheetFor } from './theme.js';
import { inline, read, srcOf } from './source.js';
import { inTurn, later, notLater } from './turns.js';

/** Cards on a page, from which on browsers may leave out those that nobody is near. In Firefox hosts would lose their height. */
const MANY = 50;
const SPARED = `${CSS.supports('-moz-appearance:none') ? '[part=card],[part=feed]' : ':host'}{content-visibility:auto}`;

/** Where a link stands says what kind it is. */
const KINDS = ['section', 'headline', 'body', 'related', 'authors', 'source', 'feed-title'].map((part) => `[part=${part}]`).join();

/** A document, if there is one, as Rust takes it: see `draw`. */
const textOf = (host, width, page) => `${languageOf(host)} ${width} ${page ? `${page.source ?? ''} ${self.origin} ${page.json}` : ''}`;

/**
 * Defines both elements, unless the page has them already: the first copy of the script wins.
 * `load()` gives the exports of the Wasm; it is called once, for the first element.
 */
export function define({ load, css, version }) {
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

  let wasm, rust;
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
    static observedAttributes = [
      'src', 'item', 'lang', 'base', 'map', 'max', 'labels', 'heading-level', 'hide', 'images', 'link-query', 'link-target', 'mode', 'now', 'page-size', 'refresh', 'share', 'theme', 'time-zone', 'expanded',
    ];

    #root;
    #card = null; // the Rust side, while connected and drawn
    #live = false; // connected, in a document with a window
    #wanted = true; // a document has been asked for, and neither been drawn nor failed
    #begun = false; // and reading it has begun
    #reading = null; // AbortController of that
    #drawn = false; // the shadow root holds a card, perhaps of the document before
    #data;
    #undress; // ends following the page's theme
    #seen = false; // what is drawn, by a reader
    #pages = []; // the document as last read, { json, source? }, and further pages of a feed; while it is still meant
    #fresh; // the first page of a feed as it is now, not shown yet
    #news; // how many stories that has
    #shown = 0; // items of a feed, once the reader has asked for more
    #turning = null; // AbortController of a request for more
    #spared = false; // browsers may leave it out
    #follow = () => {
      if (!isNamed(this)) return;
      this.#spare(false); // where a heading is in it is to be known
      follow(this, this.#root);
    };
    #arrived = false; // where the page's address leads, if it leads into it
    #stale = false; // it is to be drawn again
    #prerendered;
    #width = 0; // px, where it was seen without asking for it: that would cost a layout

    constructor() {
      super();
      this.#root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      // Sites have the script on all their pages, and cards on some. Each element reports a failure itself.
      (wasm ??= load().then((exports) => begin((rust = exports).begin(page)))).catch(() => {});
      // A pre-rendered card stays until there is a better one, whatever becomes of the request.
      this.#prerendered = this.#root.firstChild !== null;
      if (!this.#prerendered) this.#root.append(document.createElement('slot'));
      this.#root.addEventListener('click', (event) => {
        const { target, isTrusted } = event;
        // A script's click may have a text as its target.
        const link = target.closest?.('a[href]');
        if (link) this.#link(link, event);
        const button = target.closest?.('button');
        const action = button?.dataset.action;
        if (action === 'toggle') toggle(this, this.#root, button);
        else if (action === 'share') share(button);
        else if (button?.matches('[part=more]')) this.#more();
        else if (button?.matches('[part=new]')) this.#renew();
        // A click that a script made is nobody's wish to be seen by another site.
        else if (button?.matches('[part=play]') && isTrusted) play(button);
      });
      this.#root.addEventListener('keydown', (event) => walk(event, this.#root));
      this.#root.addEventListener('pointerover', ({ target }) => {
        const time = target.closest?.('time[datetime]:not([title])');
        if (time) tell(this, time);
      });
      this.#root.addEventListener('beforematch', ({ target }) => reveal(this, this.#root, target));
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
      this.#replace();
    }

    connectedCallback() {
      // Parsed or created documents have no window, so no style sheets: nothing happens until the element leaves them.
      if (!this.ownerDocument.defaultView) return;
      this.#live = true;
      addEventListener('hashchange', this.#follow);
      this.#theme();
      if (this.#drawn) {
        // Works at once, even if another document is on its way.
        this.#card ??= quietly(() => rust.adopt(this.#root));
        for (const image of this.#root.querySelectorAll('img')) {
          // Failed while nobody listened.
          if (image.complete && !image.naturalWidth) image.dispatchEvent(new Event('error'));
        }
        this.#expand();
        this.#watch();
        keepCounting(this);
      }
      this.#refresh();
      if (!this.#wanted) this.#redraw();
      // Moved while reading: asking at once keeps the request that is under way.
      else if (this.#begun) this.#start();
      else this.#restart();
      if (this.#turning) {
        this.#turning = null;
        this.#more();
      }
    }

    disconnectedCallback() {
      this.#live = false;
      removeEventListener('hashchange', this.#follow);
      this.#undress?.();
      notNear(this);
      notLater(this);
      unwatch(this);
      stopCounting(this);
      stopRefreshing(this);
      this.#reading?.abort();
      this.#turning?.abort();
      this.#free();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      if (name === 'expanded') return this.#expand();
      if (name === 'theme') return this.#live && this.#theme();
      if (name === 'refresh') return this.#refresh();
      if (name === 'src') {
        if (this.#data === undefined) this.#replace();
        return;
      }
      if (this.#stale || !this.#pages.length) return;
      this.#stale = true;
      queueMicrotask(() => this.#redraw());
    }

    #theme() {
      this.#undress?.();
      this.#undress = dress(this, this.#root, this.#spared ? css + SPARED : css);
    }

    /** Lets browsers leave out the card while nobody is near it, where there are many. */
    #spare(is = ArticleElement.mounts >= MANY && !isNamed(this)) {
      if (is === this.#spared || !this.#live) return;
      this.#spared = is;
      this.#theme();
    }

    #expand() {
      foldBody(this, this.#root, this.hasAttribute('expanded'));
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
    #replace() {
      this.#stay();
      this.#pages = [];
      this.#fresh = null;
      this.#shown = 0;
      stopRefreshing(this);
      this.#stale = this.#begun = this.#seen = false;
      this.#wanted = true;
      if (this.#live) this.#restart();
    }

    /** No more of a feed, after all. */
    #stay() {
      this.#turning?.abort();
      this.#turning = null;
    }

    #restart() {
      this.#reading?.abort();
      this.#busy(false);
      if (this.#eager || isNamed(this)) this.#start();
      else {
        whenNear(this, (width) => {
          this.#width = Math.round(width);
          this.#start();
        });
        // Nothing has to be fetched for it.
        if (this.#data !== undefined || !srcOf(this)) later(this, () => this.#start());
      }
    }

    get #eager() {
      return this.getAttribute('loading') === 'eager';
    }

    async #start(again) {
      notNear(this);
      notLater(this);
      // A button for trying again may stand in an element that has gone, or has been drawn, since.
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
        inTurn(() => {
          if (signal.aborted) return;
          this.#pages = [found];
          this.#draw();
        });
      } catch (failure) {
        if (!signal.aborted) this.#fail(failure);
      }
    }

    #draw() {
      const pages = this.#pages;
      const [first, ...further] = pages;
      // Before drawing: that takes the focus from a focused button, and a listener of the page may do anything then.
      this.#wanted = this.#stale = false;
      // Nobody has seen it: its height is guessed until then. Others are left out once it is known.
      if (this.#eager) this.#spare();
      else requestAnimationFrame(() => requestAnimationFrame(() => this.#spare()));
      let report;
      try {
        call(() => {
          const card = rust.draw(this, this.#root, textOf(this, this.#width, first));
          this.#free();
          this.#card = card;
          report = card.report();
          if (!this.#shown && !further.length) return;
          const shown = this.#shown || 1; // the first step is there
          let done = this.#step(shown);
          for (const page of further) done = this.#step(shown, page);
          end(this.#root, done, this.#pages);
        });
      } catch (failure) {
        if (typeof failure !== 'string') return this.#fail(failure);
        // The words of these languages come first. Until then all is as it was.
        this.#stale = true;
        this.#learn(failure).then(() => this.#pages === pages && this.#redraw());
        return;
      }
      if (!this.#live) this.#free(); // removed meanwhile: adopted when it comes back
      this.#drawn = true;
      this.#prerendered = false;
      if (!this.#wanted) this.#busy(false);
      if (this.#turning) this.#wait(true);
      number(this.#root);
      this.#refresh(); // looks at the stories as they were drawn
      if (this.#live) keepCounting(this);
      this.#fire('article-card:load', report);
      this.#watch();
      if (!this.#arrived) arrive(this, this.#root);
      this.#arrived = true;
    }

    #learn(names) {
      return learn(names, (text) => quietly(() => rust.learn(text)));
    }

    /** The name of the words for what `node` is in; nothing where they are English, or there is no Rust. */
    #speech(node) {
      return rust && quietly(() => rust.nearest(languageOf(node)));
    }

    /** The same, once they are there. Never rejects. */
    async #language(node) {
      await wasm.catch(() => {});
      const name = this.#speech(node);
      if (name) await this.#learn(name);
      return name;
    }

    /** Until a reader has seen what is drawn. */
    #watch() {
      if (this.#seen || !this.#live) return;
      watch(this, () => {
        this.#seen = true;
        this.#fire('article-card:visible', {});
      });
    }

    /** A reader follows a link, unless the page has something better. */
    #link(link, event) {
      const kind = link.closest(KINDS)?.getAttribute('part') ?? 'body';
      if (!this.#fire('article-card:link', { url: link.href, kind }, true)) event.preventDefault();
    }

    /** New stories are looked for, if the page wants that. */
    #refresh() {
      const isWanted = this.localName === 'article-feed' && this.#live && this.#pages[0]?.source && this.#data === undefined;
      if (!isWanted) return;
      keepFresh(this, () => this.#look());
      if (this.#fresh) quietly(() => this.#offer(this.#fresh));
    }

    async #look() {
      const pages = this.#pages;
      const looking = new AbortController();
      let found;
      try {
        found = await read(this, undefined, looking.signal, 'no-cache');
      } finally {
        looking.abort();
      }
      if (!this.#live || pages !== this.#pages || found.json === (this.#fresh ?? pages[0]).json) return;
      if (this.#drawn) {
        try {
          this.#offer(found);
        } catch (names) {
          if (typeof names !== 'string') throw names;
          await this.#learn(names);
          if (pages === this.#pages) this.#offer(found);
        }
      } else {
        // There was nothing: nobody reads anything.
        this.#pages = [found];
        this.#draw();
      }
    }

    /** Says how many stories have come, if any have. */
    #offer(fresh) {
      this.#news = news(this.#list, this.#apart([fresh], 1e6).list);
      this.#fresh = fresh;
      offer(this, this.#root, this.#news, this.#speech(this.#list));
    }

    /** The reader wants the new stories of a feed. */
    #renew() {
      const page = this.#fresh;
      // Another document is on its way.
      if (!page) return;
      let drawn;
      try {
        drawn = this.#apart([page, ...this.#pages], this.#list.childElementCount + this.#news);
      } catch (cause) {
        // The words of their languages come first.
        if (typeof cause === 'string') this.#learn(cause).then(() => this.#fresh === page && this.#renew());
        return;
      }
      const first = renew(this.#list, drawn.list);
      this.#pages.unshift(page);
      this.#fresh = null;
      this.#shown = this.#list.childElementCount;
      this.#free();
      this.#card = quietly(() => rust.adopt(this.#root));
      offer(this, this.#root, 0);
      end(this.#root, drawn.done, this.#pages);
      number(this.#root);
      this.#refresh();
      keepCounting(this);
      land(this, this.#root, first && headingOf(first));
      this.#fire('article-card:load', drawn.report);
    }

    /** Draws these pages of a feed apart from what is shown, so many stories. */
    #apart(pages, wanted) {
      return call(() => {
        const root = document.createElement('div').attachShadow({ mode: 'open' });
        const card = rust.draw(this, root, textOf(this, this.#width, pages[0]));
        try {
          const list = root.querySelector('[part=items]');
          const report = card.report();
          let done;
          pages.forEach((page, at) => (done = this.#step(wanted, at && page, card, list)));
          return { list, report, done };
        } finally {
          card.free();
        }
      });
    }

    get #list() {
      return this.#root.querySelector('[part=items]');
    }

    /** Goes on with a feed: see `Card::more`. */
    #step(wanted, page, card = this.#card, list = this.#list) {
      return card.more(this, this.#root, list, list.childElementCount, wanted, textOf(this, this.#width, page));
    }

    /** The reader wants more of a feed. */
    async #more() {
      // While another document is on its way there is nothing to go on with.
      if (this.#turning || !this.#card || !this.#pages.length) return;
      const turning = (this.#turning = new AbortController());
      const wait = (waiting) => this.#wait(waiting);
      const step = (page) =>
        call(() => {
          // Moved since it was drawn: what was read is read again.
          if (!this.#step(1)) for (const page of this.#pages) this.#step(1, page);
          return this.#step(0, page);
        });
      let done, failure;
      try {
        const learn = (names) => this.#learn(names);
        const language = this.#speech(this.#list);
        done = await showMore(this, this.#root, turning.signal, { pages: this.#pages, step, wait, learn, language });
      } catch (cause) {
        failure = cause;
      }
      // Another one has taken over: the element was moved meanwhile, or means another document.
      if (this.#turning !== turning) return;
      const { aborted } = turning.signal;
      this.#stay(); // lets go of the answers: trying again asks again
      this.#wait(false);
      if (done) {
        this.#shown = done.shown;
        number(this.#root);
        this.#refresh();
        keepCounting(this);
        this.#fire('article-feed:more', done);
      } else if (!aborted) this.#complain(failureOf(failure));
    }

    /** A page of a feed is on its way. */
    #wait(waiting) {
      this.#busy(waiting, true);
      // `disabled` would lose the focus.
      this.#root.querySelector('[part=more]')?.setAttribute('aria-disabled', waiting);
    }

    #fail(cause) {
      const failure = failureOf(cause);
      this.#stay();
      this.#wanted = this.#drawn = false;
      this.#free();
      if (!this.#prerendered) {
        const retry = () => {
          this.#wanted = true;
          this.#start(true);
        };
        const focused = this.#root.activeElement?.matches('[part=retry]');
        this.#root.replaceChildren(...fallbackOf(this, failure, retry, this.#language(this)));
        if (focused) this.#root.querySelector('[part=retry]')?.focus({ preventScroll: true });
      }
      if (!this.#wanted) this.#busy(false);
      stopRefreshing(this);
      if (!failure.empty) return this.#complain(failure);
      this.#refresh();
      this.#fire('article-card:load', failure);
    }

    #complain(failure) {
      console.warn(`<${this.localName}>: ${failure.path ? `${failure.path}: ` : ''}${failure.message}`);
      this.#fire('article-card:error', failure);
    }

    #fire(type, detail, cancelable = false) {
      return this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
    }

    /** `again`: the reader has asked for it, and keeps the button that may have the focus. */
    #busy(busy, again) {
      if (!busy) return this.removeAttribute('aria-busy');
      this.setAttribute('aria-busy', 'true');
      if (!this.#drawn && !this.#prerendered && !again) this.#root.replaceChildren(...skeleton(this));
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

  customElements.define('article-card', ArticleCard);
  customElements.define('article-feed', class extends ArticleElement {});
  followSnippets();
}
