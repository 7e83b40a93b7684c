//! What the native tests share: short ways to read and draw a document, and the place of the shared samples.
#![allow(dead_code)] // no single test file uses all of it

#[cfg(feature = "cli")]
pub(crate) mod command;
pub(crate) mod html;
pub(crate) mod links;
pub(crate) mod mutation;
#[cfg(feature = "cli")]
pub(crate) mod server;

use std::path::PathBuf;

use article_card::view::node::Node;
use article_card::view::{self, Collapse, Settings};
use article_card::{Context, Error, Parsed, Warning};
pub(crate) use serde_json::{Value, json};

use html::Tree;

/// `fields` as an `article-card/1` document.
pub(crate) fn card(mut fields: Value) -> String {
    fields["schema"] = "article-card/1".into();
    fields.to_string()
}

/// `fields` as an `article-feed/1` document.
pub(crate) fn feed_document(mut fields: Value) -> String {
    fields["schema"] = "article-feed/1".into();
    fields.to_string()
}

/// Reads `text` without a base and outside a page.
#[track_caller]
pub(crate) fn parse(text: &str) -> Parsed {
    match article_card::parse(text, &Context::default()) {
        Ok(parsed) => parsed,
        Err(error) => panic!("{error}\nin {}", shortened(text)),
    }
}

/// The error that `text` must give.
#[track_caller]
pub(crate) fn error(text: &str) -> Error {
    match article_card::parse(text, &Context::default()) {
        Ok(parsed) => panic!("no error, but {parsed:?}\nfor {}", shortened(text)),
        Err(error) => error,
    }
}

/// The article that `fields` make, and what was left out of it.
#[track_caller]
pub(crate) fn article_and_warnings(fields: Value) -> (Value, Vec<String>) {
    let parsed = parse(&card(fields));
    let warnings = written(&parsed.warnings);
    (written_back(&parsed), warnings)
}

/// The article that `fields` make; nothing may be left out.
#[track_caller]
pub(crate) fn article(fields: Value) -> Value {
    let (article, warnings) = article_and_warnings(fields);
    assert_eq!(warnings, [""; 0], "warnings");
    article
}

/// The feed that `fields` make, and what was left out of it.
#[track_caller]
pub(crate) fn feed_and_warnings(fields: Value) -> (Value, Vec<String>) {
    let parsed = parse(&feed_document(fields));
    let warnings = written(&parsed.warnings);
    (written_back(&parsed), warnings)
}

/// The document as this crate writes it: what is absent in it reads as null.
pub(crate) fn written_back(parsed: &Parsed) -> Value {
    serde_json::to_value(&parsed.document).expect("a document is JSON")
}

/// How many values a list of a document has; none when it is absent.
pub(crate) fn length(list: &Value) -> usize {
    list.as_array().map_or(0, Vec::len)
}

/// Warnings as `path: message`.
pub(crate) fn written(warnings: &[Warning]) -> Vec<String> {
    warnings
        .iter()
        .map(|warning| format!("{}: {}", warning.path, warning.message))
        .collect()
}

/// The card of an article with these fields, all of it shown.
#[track_caller]
pub(crate) fn drawn(fields: Value) -> Tree {
    drawn_with(fields, &Settings::default())
}

/// The card of an article with these fields, a long body folded.
#[track_caller]
pub(crate) fn drawn_closed(fields: Value) -> Tree {
    drawn_with(fields, &closed(5))
}

/// The card of an article with these fields.
#[track_caller]
pub(crate) fn drawn_with(fields: Value, settings: &Settings) -> Tree {
    let parsed = parse(&card(fields));
    html::read(&article_card::render(&parsed, settings))
}

/// The feed with these fields, drawn.
#[track_caller]
pub(crate) fn drawn_feed(fields: Value) -> Tree {
    drawn_feed_with(fields, &Settings::default())
}

/// The feed with these fields as a browser first draws it, so many items of it.
#[track_caller]
pub(crate) fn drawn_feed_closed(fields: Value, page_size: u32) -> Tree {
    drawn_feed_with(fields, &closed(page_size))
}

/// The feed with these fields.
#[track_caller]
pub(crate) fn drawn_feed_with(fields: Value, settings: &Settings) -> Tree {
    let parsed = parse(&feed_document(fields));
    html::read(&article_card::render(&parsed, settings))
}

/// How a browser first draws a feed: so many items, what is long folded.
pub(crate) fn closed(page_size: u32) -> Settings {
    Settings {
        collapse: Collapse::Closed,
        page_size,
        ..Settings::default()
    }
}

/// The HTML of `node`.
pub(crate) fn html_of(node: &Node) -> String {
    let mut out = String::new();
    view::html::push(&mut out, node);
    out
}

/// `count` items of a feed that have a headline and a page each.
pub(crate) fn items(count: usize) -> Vec<Value> {
    let item =
        |at| json!({"headline": format!("Item {at}"), "url": format!("https://news.example/{at}")});
    (1..=count).map(item).collect()
}

/// What `<article-feed>` draws of the document `text`.
#[track_caller]
pub(crate) fn drawn_as_feed(text: &str) -> Tree {
    let tree = view::feed(&parse(text).document, &Settings::default());
    html::read(&html_of(&tree))
}

/// `count` words.
pub(crate) fn words(count: usize) -> String {
    vec!["word"; count].join(" ")
}

/// A paragraph block.
pub(crate) fn paragraph(text: &str) -> Value {
    json!({"type": "paragraph", "text": text})
}

/// A file of the shared material that is not part of the repository; a note on standard error when it is not there.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ARTICLE_CARD_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let file = folder.join(path);
    if !file.exists() {
        eprintln!("skipped: shared {path} is not here (ARTICLE_CARD_SHARED says where to look)");
        return None;
    }
    Some(file)
}

/// The text of a shared file.
pub(crate) fn shared_text(path: &str) -> Option<String> {
    let bytes = std::fs::read(shared(path)?).expect("a readable file");
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads `make(n)` for n below, at and above `limit`; `count` finds what was kept of it.
#[track_caller]
pub(crate) fn bounded(
    limit: usize,
    make: impl Fn(usize) -> Value,
    count: impl Fn(&Value) -> usize,
    warning: &str,
) {
    for size in [limit - 1, limit, limit + 1, limit * 2] {
        let parsed = parse(&card(make(size)));
        assert_eq!(
            count(&written_back(&parsed)),
            size.min(limit),
            "{size} of {limit}: {warning}"
        );
        told(&parsed, size > limit, warning);
    }
}

/// The document was cut and says so with `warning`, or it was not and says nothing.
#[track_caller]
pub(crate) fn told(parsed: &Parsed, cut: bool, warning: &str) {
    let expected: &[&str] = if cut { &[warning] } else { &[] };
    assert_eq!(written(&parsed.warnings), expected);
    assert_eq!(parsed.truncated, cut, "{warning}");
}

/// `count` times the same value.
pub(crate) fn several(count: usize, value: &Value) -> Vec<Value> {
    vec![value.clone(); count]
}

/// An article with this one block.
pub(crate) fn with_body(block: &Value) -> Value {
    json!({"headline": "x", "body": [block]})
}

fn shortened(text: &str) -> String {
    text.chars().take(400).collect()
}
