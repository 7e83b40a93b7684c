//! The blocks of a body, one function for each type that takes more than a few lines.

use super::body::Weight;
use super::node::{Attribute, Name, Tag};
use super::pen::Pen;
use super::{Label, figure, teaser};
use crate::article::{
    Block, Cell, CellAlign, Image, Inline, ListItem, MediaKind, PictureLayout, QuoteStyle,
    reading_time, text,
};
use crate::sanitize::{SafeUrl, plain_text};

/// Draws blocks into the innermost element: one node and one weight for each.
pub(super) fn all(pen: &mut Pen, blocks: &[Block]) -> Vec<Weight> {
    let mut weights = Vec::new();
    for block in blocks {
        if let Block::Html { html } = block {
            for text in plain_text::paragraphs(html) {
                let content = Inline::Text(text);
                weights.push(self::block(pen, &Block::Paragraph { content }, blocks));
            }
        } else {
            let before = pen.count();
            let weight = self::block(pen, block, blocks);
            if pen.count() > before {
                weights.push(weight);
            }
        }
    }
    weights
}

/// Draws one block; `body` is what a pull quote may repeat.
fn block(pen: &mut Pen, block: &Block, body: &[Block]) -> Weight {
    match block {
        Block::Paragraph { content } => {
            pen.open(Tag::P);
            pen.inline(content);
            pen.close();
        }
        Block::Heading { level, content } => {
            // Level 2 is the first below the card's own headline.
            pen.open_part(Tag::heading(pen.level + level - 1), "heading");
            pen.inline(content);
            pen.close();
        }
        Block::Quote {
            style,
            blocks,
            cite,
            url,
        } => {
            // A pull quote that says again what the text says would be heard twice.
            let repeats = *style == QuoteStyle::Pull && is_said_in(blocks, body);
            quote(pen, *style, repeats, blocks);
            if let Some(cite) = cite {
                attribution(pen, cite, url.as_ref());
            }
            pen.close();
        }
        Block::List {
            ordered,
            start,
            items,
        } => list(pen, *ordered, *start, items),
        Block::Image {
            image,
            layout,
            link,
        } => {
            let part = match layout {
                PictureLayout::Normal => "block-figure",
                PictureLayout::Wide => "block-figure wide",
                PictureLayout::Inset => "block-figure inset",
            };
            figure::figure(pen, image, part, link.as_ref());
        }
        Block::Gallery { images, caption } => gallery(pen, images, caption.as_ref()),
        Block::Media {
            kind,
            url,
            provider,
            title,
            text,
            caption,
            ..
        } => {
            media(pen, *kind, url, provider.as_deref(), title.as_deref());
            pen.line(Tag::P, "media-text", text.as_ref());
            pen.line(Tag::P, "media-text", caption.as_ref());
            pen.close();
        }
        Block::Table {
            caption,
            head,
            rows,
        } => table(pen, caption.as_ref(), head, rows),
        Block::Code { text } => {
            pen.open_part(Tag::Pre, "code");
            pen.fixed(Name::TabIndex, "0");
            pen.open(Tag::Code);
            pen.text(text);
            pen.close();
            pen.close();
        }
        Block::Related { items } => teaser::related(pen, items, None),
        Block::Aside { title, blocks } => {
            pen.open_part(Tag::Aside, "aside");
            pen.line(Tag::P, "aside-title", title.as_ref());
            all(pen, blocks);
            pen.close();
        }
        Block::Divider => {
            pen.open(Tag::Hr);
            pen.close();
        }
        Block::Html { .. } => {} // several blocks in one: see `all`
    }
    Weight {
        words: reading_time::of_block(block),
        opens: matches!(block, Block::Heading { .. }),
    }
}

fn quote(pen: &mut Pen, style: QuoteStyle, repeats: bool, blocks: &[Block]) {
    let part = match style {
        QuoteStyle::Block => "quote",
        QuoteStyle::Pull => "quote pull",
    };
    pen.open_part(Tag::Figure, part);
    if repeats {
        pen.fixed(Name::Silent, "true");
    }
    pen.open(Tag::Blockquote);
    all(pen, blocks);
    pen.close();
}

fn attribution(pen: &mut Pen, cite: &str, url: Option<&SafeUrl>) {
    pen.open_part(Tag::Figcaption, "cite");
    pen.open(Tag::Cite);
    pen.linked(cite, url, "noopener");
    pen.close();
    pen.close();
}

fn is_said_in(quote: &[Block], body: &[Block]) -> bool {
    let quoted = significant(quote);
    !quoted.is_empty() && significant(body).contains(&quoted)
}

/// The letters and digits of all paragraphs, for finding one text in another.
fn significant(blocks: &[Block]) -> String {
    let mut letters = String::new();
    for block in blocks {
        if let Block::Paragraph { content } = block {
            match content {
                Inline::Text(text) => letters.extend(text::significant(text)),
                Inline::Html(html) => letters.extend(text::significant(&plain_text::line(html))),
            }
        }
    }
    letters
}

fn list(pen: &mut Pen, ordered: bool, start: Option<u32>, items: &[ListItem]) {
    pen.open(if ordered { Tag::Ol } else { Tag::Ul });
    pen.number(Name::Start, start.filter(|start| ordered && *start != 1));
    for item in items {
        pen.open(Tag::Li);
        pen.inline(&item.content);
        if !item.items.is_empty() {
            list(pen, ordered, None, &item.items);
        }
        pen.close();
    }
    pen.close();
}

fn gallery(pen: &mut Pen, images: &[Image], caption: Option<&String>) {
    pen.open_part(Tag::Figure, "gallery");
    pen.open_part(Tag::Div, "gallery-items");
    for image in images {
        figure::figure(pen, image, "block-figure", None);
    }
    pen.close();
    pen.line(Tag::Figcaption, "caption", caption);
    pen.close();
}

/// A film, a recording or something of another site as a link: nothing of theirs is loaded.
fn media(
    pen: &mut Pen,
    kind: MediaKind,
    url: &SafeUrl,
    provider: Option<&str>,
    title: Option<&str>,
) {
    let label = match kind {
        MediaKind::Video => Label::Video,
        MediaKind::Audio => Label::Audio,
        MediaKind::Embed => Label::Embed,
    };
    let name = title.or(provider).unwrap_or_else(|| url.host());
    pen.open_part(Tag::Div, "media");
    pen.open_part(Tag::P, "media-kind");
    pen.text(pen.labels.get(label));
    if let Some(provider) = provider.filter(|_| title.is_some()) {
        pen.text(" · ");
        pen.text(provider);
    }
    pen.close();
    pen.open_part(Tag::P, "media-title");
    pen.linked(name, Some(url), "noopener");
    pen.close();
}

/// A table in a box that scrolls sideways, by keyboard too.
fn table(pen: &mut Pen, caption: Option<&String>, head: &[Vec<Cell>], rows: &[Vec<Cell>]) {
    pen.open_part(Tag::Div, "table");
    pen.fixed(Name::Role, "region");
    pen.fixed(Name::TabIndex, "0");
    match caption {
        Some(caption) => pen.set(Attribute::label(caption.clone())),
        None => pen.named(Label::Table),
    }
    pen.open(Tag::Table);
    pen.line(Tag::Caption, "table-caption", caption);
    for (tag, scope, rows) in [(Tag::Thead, "col", head), (Tag::Tbody, "row", rows)] {
        pen.open(tag);
        for row in rows {
            pen.open(Tag::Tr);
            for value in row {
                cell(pen, value, scope);
            }
            pen.close();
        }
        pen.close_filled();
    }
    pen.close();
    pen.close();
}

fn cell(pen: &mut Pen, cell: &Cell, scope: &'static str) {
    if cell.header {
        pen.open(Tag::Th);
        pen.fixed(Name::Scope, scope);
    } else {
        pen.open(Tag::Td);
    }
    if let Some(align) = cell.align {
        let part = match align {
            CellAlign::Start => "start",
            CellAlign::Center => "center",
            CellAlign::End => "end",
        };
        pen.fixed(Name::Part, part);
    }
    pen.number(Name::ColSpan, Some(cell.colspan).filter(|span| *span > 1));
    pen.number(Name::RowSpan, Some(cell.rowspan).filter(|span| *span > 1));
    pen.inline(&cell.content);
    pen.close();
}
