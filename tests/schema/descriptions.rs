//! What the schema tells those who write a document in an editor.

use super::source;
use crate::support::Value;
use article_card::limits;

/// Calls `check` with every property that is described, and where.
fn described(schema: &Value, at: &str, check: &mut impl FnMut(&str, &str, &Value)) {
    let Value::Object(members) = schema else {
        if let Value::Array(several) = schema {
            for schema in several {
                described(schema, at, check);
            }
        }
        return;
    };
    for (key, inside) in members {
        match key.as_str() {
            "properties" => {
                for (name, property) in inside.as_object().expect("properties") {
                    check(at, name, property);
                    described(property, &format!("{at}/{name}"), check);
                }
            }
            "$defs" => {
                for (name, schema) in inside.as_object().expect("definitions") {
                    described(schema, name, check);
                }
            }
            // Conditions describe nothing.
            "if" | "contains" | "anyOf" | "not" => {}
            _ => described(inside, at, check),
        }
    }
}

#[test]
fn every_property_says_what_it_is() {
    let mut count = 0;
    described(&source(), "", &mut |at, name, property| {
        for word in ["title", "description"] {
            let said = property[word].as_str().unwrap_or_default();
            assert!(said.len() > 1, "{at}/{name}: {word}");
        }
        count += 1;
    });
    assert!(count > 120, "{count} properties");
}

#[test]
fn the_limits_that_are_told_are_the_limits() {
    #[rustfmt::skip]
    let table = [
        ("story", "headline", limits::HEADLINE_CHARS), ("story", "summary", limits::SUMMARY_CHARS),
        ("story", "id", limits::URL_CHARS), ("story", "body", limits::BLOCKS), ("story", "bodyHtml", limits::HTML_BYTES),
        ("story", "authors", limits::AUTHORS), ("story", "related", limits::RELATED), ("story", "tags", limits::TAGS),
        ("story", "tags", limits::TAG_CHARS), ("story", "corrections", limits::CORRECTIONS),
        ("story", "labels", limits::NAME_CHARS), ("feed", "items", limits::FEED_ITEMS),
        ("author", "name", limits::NAME_CHARS), ("author", "bio", limits::TEXT_CHARS),
        ("image", "alt", limits::ALT_CHARS), ("image", "width", limits::PIXELS as usize),
        ("image", "srcset", limits::SRCSET), ("teaser", "excerpt", limits::EXCERPT_CHARS),
        ("cell", "colspan", limits::TABLE_COLUMNS), ("cell", "rowspan", limits::ROW_SPAN as usize),
        ("content", "text", limits::TEXT_CHARS), ("block", "images", limits::GALLERY),
        ("block", "items", limits::LIST_ITEMS), ("block", "items", limits::LIST_DEPTH),
        ("block", "rows", limits::TABLE_ROWS), ("block", "items", limits::RELATED),
    ];
    for (place, name, limit) in table {
        let mut told = false;
        described(&source(), "", &mut |at, own, property| {
            let description = property["description"].as_str().unwrap_or_default();
            let mut numbers = description.split(|c: char| !c.is_ascii_digit());
            told |= at == place && own == name && numbers.any(|own| own == limit.to_string());
        });
        assert!(told, "{place}/{name}: {limit}");
    }
}

#[test]
fn the_words_of_the_card_are_all_described() {
    let words = include_str!("../../docs/contracts/labels.md");
    let rows = words.lines().filter_map(|line| line.strip_prefix("| `"));
    let mut count = 0;
    for row in rows.filter(|row| !row.contains("(attribute only)")) {
        let (name, _) = row.split_once('`').expect("a name");
        let known = &source()["$defs"]["story"]["properties"]["labels"]["properties"];
        assert!(known.get(name).is_some(), "{name}");
        count += 1;
    }
    assert!(count > 20, "{count} words");
}
