//! Trees: what stands in what, and how much of it.

use std::collections::HashSet;

use article_card::node::{Attribute, Element, Name, Node, Tag};

use super::{gaps, value};

/// How much a tree holds.
#[derive(Debug, Default)]
pub(crate) struct Size {
    pub(crate) nodes: usize,
    pub(crate) images: usize,
    pub(crate) links: usize,
    /// Elements inside of each other.
    pub(crate) depth: usize,
    /// Whether it is a card, with parts that wait for something to say.
    drawn: bool,
    ids: HashSet<String>,
    references: Vec<String>,
}

/// What an element stands in.
#[derive(Clone, Copy)]
struct Place<'a> {
    parent: Option<&'a Element>,
    /// Inside of something to press.
    in_link: bool,
    /// Where only what runs in a line may stand.
    in_line: bool,
    depth: usize,
}

/// Checks nodes that HTML has become: blocks, or what runs in one line.
pub(crate) fn sanitized(nodes: &[Node], in_line: bool) -> Size {
    let mut size = Size::default();
    let place = Place {
        parent: None,
        in_link: false,
        in_line,
        depth: 0,
    };
    each(nodes, place, &mut size);
    texts(nodes, in_line);
    size
}

/// Checks the tree of a card.
pub(crate) fn drawn(nodes: &[Node]) -> Size {
    let mut size = Size {
        drawn: true,
        ..Size::default()
    };
    let place = Place {
        parent: None,
        in_link: false,
        in_line: false,
        depth: 0,
    };
    each(nodes, place, &mut size);
    for id in &size.references {
        assert!(size.ids.contains(id), "{id} leads nowhere");
    }
    size
}

fn each(nodes: &[Node], place: Place<'_>, size: &mut Size) {
    size.nodes += nodes.len();
    size.depth = size.depth.max(place.depth);
    for (index, node) in nodes.iter().enumerate() {
        if let Node::Element(element) = node {
            check(element, index, place, size);
        } else if let Some(parent) = place.parent {
            assert!(!only_elements(parent.tag), "text in {}", parent.tag.name());
        }
    }
}

fn check(element: &Element, index: usize, place: Place<'_>, size: &mut Size) {
    let tag = element.tag;
    let around = place.parent.map(|parent| parent.tag);
    let context = || {
        let around = around.map_or("the body", Tag::name);
        format!("{} in {around}", tag.name())
    };
    assert!(is_child(around, tag, index), "{}", context());
    let fits = !place.in_line || is_phrasing(tag);
    assert!(fits, "{}, in a line", context());
    let pressed = matches!(tag, Tag::A | Tag::Button);
    assert!(!(pressed && place.in_link), "{}, in a link", context());
    attributes(element, size);
    size.links += usize::from(tag == Tag::A);
    size.images += usize::from(tag == Tag::Img);
    if tag.is_void() {
        assert!(element.children.is_empty(), "a void {}", tag.name());
    } else {
        let may_be_empty = size.drawn || matches!(tag, Tag::Td | Tag::Th);
        assert!(
            may_be_empty || !element.children.is_empty(),
            "an empty {}",
            tag.name()
        );
    }
    let inside = Place {
        parent: Some(element),
        in_link: place.in_link || pressed,
        in_line: place.in_line || holds_a_line(tag),
        depth: place.depth + 1,
    };
    each(&element.children, inside, size);
}

fn attributes(element: &Element, size: &mut Size) {
    let tag = element.tag;
    let get = |name| element.attributes.iter().find(|own| own.name() == name);
    for (at, attribute) in element.attributes.iter().enumerate() {
        let before = &element.attributes[..at];
        let name = attribute.name();
        assert!(
            before.iter().all(|own| own.name() != name),
            "{} twice",
            name.name()
        );
        value::check(tag, attribute);
        let text = || attribute.value().to_owned();
        match name {
            Name::Id => assert!(size.ids.insert(text()), "the id {} twice", text()),
            Name::Controls | Name::LabelledBy => size.references.push(text()),
            // The browser asks for a picture when it meets this: all that says how comes before it.
            Name::Src => assert_eq!(at + 1, element.attributes.len(), "src is the last"),
            _ => {}
        }
    }
    let is = |name, value| get(name).map(Attribute::value) == Some(value);
    match tag {
        Tag::A => {
            assert!(get(Name::Href).is_some(), "a link to nowhere");
            assert!(is(Name::ReferrerPolicy, "strict-origin-when-cross-origin"));
            let rel = get(Name::Rel).map(Attribute::value).unwrap_or_default();
            assert!(rel.split(' ').any(|word| word == "noopener"), "{rel:?}");
        }
        Tag::Img => {
            assert!(
                get(Name::Alt).is_some() && get(Name::Src).is_some(),
                "a picture without"
            );
            assert!(is(Name::ReferrerPolicy, "strict-origin-when-cross-origin"));
            assert!(is(Name::Decoding, "async"));
        }
        _ => {}
    }
}

/// What can stand in what, where HTML has rules of its own.
fn is_child(around: Option<Tag>, tag: Tag, index: usize) -> bool {
    let is = |tags: &[Tag]| around.is_some_and(|around| tags.contains(&around));
    match tag {
        Tag::Li => is(&[Tag::Ul, Tag::Ol]),
        Tag::Dt | Tag::Dd => is(&[Tag::Dl]),
        Tag::Caption => is(&[Tag::Table]) && index == 0,
        Tag::Thead | Tag::Tbody | Tag::Tfoot => is(&[Tag::Table]),
        Tag::Tr => is(&[Tag::Thead, Tag::Tbody, Tag::Tfoot]),
        Tag::Td | Tag::Th => is(&[Tag::Tr]),
        Tag::Figcaption => is(&[Tag::Figure]),
        Tag::Summary => is(&[Tag::Details]) && index == 0,
        _ => !around.is_some_and(only_elements),
    }
}

/// Elements that hold certain elements and no text.
fn only_elements(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Ul | Tag::Ol | Tag::Dl | Tag::Table | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr
    )
}

/// Elements that hold what runs in a line, and nothing else.
fn holds_a_line(tag: Tag) -> bool {
    let line = matches!(
        tag,
        Tag::P | Tag::Pre | Tag::Summary | Tag::Caption | Tag::Button
    );
    line || tag.level().is_some() || (is_phrasing(tag) && tag != Tag::A)
}

fn is_phrasing(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::A
            | Tag::Abbr
            | Tag::B
            | Tag::Bdi
            | Tag::Bdo
            | Tag::Br
            | Tag::Button
            | Tag::Cite
            | Tag::Code
            | Tag::Del
            | Tag::Dfn
            | Tag::Em
            | Tag::I
            | Tag::Img
            | Tag::Ins
            | Tag::Kbd
            | Tag::Mark
            | Tag::Q
            | Tag::Rp
            | Tag::Rt
            | Tag::Ruby
            | Tag::S
            | Tag::Samp
            | Tag::Small
            | Tag::Span
            | Tag::Strong
            | Tag::Sub
            | Tag::Sup
            | Tag::Time
            | Tag::U
            | Tag::Var
            | Tag::Wbr
    )
}

/// Text that is empty, follows on text or holds what HTML cannot say would not be read the same again.
fn texts(nodes: &[Node], in_line: bool) {
    let mut text_before = false;
    for node in nodes {
        match node {
            Node::Text(text) => {
                assert!(!text.is_empty(), "empty text");
                let known = in_line || gaps::TEXT_IN_PIECES;
                assert!(!text_before || known, "text in pieces");
                assert!(!text.contains(['\r', '\0']), "a browser changes this");
                text_before = true;
            }
            Node::Element(element) => {
                text_before = false;
                texts(&element.children, in_line);
            }
        }
    }
}
