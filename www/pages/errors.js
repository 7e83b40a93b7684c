// The events bubble: one listener serves every card of the page.
document.addEventListener('article-card:error', (event) => {
  const { reason, message, path } = event.detail;
  const output = event.target.closest('section')?.querySelector('output');
  if (output) output.textContent = [reason, message, path].filter(Boolean).join(' · ');
});
document.addEventListener('article-card:load', (event) => {
  const output = event.target.closest('section')?.querySelector('output');
  if (output) output.textContent = 'none: it loaded';
});
