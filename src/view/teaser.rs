//! Other articles in brief. Each is one link, on its headline; the style sheet stretches it over the teaser.

use super::node::{Name, Tag};
use super::pen::Pen;
use super::{Label, figure};
use crate::article::Teaser;
use crate::sanitize::SafeUrl;

/// The teasers, without the article they stand in.
pub(super) fn related(pen: &mut Pen, teasers: &[Teaser], own: Option<&SafeUrl>) {
    pen.open_part(Tag::Aside, "related");
    pen.named(Label::Related);
    for item in teasers {
        if own != Some(&item.url) {
            teaser(pen, item);
        }
    }
    pen.close_filled();
}

fn teaser(pen: &mut Pen, teaser: &Teaser) {
    pen.open_part(Tag::Div, "teaser");
    pen.open_part(Tag::Div, "teaser-text");
    // The section is not linked: a second link would be a second tab stop to the same card.
    let section = teaser.section.as_ref().map(|section| &section.name);
    pen.line(Tag::P, "teaser-section", section);
    pen.open_part(Tag::heading(pen.level + 1), "teaser-headline");
    pen.directed(&teaser.headline);
    pen.open_link(&teaser.url, "noopener");
    pen.fixed(Name::Part, "teaser-link");
    pen.text(&teaser.headline);
    pen.close();
    pen.close();
    pen.line(Tag::P, "teaser-excerpt", teaser.excerpt.as_ref());
    if let Some(date) = &teaser.published {
        pen.time(Some("teaser-date"), date);
    }
    pen.close();
    figure::decoration(pen, teaser.image.as_ref(), "teaser-image");
    pen.close();
}
