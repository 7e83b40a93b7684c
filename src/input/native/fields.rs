//! Parts of the native format that are more than one value: pictures, people, teasers.

use super::super::json::{self, Json};
use super::super::reading::clean;
use super::super::{Cursor, Reading};
use crate::article::{Author, Candidate, Focus, Image, Link, Publisher, Teaser};
use crate::limits;
use crate::sanitize::SafeUrl;

pub(super) fn short(at: &Cursor, keys: &str, reading: &mut Reading) -> Option<String> {
    reading.line(at, keys, limits::NAME_CHARS)
}

/// Whether `at` is an object; text would have been fine as well.
fn object_or_text(at: &Cursor, reading: &mut Reading) -> bool {
    let is_object = matches!(at.json, Json::Object(_));
    if !is_object {
        reading.expected(at, "text or an object");
    }
    is_object
}

/// A name that may lead somewhere: `{"name", "url"}` or the name alone.
pub(super) fn link(at: &Cursor, keys: &str, reading: &mut Reading) -> Option<Link> {
    let value = at.get(keys)?;
    if let Some(raw) = value.as_text() {
        let name = clean(raw, limits::NAME_CHARS)?;
        return Some(Link { name, url: None });
    }
    if !object_or_text(&value, reading) {
        return None;
    }
    let url = reading.url(&value, "url");
    let name = short(&value, "name", reading)?;
    Some(Link { name, url })
}

/// A picture: an object or its URL alone.
pub(super) fn image(at: &Cursor, keys: &str, reading: &mut Reading) -> Option<Image> {
    image_at(&at.get(keys)?, reading)
}

pub(super) fn image_at(value: &Cursor, reading: &mut Reading) -> Option<Image> {
    if value.as_text().is_some() {
        return reading.image_url(value).map(Image::of);
    }
    if !object_or_text(value, reading) {
        return None;
    }
    let url = reading.required(value, "url")?;
    let mut image = Image::of(reading.image_url(&url)?);
    image.alt = reading.line(value, "alt", limits::ALT_CHARS);
    image.caption = reading.line(value, "caption", limits::SUMMARY_CHARS);
    image.credit = reading.line(value, "credit", limits::SUMMARY_CHARS);
    image.width = pixels(value, "width", reading);
    image.height = pixels(value, "height", reading);
    image.focus = focus(value, reading);
    if let Some(all) = value.get("srcset") {
        let items = reading.items(&all, limits::SRCSET, "12 sizes");
        for (index, json) in items.iter().enumerate() {
            let at = all.item(index, json);
            if reading.object(&at)
                && let Some(url) = reading.required(&at, "url")
                && let Some(url) = reading.image_url(&url)
                && let Some(width) = pixels(&at, "width", reading)
            {
                image.srcset.push(Candidate { url, width });
            }
        }
    }
    Some(image)
}

fn pixels(at: &Cursor, key: &str, reading: &mut Reading) -> Option<u32> {
    let size = reading.number(at, key, false)?;
    (1..=limits::PIXELS).contains(&size).then_some(size)
}

fn focus(at: &Cursor, reading: &mut Reading) -> Option<Focus> {
    let value = at.get("focus")?;
    if let Json::Array(items) = value.json
        && let [Json::Number(x), Json::Number(y)] = items[..]
        && let (Some(x), Some(y)) = (json::percent(x), json::percent(y))
    {
        return Some(Focus { x, y });
    }
    reading.expected(&value, "two numbers from 0 to 1");
    None
}

pub(super) fn authors(at: &Cursor, reading: &mut Reading) -> Vec<Author> {
    let mut authors = Vec::new();
    if let Some(all) = at.get("authors author") {
        if matches!(all.json, Json::Array(_)) {
            let items = reading.items(&all, limits::AUTHORS, "10 authors");
            for (index, json) in items.iter().enumerate() {
                authors.extend(author(&all.item(index, json), reading));
            }
        } else {
            authors.extend(author(&all, reading));
        }
    }
    authors
}

fn author(at: &Cursor, reading: &mut Reading) -> Option<Author> {
    let mut author = Author::default();
    if let Some(raw) = at.as_text() {
        author.name = clean(raw, limits::NAME_CHARS)?;
        return Some(author);
    }
    if !object_or_text(at, reading) {
        return None;
    }
    author.url = reading.url(at, "url");
    author.avatar = image(at, "avatar", reading);
    author.role = short(at, "role", reading);
    author.bio = reading.line(at, "bio", limits::TEXT_CHARS);
    // A nameless author would be an empty box.
    author.name = short(at, "name", reading)?;
    Some(author)
}

/// The publisher under `publisher`; without a name it is called by its host.
pub(super) fn publisher(at: &Cursor, reading: &mut Reading) -> Option<Publisher> {
    let link = link(at, "publisher", reading);
    let value = at.get("publisher")?;
    let logo = image(&value, "logo", reading);
    let mut publisher = match link {
        Some(link) => Publisher {
            name: link.name,
            url: link.url,
            logo: None,
        },
        None => publisher_of(&reading.url(&value, "url")?),
    };
    publisher.logo = logo;
    Some(publisher)
}

/// The publisher of an article that names none: the host of its page.
pub(super) fn publisher_of(url: &SafeUrl) -> Publisher {
    let host = url.host();
    Publisher {
        name: host.strip_prefix("www.").unwrap_or(host).into(),
        url: SafeUrl::web(url.origin(), None),
        logo: None,
    }
}

pub(super) fn teasers(at: &Cursor, reading: &mut Reading) -> Vec<Teaser> {
    let mut teasers = Vec::new();
    let items = reading.items(at, limits::RELATED, "6 related articles");
    for (index, json) in items.iter().enumerate() {
        teasers.extend(teaser(&at.item(index, json), reading));
    }
    teasers
}

fn teaser(at: &Cursor, reading: &mut Reading) -> Option<Teaser> {
    if !reading.object(at) {
        return None;
    }
    reading.required(at, "url")?;
    let headline = reading.line(at, "headline title", limits::HEADLINE_CHARS);
    if headline.is_none() {
        reading.wrong(at, &["expected headline, found none"]);
    }
    Some(Teaser {
        url: reading.url(at, "url")?,
        headline: headline?,
        excerpt: reading.line(at, "excerpt", limits::EXCERPT_CHARS),
        image: image(at, "image", reading),
        section: link(at, "section", reading),
        published: reading.date(at, "datePublished published date"),
    })
}
