//! The body, and where it folds: between blocks.

use super::card::Place;
use super::fold::Fold;
use super::pen::Pen;
use super::{Collapse, Label, Mode, block};
use crate::article::{BlockType, Field, Record, reading_time};
use crate::node::Tag;

/// Words (or characters of scripts without spaces) that stay visible at least.
const LEAD_WORDS: u32 = 80;
/// The same in a feed, where other stories wait.
const ITEM_LEAD_WORDS: u32 = 40;
/// Words that must be hidden for hiding to be worth a click.
const REST_WORDS: u32 = 60;
/// The same for an item's only paragraph, in characters.
const ITEM_LEAD_CHARS: usize = 240;
const ITEM_REST_CHARS: usize = 320;

/// The body with its button.
pub(super) fn body(pen: &mut Pen, article: &Record, place: Place<'_>) {
    let fold = Fold {
        part: "toggle",
        more: Label::ShowMore,
        less: Label::ShowLess,
        open: pen.settings.collapse == Collapse::Open,
    };
    let (lead, excerpt) = match place {
        Place::Alone => (LEAD_WORDS, None),
        Place::InFeed(_) if pen.settings.mode == Mode::Full => {
            (ITEM_LEAD_WORDS, only_paragraph(article))
        }
        Place::InFeed(_) => (ITEM_LEAD_WORDS, None),
    };
    if pen.settings.mode > Mode::Excerpt {
        return;
    }
    let headline = article.text(Field::Headline).unwrap_or_default();
    pen.open_part(Tag::Div, "body");
    let rest = if let Some(text) = excerpt {
        fold.paragraph(pen, text, ITEM_LEAD_CHARS, ITEM_REST_CHARS)
    } else {
        let blocks = block::all(pen, article.list(Field::Body));
        let at = fold_at(&blocks, lead);
        if pen.settings.mode == Mode::Excerpt {
            pen.take_since(at.unwrap_or(blocks.len()));
            None
        } else {
            match (at, pen.settings.collapse) {
                (None, _) | (_, Collapse::Whole) => None,
                (Some(at), Collapse::Details) => {
                    fold.details(pen, at, ": ", headline);
                    None
                }
                (Some(at), _) => Some(fold.rest(pen, Tag::Div, at)),
            }
        }
    };
    pen.close_filled();
    if let Some(id) = rest {
        fold.button(pen, id, ": ", headline);
    }
}

/// The plain text of a body that is one paragraph: an excerpt has no block to fold at.
fn only_paragraph(article: &Record) -> Option<&str> {
    let [block] = article.list(Field::Body) else {
        return None;
    };
    let block = block.as_record()?;
    let plain =
        block.block_type() == Some(BlockType::Paragraph) && block.get(Field::Html).is_none();
    block.text(Field::Text).filter(|_| plain)
}

/// The first block of the part that folds away; none when folding would not pay. Counts no more than it must.
fn fold_at(blocks: &[&Record], lead: u32) -> Option<usize> {
    let mut at = count_to(blocks, lead)?;
    // A heading as the last visible line would promise what is hidden.
    while at > 0 && block::opens(blocks[at - 1]) {
        at -= 1;
    }
    count_to(&blocks[at..], REST_WORDS).filter(|_| at > 0)?;
    Some(at)
}

/// How many blocks it takes to have so many words.
fn count_to(blocks: &[&Record], least: u32) -> Option<usize> {
    let mut words = 0;
    let enough = blocks.iter().position(|block| {
        words += reading_time::of_block(block);
        words >= least
    });
    enough.map(|at| at + 1)
}
