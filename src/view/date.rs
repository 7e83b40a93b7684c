//! The text of dates. The browser writes them with `Intl` (see `element`), everything else as below.

use crate::article::Date;

/// Writes a date for readers of a language (a BCP 47 tag), in an IANA time zone if one is given.
pub type DateFormat =
    fn(date: &Date, style: DateStyle, language: &str, time_zone: Option<&str>) -> DateText;

/// What readers need of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// The day: "20 November 2026".
    Day,
    /// The time, because the day stands beside it: "17:40".
    Clock,
    /// Both: "20 Nov 2026, 17:40".
    Moment,
}

/// A date in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateText {
    /// As much as the style asks for.
    pub short: String,
    /// Day, time and zone, as far as they are known.
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

/// The date in English words, in the zone it was written in.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn plain(date: &Date, style: DateStyle, _: &str, _: Option<&str>) -> DateText {
    use jiff::civil;
    use jiff::tz::{Offset, TimeZone};

    let time = date.time.unwrap_or(crate::article::Time {
        hour: 0,
        minute: 0,
        second: 0,
        offset: None,
    });
    let signed = |part: u8| i8::try_from(part).unwrap_or(0);
    let civil = civil::DateTime::new(
        i16::try_from(date.year).unwrap_or(1970),
        signed(date.month),
        signed(date.day),
        signed(time.hour),
        signed(time.minute),
        signed(time.second),
        0,
    );
    let Ok(civil) = civil else {
        return DateText::default();
    };
    let day = civil.strftime("%-d %B %Y").to_string();
    let short = match style {
        DateStyle::Day => day.clone(),
        DateStyle::Clock => civil.strftime("%H:%M").to_string(),
        DateStyle::Moment if date.time.is_none() => day.clone(),
        DateStyle::Moment => civil.strftime("%-d %b %Y, %H:%M").to_string(),
    };
    let long = match (date.time, time.offset) {
        (None, _) => day,
        (Some(_), None) => civil.strftime("%-d %B %Y, %H:%M").to_string(),
        (Some(_), Some(offset)) => Offset::from_seconds(i32::from(offset) * 60)
            .ok()
            .and_then(|offset| civil.to_zoned(TimeZone::fixed(offset)).ok())
            .map(|zoned| zoned.strftime("%-d %B %Y, %H:%M UTC%:z").to_string())
            .unwrap_or_default(),
    };
    DateText { short, long }
}
