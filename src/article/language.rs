//! Languages and the direction of text.

use super::text;

/// A language tag in the shape of BCP 47, as `lang` takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(String);

/// Which way lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Language {
    /// Reads a tag like `en`, `pt-BR`, `zh-Hant-TW` (`_` for `-` is forgiven); none when it has another shape.
    pub fn parse(tag: &str) -> Option<Self> {
        let mut known = String::new();
        let (mut parts, mut length) = (1, 0);
        for byte in text::trim(tag).bytes() {
            match byte {
                b'-' | b'_' if length > usize::from(parts == 1) => {
                    parts += 1;
                    length = 0;
                    known.push('-');
                    continue;
                }
                b'0'..=b'9' if parts > 1 => {}
                b'a'..=b'z' | b'A'..=b'Z' => {}
                _ => return None,
            }
            length += 1;
            if length > 8 {
                return None;
            }
            known.push(char::from(byte));
        }
        (parts <= 5 && length > usize::from(parts == 1)).then_some(Self(known))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The direction this language is written in: by its script subtag, else by the script it usually has.
    pub fn direction(&self) -> Direction {
        const RTL_SCRIPTS: &str = "arab hebr thaa syrc nkoo adlm";
        const RTL_LANGUAGES: &str = "ar he fa ur ps sd ug yi dv ckb iw ji";
        let mut parts = text::split(&self.0, b'-');
        let primary = parts.next().unwrap_or_default();
        let script = parts.next().filter(|part| part.len() == 4);
        let (word, words) = match script {
            Some(script) => (script, RTL_SCRIPTS),
            None => (primary, RTL_LANGUAGES),
        };
        let rtl = text::is_among(&word.to_ascii_lowercase(), words);
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

impl Direction {
    /// The direction of the first letter that has one, as `dir=auto` finds it (HTML, "the directionality of text").
    pub fn of(text: &str) -> Option<Self> {
        text.chars()
            .find(|&c| text::is_word(c) && !c.is_ascii_digit())
            .map(|c| if is_rtl(c) { Self::Rtl } else { Self::Ltr })
    }

    /// The value of `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Whether `c` belongs to a script written from right to left: the blocks of Hebrew, Arabic and their neighbours.
pub fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
