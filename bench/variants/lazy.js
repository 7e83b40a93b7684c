// The baseline by somebody who knows browsers: bodies are put in when they are asked for, cards off the screen are not
// laid out.

import DOMPurify from 'dompurify';
import { define } from './vanilla.js';
import { ALLOWED_ATTR, ALLOWED_TAGS, sheet } from './words.js';

sheet.insertRule(':host{content-visibility:auto;contain-intrinsic-size:auto 700px}', sheet.cssRules.length);
const options = { ALLOWED_TAGS, ALLOWED_ATTR, RETURN_DOM_FRAGMENT: true };
export const render = define((body, html) => body.append(DOMPurify.sanitize(html, options)), { lazy: true });
