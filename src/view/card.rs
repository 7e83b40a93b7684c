//! One article, all its parts in reading order.

use super::Mode;
use super::pen::Pen;
use super::{author, body, figure, header, source, teaser};
use crate::article::{Field, Language, Record, text};
use crate::node::{Attribute, Name, Tag};

/// Where a card stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    /// By itself.
    Alone,
    /// In a feed that says once for all items that they come from this publisher.
    InFeed(Option<&'a Record>),
}

/// Draws `article`, which is in `language` unless it says otherwise.
pub(super) fn card<'a>(
    pen: &mut Pen<'a>,
    article: &'a Record,
    place: Place<'_>,
    language: Option<&'a Language>,
) {
    let headline = article.text(Field::Headline);
    let opening = headline.or_else(|| opening(article));
    pen.labels.document = article.wording();
    pen.speak(article.language().or(language), opening);
    let mode = pen.settings.mode;
    let part = match place {
        Place::Alone => "card",
        Place::InFeed(_) => "card item",
    };
    pen.open_part(Tag::Article, part);
    pen.spoken_in();
    let id = headline.map(|_| pen.id());
    if let Some(id) = id {
        pen.set(Attribute::id(Name::LabelledBy, id));
    } else if let Some(opening) = opening {
        pen.set(Attribute::label(text::cut(opening.into(), 80)));
    }
    let is_alone = matches!(place, Place::Alone);
    if is_alone {
        pen.slot("header");
    }
    header::header(pen, article, id);
    figure::lead(pen, article, place);
    body::body(pen, article, place);
    if mode == Mode::Full && !pen.settings.hides("related") {
        teaser::related(pen, article, Field::Related);
    }
    author::authors(pen, article);
    if mode <= Mode::Excerpt {
        source::corrections(pen, article);
    }
    if mode == Mode::Full && !pen.settings.hides("tags") {
        source::tags(pen, article);
    }
    source::source(pen, article, place);
    if is_alone {
        pen.slot("footer");
    }
    pen.close();
}

/// The first running text of an article: what names it when it has no headline.
fn opening(article: &Record) -> Option<&str> {
    let mut blocks = article.records(Field::Body);
    blocks.find_map(|block| match block.get(Field::Html) {
        None => block.text(Field::Text),
        Some(_) => None,
    })
}
