//! Fixed words by number: all of them in one text, with their lengths beside it.
//!
//! A table of `&str`s would bring an address and a length of four bytes each for every word, which compress badly.

/// Words that have a number, from 0.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) text: &'static str,
    pub(crate) lengths: &'static [u8],
}

/// Makes [`Words`] of literals.
macro_rules! words {
    ($($word:literal)*) => {
        crate::words::Words {
            text: concat!($($word),*),
            lengths: &[$($word.len() as u8),*],
        }
    };
}
pub(crate) use words;

impl Words {
    /// The word of this number.
    pub(crate) fn get(&self, number: usize) -> &'static str {
        self.find(number, None).1
    }

    /// All of them, set apart by spaces.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn joined(&self) -> String {
        let mut joined = String::new();
        for number in 0..self.lengths.len() {
            joined.push_str(self.get(number));
            joined.push(' ');
        }
        joined
    }

    /// The number of `word`.
    pub(crate) fn position(&self, word: &str) -> Option<usize> {
        let number = self.find(usize::MAX, Some(word)).0;
        (number < self.lengths.len()).then_some(number)
    }

    /// The first word that has this number or reads so.
    #[inline(never)] // or each list would have a loop of its own
    fn find(&self, number: usize, word: Option<&str>) -> (usize, &'static str) {
        let mut start = 0;
        for (at, length) in self.lengths.iter().enumerate() {
            let end = start + usize::from(*length);
            if at != number && word.is_none_or(|word| word.len() != usize::from(*length)) {
                start = end; // most of them: the length tells
                continue;
            }
            let found = self.text.get(start..end).unwrap_or_default();
            if at == number || word == Some(found) {
                return (at, found);
            }
            start = end;
        }
        (usize::MAX, "")
    }
}
