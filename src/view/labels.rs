//! The words of the card itself. English is inside, other languages in [`crate::lang`]; the document and the host may word
//! any of them differently.

use super::Settings;
use crate::article::Language;
use crate::article::text::split_once;
use crate::lang::Speech;
use crate::node::number;
use crate::words::{Words, words};

macro_rules! labels {
    ($($label:ident $name:literal $english:literal,)*) => {
        /// A string of the user interface.
        #[allow(missing_docs)] // the table is its documentation
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Label { $($label,)* }

        /// Names in `labels`.
        const NAMES: Words = words!($($name)*);
        const ENGLISH: Words = words!($($english)*);
    };
}

// `{…}` is replaced by what the braces name.
labels! {
    ShowMore "showMore" "Show more",
    ShowLess "showLess" "Show less",
    AuthorMore "authorMore" "Read more",
    AuthorLess "authorLess" "Read less",
    About "about" "about {name}",
    MoreStories "moreStories" "{count} more stories",
    OneMoreStory "oneMoreStory" "1 more story",
    NoMoreStories "noMoreStories" "No more stories",
    TryAgain "tryAgain" "Try again",
    ReadingTime "readingTime" "{minutes} min read",
    ReadingTimeLong "readingTimeLong" "{minutes} minute read",
    Updated "updated" "Updated {date}",
    Related "related" "Related",
    Topics "topics" "Topics",
    Corrections "corrections" "Corrections",
    PublishedBy "publishedBy" "Published by {name}",
    Original "original" "Originally published at {name}",
    Permalink "permalink" "Read the original",
    Share "share" "Share",
    Copied "copied" "Link copied",
    Sponsored "sponsored" "Sponsored",
    SponsoredBy "sponsoredBy" "Sponsored by {name}",
    Warning "warning" "Sensitive content",
    Withdrawn "withdrawn" "This article has been withdrawn.",
    NewTab "newTab" "(opens in a new tab)",
    Registration "registration" "Registration",
    Metered "metered" "Metered",
    Paid "paid" "Subscribers",
    Video "video" "Video",
    Audio "audio" "Audio",
    Embed "embed" "From another site",
    PlayVideo "playVideo" "Load video from {site}",
    PlayAudio "playAudio" "Load audio from {site}",
    Table "table" "Table",
}

/// Wordings by the names of the labels.
pub(super) type Wording = [(String, String)];

/// Every label in the wording of one card.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labels<'a> {
    /// The document's wording, which comes after the host's and before the language's.
    pub(super) document: &'a Wording,
    speech: Speech,
    settings: &'a Settings,
}

impl<'a> Labels<'a> {
    pub(super) fn new(settings: &'a Settings) -> Self {
        Self {
            document: &[],
            speech: Speech::ENGLISH,
            settings,
        }
    }

    /// Goes on in `language`, or that of the page.
    pub(super) fn speak(&mut self, language: Option<&Language>) {
        self.speech = Speech::of(language.or(self.settings.language.as_ref()));
    }

    /// The text of `label`.
    pub(super) fn get(&self, label: Label) -> &'a str {
        self.find(label).unwrap_or(ENGLISH.get(label as usize))
    }

    /// As the host words it, or the document, or the language.
    fn find(&self, label: Label) -> Option<&'a str> {
        let name = NAMES.get(label as usize);
        let own = self.document.iter().chain(&self.settings.labels);
        let own = own.rev().find(|entry| entry.0 == name);
        own.map(|entry| entry.1.as_str())
            .or_else(|| self.speech.find(name))
    }

    /// The text of `label` before and after the braces.
    pub(super) fn around(&self, label: Label) -> (&'a str, &'a str) {
        around(self.get(label))
    }

    /// The text of `label` with `value` in place of the braces, if it has them.
    pub(super) fn with(&self, label: Label, value: &str) -> String {
        fill(self.get(label), value)
    }

    /// The text of `label` for so many, with their number in place of the braces. Host and document have one wording for
    /// all numbers, languages one for each of their plural categories.
    pub(super) fn counted(&self, label: Label, count: u32) -> String {
        let forms = match label {
            Label::OneMoreStory => Label::MoreStories,
            label => label,
        };
        let form = |category: &str| {
            let name = [NAMES.get(forms as usize), ".", category].concat();
            self.speech.find(&name)
        };
        let mut text = self.find(label);
        if text.is_none() && !self.speech.words.is_empty() {
            let category = (self.settings.plurals)(count, self.speech.name);
            text = form(&category).or_else(|| form("other")); // said alike, or by other rules of the browser
        }
        let text = text.unwrap_or(ENGLISH.get(label as usize));
        fill(text, &number(count))
    }
}

fn around(text: &str) -> (&str, &str) {
    let (before, rest) = split_once(text, b'{').unwrap_or((text, ""));
    (before, split_once(rest, b'}').map_or("", |split| split.1))
}

fn fill(text: &str, value: &str) -> String {
    let (before, after) = around(text);
    let value = if before.len() == text.len() {
        ""
    } else {
        value
    };
    [before, value, after].concat()
}
