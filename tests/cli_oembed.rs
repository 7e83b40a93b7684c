//! `article-card oembed`: what a provider answers, and what is kept of it by `wp_filter_oembed_result`.
#![cfg(feature = "cli")]

mod support;

use support::command::{feed, printed, story, told};
use support::{Value, card, json};

const ADDRESSES: [&str; 4] = [
    "--src",
    "https://news.example/story.json",
    "--frame",
    "https://news.example/embed.html",
];

#[track_caller]
fn answer(options: &[&str], input: &str) -> Value {
    let arguments = [&["oembed"], &ADDRESSES[..], options, &["-"]].concat();
    serde_json::from_str(&printed(&arguments, input, 0)).expect("JSON")
}

fn text<'a>(answer: &'a Value, name: &str) -> &'a str {
    answer[name].as_str().unwrap_or_default()
}

#[test]
fn an_answer_has_what_the_specification_wants() {
    let text = card(json!({
        "headline": "Ferry returns", "url": "https://news.example/ferry", "publisher": {"name": "The Harbour", "url": "https://news.example/"},
        "authors": [{"name": "Ana Sol", "url": "https://news.example/ana"}], "image": {"url": "https://cdn.example/a.jpg", "width": 800, "height": 600},
    }));
    let mut answer = answer(
        &["--height", "700", "--width", "500", "--cache-age", "60"],
        &text,
    );
    let html = answer["html"].take();
    assert_eq!(
        answer,
        json!({
            "version": "1.0", "type": "rich", "title": "Ferry returns", "author_name": "Ana Sol", "author_url": "https://news.example/ana",
            "provider_name": "The Harbour", "provider_url": "https://news.example/", "cache_age": 60,
            "thumbnail_url": "https://cdn.example/a.jpg", "thumbnail_width": 800, "thumbnail_height": 600,
            "width": 500, "height": 700, "html": null,
        })
    );
    assert_eq!(
        html,
        "<blockquote class=\"wp-embedded-content\"><a href=\"https://news.example/ferry\">Ferry returns</a></blockquote>\
         <iframe src=\"https://news.example/embed.html?src=/story.json\" title=\"Ferry returns\" width=\"500\" height=\"700\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" loading=\"lazy\" frameborder=\"0\" data-article-card></iframe>"
    );
}

#[test]
fn what_is_not_known_is_not_there() {
    let answer = answer(
        &[],
        &card(json!({"headline": "x", "image": {"url": "https://cdn.example/a.jpg"}})),
    );
    let names: Vec<_> = answer.as_object().expect("an object").keys().collect();
    assert_eq!(names.len(), 7, "{names:?}");
    assert!(names.iter().all(|name| !name.starts_with("thumbnail")
        && !name.starts_with("author")
        && !name.starts_with("provider")));
    assert!((100..600).contains(&answer["height"].as_u64().expect("a number")));
    assert_eq!(answer["width"], 600);
    assert!(
        text(&answer, "html")
            .starts_with("<blockquote class=\"wp-embedded-content\">x</blockquote><iframe src=")
    );
}

#[test]
fn several_authors_are_named_and_none_of_them_is_linked() {
    let answer = answer(
        &[],
        &card(
            json!({"headline": "x", "authors": [{"name": "A", "url": "https://a.example/"}, {"name": "B"}]}),
        ),
    );
    assert_eq!(answer["author_name"], "A, B");
    assert_eq!(answer["author_url"], Value::Null);
}

#[test]
fn pictures_that_may_not_be_shown_elsewhere_are_no_thumbnails() {
    let image = json!({"url": "https://cdn.example/a.jpg", "width": 8, "height": 6});
    for own in [
        json!({"warning": true}),
        json!({"withdrawn": true}),
        json!({"image": {"url": "https://cdn.example/a.jpg", "width": 8, "height": 6, "republish": false}}),
    ] {
        let mut story = json!({"headline": "x", "image": image});
        for (name, value) in own.as_object().expect("an object") {
            story[name] = value.clone();
        }
        assert_eq!(answer(&[], &card(story))["thumbnail_url"], Value::Null);
    }
}

#[test]
fn feeds_and_their_items_are_answered_of() {
    let whole = answer(&[], &feed());
    assert_eq!(whole["title"], "News");
    assert!(text(&whole, "html").contains("embed.html?src=/story.json&amp;feed\""));
    let item = answer(&["--item", "1"], &feed());
    assert_eq!(item["title"], "Bridge");
    assert!(text(&item, "html").contains("embed.html?src=/story.json&amp;item=1\""));
}

/// What `wp_filter_oembed_result` looks for: a quotation and a frame, whose first ` src=` is the frame's own.
#[test]
fn wordpress_finds_quotation_frame_and_address_whatever_the_headline_says() {
    let hostile = card(
        json!({"headline": "</blockquote><iframe src='https://evil.example/' src=\"x\"></iframe>", "url": "https://news.example/?a='b'"}),
    );
    for input in [story(), hostile] {
        let answer = answer(&[], &input);
        let html = text(&answer, "html");
        assert_eq!(
            (
                html.matches("<blockquote").count(),
                html.matches("</blockquote>").count(),
                html.matches("<iframe").count(),
                html.matches("></iframe>").count()
            ),
            (1, 1, 1, 1),
            "{html}"
        );
        assert!(html.find("</blockquote>") < html.find("<iframe"), "{html}");
        let src = [" src='", " src=\""]
            .iter()
            .filter_map(|start| html.find(start))
            .min()
            .expect("an address");
        assert!(
            html[src..].starts_with(" src=\"https://news.example/embed.html?src=/story.json\""),
            "{html}"
        );
        assert!(!html.contains('\n') && !html.contains("<script"), "{html}");
    }
}

#[test]
fn what_is_missing_is_told_and_a_bad_document_prints_nothing() {
    for missing in [0, 2] {
        let mut arguments = ADDRESSES.to_vec();
        let name = arguments.remove(missing);
        arguments.remove(missing);
        let errors = told(&[&["oembed"], &arguments[..], &["-"]].concat(), &story(), 2);
        assert!(errors.contains(name), "{errors}");
    }
    let labels = [&["oembed"], &ADDRESSES[..], &["--labels", "{}", "-"]].concat();
    assert!(told(&labels, &story(), 2).contains("data-labels"));
    told(&[&["oembed"], &ADDRESSES[..], &["-"]].concat(), "{", 1);
}
