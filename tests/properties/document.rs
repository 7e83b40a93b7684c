//! Whole documents: JSON text → model → card.

use std::slice;

use article_card::article::{Document, Pages};
use article_card::node::Node;
use article_card::view::{self, Collapse};
use article_card::{Context, Settings, limits};

use super::body::written;
use super::{base, gaps, images, tree};

/// Checks what `text` is read as, and the cards that are drawn of it.
pub(crate) fn check(text: &str) {
    let context = Context {
        base: Some(base()),
        images: images(),
        ..Context::default()
    };
    let parsed = match article_card::parse(text, &context) {
        Ok(parsed) => parsed,
        Err(error) => return assert!(!error.message.is_empty(), "an error that says nothing"),
    };
    assert!(parsed.warnings.len() <= limits::WARNINGS);
    for collapse in [Collapse::Whole, Collapse::Closed, Collapse::Open] {
        let settings = Settings {
            collapse,
            page_size: 2,
            ..Settings::default()
        };
        let card = match &parsed.document {
            Document::Article(article) => view::card(article, &settings),
            Document::Feed(_) => view::feed(&parsed.document, &settings),
        };
        // An empty feed draws nothing.
        if card != Node::Text(String::new()) {
            tree::drawn(slice::from_ref(&card));
        }
        assert_eq!(written(&[card]), article_card::render(&parsed, &settings));
        if parsed.document.feed().is_some() {
            let pages = Pages::new(parsed.document.clone());
            tree::drawn(&view::more(&pages, 1, 3, &settings));
        }
    }
    if parsed.truncated {
        return;
    }
    // Fields that an item has from its feed stand in another order.
    let normal = serde_json::to_value(&parsed.document).expect("JSON");
    let again = article_card::parse(&normal.to_string(), &context).expect("what this crate wrote");
    let again = serde_json::to_value(&again.document).expect("JSON");
    assert!(
        again == normal || html(&normal) || long_name(&normal),
        "{again}\nagain, but {normal}\nbefore"
    );
}

/// Whether a host is too long for a name: that of the feed, the article or one of the items.
fn long_name(document: &serde_json::Value) -> bool {
    let is_long = |of: &serde_json::Value| {
        let name = of["publisher"]["name"].as_str().unwrap_or_default();
        name.chars().count() > limits::NAME_CHARS
    };
    let items = document["items"].as_array().into_iter().flatten();
    gaps::LONG_NAMES_OF_HOSTS && (is_long(document) || items.into_iter().any(is_long))
}

/// Whether HTML stands in a document: what of it is not read the same again is said in [`super::body`].
fn html(document: &serde_json::Value) -> bool {
    document.to_string().contains("\"html\":")
}
