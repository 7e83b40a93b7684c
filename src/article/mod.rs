//! The model: an article or a feed, whatever format it came in.
//!
//! A document is a tree of [`Record`]s. Invariant: what stands in it was checked. Texts are clean single lines
//! ([`text`]) unless a field says otherwise, never empty; URLs are [`SafeUrl`](crate::sanitize::SafeUrl)s; dates
//! exist; lists are within [`crate::limits`]; a block has what its type needs. No later layer checks again.
//!
//! Serialised, it is the native format: `article-card/1` or `article-feed/1`.

mod date;
#[cfg(feature = "formats")]
mod date_shapes;
mod feed;
mod field;
pub mod language;
pub mod reading_time;
mod record;
pub mod text;

pub use date::{Date, Time};
pub use feed::{Pages, is_same};
pub use field::{BlockType, Field};
pub use language::{Direction, Language};
pub use record::{Focus, Record, Value};

use serde::{Serialize, Serializer};

/// What a document holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// One article.
    Article(Record),
    /// A list of articles, under [`Field::Items`], with a name.
    Feed(Record),
}

impl Document {
    /// Whether it is a feed, or an article with a feed, that has nothing to show.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// The article or feed.
    pub fn record(&self) -> &Record {
        match self {
            Self::Article(record) | Self::Feed(record) => record,
        }
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let schema = match self {
            Self::Article(_) => "article-card/1",
            Self::Feed(_) => "article-feed/1",
        };
        self.record().serialize_as(Some(schema), serializer)
    }
}
