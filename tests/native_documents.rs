//! The native format as a whole: versions, what is required, what is ignored, what is left out.

mod support;

use article_card::Reason;
use support::{article, article_and_warnings, card, error, json, parse, written_back};

#[test]
fn versions_1_and_1_point_anything_are_read() {
    #[rustfmt::skip]
    let table = [
        "article-card/1", "article-card/1.0", "article-card/1.7", "article-card/1.25",
    ];
    for schema in table {
        let text = json!({"schema": schema, "headline": "Ferry returns"}).to_string();
        let parsed = parse(&text);
        assert_eq!(parsed.format, "native");
        let written = serde_json::to_value(&parsed.document).expect("JSON");
        assert_eq!(
            written["schema"], "article-card/1",
            "{schema} is written as /1"
        );
    }
    parse(&json!({"schema": "article-feed/1.3", "items": []}).to_string());
}

#[test]
fn other_versions_are_refused_with_the_version_that_is_understood() {
    #[rustfmt::skip]
    let table = [
        "article-card/2", "article-card/10", "article-card/", "article-card/1beta", "article-feed/2.1",
    ];
    for schema in table {
        let kind = schema.split('/').next().expect("a kind");
        let refused = error(&json!({"schema": schema, "headline": "x", "items": []}).to_string());
        assert_eq!(refused.reason, Reason::Format);
        assert_eq!(refused.path, "schema");
        let end = format!("{kind}/1, found {schema}");
        assert!(refused.message.ends_with(&end), "{}", refused.message);
    }
}

#[test]
fn what_is_no_known_format_is_named_for_what_it_is() {
    #[rustfmt::skip]
    let cases = [
        ("{}", "an object"),
        ("[1, {}]", "a list"),
        ("null", "null"),
        ("42", "a number"),
        ("\"article-card/1\"", "text"),
        (r#"{"headline": "x", "body": []}"#, "an object with the keys headline, body"),
        (r#"{"schema": "article-cards/1"}"#, "an object with the keys schema"),
        (r#"{"schema": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1}"#, "an object with the keys schema, b, c, d, e"),
    ];
    for (text, found) in cases {
        let refused = error(text);
        assert_eq!(refused.reason, Reason::Format, "{text}");
        let end = ["found ", found].concat();
        assert!(
            refused.message.ends_with(&end),
            "{text}: {}",
            refused.message
        );
        assert!(
            refused.message.contains("article-card/1"),
            "{}",
            refused.message
        );
    }
}

#[test]
fn a_bare_list_of_articles_is_a_feed_without_a_name() {
    let empty = parse("[]");
    assert_eq!(
        written_back(&empty),
        json!({"schema": "article-feed/1", "items": []})
    );
    assert_eq!(
        empty.article(None).unwrap_err().message,
        "the feed has no items"
    );
    let list = json!([
        {"schema": "article-card/1", "headline": "a"},
        {"headline": "b", "bodyText": "Text."},
        {"schema": "article-card/1", "headline": 3},
    ]);
    let parsed = parse(&list.to_string());
    assert_eq!(
        written_back(&parsed)["items"].as_array().map(Vec::len),
        Some(2)
    );
    let warnings = support::written(&parsed.warnings);
    assert_eq!(
        warnings,
        ["[2].headline: item left out: expected text, found a number"]
    );
}

#[test]
fn unknown_keys_are_ignored_everywhere() {
    let strange = json!({"deep": [1, {"er": null}]});
    let fields = json!({
        "headline": "Ferry returns", "_x": strange, "mood": strange,
        "image": {"url": "https://news.example/a.jpg", "_x": strange},
        "authors": [{"name": "Ana Sol", "shoeSize": strange}],
        "body": [{"type": "paragraph", "text": "It sails.", "weather": strange}],
        "publisher": {"name": "The Harbour", "_x": strange},
    });
    assert_eq!(article(fields)["authors"], json!([{"name": "Ana Sol"}]));
}

#[test]
fn a_card_needs_a_headline_or_a_body() {
    let enough = [
        json!({"headline": "x"}),
        json!({"bodyText": "x"}),
        json!({"bodyHtml": "<p>x"}),
        json!({"body": [{"type": "divider"}]}),
    ];
    for fields in enough {
        article(fields);
    }
    let too_little = [
        json!({}),
        json!({"headline": "  "}),
        json!({"summary": "x", "url": "https://news.example/"}),
        json!({"body": [{"type": "paragraph", "text": " "}]}),
        json!({"bodyHtml": "<p> </p><script>x</script>"}),
    ];
    for fields in too_little {
        let refused = error(&card(fields));
        assert_eq!(
            refused.to_string(),
            "expected a headline or a body, found neither"
        );
    }
}

#[test]
fn what_cannot_be_used_is_left_out_with_a_warning_and_not_fatal() {
    let (article, warnings) = article_and_warnings(json!({
        "headline": "Ferry returns", "url": "javascript:alert(1)", "language": "english please",
        "datePublished": "yesterday", "image": "data:image/png;base64,AAAA",
    }));
    assert_eq!(
        article,
        json!({"schema": "article-card/1", "headline": "Ferry returns"})
    );
    let mut paths: Vec<_> = warnings
        .iter()
        .filter_map(|warning| warning.split(':').next())
        .collect();
    paths.sort_unstable();
    assert_eq!(paths, ["datePublished", "image", "language", "url"]);
    let unusable = parse(&card(json!({"headline": "x", "language": "x y"})));
    assert!(!unusable.truncated, "nothing was cut by a limit");
}
