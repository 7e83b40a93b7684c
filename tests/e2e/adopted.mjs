// What happens to a card that a server has written, from before its script to after it.

// Runs right after the element, which the script comes long after.
export const watch = `<script>
  host = document.querySelector('article-card, article-feed');
  changes = [];
  const told = (records) => records.forEach(({ type, target, attributeName, addedNodes, removedNodes }) => changes.push({
    type, on: target.getAttribute?.('part') ?? target.localName ?? target.data ?? 'root', name: attributeName,
    added: [...addedNodes].map((node) => node.textContent), removed: [...removedNodes].map((node) => node.textContent),
  }));
  observer = new MutationObserver(told);
  const all = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(host, all);
  observer.observe(host.shadowRoot, all);
  nodes = (root) => [...root.querySelectorAll('*')];
  before = nodes(host.shadowRoot);
  shift = 0;
  try { new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shift += value))).observe({ type: 'layout-shift', buffered: true }); } catch {}
</script>`;

/** Opens the page, and resolves to what the script has changed once it has taken over what is there. */
export async function taken(t, html, options) {
  await t.open(`<main>${html}${watch}</main>`, options);
  await t.event('article-card:load');
  await t.frames();
  return t.run(() => {
    const after = nodes(host.shadowRoot);
    return { changes, shift, kept: after.filter((node) => before.includes(node)).length, all: after.length, rust: customElements.get('article-card').mounts };
  });
}
