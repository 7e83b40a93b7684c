//! XML text → the tree that JSON becomes, forgivingly: what feeds are made of, no validation, no entities but the known
//! ones.
//!
//! An element is an object: attributes are members whose names begin with `@`, elements inside are members under their
//! own names, and `#` is its text, or its markup where it has elements.

use std::borrow::Cow;

use super::super::json::Json;
use crate::article::text;
use crate::sanitize::html::{Attributes, Token, Tokens, decoded};

/// Elements inside of elements; deeper ones are left out.
const DEPTH: usize = 32;

/// The root element's name and tree, if it has one of these names, which are set apart by spaces.
pub(super) fn read<'a>(text: &'a str, roots: &str) -> Option<(&'a str, Json<'a>)> {
    let mut markup = Tokens::xml(text);
    loop {
        if let Token::Start(_, attributes) = markup.next()? {
            let name = markup.name.filter(|name| text::is_among(name, roots))?;
            let mut open = vec![name];
            return Some((name, element(&mut markup, text, attributes, &mut open)));
        }
    }
}

/// The element that begins with `attributes`, read to its end. One that was never closed ends with what is around it; an
/// end tag of nothing that is `open` ends nothing.
fn element<'a>(
    markup: &mut Tokens<'a>,
    whole: &'a str,
    attributes: Attributes<'a>,
    open: &mut Vec<&'a str>,
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
    let mut content: Cow<str> = Cow::Owned(String::new());
    let mut skipped = 0;
    while let Some(piece) = markup.next() {
        let name = markup.name.unwrap_or_default();
        match piece {
            Token::Text(raw) => content.to_mut().push_str(&decoded(raw)),
            Token::Data(raw) => content.to_mut().push_str(raw),
            Token::Start(_, attributes) if open.len() < DEPTH => {
                open.push(name);
                let key = Cow::Borrowed(name.strip_prefix("atom:").unwrap_or(name));
                members.push((key, element(markup, whole, attributes, open)));
                open.pop();
            }
            Token::Start(_, attributes) => skipped += usize::from(!attributes.is_closed()),
            Token::End(_) if skipped > 0 => skipped -= 1,
            Token::End(_) if open.last() == Some(&name) => break,
            // Of what is around it, which has to see it as well.
            Token::End(_) if open.contains(&name) => {
                markup.at = end;
                break;
            }
            Token::End(_) => {}
        }
        end = markup.at;
    }
    if members.iter().any(|(name, _)| !name.starts_with('@')) {
        content = Cow::Borrowed(whole.get(start..end).unwrap_or_default());
    }
    members.push((Cow::Borrowed("#"), Json::Text(content)));
    Json::Object(members)
}
