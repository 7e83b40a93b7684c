//! `article-card embed`: what is pasted. What it needs besides is in `cli_embed_needs.rs`.
#![cfg(feature = "cli")]

mod support;

use support::command::{FRAME, SCRIPT, SRC, feed, printed, snippet, story, told};
use support::{card, json};

/// A story that would break out of whatever it is written into.
fn hostile() -> String {
    card(json!({
        "headline": "\"><script>alert(1)</script>' src='x' & </article-card>", "url": "https://news.example/?a=\"b\"&c='d'",
        "summary": "</p></blockquote><script>alert(2)</script>", "publisher": "<!-- <script>", "bodyText": "]]> --> </script>",
        "language": "en",
    }))
}

#[test]
fn form_a_is_the_element_with_a_link_and_its_script() {
    assert_eq!(
        snippet(&[], &story()),
        "<article-card src=\"https://news.example/story.json\"><a href=\"https://news.example/ferry\">Ferry &lt;returns&gt;</a> — The &quot;Harbour&quot;</article-card><script type=\"module\" async src=\"https://cdn.example/1.0/article-card.js\"></script>\n"
    );
}

#[test]
fn form_b_has_the_document_inside() {
    let html = snippet(&["--form", "b"], &story());
    assert!(html.starts_with("<article-card><a href="), "{html}");
    let (_, json) = html
        .split_once("<script type=\"application/json\">")
        .expect("a document");
    let (json, rest) = json.split_once("</script>").expect("its end");
    assert!(
        json.contains("\"headline\":\"Ferry \\u003creturns\\u003e\""),
        "{json}"
    );
    assert_eq!(
        rest,
        "</article-card><script type=\"module\" async src=\"https://cdn.example/1.0/article-card.js\"></script>\n"
    );
    let arguments = [&["embed", "--form", "b"], &SCRIPT[..], &["-"]].concat();
    assert_eq!(
        printed(&arguments, &story(), 0),
        html,
        "it needs no address"
    );
}

#[test]
fn form_c_is_a_quotation_with_its_language_and_summary() {
    let text = card(
        json!({"headline": "Ferry", "url": "https://news.example/ferry", "summary": "It <sails>.", "language": "de"}),
    );
    let html = snippet(&["--form", "c", "--mode", "teaser"], &text);
    assert!(
        html.starts_with("<blockquote class=\"article-card\" data-src=\"https://news.example/story.json\" data-mode=\"teaser\" lang=\"de\" cite=\"https://news.example/ferry\"><p><a href=\"https://news.example/ferry\">Ferry</a> — news.example</p><p>It &lt;sails&gt;.</p></blockquote><script type=\"module\""),
        "{html}"
    );
    let html = snippet(&["--form", "c", "--lang", "uk"], &text);
    assert_eq!(html.matches("lang=").count(), 1, "{html}");
}

#[test]
fn form_d_is_a_frame_that_says_in_its_address_what_is_chosen() {
    let html = snippet(
        &[
            "--form",
            "d",
            "--link-query",
            "a=b&c",
            "--heading-level",
            "3",
            "--images",
            "none",
            "--height",
            "400",
        ],
        &story(),
    );
    assert_eq!(
        html,
        "<iframe src=\"https://news.example/embed.html?src=/story.json&amp;heading-level=3&amp;link-query=a%3Db%26c&amp;images=none\" title=\"Ferry &lt;returns&gt;\" width=\"600\" height=\"400\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" loading=\"lazy\" frameborder=\"0\" data-article-card></iframe>\n"
    );
    let elsewhere = [
        "embed",
        "--form",
        "d",
        "--src",
        "https://data.example/s.json?a=1&b=ü#x",
        FRAME[0],
        FRAME[1],
        "-",
    ];
    let html = printed(&elsewhere, &story(), 0);
    assert!(
        html.contains("embed.html?src=https://data.example/s.json%3Fa%3D1%26b%3D"),
        "{html}"
    );
}

#[test]
fn feeds_are_feeds_in_each_form_and_their_items_are_cards() {
    for (form, start) in [
        ("a", "<article-feed src="),
        ("b", "<article-feed><a"),
        ("c", "<blockquote class=\"article-feed\" data-src="),
        (
            "d",
            "<iframe src=\"https://news.example/embed.html?src=/story.json&amp;feed&amp;max=1\"",
        ),
    ] {
        let html = snippet(&["--form", form, "--max", "1"], &feed()).replace(" max=\"1\"", "");
        assert!(html.starts_with(start), "{html}");
    }
    let item = ["--item", "1"];
    assert!(
        snippet(&item, &feed())
            .starts_with("<article-card src=\"https://news.example/story.json\" item=\"1\">Bridge")
    );
    let inside = snippet(&[&item[..], &["--form", "b"]].concat(), &feed());
    assert!(
        inside.contains(
            "<article-card>Bridge — news.example<script type=\"application/json\">{\"schema\":\"article-card/1\""
        ),
        "{inside}"
    );
    let missing = told(
        &[&["embed"], &SRC[..], &SCRIPT, &["--item", "9", "-"]].concat(),
        &feed(),
        1,
    );
    assert!(
        missing.ends_with("article-card: items: the feed has no item \"9\"\n"),
        "{missing}"
    );
}

#[test]
fn nothing_of_a_hostile_document_gets_out_of_its_place() {
    for form in ["a", "b", "c", "d"] {
        let html = snippet(
            &[
                "--form",
                form,
                "--labels",
                "{\"showMore\": \"\\\"><script>\"}",
            ][..if form == "d" { 2 } else { 4 }],
            &hostile(),
        );
        let expected = match form {
            "b" => 2,
            "d" => 0,
            _ => 1,
        };
        assert_eq!(html.matches("<script").count(), expected, "{html}");
        assert_eq!(html.matches("</script").count(), expected, "{html}");
        for part in ["<!--", "]]>", "--></", "alert(1)</", "&c='"] {
            assert!(!html.contains(part), "{part} in {html}");
        }
        let tags = html
            .split('<')
            .skip(1)
            .map(|tag| tag.split(['>', ' ']).next().unwrap_or_default());
        for tag in tags {
            assert!(
                [
                    "article-card",
                    "/article-card",
                    "a",
                    "/a",
                    "script",
                    "/script",
                    "blockquote",
                    "/blockquote",
                    "p",
                    "/p",
                    "iframe",
                    "/iframe"
                ]
                .contains(&tag),
                "{tag} in {html}"
            );
        }
    }
}

#[test]
fn relative_addresses_are_relative_to_the_document() {
    let text = card(json!({"headline": "x", "url": "ferry"}));
    assert!(snippet(&[], &text).contains("<a href=\"https://news.example/ferry\">"));
    let html = snippet(&["--base", "https://other.example/"], &text);
    assert!(
        html.contains("base=\"https://other.example/\"")
            && html.contains("<a href=\"https://other.example/ferry\">"),
        "{html}"
    );
}
