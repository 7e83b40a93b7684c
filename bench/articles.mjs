// The articles that every contender draws: our own words, put together by chance, the same in every run. Their HTML
// is as dirty as HTML from elsewhere can be, so that sanitisers have work and one that was left out is found.

const PARAGRAPHS = 20;

const WORDS = `the of to and a in for is on that by this with from at as have will about after before harbour ferry
island council lighthouse timetable winter captain engine passenger bakery library school orchard valley bridge river
market mayor budget repair volunteer concert choir rehearsal theatre painting museum stairs clock tower letter archive
weather storm snow morning evening ticket platform carriage signal tunnel map garden greenhouse tomato beekeeper honey
recipe kitchen oven flour bread festival lantern parade drummer violin teacher pupil lesson question answer report
measurement telescope comet laboratory glacier expedition tent compass rope summit hut keeper goat cheese fair
referee goalkeeper season final league stadium bicycle lane pavement crossing tram stop night shift nurse clinic
waiting room vaccine doctor patient research evidence funding grant letterbox postman café naïve façade`.split(/\s+/);
const SECTIONS = ['Harbour', 'Council', 'World', 'Science', 'Culture', 'Sport', 'Weather', 'Health & care'];
const NAMES = ['Runa Calloway', 'Zoë O’Tierney', 'Tomás Wick', 'Ingrid Lindqvist', 'Kwame Adeyemi', 'Léa Novák'];
const ROLES = ['Harbour correspondent', 'Economics editor', 'Science reporter', 'Chief sports writer'];

/** Chance that can be repeated: mulberry32. */
function chance(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * Story number `index`, with pictures from the origin `pictures`, as a careful site's own JSON would have it. Its
 * `paragraphs` are what a reader must see of the body, `links` how many links that has.
 */
export function story(index, pictures) {
  const next = chance(index * 104729 + 7920);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const words = (count) => Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const sentence = () => `${capital(words(8 + Math.floor(next() * 12)))}.`;
  const picture = (kind) => `${pictures}/img/${kind}-${index % 8}.svg`;

  const paragraphs = [];
  const html = [];
  for (let place = 0; place < PARAGRAPHS; place++) {
    const [before, linked, stressed, strong] = [`${sentence()} ${sentence()}`, words(3), pick(WORDS), pick(WORDS)];
    const link = `<a href="https://example.com/ref/${index}/${place}?a=1&amp;b=2" title="Source">${escaped(linked)}</a>`;
    const shown = `${before} According to ${linked}, it isn’t ${stressed} but ${strong}.`;
    paragraphs.push(place === 8 ? `${shown} click` : shown);
    const clean = `${escaped(before)} According to ${link}, it isn’t <em>${stressed}</em> but <strong>${strong}</strong>.`;
    html.push(soil(clean, place));
  }
  return {
    story: {
      id: `story-${index}`,
      url: `https://news.example/story/${index}`,
      section: pick(SECTIONS),
      title: capital(words(7 + Math.floor(next() * 5))) + (index % 3 ? '' : ' – ‘we can’t go on’'),
      publishedAt: new Date(Date.UTC(2026, 0, 1) + ((index * 483059) % 25_920_000) * 1000).toISOString(),
      wordCount: paragraphs.join(' ').split(' ').length,
      image: { src: picture('lead'), width: 1200, height: 675, alt: capital(words(6)), caption: sentence() },
      bodyHtml: html.join('\n'),
      author: { name: pick(NAMES), role: pick(ROLES), avatar: picture('portrait'), url: `https://news.example/by/${index % 50}` },
      related: { title: capital(words(8)), url: `https://news.example/story/${index + 1000}`, section: pick(SECTIONS), image: picture('related') },
    },
    paragraphs,
    links: PARAGRAPHS,
  };
}

/** What must not come through: scripts, handlers, styles, frames, addresses that are scripts. */
function soil(html, place) {
  if (place === 2) html += '<script>window.__ran=1</script>';
  if (place === 5) html += '<svg onload="window.__ran=2"></svg>';
  if (place === 8) html += ' <a href="javascript:window.__ran=3">click</a>';
  if (place === 11) html += '<iframe srcdoc="&lt;script&gt;parent.__ran=5&lt;/script&gt;"></iframe>';
  if (place % 7 === 3) return `<p style="color:red" onclick="window.__ran=4">${html}</p>`;
  return place === 13 ? `<p>${html}</p><style>*{display:none}</style>` : `<p>${html}</p>`;
}

/** The same story as `article-card/1`. */
export function documentOf({ id, url, section, title, publishedAt, wordCount, image, bodyHtml, author, related }) {
  const { src, ...size } = image;
  return {
    schema: 'article-card/1',
    id,
    url,
    section,
    headline: title,
    datePublished: publishedAt,
    wordCount,
    image: { url: src, ...size },
    bodyHtml,
    authors: [author],
    related: [{ headline: related.title, url: related.url, section: related.section, image: related.image }],
  };
}

export const stories = (count, pictures) => Array.from({ length: count }, (_, index) => story(index, pictures).story);
