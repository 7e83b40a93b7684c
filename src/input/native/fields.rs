//! Fields of the native format: each reads one value of one object, or says what is wrong with it.

use super::super::{Cursor, Reading};
use crate::article::{
    Author, Candidate, Date, Focus, Image, Language, Link, Publisher, Teaser, text,
};
use crate::error::Error;
use crate::limits;
use crate::sanitize::SafeUrl;

/// Clean text of at most `max` characters; none when nothing is left.
pub(super) fn clean(raw: &str, max: usize) -> Option<String> {
    let line = text::line(raw);
    (!line.is_empty()).then(|| text::cut(&line, max).into_owned())
}

pub(super) fn text_within(at: &Cursor, keys: &[&str], max: usize) -> Result<Option<String>, Error> {
    match at.first(keys) {
        Some(value) => Ok(clean(value.text()?, max)),
        None => Ok(None),
    }
}

pub(super) fn headline_text(at: &Cursor, keys: &[&str]) -> Result<Option<String>, Error> {
    text_within(at, keys, limits::HEADLINE_CHARS)
}

pub(super) fn name(at: &Cursor, keys: &[&str]) -> Result<Option<String>, Error> {
    // An id is a name too, and ids are URLs more often than not.
    text_within(at, keys, limits::URL_CHARS)
}

fn short(at: &Cursor, key: &str) -> Result<Option<String>, Error> {
    text_within(at, &[key], limits::NAME_CHARS)
}

pub(super) fn integer(at: &Cursor, key: &str) -> Result<Option<u32>, Error> {
    at.get(key).map(|value| value.integer()).transpose()
}

/// The items of a list, at most `max` of them; `what` names that many of them in the warning.
pub(super) fn list<'b>(
    at: &'b Cursor,
    max: usize,
    what: &str,
    reading: &mut Reading,
) -> Result<impl Iterator<Item = Cursor<'b>> + use<'b>, Error> {
    let items = at.items()?;
    if items.len() > max {
        reading.truncated = true;
        reading.warn(at, &["cut after ", what]);
    }
    Ok(items.take(max))
}

/// A page's address. One that the policy refuses is left out with a warning.
pub(super) fn web_url(
    at: &Cursor,
    keys: &[&str],
    reading: &mut Reading,
) -> Result<Option<SafeUrl>, Error> {
    let Some(value) = at.first(keys) else {
        return Ok(None);
    };
    let raw = value.text()?;
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let url = SafeUrl::web(raw, reading.base.as_ref());
    if url.is_none() {
        reading.warn(&value, &[REFUSED]);
    }
    Ok(url)
}

const REFUSED: &str =
    "left out: expected an http or https URL, or a relative one and a base to resolve it against";

const REFUSED_IMAGE: &str = "left out: expected the https URL of a picture that is not on the page's own or a local address";

/// A date. One that cannot be read is left out with a warning.
pub(super) fn date(
    at: &Cursor,
    keys: &[&str],
    reading: &mut Reading,
) -> Result<Option<Date>, Error> {
    let Some(value) = at.first(keys) else {
        return Ok(None);
    };
    let raw = value.text()?;
    let date = Date::parse(raw);
    if date.is_none() && !raw.trim().is_empty() {
        reading.warn(
            &value,
            &["left out: expected a date like 2026-01-31T09:30:00+02:00"],
        );
    }
    Ok(date)
}

pub(super) fn language(at: &Cursor, reading: &mut Reading) -> Result<Option<Language>, Error> {
    let Some(value) = at.first(&["language", "lang"]) else {
        return Ok(None);
    };
    let raw = value.text()?;
    let language = Language::parse(raw);
    if language.is_none() && !raw.trim().is_empty() {
        reading.warn(
            &value,
            &["left out: expected a language tag like en or pt-BR"],
        );
    }
    Ok(language)
}

/// A name that may lead somewhere: `{"name", "url"}` or the name alone.
pub(super) fn link(
    at: &Cursor,
    keys: &[&str],
    reading: &mut Reading,
) -> Result<Option<Link>, Error> {
    let Some(value) = at.first(keys) else {
        return Ok(None);
    };
    if let Ok(raw) = value.text() {
        return Ok(clean(raw, limits::NAME_CHARS).map(|name| Link { name, url: None }));
    }
    value
        .object()
        .map_err(|_| value.expected("text or an object"))?;
    let url = web_url(&value, &["url"], reading)?;
    Ok(short(&value, "name")?.map(|name| Link { name, url }))
}

/// A picture: an object or its URL alone.
pub(super) fn image(
    at: &Cursor,
    keys: &[&str],
    reading: &mut Reading,
) -> Result<Option<Image>, Error> {
    at.first(keys)
        .map_or(Ok(None), |value| image_at(&value, reading))
}

pub(super) fn image_at(value: &Cursor, reading: &mut Reading) -> Result<Option<Image>, Error> {
    if value.text().is_ok() {
        return Ok(image_url(value, reading)?.map(Image::of));
    }
    value
        .object()
        .map_err(|_| value.expected("text or an object"))?;
    let Some(url_at) = value.get("url") else {
        return Err(value.wrong(&["expected a url, found none"]));
    };
    let Some(url) = image_url(&url_at, reading)? else {
        return Ok(None);
    };
    let mut srcset = Vec::new();
    if let Some(all) = value.get("srcset") {
        for candidate in list(&all, limits::SRCSET, "12 sizes", reading)? {
            candidate.object()?;
            let Some(url_at) = candidate.get("url") else {
                return Err(candidate.wrong(&["expected a url, found none"]));
            };
            let width = pixels(&candidate, "width")?;
            if let (Some(url), Some(width)) = (image_url(&url_at, reading)?, width) {
                srcset.push(Candidate { url, width });
            }
        }
    }
    Ok(Some(Image {
        url,
        alt: text_within(value, &["alt"], limits::ALT_CHARS)?,
        caption: text_within(value, &["caption"], limits::SUMMARY_CHARS)?,
        credit: text_within(value, &["credit"], limits::SUMMARY_CHARS)?,
        width: pixels(value, "width")?,
        height: pixels(value, "height")?,
        srcset,
        focus: focus(value)?,
    }))
}

fn image_url(value: &Cursor, reading: &mut Reading) -> Result<Option<SafeUrl>, Error> {
    let raw = value.text()?;
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let url = SafeUrl::image(raw, reading.base.as_ref(), &reading.images);
    if url.is_none() {
        reading.warn(value, &[REFUSED_IMAGE]);
    }
    Ok(url)
}

fn pixels(at: &Cursor, key: &str) -> Result<Option<u32>, Error> {
    Ok(integer(at, key)?.filter(|size| (1..=limits::PIXELS).contains(size)))
}

fn focus(at: &Cursor) -> Result<Option<Focus>, Error> {
    let Some(value) = at.get("focus") else {
        return Ok(None);
    };
    let mut parts = value.items()?;
    let (Some(x), Some(y), None) = (parts.next(), parts.next(), parts.next()) else {
        return Err(value.wrong(&["expected two numbers from 0 to 1"]));
    };
    Ok(Some(Focus {
        x: x.percent()?,
        y: y.percent()?,
    }))
}

pub(super) fn authors(at: &Cursor, reading: &mut Reading) -> Result<Vec<Author>, Error> {
    let Some(value) = at.first(&["authors", "author"]) else {
        return Ok(Vec::new());
    };
    if value.items().is_err() {
        return Ok(author(&value, reading)?.into_iter().collect());
    }
    let mut authors = Vec::new();
    for item in list(&value, limits::AUTHORS, "10 authors", reading)? {
        authors.extend(author(&item, reading)?);
    }
    Ok(authors)
}

fn author(at: &Cursor, reading: &mut Reading) -> Result<Option<Author>, Error> {
    let mut author = Author {
        name: String::new(),
        url: None,
        avatar: None,
        role: None,
        bio: None,
    };
    let name = if let Ok(raw) = at.text() {
        clean(raw, limits::NAME_CHARS)
    } else {
        at.object().map_err(|_| at.expected("text or an object"))?;
        author.url = web_url(at, &["url"], reading)?;
        author.avatar = image(at, &["avatar"], reading)?;
        author.role = short(at, "role")?;
        author.bio = text_within(at, &["bio"], limits::TEXT_CHARS)?;
        short(at, "name")?
    };
    // A nameless author would be an empty box.
    Ok(name.map(|name| Author { name, ..author }))
}

/// The publisher under `publisher`; without a name it is called by its host.
pub(super) fn publisher(at: &Cursor, reading: &mut Reading) -> Result<Option<Publisher>, Error> {
    let Some(value) = at.get("publisher") else {
        return Ok(None);
    };
    if let Ok(raw) = value.text() {
        return Ok(clean(raw, limits::NAME_CHARS).map(|name| Publisher {
            name,
            url: None,
            logo: None,
        }));
    }
    value
        .object()
        .map_err(|_| value.expected("text or an object"))?;
    let url = web_url(&value, &["url"], reading)?;
    let logo = image(&value, &["logo"], reading)?;
    let name = short(&value, "name")?.or_else(|| Some(publisher_of(url.as_ref()?).name));
    Ok(name.map(|name| Publisher { name, url, logo }))
}

/// The publisher of an article that names none: the host of its page.
pub(super) fn publisher_of(url: &SafeUrl) -> Publisher {
    let host = url.host();
    Publisher {
        name: host.strip_prefix("www.").unwrap_or(host).to_owned(),
        url: SafeUrl::web(url.origin(), None),
        logo: None,
    }
}

pub(super) fn teasers(at: &Cursor, reading: &mut Reading) -> Result<Vec<Teaser>, Error> {
    let mut teasers = Vec::new();
    for item in list(at, limits::RELATED, "6 related articles", reading)? {
        item.object()?;
        let url = web_url(&item, &["url"], reading)?;
        let headline = headline_text(&item, &["headline", "title"])?;
        let teaser = Teaser {
            excerpt: text_within(&item, &["excerpt"], limits::EXCERPT_CHARS)?,
            image: image(&item, &["image"], reading)?,
            section: link(&item, &["section"], reading)?,
            published: date(&item, &["datePublished", "published", "date"], reading)?,
            url: match url {
                Some(url) => url,
                None if item.get("url").is_some() => continue,
                None => return Err(item.wrong(&["expected a url, found none"])),
            },
            headline: match headline {
                Some(headline) => headline,
                None => return Err(item.wrong(&["expected a headline, found none"])),
            },
        };
        teasers.push(teaser);
    }
    Ok(teasers)
}

/// `labels`: UI strings by name. Unknown names are kept: a later version may know them.
pub(in crate::input) fn labels(at: &Cursor) -> Result<Vec<(String, String)>, Error> {
    let mut labels = Vec::new();
    for (key, label) in at.members()? {
        labels.extend(clean(label.text()?, limits::NAME_CHARS).map(|text| (key.to_owned(), text)));
    }
    Ok(labels)
}
