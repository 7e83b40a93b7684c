//! Every sample of other formats gives the facts that were looked at and written down: `tests/formats/facts.json`.
//! Texts are not ours to keep, so they stand there as lengths and hashes. `WRITE_FACTS=1 cargo test --test
//! samples_formats` writes the file anew: then look at the difference before keeping it.

mod support;

use std::fs;
use std::path::Path;

use article_card::Context;
use article_card::sanitize::SafeUrl;
use serde_json::Map;
use support::{Value, json, shared};

/// FNV-1a: stable over versions of Rust.
fn hash(text: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{:08x}", hash >> 32)
}

/// How long a text is, and which.
fn fact(text: &Value) -> Value {
    match text.as_str() {
        Some(text) => json!(format!("{} {}", text.chars().count(), hash(text))),
        None => Value::Null,
    }
}

/// The characters of text in blocks, whatever they are in.
fn length(body: &Value) -> usize {
    match body {
        Value::String(text) => {
            let mut inside = false;
            let shown = text.chars().filter(|c| {
                let tag = inside || *c == '<';
                inside = tag && *c != '>';
                !tag && !c.is_whitespace()
            });
            shown.count()
        }
        Value::Array(items) => items.iter().map(length).sum(),
        Value::Object(members) => members
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "type" | "url"))
            .map(|(_, value)| length(value))
            .sum(),
        _ => 0,
    }
}

/// What is worth knowing of a document.
fn facts(text: &str) -> Value {
    // Where the sample was: addresses relative to nothing are not what this is about.
    let context = Context {
        base: SafeUrl::web("https://publisher.example/", None),
        ..Context::default()
    };
    let parsed = match article_card::parse(text, &context) {
        Ok(parsed) => parsed,
        Err(error) => return json!({"refused": error.to_string()}),
    };
    let document = serde_json::to_value(&parsed.document).expect("JSON");
    let items = document["items"].as_array();
    let first = items.map_or(&document, |items| items.first().unwrap_or(&Value::Null));
    json!({
        "format": parsed.format,
        "items": items.map(Vec::len),
        "warnings": parsed.warnings.len(),
        "headline": fact(&first["headline"]),
        "summary": fact(&first["summary"]),
        "section": fact(&first["section"]["name"]),
        "author": fact(&first["authors"][0]["name"]),
        "authors": first["authors"].as_array().map_or(0, Vec::len),
        "published": first["datePublished"],
        "modified": first["dateModified"],
        "url": fact(&first["url"]),
        "image": fact(&first["image"]["url"]),
        "caption": fact(&first["image"]["caption"]),
        "credit": fact(&first["image"]["credit"]),
        "language": first["language"],
        "publisher": fact(&first["publisher"]["name"]),
        "tags": first["tags"].as_array().map_or(0, Vec::len),
        "access": first["access"],
        "blocks": first["body"].as_array().map_or(0, Vec::len),
        "characters": length(&first["body"]),
    })
}

#[test]
fn samples_give_the_facts_that_were_looked_at() {
    let Some(folder) = shared("samples") else {
        return;
    };
    let mut found = Map::new();
    for format in fs::read_dir(&folder).expect("a folder").flatten() {
        let Ok(files) = fs::read_dir(format.path()) else {
            continue;
        };
        for file in files.flatten() {
            let path = file.path();
            let name = path
                .strip_prefix(&folder)
                .expect("inside")
                .to_string_lossy()
                .into_owned();
            if name.starts_with("native/") {
                continue;
            }
            let text = fs::read(&path).expect("a readable file");
            found.insert(name, facts(&String::from_utf8_lossy(&text)));
        }
    }
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/facts.json");
    if std::env::var_os("WRITE_FACTS").is_some() {
        let lines: Vec<String> = found
            .iter()
            .map(|(name, facts)| format!("  {}: {facts}", json!(name)))
            .collect();
        fs::write(&kept, format!("{{\n{}\n}}\n", lines.join(",\n"))).expect("a writable file");
    }
    let kept = fs::read_to_string(kept).expect("facts");
    let kept: Map<String, Value> = serde_json::from_str(&kept).expect("JSON");
    assert_eq!(found.len(), kept.len(), "samples");
    for (name, facts) in &kept {
        let own = &found[name];
        let Some(facts) = facts.as_object() else {
            panic!("{name}: facts")
        };
        for (what, fact) in facts {
            assert_eq!(&own[what], fact, "{name}: {what}");
        }
    }
}
