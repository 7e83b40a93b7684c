//! The names of the native format: fields of records and types of blocks.

use crate::words::{Words, words};

macro_rules! names {
    ($(#[$doc:meta])* $set:ident { $($member:ident $name:literal,)* }) => {
        $(#[$doc])*
        #[allow(missing_docs)] // the native format's own names
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $set { $($member,)* }

        impl $set {
            const NAMES: Words = words!($($name)*);
            const ALL: &'static [Self] = &[$(Self::$member,)*];

            /// The name in JSON.
            pub fn name(self) -> &'static str {
                Self::NAMES.get(self as usize)
            }

            /// What is called `name`.
            pub fn by_name(name: &str) -> Option<Self> {
                let at = Self::NAMES.position(name)?;
                Self::ALL.get(at).copied()
            }
        }
    };
}

names! {
    /// A field of a record.
    Field {
        Access "access", Align "align", Alt "alt", Authors "authors", Avatar "avatar", Bio "bio", Blocks "blocks",
        Body "body", Caption "caption", Cite "cite", Colspan "colspan", Corrections "corrections", Credit "credit",
        Date "date", Duration "duration", Excerpt "excerpt", Feed "feed", Focus "focus", Head "head",
        Header "header", Headline "headline", Height "height", Html "html", Id "id", Image "image",
        Images "images", Items "items", Label "label", Labels "labels", Language "language", Layout "layout",
        Level "level", License "license", Link "link", Logo "logo", Modified "dateModified", More "more", Name "name",
        Ordered "ordered", Original "original", Point "point", Provider "provider", Published "datePublished",
        Publisher "publisher",
        ReadingTime "readingTime", Related "related", Republish "republish", Role "role", Rowspan "rowspan", Rows "rows",
        Section "section", Sponsor "sponsor", Srcset "srcset", Start "start", Style "style", Summary "summary", Tags "tags",
        Text "text", Title "title", Type "type", Url "url", Warning "warning", Width "width", Withdrawn "withdrawn", WordCount "wordCount",
    }
}

names! {
    /// The type of a block, under [`Field::Type`].
    BlockType {
        Aside "aside", Audio "audio", Code "code", Divider "divider", Embed "embed", Entry "entry", Gallery "gallery",
        Heading "heading", Html "html", Image "image", List "list", Paragraph "paragraph", Quote "quote",
        Related "related", Table "table", Video "video",
    }
}
