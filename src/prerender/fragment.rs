//! A card as plain HTML, for places that take neither elements of our own nor style sheets: RSS, newsletters, a CMS. What is a
//! part of the card is a class here, with `ac-` before it (`ac-headline`), for those who style it themselves.

use crate::article::Document;
use crate::node::{Element, Name, Node, Tag, html};
use crate::view::Settings;

use super::tree;

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
    for child in &element.children {
        push(&mut children, child);
    }
    if children.is_empty() && !element.tag.is_void() && !matches!(element.tag, Tag::Td | Tag::Th) {
        return;
    }
    let tag = element.tag.name();
    out.extend(["<", tag]);
    for attribute in element.attributes.iter().filter(|own| is_kept(own.name())) {
        let is_part = attribute.name() == Name::Part;
        out.extend([
            " ",
            if is_part {
                "class"
            } else {
                attribute.name().name()
            },
            "=\"",
        ]);
        if is_part {
            let classes = attribute
                .value()
                .split(' ')
                .map(|part| ["ac-", part].concat());
            out.push_str(&classes.collect::<Vec<_>>().join(" "));
        } else {
            html::escape(out, attribute.value());
        }
        out.push('"');
    }
    out.push('>');
    if !element.tag.is_void() {
        out.extend([&*children, "</", tag, ">"]);
    }
}

/// Whether it is of the card's own machinery.
fn is_ours(element: &Element) -> bool {
    let is = |name, value: &str| {
        let mut own = element.attributes.iter();
        own.any(|attribute| attribute.name() == name && attribute.value() == value)
    };
    matches!(element.tag, Tag::Button | Tag::Slot)
        || is(Name::Class, "sr")
        || is(Name::Part, "initials")
        || is(Name::Part, "shared")
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
