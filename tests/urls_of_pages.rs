//! Where a feed may go on: the next page is requested without cookies, so the page's own origin may give it; nothing
//! reaches into the reader's network.

mod support;

use article_card::sanitize::{ImagePolicy, SafeUrl};
use article_card::{Context, Parsed, limits, parse};
use support::{Value, card, feed_document, json, written};

const REFUSED: &str = "left out: expected an https URL, not of the page's own or a local address, or a relative one and a base";

fn read(text: &str, page: &str, base: Option<&str>) -> Parsed {
    let context = Context {
        base: base.and_then(|base| SafeUrl::web(base, None)),
        images: ImagePolicy {
            page: SafeUrl::web(page, None),
            own_origin: false,
            ..ImagePolicy::default()
        },
        ..Context::default()
    };
    parse(text, &context).expect("a feed")
}

/// The next page of a feed on `page`; a refused one is told with its place.
#[track_caller]
fn next(page: &str, fields: Value, base: Option<&str>) -> Option<String> {
    let parsed = read(&feed_document(fields), page, base);
    let next = parsed
        .document
        .next_page()
        .map(|url| url.as_str().to_owned());
    let told = format!("more.url: {REFUSED}");
    let expected: &[String] = if next.is_none() { &[told] } else { &[] };
    assert_eq!(written(&parsed.warnings), expected);
    next
}

#[track_caller]
fn on(page: &str, url: &str) -> Option<String> {
    next(page, json!({"items": [], "more": {"url": url}}), None)
}

const PARTNER: &str = "https://partner.example";

#[test]
fn a_next_page_of_another_site_is_https() {
    #[rustfmt::skip]
    let cases = [
        ("https://news.example/2.json?a=b", "https://news.example/2.json?a=b"),
        ("http://news.example/2.json", "https://news.example/2.json"),
    ];
    for (url, expected) in cases {
        for page in [
            "",
            PARTNER,
            "http://partner.example",
            "http://localhost:8080",
        ] {
            assert_eq!(
                on(page, url).as_deref(),
                Some(expected),
                "{url} on {page:?}"
            );
        }
    }
}

#[test]
fn other_schemes_and_local_addresses_are_refused_with_their_place() {
    #[rustfmt::skip]
    let urls = [
        "javascript:alert(1)", "data:application/json,[]", "blob:https://partner.example/1", "file:///2.json",
        "ftp://news.example/2", "mailto:ana@news.example", "tel:+123456", "2.json", "/2.json", "?page=2", "#2",
        "https://192.168.0.1/2", "https://8.8.8.8/2", "https://2130706433/2", "https://[::1]/2", "http://127.0.0.1/2",
        "https://[2001:db8::1]/2", "http://localhost/2", "https://localhost:8443/2", "https://a.localhost/2",
        "https://router/2", "https://printer.local/2", "https://db.internal/2", "https://wiki.intranet/2",
        "https://box.home.arpa/2",
    ];
    for url in urls {
        for page in ["", PARTNER, "http://partner.example"] {
            assert_eq!(on(page, url), None, "{url} on {page:?}");
        }
    }
}

#[test]
fn a_refused_page_makes_no_button_and_hides_no_items() {
    let feed = support::drawn_feed_closed(
        json!({"items": support::items(1), "more": {"label": "Older", "url": "https://10.0.0.1/"}}),
        5,
    );
    assert_eq!((feed.parts("item").len(), feed.has("more")), (1, false));
}

#[test]
fn the_pages_own_origin_may_give_it_but_no_pictures() {
    for (page, url) in [
        (PARTNER, "https://partner.example/2.json"),
        (PARTNER, "https://partner.example:8443/2.json"),
        ("http://partner.example", "http://partner.example/2.json"),
        ("http://wiki.intranet", "http://wiki.intranet/2.json"),
    ] {
        assert_eq!(on(page, url).as_deref(), Some(url), "{url} on {page}");
    }
    assert_eq!(
        on("http://wiki.intranet", "http://other.intranet/2.json"),
        None
    );
    let text = feed_document(
        json!({"more": {"url": "https://partner.example/2"}, "items": [
        {"headline": "x", "image": "https://partner.example/a.jpg"}]}),
    );
    let parsed = read(&text, PARTNER, None);
    assert!(parsed.document.next_page().is_some());
    assert_eq!(
        written(&parsed.warnings),
        [format!("items[0].image: {REFUSED}")]
    );
}

#[test]
fn a_page_on_loopback_may_read_on_from_loopback() {
    #[rustfmt::skip]
    let pages = [
        "http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "http://demo.localhost:8080",
    ];
    for page in pages {
        for url in [
            "http://localhost:8080/2",
            "http://127.0.0.1:9090/2",
            "http://[::1]/2",
        ] {
            assert_eq!(on(page, url).as_deref(), Some(url), "{url} on {page}");
        }
        for url in [
            "http://192.168.0.1/2",
            "http://nas.local/2",
            "http://router/2",
        ] {
            assert_eq!(on(page, url), None, "{url} on {page}");
        }
    }
    assert_eq!(
        on("http://localhost.evil.example", "http://127.0.0.1/2"),
        None
    );
}

#[test]
fn a_relative_one_starts_from_the_feed_and_else_from_where_the_document_came_from() {
    let base = Some("https://cdn.example/feeds/1.json");
    let own = |feed: Value, url: &str| json!({"url": feed, "items": [{"headline": "x", "url": "https://other.example/a/b"}], "more": {"url": url}});
    let of = |feed: &str, url| next(PARTNER, own(feed.into(), url), base);
    let without = |url| next(PARTNER, own(Value::Null, url), base);
    #[rustfmt::skip]
    let cases = [
        (of("https://news.example/feed/", "2.json"), "https://news.example/feed/2.json"),
        (of("https://news.example/feed", "?page=2"), "https://news.example/feed?page=2"),
        (of("https://news.example/feed/", "../2"), "https://news.example/2"),
        (of("https://news.example/feed/", "//pages.example/2"), "https://pages.example/2"),
        (of("http://news.example/feed/", "2.json"), "https://news.example/feed/2.json"),
        (of("/feed/", "2.json"), "https://cdn.example/feed/2.json"),
        (without("2.json"), "https://cdn.example/feeds/2.json"),
    ];
    for (given, expected) in cases {
        assert_eq!(given.as_deref(), Some(expected));
    }
    assert_eq!(
        next(PARTNER, own("http://10.0.0.1/".into(), "2.json"), base),
        None,
        "nor by a base that is local"
    );
}

#[test]
fn a_feed_inside_an_article_is_under_the_policy() {
    let more = |url: &str| {
        card(
            json!({"headline": "x", "url": "https://news.example/a/b", "feed": {"items": [], "more": {"url": url}}}),
        )
    };
    let refused = read(&more("https://10.0.0.1/"), PARTNER, None);
    assert_eq!(
        written(&refused.warnings),
        [format!("feed.more.url: {REFUSED}")]
    );
    let relative = read(&more("2.json"), PARTNER, None);
    let next = relative.document.next_page().map(SafeUrl::as_str);
    assert_eq!(next, Some("https://news.example/a/2.json"));
}

#[test]
fn an_empty_address_is_none_and_a_too_long_one_is_refused() {
    for url in [json!(""), json!(" "), json!(null)] {
        let text = feed_document(json!({"items": [], "more": {"url": url}}));
        let parsed = read(&text, PARTNER, None);
        assert!(parsed.document.next_page().is_none());
        assert_eq!(written(&parsed.warnings), [""; 0], "{url}");
    }
    let start = "https://news.example/";
    for length in [
        limits::URL_CHARS - 1,
        limits::URL_CHARS,
        limits::URL_CHARS + 1,
    ] {
        let url = format!("{start}{}", "x".repeat(length - start.len()));
        let kept = on(PARTNER, &url).map(|url| url.len());
        assert_eq!(kept, Some(length).filter(|length| *length <= 2_048));
    }
}
