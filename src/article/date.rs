//! Dates as publishers write them: an instant with its zone, a wall-clock time without one, or a day.

use super::text;

/// A calendar date, perhaps with a time of day, perhaps with an offset from UTC. Always a date that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// 1000 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// Time of day, to the second.
    pub time: Option<Time>,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
    /// Minutes east of UTC. None: the publisher's wall clock, wherever that hangs. Never assumed to be UTC.
    pub offset: Option<i16>,
}

impl Date {
    /// Reads RFC 3339, a date alone, and a date with a time but no offset.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text::trim(text).as_bytes();
        let (date, time) = text.split_at_checked(10)?;
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else {
            return None;
        };
        let year = u16::from(two(y1, y2)?) * 100 + u16::from(two(y3, y4)?);
        let time = match time {
            [] => None,
            [b'T' | b't' | b' ', time @ ..] => Some(Time::parse(time)?),
            _ => return None,
        };
        Self::of(year, two(m1, m2)?, two(d1, d2)?, time)
    }

    /// A date that exists.
    pub(super) fn of(year: u16, month: u8, day: u8, time: Option<Time>) -> Option<Self> {
        let exists = year >= 1000
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day)
            && time.is_none_or(|time| time.hour < 24 && time.minute < 60 && time.second < 60);
        exists.then_some(Self {
            year,
            month,
            day,
            time,
        })
    }

    /// The value of `<time datetime>` and of `datePublished`: RFC 3339 as far as the date goes.
    pub fn machine(&self) -> String {
        let mut out = String::new();
        push_two(&mut out, (self.year / 100) as u8);
        push_two(&mut out, (self.year % 100) as u8);
        out.push('-');
        push_two(&mut out, self.month);
        out.push('-');
        push_two(&mut out, self.day);
        if let Some(time) = self.time {
            for (mark, part) in [('T', time.hour), (':', time.minute), (':', time.second)] {
                out.push(mark);
                push_two(&mut out, part);
            }
            match time.offset {
                None => {}
                Some(0) => out.push('Z'),
                Some(offset) => {
                    out.push(if offset < 0 { '-' } else { '+' });
                    push_two(&mut out, (offset.unsigned_abs() / 60) as u8);
                    out.push(':');
                    push_two(&mut out, (offset.unsigned_abs() % 60) as u8);
                }
            }
        }
        out
    }

    /// Seconds since 1970-01-01T00:00:00Z; a date without an offset is read as if its clock showed UTC.
    pub fn seconds(&self) -> i64 {
        let days = days_from_civil(i64::from(self.year), self.month, self.day);
        let Some(time) = self.time else {
            return days * 86_400;
        };
        let clock =
            i64::from(time.hour) * 3_600 + i64::from(time.minute) * 60 + i64::from(time.second);
        days * 86_400 + clock - i64::from(time.offset.unwrap_or(0)) * 60
    }

    /// Whether this is one point in time for everybody: it has a time and an offset.
    pub fn is_instant(&self) -> bool {
        self.time.is_some_and(|time| time.offset.is_some())
    }

    /// Whether both are written on the same day.
    pub fn is_same_day(&self, other: &Self) -> bool {
        (self.year, self.month, self.day) == (other.year, other.month, other.day)
    }

    /// Whether an article published at `published` was worth an "Updated" at `self`: a minute later or more, or a day
    /// where one of the two has no time.
    pub fn updates(&self, published: &Self) -> bool {
        let precision = |date: &Self| (date.time.is_some(), date.is_instant());
        let least = if precision(self) == precision(published) {
            60
        } else {
            86_400
        };
        self.seconds() - published.seconds() >= least
    }
}

impl Time {
    fn parse(text: &[u8]) -> Option<Self> {
        let (clock, mut rest) = text.split_at_checked(5)?;
        let [h1, h2, b':', m1, m2] = *clock else {
            return None;
        };
        let mut second = 0;
        if let [b':', s1, s2, after @ ..] = rest {
            second = two(*s1, *s2)?;
            rest = after;
        }
        if let [b'.' | b',', fraction @ ..] = rest {
            let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
            rest = &fraction[digits..];
        }
        let offset = match *rest {
            [] => None,
            [b'Z' | b'z'] => Some(0),
            [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2]
            | [sign @ (b'+' | b'-'), h1, h2, m1, m2] => {
                let (hours, minutes) = (two(h1, h2)?, two(m1, m2)?);
                if hours > 23 || minutes > 59 {
                    return None;
                }
                let minutes = i16::from(hours) * 60 + i16::from(minutes);
                Some(if sign == b'-' { -minutes } else { minutes })
            }
            _ => return None,
        };
        Some(Self {
            hour: two(h1, h2)?,
            minute: two(m1, m2)?,
            second: if second == 60 { 59 } else { second }, // a leap second is shown as the one before it
            offset,
        })
    }
}

fn two(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
}

fn push_two(out: &mut String, number: u8) {
    out.push(char::from(b'0' + number / 10));
    out.push(char::from(b'0' + number % 10));
}

pub(super) fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar
/// (<https://howardhinnant.github.io/date_algorithms.html#days_from_civil>).
fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}
