//! What must be said of an article before it is read: who paid for it, what a reader may not want to see, that it was
//! withdrawn, who published it first.

mod support;

use article_card::view::{Mode, Settings};
use support::html::Tree;
use support::{drawn, drawn_closed, drawn_feed_closed, drawn_with, feed_and_warnings, json, words};

fn rels(card: &Tree) -> Vec<&str> {
    let links = card.elements("a");
    links.iter().filter_map(|link| link.get("rel")).collect()
}

#[test]
fn who_paid_for_a_story_stands_above_it_and_search_engines_are_told_of_its_links() {
    let card = drawn(json!({
        "headline": "x", "url": "https://news.example/x", "section": {"name": "News", "url": "https://news.example/"},
        "sponsor": {"name": "Fish & Co", "url": "https://fish.example/"},
        "bodyHtml": "<p>Buy <a href=\"https://fish.example/cod\">cod</a>.",
    }));
    let sponsor = &card.part("header").children[0];
    assert_eq!(sponsor.text(), "Sponsored by Fish & Co");
    let link = sponsor.elements("a")[0];
    assert_eq!(link.get("href"), Some("https://fish.example/"));
    for rel in rels(&card) {
        assert!(rel.ends_with(" sponsored"), "{rel}");
    }
    assert!(rels(&card).contains(&"noopener nofollow ugc sponsored"));
    for (sponsor, said) in [
        (json!("Fish & Co"), "Sponsored by Fish & Co"),
        (json!(true), "Sponsored"),
    ] {
        assert_eq!(
            drawn(json!({"headline": "x", "sponsor": sponsor}))
                .part("sponsor")
                .text(),
            said
        );
    }
    let free = drawn(json!({"headline": "x", "url": "https://news.example/x", "sponsor": false}));
    assert!(!free.has("sponsor"));
    assert!(rels(&free).iter().all(|rel| !rel.contains("sponsored")));
}

#[test]
fn a_sponsored_teaser_says_so_and_what_stands_beside_it_does_not() {
    let teaser = |name: &str, sponsor| json!({"url": format!("https://news.example/{name}"), "headline": name, "sponsor": sponsor});
    let card = drawn(
        json!({"headline": "x", "related": [teaser("a", json!("Fish & Co")), teaser("b", json!(null))]}),
    );
    let teasers = card.parts("teaser");
    assert_eq!(teasers[0].part("sponsor").text(), "Sponsored by Fish & Co");
    assert_eq!(rels(teasers[0]), ["noopener sponsored"]);
    assert!(!teasers[1].has("sponsor"));
    assert_eq!(rels(teasers[1]), ["noopener"]);
}

#[test]
fn in_a_feed_only_the_sponsored_story_is_sponsored() {
    let feed = drawn_feed_closed(
        json!({"publisher": {"name": "News", "url": "https://news.example/"}, "items": [
            {"headline": "x", "url": "https://news.example/x", "sponsor": true}, {"headline": "y", "url": "https://news.example/y"},
        ]}),
        5,
    );
    assert_eq!(rels(&feed), ["noopener sponsored", "noopener", "noopener"]);
    let last = drawn_feed_closed(
        json!({"publisher": {"name": "News", "url": "https://news.example/"}, "items": [{"headline": "x", "sponsor": true}]}),
        5,
    );
    assert_eq!(
        rels(last.part("source")),
        ["noopener"],
        "the feed was not paid for"
    );
}

#[test]
fn picture_and_body_stay_behind_a_warning() {
    let text = [words(90), words(90), words(90)].join("\n\n");
    let story = json!({
        "headline": "x", "summary": "What it is about", "image": "https://news.example/a.jpg", "warning": "Injuries",
        "bodyText": text,
    });
    let card = drawn_closed(story);
    let warning = card.part("warning");
    assert_eq!(warning.name, "details");
    assert_eq!(warning.get("open"), None);
    assert_eq!(warning.children[0].name, "summary");
    assert_eq!(warning.children[0].text(), "Injuries");
    for part in ["image", "body", "toggle"] {
        assert!(warning.has(part), "{part}");
    }
    assert!(
        card.part("header").has("summary"),
        "its publisher wrote that for everybody"
    );
    let alone = drawn(json!({"headline": "x", "bodyText": "It hurts.", "warning": true}));
    assert_eq!(alone.part("warning-text").text(), "Sensitive content");
    assert!(!drawn(json!({"headline": "x", "bodyText": "y", "warning": false})).has("warning"));
}

#[test]
fn where_there_is_no_body_a_warning_is_a_line_and_nothing_of_the_body_is_told() {
    let story = json!({"image": "https://news.example/a.jpg", "warning": "Injuries", "bodyText": "It hurts."});
    for mode in [Mode::Teaser, Mode::Compact] {
        let card = drawn_with(
            story.clone(),
            &Settings {
                mode,
                ..Settings::default()
            },
        );
        assert_eq!(card.part("warning-text").text(), "Injuries");
        assert!(!card.has("image") && !card.has("warning"));
        assert!(!card.text().contains("hurts"), "{}", card.text());
    }
    // The name of the card, too.
    assert_eq!(drawn(story).get("aria-label"), Some("Injuries"));
    let unnamed = drawn(json!({"warning": true, "bodyText": "It hurts."}));
    assert_eq!(unnamed.get("aria-label"), None);
}

#[test]
fn of_a_withdrawn_story_a_notice_is_left() {
    let card = drawn(json!({
        "headline": "x", "url": "https://news.example/x", "summary": "Gone", "image": "https://news.example/a.jpg",
        "bodyText": "Gone", "authors": ["Ana Gone"], "tags": ["Gone"], "datePublished": "2026-01-31",
        "related": [{"url": "https://news.example/y", "headline": "Gone"}],
        "corrections": [{"text": "It was not so."}], "publisher": "The Harbour", "withdrawn": "Our source was wrong.",
    }));
    assert!(!card.text().contains("Gone"), "{}", card.text());
    assert!(!card.has("image") && !card.has("published"));
    assert_eq!(card.part("headline").text(), "x");
    assert_eq!(
        card.part("notice").text(),
        "This article has been withdrawn."
    );
    assert_eq!(card.part("notice-text").text(), "Our source was wrong.");
    assert_eq!(card.part("correction").text(), "It was not so.");
    assert!(
        card.part("source")
            .text()
            .contains("Published by The Harbour")
    );
    let bare = drawn(json!({"withdrawn": true}));
    assert_eq!(bare.text(), "This article has been withdrawn.");
}

#[test]
fn a_withdrawn_story_is_left_out_of_feeds() {
    let (feed, warnings) = feed_and_warnings(
        json!({"items": [{"headline": "x", "withdrawn": true}, {"headline": "y"}]}),
    );
    assert_eq!(feed["items"][0]["headline"], "y");
    assert_eq!(warnings, ["items[0]: item left out: it was withdrawn"]);
}

#[test]
fn who_published_it_first_is_named_and_linked_once() {
    let story = |original| json!({"headline": "x", "url": "https://news.example/x", "publisher": "News", "original": original});
    let card = drawn(story(
        json!({"name": "The Harbour", "url": "https://harbour.example/x"}),
    ));
    let source = card.part("source");
    assert_eq!(
        source.part("original").text(),
        "Originally published at The Harbour"
    );
    assert_eq!(source.elements("a").len(), 1);
    assert_eq!(
        source.elements("a")[0].get("href"),
        Some("https://harbour.example/x")
    );
    let named = drawn(story(json!({"url": "https://www.harbour.example/x"})));
    assert_eq!(
        named.part("original").text(),
        "Originally published at harbour.example"
    );
    let own = drawn(story(
        json!({"name": "News", "url": "https://news.example/y"}),
    ));
    assert!(!own.has("original"), "its publisher is named already");
    let unlinked = drawn(story(json!("The Harbour")));
    assert!(
        unlinked.part("source").has("permalink"),
        "nothing else leads there"
    );
}

#[test]
fn a_share_button_is_there_for_those_who_want_it_and_where_there_is_something_to_share() {
    let settings = Settings {
        share: true,
        link_query: "utm_source=partner".into(),
        ..Settings::default()
    };
    let card = drawn_with(
        json!({"headline": "x", "url": "https://news.example/x"}),
        &settings,
    );
    let button = card.part("share");
    assert_eq!(
        (button.name.as_str(), button.text().as_str()),
        ("button", "Share")
    );
    assert_eq!(
        button.get("value"),
        Some("https://news.example/x"),
        "without what the partner counts by"
    );
    assert_eq!(card.part("shared").get("role"), Some("status"));
    assert!(!drawn_with(json!({"headline": "x"}), &settings).has("share"));
    assert!(!drawn(json!({"headline": "x", "url": "https://news.example/x"})).has("share"));
}
