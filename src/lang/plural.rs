//! Plural categories (Unicode CLDR). The browser knows them by `Intl` (see `element`), everything else as below.

/// The plural category of a count in a language (a BCP 47 tag): `one`, `few`, `other` and so on.
pub type PluralFormat = fn(count: u32, language: &str) -> String;

/// What there is where nothing knows languages.
#[cfg(target_arch = "wasm32")]
pub(crate) fn plain(_: u32, _: &str) -> String {
    "other".into()
}

/// By the rules of Unicode.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn plain(count: u32, language: &str) -> String {
    use icu_locale_core::Locale;
    use icu_plurals::{PluralCategory, PluralRules};

    let locale = Locale::try_from_str(language).ok();
    let rules = locale.and_then(|locale| PluralRules::try_new_cardinal((&locale).into()).ok());
    let category = rules.map(|rules| rules.category_for(count));
    let name = match category {
        Some(PluralCategory::Zero) => "zero",
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Two) => "two",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        Some(PluralCategory::Other) | None => "other",
    };
    name.into()
}
