//! JSON text → model: reads the text, recognises the format, hands it to that format's adapter.

mod cursor;
#[cfg(feature = "formats")]
mod foreign;
#[cfg(feature = "formats")]
mod formats;
mod json;
#[cfg(not(feature = "formats"))]
mod json_feed;
mod native;
mod reading;
mod shape;
#[cfg(feature = "formats")]
mod tidy;

use crate::article::{Document, Field, Record, text};
use crate::error::{Error, Reason, Warning};
use crate::limits;
use crate::sanitize::{ImagePolicy, SafeUrl, html};
use cursor::Cursor;
#[cfg(feature = "formats")]
use foreign::understand;
use json::Json;
use reading::Reading;

/// Whether the formats of others are read, and with them what others write in other ways.
pub(crate) const FORMATS: bool = cfg!(feature = "formats");

/// What a document may rely on besides its own text.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Base for relative URLs of a document that names no URL of its own: the `base` attribute, else the URL the
    /// JSON came from. Never the host page's URL.
    pub base: Option<SafeUrl>,
    /// Which pictures may be requested.
    pub images: ImagePolicy,
    /// Where the fields of a document of no known format stand, as JSON: see the `map` attribute.
    pub map: Option<String>,
    /// Seconds since 1970-01-01T00:00:00Z, for what is under embargo. Of the beginning, as by default,
    /// every embargo lasts.
    pub now: i64,
    /// Whether the document comes from another origin than the page that shows it: nothing is read of web pages then.
    pub is_foreign: bool,
}

impl Context {
    /// What addresses in HTML may rely on.
    fn scope(&self) -> html::Scope<'_> {
        html::Scope {
            base: self.base.as_ref(),
            images: &self.images,
        }
    }
}

/// A document that was understood.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The name of the recognised format: `native`, `json-feed`, and with the feature `formats` `activitystreams`,
    /// `json-ld`, `wordpress`, `ghost`, `ans`, `ninjs`, `apple-news`, `oembed`, `generic`, `rss` or `atom`.
    pub format: &'static str,
    /// The article or feed.
    pub document: Document,
    /// What was left out or repaired, in document order.
    pub warnings: Vec<Warning>,
    /// Whether a limit cut something off.
    pub truncated: bool,
}

impl Parsed {
    /// The article to draw as one card: the article itself; of a feed the item named by `item` (its position from 0,
    /// or its id), the first one by default.
    ///
    /// # Errors
    /// [`Reason::Format`] when a feed has no such item.
    pub fn article(&self, item: Option<&str>) -> Result<&Record, Error> {
        let feed = match &self.document {
            Document::Article(article) => return Ok(article),
            Document::Feed(feed) => feed,
        };
        let mut items = feed.records(Field::Items);
        let wanted = item.unwrap_or_default();
        let found = if wanted.is_empty() {
            items.next()
        } else {
            let position = json::integer(wanted, false);
            items
                .find(|article| article.text(Field::Id) == Some(wanted))
                .or_else(|| feed.records(Field::Items).nth(position? as usize))
        };
        found.ok_or_else(|| {
            let message: &[&str] = match item {
                Some(item) => &["the feed has no item \"", item, "\""],
                None => &["the feed has no items"],
            };
            Error::new(Reason::Format, message, "items".into())
        })
    }
}

/// Reads a document: JSON text of a known format, or a feed in XML.
///
/// # Errors
/// [`Reason::TooLarge`] above [`limits::DOCUMENT_BYTES`], [`Reason::Json`] for text that is not JSON (with line and
/// column), [`Reason::Format`] for JSON of no known format or with a wrong value (with its path), [`Reason::Withheld`] for what its
/// publisher does not want shown.
pub fn parse(text: &str, context: &Context) -> Result<Parsed, Error> {
    if text.len() > limits::DOCUMENT_BYTES {
        let message = ["the document is larger than 4 MB"];
        return Err(Error::new(Reason::TooLarge, &message, String::new()));
    }
    let mut reading = Reading::new(context.clone());
    let (format, document) = understand(text, context, &mut reading)?;
    match reading.error {
        Some(error) => Err(error),
        None => Ok(Parsed {
            format,
            document,
            warnings: reading.warnings,
            truncated: reading.truncated,
        }),
    }
}

/// Reads the native format and JSON Feed: the core build.
#[cfg(not(feature = "formats"))]
fn understand(
    text: &str,
    _: &Context,
    reading: &mut Reading,
) -> Result<(&'static str, Document), Error> {
    let mut json = json::parse(text, false, &mut reading.warnings)?;
    reading.truncated = !reading.warnings.is_empty();
    reading.lenient = json_feed::is(&json);
    if reading.lenient {
        json = json_feed::native(&json);
        let document = native::document(&Cursor::root(&json), "article-feed/1", reading);
        return Ok(("json-feed", document));
    }
    Ok((
        "native",
        own(&json, reading).ok_or_else(|| unrecognised(&json))?,
    ))
}

/// The document, if it is in the native format.
fn own(json: &Json, reading: &mut Reading) -> Option<Document> {
    let root = Cursor::root(json);
    match (json, schema(json)) {
        (_, Some(schema)) => Some(native::document(&root, schema, reading)),
        // A list is a feed without a name, of the format of its first recognisable item.
        (Json::Array(items), _)
            if items.is_empty() || items.iter().any(|json| schema(json).is_some()) =>
        {
            Some(native::articles(&root, reading))
        }
        _ => None,
    }
}

/// Reads UI strings: the JSON of the `labels` attribute, `{"showMore": "Weiterlesen"}`.
///
/// # Errors
/// [`Reason::Json`] or [`Reason::Format`], with paths that start at `labels`.
pub fn labels(text: &str) -> Result<Vec<(String, String)>, Error> {
    let in_attribute = |error| in_attribute("labels", error);
    let mut reading = Reading::new(Context::default());
    let json = json::parse(text, false, &mut reading.warnings).map_err(in_attribute)?;
    let labels = reading.labels(&Cursor::root(&json));
    reading
        .error
        .map_or(Ok(labels), |error| Err(in_attribute(error)))
}

/// Reads the words of a language, `{"showMore": "Mehr anzeigen", "moreStories": {"one": "…", "other": "…"}}`, as they are in
/// the browser: see [`crate::lang`].
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn words(text: &str) -> String {
    let mut words = String::new();
    let Ok(Json::Object(members)) = json::parse(text, false, &mut Vec::new()) else {
        return words;
    };
    for (name, value) in &members {
        match value {
            Json::Text(text) => words.extend([name, "\n", text, "\n"]),
            Json::Object(forms) => {
                for (category, form) in forms {
                    if let Json::Text(form) = form {
                        words.extend([name, ".", category, "\n", form, "\n"]);
                    }
                }
            }
            _ => {}
        }
    }
    words
}

fn in_attribute(name: &str, mut error: Error) -> Error {
    error.path = text::trim(&[name, " ", &error.path].concat()).into();
    error
}

/// Reads a whole number of up to nine digits: attributes that count.
pub(crate) fn count(text: &str) -> Option<u32> {
    json::integer(text, false).filter(|_| !text.is_empty())
}

fn schema<'j>(json: &'j Json) -> Option<&'j str> {
    match json.get("schema") {
        Some(Json::Text(schema))
            if schema.starts_with("article-card/") || schema.starts_with("article-feed/") =>
        {
            Some(schema)
        }
        _ => None,
    }
}

fn unrecognised(json: &Json) -> Error {
    #[cfg(feature = "formats")]
    const EXPECTED: &str = "expected article-card/1, JSON Feed, WordPress, Ghost, schema.org, ANS, ninjs, ActivityStreams, \
        Apple News, oEmbed or a map of its fields, found ";
    #[cfg(not(feature = "formats"))]
    const EXPECTED: &str = "expected \"schema\": \"article-card/1\" or \"article-feed/1\", found ";
    let mut message = String::from(EXPECTED);
    #[cfg(feature = "formats")]
    if json.get("db").is_some() {
        message = "a Ghost export is not for readers: use the Content API, /ghost/api/content/posts/?include=authors,tags; found ".into();
    }
    match json {
        Json::Object(members) if !members.is_empty() => {
            message.push_str("an object with the keys ");
            for (index, (key, _)) in members.iter().take(5).enumerate() {
                if index > 0 {
                    message.push_str(", ");
                }
                message.push_str(&text::cut(text::line(key), 40));
            }
        }
        other => message.push_str(other.kind()),
    }
    Error::new(Reason::Format, &[&message], String::new())
}
