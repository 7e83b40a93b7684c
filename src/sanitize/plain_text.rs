//! Untrusted HTML → the text a reader would see. Nothing of the markup survives, so nothing of it can do harm.
//!
//! One pass, linear in time, no recursion.

use crate::article::text;
use crate::words::{Words, words};

/// The text of inline HTML as one line.
pub fn line(html: &str) -> String {
    let mut line = String::new();
    for paragraph in paragraphs(html) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&paragraph);
    }
    line
}

/// The text of an HTML body, one entry for each paragraph, heading, list item or other block that holds text.
pub fn paragraphs(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut raw = String::new();
    let mut at = 0;
    while let Some(c) = html.get(at..).and_then(|rest| rest.chars().next()) {
        let end = if c == '<' {
            tag_end(html.as_bytes(), at)
        } else {
            at
        };
        if end == at {
            raw.push(c);
            at += c.len_utf8();
            continue;
        }
        // Markup is ASCII where it matters: a name of other characters is no name of these lists.
        let closes = html.as_bytes().get(at + 1) == Some(&b'/');
        let start = at + 1 + usize::from(closes);
        let name = html.get(start..end).unwrap_or_default();
        let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
        at = end;
        if BLOCKS.position(&name).is_some() {
            end_paragraph(&mut raw, &mut found);
        } else if name == "br" {
            raw.push(' ');
        } else if HIDDEN.position(&name).is_some() && !closes && !is_closed(html, at, &name) {
            at = after_end_tag(html.as_bytes(), at, name.as_bytes());
        }
    }
    end_paragraph(&mut raw, &mut found);
    found
}

/// Whether the tag that ends at `end` is of an element that `/>` closes.
fn is_closed(html: &str, end: usize, name: &str) -> bool {
    matches!(name, "svg" | "math") && html.as_bytes().get(end - 2) == Some(&b'/')
}

/// Elements that stand in lines of their own.
const BLOCKS: Words = words!(
    "p" "div" "li" "ul" "ol" "h1" "h2" "h3" "h4" "h5" "h6" "blockquote" "figure" "figcaption" "pre" "table" "tr" "td" "th" "hr" "section" "article" "aside" "header" "footer" "dt" "dd" "dl" "details" "summary" "main" "nav"
);

/// Elements whose content is not text for readers.
const HIDDEN: Words = words!(
    "script" "style" "template" "title" "head" "iframe" "object" "noscript" "textarea" "select" "svg" "math" "canvas" "audio" "video" "button" "noembed" "noframes" "xmp" "plaintext"
);

fn end_paragraph(raw: &mut String, found: &mut Vec<String>) {
    let line = text::line(&decode(raw));
    raw.clear();
    if !line.is_empty() {
        found.push(line);
    }
}

/// Where the tag or comment that begins with the `<` at `at` ends; `at` itself when the `<` opens nothing. An
/// unfinished one swallows the rest, as in a browser.
fn tag_end(html: &[u8], at: usize) -> usize {
    let rest = &html[at + 1..];
    if let Some(comment) = rest.strip_prefix(b"!--") {
        // `<!-->` and `<!--->` are whole.
        for whole in [&b">"[..], b"->"] {
            if comment.starts_with(whole) {
                return at + 4 + whole.len();
            }
        }
        let end = comment.windows(3).position(|window| window == b"-->");
        return end.map_or(html.len(), |end| at + 4 + end + 3);
    }
    let opens = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'!' | b'?' | b'/');
    if !rest.first().is_some_and(opens) {
        return at;
    }
    let is_element = rest[0] != b'!' && rest[0] != b'?';
    let (mut quote, mut before) = (0, 0);
    let end = rest.iter().position(|&byte| {
        if quote != 0 {
            if byte == quote {
                quote = 0;
            }
        } else if is_element && before == b'=' && matches!(byte, b'"' | b'\'') {
            quote = byte; // elsewhere than at the start of a value it is a character like any other
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        quote == 0 && byte == b'>'
    });
    end.map_or(html.len(), |end| at + end + 2)
}

/// Where the end tag of `name` ends; the end of everything when it never does.
fn after_end_tag(html: &[u8], from: usize, name: &[u8]) -> usize {
    let is_end = |at: &usize| {
        html[*at..].starts_with(b"</")
            && html
                .get(at + 2..at + 2 + name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    let end = (from..html.len()).find(is_end);
    end.map_or(html.len(), |at| tag_end(html, at))
}

/// Character references: numeric ones and the named ones that text bodies use; an unknown one stays as typed.
fn decode(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut parts = text::split(html, b'&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let named = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
        let length = part.bytes().take_while(named).count();
        let (reference, rest) = part.split_at(length);
        if let Some(c) = character(reference) {
            out.push(c);
            out.push_str(rest.strip_prefix(";").unwrap_or(rest));
        } else {
            out.push('&');
            out.push_str(part);
        }
    }
    out
}

fn character(reference: &str) -> Option<char> {
    const NAMES: Words = words!(
        "amp" "lt" "gt" "quot" "apos" "nbsp" "hellip" "mdash" "ndash" "lsquo" "rsquo" "ldquo" "rdquo"
    );
    // What numbers from 128 mean: old editors wrote windows-1252 (HTML, "numeric character reference end state").
    const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    const CHARACTERS: &str = "&<>\"'\u{a0}…—–‘’“”";
    let Some(number) = reference.strip_prefix("#") else {
        return CHARACTERS.chars().nth(NAMES.position(reference)?);
    };
    let hexadecimal = number.strip_prefix("x").or(number.strip_prefix("X"));
    let radix = if hexadecimal.is_some() { 16 } else { 10 };
    let digits = hexadecimal.unwrap_or(number);
    let mut code = 0u32;
    for c in digits.chars() {
        code = code
            .saturating_mul(radix)
            .saturating_add(c.to_digit(radix)?);
    }
    let meant = code
        .checked_sub(0x80)
        .and_then(|at| WINDOWS.chars().nth(at as usize));
    let c = meant.or_else(|| char::from_u32(code));
    (!digits.is_empty()).then(|| c.unwrap_or('\u{fffd}'))
}
