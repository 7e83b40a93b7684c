//! A feed: its name, its items as cards, where it comes from.

use super::card::{Place, card};
use super::node::{Attribute, Element, Tag};
use super::scope::{Scope, perhaps_linked};
use super::source;
use crate::article::Feed;

pub(super) fn feed(scope: &Scope, feed: &Feed) -> Element {
    let id = feed.title.is_some().then(|| scope.id());
    let title = feed.title.as_deref().map(|title| {
        Element::part(Tag::heading(scope.level), "feed-title")
            .with_some(id.map(Attribute::Id))
            .child(perhaps_linked(title, feed.url.as_ref()))
    });
    let level = scope.level + u8::from(title.is_some());
    let publisher = source::of_feed(feed);
    let items = feed.items.iter().map(|item| {
        let scope = scope.for_article(item, level);
        card(&scope, item, Place::InFeed(publisher))
    });
    scope
        .speak(Element::part(Tag::Section, "feed"))
        .with_some(id.map(Attribute::LabelledBy))
        .children(title)
        .child(Element::part(Tag::Div, "items").children(items))
        .children(source::feed_source(scope, feed))
}
