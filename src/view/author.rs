//! Who wrote it: portrait or initials, name, role, and a biography that folds when it is long.

use super::fold::Fold;
use super::pen::Pen;
use super::{Label, Mode, figure};
use crate::article::{Field, Record, reading_time};
use crate::node::{Name, Tag};

/// Characters of a biography that fold away at least.
const REST_CHARS: usize = 80;
/// Characters of a biography that stay at least.
const LEAD_CHARS: usize = 60;

pub(super) fn authors(pen: &mut Pen, article: &Record) {
    let mode = pen.settings.mode;
    if mode == Mode::Compact || pen.settings.hides("author") {
        return;
    }
    pen.open_part(Tag::Div, "authors");
    for author in article.records(Field::Authors) {
        let name = author.text(Field::Name).unwrap_or_default();
        pen.open_part(Tag::Div, "author");
        if mode < Mode::Teaser {
            avatar(pen, author, name);
        }
        pen.open_part(Tag::Div, "author-text");
        pen.open_part(Tag::P, "author-name");
        pen.named_link(author, "author noopener");
        pen.close();
        pen.line(Tag::P, "author-role", author.text(Field::Role));
        if let Some(bio) = author.text(Field::Bio)
            && mode == Mode::Full
            && !pen.settings.hides("bio")
        {
            self::bio(pen, name, bio);
        }
        pen.close();
        pen.close();
    }
    pen.close_filled();
}

/// The portrait over the initials: when the picture fails it goes, and the initials are there.
fn avatar(pen: &mut Pen, author: &Record, name: &str) {
    let initials = initials(name);
    pen.open_part(Tag::Span, "avatar");
    pen.number(Name::Tone, Some(tone(name)));
    if !initials.is_empty() {
        pen.open_part(Tag::Span, "initials");
        pen.fixed(Name::Silent, "true");
        pen.text(&initials);
        pen.close();
    }
    figure::decoration(pen, author.record(Field::Avatar), "avatar-image");
    pen.close_filled();
}

fn bio(pen: &mut Pen, name: &str, bio: &str) {
    let fold = Fold {
        part: "author-more",
        more: Label::AuthorMore,
        less: Label::AuthorLess,
        open: false,
    };
    pen.open_part(Tag::Div, "author-bio");
    let rest = fold.paragraph(pen, bio, LEAD_CHARS, REST_CHARS);
    pen.close();
    if let Some(id) = rest {
        fold.button(pen, id, " ", &pen.labels.with(Label::About, name));
    }
}

/// The first characters, as readers see characters, of the first and the last word; of the first alone where names
/// are written without spaces. The style sheet writes them in capitals.
fn initials(name: &str) -> String {
    let (mut first, mut last) = ("", "");
    let mut rest = name;
    while !rest.is_empty() {
        let mut characters = rest.char_indices();
        let space = characters.find(|(_, c)| matches!(c, ' ' | '\u{a0}'));
        let end = space.map_or(rest.len(), |(at, _)| at);
        if let Some(initial) = rest.get(..end).and_then(grapheme) {
            if first.is_empty() {
                first = initial;
            } else {
                last = initial;
            }
        }
        rest = characters.as_str();
    }
    if first.chars().next().is_some_and(reading_time::is_spaceless) {
        last = "";
    }
    [first, last].concat()
}

/// The first character of a word with everything that is drawn onto it: combining marks, joined emoji, skin tones,
/// the second half of a flag. Punctuation before it is skipped.
fn grapheme(word: &str) -> Option<&str> {
    let word = skip(word, |c| c.is_ascii() && !c.is_ascii_alphanumeric());
    let word = skip(word, |c| "“”‘’«»„—–".chars().any(|mark| mark == c));
    let mut characters = word.char_indices();
    let (_, first) = characters.next()?;
    let flag = |c| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    let mut joined = false;
    let mut halves = u8::from(flag(first));
    for (at, c) in characters {
        let extends = matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}'
            | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}');
        let second_half = halves == 1 && flag(c);
        if !extends && !joined && !second_half {
            return Some(&word[..at]);
        }
        halves += u8::from(second_half);
        joined = c == '\u{200d}';
    }
    Some(word)
}

/// `word` without the characters before it that are `skipped`.
fn skip(word: &str, skipped: fn(char) -> bool) -> &str {
    let mut characters = word.chars();
    let mut rest = word;
    while characters.next().is_some_and(skipped) {
        rest = characters.as_str();
    }
    rest
}

/// A colour that stays with the name.
fn tone(name: &str) -> u32 {
    // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): short, and spreads similar names.
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash >> 16) % 8
}
