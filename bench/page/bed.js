// In the page: draws, waits and looks at the clock. When, and how often, is said by the suites.

const now = () => performance.now();
const turn = () => new Promise((done) => setTimeout(done));
const frame = () => new Promise((done) => requestAnimationFrame(() => {
  // After the frame that is being made now: its messages come before other tasks.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage(0);
}));

export async function makeBed(contender, { form, parts, options }) {
  const container = document.getElementById('cards');
  const texts = new Map();

  /** So many articles, as parsed a moment ago: strings that nobody has looked at yet. */
  async function fresh(count) {
    if (!texts.has(count)) texts.set(count, await (await fetch(`/data/${form}.json?count=${count}`)).text());
    return JSON.parse(texts.get(count));
  }

  const draw = (articles) => contender.render(container, articles, options);
  const shown = () => contender.shown?.(container) ?? true;
  const layOut = () => container.getBoundingClientRect().height + document.documentElement.scrollHeight;
  const clear = () => {
    container.replaceChildren();
    scrollTo(0, 0);
    layOut();
  };
  const inView = async () => {
    do await frame(); while (!shown());
  };

  return {
    fresh,
    draw,
    layOut,
    inView,
    clear,
    frame,
    parts,
    container,
    cards: () => [...container.children],
    lazy: Boolean(contender.shown) && !options.eager,

    /** ms until all are drawn and laid out. Of contenders that draw what is in view alone there is none. */
    async untilLaidOut(count) {
      const articles = await fresh(count);
      gc();
      await turn();
      const from = now();
      await draw(articles);
      layOut();
      const time = now() - from;
      clear();
      return time;
    },

    /** ms until the frame is made in which all that is in view is drawn. */
    async untilShown(count) {
      const articles = await fresh(count);
      gc();
      await frame();
      await turn();
      const from = now();
      await draw(articles);
      await inView();
      const time = now() - from;
      clear();
      return time;
    },

    /** What a card shows at `part`, once it is drawn. */
    part: (card, part) => (card.shadowRoot ?? card).querySelector(parts[part]),
  };
}
