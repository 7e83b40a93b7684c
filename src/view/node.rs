//! The tree every card becomes. It cannot express anything unsafe: tags and attributes are closed sets, URLs are
//! [`SafeUrl`]s, and there is no raw HTML.

use std::borrow::Cow;

use crate::article::{Candidate, Date, Direction, Language};
use crate::sanitize::SafeUrl;

/// A node of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Text, shown as it is.
    Text(String),
    /// An element.
    Element(Element),
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

macro_rules! tags {
    ($($tag:ident $name:literal,)*) => {
        /// The elements a card is made of.
        #[allow(missing_docs)] // they are HTML's own
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Tag { $($tag,)* }

        impl Tag {
            /// The name of the element.
            pub fn name(self) -> &'static str {
                match self { $(Self::$tag => $name,)* }
            }
        }
    };
}

tags! {
    A "a", Article "article", Aside "aside", Bdi "bdi", Blockquote "blockquote", Button "button", Caption "caption",
    Cite "cite", Code "code", Div "div", Figcaption "figcaption", Figure "figure", Footer "footer", H2 "h2", H3 "h3",
    H4 "h4", H5 "h5", H6 "h6", Header "header", Hr "hr", Img "img", Li "li", Ol "ol", P "p", Pre "pre",
    Section "section", Span "span", Table "table", Tbody "tbody", Td "td", Th "th", Thead "thead", Time "time",
    Tr "tr", Ul "ul",
}

impl Tag {
    /// The heading of `level`, at most 6.
    pub fn heading(level: u8) -> Self {
        match level {
            0..=2 => Self::H2,
            3 => Self::H3,
            4 => Self::H4,
            5 => Self::H5,
            _ => Self::H6,
        }
    }

    /// Whether the element has no content and no end tag.
    pub fn is_void(self) -> bool {
        matches!(self, Self::Hr | Self::Img)
    }
}

/// An attribute with its value. Text from the document only reaches attributes that show or describe it.
#[allow(missing_docs)] // they are HTML's own
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    Part(&'static str),
    Class(&'static str),
    Id(Id),
    Controls(Id),
    LabelledBy(Id),
    Label(String),
    Hidden,
    Expanded(bool),
    Action(Action),
    ButtonType,
    Role(&'static str),
    TabIndex,
    /// `hidden="until-found"`.
    UntilFound,
    Lang(Language),
    Dir(Direction),
    Title(String),
    Datetime(Date),
    Href(SafeUrl),
    Rel(&'static str),
    Src(SafeUrl),
    Srcset(Vec<Candidate>),
    Sizes(&'static str),
    Alt(String),
    Width(u32),
    Height(u32),
    Loading(&'static str),
    Decoding(&'static str),
    ReferrerPolicy(&'static str),
    ColSpan(u32),
    RowSpan(u32),
    Scope(&'static str),
    Start(u32),
    /// Where the point that must stay visible lies, in quarters of the width.
    FocusX(u8),
    /// Where the point that must stay visible lies, in quarters of the height.
    FocusY(u8),
    /// Which of the eight colours an avatar without a picture has.
    Tone(u8),
}

/// An id inside one shadow tree: `ac-3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id(pub u32);

/// What a button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows or hides what the button controls.
    Toggle,
}

impl Attribute {
    /// The name of the attribute.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Part(_) => "part",
            Self::Class(_) => "class",
            Self::Id(_) => "id",
            Self::Controls(_) => "aria-controls",
            Self::LabelledBy(_) => "aria-labelledby",
            Self::Label(_) => "aria-label",
            Self::Hidden => "aria-hidden",
            Self::Expanded(_) => "aria-expanded",
            Self::Action(_) => "data-action",
            Self::ButtonType => "type",
            Self::Role(_) => "role",
            Self::TabIndex => "tabindex",
            Self::UntilFound => "hidden",
            Self::Lang(_) => "lang",
            Self::Dir(_) => "dir",
            Self::Title(_) => "title",
            Self::Datetime(_) => "datetime",
            Self::Href(_) => "href",
            Self::Rel(_) => "rel",
            Self::Src(_) => "src",
            Self::Srcset(_) => "srcset",
            Self::Sizes(_) => "sizes",
            Self::Alt(_) => "alt",
            Self::Width(_) => "width",
            Self::Height(_) => "height",
            Self::Loading(_) => "loading",
            Self::Decoding(_) => "decoding",
            Self::ReferrerPolicy(_) => "referrerpolicy",
            Self::ColSpan(_) => "colspan",
            Self::RowSpan(_) => "rowspan",
            Self::Scope(_) => "scope",
            Self::Start(_) => "start",
            Self::FocusX(_) => "data-x",
            Self::FocusY(_) => "data-y",
            Self::Tone(_) => "data-tone",
        }
    }

    /// The value of the attribute, unescaped.
    pub fn value(&self) -> Cow<'_, str> {
        match self {
            Self::Part(value)
            | Self::Class(value)
            | Self::Role(value)
            | Self::Rel(value)
            | Self::Sizes(value)
            | Self::Loading(value)
            | Self::Decoding(value)
            | Self::ReferrerPolicy(value)
            | Self::Scope(value) => Cow::Borrowed(value),
            Self::Label(value) | Self::Title(value) | Self::Alt(value) => Cow::Borrowed(value),
            Self::Href(url) | Self::Src(url) => Cow::Borrowed(url.as_str()),
            Self::Id(id) | Self::Controls(id) | Self::LabelledBy(id) => {
                Cow::Owned(["ac-", &number(id.0)].concat())
            }
            Self::Width(value)
            | Self::Height(value)
            | Self::ColSpan(value)
            | Self::RowSpan(value)
            | Self::Start(value) => Cow::Owned(number(*value)),
            Self::Tone(value) | Self::FocusX(value) | Self::FocusY(value) => {
                Cow::Owned(number(u32::from(*value)))
            }
            Self::Hidden | Self::Expanded(true) => Cow::Borrowed("true"),
            Self::Expanded(false) => Cow::Borrowed("false"),
            Self::Action(Action::Toggle) => Cow::Borrowed("toggle"),
            Self::ButtonType => Cow::Borrowed("button"),
            Self::TabIndex => Cow::Borrowed("0"),
            Self::UntilFound => Cow::Borrowed("until-found"),
            Self::Lang(language) => Cow::Borrowed(language.as_str()),
            Self::Dir(direction) => Cow::Borrowed(direction.as_str()),
            Self::Datetime(date) => Cow::Owned(date.machine()),
            Self::Srcset(candidates) => Cow::Owned(srcset(candidates)),
        }
    }
}

fn srcset(candidates: &[Candidate]) -> String {
    let mut value = String::new();
    for candidate in candidates {
        if !value.is_empty() {
            value.push_str(", ");
        }
        // A comma at the end of a URL would end the candidate there (HTML, "parse a srcset attribute").
        value.push_str(&candidate.url.as_str().replace(',', "%2C"));
        value.push(' ');
        value.push_str(&number(candidate.width));
        value.push('w');
    }
    value
}

/// A number in decimal, without the formatting machinery.
pub(crate) fn number(value: u32) -> String {
    let mut out = String::new();
    crate::error::push_number(&mut out, value as usize);
    out
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Element {
    /// An element without attributes or children.
    pub fn new(tag: Tag) -> Self {
        Self {
            tag,
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    /// A part: what hosts can style through `::part()`.
    pub fn part(tag: Tag, part: &'static str) -> Self {
        Self::new(tag).with(Attribute::Part(part))
    }

    /// Adds an attribute.
    #[must_use]
    pub fn with(mut self, attribute: Attribute) -> Self {
        self.attributes.push(attribute);
        self
    }

    /// Adds an attribute if there is one.
    #[must_use]
    pub fn with_some(mut self, attribute: Option<Attribute>) -> Self {
        self.attributes.extend(attribute);
        self
    }

    /// Adds a child.
    #[must_use]
    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Adds children.
    #[must_use]
    pub fn children<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// The element, unless it is empty: a part whose data is absent leaves no trace.
    pub fn unless_empty(self) -> Option<Self> {
        (!self.children.is_empty()).then_some(self)
    }
}
