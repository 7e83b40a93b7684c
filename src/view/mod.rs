//! Model → node tree: one function for each visible part, which returns nothing when its data is absent.

mod author;
mod block;
mod body;
mod card;
mod date;
mod feed;
mod figure;
mod header;
pub mod html;
mod labels;
pub mod node;
mod scope;
mod source;
mod teaser;

pub use date::{DateFormat, DateText};
pub use labels::{Label, Labels};

use std::cell::Cell;

use crate::article::{Article, Document, Feed, Language};
use crate::input::Parsed;
use node::{Element, Node};
use scope::Scope;

/// How a card is drawn: what the partner chose with attributes, and what the reader's browser knows.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Level of the card's headline, 2 to 6.
    pub heading_level: u8,
    /// What is shown of a long body at first.
    pub collapse: Collapse,
    /// The language of the page around the card, for documents that do not name theirs.
    pub language: Option<Language>,
    /// UI strings the partner words differently: name and text.
    pub labels: Vec<(String, String)>,
    /// The IANA time zone dates are shown in; the reader's own (in the browser) or the one written by default.
    pub time_zone: Option<String>,
    /// Writes dates out.
    pub dates: DateFormat,
}

/// What is shown of a long body, and of a long biography, at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Collapse {
    /// All of it, with no button: for pages that may run no script.
    Whole,
    /// Its beginning, with a "Show more" button.
    Closed,
    /// All of it, with a "Show less" button.
    Open,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            heading_level: 2,
            collapse: Collapse::Whole,
            language: None,
            labels: Vec::new(),
            time_zone: None,
            dates: date::plain,
        }
    }
}

/// The tree of one article's card.
pub fn card(article: &Article, settings: &Settings) -> Node {
    let ids = Cell::new(0);
    let scope = Scope::new(settings, &ids).for_article(article, settings.heading_level);
    card::card(&scope, article, card::Place::Alone).into()
}

/// The tree of a feed.
pub fn feed(feed: &Feed, settings: &Settings) -> Node {
    let ids = Cell::new(0);
    let first = feed.items.first();
    let opening = feed.title.as_deref();
    let opening = opening.or_else(|| first.and_then(|item| item.headline.as_deref()));
    let scope = Scope::new(settings, &ids).speaking(feed.language.as_ref(), opening);
    feed::feed(&scope, feed).into()
}

/// The tree of what an `<article-feed>` draws: the feed itself, the feed an article came with, or a feed of one.
pub fn as_feed(document: &Document, settings: &Settings) -> Node {
    match document {
        Document::Feed(own) => feed(own, settings),
        Document::Article(article) => match &article.feed {
            Some(own) => feed(own, settings),
            None => feed(
                &Feed {
                    language: article.language.clone(),
                    items: vec![(**article).clone()],
                    ..Feed::default()
                },
                settings,
            ),
        },
    }
}

/// The HTML inside the shadow root: a feed for a feed, a card for an article.
pub fn render(parsed: &Parsed, settings: &Settings) -> String {
    let tree = match &parsed.document {
        Document::Article(article) => card(article, settings),
        Document::Feed(list) => feed(list, settings),
    };
    let mut out = String::new();
    html::push(&mut out, &tree);
    out
}

/// A paragraph-like part holding one text; none for none.
fn line(tag: node::Tag, part: &'static str, text: Option<&String>) -> Option<Element> {
    text.map(|text| Element::part(tag, part).child(text.as_str()))
}
