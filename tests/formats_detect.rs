//! Which format a document is in is told from its values, by rules in one order: the first that holds counts.

mod support;

use article_card::{Context, Reason};
use support::{Value, error, json, length, parse, written_back};

/// The format `text` is told for, or `none`.
fn format_of(text: &str) -> &'static str {
    match article_card::parse(text, &Context::default()) {
        Ok(parsed) => parsed.format,
        Err(error) if error.message.starts_with("expected article-card/1") => "none",
        // It was known, and says nothing that a card could show.
        Err(error) if error.message.starts_with("expected a headline") => "native",
        Err(error) => panic!("{error} in {text}"),
    }
}

#[track_caller]
fn told(table: &[(&'static str, Value)]) {
    for (format, document) in table {
        assert_eq!(format_of(&document.to_string()), *format, "{document}");
    }
}

#[test]
#[rustfmt::skip]
fn each_rule_holds_for_the_least_that_it_asks_for() {
    told(&[
        ("native", json!({"schema": "article-card/1", "headline": "x"})),
        ("native", json!({"schema": "article-feed/1.7", "items": []})),
        ("json-feed", json!({"version": "https://jsonfeed.org/version/1", "items": []})),
        ("json-feed", json!({"version": "http://www.jsonfeed.org/version/1.1", "items": [{}]})),
        ("json-feed", json!({"items": [{}, {"content_text": "x"}]})),
        ("json-feed", json!({"items": [{"content_html": "<p>x"}], "version": 7})),
        ("activitystreams", json!({"@context": "https://www.w3.org/ns/activitystreams", "name": "x"})),
        ("activitystreams", json!({"@context": ["x", "http://www.w3.org/ns/activitystreams#"], "name": "x"})),
        ("activitystreams", json!({"@context": {"as": "https://www.w3.org/ns/activitystreams"}, "name": "x"})),
        ("json-ld", json!({"@context": "http://schema.org/", "@type": "Article", "headline": "x"})),
        ("json-ld", json!({"@context": ["https://schema.org"], "type": "BlogPosting", "headline": "x"})),
        ("json-ld", json!({"@context": {"@vocab": "https://schema.org/"}, "@type": "schema:Report", "name": "x"})),
        ("json-ld", json!({"@graph": [{"@type": "https://schema.org/NewsArticle", "headline": "x"}]})),
        ("wordpress", json!({"title": {"rendered": "x"}})),
        ("ghost", json!({"posts": [{"slug": "x", "html": "<p>x"}]})),
        ("ghost", json!({"pages": [{"slug": "x", "custom_excerpt": "x", "title": "x"}]})),
        ("ghost", json!({"posts": [{"slug": "x", "feature_image": "/x.jpg"}]})),
        ("ghost", json!({"posts": [], "meta": {"pagination": {}}})),
        ("ghost", json!({"slug": "x", "uuid": "1", "published_at": "2026-01-31", "title": "x"})),
        ("ghost", json!({"slug": "x", "comment_id": "1", "html": "<p>x"})),
        ("ans", json!({"headlines": {"basic": "x"}})),
        ("ans", json!({"type": "results", "content_elements": [{"headlines": {"basic": "x"}}]})),
        ("ans", json!({"type": "results", "content_elements": [{}], "_id": "x"})),
        ("ans", json!({"content_elements": [{"type": "text", "content": "x"}], "_id": "x"})),
        ("ninjs", json!({"uri": "urn:x", "versioncreated": "2026-01-31", "headline": "x"})),
        ("ninjs", json!({"guid": "urn:x", "pubstatus": "usable", "headline": "x"})),
        ("ninjs", json!({"uri": "urn:x", "representationType": "complete", "headline": "x"})),
        ("ninjs", json!({"uri": "urn:x", "body_text": "x"})),
        ("ninjs", json!({"uri": "urn:x", "description_html": "x", "headline": "x"})),
        ("ninjs", json!({"uri": "urn:x", "headlines": [{"value": "x"}]})),
        ("ninjs", json!({"uri": "urn:x", "bodies": [{"contentType": "text/plain", "value": "x"}]})),
        ("apple-news", json!({"components": [{"role": "body", "text": "x"}]})),
        ("oembed", json!({"type": "link", "version": "1.0", "url": "https://a.example/", "title": "x"})),
        ("oembed", json!({"type": "link", "version": 1, "html": "<blockquote>x", "title": "x"})),
        ("oembed", json!({"type": "twitter", "provider_url": "https://a.example/", "html": "<p>x"})),
        ("oembed", json!({"type": "rich", "provider_name": "A", "thumbnail_url": "/x.jpg", "title": "x"})),
        ("generic", json!({"headline": "x", "url": "https://a.example/"})),
        ("generic", json!({"title": "x", "link": "https://a.example/"})),
        ("generic", json!({"name": "x", "canonical_url": "https://a.example/"})),
    ]);
}

#[test]
#[rustfmt::skip]
fn what_misses_a_part_of_a_rule_is_not_in_that_format() {
    told(&[
        ("none", json!({"version": "https://jsonfeed.org/version/1.1"})),
        ("none", json!({"items": []})),
        ("none", json!({"@context": "https://example.org/", "@type": "Article", "headline": "x"})),
        ("none", json!({"@context": "https://schema.org", "@type": "WebSite", "name": "x"})),
        ("none", json!({"title": {"raw": "x"}})),
        ("none", json!({"posts": [{"html": "<p>x"}]})),
        ("none", json!({"slug": "x", "html": "<p>x"})),
        ("none", json!({"headlines": "x"})),
        ("none", json!({"content_elements": [{"type": "text", "content": "x"}]})),
        ("none", json!({"uri": "urn:x", "headline": "x"})),
        ("none", json!({"versioncreated": "2026-01-31", "headline": "x"})),
        ("none", json!({"components": [{"type": "body", "text": "x"}]})),
        ("none", json!({"type": "link", "title": "x", "version": "1.0"})),
        ("none", json!({"headline": "x"})),
        ("none", json!({"url": "https://a.example/"})),
        ("none", json!({"schema": "article/1", "headline": "x"})),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_two_rules_that_hold_the_earlier_counts() {
    let with = |mut document: Value, more: Value| {
        let Value::Object(more) = more else {
            unreachable!()
        };
        document.as_object_mut().expect("an object").extend(more);
        document
    };
    let generic = json!({"title": "x", "url": "https://a.example/"});
    told(&[
        ("native", with(generic.clone(), json!({"schema": "article-card/1", "version": "https://jsonfeed.org/version/1"}))),
        ("json-feed", json!({"items": [{"content_text": "x"}], "@context": "https://schema.org", "posts": [{"slug": "x", "html": "x"}]})),
        // Mastodon names both.
        ("activitystreams", json!({"@context": ["https://www.w3.org/ns/activitystreams", {"schema": "http://schema.org#"}], "name": "x"})),
        ("json-ld", json!({"@context": "https://schema.org", "@type": "Article", "headline": "x", "slug": "x", "uuid": "1", "html": "x"})),
        ("wordpress", json!({"title": {"rendered": "x"}, "slug": "x", "uuid": "1", "html": "x"})),
        ("ghost", json!({"slug": "x", "uuid": "1", "html": "x", "headlines": {"basic": "x"}})),
        ("ans", json!({"headlines": {"basic": "x"}, "uri": "urn:x", "versioncreated": "2026-01-31"})),
        ("ninjs", with(generic.clone(), json!({"uri": "urn:x", "pubstatus": "usable", "components": [{"role": "body"}], "headline": "x"}))),
        ("apple-news", with(generic.clone(), json!({"components": [{"role": "body", "text": "x"}], "type": "link", "version": "1.0"}))),
        ("oembed", with(generic.clone(), json!({"type": "link", "version": "1.0", "data": {"title": {"rendered": "x"}}}))),
        // What stands inside in a known format tells more than the duck outside.
        ("wordpress", with(generic.clone(), json!({"data": {"title": {"rendered": "x"}}}))),
        ("generic", generic),
    ]);
}

#[test]
fn an_array_is_a_list_in_the_format_of_its_first_item_that_is_in_one() {
    #[rustfmt::skip]
    let table = [
        ("native", json!([]), 0),
        ("native", json!([{"x": 1}, {"schema": "article-card/1", "headline": "x"}]), 1),
        ("wordpress", json!([{"title": {"rendered": "x"}}, {"title": {"rendered": "y"}}]), 2),
        ("wordpress", json!([7, null, {"title": {"rendered": "x"}}]), 1),
        ("ghost", json!([{"slug": "x", "uuid": "1", "html": "<p>x"}]), 1),
        ("ans", json!([{"headlines": {"basic": "x"}}]), 1),
        ("ninjs", json!([{"uri": "urn:x", "body_text": "x"}]), 1),
        ("generic", json!([{"title": "x", "url": "https://a.example/"}]), 1),
    ];
    for (format, document, items) in table {
        let parsed = parse(&document.to_string());
        assert_eq!(parsed.format, format, "{document}");
        assert_eq!(length(&written_back(&parsed)["items"]), items, "{document}");
    }
    // Of JSON-LD it is one graph.
    let graph = json!([
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x", "author": {"@id": "#ana"}},
        {"@context": "https://schema.org", "@type": "Person", "@id": "#ana", "name": "Ana Sol"},
    ]);
    let parsed = parse(&graph.to_string());
    let document = written_back(&parsed);
    assert_eq!(
        (parsed.format, &document["authors"][0]["name"]),
        ("json-ld", &json!("Ana Sol"))
    );
}

#[test]
#[rustfmt::skip]
fn envelopes_are_opened_three_deep_and_no_deeper() {
    const NAMES: &str =
        "data item items article articles post posts result results response story content";
    let post = json!({"title": {"rendered": "x"}});
    for name in NAMES.split(' ') {
        assert_eq!(
            format_of(&json!({name: post}).to_string()),
            "wordpress",
            "{name}"
        );
        assert_eq!(
            format_of(&json!({name: [post]}).to_string()),
            "wordpress",
            "{name}"
        );
    }
    told(&[
        ("wordpress", json!({"response": {"data": {"item": post}}})),
        ("none", json!({"response": {"data": {"item": {"story": post}}}})),
        ("none", json!({"payload": post})),
        ("ninjs", json!({"total": 1, "item": [{"uri": "urn:x", "pubstatus": "usable", "headline": "x"}]})),
        // The first that holds something counts.
        ("ghost", json!({"data": {"posts": [{"slug": "x", "html": "<p>x"}]}, "items": [post]})),
        ("wordpress", json!({"data": {"x": 1}, "content": post})),
    ]);
}

#[test]
fn what_is_unknown_says_what_was_found() {
    #[rustfmt::skip]
    let table = [
        (json!({"a": 1, "webTitle": "x"}), "an object with the keys a, webTitle"),
        (json!({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}), "an object with the keys a, b, c, d, e"),
        (json!({}), "an object"), (json!([1]), "a list"), (json!("x"), "text"), (json!(7), "a number"),
        (json!(true), "true or false"), (json!(null), "null"),
    ];
    for (document, found) in table {
        let error = error(&document.to_string());
        assert_eq!(
            (error.reason, error.path.as_str()),
            (Reason::Format, ""),
            "{document}"
        );
        assert!(
            error
                .message
                .starts_with("expected article-card/1, JSON Feed, WordPress"),
            "{error}"
        );
        assert!(
            error.message.ends_with(&format!(", found {found}")),
            "{error}"
        );
    }
}

#[test]
fn a_ghost_export_says_what_to_use_instead() {
    let error = error(
        &json!({"db": [{"meta": {}, "data": {"posts": [{"slug": "x", "html": "<p>x"}]}}]})
            .to_string(),
    );
    assert!(
        error
            .message
            .starts_with("a Ghost export is not for readers: use the Content API"),
        "{error}"
    );
}

#[test]
fn a_byte_order_mark_and_white_space_say_nothing() {
    let post = json!({"title": {"rendered": "x"}}).to_string();
    assert_eq!(format_of(&format!("\u{feff}\n {post}")), "wordpress");
    assert_eq!(
        format_of("\u{feff} \n<rss><channel><item><title>x</title></item></channel></rss>"),
        "rss"
    );
    assert_eq!(
        format_of("<?xml version='1.0'?><rdf:RDF><item><title>x</title></item></rdf:RDF>"),
        "rss"
    );
    assert_eq!(
        format_of("<!-- x --><feed><entry><title>x</title></entry></feed>"),
        "atom"
    );
}

#[test]
fn markup_that_is_no_feed_says_what_it_is() {
    for page in ["<!doctype html><p>x", "<!DOCTYPE HTML>", " <html lang=en>"] {
        let error = error(page);
        assert_eq!(
            error.message, "the address points at a web page, not JSON",
            "{page}"
        );
        assert_eq!(error.reason, Reason::Json);
    }
    assert_eq!(
        error("<opml></opml>").message,
        "expected JSON or a feed, found XML of another kind"
    );
}

#[test]
fn a_page_is_read_for_the_article_that_it_carries() {
    let page = r#"<!doctype html><script type="application/ld+json">{"@context": "https://schema.org", "@type": "WebSite"}</script>
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x"}</script>"#;
    let parsed = parse(page);
    assert_eq!(
        (parsed.format, &written_back(&parsed)["headline"]),
        ("json-ld", &json!("x"))
    );
}
