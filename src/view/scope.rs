//! What every part of one card shares: wording, heading level, reading direction, ids.

use std::cell::Cell;

use super::node::{Attribute, Element, Id, Tag};
use super::{DateText, Labels, Settings};
use crate::article::{Article, Block, Date, Direction, Inline, Language};
use crate::sanitize::{SafeUrl, plain_text};

#[derive(Debug)]
pub(super) struct Scope<'a> {
    pub(super) settings: &'a Settings,
    pub(super) labels: Labels,
    /// Level of the headline in this scope.
    pub(super) level: u8,
    /// The document's language; what the page speaks otherwise shows in nothing but the words of the card itself.
    language: Option<&'a Language>,
    direction: Direction,
    /// Ids differ inside one shadow tree only: each tree starts again at 1, so the same card is the same tree.
    ids: &'a Cell<u32>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(settings: &'a Settings, ids: &'a Cell<u32>) -> Self {
        let mut labels = Labels::default();
        labels.extend(&settings.labels);
        Self {
            settings,
            labels,
            level: settings.heading_level.clamp(2, 6),
            language: None,
            direction: Direction::Ltr,
            ids,
        }
    }

    /// This scope in `language`; where the document does not name one, `text` shows at least which way it runs.
    pub(super) fn speaking(&self, language: Option<&'a Language>, text: Option<&str>) -> Self {
        let language = language.or(self.language);
        let direction = match language {
            Some(language) => language.direction(),
            None => text.and_then(Direction::of).unwrap_or_else(|| {
                let page = self.settings.language.as_ref();
                page.map_or(Direction::Ltr, Language::direction)
            }),
        };
        Self {
            language,
            direction,
            labels: self.labels.clone(),
            ..*self
        }
    }

    /// This scope for one article, whose headline stands at `level`.
    pub(super) fn for_article(&self, article: &'a Article, level: u8) -> Self {
        let first = article.headline.as_deref().or_else(|| opening(article));
        Self {
            labels: self.labels.for_article(article),
            level: level.min(6),
            ..self.speaking(article.language.as_ref(), first)
        }
    }

    pub(super) fn id(&self) -> Id {
        self.ids.set(self.ids.get() + 1);
        Id(self.ids.get())
    }

    /// `lang` and `dir` of an outermost element.
    pub(super) fn speak(&self, element: Element) -> Element {
        element
            .with_some(self.language.cloned().map(Attribute::Lang))
            .with(Attribute::Dir(self.direction))
    }

    /// `element` with `dir` where `text` runs against the rest of the card.
    pub(super) fn directed(&self, element: Element, text: &str) -> Element {
        let own = Direction::of(text).filter(|own| *own != self.direction);
        element.with_some(own.map(Attribute::Dir))
    }

    /// `element` holding `text`, in its own direction.
    pub(super) fn text(&self, element: Element, text: &str) -> Element {
        self.directed(element, text).child(text)
    }

    /// `element` holding running text.
    pub(super) fn inline(&self, element: Element, content: &Inline) -> Element {
        match content {
            Inline::Text(text) => self.text(element, text),
            Inline::Html(html) => self.text(element, &plain_text::line(html)),
        }
    }

    pub(super) fn date_text(&self, date: &Date) -> DateText {
        let language = self.language.or(self.settings.language.as_ref());
        let language = language.map_or("en", Language::as_str);
        (self.settings.dates)(date, language, self.settings.time_zone.as_deref())
    }

    /// `<time>` for `date`; the long form is there for whoever asks.
    pub(super) fn time(&self, date: &Date) -> Element {
        let text = self.date_text(date);
        Element::new(Tag::Time)
            .with(Attribute::Datetime(*date))
            .with(Attribute::Title(text.long))
            .child(text.short)
    }
}

/// A link to another page.
pub(super) fn link(url: &SafeUrl, part: Option<&'static str>) -> Element {
    Element::new(Tag::A)
        .with_some(part.map(Attribute::Part))
        .with(Attribute::Href(url.clone()))
        .with(Attribute::Rel("noopener"))
        .with(Attribute::ReferrerPolicy("strict-origin-when-cross-origin"))
}

/// `text`, linked when there is a `url`, set apart from text of another direction around it.
pub(super) fn perhaps_linked(text: &str, url: Option<&SafeUrl>) -> Element {
    match url {
        Some(url) => link(url, None).child(text),
        None => Element::new(Tag::Bdi).child(text),
    }
}

/// Text for those who hear the card.
pub(super) fn spoken(text: &str) -> Element {
    Element::new(Tag::Span)
        .with(Attribute::Class("sr"))
        .child(text)
}

/// The first running text of an article without a headline.
pub(super) fn opening(article: &Article) -> Option<&str> {
    article.body.iter().find_map(|block| match block {
        Block::Paragraph {
            content: Inline::Text(text),
        } => Some(text.as_str()),
        _ => None,
    })
}
