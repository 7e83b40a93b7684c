//! Every limit of the crate, in one place. Beyond a limit the rest is left out and a warning says so, unless noted.

/// Bytes of a whole document; a larger one is refused. `src/element/request.js` stops reading at the same number.
pub const DOCUMENT_BYTES: usize = 4 * 1024 * 1024;
/// Nesting of the JSON; deeper values read as `null`.
pub const JSON_DEPTH: usize = 64;
/// Blocks of one body, nested ones included.
pub const BLOCKS: usize = 1_000;
/// Items of all lists of a document together: blocks, list items, cells, pictures.
pub const VALUES: usize = 20_000;
/// Bytes of one HTML body or block.
pub const HTML_BYTES: usize = 256 * 1024;
/// Nodes made of one HTML body or block.
pub const HTML_NODES: usize = 6_000;
/// Nodes made of all HTML of one article.
pub const ARTICLE_NODES: usize = 20_000;
/// Nesting of elements in HTML; deeper ones lose their tags.
pub const HTML_DEPTH: usize = 48;
/// Pictures of one HTML body or block.
pub const HTML_IMAGES: usize = 60;
/// Links of one HTML body or block; further ones lose their tags.
pub const HTML_LINKS: usize = 400;
/// Formatting elements that go on after a block has interrupted them.
pub const HTML_FORMATS: usize = 8;
/// Warnings of one document; the last one says that there are more.
pub const WARNINGS: usize = 100;
/// Nesting of blocks inside quotes, asides and fallbacks; deeper ones are left out.
pub const BLOCK_DEPTH: usize = 8;
/// Items read from a feed.
pub const FEED_ITEMS: usize = 200;
/// Authors of one article.
pub const AUTHORS: usize = 10;
/// Tags of one article.
pub const TAGS: usize = 12;
/// Characters of one tag.
pub const TAG_CHARS: usize = 60;
/// Related teasers of one article or block.
pub const RELATED: usize = 6;
/// Pictures of one gallery.
pub const GALLERY: usize = 50;
/// Candidates of one `srcset`.
pub const SRCSET: usize = 12;
/// Items of one list, nested ones included.
pub const LIST_ITEMS: usize = 500;
/// Nesting of lists.
pub const LIST_DEPTH: usize = 4;
/// Rows of a table's head, and of its body.
pub const TABLE_ROWS: usize = 200;
/// Cells of one table row.
pub const TABLE_COLUMNS: usize = 20;
/// Largest `rowspan`; `colspan` is bounded by [`TABLE_COLUMNS`].
pub const ROW_SPAN: u32 = 200;
/// Corrections of one article.
pub const CORRECTIONS: usize = 20;
/// Characters of a headline; a longer one is cut at a word.
pub const HEADLINE_CHARS: usize = 300;
/// Characters of a summary; a longer one is cut at a word.
pub const SUMMARY_CHARS: usize = 2_000;
/// Characters of a name, role, section or label.
pub const NAME_CHARS: usize = 120;
/// Characters of an alternative text.
pub const ALT_CHARS: usize = 1_000;
/// Characters of a `title` in HTML.
pub const TITLE_CHARS: usize = 300;
/// Characters of a teaser's excerpt; a longer one is cut at a word, without a warning: excerpts are cut by nature.
pub const EXCERPT_CHARS: usize = 300;
/// Characters of one text block or long field.
pub const TEXT_CHARS: usize = 20_000;
/// Characters of a URL; a longer one is refused.
pub const URL_CHARS: usize = 2_048;
/// Width or height of a picture in pixels; other values are ignored.
pub const PIXELS: u32 = 20_000;
