//! What JavaScript does for all cards: building nodes, and writing dates (`src/element/page.js`).

use core::cell::OnceCell;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::ShadowRoot;

use super::code::{code, names};
use crate::node::Node;

#[wasm_bindgen]
extern "C" {
    /// The page's side of the border.
    #[derive(Debug, Clone)]
    pub type Page;

    #[wasm_bindgen(method)]
    fn build(this: &Page, root: &ShadowRoot, code: &str) -> web_sys::Node;

    #[wasm_bindgen(method)]
    fn settle(this: &Page, root: &ShadowRoot, code: &str, is_spoken: bool);

    #[wasm_bindgen(method)]
    fn written(this: &Page, seconds: f64, how: &str) -> String;
}

thread_local! {
    static PAGE: OnceCell<Page> = const { OnceCell::new() };
}

/// Takes the page's side, once, and gives the names that it builds with: a line of those of attributes, one of those
/// of elements.
#[wasm_bindgen]
pub fn begin(page: Page) -> String {
    PAGE.with(|own| {
        let _ = own.set(page);
    });
    names()
}

/// The live nodes for `nodes`, for `root`, in a fragment.
pub fn build(root: &ShadowRoot, nodes: &[Node]) -> web_sys::Node {
    let code = code(nodes);
    PAGE.with(|page| page.get().map(|page| page.build(root, &code)))
        .unwrap_or_else(|| root.clone().into())
}

/// Makes what `root` shows already, drawn before there was a script, what `nodes` say, and touches nothing that is so;
/// nothing at all unless that is spoken in the language it should be.
pub(super) fn settle(root: &ShadowRoot, nodes: &[Node], is_spoken: bool) {
    let code = code(nodes);
    PAGE.with(|page| page.get().map(|page| page.settle(root, &code, is_spoken)));
}

/// A moment in words: `how` is the style of the date, that of the time, language and zone, set apart by commas.
pub(crate) fn written(seconds: f64, how: &str) -> String {
    PAGE.with(|page| page.get().map(|page| page.written(seconds, how)))
        .unwrap_or_default()
}
