//! The words of the card itself. English is inside; the document and the host may word any of them differently.

use crate::article::text::split_once;
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
    Permalink "permalink" "Read the original",
    NewTab "newTab" "(opens in a new tab)",
    Registration "registration" "Registration",
    Metered "metered" "Metered",
    Paid "paid" "Subscribers",
    Video "video" "Video",
    Audio "audio" "Audio",
    Embed "embed" "From another site",
    PlayVideo "playVideo" "Load video from {site}",
    Table "table" "Table",
}

/// Wordings by the names of the labels.
pub(super) type Wording = [(String, String)];

/// Every label in the wording of one card.
#[derive(Debug, Clone, Copy)]
pub(super) struct Labels<'a> {
    /// The host's wording, which comes before the document's.
    host: &'a Wording,
    pub(super) document: &'a Wording,
}

impl<'a> Labels<'a> {
    pub(super) fn new(host: &'a Wording) -> Self {
        let document = &[];
        Self { host, document }
    }

    /// The text of `label`.
    pub(super) fn get(&self, label: Label) -> &'a str {
        let name = NAMES.get(label as usize);
        let own = self.document.iter().chain(self.host);
        own.rev()
            .find(|entry| entry.0 == name)
            .map_or_else(|| ENGLISH.get(label as usize), |entry| &entry.1)
    }

    /// The text of `label` before and after the braces.
    pub(super) fn around(&self, label: Label) -> (&'a str, &'a str) {
        let text = self.get(label);
        let (before, rest) = split_once(text, b'{').unwrap_or((text, ""));
        (before, split_once(rest, b'}').map_or("", |split| split.1))
    }

    /// The text of `label` with `value` in place of the braces, if it has them.
    pub(super) fn with(&self, label: Label, value: &str) -> String {
        let (before, after) = self.around(label);
        let value = if before.len() == self.get(label).len() {
            ""
        } else {
            value
        };
        [before, value, after].concat()
    }
}
