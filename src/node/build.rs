//! Builds nodes: elements are opened, filled and closed in document order, as HTML is written.

use super::{Attribute, Element, Node, Tag};

/// Elements that are open, the outermost first. There is always one.
#[derive(Debug)]
pub(crate) struct Build {
    open: Vec<Element>,
}

impl Build {
    /// Starts with an outermost element to draw into.
    pub(crate) fn new() -> Self {
        let mut build = Self { open: Vec::new() };
        build.open(Tag::Div);
        build
    }

    pub(crate) fn open(&mut self, tag: Tag) {
        self.open.push(Element {
            tag,
            attributes: Vec::new(),
            children: Vec::new(),
        });
    }

    pub(crate) fn set(&mut self, attribute: Attribute) {
        if let Some(element) = self.open.last_mut() {
            element.attributes.push(attribute);
        }
    }

    /// The attributes of the innermost element.
    pub(crate) fn attributes(&self) -> &[Attribute] {
        self.open.last().map_or(&[], |element| &element.attributes)
    }

    /// Ends the innermost element.
    pub(crate) fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.add(Node::Element(element));
        }
    }

    /// Ends the innermost element; an empty one leaves no trace.
    pub(crate) fn close_filled(&mut self) {
        if self.count() > 0 {
            self.close();
        } else {
            self.open.pop();
        }
    }

    pub(crate) fn add(&mut self, node: Node) {
        if let Some(element) = self.open.last_mut() {
            element.children.push(node);
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.add(Node::Text(text.into()));
        }
    }

    /// What was drawn into the innermost element since it had `count` children.
    pub(crate) fn take_since(&mut self, count: usize) -> Vec<Node> {
        let innermost = self.open.last_mut();
        innermost.map_or(Vec::new(), |element| element.children.split_off(count))
    }

    /// The last child of the innermost element.
    pub(crate) fn last(&mut self) -> Option<&mut Node> {
        self.open.last_mut()?.children.last_mut()
    }

    /// How many children the innermost element has.
    pub(crate) fn count(&self) -> usize {
        self.open.last().map_or(0, |element| element.children.len())
    }
}
