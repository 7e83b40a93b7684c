//! Lists of others that go on elsewhere: the address that the document itself says, and no other.
#![cfg(feature = "formats")]

mod support;

use article_card::article::Document;
use article_card::sanitize::SafeUrl;
use article_card::{Context, parse};
use support::{Value, json};

const SOURCE: &str = "https://news.example/api/posts?page=1";

fn read(text: &str, map: Option<&str>) -> (&'static str, Document) {
    let context = Context {
        base: SafeUrl::web(SOURCE, None),
        map: map.map(str::to_owned),
        ..Context::default()
    };
    let parsed = parse(text, &context).expect("a feed");
    (parsed.format, parsed.document)
}

/// Where the feed that `text` is goes on.
fn next(text: &str) -> Option<String> {
    let (_, document) = read(text, None);
    document.next_page().map(|url| url.as_str().to_owned())
}

fn story() -> Value {
    json!({"title": "Ferry", "url": "https://news.example/ferry"})
}

/// A list of no known format, with what stands beside it.
fn list(beside: &Value) -> String {
    let mut document = json!({"results": [story()]});
    let beside = beside.as_object().expect("an object").clone();
    document.as_object_mut().expect("an object").extend(beside);
    document.to_string()
}

#[test]
fn lists_go_on_where_they_say_it_in_the_words_of_their_frameworks() {
    let second = "https://news.example/api/posts?page=2";
    for beside in [
        json!({"next": second, "previous": null, "count": 40}),
        json!({"next": "/api/posts?page=2"}),
        json!({"next_url": second}),
        json!({"nextUrl": second}),
        json!({"next_page_url": second}),
        json!({"links": {"self": SOURCE, "next": second}}),
        json!({"links": {"next": {"href": second, "meta": {}}}}),
        json!({"_links": {"next": {"href": second}}}),
        json!({"_links": {"self": {"href": SOURCE}, "next": [{"href": second}]}}),
        json!({"paging": {"next": second, "cursors": {"after": "x"}}}),
        json!({"pagination": {"next": second}}),
        json!({"meta": {"next": second}}),
        json!({"hydra:view": {"hydra:next": "/api/posts?page=2"}}),
    ] {
        let document = list(&beside);
        assert_eq!(next(&document).as_deref(), Some(second), "{beside}");
    }
}

#[test]
fn numbers_and_marks_are_no_addresses() {
    for beside in [
        json!({}),
        json!({"next": null}),
        json!({"next": 2}),
        json!({"next": "2"}),
        json!({"next": "eyJpZCI6MjB9"}),
        json!({"next": ""}),
        json!({"next": "javascript:alert(1)"}),
        json!({"next": {"page": 2}}),
        json!({"links": [{"rel": "self", "href": SOURCE}]}),
        json!({"meta": {"pagination": {"page": 1, "next": 2}}}),
    ] {
        assert_eq!(next(&list(&beside)), None, "{beside}");
    }
}

#[test]
fn what_an_item_of_a_bare_list_says_of_its_neighbours_leads_nowhere() {
    let mut item = story();
    item["next"] = "https://news.example/bridge".into();
    item["links"] = json!({"next": "https://news.example/bridge"});
    assert_eq!(next(&json!([item]).to_string()), None);
    assert_eq!(next(&json!({"items": [item]}).to_string()), None);
}

#[test]
fn posts_of_wordpress_and_ghost_go_on_only_where_an_address_is_beside_them() {
    let post = json!({"title": {"rendered": "Ferry"}, "link": "https://news.example/ferry"});
    let second = "https://news.example/api/posts?page=2";
    for (beside, expected) in [(json!(null), None), (json!(second), Some(second))] {
        let wordpress = json!({"posts": [post], "next": beside}).to_string();
        assert_eq!(read(&wordpress, None).0, "wordpress");
        assert_eq!(next(&wordpress).as_deref(), expected);
    }
    let ghost = json!({
        "posts": [{"slug": "ferry", "title": "Ferry", "url": "https://news.example/ferry", "html": "<p>Back.</p>", "comment_id": "1"}],
        "meta": {"pagination": {"page": 1, "limit": 15, "pages": 2, "next": 2, "prev": null}},
    });
    assert_eq!(read(&ghost.to_string(), None).0, "ghost");
    assert_eq!(next(&ghost.to_string()), None, "a number");
}

#[test]
fn collections_of_the_fediverse_go_on_with_their_next_page() {
    let second = "https://social.example/outbox?page=2";
    let collection = |own: Value| {
        let mut document = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollectionPage",
            "to": "https://www.w3.org/ns/activitystreams#Public",
        });
        let own = own.as_object().expect("an object").clone();
        document.as_object_mut().expect("an object").extend(own);
        document.to_string()
    };
    let items = json!([{"type": "Article", "name": "Ferry", "content": "<p>Back.</p>", "id": "https://social.example/1",
        "to": "https://www.w3.org/ns/activitystreams#Public"}]);
    for own in [
        json!({"orderedItems": items, "next": second}),
        json!({"items": items, "next": {"type": "OrderedCollectionPage", "id": second}}),
        json!({"items": items, "next": {"type": "Link", "href": second}}),
        json!({"type": "OrderedCollection", "first": {"orderedItems": items, "next": second}}),
    ] {
        let document = collection(own);
        assert_eq!(read(&document, None).0, "activitystreams");
        assert_eq!(next(&document).as_deref(), Some(second), "{document}");
    }
    assert_eq!(next(&collection(json!({"orderedItems": items}))), None);
}

#[test]
fn feeds_in_xml_go_on_as_rfc_5005_has_it() {
    let second = "https://news.example/feed?page=2";
    let atom = format!(
        r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link rel="self" href="{SOURCE}"/><link rel="next" href="{second}"/>
        <entry><title>Ferry</title><link href="https://news.example/ferry"/><link rel="next" href="https://news.example/bridge"/></entry></feed>"#
    );
    assert_eq!(next(&atom).as_deref(), Some(second));
    let rss = format!(
        r#"<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title><atom:link rel="self" href="{SOURCE}"/>
        <atom:link rel="next" href="{second}"/><item><title>Ferry</title><link>https://news.example/ferry</link></item></channel></rss>"#
    );
    assert_eq!(next(&rss).as_deref(), Some(second));
    assert_eq!(next(&atom.replace("\"next\"", "\"previous\"")), None);
    assert_eq!(next(&rss.replace("\"next\"", "\"previous\"")), None);
}

#[test]
fn a_list_that_a_map_reads_goes_on_too() {
    let text = json!({"data": [{"webTitle": "Ferry"}], "links": {"next": "/posts/2"}}).to_string();
    let map = r#"{"items": "/data", "headline": "/webTitle"}"#;
    let (format, document) = read(&text, Some(map));
    assert_eq!(format, "generic");
    let next = document.next_page().map(SafeUrl::as_str);
    assert_eq!(next, Some("https://news.example/posts/2"));
}

#[test]
fn json_feed_keeps_to_its_own_word() {
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "News", "expired": true, "next_url": "https://news.example/2.json",
        "items": [{"id": "1", "content_text": "The ferry is back."}],
    });
    assert_eq!(next(&feed.to_string()), None, "it has ended");
}
