//! What a page's Content-Security-Policy must allow for a snippet: no more than this document needs.

use std::collections::BTreeSet;

use super::{Data, Form, Snippet};
use crate::article::Document;
use crate::error::Error;
use crate::input::Parsed;
use crate::node::{Name, Node, Tag};
use crate::sanitize::SafeUrl;
use crate::view::{self, Collapse, Settings};

type Origins = BTreeSet<String>;

/// What a card asks of other sites.
#[derive(Debug, Default)]
struct Asked {
    pictures: Origins,
    players: Origins,
    recordings: Origins,
}

impl Snippet {
    /// The directives that a page with this snippet adds to its policy, each on a line: of pictures and players those of
    /// this very document, which others will have others of.
    ///
    /// # Errors
    /// As [`Snippet::html`].
    pub fn policy(&self, parsed: &Parsed) -> Result<String, Error> {
        let (_, document) = self.card.pick(parsed)?;
        let mut out = String::new();
        if let Form::Frame(page) = &self.form {
            directive(&mut out, "frame-src", &origin(page).into_iter().collect());
            return Ok(out);
        }
        let script = self.script().and_then(|script| origin(&script.address));
        let script = script.unwrap_or_else(|| "'self'".into());
        out.extend(["script-src ", &script, " 'wasm-unsafe-eval';\n"]);

        let mut data = Origins::new();
        if let (Data::Address(src), false) = (&self.card.data, matches!(self.form, Form::Inline(_)))
        {
            data.extend(origin(src));
        }
        if let Document::Feed(_) = document {
            data.extend(
                parsed
                    .document
                    .next_page()
                    .map(|url| url.origin().to_owned()),
            );
        }
        directive(&mut out, "connect-src", &data);

        let asked = self.asked(&document);
        directive(&mut out, "img-src", &asked.pictures);
        directive(&mut out, "frame-src", &asked.players);
        directive(&mut out, "media-src", &asked.recordings);
        Ok(out)
    }

    /// Whatever the card may ever show of the document.
    fn asked(&self, document: &Document) -> Asked {
        let settings = Settings {
            collapse: Collapse::Closed,
            page_size: u32::MAX,
            ..self.card.settings.clone()
        };
        let mut asked = Asked::default();
        asked.by(&view::tree(document, &settings));
        asked
    }
}

impl Asked {
    fn by(&mut self, node: &Node) {
        let Node::Element(element) = node else {
            return;
        };
        let own = |name| element.get(name);
        match (element.tag, own(Name::Action)) {
            (Tag::Img, _) => {
                self.pictures.extend(own(Name::Src).and_then(origin));
                let files = own(Name::Srcset).unwrap_or_default();
                self.pictures.extend(files.split(' ').filter_map(origin));
            }
            (Tag::Button, Some("play")) => self.players.extend(own(Name::Value).and_then(origin)),
            (Tag::Button, Some("video" | "audio")) => {
                self.recordings.extend(own(Name::Value).and_then(origin));
            }
            _ => {}
        }
        for child in &element.children {
            self.by(child);
        }
    }
}

fn origin(url: &str) -> Option<String> {
    SafeUrl::web(url, None).map(|url| url.origin().to_owned())
}

fn directive(out: &mut String, name: &str, values: &Origins) {
    if values.is_empty() {
        return;
    }
    out.push_str(name);
    for value in values {
        out.extend([" ", value]);
    }
    out.push_str(";\n");
}
