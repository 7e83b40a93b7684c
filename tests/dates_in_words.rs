//! Dates for readers, as they are written natively: in the words, the calendar and the digits of a language, in a time zone.
//! What is expected here is what `Intl` writes in browsers.

mod support;

use article_card::Settings;
use article_card::article::{Date, Language};
use article_card::lang::SOURCES;
use article_card::view::{DateStyle, DateText};
use support::{drawn, drawn_with, json};

fn written(text: &str, style: DateStyle, language: &str, zone: Option<&str>) -> DateText {
    let date = Date::parse(text).expect("a date");
    (Settings::default().dates)(&date, style, language, zone)
}

fn day(text: &str, language: &str) -> String {
    written(text, DateStyle::Day, language, None).short
}

fn clock(text: &str, language: &str, zone: Option<&str>) -> String {
    written(text, DateStyle::Clock, language, zone).short
}

fn long(text: &str, language: &str, zone: Option<&str>) -> String {
    written(text, DateStyle::Day, language, zone).long
}

#[test]
fn a_day_has_the_words_the_order_the_calendar_and_the_digits_of_the_language() {
    #[rustfmt::skip]
    let cases = [
        ("en", "November 20, 2026"), ("en-GB", "20 November 2026"), ("uk", "20 листопада 2026 р."), ("ru", "20 ноября 2026 г."),
        ("de", "20. November 2026"), ("fr", "20 novembre 2026"), ("es", "20 de noviembre de 2026"), ("pl", "20 listopada 2026"),
        ("cs", "20. listopadu 2026"), ("fi", "20. marraskuuta 2026"), ("nb", "20. november 2026"), ("no", "20. november 2026"), ("hu", "2026. november 20."), ("el", "20 Νοεμβρίου 2026"),
        ("tr", "20 Kasım 2026"), ("he", "20 בנובמבר 2026"), ("ar", "20 نوفمبر 2026"), ("ar-EG", "٢٠ نوفمبر ٢٠٢٦"),
        ("fa", "۲۹ آبان ۱۴۰۵"), ("th", "20 พฤศจิกายน 2569"), ("bn", "২০ নভেম্বর, ২০২৬"), ("ja", "2026年11月20日"),
        ("zh-Hans", "2026年11月20日"), ("zh-Hant", "2026年11月20日"), ("ko", "2026년 11월 20일"), ("id", "20 November 2026"),
        // Languages in which the interface has no words.
        ("ca", "20 de novembre del 2026"), ("sw", "20 Novemba 2026"), ("sr", "20. новембар 2026."), ("sr-Latn", "20. novembar 2026."),
        // The language may ask for a calendar.
        ("fa-u-ca-gregory", "۲۰ نوامبر ۲۰۲۶"), ("en-u-ca-buddhist", "November 20, 2569 BE"),
    ];
    for (language, expected) in cases {
        assert_eq!(day("2026-11-20", language), expected, "{language}");
    }
    // Browsers are not of one mind, as the data of Unicode changed: with a comma or without.
    assert_eq!(day("2026-11-20", "hi").replace(',', ""), "20 नवंबर 2026");
    assert_eq!(day("2026-11-20", "vi").replace(',', ""), "20 tháng 11 2026");
}

#[test]
fn every_language_of_the_interface_has_dates_of_its_own() {
    for (language, _) in SOURCES {
        let written = day("2026-02-03", language);
        assert_ne!(written, "February 3, 2026", "{language}");
        assert!(!written.contains("M02"), "{language}: {written}");
    }
}

#[test]
fn a_language_that_nobody_knows_is_english() {
    let english = "Friday, November 20, 2026 at 8:30:05 AM GMT+2";
    for language in ["en", "xx", "qaa", "xx-TH", "und", "i-klingon", ""] {
        let found = long("2026-11-20T08:30:05+02:00", language, None);
        assert_eq!(found, english, "{language:?}");
    }
}

#[test]
fn a_clock_shows_the_hours_as_the_language_counts_them() {
    #[rustfmt::skip]
    let cases = [
        ("en", "5:40 PM"), ("en-GB", "17:40"), ("de", "17:40"), ("fi", "17.40"), ("ja", "17:40"), ("zh-Hant", "下午5:40"),
        ("hi", "5:40 pm"), ("fa", "۱۷:۴۰"), ("ar-EG", "٥:٤٠ م"), ("el", "5:40 μ.μ."), ("cs", "17:40"), ("xx", "5:40 PM"),
    ];
    for (language, expected) in cases {
        let found = clock("2026-11-20T17:40:00+02:00", language, None);
        assert_eq!(found, expected, "{language}");
    }
}

#[test]
fn a_moment_is_a_short_day_and_a_clock() {
    #[rustfmt::skip]
    let cases = [
        ("2026-11-20T17:40:00+02:00", "en", "Nov 20, 2026, 5:40 PM"), ("2026-11-20T17:40", "en-GB", "20 Nov 2026, 17:40"),
        ("2026-11-20T17:40:00+02:00", "de", "20.11.2026, 17:40"), ("2026-11-20T17:40:00+02:00", "fr", "20 nov. 2026, 17:40"),
        ("2026-11-20T17:40:00+02:00", "uk", "20 лист. 2026 р., 17:40"), ("2026-11-20T17:40:00+02:00", "ja", "2026/11/20 17:40"),
        ("2026-11-20", "en", "Nov 20, 2026"), ("2026-11-20", "de", "20.11.2026"),
    ];
    for (text, language, expected) in cases {
        let found = written(text, DateStyle::Moment, language, None).short;
        assert_eq!(found, expected, "{text} {language}");
    }
}

#[test]
fn the_long_form_says_all_that_is_known_and_no_more() {
    #[rustfmt::skip]
    let cases = [
        ("2026-11-20", "de", "Freitag, 20. November 2026"),
        ("2026-11-20T08:30", "de", "Freitag, 20. November 2026 um 08:30"),
        ("2026-11-20T08:30:05+02:00", "de", "Freitag, 20. November 2026 um 08:30:05 GMT+2"),
        ("2026-11-20T08:30:05Z", "de", "Freitag, 20. November 2026 um 08:30:05 UTC"),
        ("2026-11-20T08:30:05-03:30", "uk", "пʼятниця, 20 листопада 2026 р. о 08:30:05 GMT-3:30"),
        ("2026-11-20T08:30:05+09:00", "ja", "2026年11月20日金曜日 8:30:05 GMT+9"),
        ("2026-11-20T08:30:05+05:45", "fr", "vendredi 20 novembre 2026 à 08:30:05 UTC+5:45"),
        ("2026-11-20", "zh-Hans", "2026年11月20日星期五"),
        ("2026-11-20T08:30", "vi", "lúc 08:30 Thứ Sáu, 20 tháng 11 2026"),
    ];
    for (text, language, expected) in cases {
        let found = long(text, language, None);
        assert_eq!(found, expected, "{text} {language}");
    }
}

#[test]
fn an_instant_is_shown_in_the_zone_that_is_asked_for() {
    let kyiv = Some("Europe/Kyiv");
    let late = "2026-11-20T23:30:00Z";
    let in_kyiv = written(late, DateStyle::Day, "uk", kyiv);
    assert_eq!(in_kyiv.short, "21 листопада 2026 р.");
    assert_eq!(
        in_kyiv.long,
        "субота, 21 листопада 2026 р. о 01:30:00 GMT+2"
    );
    assert_eq!(clock(late, "de", Some("America/New_York")), "18:30");
    assert_eq!(clock(late, "de", Some("Asia/Kathmandu")), "05:15");
    assert_eq!(clock(late, "de", Some("europe/kyiv")), "01:30");
    let summer = "2026-07-20T12:00:00Z";
    assert_eq!(clock(summer, "de", Some("Europe/Berlin")), "14:00");
    let summer = long(summer, "de", Some("Europe/Berlin"));
    assert!(summer.ends_with("14:00:00 MESZ"), "{summer}");
    let winter = long(late, "en", Some("America/New_York"));
    assert_eq!(winter, "Friday, November 20, 2026 at 6:30:00 PM EST");
    assert_eq!(
        long(late, "en", Some("UTC")),
        "Friday, November 20, 2026 at 11:30:00 PM UTC"
    );
}

#[test]
fn what_is_no_instant_or_in_no_known_zone_is_shown_as_written() {
    let tokyo = Some("Asia/Tokyo");
    assert_eq!(long("2026-11-20", "en", tokyo), "Friday, November 20, 2026");
    assert_eq!(clock("2026-11-20T23:30", "de", tokyo), "23:30");
    let instant = "2026-11-20T23:30:00-05:00";
    for zone in [None, Some("Mars/Olympus"), Some(""), Some("../etc/passwd")] {
        assert_eq!(clock(instant, "de", zone), "23:30", "{zone:?}");
        let long = long(instant, "de", zone);
        assert!(long.ends_with("23:30:00 GMT-5"), "{zone:?}: {long}");
    }
}

#[test]
fn the_first_and_the_last_dates_there_are_have_words() {
    assert_eq!(day("1000-01-01", "en"), "January 1, 1000");
    for text in ["9999-12-31", "9999-12-31T23:59:59-23:59"] {
        for zone in [None, Some("Pacific/Kiritimati")] {
            let DateText { short, long } = written(text, DateStyle::Day, "th", zone);
            assert!(!short.is_empty() && !long.is_empty(), "{text}");
        }
    }
}

#[test]
fn a_card_writes_its_dates_in_its_own_language_else_in_that_of_the_page() {
    let times = |fields, page: &str| {
        let settings = Settings {
            language: Language::parse(page),
            time_zone: Some("Europe/Kyiv".into()),
            ..Settings::default()
        };
        let card = drawn_with(fields, &settings);
        ["published", "updated"].map(|part| card.part(part).text())
    };
    let fields = json!({"headline": "x", "datePublished": "2026-11-20T08:30:00Z", "dateModified": "2026-11-20T15:40:00Z"});
    let mut own = fields.clone();
    own["language"] = "uk".into();
    let ukrainian = ["20 листопада 2026 р.", "Оновлено 17:40"];
    assert_eq!(times(own, "de"), ukrainian);
    assert_eq!(
        times(fields.clone(), "de"),
        ["20. November 2026", "Aktualisiert 17:40"]
    );
    assert_eq!(drawn(fields).part("published").text(), "November 20, 2026");
}
