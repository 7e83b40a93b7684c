//! The native format: every field and every alias. Versions and what is required are in `native_documents.rs`.

mod support;

use support::{Value, article, article_and_warnings, drawn, json};

/// The document as this crate writes it, with a headline so that it can be read.
#[track_caller]
fn normalized(mut fields: Value) -> Value {
    if fields.get("headline").is_none() && fields.get("title").is_none() {
        fields["headline"] = "Ferry returns".into();
    }
    article(fields)
}

/// `fields` are kept as they are.
#[track_caller]
fn kept(fields: &Value) {
    let written = normalized(fields.clone());
    for (name, value) in fields.as_object().expect("fields") {
        assert_eq!(&written[name], value, "{name}");
    }
}

#[test]
fn every_field_is_read_and_written_back_as_it_was() {
    let picture = json!({
        "url": "https://news.example/a.jpg", "alt": "A ferry", "caption": "At noon", "credit": "Ana Sol",
        "width": 1200, "height": 800, "focus": [0.5, 0.25],
        "srcset": [{"url": "https://news.example/a-600.jpg", "width": 600}],
    });
    let cases = [
        json!({"id": "ferry-1"}),
        json!({"url": "https://news.example/ferry"}),
        json!({"language": "pt-BR"}),
        json!({"section": {"name": "Harbour", "url": "https://news.example/harbour"}}),
        json!({"headline": "Ferry returns"}),
        json!({"summary": "It sails at noon."}),
        json!({"datePublished": "2026-01-31T09:30:00+02:00", "dateModified": "2026-02-01T09:30:00+02:00"}),
        json!({"readingTime": 3, "wordCount": 641}),
        json!({"image": picture}),
        json!({"body": [{"type": "paragraph", "text": "It sails."}]}),
        json!({"authors": [{"name": "Ana Sol", "url": "https://news.example/ana", "role": "Reporter", "bio": "Writes.",
                            "avatar": {"url": "https://news.example/ana.jpg"}}]}),
        json!({"related": [{"url": "https://news.example/b", "headline": "Bridge", "excerpt": "It opens.",
                            "image": {"url": "https://news.example/b.jpg"}, "section": {"name": "Roads"},
                            "datePublished": "2026-01-30"}]}),
        json!({"publisher": {"name": "The Harbour", "url": "https://news.example/",
                             "logo": {"url": "https://news.example/logo.svg"}}}),
        json!({"tags": ["ferries", "harbour"]}),
        json!({"access": "paid"}),
        json!({"corrections": [{"date": "2026-02-02", "text": "The ferry is blue."}]}),
        json!({"labels": {"showMore": "Go on", "fromTheFuture": "kept"}}),
        json!({"feed": {"schema": "article-feed/1", "title": "News", "items": [{"headline": "Ferry returns"}]}}),
    ];
    for fields in cases {
        kept(&fields);
    }
}

#[test]
fn every_alias_reads_as_the_field_it_stands_for() {
    #[rustfmt::skip]
    let aliases = [
        ("headline", "title", json!("Ferry returns")),
        ("summary", "description", json!("It sails.")),
        ("summary", "standfirst", json!("It sails.")),
        ("summary", "dek", json!("It sails.")),
        ("summary", "subheadline", json!("It sails.")),
        ("datePublished", "published", json!("2026-01-31")),
        ("datePublished", "date", json!("2026-01-31")),
        ("dateModified", "modified", json!("2026-01-31")),
        ("dateModified", "updated", json!("2026-01-31")),
        ("authors", "author", json!([{"name": "Ana Sol"}])),
        ("authors", "author", json!({"name": "Ana Sol"})),
        ("authors", "author", json!("Ana Sol")),
        ("tags", "keywords", json!(["harbour"])),
        ("language", "lang", json!("uk")),
        ("section", "kicker", json!("Harbour")),
        ("section", "category", json!({"name": "Harbour"})),
        ("image", "leadImage", json!("https://news.example/a.jpg")),
        ("image", "hero", json!({"url": "https://news.example/a.jpg"})),
    ];
    for (field, alias, value) in aliases {
        let with_alias = normalized(json!({alias: value}));
        assert_eq!(with_alias, normalized(json!({field: value})), "{alias}");
        assert!(with_alias.get(field).is_some(), "{alias} is read");
    }
}

#[test]
fn a_field_wins_over_its_aliases_unless_it_is_null() {
    let both = article(json!({"title": "Alias", "headline": "Field"}));
    assert_eq!(both["headline"], "Field");
    let null = article(json!({"title": "Alias", "headline": null}));
    assert_eq!(null["headline"], "Alias");
}

#[test]
fn bare_strings_stand_for_section_author_picture_and_publisher() {
    let short = article(json!({
        "headline": "Ferry returns", "section": "Harbour", "authors": ["Ana Sol"], "publisher": "The Harbour",
        "image": "https://news.example/a.jpg",
    }));
    assert_eq!(short["section"]["name"], "Harbour");
    assert_eq!(short["authors"][0]["name"], "Ana Sol");
    assert_eq!(short["publisher"]["name"], "The Harbour");
    assert_eq!(short["image"]["url"], "https://news.example/a.jpg");
}

#[test]
fn null_and_empty_fields_are_absent() {
    #[rustfmt::skip]
    let fields = [
        "id", "url", "language", "section", "summary", "datePublished", "dateModified", "readingTime", "wordCount",
        "image", "body", "bodyHtml", "bodyText", "authors", "related", "publisher", "tags", "access", "corrections",
        "labels", "feed",
    ];
    let nothing = article(json!({"headline": "Ferry returns"}));
    for field in fields {
        let null = article(json!({"headline": "Ferry returns", field: null}));
        assert_eq!(null, nothing, "{field}: null");
    }
    #[rustfmt::skip]
    let texts = [
        "id", "url", "language", "section", "summary", "datePublished", "image", "publisher", "bodyText",
    ];
    for field in texts {
        let blank = article(json!({"headline": "Ferry returns", field: " \n "}));
        assert_eq!(blank, nothing, "{field}: blank");
    }
    for field in ["body", "authors", "related", "tags", "corrections"] {
        let empty = article(json!({"headline": "Ferry returns", field: []}));
        assert_eq!(empty, nothing, "{field}: empty");
    }
}

#[test]
fn of_body_body_html_and_body_text_the_first_one_present_counts() {
    let all = json!({"body": [{"type": "divider"}], "bodyHtml": "<p>html", "bodyText": "text"});
    let kind = |fields: Value| article(fields)["body"][0]["type"].clone();
    assert_eq!(kind(all), "divider");
    assert_eq!(
        kind(json!({"bodyHtml": "<p>html", "bodyText": "text"})),
        "html"
    );
    let text = article(json!({"bodyText": "One\nline.\n\nTwo.\r\n\r\n\r\n \n\nThree."}));
    let paragraphs = text["body"].as_array().expect("a body");
    let texts: Vec<_> = paragraphs
        .iter()
        .map(|paragraph| &paragraph["text"])
        .collect();
    assert_eq!(texts, ["One line.", "Two.", "Three."]);
}

#[test]
fn access_is_one_of_four_and_free_by_default() {
    for access in ["free", "registration", "metered", "paid"] {
        kept(&json!({"access": access}));
    }
    for free in [
        json!({}),
        json!({"access": "free"}),
        json!({"access": null}),
    ] {
        let mut fields = free;
        fields["headline"] = "Ferry returns".into();
        assert!(!drawn(fields).has("access"));
    }
}

#[test]
fn a_publisher_without_a_name_is_called_by_its_host() {
    #[rustfmt::skip]
    let names = [
        (json!({"headline": "x", "url": "https://www.news.example/a"}), "news.example"),
        (json!({"headline": "x", "publisher": {"url": "https://news.example:8080/"}}), "news.example"),
        (json!({"headline": "x", "url": "https://a.example/", "publisher": "The Harbour"}), "The Harbour"),
    ];
    for (fields, name) in names {
        assert_eq!(article(fields)["publisher"]["name"], name);
    }
    assert_eq!(article(json!({"headline": "x"}))["publisher"], Value::Null);
}

#[test]
fn an_access_of_a_later_version_is_left_out_and_told() {
    let (article, warnings) = article_and_warnings(json!({"headline": "x", "access": "gratis"}));
    assert_eq!(article.get("access"), None);
    assert_eq!(
        warnings,
        ["access: left out: expected free, registration, metered or paid, found \"gratis\""]
    );
}

#[test]
fn empty_text_and_null_are_as_good_as_absent() {
    let (article, warnings) = article_and_warnings(json!({
        "headline": "", "title": "Real", "access": " ", "bodyHtml": "", "bodyText": "Text.",
        "authors": [null, "Ana Sol"], "tags": ["a", null],
    }));
    assert_eq!(warnings, [""; 0]);
    assert_eq!(article["headline"], "Real");
    assert_eq!(article["body"][0]["text"], "Text.");
    assert_eq!(article["authors"], json!([{"name": "Ana Sol"}]));
    assert_eq!(article["tags"], json!(["a"]));
    let (article, _) = article_and_warnings(json!({"body": [
        {"type": "paragraph", "text": "", "html": "<b>Real</b>"},
        {"type": "table", "rows": [["a", null, "b"]]},
    ]}));
    assert_eq!(article["body"][0]["html"], "<b>Real</b>");
    assert_eq!(
        article["body"][1]["rows"][0].as_array().map(Vec::len),
        Some(3)
    );
    let (article, _) = article_and_warnings(json!({"body": [], "bodyText": "Text."}));
    assert_eq!(article["body"][0]["text"], "Text.");
}
