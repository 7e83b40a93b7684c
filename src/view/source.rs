//! What stands below the text: corrections, topics, and where the article comes from.

use super::card::Place;
use super::pen::Pen;
use super::{DateStyle, Label, figure};
use crate::article::{Field, Record, Value};
use crate::node::{Name, Tag};
use crate::sanitize::SafeUrl;

pub(super) fn corrections(pen: &mut Pen, article: &Record) {
    let mut corrections = article.records(Field::Corrections).peekable();
    if corrections.peek().is_none() {
        return;
    }
    pen.open_part(Tag::Div, "corrections");
    pen.open_heading(1, "corrections-title");
    let words = pen.labels.get(Label::Corrections);
    pen.text(words);
    pen.close();
    for correction in corrections {
        pen.open_part(Tag::P, "correction");
        if let Some(date) = correction.date(Field::Date) {
            pen.time(None, date, DateStyle::Day);
            pen.text(" ");
        }
        pen.content(correction);
        pen.close();
    }
    pen.close();
}

pub(super) fn tags(pen: &mut Pen, article: &Record) {
    pen.open_part(Tag::Ul, "tags");
    pen.named(Label::Topics);
    for tag in article.list(Field::Tags).iter().filter_map(Value::as_text) {
        pen.span(Tag::Li, Name::Part, "tag", tag);
    }
    pen.close_filled();
}

/// The line that cannot be hidden: who published it, and where. In a feed an item names its publisher only where it is
/// not the feed's, and links to its page only where its headline does not.
pub(super) fn source(pen: &mut Pen, article: &Record, place: Place<'_>) {
    let mut publisher = article.record(Field::Publisher);
    let mut url = article.url(Field::Url);
    if let Place::InFeed(of_feed) = place {
        publisher = publisher.filter(|own| !of_feed.is_some_and(|feed| is_same(own, feed)));
        url = url.filter(|_| article.get(Field::Headline).is_none());
    }
    footer(pen, publisher, article.record(Field::License), url);
}

pub(super) fn is_same(a: &Record, b: &Record) -> bool {
    a.text(Field::Name) == b.text(Field::Name)
}

/// Publisher, licence and page, as far as there are any.
pub(super) fn footer(
    pen: &mut Pen,
    publisher: Option<&Record>,
    license: Option<&Record>,
    url: Option<&SafeUrl>,
) {
    pen.open_part(Tag::Footer, "source");
    if let Some(publisher) = publisher {
        figure::decoration(pen, publisher.record(Field::Logo), "logo");
        let (before, after) = pen.labels.around(Label::PublishedBy);
        pen.open_part(Tag::Span, "publisher");
        pen.text(before);
        pen.named_link(publisher, "noopener");
        pen.text(after);
        pen.close();
    }
    if let Some(license) = license {
        pen.open_part(Tag::Span, "license");
        pen.named_link(license, "license noopener");
        pen.close();
    }
    if let Some(url) = url {
        pen.open_article_link(url);
        pen.fixed(Name::Part, "permalink");
        let words = pen.labels.get(Label::Permalink);
        pen.text(words);
        pen.close_link();
    }
    pen.close_filled();
}
