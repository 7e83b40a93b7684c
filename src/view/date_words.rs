//! Dates natively: in the words and the calendar of a language by the data of Unicode (ICU4X), in a time zone by that of
//! IANA, as `Intl` writes them in the browser (docs/decisions/0008-dates-natively.md).

use icu_datetime::fieldsets::{T, YMD, YMDE, zone::SpecificShort};
use icu_datetime::input::{Date as Day, DateTime, Time, TimeZone, UtcOffset, ZonedDateTime};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu_locale_core::{Locale, locale, subtags::Language};
use jiff::{Timestamp, Zoned, tz};

use super::date::{DateStyle, DateText};
use crate::article::Date;

/// Writes `date` in `language`, in English if there are no words of that: an instant in `time_zone`, anything else as
/// written.
pub(super) fn plain(
    date: &Date,
    style: DateStyle,
    language: &str,
    time_zone: Option<&str>,
) -> DateText {
    let here = clock(date, time_zone);
    let text = here.and_then(|here| words(date, &here, style, language));
    let text = text.unwrap_or_else(|| (date.machine(), date.machine()));
    // Unicode's narrow no-break spaces, which browsers write as ordinary ones.
    let spaced = |text: String| text.replace('\u{202f}', " ");
    DateText {
        short: spaced(text.0),
        long: spaced(text.1),
    }
}

/// What calendar and clock show. A server's own zone says nothing of readers: without one that is known, those of the
/// publisher. A wall clock without a zone was read as UTC, and is shown as UTC.
fn clock(date: &Date, zone: Option<&str>) -> Option<Zoned> {
    let time = Timestamp::from_second(date.seconds()).ok()?;
    let zone = zone.filter(|_| date.is_instant());
    let offset = date.time.and_then(|time| time.offset).unwrap_or(0);
    let asked = zone.and_then(|zone| tz::TimeZone::get(zone).ok());
    let zone = match asked {
        Some(zone) => zone,
        None => tz::Offset::from_seconds(i32::from(offset) * 60)
            .ok()?
            .to_time_zone(),
    };
    Some(time.to_zoned(zone))
}

/// As much as the style asks for, and all of it.
fn words(date: &Date, here: &Zoned, style: DateStyle, language: &str) -> Option<(String, String)> {
    let part = |part: i8| u8::try_from(part).ok();
    let (month, day) = (part(here.month())?, part(here.day())?);
    let day = Day::try_new_iso(here.year().into(), month, day).ok()?;
    let (hour, minute, second) = (here.hour(), here.minute(), here.second());
    let time = Time::try_new(part(hour)?, part(minute)?, part(second)?, 0).ok()?;
    let moment = DateTime { date: day, time };

    let day_in = |locale: &Locale, length| {
        let days = DateTimeFormatter::try_new(locale.into(), length).ok()?;
        Some(days.format(&day).to_string())
    };
    // What is written in a language that nobody knows looks as in no language.
    let known = |locale: &Locale| {
        let mut none = locale.clone();
        none.id.language = Language::UNKNOWN;
        day_in(locale, YMD::long()) != day_in(&none, YMD::long())
    };
    let locale = Locale::try_from_str(language).ok().filter(known);
    let locale = locale.unwrap_or(locale!("en"));

    let short = match style {
        DateStyle::Day => day_in(&locale, YMD::long())?,
        DateStyle::Clock => {
            let clock = NoCalendarFormatter::try_new((&locale).into(), T::hm()).ok()?;
            clock.format(&time).to_string()
        }
        DateStyle::Moment if date.time.is_none() => day_in(&locale, YMD::medium())?,
        DateStyle::Moment => {
            let both = YMD::medium().with_time_hm();
            let both = DateTimeFormatter::try_new((&locale).into(), both).ok()?;
            both.format(&moment).to_string()
        }
    };
    let (preferences, full) = ((&locale).into(), YMDE::long());
    let long = if date.is_instant() {
        let name = here.time_zone().iana_name();
        let zone = name.map_or(TimeZone::UNKNOWN, TimeZone::from_iana_id);
        let offset = UtcOffset::try_from_seconds(here.offset().seconds()).ok()?;
        let zone = zone.with_offset(Some(offset)).at_date_time(moment);
        let full = full.with_time_hms().with_zone(SpecificShort);
        let full = DateTimeFormatter::try_new(preferences, full).ok()?;
        let date = day;
        full.format(&ZonedDateTime { date, time, zone }).to_string()
    } else if date.time.is_some() {
        let full = DateTimeFormatter::try_new(preferences, full.with_time_hm()).ok()?;
        full.format(&moment).to_string()
    } else {
        let full = DateTimeFormatter::try_new(preferences, full).ok()?;
        full.format(&day).to_string()
    };
    Some((short, long))
}
