//! The one error of the crate: what went wrong, where in the JSON, what to do about it.
//!
//! Messages are built from static pieces: number formatting and `format!` would cost more bytes in the browser than
//! the rest of the parser.

use serde::Serialize;

/// Why no card could be drawn. The names are those of the `article-card:error` event's `reason`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The text is not JSON.
    Json,
    /// The JSON is not a document this build understands, or a document with a wrong value in it.
    Format,
    /// The document is larger than the limits allow.
    TooLarge,
    /// The document says it must not be shown: embargoed, withheld or private.
    Withheld,
}

impl Reason {
    /// The name of the reason in events.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Format => "format",
            Self::TooLarge => "too-large",
            Self::Withheld => "withheld",
        }
    }
}

/// A document that cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Error {
    /// The kind of failure.
    pub reason: Reason,
    /// What was found and what was expected, in one English sentence without a full stop.
    pub message: String,
    /// Where: `authors[1].name`, or `line 3, column 14` for text that is not JSON. Empty when it is the whole document.
    pub path: String,
}

impl Error {
    pub(crate) fn new(reason: Reason, message: &[&str], path: String) -> Self {
        Self {
            reason,
            message: message.concat(),
            path,
        }
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl core::error::Error for Error {}

/// Something that was left out or repaired; the card is drawn all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Where in the JSON, as in [`Error::path`].
    pub path: String,
    /// What was found and what was done, in one English sentence without a full stop.
    pub message: String,
}

/// Appends a number in decimal, without the formatting machinery.
pub(crate) fn push_number(out: &mut String, number: usize) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}
