// One page that shows all pictures, each a link to itself at full size.

const style = `:root { color-scheme: light dark } body { margin: 0; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#e8e8ea, #202124) }
h1, h2 { line-height: 1.2 } section { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: start } figure { margin: 0; width: 18rem; max-width: 100% }
img { display: block; width: 100%; max-height: 40rem; object-fit: cover; object-position: top; outline: 1px solid light-dark(#bbb, #555) }`;

const figure = ({ name, title, print }) => `<figure><a href="${name}.png"><img src="${name}.png" alt="${title}" loading="lazy"></a>` +
  `<figcaption>${title}${print ? ` · <a href="${name}.pdf">PDF</a>` : ''}</figcaption></figure>`;

export function index(pictures) {
  const groups = [...new Set(pictures.map(({ group }) => group))];
  const section = (group) => `<h2>${group}</h2>\n<section>\n${pictures.filter((picture) => picture.group === group).map(figure).join('\n')}\n</section>`;
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Pictures · article-card</title>\n` +
    `<style>${style}</style>\n</head>\n<body>\n<h1>What it looks like</h1>\n${groups.map(section).join('\n')}\n</body>\n</html>\n`;
}
