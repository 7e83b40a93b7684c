//! Documents of others: from their text to the document they mean.

use super::cursor::Cursor;
use super::reading::Reading;
use super::{Context, formats, in_attribute, json, native, own, schema, unrecognised};
use crate::article::{Document, Field, text};
use crate::error::{Error, Reason};

/// Reads whatever publishers have.
pub(super) fn understand(
    text: &str,
    context: &Context,
    reading: &mut Reading,
) -> Result<(&'static str, Document), Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_markup = text::trim_start(text).starts_with('<');
    if is_markup {
        let native = formats::native_of_xml(text, context);
        if let Some(native) = native.or_else(|| formats::native_of_page(text, context)) {
            return foreign(&native, reading);
        }
    }
    let (json, broken) = match json::parse(text, false, &mut reading.warnings) {
        Ok(json) => (json, None),
        // Pages carry JSON that never was any. What we are asked to be strict with stays an error.
        Err(error) => match json::parse(text, true, &mut reading.warnings) {
            Ok(json) if schema(&json).is_none() => (json, Some(error)),
            _ => return Err(if is_markup { no_json(text) } else { error }),
        },
    };
    // Nested too deep.
    reading.truncated = !reading.warnings.is_empty();
    let native = match &context.map {
        Some(fields) => {
            let fields = json::parse(fields, false, &mut Vec::new())
                .map_err(|error| in_attribute("map", error))?;
            Some(formats::mapped(&json, &fields))
        }
        None => match own(&json, reading) {
            Some(document) => return Ok(("native", document)),
            None => formats::native(&json, context),
        },
    };
    let Some(mut native) = native else {
        return Err(broken.unwrap_or_else(|| unrecognised(&json)));
    };
    // In an envelope.
    if let Some(document) = own(&native.json, reading) {
        return Ok(("native", document));
    }
    formats::lead_on(&mut native, &json);
    if let Some(error) = broken {
        let message = "this is not quite JSON, and was read as what it seems to mean: ";
        reading.push_warning(error.path, [message, &error.message].concat());
    }
    foreign(&native, reading)
}

/// Reads what a document in somebody else's format means: whatever is of the wrong kind there is as good as absent.
fn foreign(
    native: &formats::Native,
    reading: &mut Reading,
) -> Result<(&'static str, Document), Error> {
    if native.withheld {
        let message = [
            "the publisher does not want this shown: a draft, under embargo, withdrawn or private",
        ];
        return Err(Error::new(Reason::Withheld, &message, String::new()));
    }
    reading.lenient = true;
    if let Some(hint) = native.hint {
        reading.push_warning(String::new(), hint.into());
    }
    let schema = if native.is_feed {
        "article-feed/1"
    } else {
        "article-card/1"
    };
    let document = native::document(&Cursor::root(&native.json), schema, reading);
    if let Document::Article(article) = &document
        && article.get(Field::Headline).is_none()
        && article.get(Field::Body).is_none()
    {
        let message = [
            "there is neither a headline nor a text in this ",
            native.format,
        ];
        return Err(Error::new(Reason::Format, &message, String::new()));
    }
    Ok((native.format, document))
}

fn no_json(text: &str) -> Error {
    // `<!DOCTYPE html>` or `<html>`
    let start = text::cut(text.into(), 60).to_ascii_lowercase();
    let is_page = text::find(&start, "html").is_some();
    let message = if is_page {
        "the address points at a web page, not JSON"
    } else {
        "expected JSON or a feed, found XML of another kind"
    };
    Error::new(Reason::Json, &[message], "line 1, column 1".into())
}
