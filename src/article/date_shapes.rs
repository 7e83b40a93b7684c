//! Dates as they are written in the wild: what RFC 3339 has in another order, with other marks, with names.

use super::date::{Date, Time, days_in};
use super::text;

const MONTHS: &str =
    "january february march april may june july august september october november december";
const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";
/// Zones that people write by name, and their quarters of an hour east of UTC.
const ZONES: &str = "z zz utc ut gmt cet cest eet eest bst est edt cst cdt mst mdt pst pdt";
const QUARTERS: [i8; 18] = [
    0, 0, 0, 0, 0, 4, 8, 8, 12, 4, -20, -16, -24, -20, -28, -24, -32, -28,
];

impl Date {
    /// Reads what [`Date::parse`] reads, RFC 2822, `Date`'s own text, compact ISO 8601, months by name, numbers of one
    /// digit, zones by name, and seconds since 1970. Never guesses which of two numbers is the month.
    pub fn parse_lenient(written: &str) -> Option<Self> {
        let bytes = text::trim(written).as_bytes();
        let date = match Self::parse(written) {
            Some(date) => date,
            // Fourteen are a day and a time without any marks.
            None if bytes.len() > 8 && bytes.len() != 14 && digits(bytes) == bytes.len() => {
                Self::from_seconds(bytes)
            }
            None => Pieces::read(bytes)?,
        };
        // Nothing that a card shows is older than the web: zeros and the beginning of Unix time mean no date.
        (date.year >= 1990).then_some(date)
    }

    /// Seconds since 1970, or milliseconds where that would be too far away.
    fn from_seconds(digits: &[u8]) -> Self {
        let mut seconds = 0_u64;
        for byte in digits.iter().take(13) {
            seconds = seconds * 10 + u64::from(byte - b'0');
        }
        if seconds > 100_000_000_000 {
            seconds /= 1_000;
        }
        let mut days = (seconds / 86_400) as u32;
        let clock = (seconds % 86_400) as u32;
        let mut date = Self {
            year: 1970,
            month: 1,
            day: 1,
            time: Some(Time {
                hour: (clock / 3_600) as u8,
                minute: (clock / 60 % 60) as u8,
                second: (clock % 60) as u8,
                offset: Some(0),
            }),
        };
        while days >= u32::from(days_in(date.year, date.month)) {
            days -= u32::from(days_in(date.year, date.month));
            date.month = date.month % 12 + 1;
            date.year += u16::from(date.month == 1);
        }
        date.day += days as u8;
        date
    }
}

/// What a written date is made of; zero for what has not been met yet.
#[derive(Debug, Default)]
struct Pieces {
    year: u16,
    month: u8,
    day: u8,
    clock: [u8; 3],
    /// How many of these were met.
    clocked: usize,
    /// Minutes east of UTC.
    offset: Option<i16>,
    /// March by its first letters, which are Tuesday's in other languages; and whether something is in no known one.
    is_mar: bool,
    is_strange: bool,
}

impl Pieces {
    fn read(mut rest: &[u8]) -> Option<Date> {
        let mut pieces = Self::default();
        let mut before = 0;
        while let [byte, ..] = rest {
            let letters = rest
                .iter()
                .take_while(|byte| byte.is_ascii_alphabetic())
                .count();
            let mut length = digits(rest);
            if *byte == b'(' {
                break; // the zone once more, in words
            } else if byte.is_ascii_digit() {
                if matches!(before, b'+' | b'-') && pieces.clocked > 0 {
                    // `+02`, `+0200`, `+02:00`
                    let hours = u32::from(number(rest, 4)?);
                    let mut offset = match length {
                        4 => hours / 100 * 60 + hours % 100,
                        _ => hours * 60,
                    };
                    if let [b':', minutes @ ..] = &rest[length..] {
                        offset += u32::from(number(minutes, 2)?);
                        length += 3;
                    }
                    let offset = i16::try_from(offset)
                        .ok()
                        .filter(|offset| *offset < 24 * 60)?;
                    pieces.offset = Some(if before == b'-' { -offset } else { offset });
                } else {
                    pieces.digits(rest, length, before)?;
                }
            } else if letters > 0 {
                pieces.word(rest.get(..letters)?);
            }
            pieces.is_strange |= !byte.is_ascii();
            let step = length.max(letters).max(1).min(rest.len());
            before = rest[step - 1];
            rest = &rest[step..];
        }
        let Self {
            year, month, day, ..
        } = pieces;
        if pieces.is_mar && pieces.is_strange {
            return None;
        }
        let [hour, minute, second] = pieces.clock;
        let time = Time {
            hour,
            minute,
            second: if second == 60 { 59 } else { second },
            offset: pieces.offset,
        };
        Date::of(year, month, day, (pieces.clocked > 1).then_some(time))
    }

    /// The run of digits that `run` begins with, after the byte `before`. None where a number can mean two things.
    fn digits(&mut self, run: &[u8], length: usize, before: u8) -> Option<()> {
        let number = number(run, 4)?;
        let after = &run[length..];
        if (after.starts_with(b":") || before == b':') && self.clocked < 3 {
            *self.clock.get_mut(self.clocked)? = u8::try_from(number).ok()?;
            self.clocked += 1;
            return Some(());
        }
        let pair = |at: usize| Some(self::number(run.get(at..)?, 2)? as u8);
        match length {
            // A fraction of a second says nothing that a reader sees.
            _ if before == b'.' && self.clocked > 0 => {}
            8 | 14 => {
                (self.year, self.month, self.day) = (number, pair(4)?, pair(6)?);
                if length == 14 {
                    self.clock = [pair(8)?, pair(10)?, pair(12)?];
                    self.clocked = 3;
                }
            }
            4 if self.day > 0 && matches!(before, b'T' | b't') => {
                self.clock = [pair(0)?, pair(2)?, 0];
                self.clocked = 2;
            }
            6 if self.day > 0 => {
                self.clock = [pair(0)?, pair(2)?, pair(4)?];
                self.clocked = 3;
            }
            4 if self.year == 0 => self.year = number,
            // Between dots and slashes nobody knows which is the month, unless the year comes first.
            1 | 2 if self.year > 0 || !matches!(after, [b'.' | b'/', b'0'..=b'9', ..]) => {
                let number = number as u8;
                match (self.year, self.month, self.day) {
                    (1.., 0, 0) => self.month = number,
                    (_, _, 0) => self.day = number,
                    _ => return None,
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn word(&mut self, word: &[u8]) {
        let begins = |whole: &str| {
            let start = whole.as_bytes().get(..word.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        let mut zones = text::split(ZONES, b' ');
        let mut months = text::split(MONTHS, b' ');
        if let Some(zone) = zones.position(|zone| zone.len() == word.len() && begins(zone)) {
            self.offset = Some(i16::from(QUARTERS[zone]) * 15);
        } else if matches!(word, [b'p' | b'P'] | [b'p' | b'P', b'm' | b'M']) {
            self.clock[0] = self.clock[0] % 12 + 12;
        } else if matches!(word, [b'a' | b'A'] | [b'a' | b'A', b'm' | b'M']) {
            self.clock[0] %= 12;
        } else if word.len() > 2 {
            match months.position(begins) {
                Some(month) => {
                    self.month = month as u8 + 1;
                    self.is_mar |= month == 2 && word.len() == 3;
                }
                None => self.is_strange |= !text::split(DAYS, b' ').any(begins),
            }
        }
    }
}

/// The digits that `text` begins with.
fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The number of up to so many digits that `text` begins with.
fn number(text: &[u8], most: usize) -> Option<u16> {
    let mut value = None;
    for byte in text.iter().take(digits(text).min(most)) {
        value = Some(value.unwrap_or(0) * 10 + u16::from(byte - b'0'));
    }
    value
}
