//! The document inside of a pre-rendered element, for its script.

use super::{Data, Prerender, tree};
use crate::article::Document;
use crate::input::{self, Context};
use crate::node::Node;

/// The JSON in an element.
#[derive(Debug)]
pub(super) struct Inside {
    json: String,
    /// Whether it is the document as it was read: then it is to be read with the same things.
    pub(super) is_as_read: bool,
}

/// What stands in an element that shows `tree`, if anything is to.
pub(super) fn inside(asked: &Prerender, document: &Document, drawn: &Node) -> Option<Inside> {
    let Data::Inline(text) = &asked.data else {
        return None;
    };
    // Of records nothing can fail: their keys are text.
    let json = serde_json::to_string(document).unwrap_or_default();
    let text = text
        .as_deref()
        .map(|text| text.trim_start_matches('\u{feff}').trim());
    let text = text.filter(|text| asked.item.is_none() && text.starts_with(['{', '[']));
    let is_same = || {
        let again = input::parse(&json, &Context::default());
        again.is_ok_and(|again| {
            again.document == *document || tree(&again.document, &asked.settings) == *drawn
        })
    };
    Some(match text {
        Some(text) if !is_same() => Inside {
            json: text.into(),
            is_as_read: true,
        },
        _ => Inside {
            json,
            is_as_read: false,
        },
    })
}

impl Inside {
    /// Appends it. In JSON these characters stand in texts alone: `<` would end the script, and systems escape the others.
    pub(super) fn push(&self, out: &mut String) {
        out.push_str("<script type=\"application/json\">");
        for c in self.json.chars() {
            match c {
                '<' => out.push_str("\\u003c"),
                '>' => out.push_str("\\u003e"),
                '&' => out.push_str("\\u0026"),
                c => out.push(c),
            }
        }
        out.push_str("</script>");
    }
}
