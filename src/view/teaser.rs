//! Other articles in brief. Each is one link, on its headline; the style sheet stretches it over the teaser.

use super::pen::Pen;
use super::{DateStyle, Label, figure, header};
use crate::article::{Field, Record};
use crate::node::Tag;

/// The teasers of an article or block, without the article they stand in.
pub(super) fn related(pen: &mut Pen, of: &Record, field: Field) {
    pen.open_part(Tag::Aside, "related");
    pen.named(Label::Related);
    for teaser in of.records(field) {
        if teaser.url(Field::Url) != of.url(Field::Url) {
            self::teaser(pen, teaser);
        }
    }
    pen.close_filled();
}

fn teaser(pen: &mut Pen, teaser: &Record) {
    pen.open_part(Tag::Div, "teaser");
    pen.open_part(Tag::Div, "teaser-text");
    let around = pen.sponsored;
    pen.sponsored |= teaser.get(Field::Sponsor).is_some();
    header::sponsor(pen, teaser);
    // The section is not linked: a second link would be a second tab stop to the same card.
    let section = teaser.record(Field::Section);
    let section = section.and_then(|section| section.text(Field::Name));
    pen.line(Tag::P, "teaser-section", section);
    pen.open_heading(1, "teaser-headline");
    header::headline_link(pen, teaser, "teaser-link");
    pen.close();
    pen.line(Tag::P, "teaser-excerpt", teaser.text(Field::Excerpt));
    if let Some(date) = teaser.date(Field::Published) {
        pen.time(Some("teaser-date"), date, DateStyle::Day);
    }
    pen.close();
    figure::decoration(pen, teaser.record(Field::Image), "teaser-image");
    pen.close();
    pen.sponsored = around;
}
