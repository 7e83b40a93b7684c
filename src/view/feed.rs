//! A feed: its name, its items as cards, where it comes from.

use super::card::{Place, card};
use super::node::{Attribute, Name, Tag};
use super::pen::Pen;
use super::source;
use crate::article::{Article, Feed};

/// Draws `feed` with `articles` as its items.
pub(super) fn feed<'a>(pen: &mut Pen<'a>, feed: &'a Feed, articles: &'a [Article]) {
    let first = articles.first();
    let opening = feed.title.as_deref();
    let opening = opening.or_else(|| first.and_then(|item| item.headline.as_deref()));
    pen.speak(feed.language.as_ref(), opening);
    pen.open_part(Tag::Section, "feed");
    pen.spoken_in();
    if let Some(title) = &feed.title {
        let id = pen.id();
        pen.set(Attribute::id(Name::LabelledBy, id));
        pen.open_part(Tag::heading(pen.level), "feed-title");
        pen.set(Attribute::id(Name::Id, id));
        pen.linked(title, feed.url.as_ref(), "noopener");
        pen.close();
        pen.level = (pen.level + 1).min(6);
    }
    let publisher = source::of_feed(feed, articles);
    pen.open_part(Tag::Div, "items");
    for item in articles {
        card(pen, item, Place::InFeed(publisher), feed.language.as_ref());
    }
    pen.close();
    pen.labels.document = &[];
    source::footer(pen, publisher, None);
    pen.close();
}
