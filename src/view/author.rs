//! Who wrote it: portrait or initials, name, role, and a biography that folds when it is long.

use super::body::Fold;
use super::node::{Attribute, Element, Node, Tag};
use super::scope::{Scope, link};
use super::{Label, figure, line};
use crate::article::{Author, reading_time};

/// Characters of a biography that fold away at least.
const REST_CHARS: usize = 80;
/// Characters of a biography that stay at least.
const LEAD_CHARS: usize = 60;

pub(super) fn authors(scope: &Scope, authors: &[Author]) -> Option<Element> {
    Element::part(Tag::Div, "authors")
        .children(authors.iter().map(|author| self::author(scope, author)))
        .unless_empty()
}

fn author(scope: &Scope, author: &Author) -> Element {
    let name = match &author.url {
        Some(url) => {
            let mut link = link(url, None);
            for attribute in &mut link.attributes {
                if let Attribute::Rel(rel) = attribute {
                    *rel = "author noopener";
                }
            }
            link.child(author.name.as_str())
        }
        None => Element::new(Tag::Bdi).child(author.name.as_str()),
    };
    let text = Element::part(Tag::Div, "author-text")
        .child(Element::part(Tag::P, "author-name").child(name))
        .children(line(Tag::P, "author-role", author.role.as_ref()))
        .children(bio(scope, author));
    Element::part(Tag::Div, "author")
        .children(avatar(author))
        .child(text)
}

/// The portrait over the initials: when the picture fails it goes, and the initials are there.
fn avatar(author: &Author) -> Option<Element> {
    let initials = initials(&author.name);
    if initials.is_empty() && author.avatar.is_none() {
        return None;
    }
    let picture = author.avatar.as_ref();
    Some(
        Element::part(Tag::Span, "avatar")
            .with(Attribute::Tone(tone(&author.name)))
            .child(
                Element::part(Tag::Span, "initials")
                    .with(Attribute::Hidden)
                    .child(initials),
            )
            .children(picture.map(|picture| figure::decoration(picture, "avatar-image"))),
    )
}

fn bio(scope: &Scope, author: &Author) -> Vec<Element> {
    let Some(bio) = author.bio.as_deref() else {
        return Vec::new();
    };
    let paragraph = |text| scope.text(Element::new(Tag::P), text);
    let part = Element::part(Tag::Div, "author-bio");
    let folds = scope.settings.collapse != super::Collapse::Whole;
    let Some((lead, rest)) = folds.then(|| split(bio)).flatten() else {
        return vec![part.child(paragraph(bio))];
    };
    let about = scope.labels.with(Label::About, &author.name);
    let (rest, button) = Fold {
        part: "author-more",
        more: Label::AuthorMore,
        less: Label::AuthorLess,
        suffix: Some([" ", &about].concat()),
        open: false,
    }
    .draw(scope, [Node::from(paragraph(rest))]);
    vec![part.child(paragraph(lead)).child(rest), button]
}

/// A long biography, split after a sentence.
fn split(bio: &str) -> Option<(&str, &str)> {
    let ends = |c| {
        matches!(
            c,
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।'
        )
    };
    let spaced = |c| matches!(c, '.' | '!' | '?' | '…');
    let mut seen = 0;
    for (at, c) in bio.char_indices() {
        seen += 1;
        let (lead, rest) = bio.split_at(at + c.len_utf8());
        // "3.5 million" and "misto.media" do not end a sentence: a space follows where sentences are spaced.
        if seen >= LEAD_CHARS && ends(c) && (!spaced(c) || rest.starts_with(' ')) {
            let rest = rest.trim_start();
            return (rest.chars().count() >= REST_CHARS).then_some((lead, rest));
        }
    }
    None
}

/// The first characters, as readers see characters, of the first and the last word; of the first alone where names
/// are written without spaces. The style sheet writes them in capitals.
fn initials(name: &str) -> String {
    let mut words = name
        .split([' ', '\u{a0}'])
        .filter_map(grapheme)
        .collect::<Vec<_>>()
        .into_iter();
    let Some(first) = words.next() else {
        return String::new();
    };
    let alone = first.chars().next().is_some_and(reading_time::is_spaceless);
    match words.next_back() {
        Some(last) if !alone => [first, last].concat(),
        _ => first.to_owned(),
    }
}

/// The first character of a word with everything that is drawn onto it: combining marks, joined emoji, skin tones,
/// the second half of a flag. Punctuation before it is skipped.
fn grapheme(word: &str) -> Option<&str> {
    let word = word.trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
    let word = word.trim_start_matches(['“', '”', '‘', '’', '«', '»', '„', '—', '–']);
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

/// A colour that stays with the name.
fn tone(name: &str) -> u8 {
    // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): short, and spreads similar names.
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    ((hash >> 16) % 8) as u8
}
