//! HTML text → tags and text, as the standard's tokeniser cuts it (HTML, 13.2.5), without its error states.

use super::policy;

/// A piece of HTML.
#[derive(Debug)]
pub(crate) enum Token<'a> {
    /// Text with its character references.
    Text(&'a str),
    /// Text without any.
    #[cfg(feature = "formats")]
    Data(&'a str),
    Start(Element, Attributes<'a>),
    End(Element),
}

/// The number of an element in the policy's table; none for one that it does not know.
pub(crate) type Element = Option<u8>;

/// Cuts `html` from the front.
#[derive(Debug, Clone)]
pub(crate) struct Tokens<'a> {
    html: &'a str,
    /// How far it was read.
    pub(crate) at: usize,
    /// The name of the last tag, for XML, where every name counts.
    #[cfg(feature = "formats")]
    pub(crate) name: Option<&'a str>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self {
            html,
            at: 0,
            #[cfg(feature = "formats")]
            name: None,
        }
    }

    /// As [`Tokens::new`], for XML: sections of CDATA are text, given as [`Token::Data`].
    #[cfg(feature = "formats")]
    pub(crate) fn xml(xml: &'a str) -> Self {
        let name = Some("");
        Self {
            name,
            ..Self::new(xml)
        }
    }

    /// Skips to the end tag of a raw-text element: what stands before it is no markup.
    pub(super) fn skip_raw(&mut self, name: &str) {
        let bytes = self.html.as_bytes();
        while let Some(at) = self.next_at(b'<') {
            self.at = at + 1;
            let end = at + 2 + name.len();
            let named = bytes.get(at + 1) == Some(&b'/')
                && bytes
                    .get(at + 2..end)
                    .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
            if named && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
                self.at = end;
                self.attributes();
                return;
            }
        }
        self.at = bytes.len();
    }

    fn next_at(&self, wanted: u8) -> Option<usize> {
        let rest = self.html.as_bytes().get(self.at..)?;
        let at = rest.iter().position(|byte| *byte == wanted)?;
        Some(self.at + at)
    }

    /// Goes past the end of a tag whose name has been read.
    fn attributes(&mut self) -> Attributes<'a> {
        let attributes = Attributes {
            html: self.html,
            at: self.at,
            whole: true,
        };
        let mut rest = attributes.clone();
        while rest.next().is_some() {}
        self.at = rest.at;
        Attributes {
            whole: rest.whole,
            ..attributes
        }
    }

    /// A section of CDATA.
    #[cfg(feature = "formats")]
    fn data(&mut self) -> Option<&'a str> {
        let data = self.html.get(self.at..)?.strip_prefix("![CDATA[")?;
        let length = crate::article::text::find(data, "]]>").unwrap_or(data.len());
        self.at = (self.at + 11 + length).min(self.html.len());
        data.get(..length)
    }

    /// What follows `<` when it is no tag: a comment, a declaration, an instruction.
    fn skip_comment(&mut self) {
        let rest = &self.html.as_bytes()[self.at..];
        let length = if let Some(comment) = rest.strip_prefix(b"!--") {
            // `<!-->` and `<!--->` are whole.
            let whole = comment.starts_with(b">").then_some(1);
            let whole = whole.or_else(|| comment.starts_with(b"->").then_some(2));
            let ends = |at: &usize| {
                let rest = &comment[*at..];
                rest.starts_with(b"-->") || rest.starts_with(b"--!>")
            };
            let end = || {
                let at = (0..comment.len()).find(ends)?;
                Some(
                    at + if comment.get(at + 2) == Some(&b'!') {
                        4
                    } else {
                        3
                    },
                )
            };
            whole.or_else(end).map(|length| length + 3)
        } else {
            rest.iter().position(|byte| *byte == b'>').map(|at| at + 1)
        };
        self.at += length.unwrap_or(rest.len());
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.html.as_bytes();
        loop {
            let from = self.at;
            // Text, up to a `<` that opens something.
            let opens = loop {
                match self.next_at(b'<') {
                    None => {
                        self.at = bytes.len();
                        break false;
                    }
                    Some(at) => {
                        let next = bytes.get(at + 1);
                        let named = next.is_some_and(u8::is_ascii_alphabetic);
                        if named || matches!(next, Some(b'/' | b'!' | b'?')) {
                            self.at = at;
                            break true;
                        }
                        self.at = at + 1;
                    }
                }
            };
            if self.at > from {
                return self.html.get(from..self.at).map(Token::Text);
            }
            if !opens {
                return None;
            }
            let closes = bytes.get(self.at + 1) == Some(&b'/');
            self.at += 1 + usize::from(closes);
            if !bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
                #[cfg(feature = "formats")]
                if self.name.is_some()
                    && let Some(data) = self.data()
                {
                    return Some(Token::Data(data));
                }
                self.skip_comment();
                continue;
            }
            let start = self.at;
            let inside = |byte: &&u8| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>');
            self.at += bytes[start..].iter().take_while(inside).count();
            let name = self.html.get(start..self.at).unwrap_or_default();
            #[cfg(feature = "formats")]
            {
                self.name = self.name.and(Some(name));
            }
            let element = policy::element(name);
            let attributes = self.attributes();
            // An unfinished tag is none.
            if attributes.whole {
                return Some(if closes {
                    Token::End(element)
                } else {
                    Token::Start(element, attributes)
                });
            }
        }
    }
}

/// The attributes of a tag: names and values as typed.
#[derive(Debug, Clone)]
pub(crate) struct Attributes<'a> {
    html: &'a str,
    at: usize,
    /// Whether the tag ends.
    whole: bool,
}

impl<'a> Attributes<'a> {
    /// The value of the first attribute of this name, with its character references.
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        let found = self.clone().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value)
    }

    /// Whether the tag ends in `/>`.
    pub(crate) fn is_closed(&self) -> bool {
        let mut rest = self.clone();
        while rest.next().is_some() {}
        self.html.as_bytes().get(rest.at.wrapping_sub(2)) == Some(&b'/')
    }

    /// Takes bytes while `wanted`.
    fn take(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let from = self.at;
        let rest = &self.html.as_bytes()[from..];
        self.at += rest.iter().take_while(|byte| wanted(**byte)).count();
        self.html.get(from..self.at).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let space = |byte: u8| byte.is_ascii_whitespace();
        self.take(|byte| space(byte) || byte == b'/');
        match self.peek() {
            Some(b'>') => {
                self.at += 1;
                return None;
            }
            None => {
                self.whole = false;
                return None;
            }
            _ => {}
        }
        let from = self.at;
        self.at += 1; // a `=` here belongs to the name
        self.take(|byte| !space(byte) && !matches!(byte, b'/' | b'>' | b'='));
        let name = self.html.get(from..self.at).unwrap_or_default();
        self.take(space);
        if self.peek() != Some(b'=') {
            return Some((name, ""));
        }
        self.at += 1;
        self.take(space);
        let value = match self.peek() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                let value = self.take(|byte| byte != quote);
                self.at = (self.at + 1).min(self.html.len());
                value
            }
            _ => self.take(|byte| !space(byte) && byte != b'>'),
        };
        Some((name, value))
    }
}
