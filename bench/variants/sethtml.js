// The browser sanitises: no library at all. Not in Safari.

import { define } from './vanilla.js';
import { ALLOWED_ATTR, ALLOWED_TAGS } from './words.js';

const sanitizer = new Sanitizer({ elements: ALLOWED_TAGS, attributes: ALLOWED_ATTR });
export const render = define((body, html) => body.setHTML(html, { sanitizer }));
