//! Makes hostile text of harmless text: the same one for the same number, on every machine.

/// A sequence of numbers that look random (xorshift, Marsaglia 2003).
#[derive(Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`; 0 when there is none.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) as usize).checked_rem(limit).unwrap_or(0)
    }

    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// `text` changed in a few places, with pieces of `others` and `words` in it.
pub(crate) fn mutated(
    text: &str,
    others: &[String],
    words: &[Vec<u8>],
    chance: &mut Chance,
) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let length = chance.below(40).min(bytes.len() - at);
        let piece = match chance.below(8) {
            0 => Vec::new(),
            1 => vec![chance.below(256) as u8],
            2 => bytes[at..at + length].repeat(1 + chance.below(8)),
            3 => {
                let other = chance.one_of(others).as_bytes();
                let from = chance.below(other.len());
                let length = chance.below(120).min(other.len() - from);
                other[from..from + length].to_vec()
            }
            4 => bytes.split_off(at),
            _ => chance.one_of(words).clone(),
        };
        let replaced = if chance.below(3) == 0 {
            length.min(bytes.len() - at.min(bytes.len()))
        } else {
            0
        };
        let at = at.min(bytes.len());
        bytes.splice(at..at + replaced, piece);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The smallest text that still `fails`, made of `text` by leaving out pieces.
pub(crate) fn shrunk(text: &str, fails: impl Fn(&str) -> bool) -> String {
    let mut shortest: Vec<char> = text.chars().collect();
    let mut piece = shortest.len() / 2;
    while piece > 0 {
        let mut at = 0;
        let before = shortest.len();
        while at < shortest.len() {
            let end = (at + piece).min(shortest.len());
            let shorter = [&shortest[..at], &shortest[end..]].concat();
            if fails(&shorter.iter().collect::<String>()) {
                shortest = shorter;
            } else {
                at += piece;
            }
        }
        if piece > 1 || shortest.len() == before {
            piece /= 2;
        }
    }
    shortest.into_iter().collect()
}

/// The words of a dictionary of libFuzzer: a quoted one on each line, with `\"`, `\\` and `\x00`.
pub(crate) fn words(dictionary: &str) -> Vec<Vec<u8>> {
    let lines = dictionary.lines().map(str::trim);
    let quoted = lines.filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    quoted.map(unescaped).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut bytes = word.bytes();
    while let Some(byte) = bytes.next() {
        match (byte, if byte == b'\\' { bytes.next() } else { None }) {
            (b'\\', Some(b'x')) => {
                let digits =
                    [bytes.next(), bytes.next()].map(|digit| char::from(digit.expect("a digit")));
                let code =
                    digits.map(|digit| digit.to_digit(16).expect("a hexadecimal digit") as u8);
                out.push(code[0] * 16 + code[1]);
            }
            (_, Some(escaped)) => out.push(escaped),
            (plain, None) => out.push(plain),
        }
    }
    out
}
