//! One reading of one document: what its URLs may rely on, and what was wrong with it.
//!
//! The first wrong value decides that there will be no card. It is noted here and reading goes on with nothing in its
//! place, because a `Result` at every field would be half of the code a reader downloads.

#[cfg(feature = "formats")]
use std::borrow::Cow;

use super::cursor::Cursor;
use super::json::{self, Json};
use super::{Context, FORMATS};
use crate::article::{Date, Focus, Language, text};
use crate::error::{Error, Reason, Warning, push_number};
use crate::limits;
use crate::sanitize::SafeUrl;
#[cfg(feature = "formats")]
use crate::sanitize::html::decoded;

/// State of one reading, handed down through the adapters.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) context: Context,
    pub(super) error: Option<Error>,
    pub(super) warnings: Vec<Warning>,
    pub(super) truncated: bool,
    /// Blocks, or items of a list, that may still be read.
    pub(super) budget: usize,
    /// Nodes that the HTML of this article may still become.
    pub(super) nodes: usize,
    /// Items of lists that the document may still have.
    pub(super) values: usize,
    /// Whether the format is somebody else's: a value of the wrong kind is as good as none.
    pub(super) lenient: bool,
    /// How deep inside others of its kind the value is.
    pub(super) depth: usize,
    /// Whether what is read stands in a feed or article that says where it comes from.
    pub(super) inner: bool,
}

const REFUSED: &str =
    "left out: expected an http or https URL, or a relative one and a base to resolve it against";

const REFUSED_REQUEST: &str = "left out: expected an https URL, not of the page's own or a local address, or a relative one and a base";

impl Reading {
    pub(super) fn new(context: Context) -> Self {
        Self {
            context,
            error: None,
            warnings: Vec::new(),
            truncated: false,
            budget: 0,
            nodes: limits::ARTICLE_NODES,
            values: limits::VALUES,
            lenient: false,
            depth: 0,
            inner: false,
        }
    }

    /// Notes a wrong value.
    pub(super) fn wrong(&mut self, at: &Cursor, message: &[&str]) {
        if self.error.is_none() && !self.lenient {
            self.error = Some(Error::new(Reason::Format, message, at.path()));
        }
    }

    /// Notes a value of the wrong kind.
    pub(super) fn expected(&mut self, at: &Cursor, expected: &str) {
        self.wrong(at, &["expected ", expected, ", found ", at.json.kind()]);
    }

    /// Notes that something was left out; the card is drawn all the same.
    pub(super) fn warn(&mut self, at: &Cursor, message: &[&str]) {
        self.push_warning(at.path(), message.concat());
    }

    pub(super) fn push_warning(&mut self, path: String, mut message: String) {
        let left = limits::WARNINGS.saturating_sub(self.warnings.len());
        if left == 1 {
            message.push_str(", and more");
        }
        if left > 0 {
            self.warnings.push(Warning { path, message });
        }
    }

    /// Notes that a limit left something out.
    pub(super) fn cut(&mut self, at: &Cursor, what: &str) {
        self.truncated = true;
        self.warn(at, &["cut after ", what]);
    }

    /// The text at `at`; nothing when it is something else.
    pub(super) fn text<'a>(&mut self, at: &Cursor<'a>) -> &'a str {
        match at.json {
            Json::Text(text) => text,
            // Ids are numbers as often as not.
            Json::Number(number) if self.lenient && FORMATS => number,
            _ => {
                self.expected(at, "text");
                ""
            }
        }
    }

    /// As [`Reading::text`], for what is shown: others write character references into plain text as well.
    #[cfg(feature = "formats")]
    pub(super) fn plain<'a>(&mut self, at: &Cursor<'a>) -> Cow<'a, str> {
        let text = self.text(at);
        if self.lenient && text.bytes().any(|byte| byte == b'&') {
            return Cow::Owned(decoded(text));
        }
        Cow::Borrowed(text)
    }

    /// As [`Reading::text`].
    #[cfg(not(feature = "formats"))]
    pub(super) fn plain<'a>(&mut self, at: &Cursor<'a>) -> &'a str {
        self.text(at)
    }

    pub(super) fn flag(&mut self, at: &Cursor) -> Option<bool> {
        if let Json::Bool(flag) = at.json {
            return Some(*flag);
        }
        self.expected(at, "true or false");
        None
    }

    /// A whole number; `fraction` lets one have a fraction, which is dropped.
    pub(super) fn number(&mut self, at: &Cursor, fraction: bool) -> Option<u32> {
        let number = match at.json {
            Json::Number(number) => json::integer(number, fraction || (self.lenient && FORMATS)),
            Json::Text(text) if self.lenient && FORMATS => {
                let digits = text.bytes().take_while(u8::is_ascii_digit).count();
                json::integer(text.get(..digits.min(9)).unwrap_or_default(), false)
                    .filter(|_| digits > 0)
            }
            _ => None,
        };
        if number.is_none() {
            self.expected(at, "a whole number, 0 or more");
        }
        number
    }

    /// The items of a list.
    pub(super) fn items<'a>(&mut self, at: &Cursor<'a>) -> &'a [Json<'a>] {
        let Json::Array(items) = at.json else {
            self.expected(at, "a list");
            return &[];
        };
        items
    }

    /// A page's address. One that the policy refuses is left out with a warning.
    pub(super) fn url(&mut self, at: &Cursor) -> Option<SafeUrl> {
        let raw = &self.plain(at);
        #[cfg(feature = "formats")]
        let whole = ["https:", raw].concat();
        #[cfg(feature = "formats")]
        let raw: &str = match &self.context.base {
            None if self.lenient && raw.starts_with("//") => &whole,
            _ => raw,
        };
        let url = SafeUrl::web(raw, self.context.base.as_ref());
        self.warn_unless(url.is_some(), raw, at, REFUSED);
        url
    }

    /// The address of a picture, or of more JSON with `data`: what the card requests. One that the policy refuses is
    /// left out with a warning.
    pub(super) fn requested(&mut self, at: &Cursor, data: bool) -> Option<SafeUrl> {
        let raw = &self.plain(at);
        let mut policy = self.context.images.clone();
        // Data is requested without cookies: the page's own origin learns nothing it may not know.
        policy.own_origin |= data;
        policy.none &= !data;
        let url = SafeUrl::image(raw, self.context.base.as_ref(), &policy);
        // What nobody wants is not missed.
        self.warn_unless(url.is_some() || policy.none, raw, at, REFUSED_REQUEST);
        url
    }

    /// A date. One that cannot be read is left out with a warning.
    pub(super) fn date(&mut self, at: &Cursor) -> Option<Date> {
        let raw = self.text(at);
        #[cfg(feature = "formats")]
        let date = if self.lenient {
            Date::parse_lenient(raw)
        } else {
            Date::parse(raw)
        };
        #[cfg(not(feature = "formats"))]
        let date = Date::parse(raw);
        let message = "left out: expected a date like 2026-01-31T09:30:00+02:00";
        self.warn_unless(date.is_some(), raw, at, message);
        date
    }

    pub(super) fn language(&mut self, at: &Cursor) -> Option<Language> {
        let raw = self.text(at);
        let language = Language::parse(raw);
        let message = "left out: expected a language tag like en or pt-BR";
        self.warn_unless(language.is_some(), raw, at, message);
        language
    }

    pub(super) fn focus(&mut self, at: &Cursor) -> Option<Focus> {
        if let Json::Array(items) = at.json
            && let [Json::Number(x), Json::Number(y)] = items[..]
            && let (Some(x), Some(y)) = (json::percent(x), json::percent(y))
        {
            return Some(Focus { x, y });
        }
        self.expected(at, "two numbers from 0 to 1");
        None
    }

    /// A value that means nothing, though it is not empty, is worth a warning.
    fn warn_unless(&mut self, read: bool, raw: &str, at: &Cursor, message: &str) {
        if !read && !raw.trim_ascii().is_empty() {
            self.warn(at, &[message]);
        }
    }

    /// Clean text of at most `max` characters; none when nothing is left.
    pub(super) fn clean(&mut self, at: &Cursor, raw: &str, max: usize) -> Option<String> {
        let line = self.cut_text(at, text::line(raw), max);
        (!line.is_empty()).then_some(line)
    }

    /// `text` in at most `max` characters.
    pub(super) fn cut_text(&mut self, at: &Cursor, text: String, max: usize) -> String {
        if text::is_longer(&text, max) {
            let mut what = String::new();
            push_number(&mut what, max);
            self.cut(at, &[&what, " characters"].concat());
        }
        text::cut(text, max)
    }

    /// UI strings by name. Unknown names are kept: a later version may know them.
    pub(super) fn labels(&mut self, at: &Cursor) -> Vec<(String, String)> {
        let mut labels = Vec::new();
        let Json::Object(members) = at.json else {
            self.expected(at, "an object");
            return labels;
        };
        for (key, json) in members {
            let value = at.member(key, json);
            if !matches!(json, Json::Null)
                && let raw = self.text(&value)
                && let Some(text) = self.clean(&value, raw, limits::NAME_CHARS)
            {
                labels.push((key.as_ref().to_owned(), text));
            }
        }
        labels
    }
}
