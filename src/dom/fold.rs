//! Opening and closing what folds away.
//!
//! The button says everything: `aria-controls` names what it folds, `aria-expanded` whether it is open. For the body
//! of an `<article-card>` the element's `expanded` attribute leads, so that the state survives moves.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, ShadowRoot};

use crate::detail::{Detail, Value};

/// A click on `target` or something in it.
pub(super) fn clicked(target: &Element) {
    let Ok(Some(button)) = target.closest("[data-action=toggle]") else {
        return;
    };
    let open = !is_open(&button);
    set(&button, open, "user");
}

/// The browser is about to reveal `rest`, where it found what the reader searched for.
pub(super) fn found(rest: &Element) {
    let Some(root) = root_of(rest) else { return };
    let selector = ["[aria-controls=\"", &rest.id(), "\"]"].concat();
    if let Ok(Some(button)) = root.query_selector(&selector) {
        set(&button, true, "find");
    }
}

/// Opens or closes the body of the card in `root`, if it folds: the `expanded` attribute changed.
pub fn open_body(root: &ShadowRoot, open: bool) {
    if let Ok(Some(button)) = root.query_selector(BODY_BUTTON)
        && is_open(&button) != open
    {
        show(root, &button, open);
        announce(root, open, "api");
    }
}

const BODY_BUTTON: &str = "[part=card]>[part=toggle]";

fn set(button: &Element, open: bool, cause: &'static str) {
    let Some(root) = root_of(button) else { return };
    show(&root, button, open);
    if button.matches(BODY_BUTTON).unwrap_or(false) {
        // Runs attributeChangedCallback, which finds the body as it should be.
        let host = root.host();
        let reflected = if open {
            host.set_attribute("expanded", "")
        } else {
            host.remove_attribute("expanded")
        };
        if reflected.is_ok() {
            announce(&root, open, cause);
        }
    }
}

fn show(root: &ShadowRoot, button: &Element, open: bool) {
    let id = button.get_attribute("aria-controls").unwrap_or_default();
    let Some(rest) = root.get_element_by_id(&id) else {
        return;
    };
    // Setting an attribute by a well-formed name cannot fail.
    let (_, _) = if open {
        (
            rest.remove_attribute("hidden"),
            button.set_attribute("aria-expanded", "true"),
        )
    } else {
        (
            rest.set_attribute("hidden", "until-found"),
            button.set_attribute("aria-expanded", "false"),
        )
    };
}

fn is_open(button: &Element) -> bool {
    button.get_attribute("aria-expanded").as_deref() == Some("true")
}

fn root_of(element: &Element) -> Option<ShadowRoot> {
    element.get_root_node().dyn_into().ok()
}

/// Fires `article-card:toggle`.
fn announce(root: &ShadowRoot, expanded: bool, cause: &'static str) {
    let detail = Detail::from([("expanded", Value::Flag(expanded)), ("cause", cause.into())]);
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&JsValue::from(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict("article-card:toggle", &init) {
        // What listeners of the page throw is reported to the page, not to us.
        let _ = root.host().dispatch_event(&event);
    }
}
