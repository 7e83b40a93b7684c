//! What stands otherwise than one below the other.

use super::text::{push, width};
use super::{EM, PICTURE, Place, is_hidden, part};
use crate::node::{Element, Name, Node, Tag};

impl Place {
    /// Blocks of a text, each with the room above it that it brings; `more` em for those that are no text.
    pub(super) fn flow(&self, blocks: &[Node], more: f64) -> f64 {
        let mut after_heading = false;
        self.stack(blocks, |block| {
            let part = part(block);
            let room = match (part, block.tag) {
                _ if after_heading => 0.5,
                ("heading", _) => 1.25 * more,
                (_, Tag::Figure | Tag::Aside) => more,
                (part, Tag::Div) if !part.is_empty() => more,
                _ => 1.0,
            };
            after_heading = part == "heading";
            self.em(room)
        })
    }

    /// A story whose picture, so wide, stands beside its header.
    pub(super) fn item(self, element: &Element, picture: f64) -> f64 {
        let is = |wanted| move |child: &&Element| part(child) == wanted;
        let has_picture = elements(&element.children).any(|child| part(child) == "figure");
        let header = elements(&element.children).find(is("header"));
        let beside = if has_picture {
            picture + self.size
        } else {
            0.0
        };
        let header = header.map_or(0.0, |header| self.narrower(beside).block(header));
        let header = header.max(if has_picture { picture / 1.5 } else { 0.0 });
        let rest =
            elements(&element.children).filter(|child| !matches!(part(child), "header" | "figure"));
        let rest: f64 = rest
            .map(|child| self.block(child))
            .filter(|height| *height > 0.0)
            .map(|height| height + self.em(1.0))
            .sum();
        header + rest
    }

    /// Something of a fixed size, if it is there, and text beside it.
    pub(super) fn beside(self, children: &[Node], wide: f64, high: f64) -> f64 {
        let fixed = |child: &Element| matches!(part(child), "avatar" | "teaser-image");
        let has = elements(children).any(fixed);
        let place = if has {
            self.narrower(wide + self.size)
        } else {
            self
        };
        let texts = elements(children).filter(|child| !fixed(child));
        let text = texts
            .map(|child| place.stack(&child.children, |_| 0.0))
            .sum::<f64>();
        text.max(if has { high } else { 0.0 })
    }

    /// What stands side by side as long as there is room, with pictures `high`.
    pub(super) fn wrapped(&self, children: &[Node], high: f64) -> f64 {
        let (mut used, mut row, mut total): (f64, f64, f64) = (0.0, 0.0, 0.0);
        for child in elements(children).filter(|child| !is_hidden(child)) {
            let mut text = String::new();
            for node in &child.children {
                push(&mut text, node);
            }
            let (wide, height) = match (part(child), child.tag) {
                (_, Tag::Img) => (2.0 * high, high),
                ("tag", _) => (
                    self.em(2.0 + width(&text, false)),
                    self.row() + self.em(0.3),
                ),
                (_, Tag::Button) => (
                    self.em(2.0 + width(&text, true)),
                    self.row() + self.em(1.0) + 2.0,
                ),
                ("publisher", _) => (
                    self.em(width(&text, false)).clamp(8.0 * EM, self.width),
                    self.row(),
                ),
                _ => (self.em(width(&text, false)), self.row()),
            };
            if used > 0.0 && used + wide > self.width {
                total += row + self.em(0.5);
                (used, row) = (0.0, 0.0);
            }
            row = row.max(height);
            used += wide + self.em(1.0);
        }
        total + row
    }

    pub(super) fn button(self) -> f64 {
        let small = self.small();
        small.row() + small.em(1.0) + 2.0
    }

    /// A picture in the width there is, or across the card.
    pub(super) fn picture(self, element: &Element) -> f64 {
        let number = |name| {
            let mut own = element.attributes.iter();
            let own = own.find(|own| own.name() == name)?;
            own.value()
                .parse::<f64>()
                .ok()
                .filter(|number| *number > 0.0)
        };
        let whole = if part(element) == "image" {
            self.width + 2.0 * self.pad
        } else {
            self.width
        };
        let shape = number(Name::Width).zip(number(Name::Height));
        let shown = match shape {
            Some((wide, _)) if part(element) != "image" => whole.min(wide),
            _ => whole,
        };
        let other = if part(element) == "image" {
            9.0 / 16.0
        } else {
            2.0 / 3.0
        };
        (shown * shape.map_or(other, |(wide, high)| high / wide)).min(PICTURE)
    }

    /// Pictures of a gallery, as many in a row as there is room for.
    pub(super) fn tiles(self, children: &[Node]) -> f64 {
        let fit = ((self.width + self.size) / self.em(9.0)).floor().max(1.0);
        let count = elements(children).map(|_| 1.0).sum::<f64>();
        let columns = fit.min(count.max(1.0));
        let width = (self.width - (columns - 1.0) * self.size) / columns;
        let tile = Self { width, ..self };
        let highest = elements(children).map(|child| {
            let caption = elements(&child.children).filter(|child| child.tag == Tag::Figcaption);
            width / 1.5
                + caption
                    .map(|caption| tile.em(0.5) + tile.block(caption))
                    .sum::<f64>()
        });
        let rows = (count / columns).ceil();
        rows * highest.fold(0.0, f64::max) + (rows - 1.0).max(0.0) * self.size
    }

    /// Rows of cells that are equally wide.
    pub(super) fn table(self, element: &Element) -> f64 {
        elements(&element.children)
            .map(|child| match child.tag {
                Tag::Table | Tag::Thead | Tag::Tbody | Tag::Tfoot => self.table(child),
                Tag::Tr => {
                    let count = elements(&child.children).map(|_| 1.0).sum::<f64>().max(1.0);
                    let cell = Self {
                        width: self.width / count,
                        ..self
                    }
                    .narrower(self.size);
                    let cells =
                        elements(&child.children).map(|own| cell.stack(&own.children, |_| 0.0));
                    cells.fold(self.row(), f64::max) + self.em(1.0) + 1.0
                }
                _ => self.text(child) + self.em(1.0),
            })
            .sum()
    }
}

fn elements(nodes: &[Node]) -> impl Iterator<Item = &Element> {
    nodes.iter().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}
