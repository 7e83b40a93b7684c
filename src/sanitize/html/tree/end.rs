//! End tags, and what elements become when they end.

use super::super::blocks;
use super::super::policy::{self, Kind};
use super::{Builder, NONE};
use crate::node::Tag;

impl Builder<'_> {
    pub(super) fn end(&mut self, number: u8) {
        let kind = policy::kind(number);
        match kind {
            Kind::Lines => self.break_line(true),
            Kind::Mark if policy::tag(number) == Tag::Br => self.br(),
            Kind::Inline | Kind::Format => self.end_inline(number),
            _ if !kind.is_block() => {}
            _ => {
                self.break_line(false);
                // A cell keeps what ends inside of it to itself.
                let piece = matches!(kind, Kind::Cell | Kind::Row | Kind::Rows | Kind::Table);
                for at in (1..self.stack.len()).rev() {
                    let open = self.stack[at];
                    let loose = open.number == NONE && open.kind == Kind::List;
                    let same = kind == Kind::Heading && open.kind == kind;
                    if open.number == number || same || (loose && kind == Kind::List) {
                        return self.pop_to(at);
                    }
                    if open.kind == Kind::Cell && !piece {
                        break;
                    }
                }
                self.end_line(true);
            }
        }
    }

    /// Ends an inline element. What was opened inside of it goes on after it.
    pub(super) fn end_inline(&mut self, number: u8) {
        for entry in &mut self.interrupted {
            if entry.0 == number {
                entry.0 = NONE;
                return;
            }
        }
        for at in (1..self.stack.len()).rev() {
            let open = self.stack[at];
            if !open.kind.is_inline() {
                return;
            }
            if open.number == number {
                while self.stack.len() > at + 1 {
                    self.close(true);
                }
                return self.close(false);
            }
        }
    }

    pub(super) fn pop_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            self.pop();
        }
    }

    /// Closes the innermost element.
    pub(super) fn pop(&mut self) {
        if self.kind().is_inline() {
            return self.close(false);
        }
        self.end_line(false);
        if let Some(open) = self.stack.pop() {
            match open.kind {
                Kind::Cell => {
                    self.interrupted.clear();
                    self.build.close();
                }
                Kind::Flow if policy::tag(open.number) == Tag::Figure => {
                    self.caption_of_media();
                    blocks::figure(&mut self.build);
                    self.place_media();
                }
                Kind::Table => blocks::table(&mut self.build),
                Kind::Heading | Kind::Line => blocks::close_shown(&mut self.build),
                _ => self.build.close_filled(),
            }
            self.end_block();
        }
    }
}
