//! Pictures with what is printed about them.

use super::card::Place;
use super::node::{Attribute, Name, Tag};
use super::pen::Pen;
use crate::article::{Article, Image, text};
use crate::sanitize::SafeUrl;

/// The lead picture.
pub(super) fn lead(pen: &mut Pen, article: &Article, place: Place<'_>) {
    let Some(image) = &article.image else { return };
    let loading = match place {
        // A card is drawn when it comes near the viewport: its first picture is what the reader waits for.
        Place::Alone => "eager",
        Place::InFeed(_) => "lazy",
    };
    pen.open_part(Tag::Figure, "figure");
    let alt = alt(image, article.headline.as_deref());
    picture(pen, image, "image", loading, alt);
    caption(pen, image);
    pen.close();
}

/// A picture in a figure of its own.
pub(super) fn figure(pen: &mut Pen, image: &Image, part: &'static str, link: Option<&SafeUrl>) {
    pen.open_part(Tag::Figure, part);
    if let Some(url) = link {
        pen.open_link(url, "noopener");
    }
    picture(pen, image, "block-image", "lazy", alt(image, None));
    if link.is_some() {
        pen.close();
    }
    caption(pen, image);
    pen.close();
}

/// A picture that says nothing its surroundings do not: a portrait beside a name, a picture beside its headline.
pub(super) fn decoration(pen: &mut Pen, image: Option<&Image>, part: &'static str) {
    if let Some(image) = image {
        picture(pen, image, part, "lazy", "");
    }
}

fn picture(pen: &mut Pen, image: &Image, part: &'static str, loading: &'static str, alt: &str) {
    // The order matters in the browser: how to load comes before what to load.
    pen.open_part(Tag::Img, part);
    pen.set(Attribute::alt(alt.into()));
    pen.number(Name::Width, image.width);
    pen.number(Name::Height, image.height);
    pen.fixed(Name::Loading, loading);
    pen.fixed(Name::Decoding, "async");
    pen.fixed(Name::ReferrerPolicy, "strict-origin-when-cross-origin");
    if let Some(focus) = image.focus {
        pen.number(Name::FocusX, Some(quarter(focus.x)));
        pen.number(Name::FocusY, Some(quarter(focus.y)));
    }
    if !image.srcset.is_empty() {
        let sizes = match loading {
            // `auto` is only allowed with lazy loading: then the browser knows the width it drew.
            "lazy" => "auto, (max-width: 45em) 100vw, 45em",
            _ => "(max-width: 45em) 100vw, 45em",
        };
        pen.fixed(Name::Sizes, sizes);
        pen.set(Attribute::srcset(&image.srcset));
    }
    pen.set(Attribute::src(&image.url));
    pen.close();
}

/// Per cent to the nearest quarter, 0 to 4: the style sheet has a rule for each, inline styles are not allowed.
fn quarter(percent: u8) -> u32 {
    (u32::from(percent) + 12) / 25
}

fn caption(pen: &mut Pen, image: &Image) {
    pen.open_part(Tag::Figcaption, "caption");
    if let Some(text) = &image.caption {
        pen.text(text);
    }
    if let Some(credit) = &image.credit {
        if pen.count() > 0 {
            pen.text(" ");
        }
        pen.span(Tag::Span, Name::Part, "credit", credit);
    }
    pen.close_filled();
}

/// The alternative text, unless it is noise read aloud: a word that says it is a picture, or what is printed beside it.
fn alt<'a>(image: &'a Image, headline: Option<&str>) -> &'a str {
    const NOISE: &str = "article image,avatar,image,photo,picture,featured image,thumbnail";
    let alt = image.alt.as_deref().unwrap_or_default();
    let printed = [headline, image.caption.as_deref()];
    let mut beside = NOISE.split(',').chain(printed.into_iter().flatten());
    if beside.any(|other| text::same(alt, other)) {
        return "";
    }
    alt
}
