//! What is known to be wrong today: the checks look away from it, so that they find what is not known. Whoever mends
//! one takes its line away, and the checks hold it from then on.

use std::collections::HashSet;

use article_card::node::{Attribute, Element, Name, Node, Tag};

/// `<h2>a<p>b</h2>`: the space between is a text of its own.
pub(crate) const TEXT_IN_PIECES: bool = true;
/// A publisher without a name is called by its host, however long that is.
pub(crate) const LONG_NAMES_OF_HOSTS: bool = true;

/// Whether `nodes` hold what is not read the same again: tables in items and cells; loose text beside paragraphs in
/// them; figures of anything but a picture, pictures or a quotation; the same picture twice; shortcodes that tags had
/// taken apart.
pub(crate) fn reads_differently(nodes: &[Node]) -> bool {
    inside(nodes, false, &mut HashSet::new())
}

fn inside<'n>(nodes: &'n [Node], in_item: bool, pictures: &mut HashSet<&'n str>) -> bool {
    nodes.iter().any(|node| match node {
        Node::Text(text) => text.contains('['),
        Node::Element(element) => differs(element, in_item, pictures),
    })
}

fn differs<'n>(element: &'n Element, in_item: bool, pictures: &mut HashSet<&'n str>) -> bool {
    let get = |name| element.attributes.iter().find(|own| own.name() == name);
    let part = get(Name::Part).map_or("", Attribute::value);
    let children = &element.children;
    let all = |tags: &[Tag]| children.iter().all(|node| is(node, tags));
    let item = matches!(element.tag, Tag::Li | Tag::Dt | Tag::Dd | Tag::Td | Tag::Th);
    let differs = match part {
        "quote pull" => true,
        "block-figure" => !all(&[Tag::Img, Tag::A, Tag::Figcaption]),
        "gallery" | "quote" if element.tag == Tag::Figure => {
            !all(&[Tag::Div, Tag::Blockquote, Tag::Figcaption])
        }
        // One that says its language has no part.
        "" if element.tag == Tag::Figure => true,
        "gallery-items" => !all(&[Tag::Figure]),
        _ => item && children.iter().any(|node| is(node, &[Tag::P])) && !all(&[Tag::P]),
    };
    let twice = get(Name::Src).is_some_and(|src| !pictures.insert(src.value()));
    let table = part == "table" && in_item;
    differs || twice || table || inside(children, in_item || item, pictures)
}

fn is(node: &Node, tags: &[Tag]) -> bool {
    matches!(node, Node::Element(element) if tags.contains(&element.tag))
}
