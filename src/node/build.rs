//! Builds nodes: elements are opened, filled and closed in document order, as HTML is written.

use super::{Attribute, Element, Name, Node, Tag};
use crate::sanitize::SafeUrl;

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

    pub(crate) fn fixed(&mut self, name: Name, value: &'static str) {
        self.set(Attribute::fixed(name, value));
    }

    pub(crate) fn number(&mut self, name: Name, value: Option<u32>) {
        if let Some(value) = value {
            self.set(Attribute::number(name, value));
        }
    }

    /// Opens a part: what hosts can style through `::part()`.
    pub(crate) fn open_part(&mut self, tag: Tag, part: &'static str) {
        self.open(tag);
        self.fixed(Name::Part, part);
    }

    /// Opens a link to another page.
    pub(crate) fn open_link(&mut self, url: &SafeUrl, rel: &'static str) {
        self.open(Tag::A);
        self.lead(url, rel);
    }

    /// Says where the innermost element, a link, leads.
    pub(crate) fn lead(&mut self, url: &SafeUrl, rel: &'static str) {
        self.set(Attribute::href(url));
        self.fixed(Name::Rel, rel);
        self.fixed(Name::ReferrerPolicy, "strict-origin-when-cross-origin");
    }

    /// Opens a picture. Its file is set last: in the browser how to load comes before what to load.
    pub(crate) fn open_picture(&mut self, part: &'static str, loading: &'static str, alt: String) {
        self.open_part(Tag::Img, part);
        self.set(Attribute::alt(alt));
        self.fixed(Name::Loading, loading);
        self.fixed(Name::Decoding, "async");
        self.fixed(Name::ReferrerPolicy, "strict-origin-when-cross-origin");
    }

    /// What the innermost element is.
    pub(crate) fn tag(&self) -> Tag {
        self.open.last().map_or(Tag::Div, |element| element.tag)
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

    /// Opens the last child of the innermost element again, if it is an element.
    pub(crate) fn reopen(&mut self) -> bool {
        let children = self.open.last_mut().map(|element| &mut element.children);
        match children.and_then(Vec::pop) {
            Some(Node::Element(element)) => {
                self.open.push(element);
                true
            }
            other => {
                if let (Some(node), Some(element)) = (other, self.open.last_mut()) {
                    element.children.push(node);
                }
                false
            }
        }
    }

    /// Leaves no trace of the innermost element.
    pub(crate) fn drop_open(&mut self) {
        self.open.pop();
    }

    /// Adds a node; text to the text before it, as parsers do: a tree is to be that of its HTML.
    pub(crate) fn add(&mut self, node: Node) {
        let Some(element) = self.open.last_mut() else {
            return;
        };
        if let (Node::Text(more), Some(Node::Text(text))) = (&node, element.children.last_mut()) {
            return text.push_str(more);
        }
        element.children.push(node);
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
