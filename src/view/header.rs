//! What stands above the picture: section, headline, standfirst, dates, reading time.

use super::Label;
use super::node::{Attribute, Id, Name, Tag, number};
use super::pen::Pen;
use crate::article::{Access, Article, reading_time};

pub(super) fn header(pen: &mut Pen, article: &Article, id: Option<Id>) {
    pen.open_part(Tag::Header, "header");
    if let Some(section) = &article.section {
        pen.open_part(Tag::P, "section");
        pen.linked(&section.name, section.url.as_ref(), "noopener");
        pen.close();
    }
    headline(pen, article, id);
    pen.line(Tag::P, "summary", article.summary.as_ref());
    meta(pen, article);
    pen.close_filled();
}

fn headline(pen: &mut Pen, article: &Article, id: Option<Id>) {
    let (Some(text), Some(id)) = (&article.headline, id) else {
        return;
    };
    pen.open_part(Tag::heading(pen.level), "headline");
    pen.set(Attribute::id(Name::Id, id));
    pen.directed(text);
    match &article.url {
        Some(url) => {
            pen.open_link(url, "noopener");
            pen.fixed(Name::Part, "headline-link");
            pen.text(text);
            pen.close();
        }
        None => pen.text(text),
    }
    pen.close();
}

fn meta(pen: &mut Pen, article: &Article) {
    pen.open_part(Tag::P, "meta");
    if let Some(date) = &article.published {
        pen.time(Some("published"), date);
    }
    updated(pen, article);
    if let Some(minutes) = reading_time::minutes(article) {
        reading(pen, minutes);
    }
    let access = match article.access {
        Access::Free => None,
        Access::Registration => Some(Label::Registration),
        Access::Metered => Some(Label::Metered),
        Access::Paid => Some(Label::Paid),
    };
    if let Some(label) = access {
        pen.span(Tag::Span, Name::Part, "access", pen.labels.get(label));
    }
    pen.close_filled();
}

fn updated(pen: &mut Pen, article: &Article) {
    let Some(modified) = &article.modified else {
        return;
    };
    if article
        .published
        .is_none_or(|published| modified.updates(&published))
    {
        let (before, after) = pen.labels.around(Label::Updated);
        pen.open_part(Tag::Span, "updated");
        pen.text(before);
        pen.time(None, modified);
        pen.text(after);
        pen.close();
    }
}

/// "3 min read" for the eye, "3 minute read" for the ear.
fn reading(pen: &mut Pen, minutes: u32) {
    let minutes = number(minutes);
    let seen = pen.labels.with(Label::ReadingTime, &minutes);
    let heard = pen.labels.with(Label::ReadingTimeLong, &minutes);
    pen.open_part(Tag::Span, "reading-time");
    pen.span(Tag::Span, Name::Silent, "true", &seen);
    pen.spoken(&heard);
    pen.close();
}
