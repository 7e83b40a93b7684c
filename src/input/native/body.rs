//! Bodies: blocks, HTML, plain text.

use super::super::reading::Reading;
use super::super::shape::{self, Need};
use super::super::{Cursor, Json};
use super::read::{fill, value};
use crate::article::{BlockType, Field, Record, Value, text};
use crate::limits;
use crate::sanitize::html;

/// `text` or `html` of `at`, or `at` itself if it is text. A field before it may have made it unnecessary.
pub(super) fn content(at: &Cursor, need: Need, reading: &mut Reading) -> Option<(Field, Value)> {
    let text = if at.as_text().is_some() {
        Some(*at)
    } else {
        at.get("text")
    };
    let html = at.get("html").filter(Cursor::says_something);
    if let Some(text) = text.filter(|text| html.is_none() || text.says_something()) {
        let raw = reading.plain(&text);
        let text = reading.clean(&text, raw.as_ref(), limits::TEXT_CHARS)?;
        return Some((Field::Text, Value::Text(text)));
    }
    if let Some(html) = html {
        let text = bounded(&html, reading);
        return Some((Field::Html, inline(&html, text, reading)?));
    }
    if need == Need::Must && at.get("blocks").is_none() && at.get("html").is_none() {
        reading.wrong(at, &["expected text or html, found neither"]);
    }
    None
}

/// HTML within its limit.
fn bounded<'a>(at: &Cursor<'a>, reading: &mut Reading) -> &'a str {
    let html = reading.text(at);
    if html.len() <= limits::HTML_BYTES {
        return html;
    }
    reading.cut(at, "256 KB of HTML");
    text::start(html, limits::HTML_BYTES)
}

/// HTML that runs in a line.
fn inline(at: &Cursor, html: &str, reading: &mut Reading) -> Option<Value> {
    let mut left = reading.nodes;
    let (nodes, cut) = html::line(html, &reading.context.scope(), &mut left);
    reading.nodes = left;
    note(at, cut, reading);
    (!nodes.is_empty()).then_some(Value::Nodes(nodes))
}

/// The blocks of an HTML body.
fn blocks(at: &Cursor, reading: &mut Reading) -> Vec<Value> {
    let html = bounded(at, reading);
    let mut left = reading.nodes;
    let (mut blocks, cut) = html::blocks(html, &reading.context.scope(), &mut left);
    reading.nodes = left;
    note(at, cut, reading);
    if blocks.len() > limits::BLOCKS {
        reading.cut(at, "1000 blocks");
        blocks.truncate(limits::BLOCKS);
    }
    blocks.into_iter().map(Value::Record).collect()
}

fn note(at: &Cursor, cut: bool, reading: &mut Reading) {
    if cut {
        reading.cut(
            at,
            "6000 nodes, 60 pictures or 400 links of HTML, or 20000 nodes of one article",
        );
    }
}

/// The first of `body`, `bodyHtml` and `bodyText`.
pub(super) fn body(at: &Cursor, reading: &mut Reading) -> Option<Value> {
    if let Some(blocks) = at.get("body")
        && !matches!(blocks.json, Json::Array(items) if items.is_empty())
    {
        return value(&blocks, &shape::BODY, reading);
    }
    let body = if let Some(html) = at.get("bodyHtml").filter(Cursor::says_something) {
        blocks(&html, reading)
    } else {
        paragraphs(&at.get("bodyText")?, reading)
    };
    (!body.is_empty()).then_some(Value::List(body))
}

/// The paragraphs of plain text. They stand apart by a blank line, as in JSON Feed's `content_text`.
fn paragraphs(at: &Cursor, reading: &mut Reading) -> Vec<Value> {
    let mut body = Vec::new();
    let mut lines = String::new();
    for line in text::split(reading.text(at), b'\n').chain([""]) {
        if !line.trim_ascii().is_empty() {
            lines.push_str(line);
            lines.push('\n');
            continue;
        }
        if let Some(text) = reading.clean(at, &lines, limits::TEXT_CHARS) {
            if body.len() == limits::BLOCKS {
                reading.cut(at, "1000 blocks");
                break;
            }
            // Elsewhere it was written as it was to be seen, as in short messages.
            let message = lines.trim_ascii();
            let is_message =
                message.bytes().any(|byte| byte == b'\n') || text::find(message, "://").is_some();
            let html = if reading.lenient && is_message {
                inline(at, &marked_up(message), reading)
            } else {
                None
            };
            body.push(Value::Record(match html {
                Some(html) => made(BlockType::Paragraph, Field::Html, html),
                None => paragraph(text),
            }));
        }
        lines.clear();
    }
    body
}

/// Lines of plain text as HTML: line breaks as such, addresses as links.
fn marked_up(lines: &str) -> String {
    let mut html = String::new();
    let mut lines: String = lines.into();
    for (part, with) in [("&", "&amp;"), ("<", "&lt;"), ("\n", " <br> ")] {
        lines = text::replace(&lines, part, with);
    }
    for word in text::split(&lines, b' ') {
        let mut end = word.len();
        while let Some(b'.' | b',' | b';' | b':' | b'!' | b'?' | b')') =
            word.as_bytes().get(end.wrapping_sub(1))
        {
            end -= 1;
        }
        let (url, rest) = word.split_at(end);
        let is_url = url.starts_with("http") && text::find(url, "://").is_some();
        let tags = if is_url {
            ["<a href='", "'>", "</a>"]
        } else {
            [""; 3]
        };
        for piece in [
            tags[0],
            if is_url { url } else { "" },
            tags[1],
            url,
            tags[2],
            rest,
            " ",
        ] {
            html.push_str(piece);
        }
    }
    html
}

/// A block that the document does not spell out.
fn made(kind: BlockType, field: Field, value: Value) -> Record {
    let mut block = Record::with(Field::Type, Value::Type(kind));
    block.set(field, value);
    block
}

fn paragraph(text: String) -> Record {
    made(BlockType::Paragraph, Field::Text, Value::Text(text))
}

/// A block, or the blocks that one of HTML is.
pub(super) fn block(at: &Cursor, reading: &mut Reading) -> Option<Value> {
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
    if kind == BlockType::Html {
        if let Some(html) = at.get("html").filter(Cursor::says_something) {
            return Some(Value::List(blocks(&html, reading)));
        }
        if let Some(text) = at.get("text") {
            // What other formats call text is text.
            let read = if reading.lenient { paragraphs } else { blocks };
            return Some(Value::List(read(&text, reading)));
        }
    }
    block.set(Field::Type, Value::Type(kind));
    fill(&mut block, at, shape::of_block(kind), reading).then_some(Value::Record(block))
}

/// A type of a later version: its `fallback` block, else its `text`, else nothing.
fn unknown(at: &Cursor, kind: &str, reading: &mut Reading) -> Option<Value> {
    if let Some(fallback) = at.get("fallback") {
        return value(&fallback, &shape::FALLBACK, reading);
    }
    if let Some(text) = at.get("text").and_then(|text| text.as_text()) {
        let text = reading.clean(at, text, limits::TEXT_CHARS)?;
        return Some(Value::Record(paragraph(text)));
    }
    let kind = text::cut(text::line(kind), 40);
    reading.warn(at, &["left out: unknown block type \"", &kind, "\""]);
    None
}
