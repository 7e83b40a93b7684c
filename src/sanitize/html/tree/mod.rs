//! Tags and text → nodes: a forgiving tree builder for what real bodies contain.
//!
//! Paragraphs are not elements that are open: lines are gathered, and become a paragraph where a block begins or an
//! element ends. So `<p>`, `<div>`, two `<br>`s and loose text all come to the same. Each tag costs at most a walk over
//! what is open, which is never more than [`limits::HTML_DEPTH`]: what is deeper loses its tags.

mod end;
mod lines;
mod media;
mod start;

use super::attributes::hidden;
use super::policy::{self, Kind};
use super::token::{Attributes, Token, Tokens};
use super::{Scope, bookmark};
use crate::article::Record;
use crate::limits;
use crate::node::{Attribute, Build, Node, Tag};

/// An element that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// Its number in the policy's table.
    number: u8,
    kind: Kind,
    /// Whether a line has become a paragraph: then all of them do.
    wrapped: bool,
    /// Where the line that is being gathered begins among the children.
    line: usize,
}

/// For elements that no tag has opened.
const NONE: u8 = u8::MAX;

/// Whether an element that is left out ends with the block it stands in: people seldom close it.
fn is_short(number: u8) -> bool {
    matches!(policy::name(number), "option" | "optgroup" | "rb" | "rtc")
}

#[derive(Debug)]
pub(super) struct Builder<'a> {
    scope: &'a Scope<'a>,
    build: Build,
    /// What is open in `build`, the body itself first.
    stack: Vec<Open>,
    /// Formatting that a block has interrupted, what goes on first at the end.
    interrupted: Vec<(u8, Vec<Attribute>)>,
    /// Blocks that are no nodes, and how many nodes of the body stand before each.
    pub(super) standing: Vec<(usize, Record)>,
    /// All of it is to run in a line.
    inline: bool,
    /// Inside of a film or recording whose address has not been found yet.
    seeks: bool,
    /// Inside of something that is left out with its content: which, and how often it was opened.
    dropped: Option<(u8, u32)>,
    /// Nodes, pictures and links that may still be made.
    pub(super) nodes: usize,
    images: usize,
    links: usize,
    /// The picture before: pages that load late have it again for readers without scripts.
    last: String,
    /// Whether a limit left something out.
    pub(super) cut: bool,
}

impl<'a> Builder<'a> {
    /// A builder of at most so many nodes.
    pub(super) fn new(scope: &'a Scope<'a>, nodes: usize, inline: bool) -> Self {
        let body = Open {
            number: NONE,
            kind: Kind::Flow,
            wrapped: false,
            line: 0,
        };
        Self {
            scope,
            build: Build::new(),
            stack: vec![body],
            interrupted: Vec::new(),
            standing: Vec::new(),
            inline,
            seeks: false,
            dropped: None,
            nodes: nodes.min(limits::HTML_NODES),
            images: limits::HTML_IMAGES,
            links: limits::HTML_LINKS,
            last: String::new(),
            cut: false,
        }
    }

    /// Builds everything: the blocks of a body.
    pub(super) fn build(&mut self, html: &str) -> Vec<Node> {
        let mut tokens = Tokens::new(html);
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(raw) if self.dropped.is_none() => self.text(raw),
                Token::Start(Some(number), given) => {
                    let kind = policy::kind(number);
                    if kind == Kind::Raw || policy::name(number) == "iframe" {
                        if policy::name(number) == "iframe"
                            && self.dropped.is_none()
                            && !hidden(&given)
                        {
                            self.embed(number, &given);
                        }
                        tokens.skip_raw(policy::name(number));
                    } else if let Some(rest) = self.bookmark(number, kind, &given, &tokens) {
                        tokens = rest;
                    } else if !self.drops(number, kind, &given) {
                        self.start(number, kind, &given);
                    }
                }
                Token::End(Some(number)) => match &mut self.dropped {
                    // Its parent ends, so it does.
                    Some((dropped, _)) if is_short(*dropped) && policy::kind(number).is_block() => {
                        self.dropped = None;
                        self.end(number);
                    }
                    Some((dropped, count)) => {
                        *count -= u32::from(*dropped == number);
                        if *count == 0 {
                            self.dropped = None;
                        }
                    }
                    None => self.end(number),
                },
                _ => {}
            }
            if self.nodes == 0 {
                self.cut = true;
                break;
            }
        }
        self.pop_to(1);
        self.end_line(true);
        self.build.take_since(0)
    }

    /// Whether a start tag is left out.
    fn drops(&mut self, number: u8, kind: Kind, given: &Attributes<'_>) -> bool {
        let foreign = |number| matches!(policy::name(number), "svg" | "math");
        if let Some((dropped, count)) = &mut self.dropped {
            // Blocks are no part of a drawing or a formula (HTML, "breaks out" of foreign content), nor of a paragraph.
            let ends = foreign(*dropped) || is_short(*dropped) || policy::name(*dropped) == "p";
            if !(ends && kind.is_block()) {
                *count += u32::from(*dropped == number && !given.is_closed());
                if self.seeks && policy::name(number) == "source" {
                    let outer = *dropped;
                    self.seeks = !self.embed(outer, given);
                }
                return true;
            }
            self.dropped = None;
        }
        let hidden = hidden(given);
        match kind {
            Kind::Void => return true,
            Kind::Mark | Kind::Image | Kind::Rule => return hidden,
            Kind::Embed => self.seeks = !hidden && !self.embed(number, given),
            Kind::Drop => {}
            _ if !hidden => return false,
            _ => {}
        }
        if !(foreign(number) && given.is_closed()) {
            self.dropped = Some((number, 1));
        }
        true
    }

    /// Reads a bookmark, unless the element that begins is none.
    fn bookmark<'t>(
        &mut self,
        number: u8,
        kind: Kind,
        given: &Attributes<'_>,
        tokens: &Tokens<'t>,
    ) -> Option<Tokens<'t>> {
        if kind != Kind::Flow || self.inline || self.stack.len() > 1 || self.dropped.is_some() {
            return None;
        }
        let (block, rest) = bookmark::read(number, given, tokens, self.scope)?;
        self.break_line(true);
        self.nodes = self.nodes.saturating_sub(1);
        self.standing.push((self.build.count(), block));
        Some(rest)
    }

    fn top(&self) -> Open {
        // The body is never popped.
        self.stack[self.stack.len() - 1]
    }

    fn kind(&self) -> Kind {
        self.top().kind
    }

    fn push(&mut self, number: u8, kind: Kind, tag: Tag) {
        self.nodes = self.nodes.saturating_sub(1);
        self.build.open(tag);
        self.stack.push(Open {
            number,
            kind,
            wrapped: false,
            line: 0,
        });
    }

    fn add(&mut self, node: Node) {
        self.nodes = self.nodes.saturating_sub(1);
        self.build.add(node);
    }

    /// An element without content.
    fn mark(&mut self, tag: Tag) {
        self.nodes = self.nodes.saturating_sub(1);
        self.build.open(tag);
        self.build.close();
    }

    fn in_table(&self) -> bool {
        matches!(self.kind(), Kind::Table | Kind::Rows | Kind::Row)
    }
}
