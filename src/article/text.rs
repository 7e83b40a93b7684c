//! Clean text: what every text field goes through on its way in, and ways to take text apart.
//!
//! Those of the standard library are made for every kind of pattern, and are three times as much to download.

/// One line of text: runs of white space become one space (no-break spaces stay: they are typography), control
/// characters and bidirectional overrides go (they let a feed spoof its surroundings), joiners stay (emoji, Persian).
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, ' ' | '\t'..='\r' | '\u{2028}' | '\u{2029}') {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        } else if !is_dropped(c) {
            out.push(c);
        }
    }
    // No-break spaces around it too: nothing is there to be kept together.
    let trimmed = trim(&out);
    if trimmed.len() < out.len() {
        out = trimmed.to_owned();
    }
    out
}

/// Text whose white space counts: only the characters that [`line()`] drops are dropped.
pub fn verbatim(text: &str) -> String {
    text.chars()
        .filter(|&c| matches!(c, '\t' | '\n') || !is_dropped(c))
        .collect()
}

fn is_dropped(c: char) -> bool {
    matches!(c, '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// `text` in at most `max` characters, cut at a word where there is one in the last third, with an ellipsis.
pub fn cut(mut text: String, max: usize) -> String {
    if is_longer(&text, max) {
        let end = text
            .char_indices()
            .nth(max.saturating_sub(1))
            .map_or(0, |(at, _)| at);
        text.truncate(end);
        let space = text.bytes().rposition(|byte| byte == b' ');
        if let Some(word) = space.filter(|&at| at > end / 3 * 2) {
            text.truncate(word);
        }
        while let [.., b' ' | b',' | b';' | b':' | b'.'] = text.as_bytes() {
            text.pop();
        }
        text.push('…');
    }
    text
}

/// Whether `text` has more than `max` characters.
pub fn is_longer(text: &str, max: usize) -> bool {
    // Bytes first: nearly no text is too long, and counting characters of all of them would be work for nothing.
    text.len() > max && text.chars().nth(max).is_some()
}

/// The whole characters among the first `most` bytes.
pub(crate) fn start(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// What stands before and after the first `mark`, an ASCII character.
#[inline(never)]
pub(crate) fn split_once(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Where `part` first stands in `text`.
#[inline(never)]
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    (0..text.len()).find(|at| text[*at..].starts_with(part))
}

/// `text` with every `part` as something else.
pub(crate) fn replace(text: &str, part: &str, with: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = find(rest, part) {
        out.push_str(rest.get(..at).unwrap_or_default());
        out.push_str(with);
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// What stands between all `mark`s, as `str::split` gives it.
pub(crate) fn split(text: &str, mark: u8) -> Pieces<'_> {
    let rest = Some(text);
    Pieces { rest, mark }
}

/// See [`split`].
#[derive(Debug, Clone)]
pub(crate) struct Pieces<'a> {
    rest: Option<&'a str>,
    mark: u8,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let split = split_once(rest, self.mark);
        self.rest = split.map(|(_, after)| after);
        Some(split.map_or(rest, |(piece, _)| piece))
    }
}

/// Whether `word` is one of `words`, which are set apart by spaces.
pub(crate) fn is_among(word: &str, words: &str) -> bool {
    split(words, b' ').any(|known| known == word)
}

/// `text` without white space around it.
#[inline(never)]
pub(crate) fn trim(text: &str) -> &str {
    let mut characters = trim_start(text).chars();
    let mut trimmed = characters.as_str();
    while characters.next_back().is_some_and(is_space) {
        trimmed = characters.as_str();
    }
    trimmed
}

/// `text` without white space before it.
#[inline(never)]
pub(crate) fn trim_start(text: &str) -> &str {
    let mut characters = text.chars();
    let mut trimmed = text;
    while characters.next().is_some_and(is_space) {
        trimmed = characters.as_str();
    }
    trimmed
}

/// As `char::is_whitespace`, without its tables.
fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}'
        | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Whether two texts say the same to a reader: letter case of ASCII, quotes, spaces and punctuation aside.
pub fn same(a: &str, b: &str) -> bool {
    significant(a).eq(significant(b))
}

/// Whether `text` begins with what `beginning` says, as [`same`] compares.
#[cfg(feature = "formats")]
pub(crate) fn begins(text: &str, beginning: &str) -> bool {
    let mut text = significant(text);
    significant(beginning).all(|c| text.next() == Some(c))
}

/// Whether one of `texts` contains `quote`, as [`same`] compares. Looks for quotes of at most 500 bytes in the first
/// 100,000 bytes: nobody pulls out more, and a hostile document could make it take long.
pub fn says<'a>(texts: impl Iterator<Item = &'a str>, quote: &str) -> bool {
    let mut left = 100_000_usize;
    let quote: String = significant(quote.get(..500).map_or(quote, |_| "")).collect();
    for text in texts {
        if quote.is_empty() || left < text.len() {
            return false;
        }
        left -= text.len();
        let text: String = significant(text).collect();
        let (text, quote) = (text.as_bytes(), quote.as_bytes());
        if text.windows(quote.len()).any(|window| window == quote) {
            return true;
        }
    }
    false
}

fn significant(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|&c| is_word(c))
        .map(|c| c.to_ascii_lowercase())
}

/// Whether `c` can be part of a word. Beyond ASCII everything counts that is not in a block of punctuation, symbols
/// or spaces: good enough for counting, a table of every script would cost more than the whole view.
pub fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | 'µ' | 'º'),
        _ => {
            !matches!(c, '×' | '÷' | '،' | '؛' | '؟' | '।' | '॥' | '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..='\u{e01ef}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
        }
    }
}
