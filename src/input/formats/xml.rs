//! XML text → the tree that JSON becomes, forgivingly: what feeds are made of, no validation, no external entities.
//!
//! An element is an object: attributes are members whose names begin with `@`, elements inside are members under their
//! own names, and `#` is its text, or its markup where it has elements.

use std::borrow::Cow;

use super::super::json::Json;
use crate::article::text;
use crate::sanitize::html::decoded;

/// Elements inside of elements; deeper ones are left out.
const DEPTH: usize = 32;

/// The root element's name and tree, if `text` has one.
pub(super) fn read(text: &str) -> Option<(&str, Json<'_>)> {
    let mut reader = Reader { text, at: 0 };
    loop {
        if let Piece::Open {
            name,
            attributes,
            closed,
        } = reader.next()?
        {
            return Some((name, reader.element(name, attributes, closed, 0)));
        }
    }
}

#[derive(Debug)]
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

#[derive(Debug)]
enum Piece<'a> {
    /// Text with its references, or a CDATA section without any.
    Text(&'a str, bool),
    Open {
        name: &'a str,
        attributes: &'a str,
        closed: bool,
    },
    Close(&'a str),
    /// Comments, instructions, declarations.
    Other,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        if !rest.starts_with('<') {
            let length = rest
                .bytes()
                .position(|byte| byte == b'<')
                .unwrap_or(rest.len());
            self.at += length;
            return Some(Piece::Text(rest.get(..length)?, true));
        }
        for (start, end, is_text) in [
            ("<![CDATA[", "]]>", true),
            ("<!--", "-->", false),
            ("<?", "?>", false),
            ("<!", ">", false),
        ] {
            if let Some(inside) = rest.strip_prefix(start) {
                let length = text::find(inside, end).unwrap_or(inside.len());
                self.at += start.len() + length + end.len();
                return Some(if is_text {
                    Piece::Text(inside.get(..length)?, false)
                } else {
                    Piece::Other
                });
            }
        }
        // A `>` may stand in an attribute's value.
        let mut quote = None;
        let mut end = rest.len();
        for (at, byte) in rest.bytes().enumerate() {
            match (byte, quote) {
                (b'"' | b'\'', None) => quote = Some(byte),
                (byte, Some(open)) if byte == open => quote = None,
                (b'>', None) => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        self.at += (end + 1).min(rest.len());
        let tag = rest.get(1..end)?;
        if let Some(name) = tag.strip_prefix('/') {
            return Some(Piece::Close(name.trim_ascii()));
        }
        let closed = tag.ends_with('/');
        let tag = tag.strip_suffix('/').unwrap_or(tag);
        let length = tag
            .bytes()
            .position(|byte| byte.is_ascii_whitespace())
            .unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(length);
        Some(Piece::Open {
            name,
            attributes,
            closed,
        })
    }

    fn element(
        &mut self,
        name: &'a str,
        attributes: &'a str,
        closed: bool,
        depth: usize,
    ) -> Json<'a> {
        let mut members = Vec::new();
        let mut rest = attributes;
        while let Some((key, after)) = text::split_once(rest, b'=') {
            let after = after.trim_ascii_start();
            let quote = after
                .bytes()
                .next()
                .filter(|byte| matches!(byte, b'"' | b'\''));
            let inside = quote.and_then(|quote| text::split_once(after.get(1..)?, quote));
            let Some((value, after)) = inside else { break };
            let key = ["@", key.trim_ascii()].concat();
            members.push((Cow::Owned(key), Json::Text(Cow::Owned(decoded(value)))));
            rest = after;
        }
        if closed {
            return Json::Object(members);
        }
        let start = self.at;
        let mut end = start;
        let mut text = String::new();
        let mut elements = 0;
        while let Some(piece) = self.next() {
            match piece {
                Piece::Text(raw, true) => text.push_str(&decoded(raw)),
                Piece::Text(raw, false) => text.push_str(raw),
                Piece::Open {
                    name,
                    attributes,
                    closed,
                } => {
                    elements += 1;
                    if depth < DEPTH {
                        let inside = self.element(name, attributes, closed, depth + 1);
                        members.push((Cow::Borrowed(name), inside));
                    }
                }
                Piece::Close(own) if own == name || depth == DEPTH => break,
                // Ends something further out: this one was never closed.
                Piece::Close(_) => break,
                Piece::Other => {}
            }
            end = self.at;
        }
        let text = match elements {
            0 => Cow::Owned(text),
            _ => Cow::Borrowed(self.text.get(start..end).unwrap_or_default()),
        };
        members.push((Cow::Borrowed("#"), Json::Text(text)));
        Json::Object(members)
    }
}
