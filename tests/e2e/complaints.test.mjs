// What users complain of in other embeds, and where it is tested here that they need not: the titles of those tests begin
// with these words.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './shared.mjs';

const e2e = (name) => `tests/e2e/${name}.test.mjs`;
const complaints = {
  'the snippet does not survive the editor': {
    [e2e('hosts')]: ['<p>-wrapped snippet', 'one-line snippet', 'CMS-escaped &amp;', 'Markdown block', 'TinyMCE line breaks'],
  },
  'the script came twice, and the second one threw': {
    [e2e('scripts')]: ['two <script> tags', 'two versions', 'module + classic'],
  },
  'WordPress takes everything away but a frame, and that is too low': {
    [e2e('iframe_hosts')]: ['WordPress is told the height with its secret'],
    [e2e('embed_forms')]: ['an oEmbed answer, as WordPress leaves it'],
  },
  'it works or not, as fast as the page loads': {
    [e2e('sources')]: ['definition before parse with inline JSON (slow stream)'],
  },
  'it needs an unsafe policy, and fails without a word under a safe one': {
    [e2e('csp')]: ["CSP script-src 'self' cdn${wasm}; style-src 'self'", 'fallback + error.reason=wasm-blocked', 'full card, zero violation reports'],
  },
  'the style of the page gets in': {
    [e2e('hosts')]: [
      'hosts with ${name}', 'html{font-size:62.5%}', '*{box-sizing:content-box}', 'button{text-transform:uppercase}', 'img{max-width:none}',
      '[hidden]{display:block!important}',
    ],
  },
  'closing it loses the reader’s place': {
    [e2e('place')]: ['collapse from the bottom with overflow-anchor:none'],
  },
  'the browser does not find what is folded away': {
    [e2e('find')]: ['text fragment to collapsed words: opens, updates aria-expanded, fires cause:"find"'],
  },
  'it is printed folded': {
    [e2e('fold_readers')]: ['print: the hidden part has height, the button none'],
  },
  'pictures of authors are broken': {
    [e2e('avatars')]: ['avatar ${name}', '404', '0-byte', 'avatar slow', 'avatar data:', 'name “${name}”', 'Лесі Українки', '李小龙', 'Cher', 'name “”', '🦊'],
  },
  'the reading time is wrong, most of all in other scripts': {
    'tests/reading_time.rs': [
      'reading_time_of_the_reference_article_is_3', 'reading_time_of_1500_persian_words_with_one_iphone_is_over_5', 'reading_time_of_4000_han_characters_is_8',
    ],
  },
  'it forgets everything when it is moved, and leaks': {
    [e2e('life')]: ['detach/attach', 'clone: ', 'move between documents'],
    [e2e('memory')]: ['no listeners leaked'],
  },
  'screen readers hear everything twice': {
    [e2e('parts')]: ['alt equal to headline', 'teaser has exactly one tab stop'],
  },
};

for (const [complaint, places] of Object.entries(complaints)) {
  test(`“${complaint}”: tested by name`, () => {
    for (const [file, titles] of Object.entries(places)) {
      const source = readFileSync(join(project, file), 'utf8');
      // The beginning of a text, or of a function's name.
      for (const title of titles) assert.ok(['"', "'", '`', 'fn '].some((before) => source.includes(before + title)), `${file} has no ${title}`);
    }
  });
}
