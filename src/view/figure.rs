//! Pictures with what is printed about them.

use super::card::Place;
use super::pen::Pen;
use crate::article::{Field, Record, Value, text};
use crate::node::{Attribute, Name, Tag};
use crate::sanitize::SafeUrl;

/// The lead picture.
pub(super) fn lead(pen: &mut Pen, article: &Record, place: Place<'_>) {
    let image = article.record(Field::Image).filter(|image| may_show(image));
    let Some(image) = image.filter(|_| !pen.settings.hides("image")) else {
        return;
    };
    let loading = match place {
        // A card is drawn when it comes near the viewport: its first picture is what the reader waits for.
        Place::Alone if article.get(Field::Warning).is_none() => "eager",
        _ => "lazy",
    };
    pen.open_part(Tag::Figure, "figure");
    let alt = alt(image, article.text(Field::Headline));
    picture(pen, image, "image", loading, alt);
    caption(pen, image);
    pen.close();
}

/// Whether a picture may be shown by others than its publisher.
fn may_show(image: &Record) -> bool {
    !matches!(image.get(Field::Republish), Some(Value::Flag(false)))
}

/// A picture in a figure of its own.
pub(super) fn figure(pen: &mut Pen, image: &Record, part: &'static str, link: Option<&SafeUrl>) {
    if !may_show(image) {
        return;
    }
    pen.open_part(Tag::Figure, part);
    if let Some(url) = link {
        pen.open_link(url, "noopener");
    }
    let mut alt = alt(image, None);
    if let (Some(url), "") = (link, alt) {
        // A link needs a name.
        alt = image.text(Field::Caption).unwrap_or_else(|| url.host());
    }
    picture(pen, image, "block-image", "lazy", alt);
    if link.is_some() {
        pen.close_link();
    }
    caption(pen, image);
    pen.close();
}

/// A picture that says nothing its surroundings do not: a portrait beside a name, a picture beside its headline.
pub(super) fn decoration(pen: &mut Pen, image: Option<&Record>, part: &'static str) {
    if let Some(image) = image.filter(|image| may_show(image)) {
        picture(pen, image, part, "lazy", "");
    }
}

fn picture(pen: &mut Pen, image: &Record, part: &'static str, loading: &'static str, alt: &str) {
    let Some(url) = image.url(Field::Url) else {
        return;
    };
    pen.open_picture(part, loading, alt.into());
    pen.number(Name::Width, image.number(Field::Width));
    pen.number(Name::Height, image.number(Field::Height));
    if let Some(Value::Focus(focus)) = image.get(Field::Focus) {
        pen.number(Name::FocusX, Some(quarter(focus.x)));
        pen.number(Name::FocusY, Some(quarter(focus.y)));
    }
    if !image.list(Field::Srcset).is_empty() {
        let sizes = match (loading, pen.settings.width) {
            // `auto` is only allowed with lazy loading: then the browser knows the width it drew.
            ("lazy", _) => Attribute::fixed(Name::Sizes, "auto, (max-width: 45em) 100vw, 45em"),
            (_, Some(width)) => Attribute::sizes(width),
            _ => Attribute::fixed(Name::Sizes, "(max-width: 45em) 100vw, 45em"),
        };
        pen.set(sizes);
        pen.set(Attribute::srcset(image.records(Field::Srcset)));
    }
    pen.set(Attribute::src(url));
    pen.close();
}

/// Per cent to the nearest quarter, 0 to 4: the style sheet has a rule for each, inline styles are not allowed.
fn quarter(percent: u8) -> u32 {
    (u32::from(percent) + 12) / 25
}

fn caption(pen: &mut Pen, image: &Record) {
    pen.open_part(Tag::Figcaption, "caption");
    pen.text(image.text(Field::Caption).unwrap_or_default());
    if let Some(credit) = image.text(Field::Credit) {
        if pen.count() > 0 {
            pen.text(" ");
        }
        pen.span(Tag::Span, Name::Part, "credit", credit);
    }
    pen.close_filled();
}

/// The alternative text, unless it is noise read aloud: a word that says it is a picture, or what is printed beside it.
fn alt<'a>(image: &'a Record, headline: Option<&str>) -> &'a str {
    const NOISE: [&str; 7] = [
        "article image",
        "avatar",
        "image",
        "photo",
        "picture",
        "featured image",
        "thumbnail",
    ];
    let alt = image.text(Field::Alt).unwrap_or_default();
    let printed = [headline, image.text(Field::Caption)];
    let mut beside = NOISE.into_iter().chain(printed.into_iter().flatten());
    if beside.any(|other| text::same(alt, other)) {
        return "";
    }
    alt
}
