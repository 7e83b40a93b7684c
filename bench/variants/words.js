// What all contenders in JavaScript share, so that nothing differs between them but how they draw and sanitise.

import text from './card.css';

export * from './plain.js';

export const sheet = new CSSStyleSheet();
sheet.replaceSync(text);
export const style = text;
