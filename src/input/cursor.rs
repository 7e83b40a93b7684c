//! A value of the document together with where it stands, so that every message can say `authors[1].name`.

use super::json::Json;
use crate::article::text;
use crate::error::push_number;

/// Points at one JSON value. Paths are only spelt out when something is wrong.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) json: &'a Json<'a>,
    parent: Option<&'a Cursor<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Cursor<'a> {
    pub(super) fn root(json: &'a Json<'a>) -> Self {
        Self {
            json,
            parent: None,
            step: Step::Root,
        }
    }

    /// The member `key`, if it is there and not null.
    pub(super) fn get<'b>(&'b self, key: &'b str) -> Option<Cursor<'b>> {
        match self.json.get(key) {
            None | Some(Json::Null) => None,
            Some(json) => Some(self.member(key, json)),
        }
    }

    /// The first member of `keys`, which are set apart by spaces, that is there and not null.
    pub(super) fn alias<'b>(&'b self, keys: &'b str) -> Option<Cursor<'b>> {
        if keys.is_empty() {
            return None;
        }
        text::split(keys, b' ').find_map(|key| self.get(key))
    }

    /// `json` as the member `key` of this value.
    pub(super) fn member<'b>(&'b self, key: &'b str, json: &'b Json<'b>) -> Cursor<'b> {
        Cursor {
            json,
            parent: Some(self),
            step: Step::Key(key),
        }
    }

    /// `json` as an item of this value.
    pub(super) fn item<'b>(&'b self, index: usize, json: &'b Json<'b>) -> Cursor<'b> {
        Cursor {
            json,
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    /// The text this value is, if it is text.
    pub(super) fn as_text(&self) -> Option<&'a str> {
        match self.json {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is anything but blank text.
    pub(super) fn says_something(&self) -> bool {
        self.as_text()
            .is_none_or(|text| !text.trim_ascii().is_empty())
    }

    /// Where this value stands: `body[3].items[0].text`.
    pub(super) fn path(&self) -> String {
        let mut path = self.parent.map(Cursor::path).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Index(index) => {
                path.push('[');
                push_number(&mut path, index);
                path.push(']');
            }
        }
        path
    }
}
