//! Pages carry JSON that never was any: what can be meant in one way only is read so, with a warning. What cannot says
//! where it broke, and what we are asked to be strict with stays an error.

mod support;

use article_card::Reason;
use support::{error, json, parse, written, written_back};

/// A page's description of itself, with `more` in it as it stands.
fn page(more: &str) -> String {
    format!(
        r#"{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x"{more}}}"#
    )
}

/// `text` without its mark `¦`, and where that stood.
fn marked(text: &str) -> (String, String) {
    let (before, after) = text.split_once('¦').expect("a mark");
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    (
        [before, after].concat(),
        format!("line {line}, column {column}"),
    )
}

#[test]
#[rustfmt::skip]
fn what_can_be_meant_in_one_way_only_is_read_with_a_warning() {
    let kept = page(", \"description\": \"Kept\"");
    let table = [
        (page(", \"description\": \"Two¦\nlines\""), "Two lines", "found a bare control character in text"),
        (page(",\n \"description\": \"A¦\ttab\""), "A tab", "found a bare control character in text"),
        (page(", \"description\": \"Two¦\r\nlines\""), "Two lines", "found a bare control character in text"),
        (page(", \"description\": \"Kept\", ¦// a remark\n \"x\": 1"), "Kept", "expected a key in double quotes"),
        (page(", ¦/* a\nremark */ \"description\": \"Kept\""), "Kept", "expected a key in double quotes"),
        (page(", \"description\": \"Kept\", ¦"), "Kept", "expected a key in double quotes"),
        (page(", \"keywords\": [\"a\",¦], \"description\": \"Kept\""), "Kept", "expected a value"),
        (page(", \"wordCount\": ¦, \"description\": \"Kept\""), "Kept", "expected a value"),
        (page(", \"description\": \"Kept\", \"wordCount\": ¦"), "Kept", "expected a value"),
        (format!("// x\n{kept}").replacen("//", "¦//", 1), "Kept", "expected a value"),
        (format!("¦/*<![CDATA[*/{kept}/*]]>*/"), "Kept", "expected a value"),
        (format!("¦<!-- {kept} -->"), "Kept", "found a web page or XML"),
        (format!("\n¦<![CDATA[{kept}]]>"), "Kept", "found a web page or XML"),
        (format!("{kept} ¦// the end"), "Kept", "found more after the JSON"),
        (format!("{kept}¦]]>"), "Kept", "found more after the JSON"),
    ];
    for (text, summary, end) in table {
        let (text, at) = marked(&text);
        let parsed = parse(&text);
        assert_eq!(parsed.format, "json-ld", "{text}");
        let document = written_back(&parsed);
        assert_eq!((&document["headline"], &document["summary"]), (&json!("x"), &json!(summary)), "{text}");
        let warnings = written(&parsed.warnings);
        let [warning] = &warnings[..] else { panic!("{warnings:?} for {text}") };
        let said = [&at, ": this is not quite JSON, and was read as what it seems to mean: "].concat();
        assert!(warning.starts_with(&said) && warning.ends_with(end), "{warning}\nfor {text}");
        assert!(!parsed.truncated, "nothing was cut off {text}");
    }
}

#[test]
#[rustfmt::skip]
fn what_cannot_be_mended_says_line_and_column() {
    let whole = page("");
    let table = [
        page(", ¦'description': 'x'"), page(", \"description\": \"say \"¦x\" now\""), page(", \"description\": ¦NaN"),
        page(", \"description\": ¦undefined"), page(", ¦description: \"x\""), page("\n ¦\"description\": \"x\""),
        page(",\n \"wordCount\": ¦01"), page(",\n\n\"description\": \"\\¦x\""), format!("¦callback({whole})"),
        format!("{whole}¦; x()"), format!("{}¦", &whole[..30]), "¦".to_owned(), "  \n ¦".to_owned(), "{¦".to_owned(),
        "[1¦".to_owned(), "[1 ¦2]".to_owned(), "{\"a\" ¦1}".to_owned(), "\"a¦".to_owned(),
    ];
    for text in table {
        let (text, at) = marked(&text);
        let error = error(&text);
        assert_eq!((error.reason, error.path), (Reason::Json, at), "{} for {text}", error.message);
    }
}

#[test]
fn what_is_mended_and_of_no_known_format_says_where_it_broke() {
    let (text, at) = marked(r#"{"webTitle": "x",¦}"#);
    let error = error(&text);
    assert_eq!((error.reason, error.path), (Reason::Json, at));
}

#[test]
fn native_documents_stay_strict() {
    for text in [
        r#"{"schema": "article-card/1", "headline": "x",}"#,
        r#"{"schema": "article-card/1", "headline": , "bodyText": "x"}"#,
        "{\"schema\": \"article-card/1\", \"headline\": \"Two\nlines\"}",
        r#"{"schema": "article-card/1", "headline": "x"} // x"#,
        r#"/* x */ {"schema": "article-feed/1", "items": []}"#,
    ] {
        assert_eq!(error(text).reason, Reason::Json, "{text}");
    }
}

#[test]
fn every_format_of_others_is_mended() {
    for (format, text) in [
        ("wordpress", r#"[{"title": {"rendered": "x"}},]"#),
        (
            "ghost",
            r#"{"posts": [{"slug": "x", "title": "x", "html": ,}]}"#,
        ),
        ("json-feed", "{\"items\": [{\"content_text\": \"x\ny\"}]}"),
        ("ans", r#"{"headlines": {"basic": "x"},}"#),
        (
            "generic",
            r#"{"title": "x", "url": "https://a.example/", /* y */ }"#,
        ),
    ] {
        let parsed = parse(text);
        assert_eq!(parsed.format, format, "{text}");
        let warning = &parsed.warnings[0].message;
        assert!(warning.starts_with("this is not quite JSON"), "{text}");
    }
}
