//! Every value of whole documents, made wrong and taken away in turn: no rule of the parser is forgotten in the schema.

use super::{Schema, error};
use crate::support::{Value, json, paragraph};

/// Documents in which everything stands that the format has, under its own name and then under others.
fn whole() -> Vec<Value> {
    let picture = json!({
        "url": "https://news.example/a.jpg", "alt": "A ferry", "caption": "At noon", "credit": "Ana Sol", "width": 1200,
        "height": 800, "srcset": [{"url": "https://news.example/b.jpg", "width": 600}], "focus": [0.5, 0.25],
    });
    let section = json!({"name": "Harbour", "url": "https://news.example/harbour"});
    let author = json!({"name": "Ana Sol", "url": "https://news.example/ana", "avatar": picture, "role": "Reporter",
                        "bio": "Writes."});
    let publisher = json!({"name": "The Harbour", "url": "https://news.example/", "logo": picture});
    let teaser = json!({"url": "https://news.example/b", "headline": "Bridge", "excerpt": "It opens.", "image": picture,
                        "section": section, "datePublished": "2026-01-30", "sponsor": section});
    let cell = json!({"text": "2", "header": true, "colspan": 2, "rowspan": 3, "align": "end"});
    let media = |kind: &str| {
        json!({"type": kind, "url": "https://video.example/1", "provider": "Video", "title": "Departure",
               "duration": 95.5, "text": "She sails!", "caption": "Filmed at noon"})
    };
    let blocks = json!([
        paragraph("It sails."), {"type": "paragraph", "html": "It <b>sails</b>."},
        {"type": "heading", "level": 3, "text": "Timetable"}, {"type": "html", "html": "<p>One"},
        {"type": "quote", "style": "pull", "blocks": [paragraph("Noon!")], "cite": "Captain", "url": "https://a.example/"},
        {"type": "quote", "text": "Noon!"},
        {"type": "list", "ordered": true, "start": 3, "items": ["one", {"text": "two", "items": [{"html": "three"}]}]},
        {"type": "image", "image": picture, "layout": "wide", "link": "https://news.example/big"},
        {"type": "gallery", "images": [picture, "https://news.example/c.jpg"], "caption": "The harbour"},
        media("video"), media("audio"), media("embed"),
        {"type": "table", "caption": "Fares", "head": [["Who", cell]], "rows": [[cell, "Child"]]},
        {"type": "code", "text": "sail()"}, {"type": "related", "items": [teaser]}, {"type": "divider"},
        {"type": "aside", "title": "Facts", "blocks": [paragraph("It is blue.")]},
        {"type": "entry", "datePublished": "2026-01-31T09:30:00Z", "title": "Noon", "blocks": [paragraph("It sails.")]},
        {"type": "hologram", "fallback": paragraph("A ferry")},
    ]);
    let story = json!({
        "schema": "article-card/1", "id": "a", "url": "https://news.example/ferry", "language": "en",
        "section": section, "headline": "Ferry returns", "summary": "It sails at noon.",
        "datePublished": "2026-01-31T09:30:00+02:00", "dateModified": "2026-02-01", "readingTime": 3, "wordCount": 641,
        "image": picture, "body": blocks, "authors": ["Mei", author], "related": [teaser], "publisher": publisher,
        "tags": ["ferries"], "access": "paid", "corrections": [{"date": "2026-02-02", "text": "It is blue."}],
        "original": publisher, "sponsor": section, "warning": "Rough seas", "license": section,
        "labels": {"showMore": "Go on"},
        "feed": {"schema": "article-feed/1", "items": [{"headline": "Bridge"}]},
    });
    let feed = json!({
        "schema": "article-feed/1", "title": "News", "url": "https://news.example/", "language": "en",
        "publisher": publisher, "items": [{"headline": "Bridge", "author": "Ana", "image": "/a.jpg", "bodyHtml": "<p>x"}],
        "more": {"label": "More", "url": "https://news.example/2.json"},
    });
    let mut whole = vec![story, feed];
    #[rustfmt::skip]
    let others = [
        json!({"lang": "en", "kicker": section, "title": "Ferry", "description": "x", "published": "2026-01-31",
               "modified": "2026-02-01", "leadImage": picture, "author": author, "keywords": ["x"], "bodyHtml": "<p>x",
               "related": [{"url": "https://a.example/", "title": "x", "published": "2026-01-31"}]}),
        json!({"category": section, "headline": "x", "standfirst": "x", "date": "2026-01-31", "updated": "2026-02-01",
               "hero": "https://news.example/a.jpg", "author": "Ana", "bodyText": "x",
               "related": [{"url": "https://a.example/", "headline": "x", "date": "2026-01-31"}]}),
        json!({"headline": "x", "dek": "x", "section": "x", "publisher": "x"}),
        json!({"headline": "x", "subheadline": "x", "sponsor": true, "warning": true, "original": "x"}),
        json!({"withdrawn": true}),
        json!({"withdrawn": "It was not so."}),
    ];
    whole.extend(others.map(|mut fields| {
        fields["schema"] = "article-card/1".into();
        fields
    }));
    whole
}

/// The places of all values below `value`, as JSON Pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                places(member, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// Puts `value` at a place, or takes away what is there: false where that is no member of an object.
fn put(document: &mut Value, place: &str, value: Option<&Value>) -> bool {
    if let Some(value) = value {
        *document.pointer_mut(place).expect("a place") = value.clone();
        return true;
    }
    let gone = place.rsplit_once('/').and_then(|(parent, name)| {
        let parent = document.pointer_mut(parent)?.as_object_mut()?;
        parent.remove(name)
    });
    gone.is_some()
}

#[test]
fn whatever_value_is_wrong_or_gone_schema_and_parser_agree() {
    let wrong = [
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(0.5),
        json!("seven"),
        json!(""),
        json!([]),
        json!([7]),
        json!(["seven"]),
        json!([null]),
        json!({}),
        json!({"seven": 7}),
    ];
    let schema = Schema::new();
    let mut disagreements = Vec::new();
    for document in whole() {
        schema.agrees(&document, true, "as it is");
        let mut found = Vec::new();
        places(&document, "", &mut found);
        for place in found {
            for value in wrong.iter().map(Some).chain([None]) {
                let mut document = document.clone();
                if !put(&mut document, &place, value) {
                    continue;
                }
                let (own, other) = (schema.refusal(&document), error(&document.to_string()));
                if own.is_none() != other.is_none() {
                    disagreements.push(format!(
                        "{place}: {value:?}: schema {own:?}, parser {other:?}"
                    ));
                }
            }
        }
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}
