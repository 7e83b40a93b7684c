//! Reads JSON text (RFC 8259) in one pass.

use std::borrow::Cow;

use super::super::FORMATS;
use super::Json;
use crate::article::text;
use crate::error::{Error, Reason, Warning, push_number};
use crate::limits;

/// Reads one JSON text. Values nested deeper than [`limits::JSON_DEPTH`] read as `null`, with one warning. When it
/// `mends`, it takes what pages have for JSON as well: bare line breaks in text, comments, wrappers of comments or CDATA,
/// commas that nothing follows, values that are missing.
pub(in crate::input) fn parse<'a>(
    text: &'a str,
    mends: bool,
    warnings: &mut Vec<Warning>,
) -> Result<Json<'a>, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
        mends: mends && FORMATS,
        too_deep: false,
        expected: "",
    };
    let Some(json) = reader.whole() else {
        return Err(reader.error());
    };
    if reader.too_deep {
        warnings.push(Warning {
            path: String::new(),
            message: "values nested deeper than 64 levels were left out".into(),
        });
    }
    Ok(json)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    mends: bool,
    too_deep: bool,
    /// What should have stood where reading ended. Noted here, because a `Result` at every step would be half of the
    /// code: none of a value means that this says why.
    expected: &'static str,
}

impl<'a> Reader<'a> {
    fn whole(&mut self) -> Option<Json<'a>> {
        self.space();
        if self.peek() == b'<' {
            return self.expected("expected JSON, found a web page or XML");
        }
        let json = self.value()?;
        self.space();
        if self.at < self.text.len() {
            return self.expected("expected the end of the text, found more after the JSON");
        }
        Some(json)
    }

    fn expected<T>(&mut self, expected: &'static str) -> Option<T> {
        self.expected = expected;
        None
    }

    /// The next byte, 0 at the end: JSON has no bare NUL, so it never matches.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        loop {
            match self.peek() {
                b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                b'/' | b'<' | b'-' | b']' if FORMATS && self.mends && self.wrapper() => {}
                _ => return,
            }
        }
    }

    /// Steps over a comment, or what JSON is wrapped in.
    fn wrapper(&mut self) -> bool {
        for (start, end) in [
            ("//", "\n"),
            ("/*", "*/"),
            ("<!--", ""),
            ("-->", ""),
            ("<![CDATA[", ""),
            ("]]>", ""),
        ] {
            let rest = self.text.get(self.at..).unwrap_or_default();
            if rest.as_bytes().starts_with(start.as_bytes()) {
                let length = text::find(rest, end).unwrap_or(rest.len());
                self.at += (length + end.len()).max(start.len()).min(rest.len());
                return true;
            }
        }
        false
    }

    fn value(&mut self) -> Option<Json<'a>> {
        self.space();
        match self.peek() {
            b'"' => Some(Json::Text(self.string()?)),
            open @ (b'{' | b'[') => {
                if self.depth == limits::JSON_DEPTH {
                    self.too_deep = true;
                    return self.skip();
                }
                self.depth += 1;
                let value = if open == b'{' {
                    self.object()
                } else {
                    self.array()
                };
                self.depth -= 1;
                value
            }
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            b',' | b'}' | b']' if FORMATS && self.mends => Some(Json::Null),
            _ => self.expected("expected a value"),
        }
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Option<Json<'a>> {
        if !self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            return self.expected("expected a value");
        }
        self.at += word.len();
        Some(value)
    }

    /// A number as RFC 8259 writes them.
    fn number(&mut self) -> Option<Json<'a>> {
        let start = self.at;
        self.skip_if(b"-");
        let first = self.peek();
        let digits = self.digits();
        let mut valid = digits == 1 || (digits > 1 && first != b'0');
        if self.skip_if(b".") {
            valid &= self.digits() > 0;
        }
        if self.skip_if(b"eE") {
            self.skip_if(b"+-");
            valid &= self.digits() > 0;
        }
        if !valid {
            self.at = start;
            return self.expected("expected a number as JSON writes them");
        }
        Some(Json::Number(self.slice(start)))
    }

    fn skip_if(&mut self, any: &[u8]) -> bool {
        let found = any.contains(&self.peek());
        self.at += usize::from(found);
        found
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        self.at - start
    }

    /// The text from `start` to here.
    fn slice(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn array(&mut self) -> Option<Json<'a>> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if !self.skip_if(b"]") {
            loop {
                items.push(self.value()?);
                if self.ends_or_goes_on(b']', "expected , or ] in the list")? {
                    break;
                }
            }
        }
        Some(Json::Array(items))
    }

    fn object(&mut self) -> Option<Json<'a>> {
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        if !self.skip_if(b"}") {
            loop {
                self.space();
                if self.peek() != b'"' {
                    return self.expected("expected a key in double quotes");
                }
                let key = self.string()?;
                self.space();
                if !self.skip_if(b":") {
                    return self.expected("expected : after the key");
                }
                members.push((key, self.value()?));
                if self.ends_or_goes_on(b'}', "expected , or } in the object")? {
                    break;
                }
            }
        }
        Some(Json::Object(members))
    }

    fn ends_or_goes_on(&mut self, end: u8, expected: &'static str) -> Option<bool> {
        self.space();
        let byte = self.peek();
        if byte != end && byte != b',' {
            return self.expected(expected);
        }
        self.at += 1;
        if FORMATS && self.mends && byte == b',' {
            self.space();
            return Some(self.skip_if(&[end]));
        }
        Some(byte == end)
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.at += 1;
        let mut start = self.at;
        let mut whole = String::new();
        loop {
            match self.peek() {
                b'"' => {
                    let rest = self.slice(start);
                    self.at += 1;
                    if whole.is_empty() {
                        return Some(Cow::Borrowed(rest));
                    }
                    whole.push_str(rest);
                    return Some(Cow::Owned(whole));
                }
                b'\\' => {
                    whole.push_str(self.slice(start));
                    whole.push(self.escape()?);
                    start = self.at;
                }
                0..0x20 if self.at >= self.text.len() => {
                    return self.expected("expected \" before the end of the text");
                }
                0..0x20 if !(FORMATS && self.mends) => {
                    return self.expected(
                        "expected \\n or another escape, found a bare control character in text",
                    );
                }
                _ => self.at += 1,
            }
        }
    }

    /// One escape; a surrogate without its partner becomes U+FFFD, as the browser's text decoder would have it.
    fn escape(&mut self) -> Option<char> {
        self.at += 1;
        let byte = self.peek();
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.hex4()?;
                let followed = self.text.as_bytes()[self.at..].starts_with(b"\\u");
                if (0xd800..0xdc00).contains(&unit) && followed {
                    let before = self.at;
                    self.at += 2;
                    let low = self.hex4()?;
                    if (0xdc00..0xe000).contains(&low) {
                        let code = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                        return Some(char::from_u32(code).unwrap_or('\u{fffd}'));
                    }
                    self.at = before;
                }
                char::from_u32(unit).unwrap_or('\u{fffd}')
            }
            _ => {
                self.at -= 1;
                return self.expected("expected an escape that JSON knows");
            }
        })
    }

    fn hex4(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = char::from(self.peek()).to_digit(16) else {
                return self.expected("expected four hexadecimal digits");
            };
            unit = unit << 4 | digit;
            self.at += 1;
        }
        Some(unit)
    }

    /// Steps over one array or object without building it and without recursion.
    fn skip(&mut self) -> Option<Json<'a>> {
        let mut open = 0usize;
        loop {
            match self.peek() {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                0 => return self.expected("expected } or ] before the end of the text"),
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(Json::Null);
            }
        }
    }

    fn error(&self) -> Error {
        let (mut line, mut column) = (1, 1);
        for (at, c) in self.text.char_indices() {
            if at >= self.at {
                break;
            }
            column += 1;
            if c == '\n' {
                line += 1;
                column = 1;
            }
        }
        let mut path = String::from("line ");
        push_number(&mut path, line);
        path.push_str(", column ");
        push_number(&mut path, column);
        Error::new(Reason::Json, &[self.expected], path)
    }
}
