//! Untrusted HTML → the text a reader would see. Nothing of the markup survives, so nothing of it can do harm.
//!
//! One pass, linear in time, no recursion.

use crate::article::text;

/// Whether a reader would see nothing of it.
pub fn is_empty(html: &str) -> bool {
    paragraphs(html).is_empty()
}

/// The text of inline HTML as one line.
pub fn line(html: &str) -> String {
    paragraphs(html).join(" ")
}

/// The text of an HTML body, one entry for each paragraph, heading, list item or other block that holds text.
pub fn paragraphs(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut raw = String::new();
    let mut rest = html;
    let mut end_paragraph = |raw: &mut String| {
        let line = text::line(&decode(raw));
        if !line.is_empty() {
            found.push(line);
        }
        raw.clear();
    };
    while let Some(at) = rest.find('<') {
        raw.push_str(&rest[..at]);
        rest = &rest[at..];
        match tag(rest) {
            Tag::Text => {
                raw.push('<');
                rest = &rest[1..];
            }
            Tag::Comment(after) => rest = after,
            Tag::Element { name, after } => {
                if is_block(&name) {
                    end_paragraph(&mut raw);
                } else if name == "br" {
                    raw.push(' ');
                }
                rest = if is_hidden(&name) && !rest.starts_with("</") {
                    after_end_tag(after, &name)
                } else {
                    after
                };
            }
        }
    }
    raw.push_str(rest);
    end_paragraph(&mut raw);
    found
}

enum Tag<'a> {
    /// A `<` that opens nothing.
    Text,
    /// A comment, declaration or processing instruction.
    Comment(&'a str),
    /// A start or end tag.
    Element { name: String, after: &'a str },
}

/// Reads the tag at the start of `html`, which begins with `<`. An unfinished tag swallows the rest, as in a browser.
fn tag(html: &str) -> Tag<'_> {
    let inside = &html[1..];
    if let Some(comment) = inside.strip_prefix("!--") {
        let end = comment.find("-->").map_or(comment.len(), |at| at + 3);
        return Tag::Comment(&comment[end..]);
    }
    let name_at = inside.strip_prefix('/').unwrap_or(inside);
    if !name_at.starts_with(|c: char| c.is_ascii_alphabetic()) {
        if inside.starts_with(['!', '?', '/']) {
            let end = inside.find('>').map_or(inside.len(), |at| at + 1);
            return Tag::Comment(&inside[end..]);
        }
        return Tag::Text;
    }
    let name_end = name_at
        .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
        .unwrap_or(name_at.len());
    let mut quote = 0;
    let attributes = &name_at.as_bytes()[name_end..];
    let end = attributes.iter().position(|&byte| {
        if quote != 0 {
            if byte == quote {
                quote = 0;
            }
        } else if matches!(byte, b'"' | b'\'') {
            quote = byte;
        }
        quote == 0 && byte == b'>'
    });
    Tag::Element {
        name: name_at[..name_end].to_ascii_lowercase(),
        after: end.map_or("", |at| &name_at[name_end + at + 1..]),
    }
}

/// What follows the end tag of `name`; nothing when it never ends.
fn after_end_tag<'a>(html: &'a str, name: &str) -> &'a str {
    let mut rest = html;
    while let Some(at) = rest.find("</") {
        rest = &rest[at + 2..];
        let is_end = rest
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        if is_end {
            return rest.find('>').map_or("", |at| &rest[at + 1..]);
        }
    }
    ""
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "blockquote"
            | "figure"
            | "figcaption"
            | "pre"
            | "table"
            | "tr"
            | "td"
            | "th"
            | "hr"
            | "section"
            | "article"
            | "aside"
            | "header"
            | "footer"
            | "dt"
            | "dd"
            | "details"
            | "summary"
    )
}

/// Elements whose content is not text for readers.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "title"
            | "head"
            | "iframe"
            | "object"
            | "noscript"
            | "textarea"
            | "select"
            | "svg"
            | "math"
            | "canvas"
            | "audio"
            | "video"
            | "button"
            | "noembed"
            | "noframes"
            | "xmp"
    )
}

/// Character references: numeric ones and the named ones that text bodies use; an unknown one stays as typed.
fn decode(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let reference = rest
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '#')
            .next();
        let reference = reference.unwrap_or_default();
        match character(reference) {
            Some(c) => {
                out.push(c);
                rest = &rest[reference.len()..];
                rest = rest.strip_prefix(';').unwrap_or(rest);
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

fn character(reference: &str) -> Option<char> {
    if let Some(number) = reference.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let code = digits.chars().try_fold(0u32, |code, c| {
            Some(
                code.saturating_mul(radix)
                    .saturating_add(c.to_digit(radix)?),
            )
        })?;
        return (!digits.is_empty()).then(|| char::from_u32(code).unwrap_or('\u{fffd}'));
    }
    Some(match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        _ => return None,
    })
}
