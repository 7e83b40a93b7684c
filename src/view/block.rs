//! The blocks of a body, one function for each type that takes more than a few lines.

use super::pen::Pen;
use super::{DateStyle, Label, figure, teaser};
use crate::article::{BlockType, Field, Record, Value, text};
use crate::node::{Attribute, Name, Node, Tag};
use crate::sanitize::{Embed, SafeUrl};

/// Pull quotes that are looked for in the text.
const MOST_PULL_QUOTES: u32 = 10;

/// Draws blocks into the innermost element, and gives those that are a node there.
pub(super) fn all<'a>(pen: &mut Pen, blocks: &'a [Value]) -> Vec<&'a Record> {
    let mut drawn = Vec::new();
    for record in blocks.iter().filter_map(Value::as_record) {
        let Some(kind) = record.block_type() else {
            continue;
        };
        let before = pen.count();
        block(pen, kind, record, blocks);
        if pen.count() > before {
            drawn.push(record);
        }
    }
    drawn
}

/// Whether a block belongs to what follows: a heading.
pub(super) fn opens(block: &Record) -> bool {
    block.block_type() == Some(BlockType::Heading) || is_heading(block)
}

/// Whether HTML has become a heading.
fn is_heading(block: &Record) -> bool {
    matches!(block.nodes(Field::Html), [Node::Element(element)] if element.tag.level().is_some())
}

/// Draws one block; `body` is what a pull quote may repeat.
fn block(pen: &mut Pen, kind: BlockType, block: &Record, body: &[Value]) {
    match kind {
        BlockType::Paragraph => {
            pen.open(Tag::P);
            pen.content(block);
        }
        BlockType::Heading => {
            // Level 2 is the first below the card's own headline.
            let below = block.number(Field::Level).unwrap_or(2) as u8 - 1;
            pen.open_heading(below, "heading");
            pen.content(block);
        }
        BlockType::Quote => quote(pen, block, body),
        BlockType::List => return list(pen, block, block.flag(Field::Ordered)),
        BlockType::Image => {
            let part = match block.text(Field::Layout) {
                Some("wide") => "block-figure wide",
                Some("inset") => "block-figure inset",
                _ => "block-figure",
            };
            if let Some(image) = block.record(Field::Image) {
                figure::figure(pen, image, part, block.url(Field::Link));
            }
            return;
        }
        BlockType::Gallery => {
            pen.open_part(Tag::Figure, "gallery");
            pen.open_part(Tag::Div, "gallery-items");
            for image in block.records(Field::Images) {
                figure::figure(pen, image, "block-figure", None);
            }
            pen.close();
            pen.line(Tag::Figcaption, "caption", block.text(Field::Caption));
        }
        BlockType::Video => media(pen, block, Label::Video),
        BlockType::Audio => media(pen, block, Label::Audio),
        BlockType::Embed => media(pen, block, Label::Embed),
        BlockType::Table => table(pen, block),
        BlockType::Code => {
            pen.open_part(Tag::Pre, "code");
            pen.fixed(Name::TabIndex, "0");
            pen.open(Tag::Code);
            pen.text(block.text(Field::Text).unwrap_or_default());
            pen.close();
        }
        BlockType::Related => return teaser::related(pen, block, Field::Items),
        BlockType::Aside => {
            pen.open_part(Tag::Aside, "aside");
            pen.line(Tag::P, "aside-title", block.text(Field::Title));
            all(pen, block.list(Field::Blocks));
        }
        BlockType::Entry => entry(pen, block),
        BlockType::Divider => pen.open(Tag::Hr),
        BlockType::Html => return pen.nodes(block.nodes(Field::Html)),
    }
    pen.close();
}

fn quote(pen: &mut Pen, block: &Record, body: &[Value]) {
    let pull = block.text(Field::Style) == Some("pull");
    pen.open_part(Tag::Figure, if pull { "quote pull" } else { "quote" });
    pen.open(Tag::Blockquote);
    // A pull quote that says again what the text says would be heard twice. An article has a few of them.
    let quoted = block.text(Field::Text).unwrap_or_default();
    if pull && pen.pull_quotes < MOST_PULL_QUOTES {
        pen.pull_quotes += 1;
        if text::says(body.iter().filter_map(text_of), quoted) {
            pen.fixed(Name::Silent, "true");
        }
    }
    let inner = block.list(Field::Blocks);
    if inner.is_empty() {
        pen.open(Tag::P);
        pen.content(block);
        pen.close();
    }
    all(pen, inner);
    pen.close();
    if let Some(cite) = block.text(Field::Cite) {
        pen.open_part(Tag::Figcaption, "cite");
        pen.open(Tag::Cite);
        pen.linked(cite, block.url(Field::Url), "noopener");
        pen.close();
        pen.close();
    }
}

fn text_of(block: &Value) -> Option<&str> {
    let block = block.as_record()?;
    let is_paragraph = block.block_type() == Some(BlockType::Paragraph);
    block.text(Field::Text).filter(|_| is_paragraph)
}

fn list(pen: &mut Pen, of: &Record, ordered: bool) {
    pen.open(if ordered { Tag::Ol } else { Tag::Ul });
    let start = of.number(Field::Start);
    pen.number(Name::Start, start.filter(|start| ordered && *start != 1));
    for item in of.records(Field::Items) {
        pen.open(Tag::Li);
        pen.content(item);
        if !item.list(Field::Items).is_empty() {
            list(pen, item, ordered);
        }
        pen.close();
    }
    pen.close();
}

/// What was reported at one time, of many.
fn entry(pen: &mut Pen, block: &Record) {
    pen.open_part(Tag::Section, "entry");
    if let Some(date) = block.date(Field::Published) {
        pen.open_part(Tag::P, "entry-time");
        pen.time(None, date, DateStyle::Moment);
        pen.close();
    }
    if let Some(title) = block.text(Field::Title) {
        pen.open_heading(1, "heading");
        pen.directed_text(title);
        pen.close();
    }
    all(pen, block.list(Field::Blocks));
}

/// A film, a recording or something of another site as a link: nothing of theirs is loaded before the reader asks for it.
fn media(pen: &mut Pen, block: &Record, label: Label) {
    let Some(url) = block.url(Field::Url) else {
        return pen.open_part(Tag::Div, "media");
    };
    let (title, provider) = (block.text(Field::Title), block.text(Field::Provider));
    pen.open_part(Tag::Div, "media");
    pen.open_part(Tag::P, "media-kind");
    let words = pen.labels.get(label);
    pen.text(words);
    if let Some(provider) = provider.filter(|_| title.is_some()) {
        pen.text(" · ");
        pen.text(provider);
    }
    pen.close();
    pen.open_part(Tag::P, "media-title");
    let name = title.or(provider).unwrap_or_else(|| url.host());
    pen.linked(name, Some(url), "noopener");
    pen.close();
    player(pen, block, url, label);
    pen.line(Tag::P, "media-text", block.text(Field::Text));
    pen.line(Tag::P, "media-text", block.text(Field::Caption));
}

/// A button that loads a player: that of a site that is known, or the browser's own.
fn player(pen: &mut Pen, block: &Record, url: &SafeUrl, label: Label) {
    let film = Embed::of(url);
    let (action, words) = match (label, block.get(Field::Url)) {
        _ if film.is_some() => ("play", Label::PlayVideo),
        (Label::Video, Some(Value::Recording(_))) => ("video", Label::PlayVideo),
        (Label::Audio, Some(Value::Recording(_))) => ("audio", Label::PlayAudio),
        _ => return,
    };
    pen.open_button("play", action);
    let address = film.as_ref().map(Attribute::player);
    pen.set(address.unwrap_or_else(|| Attribute::value_of(url)));
    let site = film.as_ref().map_or(url.host(), |film| film.site());
    let words = pen.labels.with(words, site);
    pen.text(&words);
    pen.close();
}

/// A table in a box that scrolls sideways, by keyboard too.
fn table(pen: &mut Pen, block: &Record) {
    let caption = block.text(Field::Caption);
    pen.open_part(Tag::Div, "table");
    pen.fixed(Name::Role, "group");
    pen.fixed(Name::TabIndex, "0");
    match caption {
        Some(caption) => pen.set(Attribute::label(caption.into())),
        None => pen.named(Label::Table),
    }
    pen.open(Tag::Table);
    pen.line(Tag::Caption, "table-caption", caption);
    for (field, tag) in [(Field::Head, Tag::Thead), (Field::Rows, Tag::Tbody)] {
        pen.open(tag);
        for row in block.list(field) {
            pen.open(Tag::Tr);
            for value in row.as_list().iter().filter_map(Value::as_record) {
                cell(pen, value, field == Field::Head);
            }
            pen.close();
        }
        pen.close_filled();
    }
    pen.close();
}

fn cell(pen: &mut Pen, cell: &Record, in_head: bool) {
    if in_head || cell.flag(Field::Header) {
        pen.open(Tag::Th);
        pen.fixed(Name::Scope, if in_head { "col" } else { "row" });
    } else {
        pen.open(Tag::Td);
    }
    match cell.text(Field::Align) {
        Some("center") => pen.fixed(Name::Part, "center"),
        Some("end" | "right") => pen.fixed(Name::Part, "end"),
        _ => {}
    }
    let span = |field| cell.number(field).filter(|span| *span > 1);
    pen.number(Name::ColSpan, span(Field::Colspan));
    pen.number(Name::RowSpan, span(Field::Rowspan));
    pen.content(cell);
    pen.close();
}
