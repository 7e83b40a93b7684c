// Dates of the last day as readers count: "5 minutes ago", and on while they look. The date itself stays beside it, for
// paper and for what comes later. All of a date, when they point at it.

import { languageOf } from './language.js';
import { written } from './page.js';

const DAY = 86_400;
const MINUTE = 60_000;
const TIMES = '[part=published], [part=updated] time, [part=teaser-date], [part=entry-time] time';

/** Whether `time` is a date of the card's own, not one in a text. */
export const isDate = (time) => time.matches(`${TIMES}, [part=correction] > time:first-child`);

/** Those that a reader may be looking at. */
const shown = new Set();
let timer;

function look(host, seen) {
  if (seen) count(host);
  shown[seen ? 'add' : 'delete'](host);
  clearInterval(timer);
  if (shown.size) timer = setInterval(() => document.hidden || shown.forEach(count), MINUTE);
}

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) look(target, isIntersecting);
});

function words(seconds, language) {
  const [count, unit] = seconds < 3600 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  const write = (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(count), unit);
  try {
    return write(language);
  } catch {
    return write('en'); // no language that there is
  }
}

/** A moment, the same for everybody: days and wall clocks are none. */
const isMoment = (time) => /T.{8}./.test(time.dateTime);

/** Says of each date in `host` how long ago it was, if that is not long. */
function count(host) {
  const now = Date.parse(host.getAttribute('now')) || Date.now();
  for (const time of host.shadowRoot.querySelectorAll(TIMES)) {
    const age = isMoment(time) ? (now - Date.parse(time.dateTime)) / 1000 : -1;
    const recent = age >= 0 && age < DAY;
    if (recent && !time.firstElementChild) {
      const [ago, date] = [document.createElement('span'), document.createElement('span')];
      ago.className = 'ago';
      date.append(...time.childNodes);
      time.append(ago, date);
    }
    if (time.firstElementChild) time.firstElementChild.textContent = recent ? words(age, languageOf(time)) : '';
  }
}

/** The same now and, as long as it is on the page, whenever it can have changed. */
export function keepCounting(host) {
  count(host);
  if (host.shadowRoot.querySelector('.ago') && !host.hasAttribute('now')) observer.observe(host);
}

export function stopCounting(host) {
  observer.unobserve(host);
  look(host, false);
}

/** Says day, time and zone of a date, as far as they are known, to a reader who points at it; not of those in texts. */
export function tell(host, time) {
  if (time.title || !isDate(time)) return;
  const { dateTime } = time;
  const is = isMoment(time);
  const clock = is ? 'long' : dateTime[10] && 'short';
  // Days are of UTC (ECMA-262), and so that clocks stay as they were written they are too.
  const seconds = Date.parse(is || !clock ? dateTime : `${dateTime}Z`) / 1000;
  if (Number.isNaN(seconds)) return; // a leap second, for one
  const language = languageOf(time).replaceAll('_', '-') || 'en'; // as Rust reads it
  time.title = written(seconds, `full,${clock ?? ''},${language},${is ? host.getAttribute('time-zone') ?? '' : 'UTC'}`);
}
