//! The published JSON Schema, and the parser it has to agree with.

mod descriptions;
mod mutations;
mod rules;

use std::fs;
use std::path::PathBuf;

use article_card::Context;
use boon::{Compiler, SchemaIndex, Schemas};

use crate::support::Value;

const PLACE: &str = "docs/schema/article-card-1.schema.json";

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The schema as JSON.
fn source() -> Value {
    let text = fs::read_to_string(root().join(PLACE)).expect("the schema");
    serde_json::from_str(&text).expect("JSON")
}

/// The schema as a validator.
pub(crate) struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    /// Compiling checks it against the rules of draft 2020-12.
    pub(crate) fn new() -> Self {
        let source = source();
        let id = source["$id"].as_str().expect("an id").to_owned();
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.add_resource(&id, source).expect("a schema");
        let index = match compiler.compile(&id, &mut schemas) {
            Ok(index) => index,
            Err(error) => panic!("{error:#}"),
        };
        Self { schemas, index }
    }

    /// Why a document is not valid.
    pub(crate) fn refusal(&self, document: &Value) -> Option<String> {
        let verdict = self.schemas.validate(document, self.index);
        verdict.err().map(|error| format!("{error:#}"))
    }

    /// Both say the same of a document: that it is fine.
    #[track_caller]
    pub(crate) fn agrees(&self, document: &Value, fine: bool, name: &str) {
        let refusal = self.refusal(document);
        let error = error(&document.to_string());
        assert_eq!(
            error.is_none(),
            fine,
            "{name}: the parser says {error:?} of {document}"
        );
        assert_eq!(
            refusal.is_none(),
            fine,
            "{name}: the schema says {refusal:?} of {document}"
        );
    }
}

/// What the parser has against `text` as a native document; what an item of a feed is left out for counts as well.
fn error(text: &str) -> Option<String> {
    let parsed = match article_card::parse(text, &Context::default()) {
        Ok(parsed) => parsed,
        Err(error) => return Some(error.to_string()),
    };
    let mut items = parsed.warnings.into_iter().filter(|warning| {
        let own = warning.message.strip_prefix("item left out: ");
        own.is_some_and(|message| !message.starts_with("the same article"))
    });
    match items.next() {
        Some(warning) => Some(warning.message),
        None => (parsed.format != "native").then(|| format!("this is {}", parsed.format)),
    }
}
