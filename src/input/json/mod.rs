//! JSON text → tree (RFC 8259), for untrusted documents.
//!
//! Our own because the tree must be the same in the browser and on the server, must say line and column, survive
//! lone surrogates, byte order marks and bottomless nesting, and cost little: numbers stay text (no float parsing).

mod reader;

use std::borrow::Cow;

pub(super) use reader::parse;

/// A JSON value that borrows from the document's text where it can.
#[derive(Debug, Clone)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    /// As written; see [`integer`] and [`percent`].
    Number(&'a str),
    Text(Cow<'a, str>),
    Array(Vec<Json<'a>>),
    /// Members in document order; of a repeated key the last one counts.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl Json<'_> {
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Json::Object(members) => members
                .iter()
                .rev()
                .find(|member| member.0 == key)
                .map(|member| &member.1),
            _ => None,
        }
    }

    /// The text it is, if it is text.
    #[cfg(feature = "formats")]
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "true or false",
            Json::Number(_) => "a number",
            Json::Text(_) => "text",
            Json::Array(_) => "a list",
            Json::Object(_) => "an object",
        }
    }
}

/// The whole number a JSON number is, `800` or `800.0`; with `fraction` the whole number it starts with. None when it is
/// negative, exponential or longer than 9 digits.
pub(super) fn integer(number: &str, fraction: bool) -> Option<u32> {
    let (mut value, mut zeros) = (0, false);
    for (at, byte) in number.bytes().enumerate() {
        match byte {
            b'0' if zeros => {}
            b'0'..=b'9' if at < 9 && !zeros => value = value * 10 + u32::from(byte - b'0'),
            b'.' if fraction => break,
            b'.' => zeros = true,
            _ => return None,
        }
    }
    Some(value)
}

/// A JSON number from 0 to 1 in whole per cent, rounded down.
pub(super) fn percent(number: &str) -> Option<u8> {
    let whole = integer(number, true).filter(|whole| *whole < 2)?;
    let fraction = number.as_bytes().get(2..).unwrap_or_default();
    if !fraction.iter().all(u8::is_ascii_digit) {
        return None; // an exponent
    }
    let digit = |at| fraction.get(at).map_or(0, |digit| digit - b'0');
    let percent = whole as u8 * 100 + digit(0) * 10 + digit(1);
    (percent <= 100).then_some(percent)
}
