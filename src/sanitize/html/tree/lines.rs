//! Lines: text and what runs in it is gathered, and becomes a paragraph where a block begins or an element ends.

use super::super::policy::{self, Kind};
use super::super::{blocks, entity, shortcode};
use super::{Builder, NONE};
use crate::limits;
use crate::node::{Node, Tag};

impl Builder<'_> {
    pub(super) fn text(&mut self, raw: &str) {
        let mut text = entity::decode(&shortcode::without(raw), false);
        // A line break at the start of code is not part of it (HTML, "pre").
        if self.kind() == Kind::Pre && self.build.count() == 0 && text.starts_with('\n') {
            text.remove(0);
        }
        text.retain(|c| !matches!(c, '\r' | '\0'));
        let blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        if text.is_empty() || blank && (self.in_table() || self.kind() == Kind::List) {
            return;
        }
        if !blank {
            self.fit_line();
            self.resume();
        }
        let top = self.top();
        let starts = self.build.count() == top.line;
        match self.build.last() {
            Some(Node::Text(before)) if !starts => before.push_str(&text),
            // White space between blocks.
            _ if blank && starts && !top.kind.is_inline() && top.kind != Kind::Pre => {}
            _ => self.add(Node::Text(text)),
        }
    }

    /// Opens what a line needs to stand in.
    pub(super) fn fit_line(&mut self) {
        match self.kind() {
            Kind::Table | Kind::Rows | Kind::Row => {
                self.fit_in_table(Kind::Cell);
                self.push(NONE, Kind::Cell, Tag::Td);
            }
            Kind::List if self.top().number == NONE => self.end_loose_list(),
            Kind::List if policy::tag(self.top().number) == Tag::Dl => {
                self.push(NONE, Kind::Item, Tag::Dd);
            }
            Kind::List => self.push(NONE, Kind::Item, Tag::Li),
            _ => {}
        }
    }

    /// A list that no tag has opened holds the items that did, and ends with them.
    pub(super) fn end_loose_list(&mut self) {
        if self.kind() == Kind::List && self.top().number == NONE {
            self.pop();
        }
    }

    /// Opens again what a block has interrupted.
    pub(super) fn resume(&mut self) {
        while let Some((number, attributes)) = self.interrupted.pop() {
            let is_link = number != NONE && policy::tag(number) == Tag::A;
            // Ended meanwhile, too deep, or one link too many.
            if number != NONE
                && self.stack.len() < limits::HTML_DEPTH
                && !(is_link && self.links == 0)
            {
                self.links -= usize::from(is_link);
                self.push(number, Kind::Format, policy::tag(number));
                for attribute in attributes {
                    self.build.set(attribute);
                }
            }
        }
    }

    /// Ends what cannot hold a block: lines, headings, code.
    pub(super) fn begin_block(&mut self) {
        self.break_line(false);
        while matches!(self.kind(), Kind::Line | Kind::Heading | Kind::Pre) {
            self.pop();
        }
    }

    /// A block has been added: what follows is a line of its own.
    pub(super) fn end_block(&mut self) {
        let line = self.build.count();
        if let Some(open) = self.stack.last_mut() {
            open.line = line;
        }
    }

    /// Ends the line that is being gathered, and interrupts the formatting it has.
    pub(super) fn break_line(&mut self, soft: bool) {
        while self.kind().is_inline() {
            self.close(true);
        }
        self.end_line(soft);
    }

    /// Closes the innermost element, which is inline; formatting is only `interrupted`.
    pub(super) fn close(&mut self, interrupted: bool) {
        if let Some(open) = self.stack.pop() {
            if interrupted
                && open.kind == Kind::Format
                && self.interrupted.len() < limits::HTML_FORMATS
            {
                let attributes = self.build.attributes().to_vec();
                self.interrupted.push((open.number, attributes));
            }
            self.build.close_filled();
        }
    }

    /// The line that is being gathered becomes a paragraph. In what holds one line as it is, it only does when another
    /// one follows: a `soft` end.
    pub(super) fn end_line(&mut self, soft: bool) {
        let top = self.top();
        let one = matches!(top.kind, Kind::Item | Kind::Cell);
        if (top.kind == Kind::Flow || one) && (soft || top.wrapped || !one) {
            let line = self.build.take_since(top.line);
            let filled = blocks::line(&mut self.build, line);
            if let Some(open) = self.stack.last_mut() {
                open.wrapped |= filled;
            }
            self.nodes = self.nodes.saturating_sub(usize::from(filled));
        } else if soft
            && matches!(top.kind, Kind::Line | Kind::Heading | Kind::Pre)
            && self.build.count() > 0
        {
            let is_code = top.kind == Kind::Pre;
            if !matches!(self.build.last(), Some(Node::Text(text)) if is_code && text.ends_with('\n'))
            {
                self.text(if is_code { "\n" } else { " " });
            }
        }
        if !one || soft || top.wrapped {
            self.end_block();
        }
    }

    /// Two line breaks, where paragraphs can stand, are the end of one.
    pub(super) fn br(&mut self) {
        // A space before a line break is not seen, but in code.
        let in_code = self.stack.iter().any(|open| open.kind == Kind::Pre);
        if matches!(self.build.last(), Some(Node::Text(text)) if !in_code && text.trim_ascii().is_empty())
        {
            self.build.take_since(self.build.count() - 1);
            // In a heading it may have stood for a block's end, after which a line begins.
            if self.top().line > self.build.count() {
                self.end_block();
            }
        }
        let again = matches!(self.build.last(), Some(Node::Element(last)) if last.tag == Tag::Br);
        if again && self.kind() == Kind::Flow {
            self.end_line(true);
        } else if !self.in_table() && self.kind() != Kind::List {
            self.mark(Tag::Br);
        }
    }
}
