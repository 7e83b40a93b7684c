//! One article, all its parts in reading order.

use super::node::{Attribute, Name, Tag};
use super::pen::Pen;
use super::{author, body, figure, header, source, teaser};
use crate::article::{Article, Block, Inline, Language, Publisher, text};

/// Where a card stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    /// By itself.
    Alone,
    /// In a feed that says once for all items that they come from this publisher.
    InFeed(Option<&'a Publisher>),
}

/// Draws `article`, which is in `language` unless it says otherwise.
pub(super) fn card<'a>(
    pen: &mut Pen<'a>,
    article: &'a Article,
    place: Place<'_>,
    language: Option<&'a Language>,
) {
    let opening = article.headline.as_deref().or_else(|| opening(article));
    pen.labels.document = &article.labels;
    pen.speak(article.language.as_ref().or(language), opening);
    let part = match place {
        Place::Alone => "card",
        Place::InFeed(_) => "card item",
    };
    pen.open_part(Tag::Article, part);
    pen.spoken_in();
    let headline = article.headline.is_some().then(|| pen.id());
    if let Some(id) = headline {
        pen.set(Attribute::id(Name::LabelledBy, id));
    } else if let Some(opening) = opening {
        pen.set(Attribute::label(text::cut(opening.into(), 80)));
    }
    header::header(pen, article, headline);
    figure::lead(pen, article, place);
    body::body(pen, article);
    teaser::related(pen, &article.related, article.url.as_ref());
    author::authors(pen, &article.authors);
    source::corrections(pen, &article.corrections);
    source::tags(pen, &article.tags);
    source::source(pen, article, place);
    pen.close();
}

/// The first running text of an article: what names it when it has no headline.
pub(super) fn opening(article: &Article) -> Option<&str> {
    article.body.iter().find_map(|block| match block {
        Block::Paragraph {
            content: Inline::Text(text),
        } => Some(text.as_str()),
        _ => None,
    })
}
