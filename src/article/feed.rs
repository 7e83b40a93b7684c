//! Reading on in a feed: its next page, and the same article only once.

use super::{Document, Field, Record};
use crate::sanitize::SafeUrl;

impl Document {
    /// The feed: the document itself, or what an article came with.
    pub fn feed(&self) -> Option<&Record> {
        match self {
            Self::Feed(feed) => Some(feed),
            Self::Article(article) => article.record(Field::Feed),
        }
    }

    /// How many articles the feed has.
    pub fn count(&self) -> u32 {
        let items = self.feed().map(|feed| feed.list(Field::Items));
        items.map_or(1, |items| items.len() as u32)
    }

    /// An article of the feed; an article that came without one is a feed of one.
    pub fn item(&self, index: u32) -> Option<&Record> {
        match self.feed() {
            Some(feed) => feed.list(Field::Items).get(index as usize)?.as_record(),
            None => Some(self.record()).filter(|_| index == 0),
        }
    }

    /// Where the feed goes on.
    pub fn next_page(&self) -> Option<&SafeUrl> {
        self.feed()?.record(Field::More)?.url(Field::Url)
    }
}

impl Record {
    /// What an article is known by, if it has more than a text.
    pub(crate) fn key(&self) -> Option<&str> {
        let url = || self.url(Field::Url).map(SafeUrl::as_str);
        let headline = || self.text(Field::Headline);
        self.text(Field::Id).or_else(url).or_else(headline)
    }
}

/// Whether both are the same article: by their ids, and where one has none by their URLs.
pub fn is_same(one: &Record, other: &Record) -> bool {
    match (one.text(Field::Id), other.text(Field::Id)) {
        (Some(one), Some(other)) => one == other,
        _ => match (one.url(Field::Url), other.url(Field::Url)) {
            (Some(one), Some(other)) => one == other,
            _ => false,
        },
    }
}

/// A feed of which further pages may have been read.
#[derive(Debug)]
pub struct Pages {
    /// The first page, with what all items share.
    pub first: Document,
    /// The items of further pages, without those that had been there before.
    further: Vec<Record>,
    /// Where the feed goes on.
    pub next: Option<SafeUrl>,
}

impl Pages {
    /// A feed of which one page was read.
    pub fn new(first: Document) -> Self {
        Self {
            next: first.next_page().cloned(),
            further: Vec::new(),
            first,
        }
    }

    /// Adds the next page.
    pub fn add(&mut self, page: &Document) {
        let before = self.count();
        for index in 0..page.count() {
            let Some(item) = page.item(index) else {
                continue;
            };
            // A page before has what has neither id nor URL, too, if it has its headline.
            let is_it = |at| {
                let known = self.item(at)?;
                let alike = at < before && item.key().is_some() && item.key() == known.key();
                Some(alike || is_same(known, item))
            };
            if !(0..self.count()).any(|at| is_it(at) == Some(true)) {
                self.further.push(item.clone());
            }
        }
        self.next = page.next_page().cloned();
    }

    /// How many items were read.
    pub fn count(&self) -> u32 {
        self.first.count() + self.further.len() as u32
    }

    /// An item of any page.
    pub fn item(&self, index: u32) -> Option<&Record> {
        let first = self.first.count();
        match index.checked_sub(first) {
            None => self.first.item(index),
            Some(index) => self.further.get(index as usize),
        }
    }
}
