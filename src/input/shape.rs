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
    /// Other keys besides the field's own name, set apart by spaces.
    pub(super) aliases: &'static str,
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
    /// It can, and only formats of others have it.
    Foreign,
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
    /// `text` or `html` of the object itself.
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
    /// The address of a film, a recording or something of another site.
    Media,
    /// The address of a page that relative addresses after it start from.
    Base,
    /// The address of a picture.
    Picture,
    /// The address of more JSON.
    Data,
    Date,
    Language,
    Focus,
    /// UI strings by name.
    Wording,
    /// One of these words, which are set apart by spaces; another one is none.
    OneOf(&'static str),
    Record(&'static [Rule]),
    /// An object, or the text that its first field would be.
    Named(&'static [Rule]),
    /// This, or `true`: it is so, and no more is said of it.
    OrTrue(&'static Kind),
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
    /// Whoever published it first; called by its host where it has no name.
    Original,
    Access,
}

const fn may(field: Field, kind: Kind) -> Rule {
    rule(field, kind, Need::May)
}

const fn must(field: Field, kind: Kind) -> Rule {
    rule(field, kind, Need::Must)
}

const fn rule(field: Field, kind: Kind, need: Need) -> Rule {
    let aliases = "";
    Rule {
        field,
        aliases,
        kind,
        need,
    }
}

impl Rule {
    const fn or(self, aliases: &'static str) -> Self {
        Self { aliases, ..self }
    }
}

const NAME: Kind = Kind::Line(NAME_CHARS);
const HEADLINE: Kind = Kind::Line(HEADLINE_CHARS);
const SUMMARY: Kind = Kind::Line(SUMMARY_CHARS);
const LONG: Kind = Kind::Line(TEXT_CHARS);
const COUNT: Kind = Kind::Whole(0, 9_999_999);
const SIZE: Kind = Kind::Whole(1, PIXELS);
const IMAGE: Kind = Kind::Named(&[
    must(Field::Url, Kind::Picture),
    may(Field::Alt, Kind::Line(ALT_CHARS)),
    may(Field::Caption, SUMMARY),
    may(Field::Credit, SUMMARY),
    may(Field::Republish, Kind::Flag),
    may(Field::Width, SIZE),
    may(Field::Height, SIZE),
    may(Field::Srcset, Kind::List(&CANDIDATE, SRCSET, "12 sizes")),
    // Other pictures to choose from, in formats of others.
    #[cfg(feature = "formats")]
    rule(
        Field::Images,
        Kind::List(&CANDIDATE, GALLERY, "50 pictures"),
        Need::Foreign,
    ),
    may(Field::Focus, Kind::Focus),
    // The same in pixels from the left and from the top.
    #[cfg(feature = "formats")]
    rule(Field::Point, POINT, Need::Foreign),
]);
#[cfg(feature = "formats")]
const POINT: Kind = Kind::Record(&[must(Field::Width, SIZE), must(Field::Height, SIZE)]);
const CANDIDATE: Kind = Kind::Record(&[
    must(Field::Url, Kind::Picture),
    rule(Field::Width, SIZE, Need::Drops),
    #[cfg(feature = "formats")]
    rule(Field::Height, SIZE, Need::Foreign),
    #[cfg(feature = "formats")]
    rule(Field::Point, POINT, Need::Foreign),
]);
const LINK: Kind = Kind::Named(&[
    rule(Field::Name, NAME, Need::Drops),
    may(Field::Url, Kind::Web),
]);
const AUTHOR: Kind = Kind::Named(&[
    rule(Field::Name, NAME, Need::Drops), // a nameless author would be an empty box
    may(Field::Url, Kind::Web),
    may(Field::Avatar, IMAGE),
    may(Field::Role, NAME),
    may(Field::Bio, LONG),
]);
const TEASER: Kind = Kind::Record(&[
    must(Field::Url, Kind::Web),
    must(Field::Headline, HEADLINE).or("title"),
    may(Field::Excerpt, Kind::Excerpt),
    may(Field::Image, IMAGE),
    may(Field::Section, LINK),
    may(Field::Published, Kind::Date).or("published date"),
    may(Field::Sponsor, SPONSOR),
]);
const AUTHOR_LIST: Kind = Kind::OneOrMore(&AUTHOR, AUTHORS, "10 authors");
const TEASERS: Kind = Kind::List(&TEASER, RELATED, "6 related articles");
/// Whoever paid for it.
const SPONSOR: Kind = Kind::OrTrue(&LINK);
/// What is to be said of an article, or that it is so.
const NOTICE: Kind = Kind::OrTrue(&SUMMARY);
const CORRECTION: Kind = Kind::Record(&[may(Field::Date, Kind::Date), must(Field::Text, LONG)]);

pub(super) const PUBLISHER: &[Rule] = &[
    may(Field::Name, NAME),
    may(Field::Url, Kind::Web),
    may(Field::Logo, IMAGE),
];

pub(super) const ARTICLE: &[Rule] = &[
    may(Field::Url, Kind::Base),
    may(Field::Id, Kind::Line(URL_CHARS)),
    may(Field::Language, Kind::Language).or("lang"),
    may(Field::Section, LINK).or("kicker category"),
    may(Field::Headline, HEADLINE).or("title"),
    may(Field::Summary, SUMMARY).or("description standfirst dek subheadline"),
    may(Field::Published, Kind::Date).or("published date"),
    may(Field::Modified, Kind::Date).or("modified updated"),
    may(Field::ReadingTime, Kind::Whole(0, 999)),
    may(Field::WordCount, COUNT),
    may(Field::Image, IMAGE).or("leadImage hero"),
    may(Field::Body, Kind::Body),
    may(Field::Authors, AUTHOR_LIST).or("author"),
    may(Field::Related, TEASERS),
    may(Field::Publisher, Kind::Publisher),
    may(Field::Original, Kind::Original),
    may(Field::License, LINK),
    may(Field::Sponsor, SPONSOR),
    may(Field::Warning, NOTICE),
    may(Field::Withdrawn, NOTICE),
    may(
        Field::Tags,
        Kind::List(&Kind::Line(TAG_CHARS), TAGS, "12 tags"),
    )
    .or("keywords"),
    may(Field::Access, Kind::Access),
    may(
        Field::Corrections,
        Kind::List(&CORRECTION, CORRECTIONS, "20 corrections"),
    ),
    may(Field::Labels, Kind::Wording),
    may(Field::Feed, Kind::Feed),
];

pub(super) const FEED: &[Rule] = &[
    may(Field::Url, Kind::Base),
    may(Field::Title, NAME),
    may(Field::Language, Kind::Language).or("lang"),
    may(Field::Publisher, Kind::Publisher),
    rule(Field::Authors, AUTHOR_LIST, Need::Foreign).or("author"),
    must(Field::Items, Kind::Items),
    may(
        Field::More,
        Kind::Record(&[may(Field::Label, NAME), may(Field::Url, Kind::Data)]),
    ),
];

const BLOCK_LIST: Kind = Kind::List(&Kind::Block, usize::MAX, "1000 blocks");
const INNER_BLOCKS: Kind = Kind::Nested(&BLOCK_LIST, BLOCK_DEPTH, "8 levels of blocks");
/// The blocks of an article.
pub(super) const BODY: Kind = Kind::Budget(&BLOCK_LIST, BLOCKS);
/// The block to show instead of one of an unknown type.
pub(super) const FALLBACK: Kind = Kind::Nested(&Kind::Block, BLOCK_DEPTH, "8 levels of blocks");
/// A block must have a type.
pub(super) const NO_TYPE: &[Rule] = &[must(Field::Type, NAME)];

static ITEM: Kind = Kind::Named(&[
    must(Field::Text, Kind::Content),
    may(
        Field::Items,
        Kind::Nested(&ITEM_LIST, LIST_DEPTH - 1, "4 levels of lists"),
    ),
]);
static ITEM_LIST: Kind = Kind::List(&ITEM, usize::MAX, "500 list items");
const ROWS: Kind = Kind::List(&ROW, TABLE_ROWS, "200 table rows");
const ROW: Kind = Kind::List(&CELL, TABLE_COLUMNS, "20 table columns");
const CELL: Kind = Kind::Named(&[
    may(Field::Text, Kind::Content), // an empty cell stays, it holds its column open
    may(Field::Header, Kind::Flag),
    may(Field::Colspan, Kind::Clamped(1, TABLE_COLUMNS as u32)),
    may(Field::Rowspan, Kind::Clamped(1, ROW_SPAN)),
    may(Field::Align, Kind::OneOf("start center end left right")),
]);
const MEDIA: &[Rule] = &[
    must(Field::Url, Kind::Media),
    may(Field::Provider, NAME),
    may(Field::Title, HEADLINE),
    may(Field::Duration, Kind::Seconds),
    may(Field::Text, SUMMARY),
    may(Field::Caption, SUMMARY),
];

/// What a block of a type holds.
pub(super) fn of_block(kind: BlockType) -> &'static [Rule] {
    match kind {
        BlockType::Paragraph | BlockType::Html => const { &[must(Field::Text, Kind::Content)] },
        BlockType::Heading => {
            const {
                &[
                    must(Field::Text, Kind::Content),
                    may(Field::Level, Kind::Clamped(2, 6)),
                ]
            }
        }
        BlockType::Quote => {
            const {
                &[
                    may(Field::Blocks, INNER_BLOCKS),
                    must(Field::Text, Kind::Content),
                    may(Field::Style, Kind::OneOf("block pull")),
                    may(Field::Cite, HEADLINE),
                    may(Field::Url, Kind::Web),
                ]
            }
        }
        BlockType::List => {
            const {
                &[
                    must(Field::Items, Kind::Budget(&ITEM_LIST, LIST_ITEMS)),
                    may(Field::Ordered, Kind::Flag),
                    may(Field::Start, Kind::Whole(0, 999_999)),
                ]
            }
        }
        BlockType::Image => {
            const {
                &[
                    must(Field::Image, IMAGE),
                    may(Field::Layout, Kind::OneOf("normal wide inset")),
                    may(Field::Link, Kind::Web),
                ]
            }
        }
        BlockType::Gallery => {
            const {
                &[
                    must(Field::Images, Kind::List(&IMAGE, GALLERY, "50 pictures")),
                    may(Field::Caption, SUMMARY),
                ]
            }
        }
        BlockType::Video | BlockType::Audio | BlockType::Embed => MEDIA,
        BlockType::Table => {
            const {
                &[
                    may(Field::Caption, SUMMARY),
                    may(Field::Head, ROWS),
                    must(Field::Rows, ROWS),
                ]
            }
        }
        BlockType::Code => const { &[must(Field::Text, Kind::Code)] },
        BlockType::Related => const { &[must(Field::Items, TEASERS)] },
        BlockType::Aside => {
            const {
                &[
                    may(Field::Title, HEADLINE),
                    must(Field::Blocks, INNER_BLOCKS),
                ]
            }
        }
        BlockType::Entry => {
            const {
                &[
                    may(Field::Published, Kind::Date),
                    may(Field::Title, HEADLINE),
                    must(Field::Blocks, INNER_BLOCKS),
                ]
            }
        }
        BlockType::Divider => &[],
    }
}
