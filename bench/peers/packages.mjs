// Packages of npm that put articles or posts on a page, driven by our articles in their services' own words. `files`
// are what their readers download; `page` is the line their users paste; `item` is found once for each article shown.

import { existsSync, readFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

const MODULES = 'bench/node_modules';
const read = (path) => readFileSync(`${MODULES}/${path}`);
const minified = async (path, loader = 'js') => Buffer.from((await transform(String(read(path)), { minify: true, loader, legalComments: 'none' })).code);

/** A package that is sent as many modules, bundled as its user's site would. */
async function bundled(name) {
  const { outputFiles } = await build({
    stdin: { contents: `import '${name}'`, resolveDir: 'bench' },
    bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, legalComments: 'none', logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return Buffer.from(outputFiles[0].contents);
}

const script = (file) => `<script type="module" src="/peers/files/${file}"></script>`;
const sheet = (file) => `<link rel="stylesheet" href="/peers/files/${file}">`;

const packages = {
  emfed: {
    job: 'Mastodon posts; HTML through DOMPurify',
    files: async () => ({ 'emfed.js': await bundled('emfed'), 'emfed.css': await minified('emfed/toots.css', 'css') }),
    page: (count, origin) => `${sheet('emfed.css')}${script('emfed.js')}<a class="mastodon-feed" href="${origin}/@news" data-toot-account-id="1" data-toot-limit="${count}">feed</a>`,
    item: 'li.toot',
  },
  '@idotj/mastodon-embed-timeline': {
    job: 'Mastodon posts; HTML through a cleaner of its own',
    files: async () => ({
      'timeline.js': read('@idotj/mastodon-embed-timeline/dist/mastodon-timeline.umd.js'),
      'timeline.css': read('@idotj/mastodon-embed-timeline/dist/mastodon-timeline.min.css'),
    }),
    page: (count, origin) => `${sheet('timeline.css')}<script defer src="/peers/files/timeline.js"></script><div id="mt-container" class="mt-container"><div class="mt-body" role="feed"><div class="mt-loading-spinner"></div></div></div><script type="module">new MastodonTimeline.Init({ instanceUrl: '${origin}', timelineType: 'profile', userId: '1', profileName: '@news', maxNbPostFetch: '${count}', maxNbPostShow: '${count}', hidePinnedPosts: true })</script>`,
    item: 'article.mt-post',
  },
  'x-postpress': {
    job: 'WordPress articles (Lit); HTML as it comes',
    files: async () => ({ 'x-postpress.js': read('x-postpress/build/esm-bundled/src/components/x-postpress.js') }),
    page: (count, origin) => `${script('x-postpress.js')}<x-postpress apiHost="${origin}" per_page="${count}"></x-postpress>`,
    item: 'article',
  },
  '@mariusbongarts/previewbox': {
    job: 'previews of articles (Lit): picture, headline, summary',
    files: async () => ({ 'previewbox.js': await minified('@mariusbongarts/previewbox/dist/article/index.js') }),
    page: (count, origin) => `<script src="/peers/files/previewbox.js" defer></script>${Array.from({ length: count }, (_, index) => `<previewbox-article href="https://news.example/story/${index}" apiUrl="${origin}/peers/preview"></previewbox-article>`).join('')}`,
    item: '.previewbox-title',
  },
  'bluesky-profile-feed-embed': {
    job: 'Bluesky posts: text and a link',
    files: async () => ({
      'bluesky.js': await bundled('bluesky-profile-feed-embed'),
      'bluesky.css': await minified('bluesky-profile-feed-embed/dist/core.css', 'css'),
      'bluesky-light.css': await minified('bluesky-profile-feed-embed/themes/light.css', 'css'),
    }),
    page: (count, origin) => `${sheet('bluesky.css')}${sheet('bluesky-light.css')}${script('bluesky.js')}<bluesky-profile-feed actor="n${count}.example" service-uri="${origin}"></bluesky-profile-feed>`,
    item: '.feed-post',
  },
  'bsky-embed': {
    job: 'Bluesky posts (Solid): text and a link',
    files: async () => ({ 'bsky-embed.js': await minified('bsky-embed/dist/bsky-embed.es.js') }),
    // It knows one service only: its requests are led here.
    page: (count) => `<script>{ const far = fetch; window.fetch = (what, how) => far(String(what?.url ?? what).replace('https://api.bsky.app', location.origin), what?.url ? { headers: what.headers } : how) }</script>${script('bsky-embed.js')}<bsky-embed username="n${count}.example" limit="${count}"></bsky-embed>`,
    item: 'div[id^="post-"]',
  },
  '@canonical/latest-news': {
    job: 'teasers of a blog; HTML as it comes',
    files: async () => ({ 'latest-news.js': read('@canonical/latest-news/dist/latest-news.js') }),
    page: (count) => `<script src="/peers/files/latest-news.js"></script><div id="news"></div><template id="one"><article class="one"><div class="article-image"></div><h4><a class="article-link article-title"></a></h4><p><em><time class="article-time"></time></em></p><p class="article-author"></p><p class="article-excerpt"></p></article></template><script>canonicalLatestNews.fetchLatestNews({ articlesContainerSelector: '#news', articleTemplateSelector: '#one', limit: '${count}', url: '/blog/latest-news' })</script>`,
    item: 'article.one',
  },
};

/** Those that are installed: name → { title, job, files: name → bytes, page, item }. */
export async function peers() {
  const found = {};
  for (const [name, own] of Object.entries(packages)) {
    if (!existsSync(`${MODULES}/${name}/package.json`)) continue;
    const { version } = JSON.parse(read(`${name}/package.json`));
    found[name] = { ...own, name, title: `${name} ${version}: ${own.job}`, files: await own.files() };
  }
  return found;
}
