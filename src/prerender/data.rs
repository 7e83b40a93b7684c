//! The document inside of an element, for its script: as `article-card/1` or `article-feed/1`, whatever it came as. What
//! else its publisher's systems said of it (drafts, notes, private fields) is nobody's on the page.

use crate::article::{Document, Field, Record, Value};
use crate::input::{self, Context};
use crate::sanitize::ImagePolicy;

/// What a withdrawn article keeps: its publisher does not stand by the rest any more, and no card shows it.
const KEPT: &[Field] = &[
    Field::Id,
    Field::Url,
    Field::Language,
    Field::Section,
    Field::Headline,
    Field::Withdrawn,
    Field::Corrections,
    Field::Publisher,
    Field::Original,
    Field::License,
    Field::Labels,
];

/// The JSON of a document.
pub(super) fn json(document: &Document) -> String {
    let mut shown = document.clone();
    match &mut shown {
        Document::Article(article) => stand_by(article),
        Document::Feed(feed) => {
            if let Some(Value::List(items)) = feed.get_mut(Field::Items) {
                for item in items {
                    if let Value::Record(item) = item {
                        stand_by(item);
                    }
                }
            }
        }
    }
    // Of records nothing can fail: their keys are text.
    serde_json::to_string(&shown).unwrap_or_default()
}

/// Leaves of a withdrawn article what its publisher stands by.
fn stand_by(article: &mut Record) {
    if article.get(Field::Withdrawn).is_some() {
        *article = article.only(KEPT);
    }
}

/// What a script will make of `json`: bodies of HTML may lose something that only shows, and what the script draws is to
/// be what stands there.
pub(super) fn read_again(json: &str, images: &ImagePolicy) -> Option<Document> {
    let context = Context {
        images: images.clone(),
        ..Context::default()
    };
    let again = input::parse(json, &context);
    again.ok().map(|again| again.document)
}

/// Appends the script element that holds `json`, where these characters stand in texts alone: `<` would end the script,
/// and systems escape the others.
pub(super) fn push(out: &mut String, json: &str) {
    out.push_str("<script type=\"application/json\">");
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            c => out.push(c),
        }
    }
    out.push_str("</script>");
}
