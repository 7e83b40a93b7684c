//! Dates and plurals in the words of the reader's browser: every language, no tables of ours.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::article::Date;
use crate::detail::{Detail, Value};
use crate::view::{DateStyle, DateText};

#[wasm_bindgen]
extern "C" {
    type Moment;

    #[wasm_bindgen(constructor, js_class = "Date")]
    fn new(milliseconds: f64) -> Moment;

    #[cfg(feature = "formats")]
    #[wasm_bindgen(static_method_of = Moment, js_class = "Date")]
    fn now() -> f64;

    /// Throws for language tags and time zones the browser does not know.
    #[wasm_bindgen(catch, method, js_name = toLocaleString)]
    fn words(this: &Moment, language: &str, options: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(language: &str) -> PluralRules;

    #[wasm_bindgen(method, js_namespace = Intl)]
    fn select(this: &PluralRules, count: u32) -> String;
}

/// Seconds since 1970.
#[cfg(feature = "formats")]
pub(super) fn now() -> i64 {
    (Moment::now() / 1000.0) as i64
}

/// Writes `date` in `language`: an instant in the reader's own zone or `time_zone`, anything else as written.
pub(super) fn date(
    date: &Date,
    style: DateStyle,
    language: &str,
    time_zone: Option<&str>,
) -> DateText {
    #[allow(clippy::cast_precision_loss)] // seconds of four-digit years fit 53 bits
    let moment = Moment::new(date.seconds() as f64 * 1000.0);
    // A wall clock without a zone was read as UTC, and is shown as UTC: as written.
    let zone = if date.is_instant() {
        time_zone
    } else {
        Some("UTC")
    };
    let write = |date_style: Option<&str>, time_style: Option<&str>| {
        let try_with = |language, zone: Option<&str>| {
            // Options of Intl.DateTimeFormat (ECMA-402).
            let options = [
                ("dateStyle", date_style),
                ("timeStyle", time_style),
                ("timeZone", zone),
            ];
            let options =
                options.map(|(name, value)| (name, value.map_or(Value::None, Value::from)));
            moment.words(language, &Detail::from(options).into()).ok()
        };
        // An unknown zone or language is no reason to show no date.
        try_with(language, zone)
            .or_else(|| try_with(language, None))
            .or_else(|| try_with("en", zone))
            .or_else(|| try_with("en", None))
            .unwrap_or_else(|| date.machine())
    };
    let clock = match (date.time.is_some(), date.is_instant()) {
        (false, _) => None,
        (true, false) => Some("short"),
        (true, true) => Some("long"),
    };
    DateText {
        short: match style {
            DateStyle::Day => write(Some("long"), None),
            DateStyle::Clock => write(None, Some("short")),
            DateStyle::Moment => write(Some("medium"), clock.and(Some("short"))),
        },
        long: write(Some("full"), clock),
    }
}

/// The plural category of `count` in one of our languages: their names are good tags, so nothing is thrown.
pub(super) fn plural(count: u32, language: &str) -> String {
    PluralRules::new(language).select(count)
}
