//! How long an article takes to read.
//!
//! The publisher's own number wins. Otherwise words of the body (not captions, teasers or biographies) at the rates
//! below, summed over mixed text, plus time to look at the pictures: Ghost's formula, mended for scripts it miscounts.

use super::text::is_word;
use super::{BlockType, Field, Record, Value, language};

/// Words a minute of scripts that put spaces between words.
const WORDS: u32 = 275;
/// Words a minute of scripts written from right to left.
const RTL_WORDS: u32 = 230;
/// Characters a minute of scripts that put no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.
const CHARACTERS: u32 = 500;

/// What was counted in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Words of scripts with spaces, left to right.
    pub words: u32,
    /// Words of scripts with spaces, right to left.
    pub rtl_words: u32,
    /// Characters of scripts without spaces.
    pub characters: u32,
    /// Pictures.
    pub images: u32,
}

impl Count {
    /// Everything there is to read, in words or characters.
    pub fn total(self) -> u32 {
        self.words + self.rtl_words + self.characters
    }

    /// Whole minutes, at least 1.
    pub fn minutes(self) -> u32 {
        // Milliseconds, so that no rate is rounded before the sum is.
        let words = u64::from(self.words) * 60_000 / u64::from(WORDS);
        let rtl = u64::from(self.rtl_words) * 60_000 / u64::from(RTL_WORDS);
        let characters = u64::from(self.characters) * 60_000 / u64::from(CHARACTERS);
        // The first picture takes 12 s, each further one a second less, none under 3 s.
        let images: u64 = (0..self.images.min(2_000))
            .map(|n| u64::from(12_u32.saturating_sub(n).max(3)) * 1_000)
            .sum();
        let minutes = (words + rtl + characters + images + 30_000) / 60_000;
        u32::try_from(minutes).unwrap_or(u32::MAX).max(1)
    }

    /// Counts `text` in.
    pub fn add(&mut self, text: &str) {
        let mut in_word = false;
        let mut glue = false;
        for c in text.chars() {
            // Most of most texts, and no news.
            if in_word && c.is_ascii_alphabetic() {
                continue;
            }
            if is_spaceless(c) {
                self.characters += 1;
                in_word = false;
            } else if is_word(c) {
                if !in_word && !glue {
                    if language::is_rtl(c) {
                        self.rtl_words += 1;
                    } else {
                        self.words += 1;
                    }
                }
                in_word = true;
                glue = false;
            } else {
                // UAX 29: an apostrophe, a point or a comma between letters or digits does not end the word.
                glue =
                    in_word && matches!(c, '\'' | '’' | '.' | ',' | '_' | '\u{200c}' | '\u{200d}');
                in_word = false;
            }
        }
    }
}

/// Minutes to read `article`; none when there is neither text nor a count.
pub fn minutes(article: &Record) -> Option<u32> {
    if let Some(given) = article.number(Field::ReadingTime) {
        return Some(given.max(1));
    }
    let mut count = Count {
        images: u32::from(article.get(Field::Image).is_some()),
        ..Count::default()
    };
    for block in article.list(Field::Body) {
        count.add_value(block);
    }
    // The publisher counted words that it did not send: they take time all the same.
    let given = article.number(Field::WordCount).unwrap_or(0);
    count.words += given.saturating_sub(count.total());
    (count.total() > 0).then(|| count.minutes())
}

/// Words and characters of one block, for deciding where to collapse a body.
pub fn of_block(block: &Record) -> u32 {
    let mut count = Count::default();
    count.add_block(block);
    count.total()
}

impl Count {
    fn add_value(&mut self, value: &Value) {
        match value {
            Value::Record(record) => self.add_block(record),
            Value::List(list) => list.iter().for_each(|value| self.add_value(value)),
            _ => {}
        }
    }

    /// Counts what of a block, list item or table cell is running text: no captions, no titles, no other articles.
    fn add_block(&mut self, block: &Record) {
        match block.block_type() {
            Some(BlockType::Image) => self.images += 1,
            Some(BlockType::Gallery) => self.images += block.list(Field::Images).len() as u32,
            Some(BlockType::Video | BlockType::Audio | BlockType::Embed | BlockType::Related) => {}
            _ => {
                if let Some(text) = block.text(Field::Text) {
                    self.add(text);
                }
                for node in block.nodes(Field::Html) {
                    let images = node.each_text(&mut |text| self.add(text));
                    self.images += images;
                }
                for field in [Field::Blocks, Field::Items, Field::Head, Field::Rows] {
                    for value in block.list(field) {
                        self.add_value(value);
                    }
                }
            }
        }
    }
}

/// Scripts without spaces between words: kana, Han (with its extensions), Thai, Lao, Burmese, Khmer. Hangul has spaces.
pub fn is_spaceless(c: char) -> bool {
    // Most text is asked in one comparison.
    c > '\u{e00}'
        && matches!(c, '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{0e01}'..='\u{0eff}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}' | '\u{ff66}'..='\u{ff9f}')
}
