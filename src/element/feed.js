// A feed: a card of stories that go on when a reader wants more, and that are looked after for new ones.

import { keepCounting } from './ago.js';
import { Card } from './card.js';
import { failureOf } from './fallback.js';
import { number, walk } from './feed_keys.js';
import { end, headingOf, land, showMore } from './more.js';
import { keepFresh, news, offer, renew, stopRefreshing } from './refresh.js';
import { call, learn, quietly, speech } from './rust.js';
import { read } from './source.js';

export class Feed extends Card {
  #fresh; // the first page as it is now, not shown yet
  #news; // how many stories that has
  #shown = 0; // stories, once the reader has asked for more
  #turning = null; // AbortController of a request for more

  constructor(host, root) {
    super(host, root);
    root.addEventListener('keydown', (event) => walk(event, root));
  }

  connect() {
    super.connect();
    this.#refresh();
    if (this.live && this.#turning) {
      this.#turning = null;
      this.#more();
    }
  }

  disconnect() {
    super.disconnect();
    stopRefreshing(this.host);
    this.#turning?.abort();
  }

  changed(name) {
    if (name === 'refresh') return this.#refresh();
    super.changed(name);
  }

  replace() {
    this.#stay();
    this.#fresh = null;
    this.#shown = 0;
    stopRefreshing(this.host);
    super.replace();
  }

  /** No more, after all. */
  #stay() {
    this.#turning?.abort();
    this.#turning = null;
  }

  fail(cause) {
    this.#stay();
    stopRefreshing(this.host);
    super.fail(cause);
    if (cause?.empty) this.#refresh();
  }

  drawFurther(pages) {
    if (!this.#shown && !pages.length) return;
    const shown = this.#shown || 1; // the first step is there
    let done = this.#step(shown);
    for (const page of pages) done = this.#step(shown, page);
    end(this.root, done, this.pages);
  }

  settle() {
    if (this.#turning) this.#wait(true);
    this.#look();
  }

  press(event) {
    super.press(event);
    const button = event.target.closest?.('button');
    if (button?.matches('[part=more]')) this.#more();
    else if (button?.matches('[part=new]')) this.#renew();
  }

  /** The stories are others now. */
  #look() {
    number(this.root);
    this.#refresh(); // looks at the stories as they were drawn
  }

  /** New stories are looked for, if the page wants that. */
  #refresh() {
    const isWanted = this.live && this.pages[0]?.source && this.data === undefined;
    if (!isWanted) return;
    keepFresh(this.host, () => this.#ask());
    if (this.#fresh) quietly(() => this.#offer(this.#fresh));
  }

  async #ask() {
    const { pages } = this;
    const looking = new AbortController();
    let found;
    try {
      found = await read(this.host, undefined, looking.signal, 'no-cache');
    } finally {
      looking.abort();
    }
    if (!this.live || pages !== this.pages || found.json === (this.#fresh ?? pages[0]).json) return;
    if (this.drawn) {
      try {
        this.#offer(found);
      } catch (names) {
        if (typeof names !== 'string') throw names;
        await learn(names);
        if (pages === this.pages) this.#offer(found);
      }
    } else {
      // There was nothing: nobody reads anything.
      this.pages = [found];
      this.draw();
    }
  }

  /** Says how many stories have come, if any have. */
  #offer(fresh) {
    this.#news = news(this.#list, this.#apart([fresh], 1e6).list);
    this.#fresh = fresh;
    offer(this.host, this.root, this.#news, speech(this.#list));
  }

  /** The reader wants the new stories. */
  #renew() {
    const page = this.#fresh;
    // Another document is on its way.
    if (!page) return;
    let drawn;
    try {
      drawn = this.#apart([page, ...this.pages], this.#list.childElementCount + this.#news);
    } catch (cause) {
      // The words of their languages come first.
      if (typeof cause === 'string') learn(cause).then(() => this.#fresh === page && this.#renew());
      return;
    }
    const first = renew(this.#list, drawn.list);
    this.pages.unshift(page);
    this.#fresh = null;
    this.#shown = this.#list.childElementCount;
    this.free();
    this.rust = quietly((rust) => rust.adopt(this.root));
    offer(this.host, this.root, 0);
    end(this.root, drawn.done, this.pages);
    this.#look();
    keepCounting(this.host);
    land(this.host, this.root, first && headingOf(first));
    this.fire('article-card:load', drawn.report);
  }

  /** Draws these pages apart from what is shown, so many stories. */
  #apart(pages, wanted) {
    return call((rust) => {
      const root = document.createElement('div').attachShadow({ mode: 'open' });
      const card = rust.draw(this.host, root, this.textOf(pages[0]));
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
    return this.root.querySelector('[part=items]');
  }

  /** Goes on: see `Card::more` in Rust. */
  #step(wanted, page, card = this.rust, list = this.#list) {
    return card.more(this.host, this.root, list, list.childElementCount, wanted, this.textOf(page));
  }

  /** The reader wants more. */
  async #more() {
    // While another document is on its way there is nothing to go on with.
    if (this.#turning || !this.rust || !this.pages.length) return;
    const turning = (this.#turning = new AbortController());
    const wait = (waiting) => this.#wait(waiting);
    const step = (page) =>
      call(() => {
        // Moved since it was drawn: what was read is read again.
        if (!this.#step(1)) for (const page of this.pages) this.#step(1, page);
        return this.#step(0, page);
      });
    let done, failure;
    try {
      done = await showMore(this.host, this.root, turning.signal, { pages: this.pages, step, wait, learn, language: speech(this.#list) });
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
      this.#look();
      keepCounting(this.host);
      this.fire('article-feed:more', done);
    } else if (!aborted) this.complain(failureOf(failure));
  }

  /** A page is on its way. */
  #wait(waiting) {
    this.busy(waiting, true);
    // `disabled` would lose the focus.
    this.root.querySelector('[part=more]')?.setAttribute('aria-disabled', waiting);
  }
}
