//! Model → node tree: one function for each visible part, which returns nothing when its data is absent.

mod author;
mod block;
mod body;
mod card;
mod choices;
mod date;
#[cfg(not(target_arch = "wasm32"))]
mod date_words;
mod feed;
mod figure;
mod fold;
mod header;
mod labels;

mod pen;
mod source;
mod teaser;

pub use choices::Mode;
pub use date::{DateFormat, DateStyle, DateText};
pub use labels::Label;
use labels::Labels;

use crate::article::{Document, Language, Pages, Record};
use crate::input::Parsed;
use crate::lang::{self, PluralFormat};
use crate::node::Node;
pub use crate::node::{self, html};
use pen::Pen;

/// How a card is drawn: what the partner chose with attributes, and what the reader's browser knows.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Level of the card's headline, 2 to 6.
    pub heading_level: u8,
    /// How much of an article is shown.
    pub mode: Mode,
    /// Parts that are left out, set apart by white space: `image author bio tags related section reading-time dates`.
    pub hide: String,
    /// Links open in a new tab.
    pub new_tab: bool,
    /// What is added to the query of links to articles: `utm_source=partner`.
    pub link_query: String,
    /// A button that gives the article's address on: scripts alone can do that.
    pub share: bool,
    /// What is shown of a long body at first.
    pub collapse: Collapse,
    /// Items of a feed that are shown at first, and added by each "Show more"; at least 1. [`Collapse::Whole`] and
    /// [`Collapse::Details`] show all of them.
    pub page_size: u32,
    /// Items that a feed ever shows, of all its pages.
    pub most: u32,
    /// How wide the card is, in CSS pixels, where that is known: which file of its lead picture fits.
    pub width: Option<u32>,
    /// The language of the page around the card, for documents that do not name theirs.
    pub language: Option<Language>,
    /// UI strings the partner words differently: name and text.
    pub labels: Vec<(String, String)>,
    /// The IANA time zone dates are shown in; the reader's own (in the browser) or the one written by default, and where it
    /// is unknown.
    pub time_zone: Option<String>,
    /// Writes dates out.
    pub dates: DateFormat,
    /// Tells the plural category of a count.
    pub plurals: PluralFormat,
}

/// What is shown of a long body, and of a long biography, at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Collapse {
    /// All of it, with no button but that for another page of a feed: for pages that may run no script.
    Whole,
    /// Its beginning, and the rest in a `<details>`, which needs no script. A biography is shown whole.
    Details,
    /// Its beginning, with a "Show more" button.
    Closed,
    /// All of it, with a "Show less" button.
    Open,
}

impl Collapse {
    /// Whether it is opened and closed by a button, which takes a script.
    pub(crate) fn takes_script(self) -> bool {
        matches!(self, Self::Closed | Self::Open)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            heading_level: 2,
            mode: Mode::Full,
            hide: String::new(),
            new_tab: false,
            link_query: String::new(),
            share: false,
            collapse: Collapse::Whole,
            page_size: 5,
            most: u32::MAX,
            width: None,
            language: None,
            labels: Vec::new(),
            time_zone: None,
            dates: date::plain,
            plurals: lang::plain_plural,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Settings {
    /// The same for a card that may be without a script.
    pub(crate) fn without_script(&self) -> Self {
        let mut settings = self.clone();
        if settings.collapse.takes_script() {
            settings.collapse = Collapse::Whole;
        }
        settings
    }
}

/// The tree of one article's card.
pub fn card(article: &Record, settings: &Settings) -> Node {
    let mut pen = Pen::new(settings);
    card::card(&mut pen, article, card::Place::Alone, None);
    pen.finish()
}

/// The tree of a feed: its first page.
pub fn feed(document: &Document, settings: &Settings) -> Node {
    let mut pen = Pen::new(settings);
    feed::feed(&mut pen, document);
    pen.finish()
}

/// The trees of the items that follow `shown` others in a feed of several pages, up to `count` of them.
pub fn more(pages: &Pages, shown: u32, count: u32, settings: &Settings) -> Vec<Node> {
    let mut pen = Pen::new(settings);
    feed::further(&mut pen, pages, shown, count);
    pen.take_since(0)
}

/// What is said when `count` more items of a feed have been drawn.
pub fn announcement(count: u32, pages: &Pages, settings: &Settings) -> String {
    let mut labels = Labels::new(settings);
    labels.speak(feed::language(&pages.first));
    let label = match count {
        0 => Label::NoMoreStories,
        1 => Label::OneMoreStory,
        _ => Label::MoreStories,
    };
    labels.counted(label, count)
}

/// The tree of a document: a feed for a feed, a card for an article.
pub fn tree(document: &Document, settings: &Settings) -> Node {
    match document {
        Document::Article(article) => card(article, settings),
        Document::Feed(_) => feed(document, settings),
    }
}

/// The HTML inside the shadow root.
pub fn render(parsed: &Parsed, settings: &Settings) -> String {
    let mut out = String::new();
    html::push(&mut out, &tree(&parsed.document, settings));
    out
}
