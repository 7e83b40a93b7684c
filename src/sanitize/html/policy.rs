//! What becomes of each element and attribute: the whole policy, as tables. An element that is not in them loses its
//! tags and keeps its content, an attribute goes.

use crate::article::text;
use crate::limits;
use crate::node::{Name, Tag};
use crate::words::{Words, words};

/// How an element is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Runs in a line. Where a block interrupts it, it ends.
    Inline,
    /// Runs in a line, and goes on after a block that interrupts it (HTML, "formatting").
    Format,
    /// Has no content: a line break or a place for one.
    Mark,
    Image,
    /// Has no content, stands alone.
    Rule,
    /// Loses its tags; what it holds stands in lines of its own. `p` is one of them: lines become paragraphs.
    Lines,
    Heading,
    /// Holds a line and nothing else.
    Line,
    /// Holds lines and blocks.
    Flow,
    /// Holds items.
    List,
    Item,
    Pre,
    Table,
    /// Holds rows.
    Rows,
    Row,
    Cell,
    /// Comes from another site, a film, a recording: goes with what it holds, but for its address.
    Embed,
    /// Goes, with what it holds.
    Drop,
    /// Goes, with what it holds; that is not markup.
    Raw,
    /// Goes; it never has content.
    Void,
}

impl Kind {
    pub(super) fn is_inline(self) -> bool {
        matches!(self, Self::Inline | Self::Format)
    }

    /// Whether it holds something and stands alone.
    pub(super) fn is_block(self) -> bool {
        matches!(
            self,
            Self::Lines
                | Self::Heading
                | Self::Line
                | Self::Flow
                | Self::List
                | Self::Item
                | Self::Pre
                | Self::Table
                | Self::Rows
                | Self::Row
                | Self::Cell
        )
    }
}

macro_rules! elements {
    ($($kind:ident { $($name:literal $tag:ident,)* })*) => {
        const NAMES: Words = words!($($($name)*)*);
        /// Kinds, and how many elements are of each.
        const KINDS: &[(Kind, u8)] = &[$((Kind::$kind, [$($name),*].len() as u8),)*];
        const TAGS: &[Tag] = &[$($(Tag::$tag,)*)*];
    };
}

elements! {
    Lines {
        "p" P, "div" Div, "section" Div, "article" Div, "aside" Div, "header" Div, "footer" Div, "main" Div, "nav" Div,
        "hgroup" Div, "address" Div, "center" Div, "search" Div, "form" Div, "fieldset" Div, "legend" Div, "body" Div,
        "html" Div,
    }
    Format {
        "a" A, "b" B, "strong" Strong, "em" Em, "i" I, "u" U, "s" S, "strike" S, "small" Small, "code" Code, "tt" Code,
        "del" Del, "ins" Ins,
    }
    Inline {
        "span" Span, "sup" Sup, "sub" Sub, "mark" Mark, "q" Q, "cite" Cite, "abbr" Abbr, "acronym" Abbr, "time" Time,
        "kbd" Kbd, "samp" Samp, "var" Var, "dfn" Dfn, "bdi" Bdi, "bdo" Bdo, "ruby" Ruby, "rt" Rt, "rp" Rp,
    }
    Mark { "br" Br, "wbr" Wbr, }
    Image { "img" Img, }
    Rule { "hr" Hr, }
    Heading { "h1" H2, "h2" H2, "h3" H3, "h4" H4, "h5" H5, "h6" H6, }
    Line { "figcaption" Figcaption, "caption" Caption, "summary" Summary, }
    Flow { "figure" Figure, "blockquote" Blockquote, "details" Details, }
    Item { "li" Li, "dt" Dt, "dd" Dd, }
    List { "ul" Ul, "ol" Ol, "dl" Dl, "menu" Ul, "dir" Ul, }
    Pre { "pre" Pre, "listing" Pre, }
    Table { "table" Table, }
    Rows { "tbody" Tbody, "thead" Thead, "tfoot" Tfoot, }
    Row { "tr" Tr, }
    Cell { "td" Td, "th" Th, }
    Embed { "iframe" Div, "video" Div, "audio" Div, }
    Drop {
        "svg" Div, "math" Div, "button" Div, "select" Div, "object" Div, "template" Div, "canvas" Div, "map" Div,
        "dialog" Div, "head" Div, "datalist" Div, "option" Div, "optgroup" Div, "selectedcontent" Div, "applet" Div,
        "frameset" Div, "meter" Div, "progress" Div, "portal" Div, "fencedframe" Div, "permission" Div,
        "geolocation" Div, "model" Div, "rtc" Div, "rb" Div, "layer" Div, "ilayer" Div, "multicol" Div,
    }
    Raw {
        "script" Div, "style" Div, "title" Div, "textarea" Div, "xmp" Div, "noembed" Div, "noframes" Div,
        "plaintext" Div,
    }
    Void {
        "meta" Div, "link" Div, "base" Div, "basefont" Div, "bgsound" Div, "embed" Div, "source" Div, "track" Div,
        "param" Div, "area" Div, "input" Div, "keygen" Div, "frame" Div, "image" Div, "isindex" Div, "nextid" Div,
        "spacer" Div, "col" Div,
    }
}

/// The number of the element `name`, in whatever case.
pub(super) fn element(name: &str) -> Option<u8> {
    let number = NAMES.position(&name.to_ascii_lowercase())?;
    Some(number as u8)
}

/// The name of an element.
pub(super) fn name(element: u8) -> &'static str {
    NAMES.get(usize::from(element))
}

/// How an element is treated.
pub(super) fn kind(element: u8) -> Kind {
    let mut left = element;
    for (kind, count) in KINDS {
        if left < *count {
            return *kind;
        }
        left -= count;
    }
    Kind::Void
}

/// What it becomes.
pub(super) fn tag(element: u8) -> Tag {
    TAGS.get(usize::from(element)).copied().unwrap_or(Tag::Div)
}

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    Language,
    Text,
    Time,
    /// A whole number, no smaller than the first; a larger one than the second is that.
    Number(u32, u32),
    /// One of these words, which are set apart by spaces.
    OneOf(&'static str),
    /// Any value: that it is there says it.
    Flag,
}

/// Attributes that are kept, the elements they are kept on (all of them for none), and what their values must be.
/// Addresses are not among them: those of links and pictures go through the URL policy.
const ATTRIBUTES: &[(Name, &str, Check)] = &[
    (Name::Lang, "", Check::Language),
    (Name::Dir, "", Check::OneOf("ltr rtl auto")),
    (Name::Title, "", Check::Text),
    (Name::HrefLang, "a", Check::Language),
    (Name::Start, "ol", Check::Number(0, 999_999)),
    (Name::Reversed, "ol", Check::Flag),
    (Name::Type, "ol", Check::OneOf("1 a A i I")),
    (Name::Value, "li", Check::Number(0, 999_999)),
    (
        Name::ColSpan,
        "td th",
        Check::Number(2, limits::TABLE_COLUMNS as u32),
    ),
    (Name::RowSpan, "td th", Check::Number(2, limits::ROW_SPAN)),
    (Name::Scope, "th", Check::OneOf("row col rowgroup colgroup")),
    (Name::Abbr, "th", Check::Text),
    (Name::Datetime, "time del ins", Check::Time),
    (Name::Open, "details", Check::Flag),
];

/// How the attribute `name`, in whatever case, of a `tag` is kept.
pub(super) fn attribute(tag: Tag, name: &str) -> Option<(Name, Check)> {
    let kept = ATTRIBUTES.iter().find(|kept| {
        name.eq_ignore_ascii_case(kept.0.name())
            && (kept.1.is_empty() || text::is_among(tag.name(), kept.1))
    });
    kept.map(|kept| (kept.0, kept.2))
}
