//! Dates: what is read, what is refused, what is written; published and updated as they are drawn.

mod support;

use article_card::article::Date;
use support::{Value, article_and_warnings, drawn, json, length};

#[test]
fn dates_are_read_as_far_as_they_go_and_written_as_rfc_3339() {
    let cases = [
        ("2026-01-31", "2026-01-31"),
        (" 2026-01-31\n", "2026-01-31"),
        ("2026-01-31T09:30:00+02:00", "2026-01-31T09:30:00+02:00"),
        ("2026-01-31T09:30:00-0500", "2026-01-31T09:30:00-05:00"),
        ("2026-01-31T09:30:00Z", "2026-01-31T09:30:00Z"),
        ("2026-01-31t09:30:00z", "2026-01-31T09:30:00Z"),
        ("2026-01-31T09:30:00+00:00", "2026-01-31T09:30:00Z"),
        ("2026-01-31T09:30:00-00:00", "2026-01-31T09:30:00Z"),
        ("2026-01-31 09:30:00+05:45", "2026-01-31T09:30:00+05:45"),
        ("2026-01-31T09:30:00.123456789Z", "2026-01-31T09:30:00Z"),
        ("2026-01-31T09:30:00,5Z", "2026-01-31T09:30:00Z"),
        ("2026-01-31T09:30Z", "2026-01-31T09:30:00Z"),
        ("2026-01-31T09:30:00", "2026-01-31T09:30:00"),
        ("2026-01-31 09:30", "2026-01-31T09:30:00"),
        ("2026-12-31T23:59:60Z", "2026-12-31T23:59:59Z"),
        ("2026-01-31T00:00:00-23:59", "2026-01-31T00:00:00-23:59"),
        ("1000-01-01", "1000-01-01"),
        ("9999-12-31", "9999-12-31"),
    ];
    for (text, written) in cases {
        let date = Date::parse(text).expect("a date");
        assert_eq!(date.machine(), written, "{text:?}");
        assert_eq!(
            Date::parse(written),
            Some(date),
            "{written} is the same date"
        );
    }
}

#[test]
fn days_that_exist_are_read_and_others_refused() {
    #[rustfmt::skip]
    let table = [
        "2024-02-29", "2000-02-29", "2026-02-28", "2026-04-30", "2026-12-31", "2026-01-01",
    ];
    for day in table {
        assert!(Date::parse(day).is_some(), "{day}");
    }
    #[rustfmt::skip]
    let none = [
        "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-06-31", "2026-09-31", "2026-11-31",
        "2026-01-32", "2026-01-00", "2026-00-10", "2026-13-01",
    ];
    for day in none {
        assert_eq!(Date::parse(day), None, "{day}");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    #[rustfmt::skip]
    let texts = [
        "", " ", "2026", "2026-01", "2026-1-31", "20260131", "31.01.2026", "01/31/2026", "January 31, 2026",
        "yesterday", "0999-01-01", "0000-00-00", "-2026-01-31", "+002026-01-31", "2026-01-31T", "2026-01-31T09",
        "2026-01-31T0930Z", "2026-01-31T24:00:00Z", "2026-01-31T09:60:00Z", "2026-01-31T9:30:00Z",
        "2026-01-31T09:30:00+25:00", "2026-01-31T09:30:00+2", "2026-01-31T09:30:00 CET", "2026-01-31T09:30:00Zulu",
        "2026-01-31X09:30:00", "2026-01-31T09:30:00+24:00", "２０２６-01-31", "2026‑01‑31", "1769844600",
        "Sat, 31 Jan 2026 09:30:00 GMT", "null",
    ];
    for text in texts {
        assert_eq!(Date::parse(text), None, "{text:?}");
    }
}

#[test]
fn times_that_do_not_exist_are_refused() {
    #[rustfmt::skip]
    let impossible = [
        "2026-01-31T09:30:61Z", "2026-01-31T09:30:99Z", "2026-01-31T09:30:00+02:60", "2026-01-31T09:30:00+0299",
    ];
    let read: Vec<_> = impossible
        .into_iter()
        .filter_map(Date::parse)
        .map(|date| date.machine())
        .collect();
    assert_eq!(read, [""; 0]);
}

#[test]
fn seconds_since_1970_count_leap_years_and_offsets() {
    let cases = [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01", 0),
        ("1969-12-31T23:59:59Z", -1),
        ("2000-02-29T12:00:00Z", 951_825_600),
        ("2026-01-31T09:30:00+02:00", 1_769_844_600),
        ("2026-01-31T07:30:00Z", 1_769_844_600),
        ("2026-01-31T07:30:00", 1_769_844_600),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ];
    for (text, seconds) in cases {
        assert_eq!(
            Date::parse(text).map(|date| date.seconds()),
            Some(seconds),
            "{text}"
        );
    }
}

#[test]
fn a_date_without_an_offset_is_no_instant() {
    let is_instant = |text| Date::parse(text).expect("a date").is_instant();
    assert!(is_instant("2026-01-31T09:30Z"));
    assert!(!is_instant("2026-01-31T09:30") && !is_instant("2026-01-31"));
}

#[test]
fn a_date_that_cannot_be_read_is_left_out_with_a_warning() {
    let fields = ["datePublished", "dateModified"];
    for field in fields {
        let (article, warnings) = article_and_warnings(json!({"headline": "x", field: "soon"}));
        assert_eq!(article[field], Value::Null);
        assert_eq!(
            warnings,
            [format!(
                "{field}: left out: expected a date like 2026-01-31T09:30:00+02:00"
            )]
        );
    }
    let (article, warnings) = article_and_warnings(json!({
        "headline": "x", "corrections": [{"date": "soon", "text": "It is blue."}],
        "related": [{"url": "https://a.example/", "headline": "y", "datePublished": "soon"}],
    }));
    assert_eq!(
        (
            length(&article["corrections"]),
            length(&article["related"]),
            warnings.len()
        ),
        (1, 1, 2),
        "{warnings:?}"
    );
}

/// The `datetime`, `title` and text of every `<time>`.
fn times(fields: Value) -> Vec<[String; 3]> {
    let of = |time: &support::html::Tree| {
        let get = |name| time.get(name).unwrap_or_default().to_owned();
        [get("datetime"), get("title"), time.text()]
    };
    drawn(fields).elements("time").into_iter().map(of).collect()
}

#[test]
fn a_date_is_drawn_for_readers_with_the_whole_of_it_for_machines() {
    #[rustfmt::skip]
    let cases = [
        ("2026-01-31", "January 31, 2026", "Saturday, January 31, 2026"),
        ("2026-01-31T09:30", "January 31, 2026", "Saturday, January 31, 2026 at 9:30 AM"),
        ("2026-01-31T09:30:00+02:00", "January 31, 2026", "Saturday, January 31, 2026 at 9:30:00 AM GMT+2"),
        ("2026-03-01T00:15:00Z", "March 1, 2026", "Sunday, March 1, 2026 at 12:15:00 AM UTC"),
    ];
    for (text, short, long) in cases {
        let machine = Date::parse(text).expect("a date").machine();
        let expected = [machine, long.to_owned(), short.to_owned()];
        assert_eq!(
            times(json!({"headline": "x", "datePublished": text})),
            [expected],
            "{text}"
        );
    }
    assert_eq!(
        times(json!({"headline": "x", "datePublished": "1970-00-00"})).len(),
        0,
        "never a made-up date"
    );
}

#[test]
fn an_update_is_shown_when_it_is_one() {
    let published = "2026-01-31T09:30:00+02:00";
    let cases = [
        ("2026-01-31T09:31:00+02:00", true),
        ("2026-02-01T00:00:00+02:00", true),
        ("2026-01-31T07:31:00Z", true),
        ("2026-01-31T09:30:59+02:00", false),
        ("2026-01-31T09:30:00+02:00", false),
        ("2026-01-31T07:30:00Z", false),
        ("2026-01-30T09:30:00+02:00", false),
        ("2026-02-01", false),
        ("2026-02-01T09:30:00", true),
        ("2026-01-31T23:00:00", false),
    ];
    for (modified, shown) in cases {
        let card =
            drawn(json!({"headline": "x", "datePublished": published, "dateModified": modified}));
        assert_eq!(card.has("updated"), shown, "{modified}");
        assert!(card.has("published"));
    }
    let alone = drawn(json!({"headline": "x", "dateModified": "2026-01-31"}));
    assert_eq!(alone.part("updated").text(), "Updated January 31, 2026");
    assert!(!alone.has("published"));
    let days = drawn(
        json!({"headline": "x", "datePublished": "2026-01-31", "dateModified": "2026-02-01"}),
    );
    assert!(days.has("updated"));
}

#[test]
fn an_update_on_the_day_of_publication_says_when_and_not_which_day_again() {
    let updated = |published: &str, modified: &str| {
        let story = json!({"headline": "x", "datePublished": published, "dateModified": modified});
        drawn(story).part("updated").text()
    };
    assert_eq!(
        updated("2026-11-20T08:30:00+02:00", "2026-11-20T17:40:00+02:00"),
        "Updated 5:40 PM"
    );
    assert_eq!(
        updated("2026-11-20T08:30:00+02:00", "2026-11-21T07:05:00+02:00"),
        "Updated November 21, 2026"
    );
}
