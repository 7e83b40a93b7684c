//! What is known to be wrong today: the checks look away from it, so that they find what is not known. Whoever mends
//! one takes its line away, and the checks hold it from then on.

use std::collections::HashSet;

use article_card::node::{Attribute, Element, Name, Node, Tag};

/// `<ul><hr>`, `<ul><ul><li>x`, `<dl><li>x`, `<table><wbr>`, `<table><li>x`: lists and tables hold what is no item or
/// piece of theirs.
pub(crate) const LISTS_AND_TABLES_HOLD_ANYTHING: bool = false;
/// `<figcaption>x`, `<summary>x`, `<table><caption>a<caption>b`: captions stand anywhere.
pub(crate) const CAPTIONS_ANYWHERE: bool = false;
/// `<figure class=pullquote>`: a figure of nothing.
pub(crate) const EMPTY_FIGURES: bool = false;
/// `<hr>` where HTML runs in one line, `<b>[vc_row a="b"]</b>`: text of no characters.
pub(crate) const EMPTY_TEXTS: bool = false;
/// `<h2>a<p>b</h2>`: the space between is a text of its own.
pub(crate) const TEXT_IN_PIECES: bool = true;
/// `&#13;` and NUL in text, a line break that `<pre>` begins with: written as HTML, a browser reads them as something
/// else.
pub(crate) const TEXT_THAT_BROWSERS_CHANGE: bool = true;
/// A link that goes on through 500 paragraphs is 500 links; a frame counts as no link and no node.
pub(crate) const LINKS_THAT_ARE_NOT_COUNTED: bool = false;
/// A publisher without a name is called by its host, however long that is.
pub(crate) const LONG_NAMES_OF_HOSTS: bool = true;

/// Whether `nodes` hold what is not read the same again: tables in items and cells; loose text beside paragraphs in
/// them; figures of anything but a picture, pictures or a quotation; the same picture twice; shortcodes that tags had
/// taken apart; text that browsers change.
pub(crate) fn reads_differently(nodes: &[Node]) -> bool {
    inside(nodes, false, &mut HashSet::new())
}

fn inside<'n>(nodes: &'n [Node], in_item: bool, pictures: &mut HashSet<&'n str>) -> bool {
    nodes.iter().any(|node| match node {
        Node::Text(text) => text.contains(['[', '\r', '\0']),
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
