//! The blocks of a body, one function for each type that takes more than a line.

use super::body::{Drawn, words};
use super::node::{Attribute, Element, Node, Tag};
use super::scope::{Scope, link};
use super::{Label, figure, line, teaser};
use crate::article::{
    Block, Cell, CellAlign, Image, Inline, ListItem, MediaKind, PictureLayout, QuoteStyle,
    reading_time, text,
};
use crate::sanitize::{SafeUrl, plain_text};

/// Draws a body.
pub(super) fn all(scope: &Scope, blocks: &[Block]) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    for block in blocks {
        if let Block::Html { html } = block {
            drawn.extend(plain_text::paragraphs(html).iter().map(|text| Drawn {
                node: paragraph(scope, text),
                words: words(text),
                opens: false,
            }));
            continue;
        }
        let node = self::block(scope, block, blocks);
        drawn.extend(node.map(|node| Drawn {
            node,
            words: reading_time::of_block(block),
            opens: matches!(block, Block::Heading { .. }),
        }));
    }
    drawn
}

fn nodes(scope: &Scope, blocks: &[Block]) -> impl Iterator<Item = Node> {
    all(scope, blocks).into_iter().map(|drawn| drawn.node)
}

/// Draws one block; `body` is what a pull quote may repeat.
fn block(scope: &Scope, block: &Block, body: &[Block]) -> Option<Node> {
    let element = match block {
        Block::Paragraph { content } => scope.inline(Element::new(Tag::P), content),
        Block::Heading { level, content } => {
            // Level 2 is the first below the card's own headline.
            let heading = Tag::heading(scope.level + level.saturating_sub(1));
            scope.inline(Element::part(heading, "heading"), content)
        }
        Block::Quote {
            style,
            blocks,
            cite,
            url,
        } => quote(scope, *style, blocks, cite.as_deref(), url.as_ref(), body),
        Block::List {
            ordered,
            start,
            items,
        } => {
            let start = start.filter(|start| *ordered && *start != 1);
            list(scope, *ordered, items).with_some(start.map(Attribute::Start))
        }
        Block::Image {
            image,
            layout,
            link,
        } => picture(image, *layout, link.as_ref()),
        Block::Gallery { images, caption } => gallery(images, caption.as_ref()),
        Block::Media {
            kind,
            url,
            provider,
            title,
            text,
            caption,
            ..
        } => {
            let title = title.as_deref();
            let words = [text, caption];
            media(scope, *kind, url, provider.as_deref(), title, words)
        }
        Block::Table {
            caption,
            head,
            rows,
        } => table(scope, caption.as_deref(), head, rows),
        Block::Code { text } => Element::part(Tag::Pre, "code")
            .with(Attribute::TabIndex)
            .child(Element::new(Tag::Code).child(text.as_str())),
        Block::Related { items } => return teaser::related(scope, items, None).map(Node::from),
        Block::Aside { title, blocks } => Element::part(Tag::Aside, "aside")
            .children(line(Tag::P, "aside-title", title.as_ref()))
            .children(nodes(scope, blocks)),
        Block::Divider => Element::new(Tag::Hr),
        Block::Html { .. } => return None, // several blocks in one: see `all`
    };
    Some(element.into())
}

fn paragraph(scope: &Scope, text: &str) -> Node {
    scope.text(Element::new(Tag::P), text).into()
}

fn quote(
    scope: &Scope,
    style: QuoteStyle,
    blocks: &[Block],
    cite: Option<&str>,
    url: Option<&SafeUrl>,
    body: &[Block],
) -> Element {
    // A pull quote that says again what the text says would be heard twice.
    let repeats = style == QuoteStyle::Pull && is_said_in(blocks, body);
    let part = match style {
        QuoteStyle::Block => "quote",
        QuoteStyle::Pull => "quote pull",
    };
    let cite = cite.map(|cite| {
        let name = Element::new(Tag::Cite);
        let name = match url {
            Some(url) => name.child(link(url, None).child(cite)),
            None => name.child(cite),
        };
        Element::part(Tag::Figcaption, "cite").child(name)
    });
    Element::part(Tag::Figure, part)
        .with_some(repeats.then_some(Attribute::Hidden))
        .child(Element::new(Tag::Blockquote).children(nodes(scope, blocks)))
        .children(cite)
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
            let text = match content {
                Inline::Text(text) => text.clone(),
                Inline::Html(html) => plain_text::line(html),
            };
            letters.extend(
                text.chars()
                    .filter(|&c| text::is_word(c))
                    .map(|c| c.to_ascii_lowercase()),
            );
        }
    }
    letters
}

fn list(scope: &Scope, ordered: bool, items: &[ListItem]) -> Element {
    let tag = if ordered { Tag::Ol } else { Tag::Ul };
    Element::new(tag).children(items.iter().map(|item| {
        let element = scope.inline(Element::new(Tag::Li), &item.content);
        let nested = (!item.items.is_empty()).then(|| list(scope, ordered, &item.items));
        element.children(nested)
    }))
}

fn picture(image: &Image, layout: PictureLayout, url: Option<&SafeUrl>) -> Element {
    let part = match layout {
        PictureLayout::Normal => "block-figure",
        PictureLayout::Wide => "block-figure wide",
        PictureLayout::Inset => "block-figure inset",
    };
    let mut figure = figure::figure(image, part);
    if let Some(url) = url {
        let picture = figure.children.remove(0);
        figure
            .children
            .insert(0, link(url, None).child(picture).into());
    }
    figure
}

fn gallery(images: &[Image], caption: Option<&String>) -> Element {
    let pictures = images
        .iter()
        .map(|image| figure::figure(image, "block-figure"));
    Element::part(Tag::Figure, "gallery")
        .child(Element::part(Tag::Div, "gallery-items").children(pictures))
        .children(line(Tag::Figcaption, "caption", caption))
}

/// A film, a recording or something of another site as a link: nothing of theirs is loaded.
fn media(
    scope: &Scope,
    kind: MediaKind,
    url: &SafeUrl,
    provider: Option<&str>,
    title: Option<&str>,
    texts: [&Option<String>; 2],
) -> Element {
    let label = scope.labels.get(match kind {
        MediaKind::Video => Label::Video,
        MediaKind::Audio => Label::Audio,
        MediaKind::Embed => Label::Embed,
    });
    let name = title.or(provider).unwrap_or_else(|| url.host());
    let kind = Element::part(Tag::P, "media-kind").child(label);
    let kind = match provider {
        Some(provider) if title.is_some() => kind.child(" · ").child(provider),
        _ => kind,
    };
    let texts = texts.into_iter().flatten();
    Element::part(Tag::Div, "media")
        .child(kind)
        .child(Element::part(Tag::P, "media-title").child(link(url, None).child(name)))
        .children(texts.map(|text| scope.text(Element::part(Tag::P, "media-text"), text)))
}

/// A table in a box that scrolls sideways, by keyboard too.
fn table(scope: &Scope, caption: Option<&str>, head: &[Vec<Cell>], rows: &[Vec<Cell>]) -> Element {
    let label = caption.unwrap_or_else(|| scope.labels.get(Label::Table));
    let group = |tag, rows: &[Vec<Cell>], scope_of_headers| {
        Element::new(tag)
            .children(rows.iter().map(|row| {
                let cells = row.iter().map(|value| cell(scope, value, scope_of_headers));
                Element::new(Tag::Tr).children(cells)
            }))
            .unless_empty()
    };
    let table = Element::new(Tag::Table)
        .children(caption.map(|caption| Element::new(Tag::Caption).child(caption)))
        .children(group(Tag::Thead, head, "col"))
        .children(group(Tag::Tbody, rows, "row"));
    Element::part(Tag::Div, "table")
        .with(Attribute::Role("region"))
        .with(Attribute::TabIndex)
        .with(Attribute::Label(label.to_owned()))
        .child(table)
}

fn cell(scope: &Scope, cell: &Cell, header_scope: &'static str) -> Element {
    let span = |value: u32| (value > 1).then_some(value);
    let element = if cell.header {
        Element::new(Tag::Th).with(Attribute::Scope(header_scope))
    } else {
        Element::new(Tag::Td)
    };
    let align = cell.align.map(|align| match align {
        CellAlign::Start => "start",
        CellAlign::Center => "center",
        CellAlign::End => "end",
    });
    let element = element
        .with_some(align.map(Attribute::Part))
        .with_some(span(cell.colspan).map(Attribute::ColSpan))
        .with_some(span(cell.rowspan).map(Attribute::RowSpan));
    scope.inline(element, &cell.content)
}
