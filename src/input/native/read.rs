//! Reads what the tables of [`super::super::shape`] describe.

use super::super::reading::Reading;
use super::super::shape::{self, Kind, Need, Rule};
use super::super::{Cursor, Json};
use super::body::{block, body, content};
use super::{access, inherit, items, publisher, scope};
use crate::article::{Field, Record, Value, text};
use crate::limits;
use crate::sanitize::media;

/// Reads the fields of `shape`; false when the record lacks what it cannot do without.
pub(super) fn fill(
    record: &mut Record,
    at: &Cursor,
    shape: &[Rule],
    reading: &mut Reading,
) -> bool {
    if !matches!(at.json, Json::Object(_)) {
        reading.expected(at, "an object");
        return false;
    }
    for rule in shape {
        if rule.need == Need::Foreign && !reading.lenient {
            continue;
        }
        let found = match rule.kind {
            Kind::Content | Kind::Body | Kind::Publisher => Some(*at),
            // An empty text is as good as none: an alias may have more to say.
            _ => {
                let own = at.get(rule.field.name());
                match own.filter(Cursor::says_something) {
                    None => at.alias(rule.aliases).or(own),
                    own => own,
                }
            }
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
        if matches!(rule.need, Need::Must | Need::Drops) && record.get(Field::Blocks).is_none() {
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
        Kind::Items => {
            // Without a publisher of all each item says where it comes from.
            reading.inner = record.get(Field::Publisher).is_some();
            let mut items = items(at, reading);
            inherit(record, &mut items);
            items
        }
        ref kind => value(at, kind, reading)?,
    };
    Some((rule.field, value))
}

// Text is its own where references in it are replaced, and borrowed elsewhere.
#[allow(clippy::useless_asref)]
pub(super) fn value(at: &Cursor, kind: &Kind, reading: &mut Reading) -> Option<Value> {
    Some(match *kind {
        Kind::Line(max) => {
            let raw = reading.plain(at);
            Value::Text(reading.clean(at, raw.as_ref(), max)?)
        }
        Kind::Excerpt => {
            let text = text::cut(
                text::line(reading.plain(at).as_ref()),
                limits::EXCERPT_CHARS,
            );
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
        // `clamp` would bring the text of its panic, and numbers as text with it.
        #[allow(clippy::manual_clamp)]
        Kind::Clamped(min, max) => Value::Number(reading.number(at, false)?.max(min).min(max)),
        Kind::Seconds => Value::Number(reading.number(at, true)?),
        Kind::Web => Value::Url(reading.url(at)?),
        Kind::Media => media(reading.url(at)?, &reading.context.images),
        Kind::Base => {
            let url = reading.url(at)?;
            reading.context.base = Some(url.clone());
            Value::Url(url)
        }
        Kind::Picture => Value::Url(reading.requested(at, false)?),
        Kind::Data => Value::Url(reading.requested(at, true)?),
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
        Kind::OrTrue(kind) => match at.json {
            Json::Bool(said) => said.then_some(Value::Flag(true))?,
            _ => value(at, kind, reading)?,
        },
        Kind::Original => publisher(Some(*at), &Record::default(), reading)?,
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
        Kind::Block => block(at, reading)?,
        Kind::Feed => {
            reading.inner = true;
            Value::Record(scope(at, shape::FEED, reading))
        }
        Kind::Access => access(at, reading)?,
        // Of the record around them: see `read`.
        Kind::Content | Kind::Body | Kind::Items | Kind::Publisher => return None,
    })
}

/// An object, or the text that its first field would be.
pub(super) fn named(at: &Cursor, shape: &'static [Rule], reading: &mut Reading) -> Option<Value> {
    let mut record = Record::default();
    let rule = shape.first()?;
    if matches!(at.json, Json::Null) {
        // In lists, where it holds a place: a table's empty cell.
        return (rule.need == Need::May).then_some(Value::Record(record));
    }
    if at.as_text().is_none() {
        if !matches!(at.json, Json::Object(_)) {
            reading.expected(at, "text or an object");
            return None;
        }
        return fill(&mut record, at, shape, reading).then_some(Value::Record(record));
    }
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
        if reading.values == 0 {
            reading.cut(&item_at, "20000 values");
            break;
        }
        reading.budget -= usize::from(budgeted);
        reading.values -= 1;
        if !matches!(
            (json, item),
            (Json::Null, Kind::Line(_) | Kind::Record(_) | Kind::Block)
        ) {
            match value(&item_at, item, reading) {
                Some(Value::List(blocks)) if matches!(item, Kind::Block) => values.extend(blocks),
                value => values.extend(value),
            }
        }
    }
    (!values.is_empty()).then_some(Value::List(values))
}
