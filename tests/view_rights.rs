//! What others may show, and on what terms.

mod support;

use support::{article, drawn, drawn_feed_closed, json};

#[test]
fn pictures_that_only_their_publisher_may_show_are_left_out_with_what_is_said_of_them() {
    let held =
        |url: &str| json!({"url": url, "caption": "Held", "credit": "Held", "republish": false});
    let card = drawn(json!({
        "headline": "x", "image": held("https://news.example/a.jpg"),
        "authors": [{"name": "Ana Sol", "avatar": held("https://news.example/b.jpg")}],
        "related": [{"url": "https://news.example/y", "headline": "y", "image": held("https://news.example/c.jpg")}],
        "body": [
            {"type": "paragraph", "text": "Text"}, {"type": "image", "image": held("https://news.example/d.jpg")},
            {"type": "gallery", "images": [held("https://news.example/e.jpg"), "https://news.example/f.jpg"], "caption": "Gallery"},
        ],
    }));
    assert_eq!(card.values("src"), ["https://news.example/f.jpg"]);
    assert!(!card.text().contains("Held"), "{}", card.text());
    assert!(card.has("initials") && card.has("teaser"));
    for may in [json!(true), json!(null)] {
        let image = json!({"url": "https://news.example/a.jpg", "republish": may});
        assert!(drawn(json!({"headline": "x", "image": image})).has("image"));
    }
    let image =
        article(json!({"headline": "x", "image": held("https://news.example/a.jpg")}))["image"]
            .clone();
    assert_eq!(image["republish"], false, "what is handed on says so too");
}

#[test]
fn a_licence_stands_beside_the_publisher_also_in_feeds() {
    let story = json!({"headline": "x", "license": {"name": "CC BY-ND 4.0", "url": "https://licences.example/by-nd"}});
    let card = drawn(story.clone());
    let license = card.part("source").part("license");
    assert_eq!(license.text(), "CC BY-ND 4.0");
    let link = license.elements("a")[0];
    assert_eq!(
        (link.get("href"), link.get("rel")),
        (
            Some("https://licences.example/by-nd"),
            Some("license noopener")
        )
    );
    let feed = drawn_feed_closed(
        json!({"items": [story, {"headline": "y", "license": "All rights reserved"}]}),
        5,
    );
    let texts: Vec<String> = feed
        .parts("license")
        .iter()
        .map(|license| license.text())
        .collect();
    assert_eq!(texts, ["CC BY-ND 4.0", "All rights reserved"]);
    assert!(!drawn(json!({"headline": "x"})).has("license"));
}
