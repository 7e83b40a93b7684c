//! Other articles in brief. Each is one link, on its headline; the style sheet stretches it over the teaser.

use super::node::{Attribute, Element, Tag};
use super::scope::{Scope, link};
use super::{Label, figure};
use crate::article::Teaser;
use crate::sanitize::SafeUrl;

/// The teasers, without the article they stand in.
pub(super) fn related(scope: &Scope, teasers: &[Teaser], own: Option<&SafeUrl>) -> Option<Element> {
    let label = scope.labels.get(Label::Related).to_owned();
    Element::part(Tag::Aside, "related")
        .with(Attribute::Label(label))
        .children(
            teasers
                .iter()
                .filter(|teaser| own != Some(&teaser.url))
                .map(|item| teaser(scope, item)),
        )
        .unless_empty()
}

fn teaser(scope: &Scope, teaser: &Teaser) -> Element {
    let section = teaser.section.as_ref().map(|section| {
        // A second link would be a second tab stop to the same card.
        Element::part(Tag::P, "teaser-section").child(section.name.as_str())
    });
    let heading = Element::part(Tag::heading(scope.level + 1), "teaser-headline");
    let heading = scope
        .directed(heading, &teaser.headline)
        .child(link(&teaser.url, Some("teaser-link")).child(teaser.headline.as_str()));
    let excerpt = teaser.excerpt.as_deref();
    let excerpt = excerpt.map(|text| scope.text(Element::part(Tag::P, "teaser-excerpt"), text));
    let published = teaser.published.as_ref();
    let date = published.map(|date| scope.time(date).with(Attribute::Part("teaser-date")));
    let text = Element::part(Tag::Div, "teaser-text")
        .children(section)
        .child(heading)
        .children(excerpt)
        .children(date);
    let image = teaser.image.as_ref();
    Element::part(Tag::Div, "teaser")
        .child(text)
        .children(image.map(|image| figure::decoration(image, "teaser-image")))
}
