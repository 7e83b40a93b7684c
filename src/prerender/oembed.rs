//! The answer of an oEmbed provider (<https://oembed.com/>) as a file, so that systems which know oEmbed turn the address of
//! an article into a frame with its card.

use serde::Serialize;

use super::fallback::{name, publisher};
use super::{Form, Snippet, link};
use crate::article::{Document, Field, Record, Value};
use crate::error::Error;
use crate::input::Parsed;
use crate::sanitize::SafeUrl;

/// An oEmbed answer of the type `rich`.
#[derive(Debug, Clone)]
pub struct OEmbed {
    /// The frame: its form is [`Form::Frame`].
    pub snippet: Snippet,
    /// For how many seconds those who ask may keep the answer.
    pub cache_age: u32,
}

/// In the order and by the names of the specification.
#[derive(Serialize)]
struct Answer<'a> {
    version: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_url: Option<&'a str>,
    cache_age: u32,
    #[serde(flatten)]
    thumbnail: Option<Thumbnail<'a>>,
    width: u32,
    height: u32,
    html: String,
}

/// All of it, or nothing: so says the specification.
#[derive(Serialize)]
struct Thumbnail<'a> {
    #[serde(rename = "thumbnail_url")]
    url: &'a str,
    #[serde(rename = "thumbnail_width")]
    width: u32,
    #[serde(rename = "thumbnail_height")]
    height: u32,
}

impl OEmbed {
    /// The answer as JSON, with a line break at its end.
    ///
    /// # Errors
    /// [`Reason::Format`](crate::Reason::Format) when a feed has no item of that name.
    pub fn json(&self, parsed: &Parsed) -> Result<String, Error> {
        let (kind, document) = self.snippet.card.pick(parsed)?;
        let record = document.record();
        let authors: Vec<_> = record.records(Field::Authors).collect();
        let names: Vec<_> = authors
            .iter()
            .filter_map(|author| author.text(Field::Name))
            .collect();
        let publisher_url = record
            .record(Field::Publisher)
            .and_then(|own| own.url(Field::Url));
        let height = self.snippet.height;
        let height = height.unwrap_or_else(|| self.snippet.room(&document));
        let answer = Answer {
            version: "1.0",
            kind: "rich",
            title: name(record),
            author_name: Some(names.join(", ")).filter(|names| !names.is_empty()),
            author_url: match &*authors {
                [author] => author.url(Field::Url).map(SafeUrl::as_str),
                _ => None,
            },
            provider_name: publisher(record),
            provider_url: publisher_url.map(SafeUrl::as_str),
            cache_age: self.cache_age,
            thumbnail: thumbnail(record),
            width: self.snippet.width,
            height,
            html: self.html(kind, &document),
        };
        // Of texts and numbers nothing can fail.
        let json = serde_json::to_string_pretty(&answer).unwrap_or_default();
        Ok(json + "\n")
    }

    /// A quotation and a frame: of what sites send that it does not know, `WordPress` leaves these two, and shows the frame
    /// in place of the quotation once that has told its height (`wp_filter_oembed_result`).
    fn html(&self, kind: &str, document: &Document) -> String {
        let link = link(document.record());
        let mut out = ["<blockquote class=\"wp-embedded-content\">", &link].concat();
        out.push_str("</blockquote>");
        if let Form::Frame(page) = &self.snippet.form {
            self.snippet.frame(&mut out, page, kind, document);
        }
        // WordPress looks for ` src='` with a pattern, in texts too.
        out.replace('\'', "&#39;")
    }
}

/// Of a picture that others may show to anybody.
fn thumbnail(record: &Record) -> Option<Thumbnail<'_>> {
    if record.held_back().is_some() {
        return None;
    }
    let image = record.record(Field::Image)?;
    if let Some(Value::Flag(false)) = image.get(Field::Republish) {
        return None;
    }
    Some(Thumbnail {
        url: image.url(Field::Url)?.as_str(),
        width: image.number(Field::Width)?,
        height: image.number(Field::Height)?,
    })
}
