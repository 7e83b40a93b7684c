//! Real documents from `../shared`: ours are read and drawn whole, all others give a clear answer.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use article_card::view::Collapse;
use article_card::{Context, Reason, Settings};
use support::{Value, html, parse, shared, shared_text, written};

/// Every file below `folder`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

fn is_native(path: &Path) -> bool {
    path.parent()
        .is_some_and(|folder| folder.ends_with("native"))
}

fn text_of(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).expect("a readable file")).into_owned()
}

#[test]
fn native_samples_are_read_without_a_warning() {
    let Some(folder) = shared("samples/native") else {
        return;
    };
    let documents = files(&folder)
        .into_iter()
        .filter(|path| !path.to_string_lossy().ends_with(".schema.json"));
    let mut count = 0;
    for path in documents {
        let parsed = parse(&text_of(&path));
        assert_eq!(written(&parsed.warnings), [""; 0], "{}", path.display());
        html::read(&article_card::render(&parsed, &Settings::default()));
        count += 1;
    }
    assert!(count > 0, "no native samples");
}

#[test]
fn the_native_schema_is_no_document_itself() {
    let Some(text) = shared_text("samples/native/article-card-1.schema.json") else {
        return;
    };
    assert_eq!(support::error(&text).reason, Reason::Format);
}

#[test]
fn every_other_sample_gives_a_clear_answer_and_never_a_panic() {
    let Some(folder) = shared("samples") else {
        return;
    };
    let mut count = 0;
    for path in files(&folder).into_iter().filter(|path| !is_native(path)) {
        let shown = path.display();
        let error = match article_card::parse(&text_of(&path), &Context::default()) {
            Ok(parsed) => {
                // Formats that later versions know.
                assert!(!parsed.format.is_empty(), "{shown}");
                continue;
            }
            Err(error) => error,
        };
        assert!(
            matches!(error.reason, Reason::Format | Reason::Json),
            "{shown}: {error:?}"
        );
        assert!(error.message.starts_with("expected "), "{shown}: {error}");
        if error.reason == Reason::Json {
            assert!(error.path.starts_with("line "), "{shown}: {error}");
        } else {
            assert!(error.message.contains(", found "), "{shown}: {error}");
        }
        count += 1;
    }
    eprintln!("{count} samples of other formats refused");
}

#[test]
fn xml_and_broken_json_are_named_for_what_they_are() {
    for (folder, reason) in [
        ("samples/rss-atom", Reason::Json),
        ("samples/json-ld-broken", Reason::Json),
    ] {
        let Some(folder) = shared(folder) else {
            return;
        };
        for path in files(&folder) {
            let Err(error) = article_card::parse(&text_of(&path), &Context::default()) else {
                continue;
            };
            assert_eq!(error.reason, reason, "{}: {error}", path.display());
        }
    }
}

/// Texts of a document that readers see. Keys whose values are not shown: addresses, names of types and words of the
/// user interface; alternative texts that say nothing (formats.md §5.4); the feed is another element's.
fn texts<'a>(value: &'a Value, headline: &str, found: &mut BTreeSet<&'a str>) {
    const NOT_SHOWN: [&str; 9] = [
        "schema", "id", "url", "type", "language", "labels", "feed", "srcset", "access",
    ];
    match value {
        Value::String(text) => {
            found.insert(text);
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, headline, found)),
        Value::Object(members) => {
            for (key, member) in members {
                let says_nothing = key == "alt"
                    && (member == headline || member == "Avatar" || member == "Article image");
                if !NOT_SHOWN.contains(&key.as_str()) && !says_nothing {
                    texts(member, headline, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_card_of_the_reference_article_holds_every_text_of_the_document() {
    let Some(text) = shared_text("samples/native/reference-article.json") else {
        return;
    };
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let headline = document["headline"].as_str().expect("a headline");
    let mut expected = BTreeSet::new();
    texts(&document, headline, &mut expected);
    assert!(expected.len() > 25, "{} texts", expected.len());
    let parsed = parse(&text);
    for collapse in [Collapse::Whole, Collapse::Closed, Collapse::Open] {
        let settings = Settings {
            collapse,
            ..Settings::default()
        };
        let tree = html::read(&article_card::render(&parsed, &settings));
        let shown: String = tree.text().split_whitespace().collect();
        for text in &expected {
            // The excerpt is clamped: its beginning is there.
            let text: String = text.split_whitespace().collect();
            let is_excerpt = document["related"][0]["excerpt"]
                .as_str()
                .is_some_and(|excerpt| excerpt.split_whitespace().collect::<String>() == text);
            let text = if is_excerpt {
                text.chars().take(200).collect()
            } else {
                text
            };
            assert!(shown.contains(&text), "{collapse:?}: {text}");
        }
        for quiet in ["Avatar", "Article image"] {
            assert!(
                !tree.values("alt").contains(&quiet),
                "{quiet} is noise read aloud"
            );
        }
    }
}
