//! Pictures, and what plays: of that nothing is loaded before a reader asks for it.

use super::super::attributes::{has_class, image, value};
use super::super::token::Attributes;
use super::super::{blocks, policy};
use super::Builder;
use crate::article::{BlockType, Field, Record, Value, text};
use crate::limits;
use crate::node::{self, Node, Tag};
use crate::sanitize::{Embed, SafeUrl, media};

/// Where something stands that the end of its figure will place.
const IN_FIGURE: usize = usize::MAX;

impl Builder<'_> {
    pub(super) fn image(&mut self, given: &Attributes<'_>) {
        // Emoji of old WordPress are pictures of what is written in their `alt`.
        if has_class(given, "emoji wp-smiley") {
            return self.text(given.get("alt").unwrap_or_default());
        }
        let Some(url) = image(given, self.scope) else {
            return;
        };
        if self.images == 0 {
            self.cut = true;
        } else if self.last != url.as_str() {
            self.images -= 1;
            self.fit_line();
            self.resume();
            self.nodes = self.nodes.saturating_sub(1);
            blocks::image(&mut self.build, given, &url);
            url.as_str().clone_into(&mut self.last);
        }
    }

    /// A frame, film or recording, by its own address or that of a `source` inside of it. False when it has none.
    pub(super) fn embed(&mut self, number: u8, given: &Attributes<'_>) -> bool {
        // The quotation beside it has been read as a bookmark.
        if has_class(given, "wp-embedded-content") {
            return true;
        }
        let address = |name| SafeUrl::web(&value(given, name)?, self.scope.base);
        let Some(url) = ["src", "data-src", "data-lazy-src"]
            .into_iter()
            .find_map(address)
        else {
            return false;
        };
        let title = text::line(&value(given, "title").unwrap_or_default());
        let title = text::cut(title, limits::HEADLINE_CHARS);
        self.nodes = self.nodes.saturating_sub(1);
        self.begin_block();
        let in_figure = self.stack.len() == 2 && policy::tag(self.top().number) == Tag::Figure;
        if self.inline || (self.stack.len() > 1 && !in_figure) {
            self.play_link(&url, &title);
            return true;
        }
        let film = Embed::of(&url);
        let kind = match (policy::name(number), &film) {
            ("audio", _) => BlockType::Audio,
            ("video", _) | (_, Some(_)) => BlockType::Video,
            _ => BlockType::Embed,
        };
        let page = film.as_ref().and_then(Embed::page);
        let mut block = Record::with(Field::Type, Value::Type(kind));
        block.set(Field::Url, media(page.unwrap_or(url), self.scope.images));
        if let Some(film) = film {
            block.set(Field::Provider, Value::Text(film.site().into()));
        }
        if !title.is_empty() {
            block.set(Field::Title, Value::Text(title));
        }
        let at = if in_figure {
            IN_FIGURE
        } else {
            self.build.count()
        };
        self.standing.push((at, block));
        true
    }

    /// Deep inside of something it is a link on a line of its own.
    fn play_link(&mut self, url: &SafeUrl, title: &str) {
        self.break_line(true);
        self.fit_line();
        let name = if title.is_empty() { url.host() } else { title };
        if self.links > 0 {
            self.links -= 1;
            self.build.open_link(url, blocks::REL);
            self.build.text(name);
            self.build.close();
        } else {
            self.build.text(name);
        }
        self.break_line(true);
    }

    /// Takes the caption out of the innermost element, a figure, when it is that of something that plays.
    pub(super) fn caption_of_media(&mut self) {
        let Some((IN_FIGURE, block)) = self.standing.last_mut() else {
            return;
        };
        let mut caption = String::new();
        for child in self.build.take_since(0) {
            match child {
                Node::Element(own) if own.tag == Tag::Figcaption => {
                    caption.push_str(&node::text(&own.children));
                }
                child => self.build.add(child),
            }
        }
        let caption = text::cut(text::line(&caption), limits::SUMMARY_CHARS);
        if !caption.is_empty() {
            block.set(Field::Caption, Value::Text(caption));
        }
    }

    /// The figure has ended: what plays in it stands after what is left of it.
    pub(super) fn place_media(&mut self) {
        let after = self.build.count();
        let in_figure = self.standing.iter_mut().rev();
        for (at, _) in in_figure.take_while(|(at, _)| *at == IN_FIGURE) {
            *at = after;
        }
    }
}
