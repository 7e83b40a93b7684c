//! What stands below the text: corrections, topics, and where the article comes from.

use super::card::Place;
use super::header::some_text;
use super::node::{Attribute, Element, Node, Tag};
use super::scope::{Scope, link, perhaps_linked};
use super::{Label, figure};
use crate::article::{Article, Correction, Feed, Publisher};
use crate::sanitize::SafeUrl;

pub(super) fn corrections(scope: &Scope, corrections: &[Correction]) -> Option<Element> {
    if corrections.is_empty() {
        return None;
    }
    let title = Element::part(Tag::heading(scope.level + 1), "corrections-title")
        .child(scope.labels.get(Label::Corrections));
    let items = corrections.iter().map(|correction| {
        let paragraph = Element::part(Tag::P, "correction");
        let paragraph = match &correction.date {
            Some(date) => paragraph.child(scope.time(date)).child(" "),
            None => paragraph,
        };
        scope.text(paragraph, &correction.text)
    });
    Some(
        Element::part(Tag::Div, "corrections")
            .child(title)
            .children(items),
    )
}

pub(super) fn tags(scope: &Scope, tags: &[String]) -> Option<Element> {
    Element::part(Tag::Ul, "tags")
        .with(Attribute::Label(scope.labels.get(Label::Topics).to_owned()))
        .children(
            tags.iter()
                .map(|tag| Element::part(Tag::Li, "tag").child(tag.as_str())),
        )
        .unless_empty()
}

/// The line that cannot be hidden: who published it, and where. In a feed an item names its publisher only where it is
/// not the feed's, and links to its page only where its headline does not.
pub(super) fn source(scope: &Scope, article: &Article, place: Place<'_>) -> Option<Element> {
    let publisher = article.publisher.as_ref();
    let url = article.url.as_ref();
    match place {
        Place::Alone => footer(scope, publisher, url),
        Place::InFeed(of_feed) => {
            let publisher = publisher.filter(|own| !of_feed.is_some_and(|feed| is_same(own, feed)));
            let url = url.filter(|_| article.headline.is_none());
            footer(scope, publisher, url)
        }
    }
}

fn is_same(a: &Publisher, b: &Publisher) -> bool {
    let host = |publisher: &Publisher| publisher.url.as_ref().map(|url| url.host().to_owned());
    a.name == b.name || (a.url.is_some() && host(a) == host(b))
}

/// The publisher of a whole feed: its own, else that of its first item.
pub(super) fn of_feed(feed: &Feed) -> Option<&Publisher> {
    let of_items = feed.items.iter().find_map(|item| item.publisher.as_ref());
    feed.publisher.as_ref().or(of_items)
}

/// The source line of a whole feed.
pub(super) fn feed_source(scope: &Scope, feed: &Feed) -> Option<Element> {
    footer(scope, of_feed(feed), None)
}

fn footer(scope: &Scope, publisher: Option<&Publisher>, url: Option<&SafeUrl>) -> Option<Element> {
    let logo = publisher.and_then(|publisher| publisher.logo.as_ref());
    let permalink =
        url.map(|url| link(url, Some("permalink")).child(scope.labels.get(Label::Permalink)));
    Element::part(Tag::Footer, "source")
        .children(logo.map(|logo| figure::decoration(logo, "logo")))
        .children(publisher.map(|publisher| by(scope, publisher)))
        .children(permalink)
        .unless_empty()
}

fn by(scope: &Scope, publisher: &Publisher) -> Element {
    let (before, after) = scope.labels.around(Label::PublishedBy);
    let name: Node = perhaps_linked(&publisher.name, publisher.url.as_ref()).into();
    Element::part(Tag::Span, "publisher").children(
        some_text(before)
            .into_iter()
            .chain([name])
            .chain(some_text(after)),
    )
}
