//! Attributes that are kept: a few for each element, each value read, checked and written anew.

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

/// Keeps attributes of the innermost element, which is a `tag`.
pub(super) fn keep(build: &mut Build, tag: Tag, given: &Attributes<'_>) {
    if let Some(language) = value(given, "lang").and_then(|tag| Language::parse(&tag)) {
        build.set(Attribute::lang(&language));
    }
    let direction = given.get("dir").unwrap_or_default();
    for word in ["ltr", "rtl", "auto"] {
        if direction.eq_ignore_ascii_case(word) {
            build.set(Attribute::fixed(Name::Dir, word));
        }
    }
    let mut count = |name: Name, least, most| {
        if let Some(number) = number(given, name.name()).filter(|number| *number >= least) {
            build.set(Attribute::number(name, number.min(most)));
        }
    };
    match tag {
        Tag::Ol => count(Name::Start, 0, 999_999),
        Tag::Li => count(Name::Value, 0, 999_999),
        Tag::Td | Tag::Th => {
            count(Name::ColSpan, 2, limits::TABLE_COLUMNS as u32);
            count(Name::RowSpan, 2, limits::ROW_SPAN);
        }
        _ => {}
    }
}

/// The whole number that a value starts with.
pub(super) fn number(given: &Attributes<'_>, name: &str) -> Option<u32> {
    let value = given.get(name)?.trim_ascii_start();
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
