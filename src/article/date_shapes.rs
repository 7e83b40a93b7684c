//! Dates as they are written in the wild: what RFC 3339 has in another order, with other marks, with names.

use super::date::{Date, Time};
use super::text;

const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
/// Zones that people write by name, and their minutes east of UTC.
const ZONES: &[(&str, i16)] = &[
    ("z", 0),
    ("zz", 0),
    ("utc", 0),
    ("gmt", 0),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("bst", 60),
    ("est", -300),
    ("edt", -240),
    ("pst", -480),
    ("pdt", -420),
];

impl Date {
    /// Reads what [`Date::parse`] reads, RFC 2822, `Date`'s own text, compact ISO 8601, months by name, numbers of one
    /// digit, zones by name, and seconds since 1970. Never guesses which of two numbers is the month.
    pub fn parse_lenient(written: &str) -> Option<Self> {
        let written = text::trim(written);
        let date = match Self::parse(written) {
            Some(date) => date,
            None if written.bytes().all(|byte| byte.is_ascii_digit()) && written.len() > 8 => {
                Self::from_seconds(written)?
            }
            None => Pieces::read(written).date()?,
        };
        // Nothing that a card shows is older than the web: zeros and the beginning of Unix time mean no date.
        (date.year >= 1990).then_some(date)
    }

    /// Seconds since 1970, or milliseconds where that would be too far away.
    fn from_seconds(digits: &str) -> Option<Self> {
        let mut seconds = 0_u64;
        for byte in digits.bytes().take(13) {
            seconds = seconds * 10 + u64::from(byte - b'0');
        }
        if seconds > 100_000_000_000 {
            seconds /= 1_000;
        }
        // Below a hundred thousand years everything fits 32 bits.
        let (days, clock) = ((seconds / 86_400) as u32, (seconds % 86_400) as u32);
        // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
        let days = days + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let shifted = (5 * day + 2) / 153;
        let day = day - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        Self::of(
            year + era * 400 + u32::from(month <= 2),
            month,
            day,
            Some([clock / 3_600, clock / 60 % 60, clock % 60]),
            Some(0),
        )
    }

    /// A date that exists.
    fn of(
        year: u32,
        month: u32,
        day: u32,
        clock: Option<[u32; 3]>,
        offset: Option<i16>,
    ) -> Option<Self> {
        let two = |number: u32| {
            let text = crate::node::number(number + 100);
            text.get(1..).unwrap_or_default().to_owned()
        };
        let written = [&crate::node::number(year), "-", &two(month), "-", &two(day)].concat();
        let mut date = Self::parse(&written).filter(|_| month < 100 && day < 100)?;
        if let Some([hour, minute, second]) = clock {
            (hour < 24 && minute < 60 && second < 61).then_some(())?;
            date.time = Some(Time {
                hour: hour as u8,
                minute: minute as u8,
                second: second.min(59) as u8,
                offset,
            });
        }
        Some(date)
    }
}

/// What a written date is made of.
#[derive(Debug, Default)]
struct Pieces {
    /// Numbers before the clock, with how many digits each has.
    numbers: Vec<(u32, usize)>,
    month: Option<u32>,
    clock: Option<[u32; 3]>,
    offset: Option<i16>,
    /// Numbers are joined by dots or slashes: nobody knows in which order.
    ambiguous: bool,
}

impl Pieces {
    fn read(written: &str) -> Self {
        let mut pieces = Self::default();
        let bytes = written.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let run =
                |class: fn(&u8) -> bool| bytes[at..].iter().take_while(|byte| class(byte)).count();
            let digits = run(u8::is_ascii_digit);
            let letters = run(u8::is_ascii_alphabetic);
            if digits > 0 {
                let end = at + digits;
                if bytes.get(end) == Some(&b':') && pieces.clock.is_none() {
                    let length = bytes[at..]
                        .iter()
                        .take_while(|byte| byte.is_ascii_digit() || **byte == b':')
                        .count();
                    pieces.clock = clock(written.get(at..at + length).unwrap_or_default());
                    at += length;
                    // A fraction says nothing a reader sees.
                    if bytes.get(at) == Some(&b'.') {
                        at += 1;
                        at += bytes[at..]
                            .iter()
                            .take_while(|byte| byte.is_ascii_digit())
                            .count();
                    }
                    continue;
                }
                let digits_text = written.get(at..end).unwrap_or_default();
                let signed =
                    at > 0 && matches!(bytes[at - 1], b'+' | b'-') && pieces.clock.is_some();
                if signed {
                    // `+02`, `+0200`, `+02:00`
                    let mut minutes = digits_text.to_owned();
                    if let (2, Some(rest)) = (digits, written.get(end + 1..end + 3)) {
                        minutes.push_str(rest);
                    }
                    pieces.offset = offset(&minutes, bytes[at - 1] == b'-').or(pieces.offset);
                    return pieces;
                }
                let compact = bytes.get(end) == Some(&b'T') || digits == 8;
                match (digits, compact) {
                    (8, true) => {
                        for (from, to) in [(0, 4), (4, 6), (6, 8)] {
                            let piece = digits_text.get(from..to).unwrap_or_default();
                            pieces.numbers.push((number(piece), to - from));
                        }
                    }
                    (6, _) if pieces.numbers.len() == 3 => {
                        let piece =
                            |from| number(digits_text.get(from..from + 2).unwrap_or_default());
                        pieces.clock = Some([piece(0), piece(2), piece(4)]);
                    }
                    _ => pieces.numbers.push((number(digits_text), digits)),
                }
                pieces.ambiguous |=
                    matches!(bytes.get(end), Some(b'.' | b'/')) && pieces.clock.is_none();
                at = end;
            } else if letters > 0 {
                let word = written
                    .get(at..at + letters)
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                let start = word.get(..3).unwrap_or_default();
                let mut months = text::split(MONTHS, b' ');
                if let Some((_, minutes)) = ZONES.iter().find(|(zone, _)| *zone == word) {
                    pieces.offset = pieces.offset.or(Some(*minutes));
                } else if let Some(month) = months.position(|month| month == start) {
                    pieces.month = pieces.month.or(Some(month as u32 + 1));
                }
                at += letters;
            } else {
                at += 1;
            }
        }
        pieces
    }

    fn date(&self) -> Option<Date> {
        let first = |wanted: fn(&&(u32, usize)) -> bool| {
            self.numbers.iter().find(wanted).map(|number| number.0)
        };
        let (year, month, day) = match (self.month, &self.numbers[..]) {
            (Some(month), _) => (
                first(|number| number.1 == 4)?,
                month,
                first(|number| number.1 < 3)?,
            ),
            (None, [(year, 4), (month, _), (day, _), ..]) if !self.ambiguous => {
                (*year, *month, *day)
            }
            _ => return None,
        };
        Date::of(year, month, day, self.clock, self.offset)
    }
}

fn number(digits: &str) -> u32 {
    let mut value = 0_u32;
    for byte in digits.bytes().take(9) {
        value = value * 10 + u32::from(byte - b'0');
    }
    value
}

/// `9:05` or `09:05:10`.
fn clock(written: &str) -> Option<[u32; 3]> {
    let mut parts = text::split(written, b':').map(number);
    Some([parts.next()?, parts.next()?, parts.next().unwrap_or(0)])
}

/// `02` or `0200`.
fn offset(digits: &str, west: bool) -> Option<i16> {
    let minutes = match digits.len() {
        1 | 2 => number(digits) * 60,
        4 => number(digits.get(..2)?) * 60 + number(digits.get(2..)?),
        _ => return None,
    };
    let minutes = i16::try_from(minutes)
        .ok()
        .filter(|minutes| *minutes < 24 * 60)?;
    Some(if west { -minutes } else { minutes })
}
