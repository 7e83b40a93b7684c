//! A field map reads JSON of no known format: fields of the native one, and JSON Pointers to where they stand.

mod support;

use article_card::{Context, Error, Reason};
use support::{Value, json, length, written_back};

fn read(document: &Value, map: &str) -> Result<Value, Error> {
    let context = Context {
        map: Some(map.into()),
        ..Context::default()
    };
    let parsed = article_card::parse(&document.to_string(), &context)?;
    assert_eq!(parsed.format, "generic");
    Ok(written_back(&parsed))
}

#[track_caller]
fn mapped(document: &Value, map: &Value) -> Value {
    read(document, &map.to_string()).unwrap_or_else(|error| panic!("{error}: {map}"))
}

#[test]
fn pointers_reach_what_rfc_6901_lets_them_reach() {
    let document = json!({
        "": "empty", "a/b": "slash", "m~n": "tilde", "~1": "both", " ": "space", "c%d": "percent", "é": "letter",
        "list": ["first", {"deep": "second"}, ["third"]], "0": "zero", "x": {"": {"y": "nameless"}},
    });
    #[rustfmt::skip]
    let table = [
        ("/", "empty"), ("/a~1b", "slash"), ("/m~0n", "tilde"), ("/~01", "both"), ("/ ", "space"), ("/c%d", "percent"),
        ("/é", "letter"), ("/list/0", "first"), ("/list/1/deep", "second"), ("/list/2/0", "third"), ("/0", "zero"),
        ("/x//y", "nameless"),
    ];
    for (pointer, headline) in table {
        let read = mapped(&document, &json!({"headline": pointer}));
        assert_eq!(read["headline"], headline, "{pointer}");
    }
}

#[test]
fn a_pointer_to_nothing_is_a_field_that_is_absent() {
    let document = json!({"a": "x", "list": ["x"], "b": {"c": 1}, "~": "x"});
    #[rustfmt::skip]
    let pointers = [
        json!("/none"), json!("/a/b"), json!("/list/1"), json!("/list/-"), json!("/list/x"), json!("/b/c/d"), json!("a"),
        json!("/~"), json!("/~2"), json!("/b/~"), json!(7), json!(null), json!(["/a"]), json!({"/a": 1}),
    ];
    for pointer in pointers {
        let read = mapped(&document, &json!({"headline": "/a", "summary": pointer}));
        assert_eq!(read["headline"], "x");
        assert_eq!(read["summary"], Value::Null, "{pointer}");
    }
}

#[test]
fn items_points_at_a_list_and_the_others_begin_at_each_of_its_items() {
    let document = json!({"response": {"results": [
        {"webTitle": "a", "fields": {"body": "<p>x"}}, {"webTitle": "b"}, 7, {"webTitle": {"x": 1}},
    ]}});
    let map =
        json!({"items": "/response/results", "headline": "/webTitle", "bodyHtml": "/fields/body"});
    let read = mapped(&document, &map);
    assert_eq!(read["schema"], "article-feed/1");
    assert_eq!(length(&read["items"]), 2, "{read}");
    assert_eq!(read["items"][1]["headline"], "b");
    assert_eq!(
        length(
            &mapped(
                &json!([{"t": "x"}]),
                &json!({"items": "", "headline": "/t"})
            )["items"]
        ),
        1,
        "the whole document is a list too"
    );
    let none = mapped(
        &json!({"results": [], "t": "x"}),
        &json!({"items": "/results", "headline": "/t"}),
    );
    assert_eq!(length(&none["items"]), 0);
}

#[test]
fn items_that_are_no_list_mean_the_document_itself() {
    let document = json!({"t": "x", "one": {"t": "y"}});
    for items in ["/none", "/t"] {
        let read = mapped(&document, &json!({"items": items, "headline": "/t"}));
        let article = if read["items"].is_array() {
            &read["items"][0]
        } else {
            &read
        };
        assert_eq!(article["headline"], "x", "{items}");
    }
}

#[test]
fn every_field_of_the_native_format_can_be_named_also_by_its_other_names() {
    let document = json!({
        "t": "Headline", "u": "https://a.example/x", "d": "Thu, 19 Nov 2026 09:00:00 GMT", "n": "Ana &amp; Ben",
        "i": "http://a.example/x.jpg", "k": "News", "w": "522", "tags": ["a", "b"], "b": "One\n\nTwo",
    });
    let read = mapped(
        &document,
        &json!({
            "title": "/t", "url": "/u", "published": "/d", "author": "/n", "hero": "/i", "kicker": "/k", "wordCount": "/w",
            "keywords": "/tags", "bodyText": "/b", "unknown": "/t",
        }),
    );
    let expected = json!({
        "schema": "article-card/1", "headline": "Headline", "url": "https://a.example/x", "section": {"name": "News"},
        "datePublished": "2026-11-19T09:00:00Z", "wordCount": 522, "image": {"url": "https://a.example/x.jpg"},
        "authors": [{"name": "Ana & Ben"}], "tags": ["a", "b"], "publisher": {"name": "a.example", "url": "https://a.example/"},
        "body": [{"type": "paragraph", "text": "One"}, {"type": "paragraph", "text": "Two"}],
    });
    assert_eq!(read, expected);
}

#[test]
fn with_a_map_nothing_else_says_what_a_document_is() {
    let post = json!({"title": {"rendered": "x"}, "other": "y"});
    assert_eq!(
        mapped(&post, &json!({"headline": "/other"}))["headline"],
        "y"
    );
    let native = json!({"schema": "article-card/1", "headline": "x", "other": "y"});
    assert_eq!(
        mapped(&native, &json!({"headline": "/other"}))["headline"],
        "y"
    );
}

#[test]
fn a_map_that_is_no_json_is_an_error_of_the_map() {
    let document = json!({"t": "x"});
    for (map, path) in [
        ("{webTitle}", "map line 1, column 2"),
        ("", "map line 1, column 1"),
        ("{\"headline\": \"/t\",}", "map line 1, column 19"),
    ] {
        let error = read(&document, map).expect_err("no map");
        assert_eq!(
            (error.reason, error.path.as_str()),
            (Reason::Json, path),
            "{map}"
        );
    }
}

#[test]
fn a_map_that_finds_nothing_is_an_error() {
    for map in ["{}", "[]", "7", "\"x\"", "{\"headline\": \"/none\"}"] {
        let error = read(&json!({"t": "x"}), map).expect_err("nothing to show");
        assert_eq!(error.reason, Reason::Format, "{map}: {error}");
    }
}
