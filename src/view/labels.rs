//! The words of the card itself. English is inside; the document and the host may word any of them differently.

use crate::article::Article;

macro_rules! labels {
    ($($label:ident $name:literal $english:literal,)*) => {
        /// A string of the user interface.
        #[allow(missing_docs)] // the table is its documentation
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Label { $($label,)* }

        const NAMES: &[&str] = &[$($name,)*];
        const ENGLISH: &[&str] = &[$($english,)*];
        const LABELS: &[Label] = &[$(Label::$label,)*];
    };
}

// Name in `labels`, English text. `{…}` is replaced by what the braces name.
labels! {
    ShowMore "showMore" "Show more",
    ShowLess "showLess" "Show less",
    AuthorMore "authorMore" "Read more",
    AuthorLess "authorLess" "Read less",
    About "about" "about {name}",
    ReadingTime "readingTime" "{minutes} min read",
    ReadingTimeLong "readingTimeLong" "{minutes} minute read",
    Updated "updated" "Updated {date}",
    Related "related" "Related",
    Topics "topics" "Topics",
    Corrections "corrections" "Corrections",
    PublishedBy "publishedBy" "Published by {name}",
    Permalink "permalink" "Read the original",
    Registration "registration" "Registration",
    Metered "metered" "Metered",
    Paid "paid" "Subscribers",
    Video "video" "Video",
    Audio "audio" "Audio",
    Embed "embed" "From another site",
    Table "table" "Table",
}

/// Every label in the wording of one card.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// Overrides in order of precedence, strongest last.
    overrides: Vec<(Label, String)>,
}

impl Labels {
    /// Takes over the known names of `labels`; later calls win over earlier ones.
    pub fn extend(&mut self, labels: &[(String, String)]) {
        for (name, text) in labels {
            if let Some(label) = by_name(name) {
                self.overrides.push((label, text.clone()));
            }
        }
    }

    /// These labels with the article's own wording below the host's.
    #[must_use]
    pub fn for_article(&self, article: &Article) -> Self {
        let mut labels = Self::default();
        labels.extend(&article.labels);
        labels.overrides.extend_from_slice(&self.overrides);
        labels
    }

    /// The text of `label`.
    pub fn get(&self, label: Label) -> &str {
        let own = self.overrides.iter().rev().find(|entry| entry.0 == label);
        own.map_or(ENGLISH[label as usize], |entry| &entry.1)
    }

    /// The text of `label` around `value`: what stands before and after the braces.
    pub fn around(&self, label: Label) -> (&str, &str) {
        let text = self.get(label);
        let open = text.find('{').unwrap_or(text.len());
        let close = text[open..]
            .find('}')
            .map_or(text.len(), |at| open + at + 1);
        (&text[..open], &text[close..])
    }

    /// The text of `label` with `value` in place of the braces.
    pub fn with(&self, label: Label, value: &str) -> String {
        let (before, after) = self.around(label);
        [before, value, after].concat()
    }
}

fn by_name(name: &str) -> Option<Label> {
    let at = NAMES.iter().position(|known| *known == name)?;
    LABELS.get(at).copied()
}
