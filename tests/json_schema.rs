//! The published JSON Schema says what the parser does: `docs/schema/article-card-1.schema.json`.

mod schema;
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use article_card::Context;
use article_card::sanitize::SafeUrl;
use schema::{Schema, root};
use support::{Value, shared, written_back};

/// Native documents that are wrong, and ought to be: the demo of a mistake, and two that are there to be mutated.
const REFUSED: [&str; 3] = [
    "stories/wrong.json",
    "seeds/document/blocks.json",
    "seeds/document/feed.json",
];

/// Files below `folder` that end in `.json`, without what is installed or built.
fn json_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_ours = !name.starts_with('.')
            && !["node_modules", "target", "dist", "corpus", "artifacts"].contains(&name.as_str());
        if path.is_dir() && is_ours {
            json_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
    found.sort();
}

fn is_native(document: &Value) -> bool {
    let schema = document["schema"].as_str().unwrap_or_default();
    schema.starts_with("article-card/") || schema.starts_with("article-feed/")
}

/// The native documents of the repository and of the shared samples: where from, what, and whether nothing is wrong.
fn fixtures() -> Vec<(String, Value, bool)> {
    let mut paths = Vec::new();
    json_files(&root(), &mut paths);
    paths.extend(shared("samples/native/reference-article.json"));
    let document = |path: PathBuf| {
        let document = serde_json::from_str(&fs::read_to_string(&path).ok()?).ok()?;
        let fine = !REFUSED.iter().any(|wrong| path.ends_with(wrong));
        is_native(&document).then(|| (path.display().to_string(), document, fine))
    };
    paths.into_iter().filter_map(document).collect()
}

#[test]
fn native_documents_are_valid_but_for_those_that_show_a_mistake() {
    let schema = Schema::new();
    let fixtures = fixtures();
    assert!(fixtures.len() > 20, "{} fixtures", fixtures.len());
    for (name, document, fine) in fixtures {
        schema.agrees(&document, fine, &name);
    }
}

#[test]
fn the_document_that_readme_shows_is_valid() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README");
    let blocks = readme.split("```json\n").skip(1);
    let mut documents = blocks.filter_map(|block| {
        let (block, _) = block.split_once("```").expect("an end");
        let document: Value = serde_json::from_str(block).expect("JSON");
        is_native(&document).then_some(document)
    });
    let document = documents.next().expect("a document");
    Schema::new().agrees(&document, true, "README");
}

/// HTML without what a block does not keep when it is read by itself: its heading becomes the highest, of level 2, and
/// the class that told a pull quote is gone.
fn alone(html: &str) -> String {
    let html = html.replace("part=\"quote pull\"", "part=\"quote\"");
    ["3", "4", "5", "6"].iter().fold(html, |html, level| {
        html.replace(&format!("<h{level}"), "<h2")
            .replace(&format!("</h{level}>"), "</h2>")
    })
}

/// Where two documents differ, and how.
fn difference(one: &Value, other: &Value, path: &str) -> Option<String> {
    match (one, other) {
        _ if one == other => None,
        (Value::Object(one), Value::Object(other)) if one.len() == other.len() => {
            one.iter().find_map(|(key, value)| {
                let other = other.get(key).unwrap_or(&Value::Null);
                difference(value, other, &format!("{path}/{key}"))
            })
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(at, pair)| difference(pair.0, pair.1, &format!("{path}/{at}")))
        }
        (Value::String(one), Value::String(other)) if alone(one) == alone(other) => None,
        _ => Some(format!("{path}: {one} and {other}")),
    }
}

/// What `normalize` prints of `text`: valid, and read as the same document again. None for what cannot be drawn.
fn given_out(schema: &Schema, text: &str) -> Option<Result<(), String>> {
    let context = Context {
        base: SafeUrl::web("https://publisher.example/", None),
        ..Context::default()
    };
    let parsed = article_card::parse(text, &context).ok()?;
    let once = written_back(&parsed);
    if let Some(refusal) = schema.refusal(&once) {
        return Some(Err(refusal));
    }
    let again = match article_card::parse(&once.to_string(), &Context::default()) {
        Ok(again) => again,
        Err(error) => return Some(Err(error.to_string())),
    };
    let again = written_back(&again);
    Some(difference(&once, &again, "").map_or(Ok(()), Err))
}

#[test]
fn what_is_given_out_is_valid_and_reads_as_the_same_document() {
    let schema = Schema::new();
    let mut count = 0;
    for (name, document, _) in fixtures() {
        if let Some(result) = given_out(&schema, &document.to_string()) {
            assert_eq!(result, Ok(()), "{name}");
            count += 1;
        }
    }
    assert!(count > 20, "{count} fixtures");
}

#[test]
fn what_our_documents_in_the_formats_of_others_become_is_valid_and_reads_as_the_same_document() {
    let schema = Schema::new();
    let folder = fs::read_dir(root().join("www/stories/formats")).expect("a folder");
    for file in folder.flatten() {
        let text = fs::read_to_string(file.path()).expect("a document");
        if let Some(result) = given_out(&schema, &text) {
            assert_eq!(result, Ok(()), "{}", file.path().display());
        }
    }
}

#[test]
fn what_the_formats_of_others_become_is_valid_and_reads_as_the_same_document() {
    let Some(samples) = shared("samples") else {
        return;
    };
    let schema = Schema::new();
    let mut wrong = Vec::new();
    let mut count = 0;
    for folder in fs::read_dir(samples).expect("a folder").flatten() {
        let Ok(files) = fs::read_dir(folder.path()) else {
            continue;
        };
        for file in files.flatten() {
            let text = fs::read(file.path()).expect("a readable file");
            let result = given_out(&schema, &String::from_utf8_lossy(&text));
            count += u32::from(result.is_some());
            if let Some(Err(problem)) = result {
                wrong.push(format!("{}: {problem}", file.path().display()));
            }
        }
    }
    assert!(count > 0, "no samples");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
