// Every request of a tab in Chromium: the host page's own files are answered, pictures are answered with a dot, all else
// is refused. What no card asks for is a finding.

const dot = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const local = /^https?:\/\/(localhost|[^/]*\.local\b|\[|\d+\.\d+\.\d+\.\d+)/i;

/** Whether cards may ask for this while they show `documents`: pictures over https, from somewhere else. */
export function isExpected({ url, picture }, documents, origin) {
  const tracked = documents.some(({ untracked }) => untracked) && /\bcanary\.(invalid|example)\b/.test(url);
  const { protocol, host } = new URL(url);
  return picture && protocol === 'https:' && host !== new URL(origin).host && !local.test(url) && !tracked;
}

/**
 * Answers one paused request. `tab` is `{ site, watching, known, documents, add, send }`: `known` collects what the page
 * loads before it is watched.
 */
export async function answer(tab, { requestId, request, resourceType }, session) {
  const { url, method } = request;
  const { origin } = tab.site;
  const own = url.startsWith(`${origin}/`);
  const fulfil = (responseCode, type, body = '', headers = []) => tab.send('Fetch.fulfillRequest', {
    requestId,
    responseCode,
    responseHeaders: [{ name: 'content-type', value: type }, ...headers],
    body: Buffer.from(body).toString('base64'),
  }, session);

  if (own && new URL(url).pathname === '/favicon.ico') return fulfil(204, 'image/x-icon'); // browsers ask by themselves
  if (!tab.watching) tab.known.add(url);
  const known = own && tab.known.has(url);
  const picture = resourceType === 'Image';
  if (!known && tab.watching && !isExpected({ url, picture }, tab.documents, origin)) {
    tab.add('NET', `${resourceType} ${method} ${url.slice(0, 120)}`);
  }
  if (known) {
    const { status, type, body } = await tab.site.file(url.slice(origin.length));
    const policy = resourceType === 'Document' ? [tab.site.policy] : [];
    return fulfil(status, type, body, policy);
  }
  if (picture) return fulfil(200, 'image/gif', Buffer.from(dot, 'base64'));
  if (resourceType === 'Document') return fulfil(200, 'text/html');
  return tab.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, session);
}
