//! Untrusted HTML → nodes. Nothing is copied: each element, attribute and address of the result is made from the tables
//! of `policy` and from values that were read and checked, so what the tables do not hold cannot come out.
//!
//! Not a tokeniser crate: `html5gum` measured at 36 KB brotli, html5ever at 148 KB. What it must get right is what real
//! bodies contain; a test compares it with the browser's own parser on real ones.

mod attributes;
mod blocks;
mod entity;
mod policy;
mod shortcode;
mod token;
mod tree;

use super::{ImagePolicy, SafeUrl};
use crate::article::text;
use crate::node::{self, Node, Tag};

/// What addresses in the HTML may rely on.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Base of relative addresses: the document's own, never the page's.
    pub base: Option<&'a SafeUrl>,
    /// Which pictures may be requested.
    pub images: &'a ImagePolicy,
}

/// The blocks of an HTML body, and whether a limit left something out.
pub fn blocks(html: &str, scope: &Scope<'_>) -> (Vec<Node>, bool) {
    let mut builder = tree::Builder::new(scope);
    let mut nodes = builder.build(html);
    // Headings as they belong below the card's own: the highest one is of level 2.
    let mut highest = 6;
    for node in &nodes {
        highest = highest.min(level(node).unwrap_or(6));
    }
    for node in &mut nodes {
        if let (Some(own), Node::Element(element)) = (level(node), node) {
            element.tag = Tag::heading(own + 2 - highest);
        }
    }
    (nodes, builder.cut)
}

fn level(node: &Node) -> Option<u8> {
    match node {
        Node::Element(element) => element.tag.level(),
        Node::Text(_) => None,
    }
}

/// The nodes of HTML that runs in one line: what stands in blocks is set apart by spaces.
pub fn line(html: &str, scope: &Scope<'_>) -> (Vec<Node>, bool) {
    let (blocks, cut) = blocks(html, scope);
    let mut line = Vec::new();
    for block in blocks {
        if !line.is_empty() {
            line.push(Node::Text(" ".into()));
        }
        match block {
            Node::Element(element) if element.tag == Tag::P => line.extend(element.children),
            other => line.push(Node::Text(text::line(&node::text(&[other])))),
        }
    }
    (line, cut)
}
