//! Which pictures may be requested: never one that carries the reader's cookies or reaches into the reader's network.

mod support;

use article_card::sanitize::{ImagePolicy, SafeUrl};
use article_card::{Context, parse};
use support::{card, json};

/// `text` as a picture on a page of `origin`.
fn on(origin: &str, own_origin: bool, text: &str) -> Option<String> {
    let page = SafeUrl::web(origin, None);
    assert!(page.is_some() || origin.is_empty(), "{origin}");
    let policy = ImagePolicy {
        page,
        own_origin,
        ..ImagePolicy::default()
    };
    SafeUrl::image(text, None, &policy).map(|url| url.as_str().to_owned())
}

#[test]
fn pictures_of_other_sites_are_https() {
    for origin in ["", "https://host.example", "http://host.example"] {
        #[rustfmt::skip]
        let cases = [
            ("https://cdn.example/a.jpg?w=1", "https://cdn.example/a.jpg?w=1"),
            ("http://cdn.example/a.jpg", "https://cdn.example/a.jpg"),
            ("https://img.host.example/a.jpg", "https://img.host.example/a.jpg"),
        ];
        for (text, url) in cases {
            assert_eq!(
                on(origin, false, text).as_deref(),
                Some(url),
                "{text} on {origin:?}"
            );
        }
    }
}

#[test]
fn a_picture_that_is_upgraded_is_written_as_if_it_had_come_with_https() {
    for (text, url) in [
        ("http://cdn.example:443/a.jpg", "https://cdn.example/a.jpg"),
        ("http://cdn.example:80/a.jpg", "https://cdn.example/a.jpg"),
        (
            "http://cdn.example:8080/a.jpg",
            "https://cdn.example:8080/a.jpg",
        ),
    ] {
        assert_eq!(on("", false, text).as_deref(), Some(url), "{text}");
    }
}

#[test]
fn a_picture_that_is_upgraded_is_within_the_limit_too() {
    let address = |length: usize| format!("http://cdn.example/{:a<1$}", "", length - 19);
    for (length, kept) in [(2_047, true), (2_048, false)] {
        let address = address(length);
        assert_eq!(address.len(), length);
        assert_eq!(
            on("", false, &address).is_some(),
            kept,
            "{length} and one more"
        );
    }
}

#[test]
fn other_schemes_are_no_pictures() {
    #[rustfmt::skip]
    let texts = [
        "data:image/png;base64,AAAA", "data:image/svg+xml,<svg onload=alert(1)>", "blob:https://host.example/1",
        "javascript:alert(1)", "file:///a.jpg", "ftp://cdn.example/a.jpg", "mailto:ana@news.example", "tel:+123456",
        "a.jpg", "#a", "",
    ];
    for text in texts {
        assert_eq!(on("", true, text), None, "{text}");
    }
}

#[test]
fn pictures_of_the_host_page_need_its_consent() {
    #[rustfmt::skip]
    let texts = [
        "https://host.example/logout", "http://host.example/a.jpg", "https://HOST.example/a.jpg",
        "https://host.example:8443/a.jpg", "https://host.example:443/a.jpg", "https:\\\\host.example\\a.jpg",
        "https:///host.example/a.jpg", "https://ho\nst.example/a.jpg",
    ];
    for text in texts {
        assert_eq!(on("https://host.example", false, text), None, "{text}");
        assert!(
            on("https://host.example", true, text).is_some(),
            "{text} with consent"
        );
    }
    let own = on("http://host.example", true, "http://host.example/a.jpg");
    assert_eq!(
        own.as_deref(),
        Some("http://host.example/a.jpg"),
        "a page without https has pictures without it"
    );
}

#[test]
fn local_names_and_address_literals_are_refused() {
    #[rustfmt::skip]
    let hosts = [
        "localhost", "LOCALHOST", "localhost.", "a.localhost", "router", "nas.local", "nas.LOCAL", "nas.local.",
        "db.internal", "printer.lan", "box.home", "wiki.intranet", "printer.home.arpa", "a.test", "a.invalid",
        "127.0.0.1", "127.0.0.1.", "127.1", "10.0.0.1", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "8.8.8.8", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.0x1", "[::1]",
        "[::]", "[::ffff:127.0.0.1]", "[fe80::1]", "[fd00::1]", "[2001:db8::1]",
    ];
    for host in hosts {
        for origin in ["", "https://host.example", "http://host.example"] {
            for consent in [false, true] {
                let text = format!("http://{host}/a.jpg");
                assert_eq!(on(origin, consent, &text), None, "{host} on {origin:?}");
                let text = format!("https://{host}:8443/a.jpg");
                assert_eq!(on(origin, consent, &text), None, "{host} on {origin:?}");
            }
        }
    }
}

#[test]
fn a_page_on_loopback_may_show_pictures_from_loopback() {
    #[rustfmt::skip]
    let pages = [
        "http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "http://demo.localhost:8080",
    ];
    for page in pages {
        #[rustfmt::skip]
        let table = [
            "http://localhost:8080/a.jpg", "http://127.0.0.1:9090/a.jpg", "http://[::1]/a.jpg",
            "https://127.1.2.3/a.jpg",
        ];
        for text in table {
            assert_eq!(
                on(page, false, text).as_deref(),
                Some(text),
                "{text} on {page}"
            );
        }
        #[rustfmt::skip]
        let table = [
            "http://192.168.0.1/a.jpg", "http://nas.local/a.jpg", "http://router/a.jpg",
        ];
        for text in table {
            assert_eq!(on(page, false, text), None, "{text} on {page}");
        }
        let upgraded = on(page, false, "http://cdn.example/a.jpg");
        assert_eq!(upgraded.as_deref(), Some("https://cdn.example/a.jpg"));
    }
    for page in [
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
    ] {
        assert_eq!(
            on(page, false, "http://127.0.0.1/a.jpg"),
            None,
            "{page} is no loopback page"
        );
    }
}

#[test]
fn pages_inside_a_network_may_show_their_own_pictures_with_consent_only() {
    let own = "http://wiki.intranet/a.jpg";
    assert_eq!(on("http://wiki.intranet", false, own), None);
    assert_eq!(on("http://wiki.intranet", true, own).as_deref(), Some(own));
    assert_eq!(
        on("http://wiki.intranet", true, "http://other.intranet/a.jpg"),
        None
    );
}

#[test]
fn every_picture_of_a_document_is_under_the_policy() {
    let own = "https://host.example/logout";
    let own_with_size =
        json!({"url": "https://cdn.example/a.jpg", "srcset": [{"url": own, "width": 600}]});
    let document = card(json!({
        "headline": "x", "image": own_with_size,
        "authors": [{"name": "Ana Sol", "avatar": own}],
        "publisher": {"name": "y", "logo": own},
        "related": [{"url": "https://news.example/b", "headline": "z", "image": own}],
        "body": [{"type": "image", "image": own}, {"type": "gallery", "images": [own, own]}],
    }));
    let images = ImagePolicy {
        page: SafeUrl::web("https://host.example", None),
        own_origin: false,
        ..ImagePolicy::default()
    };
    let parsed = parse(
        &document,
        &Context {
            images,
            ..Context::default()
        },
    )
    .expect("an article");
    assert_eq!(parsed.warnings.len(), 7, "{:?}", parsed.warnings);
    let written = serde_json::to_string(&parsed.document).expect("JSON");
    assert!(!written.contains("host.example"), "{written}");
    assert!(written.contains("cdn.example"), "{written}");
}
