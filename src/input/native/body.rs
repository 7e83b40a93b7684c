//! Bodies: blocks, HTML, plain text.

use super::super::reading::Reading;
use super::super::shape::{self, Need};
use super::super::{Cursor, Json};
use super::read::{fill, value};
use crate::article::{BlockType, Field, Record, Value, text};
use crate::limits;
use crate::sanitize::plain_text;

/// `text` or `html` of `at`, or `at` itself if it is text. A field before it may have made it unnecessary.
pub(super) fn content(at: &Cursor, need: Need, reading: &mut Reading) -> Option<(Field, Value)> {
    let text = if at.as_text().is_some() {
        Some(*at)
    } else {
        at.get("text")
    };
    let html = at.get("html").filter(Cursor::says_something);
    if let Some(text) = text.filter(|text| html.is_none() || text.says_something()) {
        let raw = reading.text(&text);
        let text = reading.clean(&text, raw, limits::TEXT_CHARS)?;
        return Some((Field::Text, Value::Text(text)));
    }
    if let Some(html) = html {
        return Some((Field::Html, html_value(&html, reading)?));
    }
    if need == Need::Must && at.get("blocks").is_none() && at.get("html").is_none() {
        reading.wrong(at, &["expected text or html, found neither"]);
    }
    None
}

fn html_value(at: &Cursor, reading: &mut Reading) -> Option<Value> {
    let mut html = reading.text(at);
    if html.len() > limits::HTML_BYTES {
        reading.cut(at, "256 KB of HTML");
        let whole = (0..=limits::HTML_BYTES)
            .rev()
            .find_map(|end| html.get(..end));
        html = whole.unwrap_or_default();
    }
    let paragraphs = plain_text::paragraphs(html).len();
    if paragraphs > limits::BLOCKS {
        reading.cut(at, "1000 blocks");
    }
    (paragraphs > 0).then(|| Value::Html(html.into()))
}

/// The first of `body`, `bodyHtml` and `bodyText`.
pub(super) fn body(at: &Cursor, reading: &mut Reading) -> Option<Value> {
    if let Some(blocks) = at.get("body")
        && !matches!(blocks.json, Json::Array(items) if items.is_empty())
    {
        return value(&blocks, &shape::BODY, reading);
    }
    let mut body = Vec::new();
    if let Some(html) = at.get("bodyHtml").filter(Cursor::says_something) {
        let html = html_value(&html, reading)?;
        body.push(Value::Record(made(BlockType::Html, Field::Html, html)));
    } else if let Some(at) = at.get("bodyText") {
        // Paragraphs stand apart by a blank line, as in JSON Feed's content_text.
        let mut lines = String::new();
        for line in text::split(reading.text(&at), b'\n').chain([""]) {
            if !line.trim_ascii().is_empty() {
                lines.push_str(line);
                lines.push('\n');
                continue;
            }
            if let Some(text) = reading.clean(&at, &lines, limits::TEXT_CHARS) {
                if body.len() == limits::BLOCKS {
                    reading.cut(&at, "1000 blocks");
                    break;
                }
                body.push(Value::Record(paragraph(text)));
            }
            lines.clear();
        }
    }
    (!body.is_empty()).then_some(Value::List(body))
}

/// A block that the document does not spell out.
fn made(kind: BlockType, field: Field, value: Value) -> Record {
    let mut block = Record::default();
    block.set(Field::Type, Value::Type(kind));
    block.set(field, value);
    block
}

fn paragraph(text: String) -> Record {
    made(BlockType::Paragraph, Field::Text, Value::Text(text))
}

pub(super) fn block(at: &Cursor, reading: &mut Reading) -> Option<Record> {
    let mut block = Record::default();
    let Some(kind) = at.get("type") else {
        // Says that it is no object, or that the type is missing.
        fill(&mut block, at, shape::NO_TYPE, reading);
        return None;
    };
    let kind = reading.text(&kind);
    let Some(kind) = BlockType::by_name(kind) else {
        return unknown(at, kind, reading);
    };
    block.set(Field::Type, Value::Type(kind));
    fill(&mut block, at, shape::of_block(kind), reading).then_some(block)
}

/// A type of a later version: its `fallback` block, else its `text`, else nothing.
fn unknown(at: &Cursor, kind: &str, reading: &mut Reading) -> Option<Record> {
    if let Some(fallback) = at.get("fallback") {
        return match value(&fallback, &shape::FALLBACK, reading)? {
            Value::Record(block) => Some(block),
            _ => None,
        };
    }
    if let Some(text) = at.get("text").and_then(|text| text.as_text()) {
        return reading.clean(at, text, limits::TEXT_CHARS).map(paragraph);
    }
    let kind = text::cut(text::line(kind), 40);
    reading.warn(at, &["left out: unknown block type \"", &kind, "\""]);
    None
}
