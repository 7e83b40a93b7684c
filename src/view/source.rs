//! What stands below the text: corrections, topics, and where the article comes from.

use super::card::Place;
use super::pen::Pen;
use super::{DateStyle, Label, figure};
use crate::article::{Field, Record, Value};
use crate::node::{Attribute, Name, Tag};
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
    pen.open_part(Tag::Footer, "source");
    published_by(pen, publisher);
    let own = article.record(Field::Publisher);
    let original = article.record(Field::Original);
    if let Some(original) =
        original.filter(|original| !own.is_some_and(|own| is_same(own, original)))
    {
        named(pen, Tag::Span, "original", Label::Original, original);
        // One way to it is enough.
        url = url.filter(|_| original.get(Field::Url).is_none());
    }
    if let Some(license) = article.record(Field::License) {
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
    if let (Some(url), Place::Alone, true) = (article.url(Field::Url), place, pen.settings.share) {
        share(pen, url);
    }
    pen.close_filled();
}

/// A button that gives the article's address on, and where it is said that it was copied.
fn share(pen: &mut Pen, url: &SafeUrl) {
    pen.open_button("share", "share");
    pen.set(Attribute::value_of(url));
    let words = pen.labels.get(Label::Share);
    pen.text(words);
    pen.close();
    pen.open_part(Tag::Span, "shared");
    pen.fixed(Name::Role, "status");
    pen.span(Tag::Span, Name::Hidden, "", pen.labels.get(Label::Copied));
    pen.close();
}

pub(super) fn is_same(a: &Record, b: &Record) -> bool {
    a.text(Field::Name) == b.text(Field::Name)
}

/// Where a feed comes from.
pub(super) fn footer(pen: &mut Pen, publisher: Option<&Record>) {
    pen.open_part(Tag::Footer, "source");
    published_by(pen, publisher);
    pen.close_filled();
}

fn published_by(pen: &mut Pen, publisher: Option<&Record>) {
    if let Some(publisher) = publisher {
        figure::decoration(pen, publisher.record(Field::Logo), "logo");
        named(pen, Tag::Span, "publisher", Label::PublishedBy, publisher);
    }
}

/// `record` in the words of `label`.
pub(super) fn named(pen: &mut Pen, tag: Tag, part: &'static str, label: Label, record: &Record) {
    let (before, after) = pen.labels.around(label);
    pen.open_part(tag, part);
    pen.text(before);
    pen.named_link(record, "noopener");
    pen.text(after);
    pen.close();
}
