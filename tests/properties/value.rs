//! The values of attributes.

use article_card::article::Language;
use article_card::limits;
use article_card::node::{Attribute, Name, Tag};
use article_card::sanitize::SafeUrl;

use super::address;

/// Checks an attribute of a `tag`.
pub(crate) fn check(tag: Tag, attribute: &Attribute) {
    let (name, value) = (attribute.name(), attribute.value());
    let context = || format!("{}={value:?} on {}", name.name(), tag.name());
    match name {
        Name::Href => {
            assert_eq!(tag, Tag::A, "{}", context());
            address::is_safe(&SafeUrl::link(value, None).expect("a link"));
        }
        Name::Src => {
            assert_eq!(tag, Tag::Img, "{}", context());
            picture(value);
        }
        Name::Srcset => {
            for candidate in value.split(", ") {
                let (url, width) = candidate.split_once(' ').expect("a URL and a width");
                picture(url);
                number(width.strip_suffix('w').expect("a width"), 1, limits::PIXELS);
            }
        }
        Name::Alt => text(value, limits::ALT_CHARS.max(limits::TEXT_CHARS)),
        Name::Label | Name::Title | Name::Abbr => text(value, limits::TEXT_CHARS),
        Name::Key => {
            assert_eq!(tag, Tag::Article, "{}", context());
            text(value, limits::URL_CHARS);
        }
        Name::Width | Name::Height => number(value, 1, limits::PIXELS),
        Name::ColSpan => number(value, 2, limits::TABLE_COLUMNS as u32),
        Name::RowSpan => number(value, 2, limits::ROW_SPAN),
        Name::Value if tag == Tag::Button => {
            let players = [
                "https://www.youtube-nocookie.com/embed/",
                "https://player.vimeo.com/video/",
            ];
            let id = players.iter().find_map(|player| value.strip_prefix(player));
            let Some(id) = id else {
                return picture(value); // a recording may be requested where a picture may
            };
            let id = id.trim_end_matches("?dnt=1");
            let written = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            assert!(id.chars().all(written), "{}", context());
        }
        Name::Start | Name::Value => number(value, 0, 999_999),
        Name::FocusX | Name::FocusY => number(value, 0, 4),
        Name::Lang | Name::HrefLang => {
            let language = Language::parse(value).expect("a language");
            assert_eq!(language.as_str(), value, "{}", context());
        }
        Name::Dir => assert!(["ltr", "rtl", "auto"].contains(&value), "{}", context()),
        Name::Datetime => {
            let written = |c: char| c.is_ascii_digit() || "TtZz:+. PpWwDdHhMmSsYy/-".contains(c);
            assert!(
                !value.is_empty() && value.chars().all(written),
                "{}",
                context()
            );
        }
        Name::Id | Name::Controls | Name::LabelledBy => {
            let numbers = value.strip_prefix("ac-").expect("an id of the card's own");
            let written = |c: char| c.is_ascii_digit() || c == '-';
            assert!(numbers.chars().all(written), "{}", context());
        }
        Name::Sizes => assert!(value.ends_with("45em"), "{}", context()),
        Name::Open | Name::Reversed => assert_eq!(value, "", "{}", context()),
        Name::Type if tag == Tag::Ol => {
            assert!(["1", "a", "A", "i", "I"].contains(&value), "{}", context());
        }
        // Words of this crate's own source.
        _ => {
            let written =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || " -".contains(c);
            assert!(
                !value.is_empty() && value.chars().all(written),
                "{}",
                context()
            );
        }
    }
}

fn picture(url: &str) {
    let url = SafeUrl::web(url, None).expect("a picture");
    address::is_requestable(&url);
    assert!(!address::is_own(&url), "{url:?}");
}

fn number(value: &str, least: u32, most: u32) {
    let number: u32 = value.parse().expect("a number");
    assert_eq!(number.to_string(), value);
    assert!(
        (least..=most).contains(&number),
        "{number} in {least}..={most}"
    );
}

/// Clean text of at most `most` characters: nothing in it changes how its surroundings read.
fn text(value: &str, most: usize) {
    assert!(
        value.chars().count() <= most,
        "{} bytes of text",
        value.len()
    );
    let spoofs =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!value.contains(spoofs), "{value:?}");
}
