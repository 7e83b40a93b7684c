//! The native format: `article-card/1` and `article-feed/1`, camelCase, plain text but for `html` and `bodyHtml`.
//!
//! Strict: a value of the wrong kind is an error that names its path, because whoever writes this format wants to
//! know. Unknown keys are ignored and unknown block types fall back, so that `article-card/1.x` can add to it.

mod blocks;
mod fields;

use super::reading::clean;
use super::{Cursor, Reading};
use crate::article::{Access, Article, Block, Correction, Document, Feed, Inline, More, text};
use crate::limits;
use crate::sanitize::plain_text;
use fields::{publisher_of, short};

/// Reads the document whose `schema` is given.
pub(super) fn document(root: &Cursor, schema: &str, reading: &mut Reading) -> Document {
    let (kind, version) = schema.split_once('/').unwrap_or((schema, ""));
    if version != "1" && !version.starts_with("1.") {
        let at = root.get("schema").unwrap_or(*root);
        reading.wrong(&at, &["expected ", kind, "/1, found ", schema]);
    }
    if kind == "article-feed" {
        return Document::Feed(Box::new(feed(root, reading)));
    }
    let article = article(root, reading);
    if is_empty(&article) {
        reading.wrong(root, &["expected a headline or a body, found neither"]);
    }
    Document::Article(Box::new(article))
}

fn is_empty(article: &Article) -> bool {
    article.headline.is_none() && article.body.is_empty()
}

fn feed(at: &Cursor, reading: &mut Reading) -> Feed {
    let mut feed = Feed::default();
    if !reading.object(at) {
        return feed;
    }
    let outer_base = reading.context.base.clone();
    feed.url = base(at, reading);
    feed.title = short(at, "title", reading);
    feed.language = reading.language(at);
    feed.publisher = fields::publisher(at, reading);
    if let Some(items) = reading.required(at, "items") {
        let all = reading.items(&items, limits::FEED_ITEMS, "200 items");
        for (index, json) in all.iter().enumerate() {
            let at = items.item(index, json);
            let before = reading.error.take();
            let item = article(&at, reading);
            // One bad item never hides the others.
            match core::mem::replace(&mut reading.error, before) {
                Some(error) => reading.warnings.push(crate::Warning {
                    path: error.path,
                    message: ["item left out: ", &error.message].concat(),
                }),
                None if is_empty(&item) => {
                    reading.warn(&at, &["left out: it has neither a headline nor a body"]);
                }
                None => feed.items.push(item),
            }
        }
    }
    if let Some(more) = at.get("more")
        && reading.object(&more)
    {
        feed.more = Some(More {
            label: short(&more, "label", reading),
            url: reading.url(&more, "url"),
        });
    }
    reading.context.base = outer_base;
    feed
}

/// The URL of an article or feed. Its relative URLs belong there, never to the page that shows it.
fn base(at: &Cursor, reading: &mut Reading) -> Option<crate::sanitize::SafeUrl> {
    let url = reading.url(at, "url");
    if url.is_some() {
        reading.context.base.clone_from(&url);
    }
    url
}

fn article(at: &Cursor, reading: &mut Reading) -> Article {
    let mut article = Article::default();
    if !reading.object(at) {
        return article;
    }
    let outer_base = reading.context.base.clone();
    article.url = base(at, reading);
    article.id = reading.line(at, "id", limits::URL_CHARS);
    article.language = reading.language(at);
    article.section = fields::link(at, "section kicker category", reading);
    article.headline = reading.line(at, "headline title", limits::HEADLINE_CHARS);
    article.summary = reading.line(
        at,
        "summary description standfirst dek subheadline",
        limits::SUMMARY_CHARS,
    );
    article.published = reading.date(at, "datePublished published date");
    article.modified = reading.date(at, "dateModified modified updated");
    article.reading_minutes = reading.number(at, "readingTime", false);
    article.word_count = reading.number(at, "wordCount", false);
    article.image = fields::image(at, "image leadImage hero", reading);
    article.body = body(at, reading);
    article.authors = fields::authors(at, reading);
    if let Some(related) = at.get("related") {
        article.related = fields::teasers(&related, reading);
    }
    article.publisher =
        fields::publisher(at, reading).or_else(|| article.url.as_ref().map(publisher_of));
    article.tags = tags(at, reading);
    article.access = access(at, reading);
    article.corrections = corrections(at, reading);
    if let Some(labels) = at.get("labels") {
        article.labels = reading.labels(&labels);
    }
    if let Some(at) = at.get("feed") {
        let mut own = feed(&at, reading);
        if own.publisher.is_none() {
            own.publisher.clone_from(&article.publisher);
        }
        article.feed = Some(Box::new(own));
    }
    reading.context.base = outer_base;
    article
}

fn tags(at: &Cursor, reading: &mut Reading) -> Vec<String> {
    let mut tags = Vec::new();
    if let Some(all) = at.get("tags keywords") {
        for (index, json) in reading
            .items(&all, limits::TAGS, "12 tags")
            .iter()
            .enumerate()
        {
            let tag = all.item(index, json);
            tags.extend(clean(reading.text(&tag), limits::TAG_CHARS));
        }
    }
    tags
}

fn corrections(at: &Cursor, reading: &mut Reading) -> Vec<Correction> {
    let mut corrections = Vec::new();
    if let Some(all) = at.get("corrections") {
        let items = reading.items(&all, limits::CORRECTIONS, "20 corrections");
        for (index, json) in items.iter().enumerate() {
            let at = all.item(index, json);
            if reading.object(&at)
                && let Some(text) = reading.line(&at, "text", limits::TEXT_CHARS)
            {
                let date = reading.date(&at, "date");
                corrections.push(Correction { date, text });
            }
        }
    }
    corrections
}

/// The first of `body`, `bodyHtml` and `bodyText`.
fn body(at: &Cursor, reading: &mut Reading) -> Vec<Block> {
    reading.budget = limits::BLOCKS;
    let mut body = Vec::new();
    if let Some(blocks) = at.get("body") {
        return blocks::read(&blocks, 0, reading);
    }
    if let Some(value) = at.get("bodyHtml") {
        let html = reading.text(&value);
        if !plain_text::is_empty(html) {
            body.push(Block::Html { html: html.into() });
        }
    } else if let Some(value) = at.get("bodyText") {
        // Paragraphs stand apart by a blank line, as in JSON Feed's content_text.
        let text = reading.text(&value).replace('\r', "");
        for paragraph in text.split("\n\n") {
            let Some(text) = clean(paragraph, limits::TEXT_CHARS) else {
                continue;
            };
            if body.len() == limits::BLOCKS {
                reading.cut(&value, "1000 blocks");
                break;
            }
            let content = Inline::Text(text);
            body.push(Block::Paragraph { content });
        }
    }
    body
}

fn access(at: &Cursor, reading: &mut Reading) -> Access {
    let Some(value) = at.get("access") else {
        return Access::Free;
    };
    match reading.text(&value) {
        "free" => Access::Free,
        "registration" => Access::Registration,
        "metered" => Access::Metered,
        "paid" => Access::Paid,
        other => {
            let other = text::cut(text::line(other), 40);
            let message = "expected free, registration, metered or paid, found \"";
            reading.wrong(&value, &[message, &other, "\""]);
            Access::Free
        }
    }
}
