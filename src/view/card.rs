//! One article, all its parts in reading order.

use super::pen::Pen;
use super::{Label, Mode};
use super::{author, body, figure, header, source, teaser};
use crate::article::{Field, Language, Record, Value, text};
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
    pen.sponsored = article.get(Field::Sponsor).is_some();
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
    } else if let Some(key) = article.key() {
        pen.set(Attribute::key(key));
    }
    header::header(pen, article, id);
    match article.get(Field::Withdrawn) {
        Some(why) => {
            pen.span(
                Tag::P,
                Name::Part,
                "notice",
                pen.labels.get(Label::Withdrawn),
            );
            pen.line(Tag::P, "notice-text", why.as_text());
            source::corrections(pen, article);
        }
        None => story(pen, article, place),
    }
    source::source(pen, article, place);
    if is_alone {
        pen.slot("footer");
    }
    pen.close();
}

/// All that its publisher stands by.
fn story(pen: &mut Pen, article: &Record, place: Place<'_>) {
    let mode = pen.settings.mode;
    if let Some(warning) = article.get(Field::Warning) {
        warned(pen, article, warning, place);
    } else {
        figure::lead(pen, article, place);
        body::body(pen, article, place);
    }
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
}

/// What a reader may not want to see, behind a word of warning: it stays closed until they open it, on paper too.
fn warned(pen: &mut Pen, article: &Record, warning: &Value, place: Place<'_>) {
    let words = warning.as_text();
    let words = words.unwrap_or(pen.labels.get(Label::Warning));
    if pen.settings.mode > Mode::Excerpt {
        return pen.line(Tag::P, "warning-text", Some(words));
    }
    pen.open_part(Tag::Details, "warning");
    pen.line(Tag::Summary, "warning-text", Some(words));
    figure::lead(pen, article, place);
    body::body(pen, article, place);
    pen.close();
}

/// The first running text of an article: what names it when it has no headline.
fn opening(article: &Record) -> Option<&str> {
    // Nobody is to hear what they were to be warned of, or what nobody stands by any more.
    if let Some(instead) = article.held_back() {
        return instead.as_text();
    }
    let mut blocks = article.records(Field::Body);
    blocks.find_map(|block| match block.get(Field::Html) {
        None => block.text(Field::Text),
        Some(_) => None,
    })
}
