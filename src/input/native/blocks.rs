//! Blocks of the native format: one arm for each type, the fields in the order of the schema.

use super::super::reading::clean;
use super::super::{Cursor, Reading};
use super::fields::{image_at, short, teasers};
use crate::article::{
    Block, Cell, CellAlign, Inline, ListItem, MediaKind, PictureLayout, QuoteStyle, text,
};
use crate::limits;
use crate::sanitize::plain_text;

/// Reads a list of blocks, `depth` levels inside others.
pub(super) fn read(at: &Cursor, depth: usize, reading: &mut Reading) -> Vec<Block> {
    let mut blocks = Vec::new();
    if depth > limits::BLOCK_DEPTH {
        reading.cut(at, "8 levels of blocks");
        return blocks;
    }
    let items = reading.items(at, usize::MAX, "");
    for (index, json) in items.iter().enumerate() {
        let item = at.item(index, json);
        if reading.budget == 0 {
            reading.cut(&item, "1000 blocks");
            break;
        }
        reading.budget -= 1;
        blocks.extend(block(&item, depth, reading));
    }
    blocks
}

fn block(at: &Cursor, depth: usize, reading: &mut Reading) -> Option<Block> {
    if !reading.object(at) {
        return None;
    }
    let kind = reading.required(at, "type")?;
    match reading.text(&kind) {
        "paragraph" => inline(at, reading).map(|content| Block::Paragraph { content }),
        "heading" => {
            let level = reading.number(at, "level", false).unwrap_or(2).clamp(2, 6) as u8;
            inline(at, reading).map(|content| Block::Heading { level, content })
        }
        "quote" => quote(at, depth, reading),
        "list" => list(at, reading),
        "image" => picture(at, reading),
        "gallery" => gallery(at, reading),
        "video" => media(at, MediaKind::Video, reading),
        "audio" => media(at, MediaKind::Audio, reading),
        "embed" => media(at, MediaKind::Embed, reading),
        "table" => table(at, reading),
        "code" => {
            let code = reading.required(at, "text")?;
            let text = text::cut(text::verbatim(reading.text(&code)), limits::TEXT_CHARS);
            (!text.trim().is_empty()).then_some(Block::Code { text })
        }
        "related" => {
            let items = teasers(&reading.required(at, "items")?, reading);
            (!items.is_empty()).then_some(Block::Related { items })
        }
        "aside" => {
            let blocks = read(&reading.required(at, "blocks")?, depth + 1, reading);
            let title = reading.line(at, "title", limits::HEADLINE_CHARS);
            (!blocks.is_empty()).then_some(Block::Aside { title, blocks })
        }
        "divider" => Some(Block::Divider),
        "html" => {
            let html = reading.required(at, "html")?;
            let html = reading.text(&html);
            (!plain_text::is_empty(html)).then(|| Block::Html { html: html.into() })
        }
        kind => unknown(at, kind, depth, reading),
    }
}

/// A type of a later version: its `fallback` block, else its `text`, else nothing.
fn unknown(at: &Cursor, kind: &str, depth: usize, reading: &mut Reading) -> Option<Block> {
    if let Some(fallback) = at.get("fallback")
        && depth < limits::BLOCK_DEPTH
    {
        return block(&fallback, depth + 1, reading);
    }
    if let Some(text) = at.get("text").and_then(|text| text.as_text()) {
        let content = Inline::Text(clean(text, limits::TEXT_CHARS)?);
        return Some(Block::Paragraph { content });
    }
    let kind = text::cut(text::line(kind), 40);
    reading.warn(at, &["left out: unknown block type \"", &kind, "\""]);
    None
}

/// `text` or `html`; an empty one is no error, the block is left out.
fn inline(at: &Cursor, reading: &mut Reading) -> Option<Inline> {
    if let Some(text) = at.get("text") {
        return clean(reading.text(&text), limits::TEXT_CHARS).map(Inline::Text);
    }
    let Some(html) = at.get("html") else {
        reading.wrong(at, &["expected text or html, found neither"]);
        return None;
    };
    let html = reading.text(&html);
    (!plain_text::is_empty(html)).then(|| Inline::Html(html.into()))
}

/// The value of a choice; an unknown one reads as any other does, a later version may add to them.
fn choice<'a>(at: &'a Cursor, key: &'a str, reading: &mut Reading) -> &'a str {
    at.get(key).map_or("", |value| reading.text(&value))
}

fn quote(at: &Cursor, depth: usize, reading: &mut Reading) -> Option<Block> {
    let mut blocks = Vec::new();
    if let Some(inner) = at.get("blocks") {
        blocks = read(&inner, depth + 1, reading);
    } else if let Some(content) = inline(at, reading) {
        blocks.push(Block::Paragraph { content });
    }
    let style = match choice(at, "style", reading) {
        "pull" => QuoteStyle::Pull,
        _ => QuoteStyle::Block,
    };
    let cite = reading.line(at, "cite", limits::HEADLINE_CHARS);
    let url = reading.url(at, "url");
    (!blocks.is_empty()).then_some(Block::Quote {
        style,
        blocks,
        cite,
        url,
    })
}

fn list(at: &Cursor, reading: &mut Reading) -> Option<Block> {
    let blocks_left = core::mem::replace(&mut reading.budget, limits::LIST_ITEMS);
    let items = items(at, 1, reading);
    reading.budget = blocks_left;
    let ordered = reading.flag(at, "ordered").unwrap_or(false);
    let start = reading.number(at, "start", false);
    (!items.is_empty()).then_some(Block::List {
        ordered,
        start: start.filter(|start| *start < 1_000_000),
        items,
    })
}

fn items(at: &Cursor, depth: usize, reading: &mut Reading) -> Vec<ListItem> {
    let mut items = Vec::new();
    let Some(all) = reading.required(at, "items") else {
        return items;
    };
    for (index, json) in reading.items(&all, usize::MAX, "").iter().enumerate() {
        let at = all.item(index, json);
        if reading.budget == 0 {
            reading.cut(&at, "500 list items");
            break;
        }
        reading.budget -= 1;
        let mut nested = Vec::new();
        let content = cell_text(&at, reading);
        if at.get("items").is_some() {
            if depth == limits::LIST_DEPTH {
                reading.cut(&at, "4 levels of lists");
            } else {
                nested = self::items(&at, depth + 1, reading);
            }
        }
        items.extend(content.map(|content| ListItem {
            content,
            items: nested,
        }));
    }
    items
}

/// Text alone, or `{"text"}`, or `{"html"}`.
fn cell_text(at: &Cursor, reading: &mut Reading) -> Option<Inline> {
    match at.as_text() {
        Some(raw) => clean(raw, limits::TEXT_CHARS).map(Inline::Text),
        None if reading.object(at) => inline(at, reading),
        None => None,
    }
}

fn picture(at: &Cursor, reading: &mut Reading) -> Option<Block> {
    let image = reading.required(at, "image")?;
    let layout = match choice(at, "layout", reading) {
        "wide" => PictureLayout::Wide,
        "inset" => PictureLayout::Inset,
        _ => PictureLayout::Normal,
    };
    let link = reading.url(at, "link");
    let image = image_at(&image, reading)?;
    Some(Block::Image {
        image,
        layout,
        link,
    })
}

fn gallery(at: &Cursor, reading: &mut Reading) -> Option<Block> {
    let all = reading.required(at, "images")?;
    let mut images = Vec::new();
    let items = reading.items(&all, limits::GALLERY, "50 pictures");
    for (index, json) in items.iter().enumerate() {
        images.extend(image_at(&all.item(index, json), reading));
    }
    let caption = reading.line(at, "caption", limits::SUMMARY_CHARS);
    (!images.is_empty()).then_some(Block::Gallery { images, caption })
}

fn media(at: &Cursor, kind: MediaKind, reading: &mut Reading) -> Option<Block> {
    reading.required(at, "url")?;
    Some(Block::Media {
        kind,
        provider: short(at, "provider", reading),
        title: reading.line(at, "title", limits::HEADLINE_CHARS),
        text: reading.line(at, "text", limits::SUMMARY_CHARS),
        caption: reading.line(at, "caption", limits::SUMMARY_CHARS),
        duration: reading.number(at, "duration", true),
        url: reading.url(at, "url")?,
    })
}

fn table(at: &Cursor, reading: &mut Reading) -> Option<Block> {
    let caption = reading.line(at, "caption", limits::SUMMARY_CHARS);
    let mut head = Vec::new();
    if let Some(all) = at.get("head") {
        head = rows(&all, limits::TABLE_ROWS, true, reading);
    }
    let left = limits::TABLE_ROWS - head.len();
    let rows = rows(&reading.required(at, "rows")?, left, false, reading);
    (!head.is_empty() || !rows.is_empty()).then_some(Block::Table {
        caption,
        head,
        rows,
    })
}

fn rows(at: &Cursor, max: usize, header: bool, reading: &mut Reading) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let all = reading.items(at, max, "200 table rows");
    for (index, json) in all.iter().enumerate() {
        let row = at.item(index, json);
        let mut cells = Vec::new();
        let items = reading.items(&row, limits::TABLE_COLUMNS, "20 table columns");
        for (index, json) in items.iter().enumerate() {
            cells.push(cell(&row.item(index, json), header, reading));
        }
        if !cells.is_empty() {
            rows.push(cells);
        }
    }
    rows
}

/// A cell: text, or an object. An empty cell stays, it holds its column open.
fn cell(at: &Cursor, header: bool, reading: &mut Reading) -> Cell {
    let content = cell_text(at, reading).unwrap_or_else(|| Inline::Text(String::new()));
    let mut span = |key, max| reading.number(at, key, false).unwrap_or(1).clamp(1, max);
    Cell {
        content,
        colspan: span("colspan", limits::TABLE_COLUMNS as u32),
        rowspan: span("rowspan", limits::ROW_SPAN),
        header: reading.flag(at, "header").unwrap_or(header),
        align: match choice(at, "align", reading) {
            "start" | "left" => Some(CellAlign::Start),
            "center" => Some(CellAlign::Center),
            "end" | "right" => Some(CellAlign::End),
            _ => None,
        },
    }
}
