//! What folds away behind "Show more": at a block, never after a heading, only when it pays. What folds inside of a
//! paragraph is in `fold_paragraphs.rs`.

mod support;

use article_card::Settings;
use article_card::view::Collapse;
use support::html::Tree;
use support::{Value, drawn, drawn_closed, drawn_with, json, paragraph, words};

fn heading(text: &str) -> Value {
    json!({"type": "heading", "text": text})
}

fn folded(blocks: &Value) -> Tree {
    drawn_closed(json!({"headline": "Ferry returns", "body": blocks}))
}

/// How many blocks stay and how many fold away; none when nothing folds.
fn split(blocks: &Value) -> Option<(usize, usize)> {
    let card = folded(blocks);
    let body = card.part("body");
    if !card.has("rest") {
        assert!(!card.has("toggle"), "no button without something to show");
        return None;
    }
    let rest = body.children.last().expect("the rest");
    assert_eq!(rest.get("part"), Some("rest"), "the rest comes last");
    Some((body.children.len() - 1, rest.children.len()))
}

#[test]
fn a_body_folds_at_the_first_block_boundary_after_80_words() {
    let blocks = |counts: &[usize]| {
        counts
            .iter()
            .map(|count| paragraph(&words(*count)))
            .collect::<Value>()
    };
    assert_eq!(split(&blocks(&[80, 60])), Some((1, 1)));
    assert_eq!(
        split(&blocks(&[79, 60])),
        None,
        "139 words: nothing would be left to hide"
    );
    assert_eq!(split(&blocks(&[40, 40, 60])), Some((2, 1)));
    assert_eq!(split(&blocks(&[30, 30, 30, 30, 30])), Some((3, 2)));
    assert_eq!(
        split(&blocks(&[500, 500])),
        Some((1, 1)),
        "never inside a block"
    );
    assert_eq!(split(&blocks(&[5_000])), None);
}

#[test]
fn less_than_60_words_are_not_worth_a_click() {
    let hiding = |count: usize| split(&json!([paragraph(&words(100)), paragraph(&words(count))]));
    assert_eq!([58, 59].map(hiding), [None, None]);
    assert_eq!([60, 61].map(hiding), [Some((1, 1)), Some((1, 1))]);
    let pictures = json!([paragraph(&words(100)), {"type": "image", "image": "https://news.example/a.jpg"}, {"type": "divider"}]);
    assert_eq!(split(&pictures), None, "pictures are no words");
}

#[test]
fn characters_count_where_words_cannot_be_counted() {
    let blocks = json!([paragraph(&"字".repeat(80)), paragraph(&"字".repeat(60))]);
    assert_eq!(split(&blocks), Some((1, 1)));
}

#[test]
fn a_heading_is_never_the_last_thing_that_stays() {
    let long = paragraph(&words(100));
    assert_eq!(split(&json!([long, heading("a"), long])), Some((1, 2)));
    // The 80th word stands in the heading itself: it goes with what it announces.
    let lead = paragraph(&words(75));
    assert_eq!(
        split(&json!([lead, heading(&words(10)), long])),
        Some((1, 2))
    );
    assert_eq!(
        split(&json!([lead, heading(&words(5)), heading("b"), long])),
        Some((1, 3))
    );
    assert_eq!(
        split(&json!([heading(&words(90)), long])),
        None,
        "a heading alone cannot stay"
    );
}

#[test]
fn a_heading_at_the_end_is_not_what_folds_away() {
    assert_eq!(
        split(&json!([paragraph(&words(100)), heading("The end")])),
        None
    );
}

#[test]
fn html_folds_between_its_paragraphs() {
    let html = format!("<p>{0}</p><p>{0}</p><p>{0}</p>", words(100));
    let card = drawn_closed(json!({"headline": "x", "bodyHtml": html}));
    assert_eq!(card.part("rest").children.len(), 2);
}

#[test]
fn the_button_says_what_it_shows_and_whether_it_is_shown() {
    let body = json!([paragraph(&words(100)), paragraph(&words(100))]);
    let card = folded(&body);
    let (button, rest) = (card.part("toggle"), card.part("rest"));
    assert_eq!(
        (button.name.as_str(), button.get("type")),
        ("button", Some("button"))
    );
    assert_eq!(button.get("aria-expanded"), Some("false"));
    assert_eq!(button.get("data-action"), Some("toggle"));
    assert_eq!(button.get("aria-controls"), rest.get("id"));
    assert_eq!(
        rest.get("hidden"),
        Some("until-found"),
        "find in page opens it"
    );
    let spoken = button.children.last().expect("the name");
    assert_eq!(
        (spoken.get("class"), spoken.text().as_str()),
        (Some("sr"), ": Ferry returns")
    );
    assert!(button.text().starts_with("Show more"));
    let open = Settings {
        collapse: Collapse::Open,
        ..Settings::default()
    };
    let card = drawn_with(json!({"headline": "Ferry returns", "body": body}), &open);
    assert_eq!(card.part("toggle").get("aria-expanded"), Some("true"));
    assert_eq!(card.part("rest").get("hidden"), None);
    assert!(card.part("toggle").text().contains("Show less"));
}

#[test]
fn without_a_script_nothing_folds() {
    let fields = json!({"headline": "x", "body": [paragraph(&words(500)), paragraph(&words(500))],
        "authors": [{"name": "Ana Sol", "bio": "She writes. ".repeat(100)}]});
    let card = drawn(fields);
    assert_eq!(card.elements("button").len(), 0);
    assert!(!card.has("rest"));
}

#[test]
fn several_authors_fold_each_for_themselves() {
    let bio = "She has written about ships, harbours and tides since 2009, at home and abroad. "
        .repeat(3);
    let authors: Vec<_> = ["Ana", "Ben", "Cleo"]
        .iter()
        .map(|name| json!({"name": name, "bio": bio}))
        .collect();
    let card = drawn_closed(json!({
        "headline": "x", "authors": authors, "body": [paragraph(&words(100)), paragraph(&words(100))],
    }));
    assert_eq!(card.parts("author-more").len(), 3);
    assert_eq!(
        card.parts("rest").len(),
        4,
        "and the body; ids are unique by the checks of every tree"
    );
}
