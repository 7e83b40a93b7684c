//! Node tree → HTML text that a parser turns into the same tree.

use super::{Element, Node, Tag};

/// Appends `node` as HTML.
pub fn push(out: &mut String, node: &Node) {
    match node {
        Node::Text(text) => push_escaped(out, text, false),
        Node::Element(element) => push_element(out, element),
    }
}

fn push_element(out: &mut String, element: &Element) {
    out.push('<');
    out.push_str(element.tag.name());
    for attribute in &element.attributes {
        out.push(' ');
        out.push_str(attribute.name().name());
        out.push_str("=\"");
        push_escaped(out, attribute.value(), true);
        out.push('"');
    }
    out.push('>');
    if element.tag.is_void() {
        return;
    }
    // A parser takes the first line break away (HTML, "pre").
    if let (Tag::Pre, Some(Node::Text(text))) = (element.tag, element.children.first())
        && text.starts_with('\n')
    {
        out.push('\n');
    }
    for child in &element.children {
        push(out, child);
    }
    out.push_str("</");
    out.push_str(element.tag.name());
    out.push('>');
}

/// Escapes text for content and for double-quoted attributes alike.
pub fn escape(out: &mut String, text: &str) {
    push_escaped(out, text, true);
}

/// Escapes as all engines serialise content and attributes.
fn push_escaped(out: &mut String, text: &str, quotes: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quotes => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            _ => out.push(c),
        }
    }
}
