//! The body, and where it folds.
//!
//! It folds between blocks, never by height: the text says where, so nothing is measured, and it works in hidden tabs,
//! before fonts and pictures arrive, at any zoom.

use super::node::{Action, Attribute, Element, Node, Tag};
use super::scope::{Scope, spoken};
use super::{Collapse, Label, block};
use crate::article::{Article, reading_time::Count};

/// Words (or characters of scripts without spaces) that stay visible at least.
const LEAD_WORDS: u32 = 80;
/// Words that must be hidden for hiding to be worth a click.
const REST_WORDS: u32 = 60;

/// A drawn block with what it takes to read.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) node: Node,
    pub(super) words: u32,
    /// Belongs to what follows: a heading.
    pub(super) opens: bool,
}

/// The body with its button.
pub(super) fn body(scope: &Scope, article: &Article) -> Vec<Element> {
    let mut drawn = block::all(scope, &article.body);
    if drawn.is_empty() {
        return Vec::new();
    }
    let body = Element::part(Tag::Div, "body");
    let fold = match scope.settings.collapse {
        Collapse::Whole => None,
        Collapse::Closed | Collapse::Open => fold(&drawn),
    };
    let Some(at) = fold else {
        return vec![body.children(drawn.into_iter().map(|drawn| drawn.node))];
    };
    let rest = drawn.split_off(at).into_iter().map(|drawn| drawn.node);
    let lead = drawn.into_iter().map(|drawn| drawn.node);
    let suffix = article.headline.as_ref().map(|text| [": ", text].concat());
    let (rest, button) = Fold {
        part: "toggle",
        more: Label::ShowMore,
        less: Label::ShowLess,
        suffix,
        open: scope.settings.collapse == Collapse::Open,
    }
    .draw(scope, rest);
    vec![body.children(lead).child(rest), button]
}

/// The first block of the part that folds away; none when folding would not pay.
fn fold(drawn: &[Drawn]) -> Option<usize> {
    let mut words = 0;
    let mut at = drawn.iter().position(|drawn| {
        words += drawn.words;
        words >= LEAD_WORDS
    })? + 1;
    // A heading as the last visible line would promise what is hidden.
    while at > 0 && drawn[at - 1].opens {
        at -= 1;
    }
    let rest: u32 = drawn[at..].iter().map(|drawn| drawn.words).sum();
    (at > 0 && rest >= REST_WORDS).then_some(at)
}

/// Something that folds away behind a button.
#[derive(Debug)]
pub(super) struct Fold {
    pub(super) part: &'static str,
    pub(super) more: Label,
    pub(super) less: Label,
    /// What the button's name goes on with for those who hear it.
    pub(super) suffix: Option<String>,
    /// Whether it starts open.
    pub(super) open: bool,
}

impl Fold {
    /// What folds, and its button: one real button that stays the same element, open or closed.
    pub(super) fn draw(
        self,
        scope: &Scope,
        rest: impl IntoIterator<Item = Node>,
    ) -> (Element, Element) {
        let id = scope.id();
        let rest = Element::part(Tag::Div, "rest")
            .with(Attribute::Id(id))
            .with_some((!self.open).then_some(Attribute::UntilFound))
            .children(rest);
        // Both words are there, the style sheet shows the one that aria-expanded asks for.
        let word = |label, class| {
            Element::new(Tag::Span)
                .with(Attribute::Class(class))
                .child(scope.labels.get(label))
        };
        let button = Element::part(Tag::Button, self.part)
            .with(Attribute::ButtonType)
            .with(Attribute::Action(Action::Toggle))
            .with(Attribute::Expanded(self.open))
            .with(Attribute::Controls(id))
            .child(word(self.more, "more"))
            .child(word(self.less, "less"))
            .children(self.suffix.map(|suffix| spoken(&suffix)));
        (rest, button)
    }
}

/// What it takes to read `text`.
pub(super) fn words(text: &str) -> u32 {
    let mut count = Count::default();
    count.add(text);
    count.total()
}
