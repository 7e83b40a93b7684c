//! Feeds as HTML: the same cards in a list with one name and one source line.

mod support;

use support::{card, drawn_as_feed, drawn_feed, json, shared_text};

#[test]
fn a_feed_is_a_section_named_by_its_title() {
    let feed = drawn_feed(json!({
        "title": "News Feed", "url": "https://news.example/feed", "language": "en",
        "items": [{"headline": "Ferry"}, {"headline": "Bridge"}],
    }));
    let title = feed.part("feed-title");
    assert_eq!(
        (feed.name.as_str(), feed.get("lang")),
        ("section", Some("en"))
    );
    assert_eq!(feed.get("aria-labelledby"), title.get("id"));
    assert_eq!(
        (title.name.as_str(), title.text().as_str()),
        ("h2", "News Feed")
    );
    assert_eq!(
        title.elements("a")[0].get("href"),
        Some("https://news.example/feed")
    );
    let items = feed.parts("item");
    assert_eq!(items.len(), 2);
    for item in items {
        assert_eq!(
            (item.name.as_str(), item.get("part")),
            ("article", Some("card item"))
        );
        assert_eq!(
            item.part("headline").name,
            "h3",
            "one level below the feed's name"
        );
    }
}

#[test]
fn without_a_title_the_headlines_take_its_level() {
    let feed = drawn_feed(json!({"items": [{"headline": "Ferry"}]}));
    assert!(!feed.has("feed-title"));
    assert_eq!(feed.get("aria-labelledby"), None);
    assert_eq!(feed.part("headline").name, "h2");
}

#[test]
fn an_empty_feed_is_drawn_empty() {
    let feed = drawn_feed(json!({"items": []}));
    assert_eq!((feed.text().as_str(), feed.parts("item").len()), ("", 0));
}

#[test]
fn an_item_without_a_headline_is_named_by_its_text_and_linked_at_its_end() {
    let feed = drawn_feed(json!({"title": "News", "items": [
        {"url": "https://news.example/ferry", "bodyText": "The ferry is back."}]}));
    let item = feed.part("item");
    assert_eq!(item.get("aria-label"), Some("The ferry is back."));
    assert!(!item.has("headline"));
    assert_eq!(
        item.part("permalink").get("href"),
        Some("https://news.example/ferry")
    );
}

#[test]
fn the_source_is_said_once_for_all_items_and_again_where_it_differs() {
    let feed = drawn_feed(json!({
        "title": "News", "publisher": {"name": "The Harbour", "url": "https://news.example/"},
        "items": [
            {"headline": "Ferry", "url": "https://news.example/ferry"},
            {"headline": "Bridge", "publisher": "The Bridge Times"},
        ],
    }));
    let items = feed.parts("item");
    assert!(
        !items[0].has("source"),
        "the same publisher, and the headline is the link"
    );
    assert_eq!(
        items[1].part("publisher").text(),
        "Published by The Bridge Times"
    );
    let mut parts = feed.children.iter().rev();
    let last = parts.find(|child| child.get("part").is_some());
    let last = last.expect("a source");
    assert_eq!(
        (last.get("part"), last.text().as_str()),
        (Some("source"), "Published by The Harbour")
    );
}

#[test]
fn every_item_speaks_its_own_language_and_direction() {
    let feed = drawn_feed(json!({"language": "en", "items": [
        {"headline": "Ferry"}, {"headline": "سلام دنیا", "language": "fa"}, {"headline": "سلام دنیا"}]}));
    let of: Vec<_> = feed
        .parts("item")
        .iter()
        .map(|item| (item.get("lang"), item.get("dir")))
        .collect();
    assert_eq!(
        of,
        [
            (Some("en"), Some("ltr")),
            (Some("fa"), Some("rtl")),
            (Some("en"), Some("ltr"))
        ]
    );
}

#[test]
fn an_article_becomes_the_feed_it_came_with_or_a_feed_of_one() {
    let with_feed =
        card(json!({"headline": "x", "feed": {"title": "News", "items": [{"headline": "Ferry"}]}}));
    let feed = drawn_as_feed(&with_feed);
    assert_eq!(
        (feed.part("feed-title").text(), feed.part("headline").text()),
        ("News".into(), "Ferry".into())
    );
    let alone = drawn_as_feed(&card(json!({"headline": "Ferry", "language": "uk"})));
    assert_eq!(
        (alone.get("lang"), alone.part("item").text().as_str()),
        (Some("uk"), "Ferry")
    );
}

#[test]
fn the_feed_of_the_reference_article_has_its_item_without_headline() {
    let Some(text) = shared_text("samples/native/reference-article.json") else {
        return;
    };
    let feed = drawn_as_feed(&text);
    assert_eq!(feed.part("feed-title").text(), "News Feed");
    let item = feed.part("item");
    assert!(!item.has("headline"));
    assert!(
        item.part("body")
            .text()
            .contains("I don't see much point in them")
    );
    assert!(item.get("aria-label").is_some());
}
