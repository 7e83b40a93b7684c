//! What stands above the picture: section, headline, standfirst, dates, reading time.

use super::pen::Pen;
use super::{DateStyle, Label, Mode, source};
use crate::article::{Field, Record, reading_time, text};
use crate::limits::EXCERPT_CHARS;
use crate::node::{self, Attribute, Id, Name, Tag};

pub(super) fn header(pen: &mut Pen, article: &Record, id: Option<Id>) {
    pen.open_part(Tag::Header, "header");
    sponsor(pen, article);
    if let Some(section) = article.record(Field::Section)
        && !pen.settings.hides("section")
    {
        pen.open_part(Tag::P, "section");
        pen.named_link(section, "noopener");
        pen.close();
    }
    if let Some(id) = id {
        pen.open_heading(0, "headline");
        pen.set(Attribute::id(Name::Id, id));
        headline_link(pen, article, "headline-link");
        pen.close();
    }
    if article.get(Field::Withdrawn).is_none() {
        summary(pen, article);
        meta(pen, article);
    }
    pen.close_filled();
}

/// That an article or teaser was paid for, and by whom. Nothing hides it.
pub(super) fn sponsor(pen: &mut Pen, of: &Record) {
    let Some(sponsor) = of.get(Field::Sponsor) else {
        return;
    };
    match sponsor.as_record() {
        Some(sponsor) => source::named(pen, Tag::P, "sponsor", Label::SponsoredBy, sponsor),
        None => pen.span(
            Tag::P,
            Name::Part,
            "sponsor",
            pen.labels.get(Label::Sponsored),
        ),
    }
}

/// The headline of an article or teaser in the innermost element, linked when there is a URL.
pub(super) fn headline_link(pen: &mut Pen, record: &Record, part: &'static str) {
    let text = record.text(Field::Headline).unwrap_or_default();
    let url = record.url(Field::Url);
    pen.directed(text);
    let Some(url) = url else {
        return pen.text(text);
    };
    pen.open_article_link(url);
    pen.fixed(Name::Part, part);
    pen.text(text);
    pen.close_link();
}

/// The standfirst; a teaser of an article without one shows how its text begins.
fn summary(pen: &mut Pen, article: &Record) {
    let summary = article.text(Field::Summary);
    match pen.settings.mode {
        Mode::Full | Mode::Excerpt => pen.line(Tag::P, "summary", summary),
        Mode::Teaser => {
            let opening = || {
                let blocks = article.records(Field::Body);
                let mut texts = blocks.map(|block| match block.text(Field::Text) {
                    Some(text) => text.into(),
                    None => text::line(&node::text(block.nodes(Field::Html))),
                });
                texts.find(|text| !text.is_empty())
            };
            let opening = || opening().filter(|_| article.get(Field::Warning).is_none());
            let teaser = summary.map(Into::into).or_else(opening).unwrap_or_default();
            let teaser = text::cut(teaser, EXCERPT_CHARS);
            pen.line(
                Tag::P,
                "summary",
                Some(&*teaser).filter(|text| !text.is_empty()),
            );
        }
        Mode::Compact => {}
    }
}

fn meta(pen: &mut Pen, article: &Record) {
    pen.open_part(Tag::P, "meta");
    let shown = !pen.settings.hides("dates");
    let published = article.date(Field::Published).filter(|_| shown);
    let modified = article.date(Field::Modified).filter(|_| shown);
    if let Some(date) = published {
        pen.time(Some("published"), date, DateStyle::Day);
    }
    if let Some(modified) = modified
        && published.is_none_or(|published| modified.updates(published))
    {
        separate(pen);
        let (before, after) = pen.labels.around(Label::Updated);
        pen.open_part(Tag::Span, "updated");
        pen.text(before);
        // "20 November 2026 · Updated 20 November 2026" would say nothing new.
        let same_day = published.is_some_and(|published| published.is_same_day(modified));
        let style = if same_day {
            DateStyle::Clock
        } else {
            DateStyle::Day
        };
        pen.time(None, modified, style);
        pen.text(after);
        pen.close();
    }
    if let Some(minutes) = reading_time::minutes(article)
        && !pen.settings.hides("reading-time")
    {
        separate(pen);
        reading(pen, minutes);
    }
    let access = match article.text(Field::Access) {
        Some("registration") => Some(Label::Registration),
        Some("metered") => Some(Label::Metered),
        Some("paid") => Some(Label::Paid),
        _ => None,
    };
    if let Some(label) = access {
        separate(pen);
        pen.span(Tag::Span, Name::Part, "access", pen.labels.get(label));
    }
    pen.close_filled();
}

/// A point between two pieces. Not of the style sheet: inside a piece it would run as that piece runs.
fn separate(pen: &mut Pen) {
    if pen.count() > 0 {
        pen.text(" · ");
    }
}

/// "3 min read" for the eye, "3 minute read" for the ear.
fn reading(pen: &mut Pen, minutes: u32) {
    let seen = pen.labels.counted(Label::ReadingTime, minutes);
    let heard = pen.labels.counted(Label::ReadingTimeLong, minutes);
    pen.open_part(Tag::Span, "reading-time");
    pen.span(Tag::Span, Name::Silent, "true", &seen);
    pen.spoken(&heard);
    pen.close();
}
