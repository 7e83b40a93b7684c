//! Hostile URLs in every field that takes one: whatever is drawn has a scheme that does no harm.

mod support;

use article_card::sanitize::SafeUrl;
use article_card::{Context, Settings};
use support::{Value, card, html, json, shared_text};

/// A document with `url` in every field that takes a URL.
fn everywhere(url: &str) -> String {
    let picture = json!({"url": url, "srcset": [{"url": url, "width": 600}]});
    let media = |kind: &str| json!({"type": kind, "url": url, "title": "x"});
    let teaser = json!({"url": url, "headline": "x", "image": picture, "section": {"name": "x", "url": url}});
    card(json!({
        "headline": "x", "url": url, "image": picture,
        "section": {"name": "x", "url": url},
        "authors": [{"name": "x", "url": url, "avatar": picture}],
        "publisher": {"name": "x", "url": url, "logo": picture},
        "related": [teaser],
        "body": [
            {"type": "quote", "text": "x", "cite": "x", "url": url},
            {"type": "image", "image": picture, "link": url},
            {"type": "image", "image": {"url": "https://news.example/a.jpg"}, "link": url},
            {"type": "gallery", "images": [picture, url]},
            media("video"), media("audio"), media("embed"),
            {"type": "related", "items": [teaser]},
            {"type": "paragraph", "html": format!("<a href=\"{url}\">x</a><img src='{url}'>")},
            {"type": "html", "html": format!("<p><a href={url}>x</a>")},
        ],
        "feed": {"title": "x", "url": url, "items": [{"headline": "x", "url": url}], "more": {"url": url}},
    }))
}

/// Draws `url` everywhere, as a card and as a feed, with and without a base.
#[track_caller]
fn harmless(url: &str) {
    for base in [None, SafeUrl::web("https://news.example/dir/page", None)] {
        let context = Context {
            base,
            ..Context::default()
        };
        let parsed = article_card::parse(&everywhere(url), &context).expect("an article");
        let mut feed = String::new();
        let tree = article_card::view::feed(&parsed.document, &Settings::default());
        article_card::view::html::push(&mut feed, &tree);
        for written in [article_card::render(&parsed, &Settings::default()), feed] {
            let tree = html::read(&written);
            for name in ["href", "src"] {
                for value in tree.values(name) {
                    assert!(is_harmless(value), "{url:?} is drawn as {name}={value:?}");
                }
            }
            for candidate in tree
                .values("srcset")
                .iter()
                .flat_map(|list| list.split(", "))
            {
                assert!(
                    is_harmless(candidate.split(' ').next().unwrap_or_default()),
                    "{url:?}: {candidate:?}"
                );
            }
        }
    }
}

fn is_harmless(url: &str) -> bool {
    let plain = url
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !b"<>\"".contains(&byte));
    let schemes = ["http://", "https://", "mailto:", "tel:"];
    plain && schemes.iter().any(|scheme| url.starts_with(scheme))
}

#[test]
fn hostile_urls_of_our_own_do_no_harm() {
    #[rustfmt::skip]
    let scripts = [
        "javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "livescript:x",
    ];
    #[rustfmt::skip]
    let disguises: [fn(&str) -> String; 12] = [
        str::to_owned, str::to_uppercase, |url| format!(" \t\r\n{url}"), |url| format!("\u{1}\u{8}\u{1f}{url}"),
        |url| format!("\u{feff}{url}"), |url| format!("\u{200b}{url}"),
        |url| url.replacen('s', "s\n", 1).replacen('a', "a\t", 1), |url| url.replacen(':', "\n:", 1),
        |url| url.replacen(':', "\u{0}:", 1), |url| url.replacen(':', "&#58;", 1), |url| url.replacen(':', "%3A", 1),
        |url| format!("https://news.example/\"><a href='{url}'>"),
    ];
    for script in scripts {
        for disguise in disguises {
            harmless(&disguise(script));
        }
    }
    #[rustfmt::skip]
    let others = [
        "\" onmouseover=\"alert(1)", "https://a.example/\" onerror=\"alert(1)",
        "https://a.example/,javascript:alert(1) 1x", "https://a.example/a.jpg 1x, javascript:alert(1)",
        "//javascript:alert(1)", "https://javascript:alert(1)/", "https://a.example/\u{2028}x", "\\\\a.example\\x",
        "/\\/a.example", "?javascript:alert(1)", "#javascript:alert(1)", "", " ", ":", "//", "https://",
    ];
    for url in others {
        harmless(url);
    }
}

#[test]
fn commas_in_a_picture_do_not_end_its_candidate() {
    let url = "https://cdn.example/w_600,h_400/a.jpg";
    let other = "https://cdn.example/a.jpg?w=300,";
    let tree = support::drawn(json!({"headline": "x", "image": {"url": url, "srcset": [
        {"url": url, "width": 600}, {"url": other, "width": 300},
    ]}}));
    let image = tree.part("image");
    assert_eq!(
        image.get("srcset"),
        Some("https://cdn.example/w_600,h_400/a.jpg 600w, https://cdn.example/a.jpg?w=300%2C 300w")
    );
    assert_eq!(image.get("src"), Some(url));
}

#[test]
fn shared_url_payloads_do_no_harm() {
    let Some(payloads) = shared_text("xss/open/safevalues-urls.json") else {
        return;
    };
    let payloads: Vec<Value> = serde_json::from_str(&payloads).expect("JSON");
    assert!(payloads.len() > 50, "{} payloads", payloads.len());
    for payload in payloads {
        harmless(payload["p"].as_str().expect("a payload"));
    }
}
