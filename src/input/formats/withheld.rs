//! What its publisher does not want shown: drafts, what is withdrawn, private, not yet free.

use super::super::json::Json;
use super::mapping::{holds, says, select};
use crate::article::{Date, text};

/// The object that an activity of `ActivityStreams` is about; none of private ones, of those that show nothing new, and
/// in lists of answers, which make no sense without what they answer.
pub(super) fn unwrapped<'v, 'j>(item: &'v Json<'j>, is_feed: bool) -> Option<&'v Json<'j>> {
    let mut item = item;
    for _ in 0..4 {
        let addressed: Vec<&Json> = select(item, "to,cc")
            .into_iter()
            .filter(|to| says(to))
            .collect();
        let public = |to: &&Json| {
            let to = to.as_text().unwrap_or_default();
            text::is_among(
                to,
                "Public as:Public https://www.w3.org/ns/activitystreams#Public",
            )
        };
        // Servers say of everything what it answers, of most that it is nothing.
        let answers = is_feed && select(item, "inreplyto").into_iter().any(says);
        if answers || (!addressed.is_empty() && !addressed.iter().any(public)) {
            return None;
        }
        match item.get("object") {
            Some(object @ Json::Object(_)) => {
                let kind = item.get("type").and_then(Json::as_text).unwrap_or_default();
                if !text::is_among(kind, "Create Announce Add Update") {
                    return None;
                }
                item = object;
            }
            _ => return Some(item),
        }
    }
    None
}

/// When something is to be shown, if it is.
#[derive(Debug)]
pub(super) struct Clock {
    /// Seconds since 1970.
    pub(super) now: i64,
}

impl Clock {
    /// Whether an item in this format is not to be shown now. When one `expires` is about archives, not about what was
    /// published.
    pub(super) fn holds_back(&self, item: &Json, format: &str) -> bool {
        const HELD: &str = "draft auto-draft pending private future scheduled trash withheld";
        let held = |status: &&Json| {
            let status = status.as_text();
            status.is_some_and(|status| text::is_among(&status.to_ascii_lowercase(), HELD))
        };
        let comes = |date: &&Json| says(date) && self.comes(date);
        // Agencies announce what they will write.
        let is_plan = format == "ninjs"
            && (holds(item, "?type=event")
                || select(item, "plannedcoverage,eventdetails")
                    .into_iter()
                    .any(says));
        is_plan
            || select(item, "status,pubstatus").iter().any(held)
            || select(item, "embargoed,embargoeduntil,embargo_date")
                .iter()
                .any(comes)
            || select(item, "content_restrictions.embargo.?active!false.end_time")
                .iter()
                .any(comes)
    }

    /// Whether the time of a date has not come yet; what cannot be read as a date may not have.
    fn comes(&self, date: &Json) -> bool {
        let written = match date {
            Json::Text(written) => written,
            Json::Number(seconds) => *seconds,
            _ => "",
        };
        Date::parse_lenient(written).is_none_or(|date| {
            // A time without a zone has passed everywhere half a day later.
            date.seconds() + if date.is_instant() { 0 } else { 43_200 } > self.now
        })
    }
}
