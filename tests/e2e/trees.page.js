// In the page of trees.test.mjs: what `render` wrote, as this browser parses it, beside what the script draws of the same
// document, and what becomes of it once the script has it.

{
  // Nothing is loaded here, and nothing that failed to is to be taken out of either tree.
  addEventListener('error', (event) => event.stopImmediatePropagation(), true);
  Object.defineProperty(HTMLImageElement.prototype, 'complete', { get: () => false });

  /** What the page's own server says at /page. */
  let answer;
  const { fetch } = window;
  window.fetch = async (url, options) => {
    if (new URL(url, document.baseURI).pathname !== '/page') return fetch(url, options);
    const response = new Response(answer, { headers: { 'content-type': 'text/html' } });
    return Object.defineProperty(response, 'url', { value: `${url}` });
  };

  const inert = document.implementation.createHTMLDocument('');

  /** An element of ours that stays without its script until it is put into the page. */
  function element(from, ...inside) {
    const host = inert.createElement(from.localName);
    for (const { name, value } of from.attributes) host.setAttribute(name, value);
    host.setAttribute('loading', 'eager');
    host.attachShadow({ mode: 'open' }).append(...inside);
    return host;
  }

  /** Puts `host` into the page; resolves to `{ reason }` of a failure, or to what `look` gives as soon as it is drawn. */
  function connected(host, look) {
    return new Promise((done) => {
      const leave = (result) => {
        host.remove();
        done(result);
      };
      host.addEventListener('article-card:load', ({ target, detail }) => target === host && leave(detail.empty ? { empty: true } : look()));
      host.addEventListener('article-card:error', ({ target, detail }) => target === host && leave({ reason: detail.reason }));
      document.body.append(host);
    });
  }

  const drawing = (root) => root.querySelector('[part=card], [part=feed]');

  /** A copy without what is for one reader: the words of dates, and how a feed's stories are numbered. */
  function common(tree) {
    const copy = tree.cloneNode(true);
    for (const time of copy.querySelectorAll('time')) {
      time.replaceChildren();
      time.removeAttribute('title');
    }
    const list = copy.querySelector('[part=items]');
    for (const name of ['role', 'aria-labelledby']) list?.removeAttribute(name);
    for (const story of list?.children ?? []) for (const name of ['aria-posinset', 'aria-setsize']) story.removeAttribute(name);
    copy.normalize();
    return copy;
  }

  /** Where two trees part, for people. */
  function difference(one, other) {
    const [a, b] = [one, other].map((tree) => tree?.outerHTML ?? 'nothing');
    let at = 0;
    while (a[at] === b[at] && at < a.length) at++;
    return `rendered: ${a.slice(Math.max(0, at - 80), at + 80)}\ndrawn: ${b.slice(Math.max(0, at - 80), at + 80)}`;
  }

  /** What differs between what `html` shows and what is drawn of `json`; nothing where nothing does. */
  async function look({ json, html, isPage, isBare }) {
    const wrong = [];
    // What `render` refuses the script refuses: no feed is drawn of an article that is not there.
    const box = document.createElement('template');
    box.innerHTML = html || '<article-card><template shadowrootmode="open"></template></article-card>';
    const written = box.content.firstElementChild;
    const inside = written.firstElementChild.content;

    const fresh = element(written, document.createElement('style'));
    if (isPage) {
      fresh.setAttribute('src', '/page');
      answer = json;
    } else fresh.data = json;
    const drawn = await connected(fresh, () => common(drawing(fresh.shadowRoot)));
    if (!html) return drawn.reason ? [] : ['render refused what the script draws'];
    if (drawn.reason) return [`the script refused (${drawn.reason}) what render draws`];
    // To the script a feed without stories is no failure, and no reason to draw anything.
    if (drawn.empty) return drawing(inside).querySelector('[part~=item]') ? ['the script sees no stories'] : [];
    const rendered = common(drawing(inside));
    if (!rendered.isEqualNode(drawn)) wrong.push(isBare ? difference(rendered, drawn) : 'look again');
    if (isBare) return wrong;

    const taken = element(written, inside.cloneNode(true));
    taken.append(...[...written.childNodes].slice(1).map((node) => node.cloneNode(true)));
    const before = [...taken.shadowRoot.querySelectorAll('*')];
    const touched = await connected(taken, () => {
      const after = [...taken.shadowRoot.querySelectorAll('*')];
      return { same: before.length === after.length && after.every((node, at) => node === before[at]), tree: common(drawing(taken.shadowRoot)) };
    });
    if (touched.reason) wrong.push(`the script refused (${touched.reason}) the document inside`);
    else if (!touched.same) wrong.push(`taken over, nodes are others: ${difference(rendered, touched.tree)}`);
    else if (!touched.tree.isEqualNode(rendered)) wrong.push(`taken over, it is another: ${difference(rendered, touched.tree)}`);
    return wrong;
  }

  window.lookAll = async (path) => {
    const documents = await (await fetch(path)).json();
    const wrong = [];
    for (const one of documents) for (const line of await look(one)) wrong.push({ name: one.name, line });
    return wrong;
  };
}
