//! What stands below the text: corrections, topics, and where the article comes from.

use super::card::Place;
use super::node::{Name, Tag};
use super::pen::Pen;
use super::{Label, figure};
use crate::article::{Article, Correction, Feed, Publisher};
use crate::sanitize::SafeUrl;

pub(super) fn corrections(pen: &mut Pen, corrections: &[Correction]) {
    if corrections.is_empty() {
        return;
    }
    pen.open_part(Tag::Div, "corrections");
    pen.open_part(Tag::heading(pen.level + 1), "corrections-title");
    pen.text(pen.labels.get(Label::Corrections));
    pen.close();
    for correction in corrections {
        pen.open_part(Tag::P, "correction");
        pen.directed(&correction.text);
        if let Some(date) = &correction.date {
            pen.time(None, date);
            pen.text(" ");
        }
        pen.text(&correction.text);
        pen.close();
    }
    pen.close();
}

pub(super) fn tags(pen: &mut Pen, tags: &[String]) {
    pen.open_part(Tag::Ul, "tags");
    pen.named(Label::Topics);
    for tag in tags {
        pen.span(Tag::Li, Name::Part, "tag", tag);
    }
    pen.close_filled();
}

/// The line that cannot be hidden: who published it, and where. In a feed an item names its publisher only where it is
/// not the feed's, and links to its page only where its headline does not.
pub(super) fn source(pen: &mut Pen, article: &Article, place: Place<'_>) {
    let mut publisher = article.publisher.as_ref();
    let mut url = article.url.as_ref();
    if let Place::InFeed(of_feed) = place {
        publisher = publisher.filter(|own| !of_feed.is_some_and(|feed| is_same(own, feed)));
        url = url.filter(|_| article.headline.is_none());
    }
    footer(pen, publisher, url);
}

fn is_same(a: &Publisher, b: &Publisher) -> bool {
    a.name == b.name
        || match (&a.url, &b.url) {
            (Some(a), Some(b)) => a.host() == b.host(),
            _ => false,
        }
}

/// The publisher of a whole feed: its own, else that of its first item.
pub(super) fn of_feed<'a>(feed: &'a Feed, items: &'a [Article]) -> Option<&'a Publisher> {
    let of_items = items.iter().find_map(|item| item.publisher.as_ref());
    feed.publisher.as_ref().or(of_items)
}

pub(super) fn footer(pen: &mut Pen, publisher: Option<&Publisher>, url: Option<&SafeUrl>) {
    pen.open_part(Tag::Footer, "source");
    if let Some(publisher) = publisher {
        figure::decoration(pen, publisher.logo.as_ref(), "logo");
        let (before, after) = pen.labels.around(Label::PublishedBy);
        pen.open_part(Tag::Span, "publisher");
        pen.text(before);
        pen.linked(&publisher.name, publisher.url.as_ref(), "noopener");
        pen.text(after);
        pen.close();
    }
    if let Some(url) = url {
        pen.open_link(url, "noopener");
        pen.fixed(Name::Part, "permalink");
        pen.text(pen.labels.get(Label::Permalink));
        pen.close();
    }
    pen.close_filled();
}
