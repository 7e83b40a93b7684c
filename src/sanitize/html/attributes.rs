//! Attributes that are kept: a few for each element, each value read, checked and written anew.

use super::policy::{self, Check};
use super::token::Attributes;
use super::{Scope, entity};
use crate::article::{Language, text};
use crate::limits;
use crate::node::{Attribute, Build, Name, Tag};
use crate::sanitize::SafeUrl;

/// The value of an attribute, its character references replaced.
pub(super) fn value(given: &Attributes<'_>, name: &str) -> Option<String> {
    given.get(name).map(|raw| entity::decode(raw, true))
}

/// Whether one of the element's classes is among `names`, which are set apart by spaces.
pub(super) fn has_class(given: &Attributes<'_>, names: &str) -> bool {
    let classes = given.get("class").unwrap_or_default();
    let mut classes = classes.split_ascii_whitespace();
    classes.any(|class| text::is_among(class, names))
}

/// Whether the element was not to be seen: text for machines, tracking pixels.
pub(super) fn hidden(given: &Attributes<'_>) -> bool {
    if given.get("hidden").is_some() {
        return true;
    }
    let mut style = value(given, "style").unwrap_or_default();
    style.retain(|c| !c.is_ascii_whitespace());
    style.make_ascii_lowercase();
    let mut declarations = text::split(&style, b';');
    declarations.any(|declared| {
        let hides = |what| {
            declared
                .strip_prefix(what)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('!'))
        };
        hides("display:none") || hides("visibility:hidden") || hides("opacity:0")
    })
}

/// Keeps attributes of the innermost element, which is a `tag`: those that the policy knows, in the order they came.
pub(super) fn keep(build: &mut Build, tag: Tag, given: &Attributes<'_>) {
    for (name, raw) in given.clone() {
        let Some((name, check)) = policy::attribute(tag, name) else {
            continue;
        };
        // Of two with the same name the first one counts.
        if build.attributes().iter().any(|own| own.name() == name) {
            continue;
        }
        let value = entity::decode(raw, true);
        if let Some(kept) = checked(name, check, &value) {
            build.set(kept);
        }
    }
}

fn checked(name: Name, check: Check, value: &str) -> Option<Attribute> {
    match check {
        Check::Language => {
            let language = Language::parse(value)?;
            Some(match name {
                Name::HrefLang => Attribute::hreflang(&language),
                _ => Attribute::lang(&language),
            })
        }
        Check::Text => {
            let text = text::cut(text::line(value), limits::TITLE_CHARS);
            (!text.is_empty()).then(|| match name {
                Name::Abbr => Attribute::abbr(text),
                _ => Attribute::title(text),
            })
        }
        Check::Time => Attribute::written_time(value),
        Check::Number(least, most) => {
            let number = whole(value).filter(|number| *number >= least)?;
            Some(Attribute::number(name, number.min(most)))
        }
        Check::OneOf(words) => {
            // Types of lists differ by letter case; nothing else does.
            let find = |value: &str| text::split(words, b' ').find(|word| *word == value);
            let word = find(value).or_else(|| find(&value.to_ascii_lowercase()))?;
            Some(Attribute::fixed(name, word))
        }
        Check::Flag => Some(Attribute::fixed(name, "")),
    }
}

/// The whole number that a value starts with.
pub(super) fn number(given: &Attributes<'_>, name: &str) -> Option<u32> {
    whole(given.get(name)?)
}

fn whole(value: &str) -> Option<u32> {
    let value = value.trim_ascii_start();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    crate::input::count(value.get(..digits.min(6))?)
}

/// The address of a picture; none when it may not be requested or is not meant to be seen.
pub(super) fn image(given: &Attributes<'_>, scope: &Scope<'_>) -> Option<SafeUrl> {
    // Pixels are for counting, not for looking at.
    let tiny = |name| number(given, name).is_some_and(|pixels| pixels <= 2);
    if tiny("width") || tiny("height") {
        return None;
    }
    // Pages that load pictures late have a placeholder at `src`.
    let mut url = None;
    for name in ["data-src", "data-lazy-src", "data-original", "src"] {
        if let (None, Some(raw)) = (&url, value(given, name)) {
            url = SafeUrl::image(&raw, scope.base, scope.images);
        }
    }
    url
}
