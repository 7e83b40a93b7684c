//! What publishers deliver, as their software writes it (`www/stories/formats`), becomes the document that was reviewed
//! against the formats' specifications (`tests/formats/expected`), as `article-card normalize` prints it.
//! `WRITE_EXPECTED=1 cargo test --test formats` writes the files anew: then look at the difference before keeping it.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use article_card::sanitize::SafeUrl;
use article_card::{Context, Reason};
use support::{Value, json, length, written_back};

/// Of what is in `other-shape.json`.
const MAP: &str = r#"{"items": "/response/results", "id": "/id", "url": "/webUrl", "headline": "/webTitle",
    "section": "/sectionName", "datePublished": "/webPublicationDate", "summary": "/fields/trailText",
    "bodyHtml": "/fields/body", "image": "/fields/thumbnail", "wordCount": "/fields/wordcount",
    "authors": "/tags/0/webTitle", "language": "/odd~1key/a~0b"}"#;

/// 20 November 2026, noon: after what is dated so, before the year 2999.
const NOW: i64 = 1_795_176_000;

/// The documents, the format each is in, and how many items it has, 0 for one that is no list.
#[rustfmt::skip]
const DOCUMENTS: [(&str, &str, usize); 19] = [
    ("activitystreams.json", "activitystreams", 3), ("ans.json", "ans", 0), ("ans-results.json", "ans", 2),
    ("apple-news.json", "apple-news", 0), ("atom.xml", "atom", 3), ("envelope.json", "generic", 3),
    ("ghost.json", "ghost", 2), ("json-feed.json", "json-feed", 3), ("json-ld.json", "json-ld", 0),
    ("json-ld-live.json", "json-ld", 0), ("ninjs-1.json", "ninjs", 0), ("ninjs-2.json", "ninjs", 0),
    ("ninjs-3.json", "ninjs", 0), ("oembed.json", "oembed", 0), ("other-shape.json", "generic", 2), ("rss.xml", "rss", 3),
    ("superdesk.json", "ninjs", 0), ("wordpress.json", "wordpress", 2), ("wordpress-bare.json", "wordpress", 0),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document(name: &str) -> String {
    let path = root().join("www/stories/formats").join(name);
    fs::read_to_string(path).expect("a document")
}

fn context(name: &str) -> Context {
    Context {
        base: SafeUrl::web("https://demo.example/", None),
        map: (name == "other-shape.json").then(|| MAP.into()),
        now: NOW,
        ..Context::default()
    }
}

/// What `article-card normalize` prints of it.
fn normalized(name: &str) -> Value {
    let parsed = article_card::parse(&document(name), &context(name));
    let parsed = parsed.unwrap_or_else(|error| panic!("{name}: {error}"));
    let warnings = parsed.warnings.iter();
    let warnings =
        warnings.map(|warning| json!({"path": warning.path, "message": warning.message}));
    json!({
        "format": parsed.format,
        "document": written_back(&parsed),
        "warnings": warnings.collect::<Vec<_>>(),
    })
}

fn expected(name: &str) -> PathBuf {
    let (name, _) = name.rsplit_once('.').expect("an ending");
    root().join(format!("tests/formats/expected/{name}.json"))
}

#[test]
fn every_document_becomes_the_reviewed_one() {
    for (name, ..) in DOCUMENTS {
        let normalized = normalized(name);
        if std::env::var_os("WRITE_EXPECTED").is_some() {
            let text = serde_json::to_string_pretty(&normalized).expect("JSON") + "\n";
            fs::write(expected(name), text).expect("a writable file");
        }
        let expected = fs::read_to_string(expected(name)).expect("a reviewed file");
        let expected: Value = serde_json::from_str(&expected).expect("JSON");
        assert_eq!(normalized["warnings"], expected["warnings"], "{name}");
        assert_eq!(normalized, expected, "{name}");
    }
}

#[test]
fn every_document_is_told_for_what_it_is() {
    for (name, format, items) in DOCUMENTS {
        let normalized = normalized(name);
        assert_eq!(normalized["format"], format, "{name}");
        assert_eq!(
            length(&normalized["document"]["items"]),
            items,
            "{name}: items"
        );
    }
}

#[test]
fn no_document_lacks_a_review_and_no_review_a_document() {
    let count = |folder: &str| fs::read_dir(root().join(folder)).expect("a folder").count();
    assert_eq!(count("www/stories/formats"), DOCUMENTS.len());
    assert_eq!(count("tests/formats/expected"), DOCUMENTS.len());
}

fn gather(value: &Value, path: String, paths: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                gather(value, format!("{path}/{key}"), paths);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                gather(value, format!("{path}/{index}"), paths);
            }
        }
        _ => {}
    }
    if !path.is_empty() {
        paths.push(path);
    }
}

/// `document` with each of its values as something else in turn is drawn, or nobody can tell what it is, or nothing is
/// left of it.
fn whatever_is_wrong(name: &str, document: &mut Value) {
    let others = [
        Value::Null,
        json!(-7.5),
        json!("x"),
        json!([[], "y"]),
        json!({"z": {"z": []}}),
    ];
    let context = context(name);
    let mut paths = Vec::new();
    gather(document, String::new(), &mut paths);
    for path in paths {
        let own = document.pointer(&path).expect("a value").clone();
        for other in &others {
            *document.pointer_mut(&path).expect("a value") = other.clone();
            if let Err(error) = article_card::parse(&document.to_string(), &context) {
                let unknown = error.message.starts_with("expected article-card/1");
                let empty = error.message.starts_with("there is neither a headline");
                let held = error.reason == Reason::Withheld;
                assert!(
                    unknown || empty || held,
                    "{name}, {other} at {path}: {error}"
                );
            }
        }
        *document.pointer_mut(&path).expect("a value") = own;
    }
}

#[test]
fn a_value_of_the_wrong_kind_is_as_good_as_absent() {
    thread::scope(|scope| {
        for (name, ..) in DOCUMENTS {
            // XML has no kinds of values.
            if let Ok(mut whole) = serde_json::from_str(&document(name)) {
                scope.spawn(move || whatever_is_wrong(name, &mut whole));
            }
        }
    });
}
