//! What relative URLs are relative to: the document's own page, else the base, and nothing else.

mod support;

use article_card::Context;
use article_card::sanitize::SafeUrl;
use support::links::{link, links};
use support::{Value, article, article_and_warnings, card, json, written_back};

#[test]
fn dot_segments_are_resolved_and_never_leave_the_host() {
    #[rustfmt::skip]
    links(&[
        ("https://a.example/a/./b/../c", "https://a.example/a/c"),
        ("https://a.example/a/%2E/b/%2e%2E/c", "https://a.example/a/c"),
        ("https://a.example/a/..", "https://a.example/"),
        ("https://a.example/a/b/..", "https://a.example/a/"),
        ("https://a.example/a/.", "https://a.example/a/"),
        ("https://a.example/../../x", "https://a.example/x"),
        ("https://a.example/a//b", "https://a.example/a//b"),
        ("https://a.example/...", "https://a.example/..."),
        ("https://a.example/?../x", "https://a.example/?../x"),
        ("../../../x", "https://news.example/x"),
    ]);
}

#[test]
fn relative_urls_are_relative_to_the_page() {
    links(&[
        ("x", "https://news.example/dir/x"),
        ("./x/", "https://news.example/dir/x/"),
        ("../x", "https://news.example/x"),
        (".", "https://news.example/dir/"),
        ("..", "https://news.example/"),
        ("/x", "https://news.example/x"),
        ("?y", "https://news.example/dir/page?y"),
        ("//other.example/z", "https://other.example/z"),
        ("x?y#z", "https://news.example/dir/x?y#z"),
        ("p//ath", "https://news.example/dir/p//ath"),
    ]);
    assert_eq!(link("#baz"), None, "a fragment leads nowhere inside a card");
    assert_eq!(link(""), None);
    for text in ["x", "/x", "?x", "//a.example/", "./x"] {
        assert_eq!(SafeUrl::link(text, None), None, "{text:?} without a base");
    }
    let http = SafeUrl::web("http://a.example/", None);
    let other = SafeUrl::link("//b.example/", http.as_ref()).expect("a URL");
    assert_eq!(
        other.as_str(),
        "http://b.example/",
        "the scheme of the page"
    );
    let mail = SafeUrl::link("mailto:ana@news.example", None);
    assert_eq!(
        SafeUrl::link("x", mail.as_ref()),
        None,
        "nothing is relative to a mailbox"
    );
}

#[test]
fn a_document_resolves_against_its_own_url_then_against_the_base() {
    let at = |fields, base: Option<&str>| {
        let base = base.and_then(|base| SafeUrl::web(base, None));
        let context = Context {
            base,
            ..Context::default()
        };
        let parsed = article_card::parse(&card(fields), &context).expect("a document");
        let url = &written_back(&parsed)["section"]["url"];
        url.as_str().map(str::to_owned)
    };
    let relative = |url: Option<&str>| json!({"headline": "x", "url": url, "section": {"name": "y", "url": "z"}});
    let own = Some("https://own.example/a/b");
    let base = Some("https://base.example/c/d");
    assert_eq!(
        at(relative(own), base).as_deref(),
        Some("https://own.example/a/z")
    );
    assert_eq!(
        at(relative(None), base).as_deref(),
        Some("https://base.example/c/z")
    );
    assert_eq!(
        at(relative(Some("e/f")), base).as_deref(),
        Some("https://base.example/c/e/z")
    );
    assert_eq!(
        at(relative(Some("javascript:x")), base).as_deref(),
        Some("https://base.example/c/z")
    );
    assert_eq!(at(relative(None), None), None);
}

#[test]
fn without_a_base_relative_urls_are_left_out_and_the_rest_stays() {
    let (article, warnings) = article_and_warnings(json!({
        "headline": "x", "url": "story", "image": "a.jpg", "section": {"name": "Harbour", "url": "/harbour"},
    }));
    assert_eq!(
        (&article["url"], &article["image"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(article["section"], json!({"name": "Harbour"}));
    assert_eq!(warnings.len(), 3, "{warnings:?}");
}

#[test]
fn host_and_origin_are_read_off_the_url() {
    #[rustfmt::skip]
    let cases = [
        ("https://a.example/x", "a.example", "https://a.example"),
        ("http://a.example:8080?x", "a.example", "http://a.example:8080"),
        ("http://[2001:db8::1]:81/x", "[2001:db8::1]", "http://[2001:db8::1]:81"),
        ("http://[2001:db8::1]/x", "[2001:db8::1]", "http://[2001:db8::1]"),
    ];
    for (text, host, origin) in cases {
        let url = SafeUrl::web(text, None).expect("a URL");
        assert_eq!((url.host(), url.origin()), (host, origin), "{text}");
    }
    let read = article(json!({"headline": "x", "url": "https://www.a.example/x"}));
    assert_eq!(read["publisher"]["url"], "https://www.a.example/");
}
