//! What the partner chooses of a card: how much, which parts, where its links open.

use super::Settings;
use crate::article::text;
use crate::sanitize::SafeUrl;

/// How much of an article a card shows, from all of it to the least.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Everything.
    #[default]
    Full,
    /// The beginning of the body; no topics, no related stories.
    Excerpt,
    /// What makes curious: picture, headline, summary.
    Teaser,
    /// A line among others: a small picture beside the headline.
    Compact,
}

impl Mode {
    /// The mode of this name: `full`, `excerpt`, `teaser` or `compact`; the first one for any other.
    pub fn by_name(name: &str) -> Self {
        match name {
            "excerpt" => Self::Excerpt,
            "teaser" => Self::Teaser,
            "compact" => Self::Compact,
            _ => Self::Full,
        }
    }
}

impl Settings {
    /// Whether a part is left out: `image author bio tags related section reading-time dates`.
    pub(super) fn hides(&self, part: &str) -> bool {
        self.hide.split_ascii_whitespace().any(|own| own == part)
    }

    /// Where a link to an article leads: its address, with what the partner adds to it.
    pub(super) fn article_url(&self, url: &SafeUrl) -> SafeUrl {
        let query = text::trim(&self.link_query);
        let query = query.strip_prefix(['?', '&']).unwrap_or(query);
        let (page, fragment) = text::split_once(url.as_str(), b'#')
            .map_or((url.as_str(), None), |(page, fragment)| {
                (page, Some(fragment))
            });
        let joint = if text::find(page, "?").is_some() {
            "&"
        } else {
            "?"
        };
        let mut whole = [page, joint, query].concat();
        if let Some(fragment) = fragment {
            whole.push('#');
            whole.push_str(fragment);
        }
        // What makes it no address any more was no query.
        let url = || url.clone();
        if query.is_empty() {
            return url();
        }
        SafeUrl::web(&whole, None).unwrap_or_else(url)
    }
}
