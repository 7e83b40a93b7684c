//! What stands above the picture: section, headline, standfirst, dates, reading time.

use super::node::{Attribute, Element, Id, Node, Tag, number};
use super::scope::{Scope, link, perhaps_linked, spoken};
use super::{Label, line};
use crate::article::{Access, Article, Date, reading_time};

pub(super) fn header(scope: &Scope, article: &Article, id: Option<Id>) -> Option<Element> {
    Element::part(Tag::Header, "header")
        .children(section(article))
        .children(headline(scope, article, id))
        .children(
            line(Tag::P, "summary", article.summary.as_ref()).map(|summary| {
                let text = article.summary.as_deref().unwrap_or_default();
                scope.directed(summary, text)
            }),
        )
        .children(meta(scope, article))
        .unless_empty()
}

fn section(article: &Article) -> Option<Element> {
    let section = article.section.as_ref()?;
    let name = perhaps_linked(&section.name, section.url.as_ref());
    Some(Element::part(Tag::P, "section").child(name))
}

fn headline(scope: &Scope, article: &Article, id: Option<Id>) -> Option<Element> {
    let text = article.headline.as_deref()?;
    let heading =
        Element::part(Tag::heading(scope.level), "headline").with_some(id.map(Attribute::Id));
    let heading = scope.directed(heading, text);
    Some(match &article.url {
        Some(url) => heading.child(link(url, Some("headline-link")).child(text)),
        None => heading.child(text),
    })
}

fn meta(scope: &Scope, article: &Article) -> Option<Element> {
    let minutes = reading_time::minutes(article);
    Element::part(Tag::P, "meta")
        .children(
            article
                .published
                .as_ref()
                .map(|date| published(scope, date)),
        )
        .children(updated(scope, article))
        .children(minutes.map(|minutes| reading(scope, minutes)))
        .children(access(scope, article.access))
        .unless_empty()
}

fn published(scope: &Scope, date: &Date) -> Element {
    scope.time(date).with(Attribute::Part("published"))
}

fn updated(scope: &Scope, article: &Article) -> Option<Element> {
    let modified = article.modified.as_ref()?;
    let worth_saying = match &article.published {
        Some(published) => modified.updates(published),
        None => true,
    };
    let (before, after) = scope.labels.around(Label::Updated);
    worth_saying.then(|| {
        Element::part(Tag::Span, "updated")
            .children(some_text(before))
            .child(scope.time(modified))
            .children(some_text(after))
    })
}

/// "3 min read" for the eye, "3 minute read" for the ear.
fn reading(scope: &Scope, minutes: u32) -> Element {
    let minutes = number(minutes);
    let seen = scope.labels.with(Label::ReadingTime, &minutes);
    let heard = scope.labels.with(Label::ReadingTimeLong, &minutes);
    Element::part(Tag::Span, "reading-time")
        .child(Element::new(Tag::Span).with(Attribute::Hidden).child(seen))
        .child(spoken(&heard))
}

fn access(scope: &Scope, access: Access) -> Option<Element> {
    let label = match access {
        Access::Free => return None,
        Access::Registration => Label::Registration,
        Access::Metered => Label::Metered,
        Access::Paid => Label::Paid,
    };
    Some(Element::part(Tag::Span, "access").child(scope.labels.get(label)))
}

pub(super) fn some_text(text: &str) -> Option<Node> {
    (!text.is_empty()).then(|| text.into())
}
