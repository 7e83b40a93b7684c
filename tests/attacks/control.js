// What must never be done: every field goes into the page as markup that runs. On this page attacks succeed, so that
// the harness can show that it notices.

const mount = document.getElementById('mount');

/** A fragment of the document: unlike innerHTML, it runs scripts too. */
const parsed = (html) => {
  const range = document.createRange();
  range.selectNode(mount);
  return range.createContextualFragment(String(html ?? ''));
};

window.renderArticle = async (json) => {
  const host = document.createElement('article-card');
  const root = host.attachShadow({ mode: 'open' });
  mount.replaceChildren(host);
  let article;
  try {
    article = JSON.parse(json).items[0];
  } catch {
    return { type: 'article-card:error' };
  }
  // In the document first, then filled: markup acts as it arrives.
  const add = (name, fill) => {
    const element = document.createElement(name);
    root.append(element);
    fill(element);
  };
  add('h2', (element) => element.append(parsed(article.title)));
  add('p', (element) => element.append(parsed(article.summary)));
  add('a', (element) => {
    element.textContent = 'More';
    element.href = article.url;
  });
  add('img', (element) => { element.src = article.image; });
  for (const author of article.authors ?? []) {
    add('a', (element) => {
      element.href = author.url;
      element.innerHTML = author.name;
    });
  }
  add('section', (element) => {
    element.setAttribute('part', 'body');
    element.append(parsed(article.content_html));
  });
  return { type: 'article-card:load' };
};
