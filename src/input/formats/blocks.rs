//! Bodies that are lists of blocks of somebody else's kinds.

use std::borrow::Cow;

use super::super::json::Json;
use super::mapping::{map, select};
use crate::article::text;

/// How such blocks are told apart, and what becomes of each kind. Blocks of other kinds are left out, but for what is
/// inside of them.
#[derive(Debug)]
pub(super) struct Kinds {
    /// The key that names the kind.
    pub(super) key: &'static str,
    /// The key of blocks inside of blocks.
    pub(super) inside: &'static str,
    /// Kinds, set apart by spaces, and the table that makes the native block.
    pub(super) tables: &'static [(&'static str, &'static str)],
}

impl Kinds {
    /// The native blocks of `json`.
    pub(super) fn blocks<'j>(
        &self,
        json: &Json<'j>,
        shared: &[&'static str],
        depth: usize,
    ) -> Vec<Json<'j>> {
        let mut blocks = Vec::new();
        for block in select(json, self.inside) {
            if blocks.len() > crate::limits::BLOCKS {
                break; // one more than is read, so that what is too many is noticed
            }
            let kind = block
                .get(self.key)
                .and_then(Json::as_text)
                .unwrap_or_default();
            let table = self
                .tables
                .iter()
                .find(|(kinds, _)| text::is_among(kind, kinds));
            let mut inside = Vec::new();
            if depth < crate::limits::BLOCK_DEPTH {
                inside = self.blocks(block, shared, depth + 1);
            }
            if kind == "table" {
                blocks.push(table_of(block));
                continue;
            }
            let Some((_, table)) = table else {
                blocks.append(&mut inside);
                continue;
            };
            let mut native = map(block, table, shared);
            if let (Json::Object(members), true) = (&mut native, kind.ends_with("quote"))
                && !inside.is_empty()
            {
                members.push((Cow::Borrowed("blocks"), Json::Array(inside)));
            }
            blocks.push(native);
        }
        blocks
    }
}

/// Rows and cells keep their places, so no mapping table can say this.
fn table_of<'j>(block: &Json<'j>) -> Json<'j> {
    let cell = |cell: &Json<'j>| map(cell, "html=content text=.>text", &[]);
    let row = |row: &Json<'j>| match row {
        Json::Array(cells) => Json::Array(cells.iter().map(cell).collect()),
        _ => Json::Null,
    };
    let head = block.get("header").map_or(Json::Null, row);
    let rows = match block.get("rows") {
        Some(Json::Array(rows)) => rows.iter().map(row).collect(),
        _ => Vec::new(),
    };
    Json::Object(vec![
        (Cow::Borrowed("type"), Json::Text(Cow::Borrowed("table"))),
        (Cow::Borrowed("head"), Json::Array(vec![head])),
        (Cow::Borrowed("rows"), Json::Array(rows)),
    ])
}
