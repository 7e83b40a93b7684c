// What is taken a picture of. Fields: name of the file; group and title in the index; page of the site; width in CSS pixels;
// theme, light unless it says dark; element, alone, instead of the whole page; forced colours; wasm: false, as where a
// policy forbids it; print: a PDF, and the page as paper gets it; readme: kept in docs/pictures.

const both = ['light', 'dark'];
const reference = { page: '/pages/reference.html', element: 'article-card' };

const site = [320, 640, 1200].flatMap((width) =>
  both.map((theme) => ({ group: 'The site', name: `site-${width}-${theme}`, title: `${width} px, ${theme}`, page: '/index.html', width, theme })));

const card = [
  ...both.map((theme) => ({ name: `card-${theme}`, title: `640 px, ${theme}`, ...reference, width: 640, theme, readme: true })),
  { name: 'card-forced', title: 'forced colours', ...reference, width: 640, forced: true },
  { name: 'card-forced-dark', title: 'forced colours, dark', ...reference, width: 640, theme: 'dark', forced: true },
  { name: 'card-240', title: 'a sidebar of 240 px', page: '/pages/sizes.html', element: '.w240 article-card', width: 1200 },
  { name: 'card-320', title: '320 px', page: '/pages/sizes.html', element: '.w320 article-card', width: 1200 },
  { name: 'card-900', title: '900 px', page: '/pages/sizes.html', element: '.w900 article-card', width: 1200 },
  { name: 'open', title: 'open', page: '/pages/expanded.html', element: 'article-card', width: 640 },
  { name: 'blocks', title: 'every kind of block', page: '/pages/blocks.html', element: 'article-card', width: 640 },
  { name: 'blocks-dark', title: 'every kind of block, dark', page: '/pages/blocks.html', element: 'article-card', width: 640, theme: 'dark' },
  { name: 'feed', title: 'a feed', page: '/pages/feed.html', element: 'article-feed', width: 640 },
  { name: 'hostile', title: 'on a page with strong opinions', page: '/pages/hostile-css.html', element: 'article-card', width: 640 },
].map((picture) => ({ group: 'A card', ...picture }));

const languages = [
  { name: 'arabic', title: 'Arabic, from right to left', page: '/pages/rtl.html' },
  { name: 'ukrainian', title: 'Ukrainian', page: '/pages/ukrainian.html' },
  { name: 'japanese', title: 'Japanese', page: '/pages/japanese.html' },
  { name: 'long-words', title: 'very long words, in a narrow column', page: '/pages/long-words.html', element: '.narrow article-card' },
].map((picture) => ({ group: 'Languages', element: 'article-card', width: 640, ...picture }));

const modes = [
  ['full', 'article-card:not([mode])'], ['excerpt', '[mode=excerpt]:not([images])'], ['teaser', '[mode=teaser]:not([hide])'], ['compact', 'article-card[mode=compact]'],
  ['excerpt without pictures', '[images=none]'], ['teaser without some parts', '[mode=teaser][hide]'], ['compact feed', 'article-feed[mode=compact]'],
].map(([title, element]) => ({ group: 'Modes', name: `mode-${title.replaceAll(' ', '-')}`, title, page: '/pages/modes.html', element, width: 640 }));

const themes = ['broadsheet', 'magazine', 'tabloid'].flatMap((name) =>
  both.map((theme) => ({ group: 'Themes', name: `${name}-${theme}`, title: `${name}, ${theme}`, page: '/pages/themes.html', element: `section.${name}`, width: 1200, theme })));

const missing = [
  { name: 'broken-pictures', title: 'no picture can be had', page: '/pages/broken-image.html' },
  { name: 'no-picture', title: 'there is no picture', page: '/pages/no-image.html' },
  { name: 'minimal', title: 'headline and text', page: '/pages/minimal.html' },
  { name: 'no-wasm', title: 'WebAssembly is forbidden: the link stays', page: '/pages/reference.html', wasm: false },
  { name: 'errors', title: 'it goes wrong', page: '/pages/errors.html' },
  { name: 'nothing-inside', title: 'nothing inside the element, and it goes wrong', page: '/pages/no-fallback.html' },
].map((picture) => ({ group: 'When something is missing', width: 640, ...picture }));

const paper = [{ group: 'On paper', name: 'paper', title: 'as it is printed', page: '/pages/print.html', width: 680, print: true }];

export const pictures = [...site, ...card, ...languages, ...modes, ...themes, ...missing, ...paper];
