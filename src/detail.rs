//! What is handed out to JavaScript: the `detail` of events, as plain objects.

use serde::{Serialize, Serializer};
use serde_wasm_bindgen::Serializer as ToJs;
use wasm_bindgen::JsValue;

use crate::{Error, Warning};

/// A plain object: names and values in order.
///
/// Not a struct for each event: derived ones bring a table of interned names, 1 KB more to download.
#[derive(Debug)]
pub(crate) struct Detail(Vec<(&'static str, Value)>);

/// What a member of a detail can be.
#[derive(Debug)]
pub(crate) enum Value {
    /// `undefined`: as good as not there.
    None,
    Flag(bool),
    Number(u32),
    Text(String),
    List(Vec<Detail>),
}

impl<const N: usize> From<[(&'static str, Value); N]> for Detail {
    fn from(members: [(&'static str, Value); N]) -> Self {
        Self(members.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<Error> for Detail {
    fn from(error: Error) -> Self {
        Self::from([
            ("reason", error.reason.as_str().into()),
            ("message", Value::Text(error.message)),
            ("path", Value::Text(error.path)),
        ])
    }
}

impl From<Vec<Warning>> for Value {
    fn from(warnings: Vec<Warning>) -> Self {
        let detail = |warning: Warning| {
            Detail::from([
                ("path", Self::Text(warning.path)),
                ("message", Self::Text(warning.message)),
            ])
        };
        Self::List(warnings.into_iter().map(detail).collect())
    }
}

impl From<Detail> for JsValue {
    fn from(detail: Detail) -> Self {
        let to_js = ToJs::new().serialize_maps_as_objects(true);
        detail.serialize(&to_js).unwrap_or_default()
    }
}

impl Serialize for Detail {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_none(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
        }
    }
}
