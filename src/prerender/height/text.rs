//! How many lines a text takes.

use crate::article::reading_time::is_spaceless;
use crate::node::{Element, Node, Tag};

/// Appends what is read of `node`.
pub(super) fn push(out: &mut String, node: &Node) {
    match node {
        Node::Text(text) => out.push_str(text),
        Node::Element(element) if super::is_hidden(element) => {}
        Node::Element(Element { tag: Tag::Br, .. }) => out.push('\n'),
        Node::Element(element) => {
            for child in &element.children {
                push(out, child);
            }
        }
    }
}

/// How many lines `text` takes in a column of `width` letters' heights.
pub(super) fn lines(text: &str, width: f64, bold: bool) -> u32 {
    text.split('\n')
        .map(|line| wrapped(line, width, bold))
        .sum()
}

fn wrapped(text: &str, width: f64, bold: bool) -> u32 {
    let mut lines = u32::from(!text.trim().is_empty());
    let mut used = 0.0;
    for word in text.split_inclusive(|c: char| c == ' ' || is_spaceless(c)) {
        let own = self::width(word, bold);
        if used > 0.0 && used + self::width(word.trim_end(), bold) > width {
            lines += 1;
            used = 0.0;
        }
        // One that is longer than a line is broken.
        let mut rest = own;
        while rest > width {
            lines += 1;
            rest -= width;
        }
        used += rest;
    }
    lines
}

/// How wide `text` is, in heights of its letters: of serifs and of none, of the systems that readers have.
pub(super) fn width(text: &str, bold: bool) -> f64 {
    let total: f64 = text.chars().map(letter).sum();
    total * if bold { 1.07 } else { 1.0 }
}

fn letter(c: char) -> f64 {
    match c {
        ' ' | 'f' | 'i' | 'j' | 'l' | 't' | 'r' | '.' | ',' | ':' | ';' | '\'' | '’' | '|'
        | '(' | ')' | '-' => 0.31,
        'm' | 'w' | 'M' | 'W' | '—' | '…' | '%' | '@' => 0.83,
        c if c.is_uppercase() => 0.67,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{200b}'..='\u{200f}' => 0.0,
        c if is_spaceless(c) => 0.92, // some are half as wide, with others
        _ => 0.5,
    }
}
