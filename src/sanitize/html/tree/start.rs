//! Start tags: what they end, what they open, what has to stand between.

use super::super::attributes::{has_class, keep, value};
use super::super::blocks;
use super::super::policy::{self, Kind};
use super::super::token::Attributes;
use super::{Builder, NONE, Open};
use crate::limits;
use crate::node::{Name, Tag};
use crate::sanitize::SafeUrl;

impl Builder<'_> {
    pub(super) fn start(&mut self, number: u8, kind: Kind, given: &Attributes<'_>) {
        let tag = policy::tag(number);
        match kind {
            Kind::Lines => self.break_line(true),
            Kind::Mark if tag == Tag::Br => self.br(),
            Kind::Mark if self.in_table() || self.kind() == Kind::List => {}
            Kind::Mark => self.mark(tag),
            Kind::Image => self.image(given),
            Kind::Rule => {
                self.begin_block();
                self.fit_line();
                self.mark(tag);
                self.end_block();
            }
            Kind::Inline | Kind::Format => {
                if tag == Tag::A {
                    self.end_inline(number); // no link inside of a link
                    self.cut |= self.links == 0;
                }
                let fits = self.stack.len() < limits::HTML_DEPTH;
                let href = value(given, "href").filter(|_| tag == Tag::A);
                let url = href.and_then(|href| SafeUrl::link(&href, self.scope.base));
                if fits && (tag != Tag::A || (url.is_some() && self.links > 0)) {
                    self.fit_line();
                    self.resume();
                    self.push(number, kind, tag);
                    if let Some(url) = url {
                        self.links -= 1;
                        self.build.lead(&url, blocks::REL);
                    }
                    keep(&mut self.build, tag, given);
                }
            }
            _ => self.start_block(number, kind, tag, given),
        }
    }

    pub(super) fn start_block(
        &mut self,
        number: u8,
        kind: Kind,
        mut tag: Tag,
        given: &Attributes<'_>,
    ) {
        self.begin_block();
        if kind != Kind::Item {
            self.end_loose_list();
        }
        let is_piece = matches!(kind, Kind::Cell | Kind::Row | Kind::Rows);
        let fits = if is_piece {
            self.fit_in_table(kind)
        } else if kind == Kind::Item {
            while self.kind() == Kind::Item {
                self.pop();
            }
            if self.in_table() {
                self.fit_line();
            }
            if self.kind() != Kind::List {
                let list = if tag == Tag::Li { Tag::Ul } else { Tag::Dl };
                self.push(NONE, Kind::List, list);
            }
            // Each kind of list has items of its own.
            tag = match (self.build.tag(), tag) {
                (Tag::Dl, Tag::Li) => Tag::Dd,
                (Tag::Dl, tag) => tag,
                _ => Tag::Li,
            };
            true
        } else if kind == Kind::Line {
            // Captions and the like have one place each; anywhere else they are lines.
            match tag {
                Tag::Figcaption => self.build.tag() == Tag::Figure,
                Tag::Summary => self.build.tag() == Tag::Details && self.build.count() == 0,
                _ => self.build.tag() == Tag::Table && self.build.count() == 0,
            }
        } else {
            // A list right in a list belongs to the item before it; any other block is an item.
            if kind == Kind::List && self.kind() == Kind::List && self.build.reopen() {
                self.stack.push(Open {
                    number: NONE,
                    kind: Kind::Item,
                    wrapped: false,
                    line: self.build.count(),
                });
            } else if self.kind() == Kind::List {
                self.fit_line();
            }
            !self.in_table()
        };
        if !fits || self.stack.len() >= limits::HTML_DEPTH {
            return;
        }
        // A heading inside of another block is a strong line: its level would say nothing there.
        if kind == Kind::Heading && self.stack.len() > 1 {
            self.end_line(true);
            self.fit_line();
            return self.push(number, Kind::Inline, Tag::Strong);
        }
        self.push(number, kind, tag);
        match tag {
            // Scrolls sideways, by keyboard too.
            Tag::Pre => {
                self.build.fixed(Name::Part, "code");
                self.build.fixed(Name::TabIndex, "0");
            }
            Tag::Blockquote | Tag::Figure
                if has_class(given, "wp-block-pullquote pullquote kg-blockquote-alt") =>
            {
                self.build.fixed(Name::Part, "quote pull");
            }
            Tag::Blockquote => self.build.fixed(Name::Part, "quote"),
            Tag::Figcaption => self.build.fixed(Name::Part, "caption"),
            _ => {}
        }
        keep(&mut self.build, tag, given);
    }

    /// Closes and opens what a piece of a table needs; false outside of tables.
    pub(super) fn fit_in_table(&mut self, kind: Kind) -> bool {
        if !self.stack.iter().any(|open| open.kind == Kind::Table) {
            return false;
        }
        loop {
            match self.kind() {
                Kind::Table if kind == Kind::Rows => break,
                Kind::Table => self.push(NONE, Kind::Rows, Tag::Tbody),
                Kind::Rows if kind == Kind::Row => break,
                Kind::Rows if kind == Kind::Cell => self.push(NONE, Kind::Row, Tag::Tr),
                Kind::Row if kind == Kind::Cell => break,
                _ => self.pop(),
            }
        }
        true
    }
}
