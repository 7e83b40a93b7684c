//! The tree every card becomes. It cannot express anything unsafe: tags and attribute names are closed sets, URLs get
//! in as [`SafeUrl`]s only, text of a document only where text is shown or read out, or where nothing but our own script
//! looks, and there is no raw HTML.

mod build;
pub mod html;

pub(crate) use build::Build;

use std::borrow::Cow;

use crate::article::{Date, Direction, Field, Language, Record};
use crate::sanitize::{Embed, SafeUrl};
use crate::words::{Words, words};

/// A node of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Text, shown as it is.
    Text(String),
    /// An element.
    Element(Element),
}

impl Node {
    /// Calls `with` for each text in it, captions left out, and counts its pictures.
    pub fn each_text(&self, with: &mut impl FnMut(&str)) -> u32 {
        match self {
            Self::Text(text) => {
                with(text);
                0
            }
            Self::Element(element) if element.tag == Tag::Img => 1,
            Self::Element(element) if element.tag == Tag::Figcaption => 0,
            Self::Element(element) => {
                let inside = element.children.iter();
                let images = inside.map(|child| child.each_text(with)).sum();
                if matches!(element.tag, Tag::Br | Tag::Li | Tag::P | Tag::Td | Tag::Th) {
                    with(" "); // it ends a word
                }
                images
            }
        }
    }
}

/// The text of nodes.
pub fn text(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        node.each_text(&mut |text| out.push_str(text));
    }
    out
}

/// An element with its attributes and children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Which element.
    pub tag: Tag,
    /// Its attributes, each at most once.
    pub attributes: Vec<Attribute>,
    /// What it holds.
    pub children: Vec<Node>,
}

impl Element {
    /// The value of an attribute, if it has that.
    pub fn get(&self, name: Name) -> Option<&str> {
        let own = self.attributes.iter().find(|own| own.name() == name);
        own.map(Attribute::value)
    }
}

macro_rules! names {
    ($(#[$doc:meta])* $set:ident { $($member:ident $name:literal,)* }) => {
        $(#[$doc])*
        #[allow(missing_docs)] // the names are HTML's own
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $set { $($member,)* }

        impl $set {
            pub(crate) const NAMES: Words = words!($($name)*);

            /// The name in HTML.
            pub fn name(self) -> &'static str {
                Self::NAMES.get(self as usize)
            }
        }
    };
}

names! {
    /// The elements a card is made of.
    Tag {
        A "a", Abbr "abbr", Article "article", Aside "aside", B "b", Bdi "bdi", Bdo "bdo", Blockquote "blockquote",
        Br "br", Button "button", Caption "caption", Cite "cite", Code "code", Dd "dd", Del "del", Details "details",
        Dfn "dfn", Div "div", Dl "dl", Dt "dt", Em "em", Figcaption "figcaption", Figure "figure", Footer "footer",
        H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Header "header", Hr "hr", I "i", Img "img", Ins "ins", Kbd "kbd",
        Li "li", Mark "mark", Ol "ol", P "p", Pre "pre", Q "q", Rp "rp", Rt "rt", Ruby "ruby", S "s", Samp "samp",
        Section "section", Slot "slot", Small "small", Span "span", Strong "strong", Sub "sub", Summary "summary", Sup "sup",
        Table "table", Tbody "tbody", Td "td", Tfoot "tfoot", Th "th", Thead "thead", Time "time", Tr "tr", U "u",
        Ul "ul", Var "var", Wbr "wbr",
    }
}

names! {
    /// The attributes they have.
    Name {
        Abbr "abbr", Alt "alt", Action "data-action", Class "class", ColSpan "colspan", Controls "aria-controls",
        Datetime "datetime", Decoding "decoding", Dir "dir", Expanded "aria-expanded", FocusX "data-x",
        FocusY "data-y", Height "height", Hidden "hidden", Href "href", HrefLang "hreflang", Id "id", Key "data-id", Label "aria-label",
        LabelledBy "aria-labelledby", Lang "lang", Loading "loading", Open "open", Part "part",
        ReferrerPolicy "referrerpolicy", Rel "rel", Reversed "reversed", Role "role", RowSpan "rowspan", Scope "scope", Silent "aria-hidden", Sizes "sizes", SlotName "name", Src "src",
        Srcset "srcset", Start "start", TabIndex "tabindex", Target "target", Title "title", Tone "data-tone", Type "type",
        Value "value", Width "width",
    }
}

impl Tag {
    /// The heading of `level`, 2 to 6.
    pub fn heading(level: u8) -> Self {
        match level {
            0..=2 => Self::H2,
            3 => Self::H3,
            4 => Self::H4,
            5 => Self::H5,
            _ => Self::H6,
        }
    }

    /// The level of a heading.
    pub fn level(self) -> Option<u8> {
        let below = (self as u8).checked_sub(Self::H2 as u8)?;
        (below < 5).then(|| below + 2)
    }

    /// Whether the element has no content and no end tag.
    pub fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Hr | Self::Img | Self::Wbr)
    }
}

/// An attribute with its value. Only the functions below make one, each from a type that is fit for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    name: Name,
    value: Cow<'static, str>,
}

/// An id inside one shadow tree: the number of the feed's item it stands in, or 0, and its own; `ac-0-3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id(pub u32, pub u32);

impl Attribute {
    /// The name.
    pub fn name(&self) -> Name {
        self.name
    }

    /// The value, unescaped.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// A value that stands in this crate's own source.
    pub fn fixed(name: Name, value: &'static str) -> Self {
        let value = Cow::Borrowed(value);
        Self { name, value }
    }

    /// A number.
    pub fn number(name: Name, value: u32) -> Self {
        Self::owned(name, number(value))
    }

    /// What the card's own script knows a story of a feed by.
    pub fn key(text: &str) -> Self {
        Self::owned(Name::Key, text.into())
    }

    /// Text that describes a picture.
    pub fn alt(text: String) -> Self {
        Self::owned(Name::Alt, text)
    }

    /// Text that names an element for those who hear it.
    pub fn label(text: String) -> Self {
        Self::owned(Name::Label, text)
    }

    /// Text that shows when a reader points at an element.
    pub fn title(text: String) -> Self {
        Self::owned(Name::Title, text)
    }

    /// A table's heading in short.
    pub fn abbr(text: String) -> Self {
        Self::owned(Name::Abbr, text)
    }

    /// The player that a button opens.
    pub fn player(embed: &Embed) -> Self {
        Self::owned(Name::Value, embed.player())
    }

    /// What a button is for: an address.
    pub fn value_of(url: &SafeUrl) -> Self {
        Self::owned(Name::Value, url.as_str().into())
    }

    /// A link's target.
    pub fn href(url: &SafeUrl) -> Self {
        Self::owned(Name::Href, url.as_str().into())
    }

    /// A picture's file.
    pub fn src(url: &SafeUrl) -> Self {
        Self::owned(Name::Src, url.as_str().into())
    }

    /// How wide a picture is drawn in a card of so many CSS pixels, which is at most 45em wide. Without `min()`: `WebKit`
    /// does not know it there.
    pub fn sizes(width: u32) -> Self {
        Self::owned(Name::Sizes, [&*number(width.min(720)), "px"].concat())
    }

    /// A picture's other files: records with a URL and a width.
    pub fn srcset<'a>(candidates: impl Iterator<Item = &'a Record>) -> Self {
        let mut value = String::new();
        for candidate in candidates {
            let (Some(url), Some(width)) =
                (candidate.url(Field::Url), candidate.number(Field::Width))
            else {
                continue;
            };
            if !value.is_empty() {
                value.push_str(", ");
            }
            value.push_str(url.as_str());
            // At the end of a URL it would end the candidate (HTML, "parse a srcset attribute").
            if value.ends_with(',') {
                value.pop();
                value.push_str("%2C");
            }
            value.push(' ');
            value.push_str(&number(width));
            value.push('w');
        }
        Self::owned(Name::Srcset, value)
    }

    /// An id, or a reference to one: [`Name::Id`], [`Name::Controls`], [`Name::LabelledBy`].
    pub fn id(name: Name, id: Id) -> Self {
        Self::owned(name, ["ac-", &number(id.0), "-", &number(id.1)].concat())
    }

    /// A date.
    pub fn datetime(date: &Date) -> Self {
        Self::owned(Name::Datetime, date.machine())
    }

    /// A moment or a length of time, as untrusted HTML has it: `None` unless it looks like one (HTML, "datetime value").
    pub fn written_time(value: &str) -> Option<Self> {
        let fits = |byte: u8| byte.is_ascii_digit() || b"TtZz:+. PpWwDdHhMmSsYy/-".contains(&byte);
        let is_time = (1..=40).contains(&value.len()) && value.bytes().all(fits);
        is_time.then(|| Self::owned(Name::Datetime, value.into()))
    }

    /// The language of an element's text.
    pub fn lang(language: &Language) -> Self {
        Self::owned(Name::Lang, language.as_str().into())
    }

    /// The language of what a link leads to.
    pub fn hreflang(language: &Language) -> Self {
        Self::owned(Name::HrefLang, language.as_str().into())
    }

    /// A direction.
    pub fn dir(direction: Direction) -> Self {
        Self::fixed(Name::Dir, direction.as_str())
    }

    fn owned(name: Name, value: String) -> Self {
        let value = Cow::Owned(value);
        Self { name, value }
    }
}

/// A number in decimal, without the formatting machinery.
pub(crate) fn number(value: u32) -> String {
    let mut out = String::new();
    crate::error::push_number(&mut out, value as usize);
    out
}
