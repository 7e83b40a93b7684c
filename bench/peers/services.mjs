// Our articles, as the services have them whose embeds are measured: Mastodon, WordPress, Bluesky, a blog's own.

import { stories } from '../articles.mjs';

const plain = (html, length) =>
  html.replace(/<(script|style|iframe|svg)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').slice(0, length);

const toot = ({ id, url, publishedAt, bodyHtml, author, image }) => ({
  id, url, uri: url, created_at: publishedAt, edited_at: null, visibility: 'public', language: 'en', sensitive: false,
  spoiler_text: '', content: bodyHtml, reblog: null, poll: null, card: null, emojis: [], tags: [], mentions: [],
  replies_count: 1, reblogs_count: 2, favourites_count: 3,
  account: { id: '1', username: 'news', acct: 'news', display_name: author.name, url, avatar: author.avatar, emojis: [] },
  media_attachments: [{
    id: `m-${id}`, type: 'image', url: image.src, preview_url: image.src, description: image.alt,
    meta: { original: { width: 1200, height: 675, aspect: 1.777 }, small: { width: 1200, height: 675, aspect: 1.777 } },
  }],
});

const post = ({ id, url, title, publishedAt, bodyHtml, author, image }) => ({
  post: {
    $type: 'app.bsky.feed.defs#postView',
    uri: `at://did:plc:abc/app.bsky.feed.post/3k${id.slice(6).padStart(11, '2')}`,
    cid: 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a',
    author: { did: 'did:plc:abc', handle: 'news.example', displayName: author.name, avatar: author.avatar, labels: [] },
    record: { $type: 'app.bsky.feed.post', text: `${title}\n\n${plain(bodyHtml, 200)}`, createdAt: publishedAt, langs: ['en'] },
    embed: {
      $type: 'app.bsky.embed.external#view',
      external: { uri: url, title, description: plain(bodyHtml, 150), thumb: image.src },
    },
    replyCount: 1, repostCount: 2, likeCount: 3, quoteCount: 0, indexedAt: publishedAt, labels: [],
  },
});

const wordpress = ({ id, url, publishedAt, title, bodyHtml }) => ({
  id, link: url, date_gmt: publishedAt, title: { rendered: title }, content: { rendered: bodyHtml },
  excerpt: { rendered: plain(bodyHtml, 200) },
});

const teaser = ({ id, publishedAt, title, bodyHtml, author, section, image }) => ({
  slug: id, date: publishedAt, title: { rendered: title }, excerpt: { rendered: plain(bodyHtml, 200) },
  author: { name: author.name }, group: { name: section },
  _embedded: { 'wp:featuredmedia': [{ source_url: image.src, alt_text: image.alt, media_details: { width: 1200, height: 675 } }] },
});

const preview = ({ title, url, publishedAt, bodyHtml, author, image }) => ({
  title, description: plain(bodyHtml, 180), author: author.name, imageUrl: image.src, imageAlt: image.alt, url, favicon: null,
  date: publishedAt, origin: 'news.example',
});

/** What a service answers, as a value; undefined where it has nothing to say. */
export function service({ pathname, searchParams, search }, pictures) {
  const some = (count) => stories(Number(count), pictures);
  switch (pathname) {
    case '/api/v1/accounts/1/statuses':
      return searchParams.get('pinned') ? [] : some(searchParams.get('limit')).map(toot);
    case '/api/v1/custom_emojis':
      return [];
    case '/wp-json/wp/v2/posts':
      return some(searchParams.get('per_page')).map(wordpress);
    case '/xrpc/app.bsky.actor.getProfile':
      return { did: 'did:plc:abc', handle: 'news.example', displayName: 'News', avatar: `${pictures}/img/portrait-0.svg`, labels: [] };
    case '/xrpc/app.bsky.feed.getAuthorFeed':
      return { feed: some(/^n(\d+)\./.exec(searchParams.get('actor'))[1]).map(post) };
    case '/blog/latest-news':
      return { latest_articles: some(searchParams.get('limit')).map(teaser) };
    case '/peers/preview': {
      const index = Number(/story(?:\/|%2F)(\d+)/.exec(search)?.[1] ?? 0);
      return preview(some(index + 1)[index]);
    }
  }
}
