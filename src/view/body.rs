//! The body, and where it folds.
//!
//! It folds between blocks, never by height: the text says where, so nothing is measured, and it works in hidden tabs,
//! before fonts and pictures arrive, at any zoom.

use super::node::{Attribute, Id, Name, Node, Tag};
use super::pen::Pen;
use super::{Collapse, Label, block};
use crate::article::{Field, Record};

/// Words (or characters of scripts without spaces) that stay visible at least.
const LEAD_WORDS: u32 = 80;
/// Words that must be hidden for hiding to be worth a click.
const REST_WORDS: u32 = 60;

/// What a drawn block is to whoever folds a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weight {
    /// What it takes to read.
    pub(super) words: u32,
    /// Belongs to what follows: a heading.
    pub(super) opens: bool,
}

/// The body with its button.
pub(super) fn body(pen: &mut Pen, article: &Record) {
    pen.open_part(Tag::Div, "body");
    let weights = block::all(pen, article.list(Field::Body));
    let at = match pen.settings.collapse {
        Collapse::Whole => None,
        Collapse::Closed | Collapse::Open => fold_at(&weights),
    };
    let Some(at) = at else {
        pen.close_filled();
        return;
    };
    let rest = pen.take_since(at);
    let fold = Fold {
        part: "toggle",
        more: Label::ShowMore,
        less: Label::ShowLess,
        open: pen.settings.collapse == Collapse::Open,
    };
    let id = fold.rest(pen, rest);
    pen.close();
    fold.button(
        pen,
        id,
        ": ",
        article.text(Field::Headline).unwrap_or_default(),
    );
}

/// The first block of the part that folds away; none when folding would not pay.
fn fold_at(weights: &[Weight]) -> Option<usize> {
    let mut words = 0;
    let enough = weights.iter().position(|weight| {
        words += weight.words;
        words >= LEAD_WORDS
    });
    let mut at = enough? + 1;
    // A heading as the last visible line would promise what is hidden.
    while at > 0 && weights[at - 1].opens {
        at -= 1;
    }
    let rest: u32 = weights[at..].iter().map(|weight| weight.words).sum();
    (at > 0 && rest >= REST_WORDS).then_some(at)
}

/// Something that folds away behind a button: one real button that stays the same element, open or closed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fold {
    pub(super) part: &'static str,
    pub(super) more: Label,
    pub(super) less: Label,
    /// Whether it starts open.
    pub(super) open: bool,
}

impl Fold {
    /// What folds.
    pub(super) fn rest(self, pen: &mut Pen, nodes: Vec<Node>) -> Id {
        let id = pen.id();
        pen.open_part(Tag::Div, "rest");
        pen.set(Attribute::id(Name::Id, id));
        if !self.open {
            pen.fixed(Name::Hidden, "until-found");
        }
        for node in nodes {
            pen.add(node);
        }
        pen.close();
        id
    }

    /// Its button; `joint` and `suffix` are what its name goes on with for those who hear it.
    pub(super) fn button(self, pen: &mut Pen, id: Id, joint: &'static str, suffix: &str) {
        pen.open_part(Tag::Button, self.part);
        pen.fixed(Name::Type, "button");
        pen.fixed(Name::Action, "toggle");
        pen.fixed(Name::Expanded, if self.open { "true" } else { "false" });
        pen.set(Attribute::id(Name::Controls, id));
        // Both words are there, the style sheet shows the one that aria-expanded asks for.
        pen.span(Tag::Span, Name::Class, "more", pen.labels.get(self.more));
        pen.span(Tag::Span, Name::Class, "less", pen.labels.get(self.less));
        if !suffix.is_empty() {
            pen.spoken(&[joint, suffix].concat());
        }
        pen.close();
    }
}
