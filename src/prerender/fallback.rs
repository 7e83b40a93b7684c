//! What those see whose browser knows no shadow trees, and those whose card cannot be drawn.

use super::{address, link};
use crate::article::{Field, Record, text};
use crate::node::{self, html};

/// Characters of the first paragraph that stand for a headline.
const OPENING_CHARS: usize = 80;

/// The name of an article or feed as a link to it, with its publisher: phrasing content only, so that it may stand in a
/// paragraph.
pub fn fallback(document: &Record) -> String {
    let mut out = link(document);
    let publisher = publisher(document);
    if let Some(publisher) = publisher.filter(|publisher| *publisher != name(document)) {
        out.push_str(" — ");
        html::escape(&mut out, publisher);
    }
    out
}

/// What an article or feed is called: its headline or title, else its first words, its address, its publisher.
pub(super) fn name(document: &Record) -> String {
    let name = document
        .text(Field::Headline)
        .or_else(|| document.text(Field::Title));
    let name = name.map(str::to_owned).or_else(|| opening(document));
    let other = || address(document).or_else(|| publisher(document));
    name.or_else(|| other().map(str::to_owned))
        .unwrap_or_default()
}

/// The name of its publisher.
pub(super) fn publisher(document: &Record) -> Option<&str> {
    document.record(Field::Publisher)?.text(Field::Name)
}

/// The first words of a body; of one that is withdrawn or behind a warning why that is so.
fn opening(article: &Record) -> Option<String> {
    if let Some(instead) = article.held_back() {
        return instead.as_text().map(str::to_owned);
    }
    let text = article.records(Field::Body).find_map(|block| {
        let text = block.text(Field::Text).map(str::to_owned);
        let html = text::line(&node::text(block.nodes(Field::Html)));
        text.or_else(|| Some(html).filter(|text| !text.is_empty()))
    });
    text.map(|text| text::cut(text, OPENING_CHARS))
}
