//! The words of a card: escaped as typed, in their direction, at their heading level, in the wording of document and page.

mod support;

use article_card::Settings;
use article_card::article::Language;
use support::{drawn, drawn_with, json, paragraph};

#[test]
fn headings_shift_with_the_level_of_the_headline() {
    let names = |level: u8| {
        let settings = Settings {
            heading_level: level,
            ..Settings::default()
        };
        let fields = json!({
            "headline": "x", "corrections": [{"text": "y"}],
            "related": [{"url": "https://news.example/b", "headline": "z"}],
            "body": [{"type": "heading", "level": 2, "text": "a"}, {"type": "heading", "level": 3, "text": "b"},
                     {"type": "heading", "level": 6, "text": "c"}],
        });
        let card = drawn_with(fields, &settings);
        let name = |part: &str| card.part(part).name.clone();
        let body: Vec<_> = card
            .parts("heading")
            .iter()
            .map(|heading| heading.name.clone())
            .collect();
        (
            name("headline"),
            body.join(" "),
            name("teaser-headline"),
            name("corrections-title"),
        )
    };
    let expected = |headline: &str, body: &str, below: &str| {
        (
            headline.to_owned(),
            body.to_owned(),
            below.to_owned(),
            below.to_owned(),
        )
    };
    assert_eq!(names(2), expected("h2", "h3 h4 h6", "h3"));
    assert_eq!(names(3), expected("h3", "h4 h5 h6", "h4"));
    assert_eq!(names(6), expected("h6", "h6 h6 h6", "h6"));
}

#[test]
fn a_level_that_is_no_level_is_the_nearest_one() {
    let body = json!([{"type": "heading", "text": "a"}]);
    for (level, headline, heading) in [
        (0, "h2", "h3"),
        (1, "h2", "h3"),
        (7, "h6", "h6"),
        (255, "h6", "h6"),
    ] {
        let settings = Settings {
            heading_level: level,
            ..Settings::default()
        };
        let card = drawn_with(json!({"headline": "x", "body": body}), &settings);
        let names = [
            card.part("headline").name.as_str(),
            &card.part("heading").name,
        ];
        assert_eq!(names, [headline, heading], "{level}");
    }
}

#[test]
fn tags_in_texts_are_shown_as_typed() {
    let evil = "<script>alert(1)</script> & \"<b>\" &amp; '</h2>";
    let alt = [evil, " picture"].concat();
    let card = drawn(json!({
        "headline": evil, "summary": evil, "section": evil, "tags": [evil], "publisher": evil,
        "authors": [{"name": evil, "role": evil, "bio": evil}],
        "image": {"url": "https://news.example/a.jpg", "alt": alt, "caption": evil, "credit": evil},
        "related": [{"url": "https://news.example/b", "headline": evil, "excerpt": evil}],
        "corrections": [{"text": evil}], "labels": {"topics": evil},
        "body": [paragraph(evil), {"type": "code", "text": evil}, {"type": "table", "caption": evil, "rows": [[evil]]}],
    }));
    #[rustfmt::skip]
    let table = [
        "headline", "summary", "section", "tag", "author-name", "author-role", "author-bio", "credit", "teaser-link",
        "teaser-excerpt", "correction", "code",
    ];
    for part in table {
        assert_eq!(card.part(part).text(), evil, "{part}");
    }
    assert_eq!(card.part("tags").get("aria-label"), Some(evil));
    assert_eq!(card.part("image").get("alt"), Some(alt.as_str()));
    assert_eq!(card.elements("script").len(), 0);
    assert_eq!(card.elements("b").len(), 0);
}

#[test]
fn text_that_runs_the_other_way_says_so() {
    let arabic = "سلام دنیا";
    let card = drawn(json!({
        "language": "en", "headline": arabic, "summary": "Hello", "authors": [{"name": "x", "bio": arabic}],
        "body": [paragraph(arabic), paragraph("Hello"), paragraph("123")],
    }));
    assert_eq!(
        (card.get("lang"), card.get("dir")),
        (Some("en"), Some("ltr"))
    );
    assert_eq!(card.part("headline").get("dir"), Some("rtl"));
    assert_eq!(card.part("summary").get("dir"), None);
    let body: Vec<_> = card
        .part("body")
        .children
        .iter()
        .map(|paragraph| paragraph.get("dir"))
        .collect();
    assert_eq!(body, [Some("rtl"), None, None]);
    let persian = drawn(json!({"language": "fa", "headline": arabic, "bodyText": "Hello"}));
    assert_eq!(persian.get("dir"), Some("rtl"));
    assert_eq!(persian.part("headline").get("dir"), None);
    assert_eq!(persian.part("body").children[0].get("dir"), Some("ltr"));
}

#[test]
fn without_a_language_the_text_shows_the_direction_and_nothing_is_claimed() {
    let card = drawn(json!({"headline": "سلام دنیا"}));
    assert_eq!((card.get("lang"), card.get("dir")), (None, Some("rtl")));
    let settings = Settings {
        language: Language::parse("he"),
        ..Settings::default()
    };
    let page = drawn_with(json!({"headline": "123"}), &settings);
    assert_eq!(
        (page.get("lang"), page.get("dir")),
        (None, Some("rtl")),
        "the page's direction, not its language"
    );
}

#[test]
fn words_of_the_card_can_be_worded_by_document_and_page_the_page_winning() {
    let fields = json!({"headline": "x", "readingTime": 3, "tags": ["y"], "labels": {
        "readingTime": "{minutes} Min.", "topics": "Themen", "unknown": "z"}});
    let settings = Settings {
        labels: vec![("topics".into(), "Sujets".into())],
        ..Settings::default()
    };
    let card = drawn_with(fields, &settings);
    assert!(card.part("reading-time").text().starts_with("3 Min."));
    assert_eq!(card.part("tags").get("aria-label"), Some("Sujets"));
}
