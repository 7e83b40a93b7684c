//! Untrusted HTML → nodes. Nothing is copied: each element, attribute and address of the result is made from the tables
//! of `policy` and from values that were read and checked, so what the tables do not hold cannot come out.
//!
//! Not a tokeniser crate: `html5gum` measured at 36 KB brotli, html5ever at 148 KB. What it must get right is what real
//! bodies contain; a test compares it with the browser's own parser on real ones.

mod attributes;
mod blocks;
mod bookmark;
mod entity;
mod policy;
mod shortcode;
mod token;
mod tree;

#[cfg(feature = "formats")]
pub(crate) use token::{Attributes, Token, Tokens};

use super::{ImagePolicy, SafeUrl};
use crate::article::{BlockType, Field, Record, Value, text};
use crate::node::{self, Node, Tag};

/// What addresses in the HTML may rely on.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Base of relative addresses: the document's own, never the page's.
    pub base: Option<&'a SafeUrl>,
    /// Which pictures may be requested.
    pub images: &'a ImagePolicy,
}

/// The blocks of an HTML body, and whether a limit left something out. Each is one node, or what it stands for: a film,
/// a teaser. Made of at most so many nodes as are `left`, which it counts down.
pub fn blocks(html: &str, scope: &Scope<'_>, left: &mut usize) -> (Vec<Record>, bool) {
    let mut builder = tree::Builder::new(scope, *left, false);
    let given = builder.nodes;
    let mut nodes = builder.build(html);
    *left -= given - builder.nodes;
    level_headings(&mut nodes);
    let mut blocks = Vec::new();
    let mut standing = builder.standing.into_iter().peekable();
    for (at, node) in nodes.into_iter().enumerate() {
        while let Some((_, block)) = standing.next_if(|(before, _)| *before <= at) {
            blocks.push(block);
        }
        let mut block = Record::with(Field::Type, Value::Type(BlockType::Html));
        block.set(Field::Html, Value::Nodes(vec![node]));
        blocks.push(block);
    }
    blocks.extend(standing.map(|(_, block)| block));
    (blocks, builder.cut)
}

/// `text` with its character references replaced.
#[cfg(feature = "formats")]
pub(crate) fn decoded(text: &str) -> String {
    entity::decode(text, false)
}

fn level_headings(nodes: &mut [Node]) {
    // Headings as they belong below the card's own: the highest one is of level 2.
    let mut highest = 6;
    for node in &*nodes {
        highest = highest.min(level(node).unwrap_or(6));
    }
    for node in nodes {
        if let (Some(own), Node::Element(element)) = (level(node), node) {
            element.tag = Tag::heading(own + 2 - highest);
        }
    }
}

fn level(node: &Node) -> Option<u8> {
    match node {
        Node::Element(element) => element.tag.level(),
        Node::Text(_) => None,
    }
}

/// The nodes of HTML that runs in one line: what stands in blocks is set apart by spaces. Counts as [`blocks()`] does.
pub fn line(html: &str, scope: &Scope<'_>, left: &mut usize) -> (Vec<Node>, bool) {
    let mut builder = tree::Builder::new(scope, *left, true);
    let given = builder.nodes;
    let blocks = builder.build(html);
    *left -= given - builder.nodes;
    let mut line = Vec::new();
    for block in blocks {
        let mut own = match block {
            Node::Element(element) if element.tag == Tag::P => element.children,
            other => {
                let text = text::line(&node::text(&[other]));
                if text.is_empty() {
                    continue;
                }
                vec![Node::Text(text)]
            }
        };
        if !line.is_empty() {
            line.push(Node::Text(" ".into()));
        }
        line.append(&mut own);
    }
    (line, builder.cut)
}
