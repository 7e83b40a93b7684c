//! The model: an article and a feed as plain data, whatever format they came in.
//!
//! Invariant: what stands here was checked. Texts are clean single lines ([`text`]) unless a field says otherwise,
//! never empty; URLs are [`SafeUrl`]s; dates exist; lists are within [`crate::limits`]. No later layer checks again.
//!
//! Serialised, it is the native format: `article-card/1` or `article-feed/1`.

mod block;
mod date;
mod image;
pub mod language;
pub mod reading_time;
pub mod text;

pub use block::{Block, Cell, CellAlign, Inline, ListItem, MediaKind, PictureLayout, QuoteStyle};
pub use date::{Date, Time};
pub use image::{Candidate, Focus, Image};
pub use language::{Direction, Language};

use serde::{Serialize, Serializer};

use crate::sanitize::SafeUrl;

/// What a document holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "schema")]
pub enum Document {
    /// One article.
    #[serde(rename = "article-card/1")]
    Article(Box<Article>),
    /// A list of articles.
    #[serde(rename = "article-feed/1")]
    Feed(Box<Feed>),
}

/// One article. Everything but the body may be missing, and so may the body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// What identifies it in its feed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The page it was published at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// The language it is written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The section it appeared in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Link>,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The standfirst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// When it was first published.
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// When it last changed.
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    pub modified: Option<Date>,
    /// The publisher's own reading time in minutes.
    #[serde(rename = "readingTime", skip_serializing_if = "Option::is_none")]
    pub reading_minutes: Option<u32>,
    /// The publisher's own word count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word_count: Option<u32>,
    /// The lead picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// The text, block by block.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// What else to read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Teaser>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Publisher>,
    /// Its topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What it takes to read it at the publisher's.
    #[serde(skip_serializing_if = "Access::is_free")]
    pub access: Access,
    /// What was corrected since publication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// UI strings the publisher words differently: name and text, in document order.
    #[serde(
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "labels_as_object"
    )]
    pub labels: Vec<(String, String)>,
    /// The feed it came with.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "feed_as_document"
    )]
    pub feed: Option<Box<Feed>>,
}

/// A list of articles with a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Feed {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The page that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// The language of its items, unless they say otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Publisher>,
    /// The articles, in the publisher's order.
    pub items: Vec<Article>,
    /// Where more of them are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<More>,
}

/// How a feed goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct More {
    /// The publisher's wording for "Show more".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The next page of the feed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
}

/// A name that may lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What it is called.
    pub name: String,
    /// Where it leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
}

/// Someone who wrote the article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Author {
    /// Their name.
    pub name: String,
    /// Their page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// Their portrait.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<Image>,
    /// What they do there: "Reporter".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// About them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bio: Option<String>,
}

/// Another article in brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Teaser {
    /// Its page.
    pub url: SafeUrl,
    /// Its headline.
    pub headline: String,
    /// How it begins, at most [`crate::limits::EXCERPT_CHARS`] characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<String>,
    /// Its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Its section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Link>,
    /// When it was published.
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
}

/// Who published the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Publisher {
    /// Its name.
    pub name: String,
    /// Its home page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// Its logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Image>,
}

/// A correction made after publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What.
    pub text: String,
}

/// What it takes to read the whole article at the publisher's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Nothing.
    #[default]
    Free,
    /// An account.
    Registration,
    /// A number of articles is free.
    Metered,
    /// A subscription.
    Paid,
}

impl Access {
    #[allow(clippy::trivially_copy_pass_by_ref)] // the signature serde calls
    fn is_free(&self) -> bool {
        *self == Self::Free
    }
}

fn labels_as_object<S: Serializer>(
    labels: &[(String, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(labels.iter().map(|(name, text)| (name, text)))
}

#[allow(clippy::ref_option)] // the signature serde calls
fn feed_as_document<S: Serializer>(
    feed: &Option<Box<Feed>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    feed.clone().map(Document::Feed).serialize(serializer)
}
