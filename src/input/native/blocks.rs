//! Blocks of the native format: one arm for each type, the fields in the order of the schema.

use super::super::{Cursor, Reading};
use super::fields::{clean, image_at, integer, list, teasers, text_within, web_url};
use crate::article::{
    Block, Cell, CellAlign, Inline, ListItem, MediaKind, PictureLayout, QuoteStyle, text,
};
use crate::error::Error;
use crate::limits;

/// Reads a list of blocks, `depth` levels inside others.
pub(super) fn read(at: &Cursor, depth: usize, reading: &mut Reading) -> Result<Vec<Block>, Error> {
    let mut blocks = Vec::new();
    for item in at.items()? {
        if reading.blocks == limits::BLOCKS {
            reading.cut(&item, "cut after 1000 blocks");
            break;
        }
        reading.blocks += 1;
        blocks.extend(block(&item, depth, reading)?);
    }
    Ok(blocks)
}

fn block(at: &Cursor, depth: usize, reading: &mut Reading) -> Result<Option<Block>, Error> {
    at.object()?;
    let Some(kind) = at.get("type") else {
        return Err(at.wrong(&["expected a type, found none"]));
    };
    let kind = kind.text()?;
    if depth > limits::BLOCK_DEPTH {
        reading.cut(at, "left out: blocks nested deeper than 8 levels");
        return Ok(None);
    }
    Ok(match kind {
        "paragraph" => inline(at)?.map(|content| Block::Paragraph { content }),
        "heading" => {
            let level = integer(at, "level")?.unwrap_or(2).clamp(2, 6);
            let level = u8::try_from(level).unwrap_or(6);
            inline(at)?.map(|content| Block::Heading { level, content })
        }
        "quote" => quote(at, depth, reading)?,
        "list" => {
            let mut budget = limits::LIST_ITEMS;
            let items = items(at, 1, &mut budget, reading)?;
            let ordered = at.get("ordered").map_or(Ok(false), |flag| flag.flag())?;
            let start = integer(at, "start")?.filter(|start| *start < 1_000_000);
            (!items.is_empty()).then_some(Block::List {
                ordered,
                start,
                items,
            })
        }
        "image" => {
            let picture = required(at, "image")?;
            let link = web_url(at, &["link"], reading)?;
            let layout = match choice(at, "layout", &["normal", "wide", "inset"])? {
                Some(1) => PictureLayout::Wide,
                Some(2) => PictureLayout::Inset,
                _ => PictureLayout::Normal,
            };
            image_at(&picture, reading)?.map(|image| Block::Image {
                image,
                layout,
                link,
            })
        }
        "gallery" => {
            let all = required(at, "images")?;
            let mut images = Vec::new();
            for picture in list(&all, limits::GALLERY, "50 pictures", reading)? {
                images.extend(image_at(&picture, reading)?);
            }
            let caption = text_within(at, &["caption"], limits::SUMMARY_CHARS)?;
            (!images.is_empty()).then_some(Block::Gallery { images, caption })
        }
        "video" => media(at, MediaKind::Video, reading)?,
        "audio" => media(at, MediaKind::Audio, reading)?,
        "embed" => media(at, MediaKind::Embed, reading)?,
        "table" => table(at, reading)?,
        "code" => {
            let code = text::verbatim(required(at, "text")?.text()?);
            let code = text::cut(&code, limits::TEXT_CHARS).into_owned();
            (!code.trim().is_empty()).then_some(Block::Code { text: code })
        }
        "related" => {
            let items = teasers(&required(at, "items")?, reading)?;
            (!items.is_empty()).then_some(Block::Related { items })
        }
        "aside" => {
            let blocks = read(&required(at, "blocks")?, depth + 1, reading)?;
            let title = text_within(at, &["title"], limits::HEADLINE_CHARS)?;
            (!blocks.is_empty()).then_some(Block::Aside { title, blocks })
        }
        "divider" => Some(Block::Divider),
        "html" => {
            let html = required(at, "html")?.text()?.to_owned();
            let shows = !crate::sanitize::plain_text::paragraphs(&html).is_empty();
            shows.then_some(Block::Html { html })
        }
        _ => unknown(at, kind, depth, reading)?,
    })
}

/// A type of a later version: its `fallback` block, else its `text`, else nothing.
fn unknown(
    at: &Cursor,
    kind: &str,
    depth: usize,
    reading: &mut Reading,
) -> Result<Option<Block>, Error> {
    let kind = text::cut(kind, 40);
    if let Some(fallback) = at.get("fallback") {
        return block(&fallback, depth + 1, reading);
    }
    if let Some(Ok(raw)) = at.get("text").map(|text| text.text()) {
        return Ok(clean(raw, limits::TEXT_CHARS).map(|text| Block::Paragraph {
            content: Inline::Text(text),
        }));
    }
    reading.warn(
        at,
        &["left out: unknown block type \"", kind.as_ref(), "\""],
    );
    Ok(None)
}

fn required<'b>(at: &'b Cursor, key: &'b str) -> Result<Cursor<'b>, Error> {
    at.get(key)
        .ok_or_else(|| at.wrong(&["expected ", key, ", found none"]))
}

/// `text` or `html`; an empty one is no error, the block is left out.
fn inline(at: &Cursor) -> Result<Option<Inline>, Error> {
    if let Some(text) = at.get("text") {
        return Ok(clean(text.text()?, limits::TEXT_CHARS).map(Inline::Text));
    }
    let Some(html) = at.get("html") else {
        return Err(at.wrong(&["expected text or html, found neither"]));
    };
    let html = html.text()?;
    let shows = !crate::sanitize::plain_text::line(html).is_empty();
    Ok(shows.then(|| Inline::Html(html.to_owned())))
}

/// The position of a value in `choices`; an unknown one reads as absent, a later version may add to them.
fn choice(at: &Cursor, key: &str, choices: &[&str]) -> Result<Option<usize>, Error> {
    let Some(value) = at.get(key) else {
        return Ok(None);
    };
    let value = value.text()?;
    Ok(choices.iter().position(|choice| *choice == value))
}

fn quote(at: &Cursor, depth: usize, reading: &mut Reading) -> Result<Option<Block>, Error> {
    let blocks = match at.get("blocks") {
        Some(blocks) => read(&blocks, depth + 1, reading)?,
        None => inline(at)?
            .map(|content| Block::Paragraph { content })
            .into_iter()
            .collect(),
    };
    let style = match choice(at, "style", &["block", "pull"])? {
        Some(1) => QuoteStyle::Pull,
        _ => QuoteStyle::Block,
    };
    let cite = text_within(at, &["cite"], limits::HEADLINE_CHARS)?;
    let url = web_url(at, &["url"], reading)?;
    Ok((!blocks.is_empty()).then_some(Block::Quote {
        style,
        blocks,
        cite,
        url,
    }))
}

fn items(
    at: &Cursor,
    depth: usize,
    budget: &mut usize,
    reading: &mut Reading,
) -> Result<Vec<ListItem>, Error> {
    let mut items = Vec::new();
    for item in required(at, "items")?.items()? {
        if *budget == 0 {
            reading.cut(&item, "cut after 500 list items");
            break;
        }
        *budget -= 1;
        let content = if let Ok(raw) = item.text() {
            clean(raw, limits::TEXT_CHARS).map(Inline::Text)
        } else {
            item.object()
                .map_err(|_| item.expected("text or an object"))?;
            inline(&item)?
        };
        let nested = match item.get("items") {
            None => Vec::new(),
            Some(_) if depth == limits::LIST_DEPTH => {
                reading.cut(&item, "left out: lists nested deeper than 4 levels");
                Vec::new()
            }
            Some(_) => self::items(&item, depth + 1, budget, reading)?,
        };
        items.extend(content.map(|content| ListItem {
            content,
            items: nested,
        }));
    }
    Ok(items)
}

fn media(at: &Cursor, kind: MediaKind, reading: &mut Reading) -> Result<Option<Block>, Error> {
    required(at, "url")?;
    let url = web_url(at, &["url"], reading)?;
    let provider = text_within(at, &["provider"], limits::NAME_CHARS)?;
    let title = text_within(at, &["title"], limits::HEADLINE_CHARS)?;
    let text = text_within(at, &["text"], limits::SUMMARY_CHARS)?;
    let caption = text_within(at, &["caption"], limits::SUMMARY_CHARS)?;
    let duration = match at.get("duration") {
        Some(seconds) => Some(seconds.rounded_down()?),
        None => None,
    };
    Ok(url.map(|url| Block::Media {
        kind,
        url,
        provider,
        title,
        text,
        caption,
        duration,
    }))
}

fn table(at: &Cursor, reading: &mut Reading) -> Result<Option<Block>, Error> {
    let caption = text_within(at, &["caption"], limits::SUMMARY_CHARS)?;
    let head = match at.get("head") {
        Some(head) => rows(&head, limits::TABLE_ROWS, true, reading)?,
        None => Vec::new(),
    };
    let left = limits::TABLE_ROWS - head.len();
    let rows = rows(&required(at, "rows")?, left, false, reading)?;
    let shows = !head.is_empty() || !rows.is_empty();
    Ok(shows.then_some(Block::Table {
        caption,
        head,
        rows,
    }))
}

fn rows(
    at: &Cursor,
    max: usize,
    header: bool,
    reading: &mut Reading,
) -> Result<Vec<Vec<Cell>>, Error> {
    let mut rows = Vec::new();
    for row in list(at, max, "200 table rows", reading)? {
        let mut cells = Vec::new();
        for value in list(&row, limits::TABLE_COLUMNS, "20 table columns", reading)? {
            cells.push(cell(&value, header)?);
        }
        if !cells.is_empty() {
            rows.push(cells);
        }
    }
    Ok(rows)
}

/// A cell: text, or an object. An empty cell stays, it holds its column open.
fn cell(at: &Cursor, header: bool) -> Result<Cell, Error> {
    let nothing = || Inline::Text(String::new());
    if let Ok(raw) = at.text() {
        return Ok(Cell {
            content: clean(raw, limits::TEXT_CHARS).map_or_else(nothing, Inline::Text),
            header,
            colspan: 1,
            rowspan: 1,
            align: None,
        });
    }
    at.object().map_err(|_| at.expected("text or an object"))?;
    let columns = u32::try_from(limits::TABLE_COLUMNS).unwrap_or(u32::MAX);
    let span = |key, max| Ok(integer(at, key)?.unwrap_or(1).clamp(1, max));
    Ok(Cell {
        content: inline(at)?.unwrap_or_else(nothing),
        header: at.get("header").map_or(Ok(header), |flag| flag.flag())?,
        colspan: span("colspan", columns)?,
        rowspan: span("rowspan", limits::ROW_SPAN)?,
        align: match choice(at, "align", &["start", "left", "center", "end", "right"])? {
            Some(0 | 1) => Some(CellAlign::Start),
            Some(2) => Some(CellAlign::Center),
            Some(_) => Some(CellAlign::End),
            None => None,
        },
    })
}
