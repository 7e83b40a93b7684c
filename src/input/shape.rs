//! What the native format holds: one table for each kind of object, a line for each field.

use crate::article::{BlockType, Field};
use crate::limits::{
    ALT_CHARS, AUTHORS, BLOCK_DEPTH, BLOCKS, CORRECTIONS, GALLERY, HEADLINE_CHARS, LIST_DEPTH,
    LIST_ITEMS, NAME_CHARS, PIXELS, RELATED, ROW_SPAN, SRCSET, SUMMARY_CHARS, TABLE_COLUMNS,
    TABLE_ROWS, TAG_CHARS, TAGS, TEXT_CHARS, URL_CHARS,
};

/// How one field is read.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) field: Field,
    /// The key and its aliases, set apart by spaces. None: read from the object itself.
    pub(super) keys: &'static str,
    pub(super) kind: Kind,
    pub(super) need: Need,
}

/// Whether an object can do without a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It can.
    May,
    /// It is left out when nothing is left of the field; a missing key is an error.
    Must,
    /// It is left out when nothing is left of the field.
    Drops,
}

/// What a value must be.
#[derive(Debug)]
pub(super) enum Kind {
    /// One line of text of at most so many characters.
    Line(usize),
    /// One line that is cut by nature: nobody needs to mend it.
    Excerpt,
    /// Text whose white space counts.
    Code,
    /// `text` or `html` of the object around.
    Content,
    Flag,
    /// A whole number; one outside of the bounds is no number.
    Whole(u32, u32),
    /// A whole number, moved into the bounds.
    Clamped(u32, u32),
    /// A number of seconds.
    Seconds,
    /// The address of a page.
    Web,
    /// The address of a page that relative addresses after it start from.
    Base,
    /// The address of a picture.
    Picture,
    Date,
    Language,
    Focus,
    /// UI strings by name.
    Wording,
    /// One of these words; another one is none.
    OneOf(&'static [&'static str]),
    Record(&'static [Rule]),
    /// An object, or the text that its first field would be.
    Named(&'static [Rule]),
    /// A list, its longest length, and how a warning calls that many.
    List(&'static Kind, usize, &'static str),
    /// A list or a single one.
    OneOrMore(&'static Kind, usize, &'static str),
    /// A list as long as the budget lasts, at most so deep inside others of its kind.
    Nested(&'static Kind, usize, &'static str),
    /// Something that starts a budget of its own.
    Budget(&'static Kind, usize),
    Block,
    /// The items of a feed.
    Items,
    Feed,
    /// `body`, `bodyHtml` or `bodyText` of the object around.
    Body,
    /// `publisher` of the object around, or the host of its URL.
    Publisher,
    Access,
}

const fn may(field: Field, keys: &'static str, kind: Kind) -> Rule {
    rule(field, keys, kind, Need::May)
}

const fn must(field: Field, keys: &'static str, kind: Kind) -> Rule {
    rule(field, keys, kind, Need::Must)
}

const fn rule(field: Field, keys: &'static str, kind: Kind, need: Need) -> Rule {
    Rule {
        field,
        keys,
        kind,
        need,
    }
}

const NAME: Kind = Kind::Line(NAME_CHARS);
const HEADLINE: Kind = Kind::Line(HEADLINE_CHARS);
const SUMMARY: Kind = Kind::Line(SUMMARY_CHARS);
const LONG: Kind = Kind::Line(TEXT_CHARS);
const COUNT: Kind = Kind::Whole(0, u32::MAX);
const SIZE: Kind = Kind::Whole(1, PIXELS);
const IMAGE: Kind = Kind::Named(&[
    must(Field::Url, "url", Kind::Picture),
    may(Field::Alt, "alt", Kind::Line(ALT_CHARS)),
    may(Field::Caption, "caption", SUMMARY),
    may(Field::Credit, "credit", SUMMARY),
    may(Field::Width, "width", SIZE),
    may(Field::Height, "height", SIZE),
    may(
        Field::Srcset,
        "srcset",
        Kind::List(&CANDIDATE, SRCSET, "12 sizes"),
    ),
    may(Field::Focus, "focus", Kind::Focus),
]);
const CANDIDATE: Kind = Kind::Record(&[
    must(Field::Url, "url", Kind::Picture),
    rule(Field::Width, "width", SIZE, Need::Drops),
]);
const LINK: Kind = Kind::Named(&[
    rule(Field::Name, "name", NAME, Need::Drops),
    may(Field::Url, "url", Kind::Web),
]);
const AUTHOR: Kind = Kind::Named(&[
    rule(Field::Name, "name", NAME, Need::Drops), // a nameless author would be an empty box
    may(Field::Url, "url", Kind::Web),
    may(Field::Avatar, "avatar", IMAGE),
    may(Field::Role, "role", NAME),
    may(Field::Bio, "bio", LONG),
]);
const TEASER: Kind = Kind::Record(&[
    must(Field::Url, "url", Kind::Web),
    must(Field::Headline, "headline title", HEADLINE),
    may(Field::Excerpt, "excerpt", Kind::Excerpt),
    may(Field::Image, "image", IMAGE),
    may(Field::Section, "section", LINK),
    may(Field::Published, "datePublished published date", Kind::Date),
]);
const TEASERS: Kind = Kind::List(&TEASER, RELATED, "6 related articles");
const CORRECTION: Kind = Kind::Record(&[
    may(Field::Date, "date", Kind::Date),
    must(Field::Text, "text", LONG),
]);

pub(super) const PUBLISHER: &[Rule] = &[
    may(Field::Name, "name", NAME),
    may(Field::Url, "url", Kind::Web),
    may(Field::Logo, "logo", IMAGE),
];

pub(super) const ARTICLE: &[Rule] = &[
    may(Field::Url, "url", Kind::Base),
    may(Field::Id, "id", Kind::Line(URL_CHARS)),
    may(Field::Language, "language lang", Kind::Language),
    may(Field::Section, "section kicker category", LINK),
    may(Field::Headline, "headline title", HEADLINE),
    may(
        Field::Summary,
        "summary description standfirst dek subheadline",
        SUMMARY,
    ),
    may(Field::Published, "datePublished published date", Kind::Date),
    may(Field::Modified, "dateModified modified updated", Kind::Date),
    may(Field::ReadingTime, "readingTime", COUNT),
    may(Field::WordCount, "wordCount", COUNT),
    may(Field::Image, "image leadImage hero", IMAGE),
    may(Field::Body, "", Kind::Body),
    may(
        Field::Authors,
        "authors author",
        Kind::OneOrMore(&AUTHOR, AUTHORS, "10 authors"),
    ),
    may(Field::Related, "related", TEASERS),
    may(Field::Publisher, "", Kind::Publisher),
    may(
        Field::Tags,
        "tags keywords",
        Kind::List(&Kind::Line(TAG_CHARS), TAGS, "12 tags"),
    ),
    may(Field::Access, "access", Kind::Access),
    may(
        Field::Corrections,
        "corrections",
        Kind::List(&CORRECTION, CORRECTIONS, "20 corrections"),
    ),
    may(Field::Labels, "labels", Kind::Wording),
    may(Field::Feed, "feed", Kind::Feed),
];

pub(super) const FEED: &[Rule] = &[
    may(Field::Url, "url", Kind::Base),
    may(Field::Title, "title", NAME),
    may(Field::Language, "language lang", Kind::Language),
    may(Field::Publisher, "", Kind::Publisher),
    must(Field::Items, "items", Kind::Items),
    may(
        Field::More,
        "more",
        Kind::Record(&[
            may(Field::Label, "label", NAME),
            may(Field::Url, "url", Kind::Web),
        ]),
    ),
];

const BLOCK_LIST: Kind = Kind::List(&Kind::Block, usize::MAX, "1000 blocks");
const INNER_BLOCKS: Kind = Kind::Nested(&BLOCK_LIST, BLOCK_DEPTH, "8 levels of blocks");
/// The blocks of an article.
pub(super) const BODY: Kind = Kind::Budget(&BLOCK_LIST, BLOCKS);
/// The block to show instead of one of an unknown type.
pub(super) const FALLBACK: Kind = Kind::Nested(&Kind::Block, BLOCK_DEPTH, "8 levels of blocks");
/// A block must have a type.
pub(super) const NO_TYPE: &[Rule] = &[must(Field::Type, "type", NAME)];

static ITEM: Kind = Kind::Named(&[
    must(Field::Text, "", Kind::Content),
    may(
        Field::Items,
        "items",
        Kind::Nested(&ITEM_LIST, LIST_DEPTH - 1, "4 levels of lists"),
    ),
]);
static ITEM_LIST: Kind = Kind::List(&ITEM, usize::MAX, "500 list items");
const ROWS: Kind = Kind::List(&ROW, TABLE_ROWS, "200 table rows");
const ROW: Kind = Kind::List(&CELL, TABLE_COLUMNS, "20 table columns");
const CELL: Kind = Kind::Named(&[
    may(Field::Text, "", Kind::Content), // an empty cell stays, it holds its column open
    may(Field::Header, "header", Kind::Flag),
    may(
        Field::Colspan,
        "colspan",
        Kind::Clamped(1, TABLE_COLUMNS as u32),
    ),
    may(Field::Rowspan, "rowspan", Kind::Clamped(1, ROW_SPAN)),
    may(
        Field::Align,
        "align",
        Kind::OneOf(&["start", "center", "end", "left", "right"]),
    ),
]);
const MEDIA: &[Rule] = &[
    must(Field::Url, "url", Kind::Web),
    may(Field::Provider, "provider", NAME),
    may(Field::Title, "title", HEADLINE),
    may(Field::Duration, "duration", Kind::Seconds),
    may(Field::Text, "text", SUMMARY),
    may(Field::Caption, "caption", SUMMARY),
];

/// What a block of a type holds.
pub(super) fn of_block(kind: BlockType) -> &'static [Rule] {
    match kind {
        BlockType::Paragraph | BlockType::Html => const { &[must(Field::Text, "", Kind::Content)] },
        BlockType::Heading => {
            const {
                &[
                    must(Field::Text, "", Kind::Content),
                    may(Field::Level, "level", Kind::Clamped(2, 6)),
                ]
            }
        }
        BlockType::Quote => {
            const {
                &[
                    may(Field::Blocks, "blocks", INNER_BLOCKS),
                    must(Field::Text, "", Kind::Content),
                    may(Field::Style, "style", Kind::OneOf(&["block", "pull"])),
                    may(Field::Cite, "cite", HEADLINE),
                    may(Field::Url, "url", Kind::Web),
                ]
            }
        }
        BlockType::List => {
            const {
                &[
                    must(Field::Items, "items", Kind::Budget(&ITEM_LIST, LIST_ITEMS)),
                    may(Field::Ordered, "ordered", Kind::Flag),
                    may(Field::Start, "start", Kind::Whole(0, 999_999)),
                ]
            }
        }
        BlockType::Image => {
            const {
                &[
                    must(Field::Image, "image", IMAGE),
                    may(
                        Field::Layout,
                        "layout",
                        Kind::OneOf(&["normal", "wide", "inset"]),
                    ),
                    may(Field::Link, "link", Kind::Web),
                ]
            }
        }
        BlockType::Gallery => {
            const {
                &[
                    must(
                        Field::Images,
                        "images",
                        Kind::List(&IMAGE, GALLERY, "50 pictures"),
                    ),
                    may(Field::Caption, "caption", SUMMARY),
                ]
            }
        }
        BlockType::Video | BlockType::Audio | BlockType::Embed => MEDIA,
        BlockType::Table => {
            const {
                &[
                    may(Field::Caption, "caption", SUMMARY),
                    may(Field::Head, "head", ROWS),
                    must(Field::Rows, "rows", ROWS),
                ]
            }
        }
        BlockType::Code => const { &[must(Field::Text, "text", Kind::Code)] },
        BlockType::Related => const { &[must(Field::Items, "items", TEASERS)] },
        BlockType::Aside => {
            const {
                &[
                    may(Field::Title, "title", HEADLINE),
                    must(Field::Blocks, "blocks", INNER_BLOCKS),
                ]
            }
        }
        BlockType::Divider => &[],
    }
}
