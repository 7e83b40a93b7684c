//! The sanitiser of the card for a page that measures it, without the rest of the card.

#[path = "../../../benches/bodies/mod.rs"]
mod bodies;

use article_card::article::Field;
use article_card::dom;
use article_card::sanitize::html::{Scope, blocks};
use article_card::sanitize::{ImagePolicy, SafeUrl};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Node, ShadowRoot};

/// What addresses are relative to.
fn base() -> Option<SafeUrl> {
    SafeUrl::web("https://courier.example/stories/1", None)
}

/// How long the bodies are that are measured.
#[wasm_bindgen]
pub fn lengths() -> Vec<usize> {
    bodies::LENGTHS.to_vec()
}

/// A body of our own of about `length` bytes.
#[wasm_bindgen]
pub fn body(length: usize) -> String {
    bodies::body(length)
}

/// Reads `html` into nodes, and says how many blocks they are.
#[wasm_bindgen]
pub fn sanitise(html: &str) -> usize {
    let (base, images) = (base(), ImagePolicy::default());
    let scope = Scope {
        base: base.as_ref(),
        images: &images,
    };
    blocks(html, &scope, &mut { usize::MAX }).0.len()
}

/// Reads `html` into a fragment that can be inserted, for `root`.
#[wasm_bindgen]
pub fn fragment(html: &str, root: &ShadowRoot) -> Node {
    let (base, images) = (base(), ImagePolicy::default());
    let scope = Scope {
        base: base.as_ref(),
        images: &images,
    };
    let blocks = blocks(html, &scope, &mut { usize::MAX }).0;
    let nodes: Vec<_> = blocks
        .iter()
        .flat_map(|block| block.nodes(Field::Html).iter().cloned())
        .collect();
    dom::build(root, &nodes)
}
