//! One article, all its parts in reading order.

use super::node::{Attribute, Element, Tag};
use super::scope::{Scope, opening};
use super::{author, body, figure, header, source, teaser};
use crate::article::{Article, Publisher, text};

/// Where a card stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    /// By itself.
    Alone,
    /// In a feed that says once for all items that they come from this publisher.
    InFeed(Option<&'a Publisher>),
}

pub(super) fn card(scope: &Scope, article: &Article, place: Place<'_>) -> Element {
    let headline_id = article.headline.is_some().then(|| scope.id());
    let name = match (headline_id, opening(article)) {
        (Some(id), _) => Some(Attribute::LabelledBy(id)),
        (None, opening) => opening.map(|text| Attribute::Label(text::cut(text, 80).into_owned())),
    };
    let part = match place {
        Place::Alone => "card",
        Place::InFeed(_) => "card item",
    };
    let body = body::body(scope, article);
    scope
        .speak(Element::part(Tag::Article, part))
        .with_some(name)
        .children(header::header(scope, article, headline_id))
        .children(figure::lead(article, place))
        .children(body)
        .children(teaser::related(
            scope,
            &article.related,
            article.url.as_ref(),
        ))
        .children(author::authors(scope, &article.authors))
        .children(source::corrections(scope, &article.corrections))
        .children(source::tags(scope, &article.tags))
        .children(source::source(scope, article, place))
}
