//! Documents of no known format, read by what the partner says of them: `{"headline": "/webTitle", "url": "/webUrl"}`,
//! fields of the native format and JSON Pointers (RFC 6901). `items` points at a list; the other pointers then begin at
//! each of its items.

use std::borrow::Cow;

use super::super::json::Json;
use super::Native;
use crate::article::text;
use crate::limits::FEED_ITEMS;

/// The document that `json` is to those who say where its fields stand.
pub(in crate::input) fn mapped<'j>(json: &Json<'j>, fields: &Json<'j>) -> Native<'j> {
    let items = fields.get("items").and_then(|at| pointed(json, at));
    let document = match items {
        Some(Json::Array(items)) => {
            // One more than is read, so that what is too many is noticed.
            let items = items.iter().take(FEED_ITEMS + 1);
            let items = items.map(|item| article(item, fields)).collect();
            Json::Object(vec![(Cow::Borrowed("items"), Json::Array(items))])
        }
        _ => article(json, fields),
    };
    Native {
        format: "generic",
        is_feed: matches!(items, Some(Json::Array(_))),
        json: document,
        withheld: false,
        hint: None,
    }
}

fn article<'j>(json: &Json<'j>, fields: &Json<'j>) -> Json<'j> {
    let mut article = Vec::new();
    if let Json::Object(members) = fields {
        for (field, at) in members {
            if let Some(value) = pointed(json, at).filter(|_| field != "items") {
                article.push((field.clone(), value.clone()));
            }
        }
    }
    Json::Object(article)
}

/// What the pointer `at` points at.
fn pointed<'v, 'j>(json: &'v Json<'j>, at: &Json) -> Option<&'v Json<'j>> {
    let mut steps = text::split(at.as_text()?, b'/');
    let mut found = Some(json).filter(|_| steps.next() == Some(""));
    for step in steps {
        let mut key = String::new();
        for (at, piece) in text::split(step, b'~').enumerate() {
            match piece.bytes().next() {
                Some(escape @ (b'0' | b'1')) if at > 0 => {
                    key.push(if escape == b'0' { '~' } else { '/' });
                    key.push_str(piece.get(1..)?);
                }
                _ if at > 0 => return None,
                _ => key.push_str(piece),
            }
        }
        found = match found? {
            Json::Array(items) => items.get(super::super::count(&key)? as usize),
            json => json.get(&key),
        };
    }
    found
}
