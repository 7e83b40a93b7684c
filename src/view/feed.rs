//! A feed: its name, its items as cards, where it comes from.

use super::card::{Place, card};
use super::node::{Attribute, Name, Tag};
use super::pen::Pen;
use super::source;
use crate::article::{Field, Record};

/// Draws `feed`; `outer` is the article it came with, or its only item when it has none.
pub(super) fn feed<'a>(pen: &mut Pen<'a>, feed: &'a Record, outer: Option<&'a Record>) {
    let mut items: Vec<&Record> = feed.records(Field::Items).collect();
    if feed.get(Field::Items).is_none() {
        items.extend(outer);
    }
    let title = feed.text(Field::Title);
    let language = feed.language().or_else(|| outer?.language());
    let opening = title.or_else(|| items.first()?.text(Field::Headline));
    pen.speak(language, opening);
    pen.open_part(Tag::Section, "feed");
    pen.spoken_in();
    if let Some(title) = title {
        let id = pen.id();
        pen.set(Attribute::id(Name::LabelledBy, id));
        pen.open_part(Tag::heading(pen.level), "feed-title");
        pen.set(Attribute::id(Name::Id, id));
        pen.linked(title, feed.url(Field::Url), "noopener");
        pen.close();
        pen.level = (pen.level + 1).min(6);
    }
    // Its own publisher, else that of the article it came with, else the one all items have.
    let publisher = feed.record(Field::Publisher);
    let publisher = publisher.or_else(|| outer?.record(Field::Publisher));
    let publisher = publisher.or_else(|| {
        let first = items.first()?.record(Field::Publisher)?;
        let same = |item: &&Record| {
            let own = item.record(Field::Publisher);
            own.is_some_and(|own| source::is_same(own, first))
        };
        items.iter().all(same).then_some(first)
    });
    pen.open_part(Tag::Div, "items");
    for item in items {
        card(pen, item, Place::InFeed(publisher), language);
    }
    pen.close();
    pen.labels.document = &[];
    source::footer(pen, publisher, None);
    pen.close();
}
