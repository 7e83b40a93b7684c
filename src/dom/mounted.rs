//! A drawn card: owns every listener of its shadow root, for as long as the element is connected.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, ShadowRoot};

use super::{build, page::settle, picture};
use crate::node::Node;

thread_local! {
    static LIVE: Cell<u32> = const { Cell::new(0) };
}

/// How many cards are mounted now: what a leak test counts.
pub fn live() -> u32 {
    LIVE.get()
}

/// A card in its shadow root.
#[derive(Debug)]
#[must_use = "dropping this stops the card from listening"]
pub struct Mounted {
    _errors: EventListener,
}

impl Mounted {
    /// Replaces what the shadow root holds by `tree`, in one step.
    pub fn draw(root: &ShadowRoot, tree: &Node) -> Self {
        let live = build(root, core::slice::from_ref(tree));
        // Before the nodes go in: a picture may fail while they do.
        let mounted = Self::adopt(root);
        root.replace_children_with_node_1(&live);
        mounted
    }

    /// Makes what the shadow root holds already the same as `tree`; leaves it as it is unless that is spoken in the
    /// language it should be.
    pub fn settle(root: &ShadowRoot, tree: &Node, is_spoken: bool) -> Self {
        let mounted = Self::adopt(root);
        settle(root, core::slice::from_ref(tree), is_spoken);
        mounted
    }

    /// Takes over what the shadow root holds already.
    pub fn adopt(root: &ShadowRoot) -> Self {
        LIVE.set(LIVE.get() + 1);
        // Errors of pictures do not bubble, but they can be caught on the way down.
        let options = EventListenerOptions::run_in_capture_phase();
        let failed: fn(&Event) = |event| {
            if let Some(image) = event.target().and_then(|target| target.dyn_into().ok()) {
                picture::failed(&image);
            }
        };
        Self {
            _errors: EventListener::new_with_options(root, "error", options, failed),
        }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        LIVE.set(LIVE.get() - 1);
    }
}
