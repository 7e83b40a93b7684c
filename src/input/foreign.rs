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
    if text::trim_start(text).starts_with('<') {
        let native = formats::native_of_xml(text, context)
            .or_else(|| formats::native_of_page(text, context));
        if let Some(native) = native {
            return foreign(&native, reading);
        }
        // It may be a comment or CDATA around JSON.
        if json::parse(text, true, &mut Vec::new()).is_err() {
            return Err(no_json(text));
        }
    }
    let parsed = json::parse(text, false, &mut reading.warnings);
    reading.truncated = !reading.warnings.is_empty();
    let json = match parsed {
        Ok(json) => json,
        // Pages carry JSON that never was any. What we are asked to be strict with stays an error.
        Err(error) => match json::parse(text, true, &mut Vec::new()) {
            Ok(json) if schema(&json).is_none() && formats::native(&json, context).is_some() => {
                let mut message =
                    String::from("this is not quite JSON, and was read as what it seems to mean: ");
                message.push_str(&error.message);
                reading.push_warning(error.path, message);
                json
            }
            _ => return Err(error),
        },
    };
    if let Some(fields) = reading.context.map.clone() {
        let fields = json::parse(&fields, false, &mut Vec::new())
            .map_err(|error| in_attribute("map", error))?;
        return foreign(&formats::mapped(&json, &fields), reading);
    }
    if let Some(document) = own(&json, reading) {
        return Ok(("native", document));
    }
    let native = formats::native(&json, context).ok_or_else(|| unrecognised(&json))?;
    // In an envelope.
    if let Some(document) = own(&native.json, reading) {
        return Ok(("native", document));
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
        && article.get(Field::Summary).is_none()
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
    let start = text.get(..100).unwrap_or(text);
    let is_page = text::find(start, "html")
        .or(text::find(start, "HTML"))
        .is_some();
    let message = if is_page {
        "the address points at a web page, not JSON"
    } else {
        "expected JSON or a feed, found XML of another kind"
    };
    Error::new(Reason::Json, &[message], "line 1, column 1".into())
}
