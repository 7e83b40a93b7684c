//! A value of the document together with where it stands, so that every error can say `authors[1].name`.

use super::json::{self, Json};
use crate::error::{Error, Reason, push_number};

/// Points at one JSON value. Paths are only spelt out when something is wrong.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    json: &'a Json<'a>,
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

    /// The member `key`, unless it is missing or null.
    pub(super) fn get<'b>(&'b self, key: &'b str) -> Option<Cursor<'b>> {
        match self.json.get(key) {
            None | Some(Json::Null) => None,
            Some(json) => Some(Cursor {
                json,
                parent: Some(self),
                step: Step::Key(key),
            }),
        }
    }

    /// The first of `keys` that is there: the name of a field and its aliases.
    pub(super) fn first<'b>(&'b self, keys: &[&'b str]) -> Option<Cursor<'b>> {
        keys.iter().find_map(|key| self.get(key))
    }

    pub(super) fn object(&self) -> Result<(), Error> {
        match self.json {
            Json::Object(_) => Ok(()),
            _ => Err(self.expected("an object")),
        }
    }

    pub(super) fn text(&self) -> Result<&'a str, Error> {
        match self.json {
            Json::Text(text) => Ok(text),
            _ => Err(self.expected("text")),
        }
    }

    pub(super) fn flag(&self) -> Result<bool, Error> {
        match self.json {
            Json::Bool(flag) => Ok(*flag),
            _ => Err(self.expected("true or false")),
        }
    }

    pub(super) fn integer(&self) -> Result<u32, Error> {
        let number = match self.json {
            Json::Number(number) if !number.contains('.') => json::integer(number),
            _ => None,
        };
        number.ok_or_else(|| self.expected("a whole number, 0 or more"))
    }

    /// A number from 0 to 1 in per cent.
    pub(super) fn percent(&self) -> Result<u8, Error> {
        let percent = match self.json {
            Json::Number(number) => json::percent(number),
            _ => None,
        };
        percent.ok_or_else(|| self.expected("a number from 0 to 1"))
    }

    /// A number without its fraction: a length in seconds, say.
    pub(super) fn rounded_down(&self) -> Result<u32, Error> {
        let number = match self.json {
            Json::Number(number) => json::integer(number),
            _ => None,
        };
        number.ok_or_else(|| self.expected("a number, 0 or more"))
    }

    /// The members of an object, each with its place; null ones are left out.
    pub(super) fn members<'b>(
        &'b self,
    ) -> Result<impl Iterator<Item = (&'b str, Cursor<'b>)> + use<'a, 'b>, Error> {
        let Json::Object(members) = self.json else {
            return Err(self.expected("an object"));
        };
        Ok(members.iter().filter_map(|(key, json)| {
            let cursor = Cursor {
                json,
                parent: Some(self),
                step: Step::Key(key),
            };
            (!matches!(json, Json::Null)).then_some((&**key, cursor))
        }))
    }

    /// The items of a list, each with its place.
    pub(super) fn items<'b>(
        &'b self,
    ) -> Result<impl ExactSizeIterator<Item = Cursor<'b>> + use<'a, 'b>, Error> {
        let Json::Array(items) = self.json else {
            return Err(self.expected("a list"));
        };
        Ok(items.iter().enumerate().map(|(index, json)| Cursor {
            json,
            parent: Some(self),
            step: Step::Index(index),
        }))
    }

    /// The error for a value of the wrong kind.
    pub(super) fn expected(&self, expected: &str) -> Error {
        self.wrong(&["expected ", expected, ", found ", self.json.kind()])
    }

    /// An error about this value.
    pub(super) fn wrong(&self, message: &[&str]) -> Error {
        Error::new(Reason::Format, message, self.path())
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
