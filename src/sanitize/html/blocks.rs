//! Nodes as the card draws them: what editors mean by their markup.

use super::attributes::{keep, number, value};
use super::token::Attributes;
use crate::article::text;
use crate::limits;
use crate::node::{Attribute, Build, Name, Node, Tag};
use crate::sanitize::SafeUrl;

fn is(node: &Node, tag: Tag) -> bool {
    matches!(node, Node::Element(element) if element.tag == tag)
}

/// White space, or a line break: nothing to see at the beginning or end of a line.
fn is_space(node: &Node) -> bool {
    match node {
        Node::Text(text) => text
            .chars()
            .all(|c| c == '\u{a0}' || c.is_ascii_whitespace()),
        Node::Element(element) => {
            let children = &element.children;
            matches!(element.tag, Tag::Br | Tag::Wbr)
                || (!children.is_empty() && children.iter().all(is_space))
        }
    }
}

/// A picture, or a link or formatting around nothing but pictures.
fn is_picture(node: &Node) -> bool {
    let Node::Element(element) = node else {
        return false;
    };
    let mut children = element.children.iter();
    element.tag == Tag::Img
        || (is_inline(element.tag)
            && !is_space(node)
            && !element.children.is_empty()
            && children.all(|child| is_picture(child) || is_space(child)))
}

fn is_inline(tag: Tag) -> bool {
    !matches!(
        tag,
        Tag::Figure
            | Tag::P
            | Tag::Div
            | Tag::Blockquote
            | Tag::Ul
            | Tag::Ol
            | Tag::Dl
            | Tag::Details
            | Tag::Table
            | Tag::Figcaption
            | Tag::Summary
            | Tag::Pre
    )
}

/// Ends the innermost element, a heading or caption; one without anything to see leaves no trace.
pub(super) fn close_shown(build: &mut Build) {
    let children = build.take_since(0);
    if !children.iter().all(is_space) {
        for child in children {
            build.add(child);
        }
    }
    build.close_filled();
}

/// Adds a line as paragraphs stand: nothing for white space, figures for pictures that stand alone. Whether there was
/// anything.
pub(super) fn line(build: &mut Build, nodes: Vec<Node>) -> bool {
    let end = nodes.iter().rposition(|node| !is_space(node));
    let Some(end) = end else { return false };
    let pictures = nodes.iter().all(|node| is_space(node) || is_picture(node));
    if !pictures {
        build.open(Tag::P);
    }
    for node in nodes.into_iter().take(end + 1) {
        if pictures && !is_space(&node) {
            build.open(Tag::Figure);
            build.fixed(Name::Part, "block-figure");
            build.add(node);
            build.close();
        } else if !pictures && (build.count() > 0 || !is_space(&node)) {
            build.add(node);
        }
    }
    if !pictures {
        build.close();
    }
    true
}

/// Links that a feed brings say nothing of what we think of them.
pub(super) const REL: &str = "noopener nofollow ugc";

pub(super) fn image(build: &mut Build, given: &Attributes<'_>, url: &SafeUrl) {
    let alt = text::line(&value(given, "alt").unwrap_or_default());
    build.open_picture("block-image", "lazy", text::cut(alt, limits::ALT_CHARS));
    if let (Some(width), Some(height)) = (number(given, "width"), number(given, "height"))
        && width.max(height) <= limits::PIXELS
    {
        build.number(Name::Width, Some(width));
        build.number(Name::Height, Some(height));
    }
    keep(build, Tag::Img, given);
    build.set(Attribute::src(url));
    build.close();
}

/// Ends the innermost element, a figure, by what it holds: a gallery of several pictures, a picture, a quotation.
/// Without anything to see it is none: a caption alone misleads.
pub(super) fn figure(build: &mut Build) {
    let children = build.take_since(0);
    let pull = build
        .attributes()
        .iter()
        .any(|own| own.name() == Name::Part);
    // Pictures on lines of their own have become figures already.
    let shows = |node: &&Node| is(node, Tag::Figure) || is_picture(node);
    let pictures = children.iter().filter(shows).count();
    let quote = pull || children.iter().any(|child| is(child, Tag::Blockquote));
    let captioned = children.iter().any(|child| is(child, Tag::Figcaption));
    if children.iter().all(is_space) {
        build.drop_open();
        return;
    }
    let content = children
        .iter()
        .any(|child| !is(child, Tag::Figcaption) && !is_space(child));
    if pictures == 0 && !quote && !(captioned && content) {
        build.close_filled();
        for child in children {
            if !is(&child, Tag::Figcaption) {
                build.add(child);
            }
        }
        return;
    }
    if !pull {
        let part = match pictures {
            0 if quote => "quote",
            // A table or code with its caption, or a picture.
            0 | 1 => "block-figure",
            _ => "gallery",
        };
        build.fixed(Name::Part, part);
    }
    if pictures > 1 {
        build.open(Tag::Div);
        build.fixed(Name::Part, "gallery-items");
    }
    let mut captions = Vec::new();
    for child in children {
        match child {
            Node::Element(inner) if inner.tag == Tag::Figure && pictures == 1 => {
                for node in inner.children {
                    build.add(node);
                }
            }
            // The figure is the quotation: one edge is enough.
            Node::Element(mut inner) if inner.tag == Tag::Blockquote => {
                inner.attributes.retain(|own| own.name() != Name::Part);
                build.add(Node::Element(inner));
            }
            child if is(&child, Tag::Figcaption) => captions.push(child),
            child => build.add(child),
        }
    }
    if pictures > 1 {
        build.close();
    }
    for caption in captions {
        build.add(caption);
    }
    build.close();
}

/// Ends the innermost element, a table, in a box that scrolls sideways, by keyboard too. The card gives it its name.
pub(super) fn table(build: &mut Build) {
    build.close_filled();
    if !matches!(build.last(), Some(node) if is(node, Tag::Table)) {
        return;
    }
    let table = build.take_since(build.count() - 1);
    build.open(Tag::Div);
    build.fixed(Name::Part, "table");
    build.fixed(Name::Role, "group");
    build.fixed(Name::TabIndex, "0");
    for table in table {
        build.add(table);
    }
    build.close();
}
