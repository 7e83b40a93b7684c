// What most would write: the browser's own parts, and DOMPurify.

import DOMPurify from 'dompurify';
import { define } from './vanilla.js';
import { ALLOWED_ATTR, ALLOWED_TAGS } from './words.js';

const options = { ALLOWED_TAGS, ALLOWED_ATTR, RETURN_DOM_FRAGMENT: true };
export const render = define((body, html) => body.append(DOMPurify.sanitize(html, options)));
