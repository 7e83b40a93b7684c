//! Wrong values in native documents: each error says where, what was expected and what was found.

mod support;

use article_card::Reason;
use support::{Value, card, error, feed_document, json};

#[track_caller]
fn wrong(fields: Value, path: &str, message: &str) {
    let shown = fields.to_string();
    let found = error(&card(fields));
    assert_eq!(
        (found.path.as_str(), found.message.as_str()),
        (path, message),
        "{shown}"
    );
    assert_eq!(found.reason, Reason::Format);
}

/// Every kind of JSON value but those in `right`, with what a message calls it.
fn all_but(right: &[&str]) -> Vec<(Value, &'static str)> {
    let kinds = [
        (json!(true), "true or false"),
        (json!(7), "a number"),
        (json!("seven"), "text"),
        (json!([7]), "a list"),
        (json!({"seven": 7}), "an object"),
    ];
    let fits = |kind: &(Value, &str)| !right.contains(&kind.1);
    kinds.into_iter().filter(fits).collect()
}

#[test]
fn a_value_of_the_wrong_kind_is_an_error_at_its_place() {
    let text: &[&str] = &["text"];
    let list: &[&str] = &["a list"];
    let object: &[&str] = &["an object"];
    let either: &[&str] = &["text", "an object"];
    #[rustfmt::skip]
    let fields = [
        ("id", "text", text),
        ("url", "text", text),
        ("language", "text", text),
        ("section", "text or an object", either),
        ("headline", "text", text),
        ("title", "text", text),
        ("summary", "text", text),
        ("datePublished", "text", text),
        ("updated", "text", text),
        ("image", "text or an object", either),
        ("body", "a list", list),
        ("bodyHtml", "text", text),
        ("bodyText", "text", text),
        ("authors", "text or an object", &["text", "an object", "a list"]),
        ("related", "a list", list),
        ("publisher", "text or an object", either),
        ("tags", "a list", list),
        ("access", "text", text),
        ("corrections", "a list", list),
        ("labels", "an object", object),
        ("feed", "an object", object),
    ];
    for (field, expected, right) in fields {
        for (value, found) in all_but(right) {
            wrong(
                json!({field: value}),
                field,
                &format!("expected {expected}, found {found}"),
            );
        }
    }
}

#[test]
fn the_path_leads_into_lists_and_objects() {
    let picture =
        |key: &str, value: Value| json!({"url": "https://news.example/a.jpg", key: value});
    let teaser = |key: &str, value: Value| {
        let mut teaser = json!({"url": "https://news.example/b", "headline": "Bridge"});
        teaser[key] = value;
        teaser
    };
    let block = |block: Value| json!({"body": [{"type": "divider"}, block]});
    let text_number = "expected text, found a number";
    #[rustfmt::skip]
    let cases = [
        (json!({"authors": [{"name": "Ana"}, {"name": 7}]}), "authors[1].name", text_number),
        (json!({"authors": ["Ana", 7]}), "authors[1]", "expected text or an object, found a number"),
        (json!({"author": {"name": 7}}), "author.name", text_number),
        (json!({"authors": [{"name": "Ana", "avatar": {"url": 7}}]}), "authors[0].avatar.url", text_number),
        (json!({"authors": [{"name": "Ana", "bio": ["x"]}]}), "authors[0].bio", "expected text, found a list"),
        (json!({"section": {"name": 7}}), "section.name", text_number),
        (json!({"publisher": {"name": "x", "logo": {}}}), "publisher.logo", "expected url, found none"),
        (json!({"image": {}}), "image", "expected url, found none"),
        (json!({"image": picture("alt", json!(7))}), "image.alt", text_number),
        (json!({"image": picture("srcset", json!("a 1x"))}), "image.srcset", "expected a list, found text"),
        (json!({"image": picture("srcset", json!([{"width": 1}]))}), "image.srcset[0]", "expected url, found none"),
        (json!({"image": picture("focus", json!([0.5]))}), "image.focus", "expected two numbers from 0 to 1, found a list"),
        (json!({"image": picture("focus", json!([0.5, 1.5]))}), "image.focus",
            "expected two numbers from 0 to 1, found a list"),
        (json!({"labels": {"showMore": 7}}), "labels.showMore", text_number),
        (json!({"corrections": [{"text": 7}]}), "corrections[0].text", text_number),
        (json!({"related": [{"headline": "Bridge"}]}), "related[0]", "expected url, found none"),
        (json!({"related": [{"url": "https://news.example/b"}]}), "related[0]", "expected headline, found none"),
        (json!({"related": [teaser("excerpt", json!(7))]}), "related[0].excerpt", text_number),
        (block(json!("x")), "body[1]", "expected an object, found text"),
        (block(json!({"text": "x"})), "body[1]", "expected type, found none"),
        (block(json!({"type": 7})), "body[1].type", text_number),
        (block(json!({"type": "paragraph"})), "body[1]", "expected text or html, found neither"),
        (block(json!({"type": "paragraph", "text": 7})), "body[1].text", text_number),
        (block(json!({"type": "list"})), "body[1]", "expected items, found none"),
        (block(json!({"type": "list", "items": [{"text": "a", "items": [7]}]})), "body[1].items[0].items[0]",
            "expected text or an object, found a number"),
        (block(json!({"type": "list", "items": ["a"], "ordered": "yes"})), "body[1].ordered",
            "expected true or false, found text"),
        (block(json!({"type": "image"})), "body[1]", "expected image, found none"),
        (block(json!({"type": "gallery", "images": [7]})), "body[1].images[0]",
            "expected text or an object, found a number"),
        (block(json!({"type": "video"})), "body[1]", "expected url, found none"),
        (block(json!({"type": "audio", "url": "https://a.example/", "duration": -1})), "body[1].duration",
            "expected a whole number, 0 or more, found a number"),
        (block(json!({"type": "table"})), "body[1]", "expected rows, found none"),
        (block(json!({"type": "table", "rows": [["a"], [7]]})), "body[1].rows[1][0]",
            "expected text or an object, found a number"),
        (block(json!({"type": "code"})), "body[1]", "expected text, found none"),
        (block(json!({"type": "aside"})), "body[1]", "expected blocks, found none"),
        (block(json!({"type": "aside", "blocks": [{"type": "html"}]})), "body[1].blocks[0]",
            "expected text or html, found neither"),
        (block(json!({"type": "quote", "blocks": [{"type": "heading", "text": 7}]})), "body[1].blocks[0].text",
            text_number),
        (block(json!({"type": "related", "items": {}})), "body[1].items", "expected a list, found an object"),
        (block(json!({"type": "later", "fallback": {"type": "paragraph"}})), "body[1].fallback",
            "expected text or html, found neither"),
    ];
    for (fields, path, message) in cases {
        wrong(fields, path, message);
    }
}

#[test]
fn whole_numbers_are_whole_and_not_negative() {
    for field in ["readingTime", "wordCount"] {
        for number in [
            "-1",
            "3.5",
            "3.05",
            "3.0e0",
            "1e400",
            "9999999999",
            "\"3\"",
            "true",
            "[3]",
        ] {
            let text =
                format!(r#"{{"schema": "article-card/1", "headline": "x", "{field}": {number}}}"#);
            let found = error(&text);
            assert_eq!(found.path, field, "{number}");
            assert!(
                found
                    .message
                    .starts_with("expected a whole number, 0 or more, found "),
                "{}",
                found.message
            );
        }
        support::article(json!({"headline": "x", field: 0}));
        support::article(json!({"headline": "x", field: 999_999_999}));
    }
}

#[test]
fn a_whole_number_may_be_written_with_a_fraction_of_zero() {
    for (written, number) in [("3.0", 3), ("3.000", 3), ("0.0", 0), ("641.0", 641)] {
        let text =
            format!(r#"{{"schema": "article-card/1", "headline": "x", "wordCount": {written}}}"#);
        let read = support::written_back(&support::parse(&text));
        assert_eq!(read["wordCount"], json!(number), "{written}");
    }
}

#[test]
fn a_feed_needs_a_list_of_items() {
    #[rustfmt::skip]
    let cases = [
        (json!({}), "", "expected items, found none"),
        (json!({"items": null}), "", "expected items, found none"),
        (json!({"items": {}}), "items", "expected a list, found an object"),
        (json!({"items": [], "title": 7}), "title", "expected text, found a number"),
        (json!({"items": [], "more": "x"}), "more", "expected an object, found text"),
        (json!({"items": [], "more": {"url": 7}}), "more.url", "expected text, found a number"),
    ];
    for (fields, path, message) in cases {
        let found = error(&feed_document(fields));
        assert_eq!(
            (found.path.as_str(), found.message.as_str()),
            (path, message)
        );
    }
}

#[test]
fn a_wrong_value_in_the_feed_of_an_article_is_found_through_it() {
    wrong(
        json!({"headline": "x", "feed": {"items": 7}}),
        "feed.items",
        "expected a list, found a number",
    );
}

#[test]
fn an_error_reads_as_path_and_message() {
    let found = error(&card(json!({"authors": [{"name": "Ana"}, {"name": 7}]})));
    assert_eq!(
        found.to_string(),
        "authors[1].name: expected text, found a number"
    );
    let json = serde_json::to_value(&found).expect("an error is JSON");
    assert_eq!(
        json,
        json!({"reason": "format", "path": "authors[1].name", "message": found.message})
    );
}

#[test]
fn labels_of_the_host_are_read_with_their_own_paths() {
    let labels = article_card::input::labels(r#"{"showMore": "Weiter", "about": " über {name} "}"#);
    let expected = [("showMore", "Weiter"), ("about", "über {name}")];
    assert_eq!(
        labels,
        Ok(expected
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .to_vec())
    );
    let cases = [
        (r#"{"showMore": 7}"#, Reason::Format, "labels showMore"),
        ("[]", Reason::Format, "labels"),
        ("{showMore}", Reason::Json, "labels line 1, column 2"),
    ];
    for (text, reason, path) in cases {
        let found = article_card::input::labels(text).expect_err("an error");
        assert_eq!(
            (found.reason, found.path.as_str()),
            (reason, path),
            "{text}"
        );
    }
}
