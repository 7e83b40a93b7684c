//! How high each part of a card is, by the rules of `card.css`.

use super::{EM, Place, is_hidden, part};
use crate::node::{Element, Name, Tag};
use crate::view::Mode;

impl Place {
    /// The height of a block, without the room before it.
    pub(super) fn block(self, element: &Element) -> f64 {
        if is_hidden(element) {
            return 0.0;
        }
        let inside = &element.children;
        match (part(element), element.tag) {
            ("card", _) if self.mode == Mode::Compact => {
                let place = self.narrower(2.0 * self.pad + 2.0);
                let picture = (20.0 * self.cqi).clamp(4.5 * EM, 8.0 * EM);
                2.0 * self.pad + 2.0 + place.item(element, picture)
            }
            ("card", _) => {
                let place = self.narrower(2.0 * self.pad + 2.0);
                2.0 * self.pad + 2.0 + place.stack(inside, |_| place.em(1.25))
            }
            ("card item", _) => {
                let picture = (32.0 * self.cqi).clamp(4.5 * EM, 13.0 * EM);
                self.em(2.5) + 1.0 + self.item(element, picture)
            }
            ("feed", _) => {
                let place = self.narrower(2.0 * self.pad + 2.0);
                let place = Self {
                    in_feed: true,
                    ..place
                };
                2.0 * self.pad + 2.0 + place.stack(inside, |_| 0.0)
            }
            ("feed-title", _) => {
                let place = self.written(1.25, 1.2);
                place.text(element) + place.em(0.5) + 2.0
            }
            ("header" | "corrections", _) => self.stack(inside, |_| self.em(0.5)),
            ("headline", _) => {
                let size = if self.is_modest() {
                    (EM + self.cqi).clamp(1.125 * EM, 1.5 * EM)
                } else {
                    (EM + 2.0 * self.cqi).clamp(1.5 * EM, 2.0 * EM)
                };
                let place = Self { bold: true, ..self };
                place.written(size / EM, 1.2).text(element)
            }
            ("section", Tag::P) if !self.in_feed => {
                self.small().text(element) + self.small().em(0.5) + 3.0
            }
            ("summary", _) if !self.in_feed => self.written(1.125, 1.45).text(element),
            ("body", _) => {
                let size = (0.9 * EM + 0.6 * self.cqi).clamp(EM, 1.125 * EM);
                self.written(size / EM, 1.6).flow(inside, 1.5)
            }
            ("aside", _) => {
                let place = self.narrower(2.0 * self.size);
                self.em(2.0) + place.flow(inside, 1.0)
            }
            ("media", _) => {
                let place = self.narrower(2.0 * self.size + 3.0);
                self.em(2.0) + place.stack(inside, |_| 0.6 * EM)
            }
            ("entry", _) => self.em(1.0) + 1.0 + self.flow(inside, 1.0),
            ("quote", _) => self
                .narrower(self.size + 3.0)
                .stack(inside, |_| self.em(0.5)),
            ("quote pull", _) => {
                let place = self.written(1.25, 1.2);
                place.stack(inside, |_| 8.0) + self.em(2.0) + 2.0
            }
            ("gallery-items", _) => self.tiles(inside),
            _ => self.around(element),
        }
    }

    /// What stands around the text.
    fn around(self, element: &Element) -> f64 {
        let inside = &element.children;
        match (part(element), element.tag) {
            ("related", _) => self.em(1.0) + 2.0 + self.small().row() + self.stack(inside, |_| 1.0),
            ("teaser", _) => {
                let picture = (32.0 * self.cqi).clamp(4.5 * EM, 13.0 * EM);
                self.em(2.0) + self.beside(inside, picture, picture / 1.5)
            }
            ("authors", _) => self.stack(inside, |_| self.em(1.25)),
            ("author", _) => self.beside(inside, 3.0 * EM, 3.0 * EM),
            ("author-bio" | "teaser-headline", _) => {
                let place = if element.tag == Tag::Div {
                    self.small()
                } else {
                    Self {
                        bold: true,
                        ..self.written(1.0, 1.2)
                    }
                };
                place.em(0.4) + place.stack(inside, |_| place.em(1.0))
            }
            ("teaser-excerpt", _) => self.small().text(element).min(3.0 * self.small().row()),
            ("source", _) => {
                let rule = if self.in_feed {
                    0.0
                } else {
                    self.em(1.0) + 1.0
                };
                rule + self.small().wrapped(inside, 2.0 * EM)
            }
            ("tags", _) => self.small().wrapped(inside, 0.0),
            ("table", _) => self.small().table(element),
            ("more", _) => self.em(1.75) + self.button(),
            ("author-more", _) => self.small().row(),
            _ => self.plain(element),
        }
    }

    /// What is anywhere.
    fn plain(self, element: &Element) -> f64 {
        let inside = &element.children;
        match (part(element), element.tag) {
            (_, Tag::Button) => self.button(),
            (_, Tag::Img) => self.picture(element),
            (_, Tag::Figure) => self.stack(inside, |_| self.em(0.5)),
            (_, Tag::Hr) => 1.0,
            (_, Tag::Pre) => {
                self.em(2.0)
                    + self
                        .written(0.875, 1.6)
                        .narrower(2.0 * self.size)
                        .text(element)
            }
            (_, Tag::Details) => {
                let closed = !element
                    .attributes
                    .iter()
                    .any(|own| own.name() == Name::Open);
                let shown = inside.len().min(if closed { 1 } else { usize::MAX });
                self.stack(&inside[..shown], |_| self.em(1.25))
            }
            (_, Tag::Blockquote) => self.flow(inside, 1.0),
            (_, Tag::Ul | Tag::Ol | Tag::Dd) => self
                .narrower(1.5 * self.size)
                .stack(inside, |_| self.em(0.5)),
            (_, Tag::Table) => self.small().table(element),
            ("heading", _) => self.written(1.25, 1.2).text(element),
            (part, Tag::P | Tag::Figcaption | Tag::Footer) if !part.is_empty() => {
                self.small().text(element)
            }
            _ => self.stack(inside, |_| self.em(0.5)),
        }
    }
}
