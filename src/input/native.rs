//! The native format: `article-card/1` and `article-feed/1`, camelCase, plain text but for `html` and `bodyHtml`.
//!
//! Strict: a value of the wrong kind is an error that names its path, because whoever writes this format wants to
//! know. Unknown keys are ignored and unknown block types fall back, so that `article-card/1.x` can add to it.
//! What the format holds stands in [`super::shape`]; here is what a table cannot say.

use super::reading::Reading;
use super::shape::{self, Kind, Need, Rule};
use super::{Cursor, Json};
use crate::article::{BlockType, Document, Field, Record, Value, text};
use crate::limits;
use crate::sanitize::{SafeUrl, plain_text};

/// Reads the document whose `schema` is given.
pub(super) fn document(root: &Cursor, schema: &str, reading: &mut Reading) -> Document {
    let name_length = schema.bytes().take_while(|byte| *byte != b'/').count();
    let (kind, version) = schema.split_at(name_length);
    if version != "/1" && !version.starts_with("/1.") {
        let at = root.get("schema").unwrap_or(*root);
        reading.wrong(&at, &["expected ", kind, "/1, found ", schema]);
    }
    if kind == "article-feed" {
        return Document::Feed(scope(root, shape::FEED, reading));
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
    article.get(Field::Headline).is_none() && article.get(Field::Body).is_none()
}

/// An article or a feed: what stands in it is relative to its own URL.
fn scope(at: &Cursor, shape: &[Rule], reading: &mut Reading) -> Record {
    let outer_base = reading.context.base.clone();
    let mut record = Record::default();
    fill(&mut record, at, shape, reading);
    reading.context.base = outer_base;
    record
}

/// Reads the fields of `shape`; false when the record lacks what it cannot do without.
fn fill(record: &mut Record, at: &Cursor, shape: &[Rule], reading: &mut Reading) -> bool {
    if !matches!(at.json, Json::Object(_)) {
        reading.expected(at, "an object");
        return false;
    }
    for rule in shape {
        let found = match rule.kind {
            Kind::Content | Kind::Body | Kind::Publisher => Some(*at),
            _ => at.get(rule.field.name()).or_else(|| at.alias(rule.aliases)),
        };
        if let Some(found) = found {
            if let Some((field, value)) = read(&found, rule, record, reading) {
                record.set(field, value);
                continue;
            }
        } else if rule.need == Need::Must {
            reading.wrong(at, &["expected ", rule.field.name(), ", found none"]);
        }
        // Of `blocks` and `text` one is enough.
        if rule.need != Need::May && record.get(Field::Blocks).is_none() {
            return false;
        }
    }
    true
}

/// Reads the value of one field.
fn read(
    at: &Cursor,
    rule: &Rule,
    record: &Record,
    reading: &mut Reading,
) -> Option<(Field, Value)> {
    let value = match rule.kind {
        Kind::Content => return content(at, rule.need, reading),
        Kind::Body => body(at, reading)?,
        Kind::Publisher => publisher(at.get("publisher"), record, reading)?,
        ref kind => value(at, kind, reading)?,
    };
    Some((rule.field, value))
}

fn value(at: &Cursor, kind: &Kind, reading: &mut Reading) -> Option<Value> {
    Some(match *kind {
        Kind::Line(max) => {
            let raw = reading.text(at);
            Value::Text(reading.clean(at, raw, max)?)
        }
        Kind::Excerpt => {
            let text = text::cut(text::line(reading.text(at)), limits::EXCERPT_CHARS);
            (!text.is_empty()).then_some(Value::Text(text))?
        }
        Kind::Code => {
            let code = text::verbatim(reading.text(at));
            let code = reading.cut_text(at, code, limits::TEXT_CHARS);
            (!code.trim_ascii().is_empty()).then_some(Value::Text(code))?
        }
        Kind::Flag => Value::Flag(reading.flag(at)?),
        Kind::Whole(min, max) => {
            let number = reading.number(at, false)?;
            (min..=max)
                .contains(&number)
                .then_some(Value::Number(number))?
        }
        Kind::Clamped(min, max) => Value::Number(reading.number(at, false)?.clamp(min, max)),
        Kind::Seconds => Value::Number(reading.number(at, true)?),
        Kind::Web => Value::Url(reading.url(at)?),
        Kind::Base => {
            let url = reading.url(at)?;
            reading.context.base = Some(url.clone());
            Value::Url(url)
        }
        Kind::Picture => Value::Url(reading.image_url(at)?),
        Kind::Date => Value::Date(reading.date(at)?),
        Kind::Language => Value::Language(reading.language(at)?),
        Kind::Focus => Value::Focus(reading.focus(at)?),
        Kind::Wording => Value::Wording(reading.labels(at)),
        Kind::OneOf(words) => {
            let word = reading.text(at);
            text::is_among(word, words).then(|| Value::Text(word.into()))?
        }
        Kind::Record(shape) => {
            let mut record = Record::default();
            fill(&mut record, at, shape, reading).then_some(Value::Record(record))?
        }
        Kind::Named(shape) => named(at, shape, reading)?,
        Kind::List(item, max, what) => list(at, item, max, what, reading)?,
        Kind::OneOrMore(item, max, what) => match at.json {
            Json::Array(_) => list(at, item, max, what, reading)?,
            _ => Value::List(vec![value(at, item, reading)?]),
        },
        Kind::Nested(item, depth, what) => {
            if reading.depth == depth {
                reading.cut(at, what);
                return None;
            }
            reading.depth += 1;
            let nested = value(at, item, reading);
            reading.depth -= 1;
            nested?
        }
        Kind::Budget(item, most) => {
            let left = core::mem::replace(&mut reading.budget, most);
            let depth = core::mem::take(&mut reading.depth);
            let within = value(at, item, reading);
            reading.budget = left;
            reading.depth = depth;
            within?
        }
        Kind::Block => Value::Record(block(at, reading)?),
        Kind::Items => items(at, reading),
        Kind::Feed => {
            reading.inner = true;
            Value::Record(scope(at, shape::FEED, reading))
        }
        Kind::Access => access(at, reading),
        Kind::Content | Kind::Body | Kind::Publisher => return None, // of the record around them: see `read`
    })
}

/// An object, or the text that its first field would be.
fn named(at: &Cursor, shape: &'static [Rule], reading: &mut Reading) -> Option<Value> {
    let mut record = Record::default();
    if at.as_text().is_none() {
        if !matches!(at.json, Json::Object(_)) {
            reading.expected(at, "text or an object");
            return None;
        }
        return fill(&mut record, at, shape, reading).then_some(Value::Record(record));
    }
    let rule = shape.first()?;
    match read(at, rule, &record, reading) {
        Some((field, value)) => record.set(field, value),
        None if rule.need != Need::May => return None,
        None => {}
    }
    Some(Value::Record(record))
}

/// A list; `max` of `usize::MAX` counts with what is left of the budget.
fn list(at: &Cursor, item: &Kind, max: usize, what: &str, reading: &mut Reading) -> Option<Value> {
    let mut values = Vec::new();
    for (index, json) in reading.items(at).iter().enumerate() {
        let item_at = at.item(index, json);
        let budgeted = max == usize::MAX;
        if index == max || (budgeted && reading.budget == 0) {
            reading.cut(&item_at, what);
            break;
        }
        reading.budget -= usize::from(budgeted);
        values.extend(value(&item_at, item, reading));
    }
    (!values.is_empty()).then_some(Value::List(values))
}

/// `text` or `html` of `at`, or `at` itself if it is text. A field before it may have made it unnecessary.
fn content(at: &Cursor, need: Need, reading: &mut Reading) -> Option<(Field, Value)> {
    let text = if at.as_text().is_some() {
        Some(*at)
    } else {
        at.get("text")
    };
    if let Some(text) = text {
        let raw = reading.text(&text);
        let text = reading.clean(&text, raw, limits::TEXT_CHARS)?;
        return Some((Field::Text, Value::Text(text)));
    }
    if let Some(html) = at.get("html") {
        return Some((Field::Html, html_value(&html, reading)?));
    }
    if need == Need::Must && at.get("blocks").is_none() {
        reading.wrong(at, &["expected text or html, found neither"]);
    }
    None
}

fn html_value(at: &Cursor, reading: &mut Reading) -> Option<Value> {
    let html = reading.text(at);
    (!plain_text::is_empty(html)).then(|| Value::Html(html.into()))
}

/// The first of `body`, `bodyHtml` and `bodyText`.
fn body(at: &Cursor, reading: &mut Reading) -> Option<Value> {
    if let Some(blocks) = at.get("body") {
        return value(&blocks, &shape::BODY, reading);
    }
    let mut body = Vec::new();
    let mut push = |kind, field, value| {
        let mut block = Record::default();
        block.set(Field::Type, Value::Type(kind));
        block.set(field, value);
        body.push(Value::Record(block));
    };
    if let Some(html) = at.get("bodyHtml") {
        push(BlockType::Html, Field::Html, html_value(&html, reading)?);
    } else if let Some(at) = at.get("bodyText") {
        // Paragraphs stand apart by a blank line, as in JSON Feed's content_text.
        let mut paragraph = String::new();
        let mut left = limits::BLOCKS;
        for line in text::split(reading.text(&at), b'\n').chain([""]) {
            if !line.trim_ascii().is_empty() {
                paragraph.push_str(line);
                paragraph.push('\n');
                continue;
            }
            if let Some(text) = reading.clean(&at, &paragraph, limits::TEXT_CHARS) {
                if left == 0 {
                    reading.cut(&at, "1000 blocks");
                    break;
                }
                left -= 1;
                push(BlockType::Paragraph, Field::Text, Value::Text(text));
            }
            paragraph.clear();
        }
    }
    (!body.is_empty()).then_some(Value::List(body))
}

fn block(at: &Cursor, reading: &mut Reading) -> Option<Record> {
    let mut block = Record::default();
    let Some(kind) = at.get("type") else {
        // Says that it is no object, or that the type is missing.
        fill(&mut block, at, shape::NO_TYPE, reading);
        return None;
    };
    let kind = reading.text(&kind);
    let Some(kind) = BlockType::by_name(kind) else {
        return unknown(at, kind, reading);
    };
    block.set(Field::Type, Value::Type(kind));
    fill(&mut block, at, shape::of_block(kind), reading).then_some(block)
}

/// A type of a later version: its `fallback` block, else its `text`, else nothing.
fn unknown(at: &Cursor, kind: &str, reading: &mut Reading) -> Option<Record> {
    if let Some(fallback) = at.get("fallback") {
        return match value(&fallback, &shape::FALLBACK, reading)? {
            Value::Record(block) => Some(block),
            _ => None,
        };
    }
    if let Some(text) = at.get("text").and_then(|text| text.as_text()) {
        let mut block = Record::default();
        block.set(Field::Type, Value::Type(BlockType::Paragraph));
        let text = reading.clean(at, text, limits::TEXT_CHARS)?;
        block.set(Field::Text, Value::Text(text));
        return Some(block);
    }
    let kind = text::cut(text::line(kind), 40);
    reading.warn(at, &["left out: unknown block type \"", &kind, "\""]);
    None
}

/// The items of a feed. One bad item never hides the others.
fn items(at: &Cursor, reading: &mut Reading) -> Value {
    reading.inner = true;
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
            reading.warnings.push(crate::Warning {
                path: error.path,
                message: error.message,
            });
        } else if is_empty(&item) {
            reading.warn(
                &at,
                &["item left out: it has neither a headline nor a body"],
            );
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

fn access(at: &Cursor, reading: &mut Reading) -> Value {
    let access = reading.text(at);
    if !text::is_among(access, "free registration metered paid") {
        let found = text::cut(text::line(access), 40);
        let expected = "expected free, registration, metered or paid, found \"";
        reading.wrong(at, &[expected, &found, "\""]);
    }
    Value::Text(access.into())
}
