//! The card as HTML: each part is there when its data is, and leaves no trace when it is not.

mod support;

use article_card::Settings;
use support::{Value, drawn, html, json, paragraph, words};

/// A card with every part.
fn full() -> Value {
    json!({
        "url": "https://news.example/ferry", "language": "en",
        "section": {"name": "Harbour", "url": "https://news.example/harbour"},
        "headline": "Ferry returns", "summary": "It sails at noon.",
        "datePublished": "2026-01-31T09:30:00+02:00", "dateModified": "2026-02-01T09:30:00+02:00",
        "readingTime": 3, "access": "paid",
        "image": {"url": "https://news.example/a.jpg", "alt": "A blue ferry", "caption": "At noon", "credit": "Ana Sol"},
        "bodyText": "The ferry is back.\n\nIt is blue.",
        "authors": [{"name": "Ana Sol", "url": "https://news.example/ana", "role": "Reporter", "bio": "Writes about ships.",
                     "avatar": "https://news.example/ana.jpg"}],
        "related": [{"url": "https://news.example/b", "headline": "Bridge", "excerpt": "It opens.",
                     "image": "https://news.example/b.jpg", "section": "Roads", "datePublished": "2026-01-30"}],
        "publisher": {"name": "The Harbour", "url": "https://news.example/", "logo": "https://news.example/logo.svg"},
        "tags": ["ferries", "ships"],
        "corrections": [{"date": "2026-02-02", "text": "The ferry is blue."}],
    })
}

#[test]
fn each_part_is_drawn_from_its_data_and_only_from_it() {
    // A field, the parts that stand for it alone, and their text.
    #[rustfmt::skip]
    let fields: [(&str, &[&str], &str); 11] = [
        ("section", &["section"], "Harbour"),
        ("headline", &["headline", "headline-link"], "Ferry returns"),
        ("summary", &["summary"], "It sails at noon."),
        ("datePublished", &["published"], "January 31, 2026"),
        ("dateModified", &["updated"], "Updated February 1, 2026"),
        ("access", &["access"], "Subscribers"),
        ("image", &["figure"], "At noon Ana Sol"),
        ("bodyText", &["body"], "The ferry is back.It is blue."),
        ("authors", &["authors"], "ASAna SolReporterWrites about ships."),
        ("corrections", &["corrections"], "CorrectionsFebruary 2, 2026 The ferry is blue."),
        ("tags", &["tags"], "ferriesships"),
    ];
    let whole = drawn(full());
    for (field, parts, text) in fields {
        let mut without = full();
        without[field] = Value::Null;
        let without = drawn(without);
        for part in parts {
            assert_eq!(whole.part(part).text(), text, "{part}");
            assert!(!without.has(part), "{part} without {field}");
        }
    }
    let mut silent = full();
    silent["readingTime"] = Value::Null;
    silent["bodyText"] = Value::Null;
    assert!(!drawn(silent).has("reading-time"));
    let mut alone = full();
    alone["related"] = json!([]);
    assert!(!drawn(alone).has("related"));
}

#[test]
fn a_headline_alone_is_a_headline_alone_between_the_places_of_the_partner() {
    let card = drawn(json!({"headline": "Ferry returns"}));
    let expected = "<article part=\"card\" dir=\"ltr\" aria-labelledby=\"ac-0-1\"><slot name=\"header\"></slot>\
        <header part=\"header\"><h2 part=\"headline\" id=\"ac-0-1\">Ferry returns</h2></header><slot name=\"footer\"></slot></article>";
    let same = html::read(expected);
    assert_eq!(format!("{card:?}"), format!("{same:?}"));
}

#[test]
fn parts_stand_in_reading_order() {
    let card = drawn(full());
    let order: Vec<_> = card
        .children
        .iter()
        .filter_map(|child| child.get("part"))
        .collect();
    assert_eq!(
        order,
        [
            "header",
            "figure",
            "body",
            "related",
            "authors",
            "corrections",
            "tags",
            "source"
        ]
    );
    let header: Vec<_> = card
        .part("header")
        .children
        .iter()
        .filter_map(|child| child.get("part"))
        .collect();
    assert_eq!(header, ["section", "headline", "summary", "meta"]);
}

#[test]
fn links_lead_where_the_document_says_and_keep_their_opener() {
    let card = drawn(full());
    let href = |part: &str| {
        card.part(part).elements("a")[0]
            .get("href")
            .map(str::to_owned)
    };
    let cases = [
        ("section", "https://news.example/harbour"),
        ("headline", "https://news.example/ferry"),
        ("author-name", "https://news.example/ana"),
        ("publisher", "https://news.example/"),
        ("teaser-headline", "https://news.example/b"),
    ];
    for (part, url) in cases {
        assert_eq!(href(part).as_deref(), Some(url), "{part}");
    }
    assert_eq!(
        card.part("permalink").get("href"),
        Some("https://news.example/ferry")
    );
    for link in card.elements("a") {
        let rel = link.get("rel").unwrap_or_default();
        assert!(rel.split(' ').any(|word| word == "noopener"), "{link:?}");
        assert_eq!(
            link.get("target"),
            None,
            "the reader decides where a link opens"
        );
    }
    let author = card.part("author-name").elements("a")[0];
    assert!(author.get("rel").unwrap_or_default().contains("author"));
}

#[test]
fn without_urls_there_are_no_links() {
    let card = drawn(json!({
        "headline": "Ferry returns", "section": "Harbour", "authors": ["Ana Sol"], "publisher": "The Harbour",
        "bodyText": "It sails.", "tags": ["ships"],
    }));
    assert_eq!(card.elements("a").len(), 0);
    assert!(!card.has("permalink"));
    assert_eq!(card.part("publisher").text(), "Published by The Harbour");
}

#[test]
fn a_teaser_has_one_link() {
    let card = drawn(full());
    let teaser = card.part("teaser");
    assert_eq!(teaser.elements("a").len(), 1, "one tab stop");
    assert_eq!(teaser.part("teaser-link").text(), "Bridge");
    assert_eq!(teaser.part("teaser-section").text(), "Roads");
    assert_eq!(teaser.part("teaser-excerpt").text(), "It opens.");
    assert_eq!(teaser.part("teaser-image").get("alt"), Some(""));
    assert_eq!(
        teaser.part("teaser-date").get("datetime"),
        Some("2026-01-30")
    );
    assert_eq!(card.part("related").get("aria-label"), Some("Related"));
    let bare = drawn(
        json!({"headline": "x", "related": [{"url": "https://news.example/b", "headline": "Bridge"}]}),
    );
    assert_eq!(bare.part("teaser").text(), "Bridge");
    assert_eq!(bare.part("teaser").elements("img").len(), 0);
}

#[test]
fn an_article_is_not_related_to_itself() {
    let own = json!({"url": "https://news.example/ferry", "headline": "Ferry returns"});
    let card =
        drawn(json!({"headline": "x", "url": "https://news.example/ferry", "related": [own]}));
    assert!(!card.has("related"));
}

#[test]
fn a_card_without_headline_is_named_by_its_first_words() {
    let card = drawn(json!({"body": [{"type": "divider"}, paragraph(&words(40))]}));
    let name = card.get("aria-label").expect("a name");
    assert!(
        name.starts_with("word word") && name.chars().count() <= 80,
        "{name}"
    );
    assert!(!card.has("headline"));
}

#[test]
fn the_same_document_is_the_same_tree() {
    let parsed = support::parse(&support::card(full()));
    let settings = Settings::default();
    assert_eq!(
        article_card::render(&parsed, &settings),
        article_card::render(&parsed, &settings)
    );
}
