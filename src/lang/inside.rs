//! Natively: all languages are inside, each read when it is first wanted.

use std::sync::OnceLock;

use super::{COUNT, SOURCES};

pub(super) fn words_of(index: usize) -> &'static str {
    static WORDS: [OnceLock<String>; COUNT] = [const { OnceLock::new() }; COUNT];
    let json = SOURCES[index].1;
    WORDS[index].get_or_init(|| crate::input::words(json))
}
