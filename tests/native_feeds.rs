//! Feeds in the native format: items, what one bad item does, and picking one.

mod support;

use article_card::Reason;
use support::{Value, card, feed_and_warnings, feed_document, json, parse};

fn headlines(feed: &Value) -> Vec<Option<&str>> {
    let items = feed["items"].as_array().expect("items");
    items.iter().map(|item| item["headline"].as_str()).collect()
}

#[test]
fn a_feed_keeps_its_name_its_items_in_order_and_how_it_goes_on() {
    let (feed, warnings) = feed_and_warnings(json!({
        "title": "News Feed", "url": "https://news.example/feed", "language": "en",
        "publisher": {"name": "The Harbour"},
        "items": [{"headline": "Ferry"}, {"schema": "article-card/1", "headline": "Bridge"}],
        "more": {"label": "Show More", "url": "page-2.json"},
    }));
    assert_eq!(warnings, [""; 0]);
    assert_eq!(feed["title"], "News Feed");
    assert_eq!(headlines(&feed), [Some("Ferry"), Some("Bridge")]);
    assert_eq!(feed["more"]["label"], "Show More");
    let page = &feed["more"]["url"];
    assert_eq!(
        page, "https://news.example/page-2.json",
        "relative to the feed's own page"
    );
}

#[test]
fn an_empty_feed_is_a_feed() {
    let (feed, warnings) = feed_and_warnings(json!({"items": []}));
    assert_eq!(feed, json!({"schema": "article-feed/1", "items": []}));
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn an_item_may_have_no_headline() {
    let (feed, warnings) =
        feed_and_warnings(json!({"items": [{"headline": null, "bodyText": "It sails."}]}));
    assert_eq!((headlines(&feed), warnings.len()), (vec![None], 0));
}

#[test]
fn one_bad_item_never_hides_the_others() {
    let (feed, warnings) = feed_and_warnings(json!({"items": [
        {"headline": "Ferry"},
        {"headline": 7},
        "Bridge",
        {"summary": "nothing to draw"},
        {"headline": "Pier", "authors": [{"name": 7}]},
        {"headline": "Tide"},
    ]}));
    assert_eq!(headlines(&feed), [Some("Ferry"), Some("Tide")]);
    assert_eq!(
        warnings,
        [
            "items[1].headline: item left out: expected text, found a number",
            "items[2]: item left out: expected an object, found text",
            "items[3]: item left out: it has neither a headline nor a body",
            "items[4].authors[0].name: item left out: expected text, found a number",
        ]
    );
}

#[test]
fn a_bad_item_leaves_no_trace_in_the_next_one() {
    let (feed, _) = feed_and_warnings(json!({"url": "https://news.example/feed/", "items": [
        {"headline": "x", "url": "https://other.example/deep/page", "authors": 7},
        {"headline": "y", "url": "story"},
    ]}));
    let url = &feed["items"][0]["url"];
    assert_eq!(
        url, "https://news.example/feed/story",
        "the base is the feed's again"
    );
}

#[test]
fn an_article_is_picked_by_position_or_id_the_first_by_default() {
    let feed = parse(&feed_document(json!({"items": [
        {"id": "a", "headline": "Ferry"}, {"id": "https://news.example/b#1", "headline": "Bridge"},
        {"id": "0", "headline": "Named like a position"},
    ]})));
    let headline = |item: Option<&str>| {
        let article = feed.article(item).expect("an item");
        let article = serde_json::to_value(article).expect("JSON");
        article["headline"].as_str().map(str::to_owned)
    };
    assert_eq!(headline(Some("a")).as_deref(), Some("Ferry"));
    assert_eq!(headline(Some("1")).as_deref(), Some("Bridge"));
    assert_eq!(
        headline(Some("https://news.example/b#1")).as_deref(),
        Some("Bridge")
    );
    assert_eq!(
        headline(Some("0")).as_deref(),
        Some("Named like a position"),
        "an id is more than a position"
    );
    for item in ["3", "-1", "b", "99999999999999999999", "1.5", "1e0"] {
        let Err(error) = feed.article(Some(item)) else {
            panic!("{item:?} is no item");
        };
        assert_eq!(error.reason, Reason::Format, "{item:?}");
        assert_eq!(
            error.to_string(),
            format!("items: the feed has no item \"{item}\"")
        );
    }
}

#[test]
fn the_first_item_is_the_default_whatever_the_ids_are() {
    let parsed = parse(&feed_document(
        json!({"items": [{"headline": "Ferry"}, {"id": "0", "headline": "Bridge"}]}),
    ));
    let first = parsed.article(None).expect("the first item");
    let first = serde_json::to_value(first).expect("JSON");
    assert_eq!(first["headline"], "Ferry");
}

#[test]
fn of_an_empty_feed_nothing_can_be_picked() {
    let parsed = parse(&feed_document(json!({"items": []})));
    assert!(parsed.article(None).is_err());
}

#[test]
fn of_one_article_any_item_is_the_article() {
    let parsed = parse(&card(json!({"headline": "Ferry"})));
    for item in [None, Some("0"), Some("7"), Some("x")] {
        assert!(parsed.article(item).is_ok(), "{item:?}");
    }
}

#[test]
fn a_feed_inside_an_article_borrows_the_publisher() {
    let text = card(json!({
        "headline": "x", "publisher": "The Harbour",
        "feed": {"title": "News", "items": [{"headline": "Ferry"}, {"headline": 7}]},
    }));
    let parsed = parse(&text);
    let source = support::drawn_as_feed(&text).part("source").text();
    assert_eq!(source, "Published by The Harbour");
    assert_eq!(
        support::written(&parsed.warnings),
        ["feed.items[1].headline: item left out: expected text, found a number",]
    );
}

#[test]
fn items_inherit_the_publisher_and_the_language_of_their_feed() {
    let (feed, _) = feed_and_warnings(json!({
        "language": "ar", "publisher": {"name": "The Post"},
        "items": [{"headline": "a"}, {"headline": "b", "language": "en", "publisher": "Other"}],
    }));
    assert_eq!(feed["items"][0]["publisher"]["name"], "The Post");
    assert_eq!(feed["items"][0]["language"], "ar");
    assert_eq!(feed["items"][1]["publisher"]["name"], "Other");
    assert_eq!(feed["items"][1]["language"], "en");
}

#[test]
fn articles_of_a_bare_list_say_where_they_come_from() {
    let list =
        json!([{"schema": "article-card/1", "headline": "a", "url": "https://news.example/a"}]);
    let parsed = support::parse(&list.to_string());
    let html = article_card::render(&parsed, &article_card::Settings::default());
    assert!(html.contains("Published by"), "{html}");
}
