//! A card as plain HTML, for places that take neither elements of our own nor style sheets: RSS, newsletters, a CMS. What is a
//! part of the card is a class here, with `ac-` before it (`ac-headline`), for those who style it themselves.

use crate::article::Document;
use crate::node::{Element, Name, Node, Tag, html};
use crate::view::Settings;

use super::{attribute, tree};

/// The document as HTML without shadow tree, script or style sheet: an article, or a section of them for a feed.
///
/// It has no ids, buttons and places for the page's own, and nothing that only a style sheet makes sense of: initials
/// without a portrait, words that are heard and not seen.
pub fn fragment(document: &Document, settings: &Settings) -> String {
    let mut out = String::new();
    push(&mut out, &tree(document, settings));
    out
}

fn push(out: &mut String, node: &Node) {
    let element = match node {
        Node::Text(_) => return html::push(out, node),
        Node::Element(element) if is_ours(element) => return,
        Node::Element(element) => element,
    };
    let mut children = String::new();
    let is_line = part(element) == "source";
    for child in &element.children {
        let before = children.len();
        push(&mut children, child);
        // What a style sheet sets apart.
        if is_line && before > 0 && children.len() > before {
            children.insert_str(before, " · ");
        }
    }
    if children.is_empty() && !element.tag.is_void() && !matches!(element.tag, Tag::Td | Tag::Th) {
        return;
    }
    // A wrapper of what has gone.
    let is_bare =
        element.tag == Tag::Span && !element.attributes.iter().any(|own| is_kept(own.name()));
    if is_bare {
        return out.push_str(&children);
    }
    let tag = element.tag.name();
    out.extend(["<", tag]);
    for own in element.attributes.iter().filter(|own| is_kept(own.name())) {
        if own.name() == Name::Part {
            let classes = own.value().split(' ').map(|part| ["ac-", part].concat());
            let classes = classes.collect::<Vec<_>>().join(" ");
            attribute(out, "class", Some(&classes));
        } else {
            attribute(out, own.name().name(), Some(own.value()));
        }
    }
    // Newsletters have no other place for it.
    if element.tag == Tag::Img {
        out.push_str(" style=\"max-width:100%;height:auto\"");
    }
    out.push('>');
    if element.tag.is_void() {
        return;
    }
    if let Some(words) = element
        .get(Name::Label)
        .filter(|_| part(element) == "related")
    {
        out.push_str("<p><strong>");
        html::escape(out, words);
        out.push_str("</strong></p>");
    }
    out.extend([&*children, "</", tag, ">"]);
}

fn part(element: &Element) -> &str {
    element.get(Name::Part).unwrap_or_default()
}

/// Whether it is of the card's own machinery, or only decoration: a picture as large as its file is none.
fn is_ours(element: &Element) -> bool {
    const PARTS: [&str; 5] = ["avatar", "logo", "initials", "shared", "teaser-image"];
    matches!(element.tag, Tag::Button | Tag::Slot)
        || element.get(Name::Class) == Some("sr")
        || PARTS.contains(&part(element))
}

/// Whether an attribute means something without the card around it.
fn is_kept(name: Name) -> bool {
    !matches!(
        name,
        Name::Id
            | Name::Controls
            | Name::LabelledBy
            | Name::Key
            | Name::FocusX
            | Name::FocusY
            | Name::Tone
            | Name::TabIndex
            | Name::Role
            | Name::Silent
            | Name::Class
            | Name::Action
            | Name::Label
    )
}
