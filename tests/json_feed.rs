//! JSON Feed 1.0 and 1.1: recognised, read in the native format's words, wrong values as good as absent.

mod support;

use support::{Value, json, parse, shared, written_back};

fn read(feed: &Value) -> Value {
    let parsed = parse(&feed.to_string());
    assert_eq!(parsed.format, "json-feed", "{feed}");
    written_back(&parsed)
}

/// A feed of one item with these fields, as read.
fn item(fields: &Value) -> Value {
    let feed =
        json!({"version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": [fields]});
    read(&feed)["items"][0].clone()
}

#[test]
fn a_feed_is_known_by_its_version_or_its_items() {
    for version in [
        "https://jsonfeed.org/version/1",
        "https://www.jsonfeed.org/version/1.1",
        "http://jsonfeed.org/version/2",
    ] {
        read(&json!({"version": version, "items": []}));
    }
    read(&json!({"items": [{"id": "1", "content_text": "Text"}]}));
    read(&json!({"version": "1.1", "items": [{}, {"content_html": "<p>Text"}]}));
    for other in [
        json!({"items": []}),
        json!({"version": "https://jsonfeed.org/version/1"}),
        json!({"items": [{"title": "x"}]}),
    ] {
        let error = support::error(&other.to_string());
        assert!(
            error.message.starts_with("expected article-card/1"),
            "{other}"
        );
    }
}

#[test]
fn every_field_has_its_place() {
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "The Harbour", "home_page_url": "https://news.example/",
        "icon": "https://news.example/icon.png", "language": "en", "next_url": "https://news.example/2.json",
        "authors": [{"name": "Ana Sol"}],
        "items": [{
            "id": "1", "url": "/ferry", "title": "Ferry returns", "summary": "At noon", "content_html": "<p>It <b>sails</b>.",
            "date_published": "2026-11-20T08:30:00+02:00", "date_modified": "2026-11-21T08:30:00+02:00",
            "image": "/ferry.jpg", "tags": ["Ferries"],
        }, {"id": "2", "external_url": "https://other.example/x", "content_text": "One\n\nTwo", "author": {"name": "Ben"}}],
    });
    let read = read(&feed);
    let head = [
        &read["title"],
        &read["url"],
        &read["language"],
        &read["more"]["url"],
        &read["publisher"]["logo"]["url"],
    ];
    assert_eq!(
        head,
        [
            "The Harbour",
            "https://news.example/",
            "en",
            "https://news.example/2.json",
            "https://news.example/icon.png"
        ]
    );
    let first = &read["items"][0];
    assert_eq!(
        [
            &first["id"],
            &first["url"],
            &first["headline"],
            &first["summary"],
            &first["image"]["url"],
            &first["authors"][0]["name"]
        ],
        [
            "1",
            "https://news.example/ferry",
            "Ferry returns",
            "At noon",
            "https://news.example/ferry.jpg",
            "Ana Sol"
        ]
    );
    assert_eq!(first["body"][0]["html"], "<p>It <b>sails</b>.</p>");
    assert_eq!(
        [&first["datePublished"], &first["dateModified"]],
        ["2026-11-20T08:30:00+02:00", "2026-11-21T08:30:00+02:00"]
    );
    let second = &read["items"][1];
    assert_eq!(
        [
            &second["url"],
            &second["authors"][0]["name"],
            &second["body"][1]["text"]
        ],
        ["https://other.example/x", "Ben", "Two"]
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_as_good_as_none() {
    let read = item(&json!({
        "id": {"x": 7}, "url": [1], "title": "Ferry returns", "summary": {"a": 1}, "content_html": false, "content_text": "Text",
        "date_published": true, "image": [], "authors": "Ana Sol", "tags": {"x": "y"}, "language": [],
    }));
    assert_eq!(read["headline"], "Ferry returns");
    for absent in [
        "id",
        "url",
        "summary",
        "datePublished",
        "image",
        "tags",
        "language",
    ] {
        assert_eq!(read[absent], Value::Null, "{absent}");
    }
}

#[test]
fn what_says_nothing_gives_way_to_what_does() {
    let read = item(
        &json!({"url": "", "external_url": "https://other.example/x", "content_html": "", "content_text": "Text"}),
    );
    assert_eq!(
        [&read["url"], &read["body"][0]["text"]],
        ["https://other.example/x", "Text"]
    );
}

#[test]
fn feeds_of_others_are_read() {
    let Some(folder) = shared("samples/json-feed") else {
        return;
    };
    let mut shown = 0;
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("text");
        let parsed = parse(&text);
        assert_eq!(parsed.format, "json-feed", "{}", path.display());
        shown += parsed.document.count();
    }
    assert!(shown > 50, "{shown} items");
}

/// Short messages are written in lines, with bare addresses.
#[test]
fn plain_text_keeps_its_lines_and_its_addresses_are_links() {
    let text = "One <b>&amp; two\nSee https://news.example/a?b=1&c=2. Bye\n\nftp://x.example and 'https://y.example/'\n\nPlain";
    assert_eq!(
        item(&json!({"id": "1", "content_text": text}))["body"],
        json!([
            {"type": "paragraph", "html": "One &lt;b&gt;&amp;amp; two <br> See <a href=\"https://news.example/a?b=1&amp;c=2\" \
                rel=\"noopener nofollow ugc\" referrerpolicy=\"strict-origin-when-cross-origin\">https://news.example/a?b=1&amp;c=2</a>. Bye "},
            {"type": "paragraph", "html": "ftp://x.example and 'https://y.example/' "},
            {"type": "paragraph", "text": "Plain"},
        ])
    );
}
