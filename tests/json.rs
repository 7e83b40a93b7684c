//! JSON text itself: what is accepted, what is refused and where. Size and nesting are in `json_limits.rs`.

mod support;

use article_card::Reason;
use support::{error, parse, written_back};

/// The headline of a document whose `headline` is written as `json`.
#[track_caller]
fn headline(json: &str) -> String {
    let parsed = parse(&document(json));
    let headline = written_back(&parsed)["headline"].take();
    headline.as_str().unwrap_or_default().to_owned()
}

fn document(headline: &str) -> String {
    format!(r#"{{"schema": "article-card/1", "bodyText": "x", "headline": {headline}}}"#)
}

#[track_caller]
fn refused(text: &str, path: &str, message: &str) {
    let found = error(text);
    assert_eq!(
        (found.path.as_str(), found.message.as_str()),
        (path, message),
        "{text}"
    );
    assert_eq!(found.reason, Reason::Json);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let parsed = parse(&["\u{feff}", &document("\"x\"")].concat());
    assert_eq!(parsed.warnings, []);
    refused(
        "\u{feff}{,}",
        "line 1, column 2",
        "expected a key in double quotes",
    );
}

#[test]
fn escapes_are_the_characters_they_stand_for() {
    let cases = [
        (r#""a\"b\\c\/d""#, "a\"b\\c/d"),
        (r#""\u0041\u00e9\u4e2d""#, "Aé中"),
        (r#""\u00E9\u00e9""#, "éé"),
        (r#""\ud83d\ude00""#, "😀"),
        (r#""a\tb\nc\rd\fe""#, "a b c d e"),
        (r#""a\bb""#, "ab"),
        (r#""\u0061\u0000\u0062""#, "ab"),
        ("\"Ünï 中 😀\"", "Ünï 中 😀"),
    ];
    for (json, text) in cases {
        assert_eq!(headline(json), text, "{json}");
    }
}

#[test]
fn a_lone_surrogate_becomes_a_replacement_character() {
    let cases = [
        (r#""a\ud800b""#, "a\u{fffd}b"),
        (r#""a\udc00b""#, "a\u{fffd}b"),
        (r#""\ud800\ud800""#, "\u{fffd}\u{fffd}"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        (r#""\ud800\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
        (r#""\ud83d\n""#, "\u{fffd}"),
    ];
    for (json, text) in cases {
        assert_eq!(headline(json), text, "{json}");
    }
}

#[test]
fn of_a_repeated_key_the_last_one_counts() {
    let text = r#"{"schema": "article-card/2", "schema": "article-card/1", "headline": "a", "headline": "b"}"#;
    let parsed = parse(text);
    assert_eq!(written_back(&parsed)["headline"], "b");
    let last_is_null =
        r#"{"schema": "article-card/1", "headline": "a", "headline": null, "title": "c"}"#;
    let parsed = parse(last_is_null);
    assert_eq!(written_back(&parsed)["headline"], "c");
}

#[test]
fn white_space_may_stand_anywhere_between() {
    parse(
        " \r\n\t{ \"schema\" : \"article-card/1\" ,\n\"headline\"\t:\r\"x\" , \"tags\" : [ ] , \"_\" : { } } \n",
    );
    refused(
        "{\u{a0}}",
        "line 1, column 2",
        "expected a key in double quotes",
    );
}

#[test]
fn errors_say_line_and_column_in_characters() {
    #[rustfmt::skip]
    let cases = [
        ("{\"schema\": article}", "line 1, column 12", "expected a value"),
        ("{\n  \"a\": 1,\n  \"b\" 2\n}", "line 3, column 7", "expected : after the key"),
        ("{\"é😀中\": x}", "line 1, column 9", "expected a value"),
        ("{\"a\": \"😀\",\r\n\"é\": x}", "line 2, column 6", "expected a value"),
        ("[1, 2,]", "line 1, column 7", "expected a value"),
        ("[1 2]", "line 1, column 4", "expected , or ] in the list"),
        ("{\"a\": 1 \"b\": 2}", "line 1, column 9", "expected , or } in the object"),
        ("{\"a\": 1,}", "line 1, column 9", "expected a key in double quotes"),
        ("{a: 1}", "line 1, column 2", "expected a key in double quotes"),
        ("{'a': 1}", "line 1, column 2", "expected a key in double quotes"),
        ("[tru]", "line 1, column 2", "expected a value"),
        ("[NaN]", "line 1, column 2", "expected a value"),
        ("[undefined]", "line 1, column 2", "expected a value"),
        ("{\"a\": 1} {}", "line 1, column 10", "expected the end of the text, found more after the JSON"),
        ("{\"a\": 1};", "line 1, column 9", "expected the end of the text, found more after the JSON"),
        ("nullx", "line 1, column 5", "expected the end of the text, found more after the JSON"),
        (r#"["\x"]"#, "line 1, column 4", "expected an escape that JSON knows"),
        (r#"["\u12g4"]"#, "line 1, column 7", "expected four hexadecimal digits"),
        ("", "line 1, column 1", "expected a value"),
        (" \n\n ", "line 3, column 2", "expected a value"),
        ("[\"abc", "line 1, column 6", "expected \" before the end of the text"),
        ("[\"abc\\", "line 1, column 7", "expected an escape that JSON knows"),
        ("{\"a\"", "line 1, column 5", "expected : after the key"),
        ("[", "line 1, column 2", "expected a value"),
        ("callback({})", "line 1, column 1", "expected a value"),
        ("// no comments\n{}", "line 1, column 1", "expected a value"),
    ];
    for (text, path, message) in cases {
        refused(text, path, message);
    }
}

const PAGE: &str = "the address points at a web page, not JSON";
const XML: &str = "expected JSON or a feed, found XML of another kind";

#[test]
fn a_web_page_instead_of_json_is_called_one() {
    #[rustfmt::skip]
    let table = [
        "<!doctype html><title>404</title>", "<!DOCTYPE HTML PUBLIC>", " \n<html>", "\u{feff}<html>", "<?xml version=\"1.0\"?><html>",
    ];
    let table = table.map(|page| (page, PAGE));
    for (page, message) in table
        .into_iter()
        .chain([("<?xml version=\"1.0\"?>", XML), ("\u{feff}<opml>", XML)])
    {
        let found = error(page);
        assert_eq!(found.reason, Reason::Json, "{page}");
        assert_eq!(found.message, message, "{page}");
    }
}

#[test]
fn control_characters_in_text_are_escaped_or_refused() {
    for control in ["\n", "\r", "\t", "\0", "\u{1f}", "\u{1}"] {
        let text = format!("[\"ab{control}c\"]");
        let message = "expected \\n or another escape, found a bare control character in text";
        refused(&text, "line 1, column 5", message);
    }
    assert_eq!(
        headline("\"a\u{7f}b\""),
        "ab",
        "DEL is allowed in JSON and dropped from text"
    );
    refused("\0", "line 1, column 1", "expected a value");
    refused(
        "[1]\0",
        "line 1, column 4",
        "expected the end of the text, found more after the JSON",
    );
}

#[test]
fn numbers_are_as_json_writes_them() {
    #[rustfmt::skip]
    let table = [
        "0", "-0", "7", "-7", "1.5", "0.1", "1e5", "1E+5", "1e-5", "1.25e400", "1e400", "123456789012345678901",
    ];
    for number in table {
        let text = format!(
            r#"{{"schema": "article-card/1", "headline": "x", "_n": {number}, "_l": [{number}]}}"#
        );
        assert_eq!(parse(&text).warnings, [], "{number}");
    }
    for number in [
        "01", "-01", "00", "+1", ".5", "1.", "-", "1e", "1e+", "1.e5", "--1", "1-2", "1.2.3",
        "0x10", "1_000", "Infinity",
    ] {
        let found = error(&["[", number, "]"].concat());
        assert_eq!(found.reason, Reason::Json, "{number}");
        assert!(
            found.path.starts_with("line 1, column "),
            "{number}: {}",
            found.path
        );
    }
    refused(
        "[1, 01]",
        "line 1, column 5",
        "expected a number as JSON writes them",
    );
}
