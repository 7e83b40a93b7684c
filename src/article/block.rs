//! The blocks of a body: `article-card/1`'s block types, one variant each.

use serde::Serialize;

use super::{Image, Teaser};
use crate::sanitize::SafeUrl;

/// Running text, plain or with the publisher's inline markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Inline {
    /// Plain text: tags in it are shown as typed.
    Text(String),
    /// Untrusted HTML as delivered. Only [`crate::sanitize`] may read it.
    Html(String),
}

/// One block of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        #[serde(flatten)]
        content: Inline,
    },
    /// A heading inside the body.
    Heading {
        /// 2 to 6, where 2 is the level below the article's own headline.
        level: u8,
        /// Its text.
        #[serde(flatten)]
        content: Inline,
    },
    /// A quotation.
    Quote {
        /// How it is set.
        style: QuoteStyle,
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who is quoted.
        #[serde(skip_serializing_if = "Option::is_none")]
        cite: Option<String>,
        /// Where it was said.
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<SafeUrl>,
    },
    /// A list.
    List {
        /// Numbered or not.
        ordered: bool,
        /// The first number.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// A picture.
    Image {
        /// The picture.
        image: Image,
        /// How wide it is set.
        layout: PictureLayout,
        /// Where a click on it leads.
        #[serde(skip_serializing_if = "Option::is_none")]
        link: Option<SafeUrl>,
    },
    /// Several pictures.
    Gallery {
        /// The pictures.
        images: Vec<Image>,
        /// What they show together.
        #[serde(skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
    },
    /// A table.
    Table {
        /// What it shows.
        #[serde(skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
        /// Header rows.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        head: Vec<Vec<Cell>>,
        /// Data rows.
        rows: Vec<Vec<Cell>>,
    },
    /// Program text; white space counts.
    Code {
        /// The text.
        text: String,
    },
    /// Other articles, in the middle of the text.
    Related {
        /// The teasers.
        items: Vec<Teaser>,
    },
    /// A fact box.
    Aside {
        /// Its title.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// What it holds.
        blocks: Vec<Block>,
    },
    /// A thematic break.
    Divider,
    /// Untrusted HTML as delivered. Only [`crate::sanitize`] may read it.
    Html {
        /// The HTML.
        html: String,
    },
    /// A film, a recording or something of another site: shown as a link, nothing is loaded.
    #[serde(untagged)]
    Media {
        /// Which of the three.
        #[serde(rename = "type")]
        kind: MediaKind,
        /// Where it is.
        url: SafeUrl,
        /// Who hosts it.
        #[serde(skip_serializing_if = "Option::is_none")]
        provider: Option<String>,
        /// What it is called.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// What it says.
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// What the publisher says about it.
        #[serde(skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
        /// Length in seconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        duration: Option<u32>,
    },
}

/// How a quotation is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteStyle {
    /// In the run of the text.
    Block,
    /// Pulled out and large.
    Pull,
}

/// How wide a picture is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PictureLayout {
    /// As wide as the text.
    Normal,
    /// As wide as the card.
    Wide,
    /// Beside the text, where there is room.
    Inset,
}

/// What a media block refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MediaKind {
    /// A film.
    Video,
    /// A recording.
    Audio,
    /// Something of another site.
    Embed,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListItem {
    /// Its text.
    #[serde(flatten)]
    pub content: Inline,
    /// The list inside it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ListItem>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Its text.
    #[serde(flatten)]
    pub content: Inline,
    /// Whether it names its row or column.
    pub header: bool,
    /// Columns it spans, at least 1.
    pub colspan: u32,
    /// Rows it spans, at least 1.
    pub rowspan: u32,
    /// How its text is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<CellAlign>,
}

/// How a cell's text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CellAlign {
    /// Where lines begin.
    Start,
    /// In the middle.
    Center,
    /// Where lines end.
    End,
}
