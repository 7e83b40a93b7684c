//! JSON text itself: how much of it, how deep.

mod support;

use article_card::{Reason, limits};
use support::{article, error, json, parse, written_back};

/// A document with lists nested so that the innermost is `depth` levels down, the document itself being the first.
fn nested(depth: usize) -> String {
    let (open, close) = ("[".repeat(depth - 1), "]".repeat(depth - 1));
    format!(
        r#"{{"schema": "article-card/1", "headline": "x", "_": {open}{close}, "tags": ["after"]}}"#
    )
}

#[test]
fn nesting_is_read_to_64_levels_and_left_out_below() {
    assert_eq!(limits::JSON_DEPTH, 64);
    for (depth, cut) in [(63, false), (64, false), (65, true), (66, true)] {
        let parsed = parse(&nested(depth));
        assert_eq!(parsed.truncated, cut, "{depth} levels");
        let warnings = support::written(&parsed.warnings);
        let expected: &[&str] = if cut {
            &[": values nested deeper than 64 levels were left out"]
        } else {
            &[]
        };
        assert_eq!(warnings, expected, "{depth} levels");
        assert_eq!(
            written_back(&parsed)["tags"],
            json!(["after"]),
            "what follows is read"
        );
    }
}

#[test]
fn bottomless_nesting_does_not_overflow_the_stack() {
    assert!(parse(&nested(100_000)).truncated);
    let objects = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    assert_eq!(error(&objects).reason, Reason::Format);
    #[rustfmt::skip]
    let table = [
        "[".repeat(1_000_000), "{\"a\":".repeat(100_000), "[{\"a\":".repeat(100_000),
    ];
    for unfinished in table {
        assert_eq!(error(&unfinished).reason, Reason::Json);
    }
}

#[test]
fn what_is_left_out_for_its_depth_is_skipped_and_not_checked_for_more_than_its_end() {
    let deep = "[".repeat(70) + "\"] } \\\" [\"" + &"]".repeat(70);
    let text = format!(r#"{{"schema": "article-card/1", "headline": "x", "_": {deep}}}"#);
    assert!(parse(&text).truncated);
    let unfinished = "[".repeat(70) + "1";
    assert!(
        error(&unfinished)
            .message
            .ends_with("before the end of the text")
    );
}

#[test]
fn a_document_may_have_4_mb_and_not_a_byte_more() {
    assert_eq!(limits::DOCUMENT_BYTES, 4 * 1024 * 1024);
    let empty = json!({"schema": "article-card/1", "headline": "x", "_": ""}).to_string();
    let of_size = |size: usize| {
        empty.replace(
            "\"_\":\"\"",
            &format!("\"_\":\"{}\"", "a".repeat(size - empty.len())),
        )
    };
    for size in [limits::DOCUMENT_BYTES - 1, limits::DOCUMENT_BYTES] {
        let text = of_size(size);
        assert_eq!(text.len(), size);
        assert!(!parse(&text).truncated);
    }
    let found = error(&of_size(limits::DOCUMENT_BYTES + 1));
    assert_eq!(
        (found.reason, found.message.as_str()),
        (Reason::TooLarge, "the document is larger than 4 MB")
    );
    assert_eq!(found.path, "");
    let nonsense = error(&"x".repeat(limits::DOCUMENT_BYTES + 1));
    assert_eq!(
        nonsense.reason,
        Reason::TooLarge,
        "the size is looked at before anything else"
    );
}

#[test]
fn large_documents_are_read() {
    let long =
        |text: String| parse(&json!({"schema": "article-card/1", "headline": text}).to_string());
    assert!(long("a ".repeat(1_500_000)).truncated);
    assert!(long("\\\"\n\u{1}".repeat(200_000)).truncated);
    article(json!({"headline": "x", "_": vec![0; 1_500_000]}));
    let mut keys = json!({"schema": "article-card/1", "headline": "x"});
    for key in 0..150_000 {
        keys[key.to_string()] = key.into();
    }
    assert!(!parse(&keys.to_string()).truncated);
}
