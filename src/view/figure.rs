//! Pictures with what is printed about them.

use super::card::Place;
use super::node::{Attribute, Element, Tag};
use crate::article::{Article, Image, text};

/// The lead picture.
pub(super) fn lead(article: &Article, place: Place<'_>) -> Option<Element> {
    let image = article.image.as_ref()?;
    let headline = article.headline.as_deref();
    let loading = match place {
        // A card is drawn when it comes near the viewport: its first picture is what the reader waits for.
        Place::Alone => "eager",
        Place::InFeed(_) => "lazy",
    };
    Some(
        Element::part(Tag::Figure, "figure")
            .child(picture(image, "image", loading, alt(image, headline)))
            .children(caption(image)),
    )
}

/// A picture with an alternative text, in a figure of its own.
pub(super) fn figure(image: &Image, part: &'static str) -> Element {
    Element::part(Tag::Figure, part)
        .child(picture(image, "block-image", "lazy", alt(image, None)))
        .children(caption(image))
}

/// A picture that says nothing its surroundings do not: a portrait beside a name, a picture beside its headline.
pub(super) fn decoration(image: &Image, part: &'static str) -> Element {
    picture(image, part, "lazy", String::new())
}

fn picture(image: &Image, part: &'static str, loading: &'static str, alt: String) -> Element {
    let (sizes, srcset) = if image.srcset.is_empty() {
        (None, None)
    } else {
        let sizes = match loading {
            // `auto` is only allowed with lazy loading: then the browser knows the width it drew.
            "lazy" => "auto, (max-width: 45em) 100vw, 45em",
            _ => "(max-width: 45em) 100vw, 45em",
        };
        (
            Some(Attribute::Sizes(sizes)),
            Some(Attribute::Srcset(image.srcset.clone())),
        )
    };
    // The order matters in the browser: how to load comes before what to load.
    let mut element = Element::part(Tag::Img, part)
        .with(Attribute::Alt(alt))
        .with_some(image.width.map(Attribute::Width))
        .with_some(image.height.map(Attribute::Height))
        .with(Attribute::Loading(loading))
        .with(Attribute::Decoding("async"))
        .with(Attribute::ReferrerPolicy("strict-origin-when-cross-origin"));
    if let Some(focus) = image.focus {
        element = element
            .with(Attribute::FocusX(quarter(focus.x)))
            .with(Attribute::FocusY(quarter(focus.y)));
    }
    element
        .with_some(sizes)
        .with_some(srcset)
        .with(Attribute::Src(image.url.clone()))
}

/// Per cent to the nearest quarter, 0 to 4: the style sheet has a rule for each, inline styles are not allowed.
fn quarter(percent: u8) -> u8 {
    (percent.min(100) + 12) / 25
}

fn caption(image: &Image) -> Option<Element> {
    let caption = Element::part(Tag::Figcaption, "caption");
    let caption = match (&image.caption, &image.credit) {
        (Some(text), Some(_)) => caption.child([text, " "].concat()),
        (Some(text), None) => caption.child(text.as_str()),
        (None, _) => caption,
    };
    let credit = image.credit.as_deref();
    caption
        .children(credit.map(|credit| Element::part(Tag::Span, "credit").child(credit)))
        .unless_empty()
}

/// The alternative text, unless it is noise read aloud: a word that says it is a picture, or what is printed beside it.
fn alt(image: &Image, headline: Option<&str>) -> String {
    const NOISE: [&str; 7] = [
        "article image",
        "avatar",
        "image",
        "photo",
        "picture",
        "featured image",
        "thumbnail",
    ];
    let alt = image.alt.as_deref().unwrap_or_default();
    let repeats = |other: Option<&str>| other.is_some_and(|other| text::same(alt, other));
    let noise = NOISE.iter().any(|noise| text::same(alt, noise));
    if noise || repeats(headline) || repeats(image.caption.as_deref()) {
        return String::new();
    }
    alt.to_owned()
}
