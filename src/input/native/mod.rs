//! The native format: `article-card/1` and `article-feed/1`, camelCase, plain text but for `html` and `bodyHtml`.
//!
//! Strict: a value of the wrong kind is an error that names its path, because whoever writes this format wants to
//! know. Unknown keys are ignored and unknown block types fall back, so that `article-card/1.x` can add to it.
//! What the format holds stands in [`super::shape`]; here is what a table cannot say.

mod body;
mod read;

use super::Cursor;
use super::reading::Reading;
use super::shape::{self, Rule};
use crate::article::{Document, Field, Record, Value, is_same, text};
use crate::limits;
use crate::sanitize::SafeUrl;
use read::{fill, named};

/// Reads the document whose `schema` is given.
pub(super) fn document(root: &Cursor, schema: &str, reading: &mut Reading) -> Document {
    let name_length = schema.bytes().take_while(|byte| *byte != b'/').count();
    let (kind, version) = schema.split_at(name_length);
    if version != "/1" && !version.starts_with("/1.") {
        let at = root.get("schema").unwrap_or(*root);
        reading.wrong(&at, &["expected ", kind, "/1, found ", schema]);
    }
    if kind == "article-feed" {
        let mut feed = scope(root, shape::FEED, reading);
        // Its items have them now.
        feed.take(Field::Authors);
        return Document::Feed(feed);
    }
    let article = scope(root, shape::ARTICLE, reading);
    if is_empty(&article) {
        reading.wrong(root, &["expected a headline or a body, found neither"]);
    }
    Document::Article(article)
}

/// Reads a bare list of articles as a feed.
pub(super) fn articles(root: &Cursor, reading: &mut Reading) -> Document {
    let mut feed = Record::default();
    feed.set(Field::Items, items(root, reading));
    Document::Feed(feed)
}

fn is_empty(article: &Record) -> bool {
    let says = [Field::Headline, Field::Body, Field::Withdrawn];
    says.into_iter().all(|field| article.get(field).is_none())
}

/// An article or a feed: what stands in it is relative to its own URL.
fn scope(at: &Cursor, shape: &[Rule], reading: &mut Reading) -> Record {
    let outer_base = reading.context.base.clone();
    let outer_inner = reading.inner;
    let outer_nodes = core::mem::replace(&mut reading.nodes, limits::ARTICLE_NODES);
    let mut record = Record::default();
    fill(&mut record, at, shape, reading);
    #[cfg(feature = "formats")]
    if reading.lenient {
        super::tidy::tidy(&mut record);
    }
    reading.context.base = outer_base;
    reading.inner = outer_inner;
    reading.nodes = outer_nodes;
    record
}

/// The items of a feed. One bad item never hides the others.
fn items(at: &Cursor, reading: &mut Reading) -> Value {
    let mut items = Vec::new();
    for (index, json) in reading.items(at).iter().enumerate() {
        let at = at.item(index, json);
        if index == limits::FEED_ITEMS {
            reading.cut(&at, "200 items");
            break;
        }
        let before = reading.error.take();
        let item = scope(&at, shape::ARTICLE, reading);
        if let Some(mut error) = core::mem::replace(&mut reading.error, before) {
            error.message.insert_str(0, "item left out: ");
            reading.push_warning(error.path, error.message);
        } else if is_empty(&item) {
            reading.warn(
                &at,
                &["item left out: it has neither a headline nor a body"],
            );
        } else if item.get(Field::Withdrawn).is_some() {
            reading.warn(&at, &["item left out: it was withdrawn"]);
        } else if items
            .iter()
            .filter_map(Value::as_record)
            .any(|known| is_same(known, &item))
        {
            reading.warn(&at, &["item left out: the same article stands before it"]);
        } else {
            items.push(Value::Record(item));
        }
    }
    Value::List(items)
}

/// The publisher; without a name it is called by its host. Without one at all it is the host of the whole document:
/// what stands inside has no need to say it again.
fn publisher(at: Option<Cursor>, article: &Record, reading: &mut Reading) -> Option<Value> {
    let mut publisher = Record::default();
    if let Some(at) = at
        && let Value::Record(given) = named(&at, shape::PUBLISHER, reading)?
    {
        publisher = given;
    }
    if publisher.get(Field::Name).is_none() {
        let own = article.url(Field::Url).filter(|_| !reading.inner);
        let url = publisher.url(Field::Url).or(own)?;
        let host = url.host();
        let name = host.strip_prefix("www.").unwrap_or(host).into();
        let home = SafeUrl::web(url.origin(), None);
        publisher.set(Field::Name, Value::Text(name));
        if let Some(home) = home.filter(|_| publisher.get(Field::Url).is_none()) {
            publisher.set(Field::Url, Value::Url(home));
        }
    }
    Some(Value::Record(publisher))
}

/// A word that a later version may have is no reason to show nothing.
fn access(at: &Cursor, reading: &mut Reading) -> Option<Value> {
    let access = text::trim(reading.text(at));
    if text::is_among(access, "free registration metered paid") {
        return Some(Value::Text(access.into()));
    }
    if !access.is_empty() {
        let found = text::cut(text::line(access), 40);
        let expected = "left out: expected free, registration, metered or paid, found \"";
        reading.warn(at, &[expected, &found, "\""]);
    }
    None
}

/// Items speak the language of their feed, come from its publisher and, in formats of others, are by its authors, unless
/// they say otherwise.
fn inherit(feed: &Record, items: &mut Value) {
    let Value::List(items) = items else { return };
    for item in items {
        let Value::Record(item) = item else { continue };
        for field in [Field::Language, Field::Publisher, Field::Authors] {
            if let (Some(value), None) = (feed.get(field), item.get(field)) {
                item.set(field, value.clone());
            }
        }
    }
}
