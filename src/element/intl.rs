//! Dates in the words of the reader's browser: every language, no tables of ours.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::article::Date;
use crate::view::DateText;

#[wasm_bindgen]
extern "C" {
    type Moment;

    #[wasm_bindgen(constructor, js_class = "Date")]
    fn new(milliseconds: f64) -> Moment;

    /// Throws for language tags and time zones the browser does not know.
    #[wasm_bindgen(catch, method, js_name = toLocaleString)]
    fn words(this: &Moment, language: &str, options: &JsValue) -> Result<String, JsValue>;
}

/// Options of `Intl.DateTimeFormat` (ECMA-402).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_field_names)] // the names are the standard's
struct Style<'a> {
    date_style: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_style: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_zone: Option<&'a str>,
}

/// Writes `date` in `language`: an instant in the reader's own zone or `time_zone`, anything else as written.
pub(super) fn date(date: &Date, language: &str, time_zone: Option<&str>) -> DateText {
    #[allow(clippy::cast_precision_loss)] // seconds of four-digit years fit 53 bits
    let moment = Moment::new(date.seconds() as f64 * 1000.0);
    // A wall clock without a zone was read as UTC, and is shown as UTC: as written.
    let zone = if date.is_instant() {
        time_zone
    } else {
        Some("UTC")
    };
    let write = |date_style, time_style| {
        let style = |zone| Style {
            date_style,
            time_style,
            time_zone: zone,
        };
        let try_with = |language, zone| {
            let options = serde_wasm_bindgen::to_value(&style(zone)).ok()?;
            moment.words(language, &options).ok()
        };
        // An unknown zone or language is no reason to show no date.
        try_with(language, zone)
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
        short: write("long", None),
        long: write("full", clock),
    }
}
