//! The words of the interface in other languages than English: which of them a text in some language gets.
//!
//! Sources are the JSON files beside this one. Natively all of them are inside; in the browser a card pays for the one it
//! shows: `element` says which are wanted, JavaScript fetches them (docs/decisions/0007-languages.md).

#[cfg(not(target_arch = "wasm32"))]
mod inside;
#[cfg(target_arch = "wasm32")]
mod learnt;
mod plural;

#[cfg(not(target_arch = "wasm32"))]
use inside::words_of;
#[cfg(target_arch = "wasm32")]
use learnt::words_of;
#[cfg(target_arch = "wasm32")]
pub(crate) use learnt::{learn, wanted};
pub use plural::PluralFormat;
pub(crate) use plural::plain as plain_plural;

use crate::article::{Language, text};
use crate::words::{Words, words};

macro_rules! languages {
    ($($name:literal)*) => {
        const NAMES: Words = words!($($name)*);
        /// How many there are besides English.
        const COUNT: usize = NAMES.lengths.len();

        /// Each language's words as JSON, by name.
        #[cfg(not(target_arch = "wasm32"))]
        pub const SOURCES: [(&str, &str); COUNT] = [$(($name, include_str!(concat!($name, ".json")))),*];
    };
}

languages! {
    "de" "fr" "es" "it" "pt" "nl" "pl" "ro" "el" "cs" "hu" "sv" "da" "nb" "fi" "bg" "hr" "sk" "uk" "ru" "tr"
    "ar" "he" "fa" "hi" "bn" "zh-Hans" "zh-Hant" "ja" "ko" "vi" "id" "th"
}

/// What the interface says in one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Speech {
    /// The language of the words, for the rules of its plurals.
    pub(crate) name: &'static str,
    /// Lines that are by turns the name of a label and its text; `name.category` for the plural categories of a counted
    /// one. Nothing for English, which is inside, or a language whose words are not there.
    pub(crate) words: &'static str,
}

impl Speech {
    pub(crate) const ENGLISH: Self = Self {
        name: "en",
        words: "",
    };

    /// What comes nearest to `language`: English, if nothing does.
    pub(crate) fn of(language: Option<&Language>) -> Self {
        let index = language.and_then(|language| position(language.as_str()));
        index.map_or(Self::ENGLISH, |index| Self {
            name: NAMES.get(index),
            words: words_of(index),
        })
    }

    /// The text of this name.
    pub(crate) fn find(&self, name: &str) -> Option<&'static str> {
        let mut lines = text::split(self.words, b'\n');
        while let (Some(own), Some(text)) = (lines.next(), lines.next()) {
            if own == name {
                return Some(text);
            }
        }
        None
    }
}

/// The name under which the words for a language tag stand: its region is left out, and its script, which tells only for
/// Chinese.
pub fn nearest(tag: &str) -> Option<&'static str> {
    position(tag).map(|index| NAMES.get(index))
}

fn position(tag: &str) -> Option<usize> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = text::split(&tag, b'-');
    let language = match parts.next().unwrap_or_default() {
        "zh" => {
            // By its script, else by the one that its region writes.
            let telling = parts.find(|part| text::is_among(part, "hans hant tw hk mo"));
            match telling {
                None | Some("hans") => "zh-Hans",
                Some(_) => "zh-Hant",
            }
        }
        // As they were called before 1989.
        "iw" => "he",
        "in" => "id",
        // The language as a whole, and its other written form, which all who write it read.
        "no" | "nn" => "nb",
        language => language,
    };
    NAMES.position(language)
}
