//! What folds away behind a button: the rest of a body, of a feed's item, of a biography.
//!
//! Never by height: the text says where, so nothing is measured, and it works in hidden tabs, before fonts and
//! pictures arrive, at any zoom.

use super::Label;
use super::pen::Pen;
use crate::article::text;
use crate::node::{Attribute, Id, Name, Tag};

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
    /// What folds: all that was drawn into the innermost element since it had `count` children.
    pub(super) fn rest(self, pen: &mut Pen, tag: Tag, count: usize) -> Id {
        let nodes = pen.take_since(count);
        let id = self.open_rest(pen, tag);
        for node in nodes {
            pen.add(node);
        }
        pen.close();
        id
    }

    fn open_rest(self, pen: &mut Pen, tag: Tag) -> Id {
        let id = pen.id();
        pen.open_part(tag, "rest");
        pen.set(Attribute::id(Name::Id, id));
        if !self.open {
            pen.fixed(Name::Hidden, "until-found");
        }
        id
    }

    /// The same without a script, with its button above it.
    pub(super) fn details(self, pen: &mut Pen, count: usize, joint: &'static str, suffix: &str) {
        let nodes = pen.take_since(count);
        pen.open_part(Tag::Details, "fold");
        pen.open_part(Tag::Summary, self.part);
        self.words(pen, joint, suffix);
        pen.close();
        pen.open_part(Tag::Div, "rest");
        for node in nodes {
            pen.add(node);
        }
        pen.close();
        pen.close();
    }

    /// A paragraph of `text` whose rest folds away, split after the first sentence that ends at character `lead` or
    /// later; a plain one when that would hide less than `rest` characters, or for want of a script.
    pub(super) fn paragraph(
        self,
        pen: &mut Pen,
        text: &str,
        lead: usize,
        rest: usize,
    ) -> Option<Id> {
        pen.open(Tag::P);
        pen.directed(text);
        let takes_script = pen.settings.collapse.takes_script();
        let split = split(text, lead, rest).filter(|_| takes_script);
        let (lead, rest) = split.unwrap_or((text, ""));
        pen.text(lead);
        let id = split.map(|_| {
            let id = self.open_rest(pen, Tag::Span);
            pen.text(rest);
            pen.close();
            id
        });
        pen.close();
        id
    }

    /// Its button; `joint` and `suffix` are what its name goes on with for those who hear it.
    pub(super) fn button(self, pen: &mut Pen, id: Id, joint: &'static str, suffix: &str) {
        pen.open_button(self.part, "toggle");
        pen.fixed(Name::Expanded, if self.open { "true" } else { "false" });
        pen.set(Attribute::id(Name::Controls, id));
        self.words(pen, joint, suffix);
        pen.close();
    }

    /// Both words are there, the style sheet shows the one that fits.
    fn words(self, pen: &mut Pen, joint: &'static str, suffix: &str) {
        pen.span(Tag::Span, Name::Class, "more", pen.labels.get(self.more));
        pen.span(Tag::Span, Name::Class, "less", pen.labels.get(self.less));
        if !suffix.is_empty() {
            pen.spoken(&[joint, suffix].concat());
        }
    }
}

/// A long text, split after a sentence; the space between them goes with the rest.
fn split(text: &str, least_lead: usize, least_rest: usize) -> Option<(&str, &str)> {
    let ends = |c| {
        matches!(
            c,
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।'
        )
    };
    let spaced = |c| matches!(c, '.' | '!' | '?' | '…');
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        seen += 1;
        let (lead, rest) = text.split_at(at + c.len_utf8());
        // "3.5 million" and "misto.media" do not end a sentence: a space follows where sentences are spaced.
        if seen >= least_lead && ends(c) && (!spaced(c) || rest.as_bytes().first() == Some(&b' ')) {
            return text::is_longer(rest, least_rest).then_some((lead, rest));
        }
    }
    None
}
