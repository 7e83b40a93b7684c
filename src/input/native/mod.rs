//! The native format: `article-card/1` and `article-feed/1`, camelCase, plain text but for `html` and `bodyHtml`.
//!
//! Strict: a value of the wrong kind is an error that names its path, because whoever writes this format wants to
//! know. Unknown keys are ignored and unknown block types fall back, so that `article-card/1.x` can add to it.

mod blocks;
mod fields;

use super::{Cursor, Reading};
use crate::article::{Access, Article, Correction, Document, Feed, Inline, More};
use crate::error::Error;
use crate::limits;
pub(super) use fields::labels;
use fields::{date, headline_text, language, link, list, name, text_within, web_url};

/// Reads the document whose `schema` is given.
pub(super) fn document(
    root: &Cursor,
    schema: &str,
    reading: &mut Reading,
) -> Result<Document, Error> {
    let (kind, version) = schema.split_once('/').unwrap_or((schema, ""));
    if version != "1" && !version.starts_with("1.") {
        let message = ["expected ", kind, "/1, found ", schema];
        return Err(root.get("schema").unwrap_or(*root).wrong(&message));
    }
    if kind == "article-feed" {
        return Ok(Document::Feed(Box::new(feed(root, reading)?)));
    }
    let article = article(root, reading)?;
    if article.headline.is_none() && article.body.is_empty() {
        return Err(root.wrong(&["expected a headline or a body, found neither"]));
    }
    Ok(Document::Article(Box::new(article)))
}

fn feed(at: &Cursor, reading: &mut Reading) -> Result<Feed, Error> {
    at.object()?;
    let outer_base = reading.base.clone();
    let url = web_url(at, &["url"], reading)?;
    if url.is_some() {
        reading.base.clone_from(&url);
    }
    let publisher = fields::publisher(at, reading)?;
    let Some(items_at) = at.get("items") else {
        return Err(at.wrong(&["expected items, found none"]));
    };
    let mut items = Vec::new();
    for item_at in list(&items_at, limits::FEED_ITEMS, "200 items", reading)? {
        // One bad item never hides the others.
        match article(&item_at, reading) {
            Ok(item) if item.headline.is_none() && item.body.is_empty() => {
                reading.warn(
                    &item_at,
                    &["left out: it has neither a headline nor a body"],
                );
            }
            Ok(item) => items.push(item),
            Err(error) => reading.warnings.push(crate::Warning {
                path: error.path,
                message: ["item left out: ", &error.message].concat(),
            }),
        }
    }
    let more = match at.get("more") {
        None => None,
        Some(more) => {
            more.object()?;
            Some(More {
                label: name(&more, &["label"])?,
                url: web_url(&more, &["url"], reading)?,
            })
        }
    };
    reading.base = outer_base;
    Ok(Feed {
        title: name(at, &["title"])?,
        url,
        language: language(at, reading)?,
        publisher,
        items,
        more,
    })
}

fn article(at: &Cursor, reading: &mut Reading) -> Result<Article, Error> {
    at.object()?;
    let outer_base = reading.base.clone();
    let url = web_url(at, &["url"], reading)?;
    // Relative URLs belong to the article's own page, never to the page that shows it.
    if url.is_some() {
        reading.base.clone_from(&url);
    }
    let article = article_at(at, url, reading);
    reading.base = outer_base;
    article
}

fn article_at(
    at: &Cursor,
    url: Option<crate::sanitize::SafeUrl>,
    reading: &mut Reading,
) -> Result<Article, Error> {
    let publisher = match fields::publisher(at, reading)? {
        Some(publisher) => Some(publisher),
        None => url.as_ref().map(fields::publisher_of),
    };
    let mut tags = Vec::new();
    if let Some(tags_at) = at.first(&["tags", "keywords"]) {
        for tag in list(&tags_at, limits::TAGS, "12 tags", reading)? {
            tags.extend(fields::clean(tag.text()?, limits::TAG_CHARS));
        }
    }
    let mut corrections = Vec::new();
    if let Some(all) = at.get("corrections") {
        for correction in list(&all, limits::CORRECTIONS, "20 corrections", reading)? {
            correction.object()?;
            if let Some(text) = text_within(&correction, &["text"], limits::TEXT_CHARS)? {
                let date = date(&correction, &["date"], reading)?;
                corrections.push(Correction { date, text });
            }
        }
    }
    let feed = match at.get("feed") {
        Some(feed_at) => {
            let own = feed(&feed_at, reading)?;
            Some(Box::new(Feed {
                publisher: own.publisher.or_else(|| publisher.clone()),
                ..own
            }))
        }
        None => None,
    };
    Ok(Article {
        id: name(at, &["id"])?,
        language: language(at, reading)?,
        section: link(at, &["section", "kicker", "category"], reading)?,
        headline: headline_text(at, &["headline", "title"])?,
        summary: text_within(
            at,
            &["summary", "description", "standfirst", "dek", "subheadline"],
            limits::SUMMARY_CHARS,
        )?,
        published: date(at, &["datePublished", "published", "date"], reading)?,
        modified: date(at, &["dateModified", "modified", "updated"], reading)?,
        reading_minutes: fields::integer(at, "readingTime")?,
        word_count: fields::integer(at, "wordCount")?,
        image: fields::image(at, &["image", "leadImage", "hero"], reading)?,
        body: body(at, reading)?,
        authors: fields::authors(at, reading)?,
        related: match at.get("related") {
            Some(related) => fields::teasers(&related, reading)?,
            None => Vec::new(),
        },
        publisher,
        tags,
        access: access(at)?,
        corrections,
        labels: at
            .get("labels")
            .map_or(Ok(Vec::new()), |all| labels(&all))?,
        url,
        feed,
    })
}

/// The first of `body`, `bodyHtml` and `bodyText`.
fn body(at: &Cursor, reading: &mut Reading) -> Result<Vec<crate::article::Block>, Error> {
    use crate::article::Block;
    reading.blocks = 0;
    if let Some(blocks_at) = at.get("body") {
        return blocks::read(&blocks_at, 0, reading);
    }
    if let Some(html) = at.get("bodyHtml") {
        let html = html.text()?.to_owned();
        let empty = crate::sanitize::plain_text::paragraphs(&html).is_empty();
        return Ok(if empty {
            Vec::new()
        } else {
            vec![Block::Html { html }]
        });
    }
    let Some(text) = at.get("bodyText") else {
        return Ok(Vec::new());
    };
    // Paragraphs stand apart by a blank line, as in JSON Feed's content_text.
    let normal = text.text()?.replace("\r\n", "\n");
    let mut paragraphs = Vec::new();
    for paragraph in normal.split("\n\n") {
        if paragraphs.len() == limits::BLOCKS {
            reading.cut(&text, "cut after 1000 blocks");
            break;
        }
        paragraphs.extend(fields::clean(paragraph, limits::TEXT_CHARS).map(|text| {
            Block::Paragraph {
                content: Inline::Text(text),
            }
        }));
    }
    Ok(paragraphs)
}

fn access(at: &Cursor) -> Result<Access, Error> {
    let Some(access) = at.get("access") else {
        return Ok(Access::Free);
    };
    match access.text()? {
        "free" => Ok(Access::Free),
        "registration" => Ok(Access::Registration),
        "metered" => Ok(Access::Metered),
        "paid" => Ok(Access::Paid),
        other => {
            let other = crate::article::text::cut(other, 40);
            let message = [
                "expected free, registration, metered or paid, found \"",
                other.as_ref(),
                "\"",
            ];
            Err(access.wrong(&message))
        }
    }
}
