//! Builds the tree: elements are opened, filled and closed in document order, as HTML is written.
//!
//! One pen for one tree. It knows what every part needs: wording, heading level, reading direction, ids.

use core::ops::{Deref, DerefMut};

use super::{DateStyle, DateText, Label, Labels, Settings};
use crate::article::{Date, Direction, Field, Language, Record};
use crate::node::{Attribute, Build, Id, Name, Node, Tag};
use crate::sanitize::SafeUrl;

#[derive(Debug)]
pub(super) struct Pen<'a> {
    pub(super) settings: &'a Settings,
    pub(super) labels: Labels<'a>,
    /// Level of the headline of what is being drawn.
    pub(super) level: u8,
    /// The language of what is being drawn, where the document names one.
    language: Option<&'a Language>,
    direction: Direction,
    build: Build,
    /// The item of the feed that is being drawn, from 1.
    item: u32,
    ids: u32,
    /// Pull quotes drawn so far.
    pub(super) pull_quotes: u32,
    /// What is being drawn was paid for: search engines are told so of its links.
    pub(super) sponsored: bool,
}

impl Deref for Pen<'_> {
    type Target = Build;

    fn deref(&self) -> &Build {
        &self.build
    }
}

impl DerefMut for Pen<'_> {
    fn deref_mut(&mut self) -> &mut Build {
        &mut self.build
    }
}

impl<'a> Pen<'a> {
    /// A pen for `settings`, with an outermost element to draw into.
    pub(super) fn new(settings: &'a Settings) -> Self {
        Self {
            settings,
            labels: Labels::new(settings),
            level: settings.heading_level.clamp(2, 6),
            language: None,
            direction: Direction::Ltr,
            build: Build::new(),
            item: 0,
            ids: 0,
            pull_quotes: 0,
            sponsored: false,
        }
    }

    /// The first element drawn.
    pub(super) fn finish(mut self) -> Node {
        let drawn = self.take_since(0).into_iter().next();
        drawn.unwrap_or(Node::Text(String::new()))
    }

    /// Opens a heading, so many levels below the headline.
    pub(super) fn open_heading(&mut self, below: u8, part: &'static str) {
        let tag = Tag::heading(self.level + below);
        self.open_part(tag, part);
    }

    /// A part that holds `text` in its own direction; nothing for nothing.
    pub(super) fn line(&mut self, tag: Tag, part: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.open_part(tag, part);
            self.directed_text(text);
            self.close();
        }
    }

    /// An element that holds `text` and nothing else.
    pub(super) fn span(&mut self, tag: Tag, name: Name, value: &'static str, text: &str) {
        self.open(tag);
        self.fixed(name, value);
        self.text(text);
        self.close();
    }

    /// Text for those who hear the card.
    pub(super) fn spoken(&mut self, text: &str) {
        self.span(Tag::Span, Name::Class, "sr", text);
    }

    /// The running text of a record in the innermost element.
    pub(super) fn content(&mut self, record: &Record) {
        if let Some(text) = record.text(Field::Text) {
            self.directed_text(text);
        }
        self.nodes(record.nodes(Field::Html));
    }

    /// Nodes that HTML has become, in the innermost element.
    pub(super) fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            let mut node = node.clone();
            self.adapt(&mut node);
            if self.settings.new_tab || self.sponsored {
                self.relink(&mut node);
            }
            self.add(node);
        }
    }

    /// Makes nodes of HTML part of this card: its levels of headings, its words.
    fn adapt(&self, node: &mut Node) {
        let Node::Element(element) = node else {
            return;
        };
        if let Some(level) = element.tag.level() {
            element.tag = Tag::heading(self.level + level - 1);
            element
                .attributes
                .push(Attribute::fixed(Name::Part, "heading"));
        } else if element
            .attributes
            .iter()
            .any(|own| own.name() == Name::Role)
        {
            // The box that a table scrolls in.
            let name = self.labels.get(Label::Table).to_owned();
            element.attributes.push(Attribute::label(name));
        } else if element.tag == Tag::Figure {
            for child in &mut element.children {
                self.adapt(child);
            }
        }
    }

    /// Opens a button that does `action` when it is pressed.
    pub(super) fn open_button(&mut self, part: &'static str, action: &'static str) {
        self.open_part(Tag::Button, part);
        self.fixed(Name::Type, "button");
        self.fixed(Name::Action, action);
    }

    /// Opens a link, which [`Pen::close_link`] closes.
    pub(super) fn open_link(&mut self, url: &SafeUrl, rel: &'static str) {
        let rel = match rel {
            "noopener" if self.sponsored => "noopener sponsored",
            rel => rel,
        };
        self.build.open_link(url, rel);
        if self.settings.new_tab {
            self.fixed(Name::Target, "_blank");
        }
    }

    /// Opens a link to an article.
    pub(super) fn open_article_link(&mut self, url: &SafeUrl) {
        let url = self.settings.article_url(url);
        self.open_link(&url, "noopener");
    }

    /// Closes a link; who hears it hears where it opens.
    pub(super) fn close_link(&mut self) {
        if self.settings.new_tab {
            let words = self.labels.get(Label::NewTab);
            self.spoken(&[" ", words].concat());
        }
        self.close();
    }

    /// Makes links of HTML like the others.
    fn relink(&self, node: &mut Node) {
        let Node::Element(element) = node else {
            return;
        };
        for child in &mut element.children {
            self.relink(child);
        }
        if element.tag != Tag::A {
            return;
        }
        if self.sponsored {
            for own in &mut element.attributes {
                if own.name() == Name::Rel {
                    *own = Attribute::fixed(Name::Rel, "noopener nofollow ugc sponsored");
                }
            }
        }
        if self.settings.new_tab {
            element
                .attributes
                .push(Attribute::fixed(Name::Target, "_blank"));
            let words = [" ", self.labels.get(Label::NewTab)].concat();
            let mut heard = Build::new();
            heard.open(Tag::Span);
            heard.fixed(Name::Class, "sr");
            heard.text(&words);
            heard.close();
            element.children.append(&mut heard.take_since(0));
        }
    }

    /// The record's name, linked when it has a URL.
    pub(super) fn named_link(&mut self, record: &Record, rel: &'static str) {
        let name = record.text(Field::Name).unwrap_or_default();
        self.linked(name, record.url(Field::Url), rel);
    }

    /// Sets `dir` where `text` runs against the rest of the card.
    pub(super) fn directed(&mut self, text: &str) {
        if let Some(own) = Direction::of(text).filter(|own| *own != self.direction) {
            self.set(Attribute::dir(own));
        }
    }

    /// `text` in the innermost element, in its own direction.
    pub(super) fn directed_text(&mut self, text: &str) {
        self.directed(text);
        self.text(text);
    }

    /// `text`, linked when there is a `url`, set apart from text of another direction around it.
    pub(super) fn linked(&mut self, text: &str, url: Option<&SafeUrl>, rel: &'static str) {
        let Some(url) = url else {
            self.open(Tag::Bdi);
            self.text(text);
            return self.close();
        };
        self.open_link(url, rel);
        self.text(text);
        self.close_link();
    }

    /// `<time>` for a date; the long form, where it is written now, is there for whoever asks.
    pub(super) fn time(&mut self, part: Option<&'static str>, date: &Date, style: DateStyle) {
        let language = self.language.or(self.settings.language.as_ref());
        let language = language.map_or("en", Language::as_str);
        let zone = self.settings.time_zone.as_deref();
        let DateText { short, long } = (self.settings.dates)(date, style, language, zone);
        self.open(Tag::Time);
        if let Some(part) = part {
            self.fixed(Name::Part, part);
        }
        self.set(Attribute::datetime(date));
        if !long.is_empty() {
            self.set(Attribute::title(long));
        }
        self.text(&short);
        self.close();
    }

    /// A place for what the partner puts there: a child of the element with this name as its `slot`.
    pub(super) fn slot(&mut self, name: &'static str) {
        self.open(Tag::Slot);
        self.fixed(Name::SlotName, name);
        self.close();
    }

    /// The words of `label`, as the accessible name of the innermost element.
    pub(super) fn named(&mut self, label: Label) {
        let name = self.labels.get(label).to_owned();
        self.set(Attribute::label(name));
    }

    pub(super) fn id(&mut self) -> Id {
        self.ids += 1;
        Id(self.item, self.ids)
    }

    /// Draws on with the item of a feed at `index`: items drawn at different times have different ids.
    pub(super) fn number_item(&mut self, index: u32) {
        self.item = index + 1;
        self.ids = 0;
        self.pull_quotes = 0;
    }

    /// Draws on in `language`; where the document does not name one, `text` shows at least which way it runs.
    pub(super) fn speak(&mut self, language: Option<&'a Language>, text: Option<&str>) {
        self.language = language;
        self.labels.speak(language);
        self.direction = match self.language {
            Some(language) => language.direction(),
            None => text.and_then(Direction::of).unwrap_or_else(|| {
                let page = self.settings.language.as_ref();
                page.map_or(Direction::Ltr, Language::direction)
            }),
        };
    }

    /// Says in which language and direction the innermost element is.
    pub(super) fn spoken_in(&mut self) {
        if let Some(language) = self.language {
            self.set(Attribute::lang(language));
        }
        let direction = Attribute::dir(self.direction);
        self.set(direction);
    }
}
