//! How high a card will be, before any browser has laid it out: an estimate by what it holds, to keep room for it. Fonts
//! differ from system to system, so it is a tenth or two off; `tests/e2e/estimate.test.mjs` says how far at most.
//!
//! It goes through the tree as `card.css` lays it out, with its numbers.

mod block;
mod layout;
mod text;

use crate::article::Document;
use crate::node::{Element, Name, Node, Tag};
use crate::view::{self, Collapse, Mode, Settings};
use text::lines;

/// The size of letters that browsers come with.
const EM: f64 = 16.0;
/// A window of 900 pixels: pictures are at most 80 % of it.
const PICTURE: f64 = 720.0;

/// The height in CSS pixels of a card or a feed as its script first draws it, folded, in a column of `width`.
pub fn height(document: &Document, settings: &Settings, width: u32) -> u32 {
    let settings = folded(settings, width);
    of(&view::tree(document, &settings), settings.mode, width)
}

fn folded(settings: &Settings, width: u32) -> Settings {
    Settings {
        collapse: Collapse::Closed,
        width: Some(width),
        ..settings.clone()
    }
}

#[allow(clippy::cast_sign_loss)] // sums of what is not negative
fn of(tree: &Node, mode: Mode, width: u32) -> u32 {
    let width = f64::from(width.max(240));
    let outer = width.min(45.0 * EM);
    let place = Place {
        cqi: width / 100.0,
        pad: (5.0 * width / 100.0).clamp(16.0, 36.0),
        width: outer,
        size: EM,
        line: 1.6,
        bold: false,
        mode,
        in_feed: false,
    };
    match tree {
        Node::Element(element) => place.block(element).ceil() as u32,
        Node::Text(_) => 0,
    }
}

/// Where something stands: how much room there is, and how it is written.
#[derive(Debug, Clone, Copy)]
struct Place {
    cqi: f64,
    pad: f64,
    width: f64,
    size: f64,
    line: f64,
    bold: bool,
    mode: Mode,
    in_feed: bool,
}

impl Place {
    fn em(&self, count: f64) -> f64 {
        self.size * count
    }

    fn narrower(self, by: f64) -> Self {
        let width = (self.width - by).max(EM);
        Self { width, ..self }
    }

    fn written(self, em: f64, line: f64) -> Self {
        let size = self.size * em;
        Self { size, line, ..self }
    }

    fn small(self) -> Self {
        self.written(0.875, 1.45)
    }

    /// Whether its headline is not larger than it must be.
    fn is_modest(&self) -> bool {
        self.in_feed || self.mode >= Mode::Teaser
    }

    fn row(&self) -> f64 {
        self.size * self.line
    }

    /// What stands one below the other, `gap` apart; text between blocks is lines of its own.
    fn stack(&self, children: &[Node], mut gap: impl FnMut(&Element) -> f64) -> f64 {
        let mut total = 0.0;
        let mut inline = Vec::new();
        for child in children {
            match child {
                Node::Element(element) if is_block(element) => {
                    total += self.lines(&std::mem::take(&mut inline));
                    let height = self.block(element);
                    if height > 0.0 {
                        let gap = gap(element);
                        total += height + if total > 0.0 { gap } else { 0.0 };
                    }
                }
                other => inline.push(other),
            }
        }
        total + self.lines(&inline)
    }

    fn lines(&self, inline: &[&Node]) -> f64 {
        let mut text = String::new();
        for node in inline {
            text::push(&mut text, node);
        }
        f64::from(lines(&text, self.width / self.size, self.bold)) * self.row()
    }

    /// Text alone.
    fn text(&self, element: &Element) -> f64 {
        self.lines(&element.children.iter().collect::<Vec<_>>())
    }
}

fn part(element: &Element) -> &str {
    element.get(Name::Part).unwrap_or_default()
}

fn is_hidden(element: &Element) -> bool {
    matches!(element.tag, Tag::Slot)
        || matches!(part(element), "news" | "status" | "shared")
        || element.get(Name::Hidden).is_some()
        || matches!(element.get(Name::Class), Some("sr" | "less"))
}

fn is_block(element: &Element) -> bool {
    let is_time = element.tag == Tag::Time && part(element) == "teaser-date";
    is_time
        || matches!(
            element.tag,
            Tag::Article
                | Tag::Aside
                | Tag::Blockquote
                | Tag::Button
                | Tag::Dd
                | Tag::Details
                | Tag::Div
                | Tag::Dl
                | Tag::Dt
                | Tag::Figcaption
                | Tag::Figure
                | Tag::Footer
                | Tag::H2
                | Tag::H3
                | Tag::H4
                | Tag::H5
                | Tag::H6
                | Tag::Header
                | Tag::Hr
                | Tag::Img
                | Tag::Li
                | Tag::Ol
                | Tag::P
                | Tag::Pre
                | Tag::Section
                | Tag::Summary
                | Tag::Table
                | Tag::Ul
        )
}
