//! XML text → the tree that JSON becomes, forgivingly: what feeds are made of, no validation, no entities but the known
//! ones.
//!
//! An element is an object: attributes are members whose names begin with `@`, elements inside are members under their
//! own names, and `#` is its text, or its markup where it has elements.

use std::borrow::Cow;

use super::super::json::Json;
use crate::sanitize::html::{Attributes, Token, Tokens, decoded};

/// Elements inside of elements; deeper ones are left out.
const DEPTH: usize = 32;

/// The root element's name and tree, if `text` has one.
pub(super) fn read(text: &str) -> Option<(&str, Json<'_>)> {
    let mut markup = Tokens::xml(text);
    loop {
        if let Token::Start(_, attributes) = markup.next()? {
            return Some((markup.name?, element(&mut markup, text, attributes, 0)));
        }
    }
}

/// The element that begins with `attributes`, read to its end. An end tag ends whatever is open: one that was never
/// closed ends with what is around it.
fn element<'a>(
    markup: &mut Tokens<'a>,
    whole: &'a str,
    attributes: Attributes<'a>,
    depth: usize,
) -> Json<'a> {
    let mut members = Vec::new();
    let closed = attributes.is_closed();
    for (name, value) in attributes {
        let name = Cow::Owned(["@", name].concat());
        members.push((name, Json::Text(Cow::Owned(decoded(value)))));
    }
    if closed {
        return Json::Object(members);
    }
    let start = markup.at;
    let mut end = start;
    let mut text: Cow<str> = Cow::Owned(String::new());
    let mut skipped = 0;
    while let Some(piece) = markup.next() {
        match piece {
            Token::Text(raw) => text.to_mut().push_str(&decoded(raw)),
            Token::Data(raw) => text.to_mut().push_str(raw),
            Token::Start(_, attributes) if depth < DEPTH => {
                let name = markup.name.unwrap_or_default();
                let name = Cow::Borrowed(name.strip_prefix("atom:").unwrap_or(name));
                members.push((name, element(markup, whole, attributes, depth + 1)));
            }
            Token::Start(_, attributes) => skipped += usize::from(!attributes.is_closed()),
            Token::End(_) if skipped > 0 => skipped -= 1,
            Token::End(_) => break,
        }
        end = markup.at;
    }
    if members.iter().any(|(name, _)| !name.starts_with('@')) {
        text = Cow::Borrowed(whole.get(start..end).unwrap_or_default());
    }
    members.push((Cow::Borrowed("#"), Json::Text(text)));
    Json::Object(members)
}
