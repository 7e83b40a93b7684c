//! The card before any script runs: an element for a page that is written on a server, with what it shows inside as a
//! declarative shadow tree (HTML, `<template shadowrootmode>`), and other forms of it for places that take no such thing.
//!
//! Native only. Whoever has the JSON can have all of these, and nothing here asks the network for anything.

mod attributes;
mod data;
mod fallback;
mod fragment;
mod height;
mod oembed;
mod policy;
mod snippet;
mod style;

pub use fallback::fallback;
pub use fragment::fragment;
pub use height::height;
pub use oembed::OEmbed;
pub use snippet::{Form, Script, Snippet};
pub use style::{Style, style_sheet};

use std::io;

use crate::article::{Document, Field, Record};
use crate::error::Error;
use crate::input::{Context, Parsed};
use crate::node::{Node, html};
use crate::sanitize::SafeUrl;
use crate::view::{self, Settings};

/// A theme that needs no script.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Where the script of a pre-rendered element finds the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Data {
    /// Nowhere: the element stays as it is, until somebody sets its `data` property.
    #[default]
    None,
    /// Inside the element, as `article-card/1` or `article-feed/1`, with nothing in it that the card does not know. Bodies
    /// of HTML may lose something that only shows; so they do in what is drawn.
    Inline,
    /// At this address, as its `src` attribute.
    Address(String),
}

/// How a document becomes an `<article-card>` or `<article-feed>` element that shows without any script.
///
/// What is chosen here stands on the element as attributes, so that the script, if it comes, draws the very same and
/// leaves alone what is there.
///
/// ```
/// use article_card::prerender::{Data, Prerender};
///
/// let story = article_card::parse(
///     r#"{"schema": "article-card/1", "headline": "Ferry returns", "bodyText": "It sails at noon."}"#,
///     &article_card::Context::default(),
/// )?;
/// let html = Prerender { data: Data::Inline, ..Prerender::default() }.html(&story)?;
/// assert!(html.starts_with(r#"<article-card><template shadowrootmode="open"><style>"#));
/// # Ok::<(), article_card::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Prerender {
    /// How it is drawn. [`Collapse::Closed`](view::Collapse::Closed) and [`Collapse::Open`](view::Collapse::Open) are
    /// drawn whole: their buttons would need a script.
    pub settings: Settings,
    /// Light, dark, or as the reader's system says.
    pub theme: Theme,
    /// How the style sheet comes along.
    pub style: Style,
    /// What the element's script is given.
    pub data: Data,
    /// Of a feed, which article is drawn as a card: its position from 0, or its id. All of them as a feed without it.
    pub item: Option<String>,
    /// What the document was read with, for a script that reads it again.
    pub context: Context,
    /// Further attributes of the element, by name: what the script is to know and this crate does not draw by.
    pub attributes: Vec<(&'static str, String)>,
}

impl Prerender {
    /// The element, in one line that ends with a line break.
    ///
    /// # Errors
    /// [`Reason::Format`](crate::Reason::Format) when a feed has no item of that name.
    pub fn html(&self, parsed: &Parsed) -> Result<String, Error> {
        let mut out = String::new();
        self.push(&mut out, parsed)?;
        Ok(out)
    }

    /// Writes the element to `out`, all of it or nothing.
    ///
    /// # Errors
    /// As [`Prerender::html`], as [`io::ErrorKind::InvalidData`]; and what `out` fails with.
    pub fn write(&self, parsed: &Parsed, out: &mut impl io::Write) -> io::Result<()> {
        let html = self.html(parsed);
        let html = html.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        out.write_all(html.as_bytes())
    }

    /// Appends the element to `out`; nothing in case of an error.
    ///
    /// # Errors
    /// As [`Prerender::html`].
    pub fn push(&self, out: &mut String, parsed: &Parsed) -> Result<(), Error> {
        let (name, document) = self.pick(parsed)?;
        let json = (self.data == Data::Inline).then(|| data::json(&document));
        let again = json
            .as_deref()
            .and_then(|json| data::read_again(json, &self.context.images));
        let document = again.unwrap_or(document);
        out.extend(["<", name]);
        attributes::push(out, self);
        out.push_str("><template shadowrootmode=\"open\">");
        self.style.push(out);
        html::push(out, &tree(&document, &self.settings));
        out.push_str("</template>");
        out.push_str(&fallback(document.record()));
        if let Some(json) = json {
            data::push(out, &json);
        }
        out.extend(["</", name, ">\n"]);
        Ok(())
    }

    /// The name of the element, and what it is of.
    fn pick(&self, parsed: &Parsed) -> Result<(&'static str, Document), Error> {
        Ok(match &self.item {
            None if matches!(parsed.document, Document::Feed(_)) => {
                ("article-feed", parsed.document.clone())
            }
            item => {
                let article = parsed.article(item.as_deref())?.clone();
                ("article-card", Document::Article(article))
            }
        })
    }
}

/// What is drawn of a document where there may be no script.
fn tree(document: &Document, settings: &Settings) -> Node {
    view::tree(document, &settings.without_script())
}

/// An attribute, if it has a value.
pub(crate) fn attribute(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        out.extend([" ", name, "=\""]);
        html::escape(out, value);
        out.push('"');
    }
}

/// A link to an article or feed by its name; the name alone without an address.
fn link(record: &Record) -> String {
    let mut out = String::new();
    let url = address(record);
    if url.is_some() {
        out.push_str("<a");
        attribute(&mut out, "href", url);
        out.push('>');
    }
    html::escape(&mut out, &fallback::name(record));
    if url.is_some() {
        out.push_str("</a>");
    }
    out
}

/// The address of an article or feed.
fn address(record: &Record) -> Option<&str> {
    record.url(Field::Url).map(SafeUrl::as_str)
}
