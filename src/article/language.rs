//! Languages and the direction of text.

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
        let tag = tag.trim().replace('_', "-");
        let mut parts = tag.split('-');
        let primary = parts.next()?;
        let well_formed = (2..=8).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.clone().count() <= 4
            && parts.all(|part| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        well_formed.then_some(Self(tag))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The direction this language is written in: by its script subtag, else by the script it usually has.
    pub fn direction(&self) -> Direction {
        const RTL_SCRIPTS: [&str; 6] = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"];
        const RTL_LANGUAGES: [&str; 12] = [
            "ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "iw", "ji",
        ];
        let mut parts = self.0.split('-');
        let primary = parts.next().unwrap_or_default();
        let script = parts.next().filter(|part| part.len() == 4);
        let rtl = match script {
            Some(script) => RTL_SCRIPTS
                .iter()
                .any(|rtl| script.eq_ignore_ascii_case(rtl)),
            None => RTL_LANGUAGES
                .iter()
                .any(|rtl| primary.eq_ignore_ascii_case(rtl)),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

impl Direction {
    /// The direction of the first letter that has one, as `dir=auto` finds it (HTML, "the directionality of text").
    pub fn of(text: &str) -> Option<Self> {
        text.chars()
            .find(|&c| super::text::is_word(c) && !c.is_ascii_digit())
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
