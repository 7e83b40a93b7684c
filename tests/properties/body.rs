//! Untrusted HTML.

use article_card::article::{Field, Record};
use article_card::limits;
use article_card::node::{Node, html};
use article_card::sanitize::html::{Scope, blocks, line};

use super::tree::{self, Size};
use super::{address, base, gaps, images};

/// Checks what `text` becomes as a body, and as what runs in one line.
pub(crate) fn check(text: &str) {
    let (base, images) = (base(), images());
    let scope = Scope {
        base: Some(&base),
        images: &images,
    };
    let (records, cut) = blocks(text, &scope, &mut { usize::MAX });
    let nodes = nodes_of(&records);
    let size = tree::sanitized(&nodes, false);
    within_limits(&size);
    for url in records.iter().filter_map(|block| block.url(Field::Url)) {
        address::is_safe(url);
    }
    let (in_line, _) = line(text, &scope, &mut { usize::MAX });
    within_limits(&tree::sanitized(&in_line, true));
    // What a limit has cut may be within it when it is read again, and what had lost its tags for being too deep too.
    let cut = cut || size.depth + 1 >= limits::HTML_DEPTH;
    if cut || gaps::reads_differently(&nodes) {
        return;
    }
    let written = written(&nodes);
    let again = nodes_of(&blocks(&written, &scope, &mut { usize::MAX }).0);
    assert_eq!(self::written(&again), written, "read again");
    if !gaps::TEXT_IN_PIECES {
        assert_eq!(again, nodes, "read again");
    }
}

/// Reads `text` as a body and writes it as HTML, unchecked: what is measured.
pub(crate) fn read(text: &str) -> String {
    let (base, images) = (base(), images());
    let scope = Scope {
        base: Some(&base),
        images: &images,
    };
    written(&nodes_of(&blocks(text, &scope, &mut { usize::MAX }).0))
}

/// The nodes of blocks of HTML; films and teasers have none.
fn nodes_of(blocks: &[Record]) -> Vec<Node> {
    let nodes = blocks.iter().flat_map(|block| block.nodes(Field::Html));
    nodes.cloned().collect()
}

fn within_limits(size: &Size) {
    // A box for each table, a figure for each picture, the boxes of a gallery: none of them is counted.
    let most = limits::HTML_NODES * 2;
    assert!(size.nodes <= most, "{} nodes", size.nodes);
    assert!(
        size.images <= limits::HTML_IMAGES,
        "{} pictures",
        size.images
    );
    assert!(size.links <= limits::HTML_LINKS, "{} links", size.links);
    assert!(size.depth <= limits::HTML_DEPTH * 2, "{} deep", size.depth);
}

/// Nodes as HTML.
pub(crate) fn written(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        html::push(&mut out, node);
    }
    out
}
