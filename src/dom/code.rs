//! A tree as one text that JavaScript builds in one go: a call across the border for each name and value of a tree, and a
//! text decoded for it, took as long as the DOM itself.
//!
//! Each step is a character: 0 closes an element, 1 is a text, then come attributes and elements by number; counted from the
//! space, as control characters would be longer in the script. Texts and values follow their step after two characters
//! that say how long they are, in UTF-16: so nothing in them can be taken for a step.

use crate::node::{Name, Node, Tag};

const FIRST: u32 = 32;
const CLOSE: usize = 0;
const TEXT: usize = 1;
const ATTRIBUTES: usize = 2;
const ELEMENTS: usize = ATTRIBUTES + Name::NAMES.lengths.len();
/// Two characters of so many values each, all of them below the surrogates.
const DIGIT: usize = 1 << 13;

/// The names of attributes and those of elements, a line each, in the order of their numbers.
pub(super) fn names() -> String {
    [&*Name::NAMES.joined(), "\n", &*Tag::NAMES.joined()].concat()
}

/// The text for `nodes`.
pub(super) fn code(nodes: &[Node]) -> String {
    let mut code = String::new();
    push(&mut code, nodes);
    code
}

fn push(code: &mut String, nodes: &[Node]) {
    for node in nodes {
        let element = match node {
            Node::Text(text) => {
                push_text(code, TEXT, text);
                continue;
            }
            Node::Element(element) => element,
        };
        push_number(code, ELEMENTS + element.tag as usize);
        for attribute in &element.attributes {
            push_text(
                code,
                ATTRIBUTES + attribute.name() as usize,
                attribute.value(),
            );
        }
        push(code, &element.children);
        push_number(code, CLOSE);
    }
}

fn push_number(code: &mut String, number: usize) {
    code.extend(char::from_u32(FIRST + number as u32));
}

fn push_text(code: &mut String, step: usize, text: &str) {
    push_number(code, step);
    let length = utf16_len(text);
    push_number(code, length / DIGIT);
    push_number(code, length % DIGIT);
    code.push_str(text);
}

/// Units of UTF-16. Each character has one first byte; those of four bytes are two units.
fn utf16_len(text: &str) -> usize {
    let units = |byte: &u8| usize::from(byte & 0xc0 != 0x80) + usize::from(*byte >= 0xf0);
    text.as_bytes().iter().map(units).sum()
}
