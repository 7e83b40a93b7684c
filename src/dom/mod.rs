//! Node tree → live DOM. The only code that names `web_sys`, together with `element`.
//!
//! The whole security argument stands here: the only DOM calls that receive feed data are `createElement` with a name
//! from [`crate::view::node::Tag`], `setAttribute` with a name from [`crate::view::node::Attribute`] and a value of
//! its type, and `createTextNode`. Nothing is parsed, so no Trusted Types sink is touched.

mod fold;
mod mounted;
mod picture;

pub use fold::{Cause, Toggle, open_body};
pub use mounted::{Mounted, live};

use crate::view::node::{Element, Node};
use wasm_bindgen::JsValue;
use web_sys::Document;

/// Builds `node` in `document`, unattached.
///
/// # Errors
/// What the browser threw; not seen in practice.
pub fn build(document: &Document, node: &Node) -> Result<web_sys::Node, JsValue> {
    match node {
        Node::Text(text) => Ok(document.create_text_node(text).into()),
        Node::Element(element) => Ok(build_element(document, element)?.into()),
    }
}

fn build_element(document: &Document, element: &Element) -> Result<web_sys::Element, JsValue> {
    let live = document.create_element(element.tag.name())?;
    for attribute in &element.attributes {
        live.set_attribute(attribute.name(), &attribute.value())?;
    }
    for child in &element.children {
        match child {
            Node::Text(text) => live.append_child(&document.create_text_node(text))?,
            Node::Element(child) => live.append_child(&build_element(document, child)?.into())?,
        };
    }
    Ok(live)
}
