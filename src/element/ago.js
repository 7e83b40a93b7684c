// Dates of the last day as readers count: "5 minutes ago", and on while they look. The date itself stays beside it, for
// paper and for what comes later.

import { languageOf } from './language.js';

const DAY = 86_400;
const MINUTE = 60_000;
const TIMES = '[part=published], [part=updated] time, [part=teaser-date], [part=entry-time] time';

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

/** Says of each date in `host` how long ago it was, if that is not long. */
function count(host) {
  const now = Date.parse(host.getAttribute('now')) || Date.now();
  for (const time of host.shadowRoot.querySelectorAll(TIMES)) {
    // A moment, the same for everybody: days and wall clocks are none.
    const age = /T.{8}./.test(time.dateTime) ? (now - Date.parse(time.dateTime)) / 1000 : -1;
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
