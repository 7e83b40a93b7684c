//! Links to other pages with what those pages say of themselves: Ghost's bookmark cards, posts that `WordPress` embeds in
//! posts. They become teasers.

use super::Scope;
use super::attributes::{has_class, image, value};
use super::entity;
use super::policy;
use super::token::{Attributes, Token, Tokens};
use crate::article::{BlockType, Field, Record, Value, text};
use crate::limits;
use crate::sanitize::SafeUrl;

/// What a bookmark is made of. With anything else inside it is none, and read as what it is.
const OWN: &str = "a div span img p";

/// The texts of a bookmark, by the class of what they stand in.
const TEXTS: &[(&str, Field, usize)] = &[
    ("kg-bookmark-title", Field::Headline, limits::HEADLINE_CHARS),
    (
        "kg-bookmark-description",
        Field::Excerpt,
        limits::EXCERPT_CHARS,
    ),
    ("kg-bookmark-publisher", Field::Section, limits::NAME_CHARS),
];

/// The bookmark whose element `outer` has just begun, if it is one, with the tokens after it.
pub(super) fn read<'a>(
    outer: u8,
    given: &Attributes<'_>,
    tokens: &Tokens<'a>,
    scope: &Scope<'_>,
) -> Option<(Record, Tokens<'a>)> {
    let post = has_class(given, "wp-embedded-content");
    if !post && !has_class(given, "kg-bookmark-card") {
        return None;
    }
    let mut tokens = tokens.clone();
    let mut teaser = Record::default();
    let mut set = |field, value| {
        if teaser.get(field).is_none() {
            teaser.set(field, value);
        }
    };
    let mut place = None;
    let mut written = String::new();
    loop {
        let token = tokens.next()?;
        if let Token::Text(raw) = token {
            written.push_str(&entity::decode(raw, false));
            continue;
        }
        // Each tag ends a text: those of a bookmark stand one after the other.
        let line = text::line(&core::mem::take(&mut written));
        if let Some((field, most)) = place.take().filter(|_| !line.is_empty()) {
            let mut value = Value::Text(text::cut(line, most));
            if field == Field::Section {
                value = Value::Record(Record::with(Field::Name, value));
            }
            set(field, value);
        }
        match token {
            Token::Start(Some(number), given) if text::is_among(policy::name(number), OWN) => {
                for (class, field, most) in TEXTS {
                    if has_class(&given, class) {
                        place = Some((*field, *most));
                    }
                }
                if policy::name(number) == "img" {
                    let url =
                        image(&given, scope).filter(|_| !has_class(&given, "kg-bookmark-icon"));
                    if let Some(url) = url {
                        set(
                            Field::Image,
                            Value::Record(Record::with(Field::Url, Value::Url(url))),
                        );
                    }
                } else if let Some(href) = value(&given, "href") {
                    set(Field::Url, Value::Url(SafeUrl::web(&href, scope.base)?));
                    if post {
                        place = Some((Field::Headline, limits::HEADLINE_CHARS));
                    }
                }
            }
            Token::Start(Some(_), _) => return None,
            Token::End(Some(number)) if number == outer => break,
            _ => {}
        }
    }
    let whole = teaser.get(Field::Url).is_some() && teaser.get(Field::Headline).is_some();
    let mut block = Record::with(Field::Type, Value::Type(BlockType::Related));
    block.set(Field::Items, Value::List(vec![Value::Record(teaser)]));
    whole.then_some((block, tokens))
}
