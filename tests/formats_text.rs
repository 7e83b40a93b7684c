//! Text of others: plain where the format says plain, HTML where it says HTML, character references decoded once.

mod support;

use support::{Value, json, parse, written_back};

/// The headline that `text` becomes in a format whose headlines are plain or HTML.
#[track_caller]
fn headlines(text: &str) -> [(&'static str, Value); 9] {
    let plain = |document: Value| {
        let read = written_back(&parse(&document.to_string()));
        let item = if read["items"].is_array() {
            &read["items"][0]
        } else {
            &read
        };
        item["headline"].clone()
    };
    [
        (
            "json-feed",
            plain(json!({"items": [{"id": "1", "title": text, "content_text": "x"}]})),
        ),
        (
            "ghost",
            plain(json!({"slug": "x", "uuid": "1", "html": "<p>x", "title": text})),
        ),
        (
            "ans",
            plain(
                json!({"headlines": {"basic": text}, "content_elements": [{"type": "text", "content": "x"}]}),
            ),
        ),
        (
            "ninjs",
            plain(json!({"uri": "urn:x", "body_html": "<p>x", "headline": text})),
        ),
        (
            "activitystreams",
            plain(
                json!({"@context": "https://www.w3.org/ns/activitystreams", "name": text, "content": "<p>x"}),
            ),
        ),
        (
            "oembed",
            plain(
                json!({"type": "link", "version": "1.0", "url": "https://a.example/", "title": text, "html": "<blockquote>x"}),
            ),
        ),
        (
            "apple-news",
            plain(json!({"title": text, "components": [{"role": "body", "text": "x"}]})),
        ),
        (
            "json-ld",
            plain(
                json!({"@context": "https://schema.org", "@type": "Article", "headline": text, "articleBody": "x"}),
            ),
        ),
        (
            "wordpress",
            plain(json!({"title": {"rendered": text}, "content": {"rendered": "<p>x"}})),
        ),
    ]
}

fn is_html(format: &str) -> bool {
    matches!(format, "json-ld" | "wordpress")
}

#[test]
fn references_are_decoded_once_in_every_format() {
    #[rustfmt::skip]
    let table = [
        ("Fish &amp; ships", "Fish & ships"), ("&#8216;Jokes&#8217;", "‘Jokes’"), ("It&#x27;s &quot;on&quot;", "It's \"on\""),
        ("Redacci&oacute;n", "Redacción"), ("A & B", "A & B"), ("AT&T", "AT&T"), ("1 &lt; 2", "1 < 2"), ("&unknown; x", "&unknown; x"),
        ("&amp;amp;", "&amp;"), ("Tom &amp;lt;i&amp;gt;", "Tom &lt;i&gt;"),
    ];
    for (text, expected) in table {
        for (format, headline) in headlines(text) {
            assert_eq!(headline, expected, "{text} in {format}");
        }
    }
}

#[test]
fn tags_are_text_where_text_is_plain_and_formatting_where_it_is_not() {
    for (format, headline) in headlines("Die Rückkehr von <i> und <b>") {
        let expected = if is_html(format) {
            "Die Rückkehr von und"
        } else {
            "Die Rückkehr von <i> und <b>"
        };
        assert_eq!(headline, expected, "{format}");
    }
    for (format, headline) in headlines("A <em>fine</em> day") {
        let expected = if is_html(format) {
            "A fine day"
        } else {
            "A <em>fine</em> day"
        };
        assert_eq!(headline, expected, "{format}");
    }
}

#[test]
fn text_is_one_clean_line() {
    #[rustfmt::skip]
    let table = [
        (" x \n\t y ", "x y"), ("\u{a0}x\u{a0}y\u{a0}", "x\u{a0}y"), ("x&nbsp;", "x"), ("\u{202e}x\u{2066}y", "xy"), ("x\u{200d}y\u{200c}z", "x\u{200d}y\u{200c}z"),
        ("x\u{0}y\u{7f}", "xy"), ("\u{feff}x", "x"), ("x\u{2028}y", "x y"),
    ];
    for (text, expected) in table {
        for (format, headline) in headlines(text) {
            assert_eq!(headline, expected, "{text:?} in {format}");
        }
    }
}

#[test]
fn other_ways_to_write_nothing_are_nothing() {
    for text in ["", " ", "null", "\u{a0}", "\n\t"] {
        for (format, headline) in headlines(text) {
            assert_eq!(headline, Value::Null, "{text:?} in {format}");
        }
    }
}

#[test]
fn names_of_authors_are_trimmed_and_empty_ones_dropped() {
    let authors = json!([
        {"name": " Ana Sol\u{a0}"}, {"name": ""}, {"name": "Redacci&oacute;n"}, {"name": " \u{a0} "}, {"name": null}, {},
        {"name": "Amy Kay | NJ Media"}, 7, "Ben Oro",
    ]);
    let document =
        json!({"items": [{"id": "1", "title": "x", "content_text": "y", "authors": authors}]});
    let read = written_back(&parse(&document.to_string()));
    let names = json!([{"name": "Ana Sol"}, {"name": "Redacción"}, {"name": "Amy Kay | NJ Media"}, {"name": "Ben Oro"}]);
    assert_eq!(read["items"][0]["authors"], names);
}

#[test]
fn excerpts_lose_their_invitation_to_read_on() {
    #[rustfmt::skip]
    let table = [
        ("<p>It sails. [&hellip;]</p>", "It sails."), ("<p>It sails [...]</p>", "It sails"), ("It sails… <a href='/x'>Read more</a>", "It sails…"),
        ("It sails. <a class='more-link'>Continue reading <span>The ferry returns</span></a>", "It sails."), ("It sails →", "It sails"),
        ("Read more books, says the captain, who has read every one on board, and he has time to tell you of each of them, from \
          the first to the last, at length, until you get off.", "Read more books, says the captain, who has read every one on \
          board, and he has time to tell you of each of them, from the first to the last, at length, until you get off."),
    ];
    for (excerpt, summary) in table {
        let read = written_back(&parse(
            &json!({"title": {"rendered": "x"}, "excerpt": {"rendered": excerpt}}).to_string(),
        ));
        assert_eq!(read["summary"], summary, "{excerpt}");
    }
}
