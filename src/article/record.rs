//! Records: fields with typed values.
//!
//! Not a struct for each kind of thing: reading, moving and dropping twenty struct types was two thirds of the Wasm
//! (docs/decisions/0002-records.md). The types of the values hold what the structs held: a URL in a record is a
//! checked URL, a date is a date.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::{BlockType, Date, Field, Language};
use crate::node::{Attribute, Name, Node, html};
use crate::sanitize::SafeUrl;

/// Fields with their values, each field at most once, in the order of the native format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record(Vec<(Field, Value)>);

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A count or a size.
    Number(u32),
    /// Clean text.
    Text(String),
    /// What untrusted HTML has become.
    Nodes(Vec<Node>),
    /// A URL that may be followed or requested.
    Url(SafeUrl),
    /// The URL of a recording that a reader's browser can play, and may request when they ask for it.
    Recording(SafeUrl),
    /// A date that exists.
    Date(Date),
    /// A language.
    Language(Language),
    /// A point of a picture.
    Focus(Focus),
    /// The type of a block.
    Type(BlockType),
    /// Several values.
    List(Vec<Value>),
    /// A record of its own.
    Record(Record),
    /// UI strings by name.
    Wording(Vec<(String, String)>),
}

/// The point of a picture that must stay visible when it is cropped, in per cent of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    /// From the left.
    pub x: u8,
    /// From the top.
    pub y: u8,
}

impl Record {
    /// A record of one field.
    pub fn with(field: Field, value: Value) -> Self {
        Self(vec![(field, value)])
    }

    /// Sets a field that is not set yet.
    pub fn set(&mut self, field: Field, value: Value) {
        self.0.push((field, value));
    }

    /// Takes the value of a field out.
    pub(crate) fn take(&mut self, field: Field) -> Option<Value> {
        let at = self.0.iter().position(|entry| entry.0 == field)?;
        Some(self.0.remove(at).1)
    }

    /// The value of a field, to change it.
    #[cfg(any(feature = "formats", not(target_arch = "wasm32")))]
    pub(crate) fn get_mut(&mut self, field: Field) -> Option<&mut Value> {
        let found = self.0.iter_mut().find(|entry| entry.0 == field);
        found.map(|entry| &mut entry.1)
    }

    /// Takes over what only the other one says.
    #[cfg(feature = "formats")]
    pub(crate) fn complete(&mut self, other: Self) {
        for (field, value) in other.0 {
            if self.get(field).is_none() {
                self.set(field, value);
            }
        }
    }

    /// The value of a field.
    pub fn get(&self, field: Field) -> Option<&Value> {
        let found = self.0.iter().find(|entry| entry.0 == field);
        found.map(|entry| &entry.1)
    }

    /// The text of a field.
    pub fn text(&self, field: Field) -> Option<&str> {
        match self.get(field)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The nodes of a field, none if there are none.
    pub fn nodes(&self, field: Field) -> &[Node] {
        match self.get(field) {
            Some(Value::Nodes(nodes)) => nodes,
            _ => &[],
        }
    }

    /// The URL of a field.
    pub fn url(&self, field: Field) -> Option<&SafeUrl> {
        match self.get(field)? {
            Value::Url(url) | Value::Recording(url) => Some(url),
            _ => None,
        }
    }

    /// The number of a field.
    pub fn number(&self, field: Field) -> Option<u32> {
        match self.get(field)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The date of a field.
    pub fn date(&self, field: Field) -> Option<&Date> {
        match self.get(field)? {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// Whether a field says yes.
    pub fn flag(&self, field: Field) -> bool {
        matches!(self.get(field), Some(Value::Flag(true)))
    }

    /// The same with these fields alone.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn only(&self, fields: &[Field]) -> Self {
        let kept = self.0.iter().filter(|(field, _)| fields.contains(field));
        Self(kept.cloned().collect())
    }

    /// Why an article, or its text, is not to be shown or named by what it says: it was withdrawn, or is behind a warning.
    pub fn held_back(&self) -> Option<&Value> {
        self.get(Field::Withdrawn).or(self.get(Field::Warning))
    }

    /// The language of the record.
    pub fn language(&self) -> Option<&Language> {
        match self.get(Field::Language)? {
            Value::Language(language) => Some(language),
            _ => None,
        }
    }

    /// The type of the block.
    pub fn block_type(&self) -> Option<BlockType> {
        match self.get(Field::Type)? {
            Value::Type(kind) => Some(*kind),
            _ => None,
        }
    }

    /// The record in a field.
    pub fn record(&self, field: Field) -> Option<&Record> {
        self.get(field)?.as_record()
    }

    /// The list in a field, empty if there is none.
    pub fn list(&self, field: Field) -> &[Value] {
        match self.get(field) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    /// The records of a list.
    pub fn records(&self, field: Field) -> impl Iterator<Item = &Record> {
        self.list(field).iter().filter_map(Value::as_record)
    }

    /// UI strings by name.
    pub fn wording(&self) -> &[(String, String)] {
        match self.get(Field::Labels) {
            Some(Value::Wording(wording)) => wording,
            _ => &[],
        }
    }

    /// The level and the text of a heading that HTML has become, where it is nothing more.
    fn heading(&self) -> Option<(u8, &[Node])> {
        let [Node::Element(element)] = self.nodes(Field::Html) else {
            return None;
        };
        let (first, last) = (element.children.first(), element.children.last());
        let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let spaced = matches!(first, Some(Node::Text(text)) if is_space(text.chars().next()))
            || matches!(last, Some(Node::Text(text)) if is_space(text.chars().next_back()));
        let plain = self.block_type() == Some(BlockType::Html) && element.attributes.is_empty();
        let level = element.tag.level().filter(|_| plain && !spaced)?;
        Some((level, &element.children))
    }

    pub(super) fn serialize_as<S: Serializer>(
        &self,
        schema: Option<&str>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(schema) = schema {
            map.serialize_entry("schema", schema)?;
        }
        // Read by itself, as a block is, a heading in HTML would be the highest there is.
        if let Some((level, text)) = self.heading() {
            map.serialize_entry(Field::Type.name(), BlockType::Heading.name())?;
            map.serialize_entry(Field::Level.name(), &level)?;
            map.serialize_entry(Field::Html.name(), &Value::Nodes(text.to_vec()))?;
            return map.end();
        }
        for (field, value) in &self.0 {
            match value {
                // A feed inside an article is a document of its own.
                Value::Record(feed) if *field == Field::Feed => {
                    map.serialize_entry(field.name(), &super::Document::Feed(feed.clone()))?;
                }
                value => map.serialize_entry(field.name(), value)?,
            }
        }
        map.end()
    }
}

impl Value {
    /// The record, if it is one.
    pub fn as_record(&self) -> Option<&Record> {
        match self {
            Self::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The text, if it is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The list, if it is one.
    pub fn as_list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize_as(None, serializer)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Nodes(nodes) => {
                let mut out = String::new();
                for node in nodes {
                    let mut node = node.clone();
                    mark(&mut node);
                    html::push(&mut out, &node);
                }
                serializer.serialize_str(&out)
            }
            Self::Url(url) | Self::Recording(url) => serializer.serialize_str(url.as_str()),
            Self::Date(date) => serializer.serialize_str(&date.machine()),
            Self::Language(language) => serializer.serialize_str(language.as_str()),
            Self::Type(kind) => serializer.serialize_str(kind.name()),
            Self::Focus(focus) => {
                let share = |percent| f64::from(percent) / 100.0;
                let mut pair = serializer.serialize_seq(Some(2))?;
                pair.serialize_element(&share(focus.x))?;
                pair.serialize_element(&share(focus.y))?;
                pair.end()
            }
            Self::List(list) => serializer.collect_seq(list),
            Self::Record(record) => record.serialize(serializer),
            Self::Wording(wording) => {
                serializer.collect_map(wording.iter().map(|(name, text)| (name, text)))
            }
        }
    }
}

/// Says of pull quotes in HTML what they are, in a way that is read again: parts are not.
fn mark(node: &mut Node) {
    let Node::Element(element) = node else {
        return;
    };
    for child in &mut element.children {
        mark(child);
    }
    if element.get(Name::Part) == Some("quote pull") {
        let class = Attribute::fixed(Name::Class, "pullquote");
        element.attributes.push(class);
    }
}
