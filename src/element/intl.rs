//! Dates and plurals in the words of the reader's browser: every language, no tables of ours.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::article::Date;
use crate::dom;
use crate::view::{DateStyle, DateText};

#[wasm_bindgen]
extern "C" {
    #[cfg(feature = "formats")]
    #[wasm_bindgen(js_namespace = Date)]
    fn now() -> f64;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(language: &str) -> PluralRules;

    #[wasm_bindgen(method, js_namespace = Intl)]
    fn select(this: &PluralRules, count: u32) -> String;
}

/// Seconds since 1970.
#[cfg(feature = "formats")]
pub(super) fn seconds() -> i64 {
    (now() / 1000.0) as i64
}

/// Writes `date` in `language`: an instant in the reader's own zone or `time_zone`, anything else as written.
pub(super) fn date(
    date: &Date,
    style: DateStyle,
    language: &str,
    time_zone: Option<&str>,
) -> DateText {
    // A wall clock without a zone was read as UTC, and is shown as UTC: as written.
    let zone = if date.is_instant() {
        time_zone.unwrap_or_default()
    } else {
        "UTC"
    };
    // Styles of Intl.DateTimeFormat (ECMA-402).
    let write = |day: &str, clock: &str| {
        #[allow(clippy::cast_precision_loss)] // seconds of four-digit years fit 53 bits
        let seconds = date.seconds() as f64;
        dom::written(
            seconds,
            &[day, ",", clock, ",", language, ",", zone].concat(),
        )
    };
    DateText {
        short: match style {
            DateStyle::Day => write("long", ""),
            DateStyle::Clock => write("", "short"),
            DateStyle::Moment if date.time.is_none() => write("medium", ""),
            DateStyle::Moment => write("medium", "short"),
        },
        // Written when a reader points at it: see src/element/ago.js.
        long: String::new(),
    }
}

/// The plural category of `count` in one of our languages: their names are good tags, so nothing is thrown.
pub(super) fn plural(count: u32, language: &str) -> String {
    PluralRules::new(language).select(count)
}
