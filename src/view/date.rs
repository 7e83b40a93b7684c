//! The text of dates. The browser writes them with `Intl` (see `element`), natively ICU4X does (`date_words`).

use crate::article::Date;

/// Writes a date for readers of a language (a BCP 47 tag), in an IANA time zone if one is given.
pub type DateFormat =
    fn(date: &Date, style: DateStyle, language: &str, time_zone: Option<&str>) -> DateText;

/// What readers need of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// The day: "November 20, 2026".
    Day,
    /// The time, because the day stands beside it: "5:40 PM".
    Clock,
    /// Both, in short: "Nov 20, 2026, 5:40 PM"; the day alone where there is no time.
    Moment,
}

/// A date in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateText {
    /// As much as the style asks for.
    pub short: String,
    /// Day, time and zone, as far as they are known; empty where that is written later.
    pub long: String,
}

/// The date as machines write it: what there is where nothing knows languages.
#[cfg(target_arch = "wasm32")]
pub(super) fn plain(date: &Date, _: DateStyle, _: &str, _: Option<&str>) -> DateText {
    let text = date.machine();
    DateText {
        short: text.clone(),
        long: text,
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) use super::date_words::plain;
