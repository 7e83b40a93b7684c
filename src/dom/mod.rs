//! Node tree → live DOM. The only code that names `web_sys`, together with `element`.
//!
//! The whole security argument stands here: the only DOM calls that receive feed data are `createElement` with a name
//! from [`crate::node::Tag`], `setAttribute` with a name from [`crate::node::Attribute`] and a value of
//! its type, and `createTextNode`. Nothing is parsed, so no Trusted Types sink is touched.

mod mounted;
mod picture;

pub use mounted::{Mounted, live};

use crate::node::Node;
use wasm_bindgen::JsValue;
use web_sys::Document;

/// Builds `node` in `document`, unattached.
///
/// # Errors
/// What the browser threw; not seen in practice.
pub fn build(document: &Document, node: &Node) -> Result<web_sys::Node, JsValue> {
    let element = match node {
        Node::Text(text) => return Ok(document.create_text_node(text).into()),
        Node::Element(element) => element,
    };
    let live = document.create_element(element.tag.name())?;
    for attribute in &element.attributes {
        live.set_attribute(attribute.name().name(), attribute.value())?;
    }
    for child in &element.children {
        live.append_child(&build(document, child)?)?;
    }
    Ok(live.into())
}
