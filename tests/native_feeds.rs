//! Feeds in the native format: items, what one bad item does, and picking one.

mod support;

use article_card::article::{Document, Feed};
use article_card::{Context, Parsed, Reason};
use support::{card, feed_and_warnings, feed_document, json, parse};

fn headlines(feed: &Feed) -> Vec<Option<&str>> {
    feed.items
        .iter()
        .map(|item| item.headline.as_deref())
        .collect()
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
    assert_eq!(feed.title.as_deref(), Some("News Feed"));
    assert_eq!(headlines(&feed), [Some("Ferry"), Some("Bridge")]);
    let more = feed.more.expect("more");
    assert_eq!(more.label.as_deref(), Some("Show More"));
    let page = more.url.expect("the next page");
    assert_eq!(
        page.as_str(),
        "https://news.example/page-2.json",
        "relative to the feed's own page"
    );
}

#[test]
fn an_empty_feed_is_a_feed() {
    let (feed, warnings) = feed_and_warnings(json!({"items": []}));
    assert_eq!((feed, warnings.len()), (Feed::default(), 0));
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
            "items[3]: left out: it has neither a headline nor a body",
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
    let url = feed.items[0].url.as_ref().expect("a url");
    assert_eq!(
        url.as_str(),
        "https://news.example/feed/story",
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
        article.headline.clone().unwrap_or_default()
    };
    assert_eq!(headline(Some("a")), "Ferry");
    assert_eq!(headline(Some("1")), "Bridge");
    assert_eq!(headline(Some("https://news.example/b#1")), "Bridge");
    assert_eq!(
        headline(Some("0")),
        "Named like a position",
        "an id is more than a position"
    );
    for item in ["3", "-1", "", "b", "99999999999999999999", "1.5", "1e0"] {
        let error = feed.article(Some(item)).expect_err("no such item");
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
    assert_eq!(first.headline.as_deref(), Some("Ferry"));
}

#[test]
fn of_an_empty_feed_nothing_can_be_picked() {
    let parsed: Parsed = parse(&feed_document(json!({"items": []})));
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
    let parsed = article_card::parse(&text, &Context::default()).expect("an article");
    let Document::Article(article) = &parsed.document else {
        panic!("expected an article");
    };
    let feed = article.feed.as_ref().expect("its feed");
    assert_eq!(
        feed.publisher
            .as_ref()
            .map(|publisher| publisher.name.as_str()),
        Some("The Harbour")
    );
    assert_eq!(
        support::written(&parsed.warnings),
        ["feed.items[1].headline: item left out: expected text, found a number",]
    );
}
