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
mod pen;
mod source;
mod teaser;

pub use date::{DateFormat, DateStyle, DateText};
pub use labels::Label;
use labels::Labels;

use crate::article::{Document, Field, Language, Record};
use crate::input::Parsed;
use node::Node;
use pen::Pen;

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
pub fn card(article: &Record, settings: &Settings) -> Node {
    let mut pen = Pen::new(settings);
    card::card(&mut pen, article, card::Place::Alone, None);
    pen.finish()
}

/// The tree of a feed.
pub fn feed(document: &Document, settings: &Settings) -> Node {
    let mut pen = Pen::new(settings);
    let nameless = Record::default();
    let (own, outer) = match document {
        Document::Feed(own) => (own, None),
        // The feed it came with, or a feed of one.
        Document::Article(article) => {
            let own = article.record(Field::Feed).unwrap_or(&nameless);
            (own, Some(article))
        }
    };
    feed::feed(&mut pen, own, outer);
    pen.finish()
}

/// The HTML inside the shadow root: a feed for a feed, a card for an article.
pub fn render(parsed: &Parsed, settings: &Settings) -> String {
    let tree = match &parsed.document {
        Document::Article(article) => card(article, settings),
        Document::Feed(_) => feed(&parsed.document, settings),
    };
    let mut out = String::new();
    html::push(&mut out, &tree);
    out
}
