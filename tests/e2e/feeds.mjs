// Feeds of several pages, and what a reader does with them.

import { feed } from './stories.mjs';

/** A story by its number. */
export const item = (n, own = {}) => ({ id: `${n}`, headline: `Story ${n}`, url: `https://publisher.example/${n}`, ...own });
export const items = (from, to, own) => Array.from({ length: to - from + 1 }, (_, at) => item(from + at, own));
export const names = (from, to) => items(from, to).map(({ headline }) => headline);

let folders = 0;

/** Ways to make, open and read feeds in the browser of `t`. */
export function feeds(t) {
  /** Serves pages that lead on to one another, `1.json`, `2.json` …, from a folder of their own; returns the folder. */
  const serve = (...pages) => {
    const folder = `/feeds/${++folders}/`;
    pages.forEach((page, at) => {
      const more = at + 1 < pages.length ? { url: `${at + 2}.json` } : undefined;
      t.route(`${folder}${at + 1}.json`, Array.isArray(page) ? { json: feed(page, { more }) } : page);
    });
    return folder;
  };
  const open = async (src, attributes = '', around = ['', ''], options) => {
    await t.open(`${around[0]}<article-feed src="${src}" loading="eager" ${attributes}><a href="/all">All stories</a></article-feed>${around[1]}`, options);
    await t.drawn('article-feed');
  };
  const shown = (css = 'article-feed') => t.inside(css, (root) =>
    [...root.querySelectorAll('[part=items] > [part~=item]')].map((story) => story.querySelector('[part=headline]')?.textContent ?? '—'));
  /** A click without a pointer: the focus stays where it is. */
  const press = (css = 'article-feed') => t.inside(css, (root) => root.querySelector('[part=more]').click());
  const waiting = (css = 'article-feed') => t.until((css) => document.querySelector(css).getAttribute('aria-busy') === 'true', css);
  /** Presses and gives the detail of what comes of it. */
  const more = async (css) => {
    const before = (await t.log('article-feed:more')).length;
    await press(css);
    return (await t.event('article-feed:more', before)).detail;
  };
  const said = (text, css = 'article-feed') => t.until((css, expected) =>
    document.querySelector(css).shadowRoot.querySelector('[part=status]')?.textContent === expected, css, text);
  /** What a reader sees of the way on. */
  const way = (css = 'article-feed') => t.inside(css, (root) => {
    const seen = (element) => element.getBoundingClientRect().width > 1 && getComputedStyle(element).clipPath === 'none';
    const [button, status] = [root.querySelector('[part=more]'), root.querySelector('[part=status]')];
    return { button: button && [...button.children].filter(seen).map((child) => child.textContent).join(), told: status && seen(status) ? status.textContent : '' };
  });
  /** Runs in one task of the page: WebKit's driver runs promise jobs in the middle of what it is told to execute. */
  const inTask = (body, ...args) => t.driver.executeScript(
    `const args = arguments; return new Promise((done) => setTimeout(() => { (${body}).apply(null, args); done(true); }))`, ...args);
  return { serve, open, shown, press, waiting, more, said, way, inTask };
}
