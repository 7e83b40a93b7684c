//! In the browser: what was fetched so far, for all cards of the page.

use core::cell::Cell;

use super::{COUNT, NAMES};
use crate::Warning;

const _: () = assert!(COUNT <= 64, "one bit of ASKED for each");

thread_local! {
    /// The words of each language; empty ones could not be had.
    static LEARNT: [Cell<Option<&'static str>>; COUNT] = const { [const { Cell::new(None) }; COUNT] };
    /// The languages that were asked for while there were no words of them.
    static ASKED: Cell<u64> = const { Cell::new(0) };
}

pub(super) fn words_of(index: usize) -> &'static str {
    let words = LEARNT
        .with(|learnt| learnt[index].get())
        .unwrap_or_default();
    if words.is_empty() {
        ASKED.set(ASKED.get() | (1 << index));
    }
    words
}

/// Takes the words of a language in, once: they stay as long as the page.
pub(crate) fn learn(name: &str, words: &str) {
    if let Some(index) = NAMES.position(name) {
        LEARNT.with(|learnt| {
            let own = learnt[index].get();
            let own = own.unwrap_or_else(|| words.to_owned().leak());
            learnt[index].set(Some(own));
        });
    }
}

/// What is to be learnt before that can be shown which was drawn since the last time: names, set apart by spaces. What
/// cannot be had is warned of.
pub(crate) fn wanted(warnings: &mut Vec<Warning>) -> String {
    let asked = ASKED.take();
    let mut names = String::new();
    for index in (0..COUNT).filter(|index| (asked >> index) & 1 == 1) {
        let name = NAMES.get(index);
        if LEARNT.with(|learnt| learnt[index].get().is_none()) {
            names.push_str(name);
            names.push(' ');
        } else {
            let message = ["no words in ", name, ", they are English"];
            warnings.push(Warning {
                path: "language".into(),
                message: message.concat(),
            });
        }
    }
    names
}
