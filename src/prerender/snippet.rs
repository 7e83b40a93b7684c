//! What is pasted into pages and systems of others, to have a card there.

use super::{Data, Prerender, address, attribute, attributes, data, fallback};
use crate::article::{Document, Field, Language};
use crate::error::Error;
use crate::input::Parsed;
use crate::node::html;
use crate::sanitize::SafeUrl;

/// What a frame may do: as much as the card in it needs, and its links.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
/// What the address of a frame cannot say (docs/contracts/frame.md), and what it says itself.
const NOT_IN_FRAMES: [&str; 6] = ["labels", "map", "base", "now", "link-target", "src"];

/// The script of the card, for a page that is to load it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Script {
    /// The address of `article-card.js`, or of another build.
    pub address: String,
    /// Its hash as `integrity` takes it, `sha384-…`.
    pub integrity: Option<String>,
}

/// A way to put a card on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// The element with its script, and a link as its fallback: the default.
    Element(Script),
    /// The same with the document inside: nothing is fetched.
    Inline(Script),
    /// A quotation that becomes a card, for systems that take unknown elements away.
    Quotation(Script),
    /// A frame with the page `embed.html` at this address, for systems that take scripts away.
    Frame(String),
}

/// A card as something to paste: one line, which editors leave alone.
///
/// ```
/// use article_card::prerender::{Data, Form, Prerender, Script, Snippet};
///
/// let story = article_card::parse(
///     r#"{"schema": "article-card/1", "headline": "Ferry returns", "url": "https://news.example/ferry"}"#,
///     &article_card::Context::default(),
/// )?;
/// let src = String::from("https://news.example/ferry.json");
/// let card = Prerender { data: Data::Address(src), ..Prerender::default() };
/// let script = Script { address: "https://news.example/article-card.js".into(), integrity: None };
/// let html = Snippet { card, ..Snippet::new(Form::Element(script)) }.html(&story)?;
/// assert!(html.starts_with(r#"<article-card src="https://news.example/ferry.json"><a href="https://news.example/ferry">"#));
/// # Ok::<(), article_card::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Snippet {
    /// How it gets onto the page.
    pub form: Form,
    /// What is shown: its settings, theme, item, further attributes, and the address of its data. How its style comes
    /// along has no meaning here.
    pub card: Prerender,
    /// How wide the column is that it stands in, in CSS pixels: a frame's width, and what heights are estimated by.
    pub width: u32,
    /// The height of a frame; an estimate ([`height`](super::height())) where there is none.
    pub height: Option<u32>,
    /// Whether an element keeps room for its card, by the same estimate. It does by a `style` attribute, which strict
    /// policies refuse.
    pub reserve: bool,
}

impl Snippet {
    /// One that shows a document as by default.
    pub fn new(form: Form) -> Self {
        Self {
            form,
            card: Prerender::default(),
            width: 600,
            height: None,
            reserve: false,
        }
    }

    /// What is pasted where the card is to be, with a line break at its end.
    ///
    /// # Errors
    /// [`Reason::Format`](crate::Reason::Format) when a feed has no item of that name.
    pub fn html(&self, parsed: &Parsed) -> Result<String, Error> {
        let (name, document) = self.card.pick(parsed)?;
        let record = document.record();
        let mut out = String::new();
        match &self.form {
            Form::Element(script) => {
                self.element(&mut out, &self.card, name, &document);
                script.push(&mut out);
            }
            Form::Inline(script) => {
                let mut card = self.card.clone();
                card.data = Data::Inline;
                self.element(&mut out, &card, name, &document);
                script.push(&mut out);
            }
            Form::Quotation(script) => {
                out.extend(["<blockquote class=\"", name, "\""]);
                for (name, value) in attributes::all(&self.card) {
                    // A quotation has its own.
                    let before = if name == "lang" { "" } else { "data-" };
                    attribute(&mut out, &[before, name].concat(), Some(&value));
                }
                if self.card.settings.language.is_none() {
                    attribute(&mut out, "lang", record.language().map(Language::as_str));
                }
                attribute(&mut out, "cite", address(record));
                out.extend(["><p>", &fallback(record), "</p>"]);
                let summary = record.text(Field::Summary);
                if let Some(summary) = summary.filter(|_| record.get(Field::Withdrawn).is_none()) {
                    out.push_str("<p>");
                    html::escape(&mut out, summary);
                    out.push_str("</p>");
                }
                out.push_str("</blockquote>");
                script.push(&mut out);
            }
            Form::Frame(page) => self.frame(&mut out, page, name, &document),
        }
        out.push('\n');
        Ok(out)
    }

    /// What may stand in the page's head besides, so that script and document come side by side. Empty for a frame.
    pub fn hints(&self) -> String {
        let mut out = String::new();
        if let Some(script) = self.script() {
            out.push_str("<link rel=\"modulepreload\"");
            attribute(&mut out, "href", Some(&script.address));
            script.push_integrity(&mut out);
            out.push('>');
        }
        if let (Form::Element(_) | Form::Quotation(_), Data::Address(src)) =
            (&self.form, &self.card.data)
        {
            out.push_str("<link rel=\"preload\" as=\"fetch\" crossorigin");
            attribute(&mut out, "href", Some(src));
            out.push('>');
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }

    /// How high the card will be, about.
    pub(super) fn estimate(&self, document: &Document) -> u32 {
        super::height(document, &self.card.settings, self.width)
    }

    /// How high a frame is to be for it: what is too low scrolls for good where nobody listens.
    pub(super) fn room(&self, document: &Document) -> u32 {
        let height = self.estimate(document);
        height + height / 20 + 30
    }

    pub(super) fn script(&self) -> Option<&Script> {
        match &self.form {
            Form::Element(script) | Form::Inline(script) | Form::Quotation(script) => Some(script),
            Form::Frame(_) => None,
        }
    }

    /// The element, drawn as `card` says.
    fn element(&self, out: &mut String, card: &Prerender, name: &str, document: &Document) {
        out.extend(["<", name]);
        attributes::push(out, card);
        if self.reserve {
            let height = self.estimate(document);
            attribute(out, "style", Some(&format!("min-height:{height}px")));
        }
        out.push('>');
        out.push_str(&fallback(document.record()));
        if card.data == Data::Inline {
            data::push(out, &data::json(document));
        }
        out.extend(["</", name, ">"]);
    }

    pub(super) fn frame(&self, out: &mut String, page: &str, name: &str, document: &Document) {
        let height = self.height;
        let height = height.unwrap_or_else(|| self.room(document));
        out.push_str("<iframe");
        attribute(out, "src", Some(&self.frame_address(page, name)));
        attribute(
            out,
            "title",
            Some(&super::fallback::name(document.record())),
        );
        attribute(out, "width", Some(&self.width.to_string()));
        attribute(out, "height", Some(&height.to_string()));
        attribute(out, "sandbox", Some(SANDBOX));
        out.push_str(" loading=\"lazy\" frameborder=\"0\" data-article-card></iframe>");
    }

    fn frame_address(&self, page: &str, name: &str) -> String {
        // What follows a fragment is no query.
        let mut out = String::from(page.split('#').next().unwrap_or_default());
        let mut add = |name: &str, value: &str| {
            out.push(if out.contains('?') { '&' } else { '?' });
            out.push_str(name);
            if !value.is_empty() {
                out.push('=');
                encode(&mut out, value);
            }
        };
        if let Data::Address(src) = &self.card.data {
            let origin = |url: &str| SafeUrl::web(url, None).map(|url| url.origin().to_owned());
            let same = origin(src).filter(|own| Some(own) == origin(page).as_ref());
            let path = same.and_then(|origin| src.strip_prefix(&*origin));
            add(
                "src",
                path.filter(|path| path.starts_with('/') && !path.starts_with("//"))
                    .unwrap_or(src),
            );
        }
        if name == "article-feed" {
            add("feed", "");
        }
        for (name, value) in attributes::all(&self.card) {
            if !NOT_IN_FRAMES.contains(&name) {
                add(name, &value);
            }
        }
        out
    }
}

impl Script {
    fn push(&self, out: &mut String) {
        out.push_str("<script type=\"module\" async");
        attribute(out, "src", Some(&self.address));
        self.push_integrity(out);
        out.push_str("></script>");
    }

    fn push_integrity(&self, out: &mut String) {
        if let Some(hash) = &self.integrity {
            attribute(out, "integrity", Some(hash));
            attribute(out, "crossorigin", Some("anonymous"));
        }
    }
}

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// As a value in a query.
fn encode(out: &mut String, value: &str) {
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' | b':' => {
                out.push(char::from(byte));
            }
            byte => {
                out.push('%');
                out.extend(
                    [byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)])),
                );
            }
        }
    }
}
