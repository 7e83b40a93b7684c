// New stories of a feed that stays open: asked for while a reader is near it, shown when they say so.

import { isDate } from './ago.js';
import { counted } from './fallback.js';

/** Seconds. */
const [LEAST, MOST] = [30, 86_400];

/** host → { host, look, period, due, failures, near, asking, timer } */
const feeds = new Map();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const feed = feeds.get(target);
      if (!feed) continue;
      feed.near = isIntersecting;
      plan(feed);
    }
  },
  { rootMargin: '600px 0px' },
);

const planAll = () => feeds.forEach(plan);

function plan(feed) {
  clearTimeout(feed.timer);
  if (feed.near && !feed.asking && !document.hidden) feed.timer = setTimeout(ask, feed.due - Date.now(), feed);
}

async function ask(feed) {
  feed.asking = true;
  const failed = await feed.look().then(() => 0, () => 1);
  feed.asking = false;
  // Up to 32 times as long for a source that cannot be had.
  feed.failures = failed && Math.min(feed.failures + 1, 5);
  feed.due = Date.now() + feed.period * 2 ** feed.failures;
  if (feeds.get(feed.host) === feed) plan(feed);
}

/** Has `look()` called as often as `refresh` says, while it pays. It rejects when it could not see. */
export function keepFresh(host, look) {
  let feed = feeds.get(host);
  stopRefreshing(host);
  const seconds = Number(host.getAttribute('refresh'));
  if (!(seconds > 0)) return;
  const list = host.shadowRoot.querySelector('[part=items]');
  for (const story of list?.children ?? []) if (!drawn.has(story)) drawn.set(story, sign(story));
  if (list && !host.shadowRoot.querySelector('[part=news]')) {
    // There before it says anything: else nobody hears that.
    const box = document.createElement('div');
    box.part = 'news';
    box.role = 'status';
    list.before(box);
  }
  const period = Math.min(Math.max(seconds, LEAST), MOST) * 1000;
  if (!feeds.size) document.addEventListener('visibilitychange', planAll);
  // Drawn anew meanwhile, it is due when it was.
  if (feed?.period !== period) feed = { host, look, period, due: Date.now() + period, failures: 0 };
  feeds.set(host, feed);
  observer.observe(host);
}

export function stopRefreshing(host) {
  clearTimeout(feeds.get(host)?.timer);
  observer.unobserve(host);
  if (feeds.delete(host) && !feeds.size) document.removeEventListener('visibilitychange', planAll);
}

/** Says how many stories are new, on the button that shows them; takes that away when none are. */
export function offer(host, root, count, language) {
  const box = root.querySelector('[part=news]');
  const text = count ? counted(host, count, language) : '';
  if (!box || box.textContent === text) return;
  box.replaceChildren();
  if (!text) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.part = 'new';
  button.textContent = text;
  box.append(button);
}

const keyOf = (story) => story.dataset.id ?? story.ariaLabel;

/** How many stories of `fresh` have come since `list` was drawn: what stands behind all of those was behind its end. */
export function news(list, fresh) {
  const known = new Set([...list.children].map(keyOf));
  const isKnown = [...fresh.children].map((story) => known.has(keyOf(story)));
  const last = isKnown.lastIndexOf(true);
  return isKnown.filter((is, at) => !is && (at < last || last < 0)).length;
}

/** What a story was like when it was drawn, but for its ids, and for how its dates were written. */
const drawn = new WeakMap();
const sign = (story) => {
  const parts = [...story.querySelectorAll('*')].flatMap((element) => {
    const time = element.closest('time');
    if (time && isDate(time)) return time === element ? time.dateTime : [];
    const texts = [...element.childNodes].map(({ data }) => data ?? '').join('');
    return [element.localName, ...[...element.attributes].map(({ value }) => value), texts];
  });
  return parts.join().replace(/ac-[\d-]+/g, '');
};

const folds = (story) => [...story.querySelectorAll('[data-action=toggle], [part=fold]')];
let renewals = 0;

/** Makes the stories of `list` those of `fresh`; what has not changed stays as it is. Gives the first new one. */
export function renew(list, fresh) {
  const before = new Map([...list.children].map((story) => [keyOf(story), story]));
  let first;
  renewals++;
  const stories = [...fresh.children].map((story) => {
    const key = keyOf(story);
    const old = before.get(key);
    before.delete(key);
    const now = sign(story);
    if (old && drawn.get(old) === now) return old;
    drawn.set(story, now);
    // Its ids are those of a story that stays.
    for (const element of [story, ...story.querySelectorAll('*')]) {
      for (const attribute of element.attributes) {
        if (/^(id|aria-(controls|labelledby))$/.test(attribute.name)) attribute.value = attribute.value.replace('ac', `ac-${renewals}`);
      }
    }
    if (!old) first ??= story;
    // What the reader has opened stays open.
    else folds(old).forEach(({ ariaExpanded, open }, at) => {
      const button = (open || ariaExpanded === 'true') && folds(story)[at];
      if (!button) return;
      if (open) return (button.open = true);
      button.ariaExpanded = true;
      story.querySelector(`#${button.getAttribute('aria-controls')}`).removeAttribute('hidden');
    });
    return story;
  });
  for (const story of [...list.children]) if (!stories.includes(story)) story.remove();
  // What stays is not moved, if it need not: players and pictures begin anew.
  let at = list.firstChild;
  for (const story of stories) {
    if (story === at) at = at.nextSibling;
    else list.insertBefore(story, at);
  }
  return first;
}
