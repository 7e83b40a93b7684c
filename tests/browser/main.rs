//! The browser back end inside a real browser: `cargo test --target wasm32-unknown-unknown --test browser`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)] // helpers of tests, which clippy does not see as tests

use article_card::article::Document;
use article_card::dom::{self, Mounted, Page as Side};
use article_card::view::node::{Attribute, Node, Tag};
use article_card::view::{self, Collapse, Settings, html};
use article_card::{Context, parse};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document as Page, Element, Event, ShadowRoot, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

const BLOCKS: &str = include_str!("../../www/stories/blocks.json");
const HARBOUR: &str = include_str!("../../www/stories/harbour.json");
const MARKUP: &str = include_str!("../../www/stories/markup.json");
const ARABIC: &str = include_str!("../../www/stories/arabic.json");
const FEED: &str = include_str!("../../www/stories/feed.json");

#[wasm_bindgen(module = "/src/element/page.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = page)]
    static SIDE: Side;

    #[wasm_bindgen(js_name = begin)]
    fn take(names: &str);
}

/// Gives Rust the page's side, as the elements do.
fn begin() {
    SIDE.with(|side| take(&dom::begin(side.clone())));
}

/// The live element for a tree.
fn build(node: &Node) -> Element {
    let (host, root) = host();
    let live = dom::build(&root, core::slice::from_ref(node));
    host.remove();
    live.first_child().unwrap().dyn_into().unwrap()
}

fn page() -> Page {
    web_sys::window().unwrap().document().unwrap()
}

/// The tree of a story, folded as in the browser.
fn tree(story: &str) -> Node {
    let base = article_card::sanitize::SafeUrl::web("https://example.org/", None);
    let context = Context {
        base,
        ..Context::default()
    };
    let settings = Settings {
        collapse: Collapse::Closed,
        ..Settings::default()
    };
    let document = parse(story, &context).unwrap().document;
    match &document {
        Document::Article(article) => view::card(article, &settings),
        Document::Feed(_) => view::feed(&document, &settings),
    }
}

/// A connected element with a shadow root.
fn host() -> (Element, ShadowRoot) {
    begin();
    let host = page().create_element("div").unwrap();
    page().body().unwrap().append_child(&host).unwrap();
    let root = host
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .unwrap();
    (host, root)
}

fn find(root: &ShadowRoot, selector: &str) -> Option<Element> {
    root.query_selector(selector).unwrap()
}

fn fire(target: &Element, event: &str) {
    target.dispatch_event(&Event::new(event).unwrap()).unwrap();
}

// Tests begin here

#[wasm_bindgen_test]
fn the_live_tree_serialises_to_the_html_that_is_written_natively() {
    for story in [BLOCKS, HARBOUR, MARKUP, ARABIC, FEED] {
        let node = tree(story);
        let mut written = String::new();
        html::push(&mut written, &node);
        assert_eq!(build(&node).outer_html(), written);
    }
}

#[wasm_bindgen_test]
fn mounts_are_counted_down_when_they_are_dropped() {
    let before = dom::live();
    let node = tree(HARBOUR);
    for _ in 0..500 {
        let (host, root) = host();
        let drawn = Mounted::draw(&root, &node);
        assert_eq!(dom::live(), before + 1);
        drop(drawn);
        drop(Mounted::adopt(&root));
        host.remove();
    }
    assert_eq!(dom::live(), before);
}

#[wasm_bindgen_test]
fn drawing_replaces_what_the_shadow_root_held() {
    let (host, root) = host();
    root.append_child(&page().create_element("slot").unwrap())
        .unwrap();
    let _mounted = Mounted::draw(&root, &tree(HARBOUR));
    assert!(find(&root, "slot:not([name])").is_none());
    assert_eq!(root.child_element_count(), 1);
    host.remove();
}

#[wasm_bindgen_test]
fn a_picture_that_fails_takes_its_caption_along_and_a_portrait_leaves_initials() {
    let (host, root) = host();
    let _mounted = Mounted::draw(&root, &tree(HARBOUR));
    fire(&find(&root, "[part=image]").unwrap(), "error");
    assert!(find(&root, "[part=figure]").is_none());
    fire(&find(&root, "[part=avatar-image]").unwrap(), "error");
    assert!(find(&root, "[part=avatar-image]").is_none());
    assert_eq!(
        find(&root, "[part=initials]")
            .unwrap()
            .text_content()
            .unwrap(),
        "RC"
    );
    host.remove();
}

#[wasm_bindgen_test]
fn nothing_listens_after_the_mount_is_dropped() {
    let (host, root) = host();
    drop(Mounted::draw(&root, &tree(HARBOUR)));
    fire(&find(&root, "[part=image]").unwrap(), "error");
    assert!(find(&root, "[part=figure]").is_some());
    host.remove();
}

#[wasm_bindgen_test]
fn text_of_a_document_is_text_in_the_page() {
    let story = r#"{"schema": "article-card/1", "headline": "<img src=x onerror=alert(1)>",
        "body": [{"type": "paragraph", "html": "<b onclick=alert(1)>bold</b><script>alert(1)</script>"}]}"#;
    let live = build(&tree(story));
    let found = live.query_selector_all("img, script, [onclick]").unwrap();
    assert_eq!(found.length(), 0);
    assert!(
        live.text_content()
            .unwrap()
            .contains("<img src=x onerror=alert(1)>")
    );
}

#[wasm_bindgen_test]
fn texts_and_values_of_any_length_and_script_arrive_whole() {
    // At and around the lengths that the code writes in other characters, and what takes two units of UTF-16.
    for length in [0, 1, 94, 95, 8_191, 8_192, 8_193, 20_000] {
        for character in ['a', 'é', '字', '🦊', ' ', '!', '"'] {
            let text: String = core::iter::repeat_n(character, length).collect();
            let paragraph = Node::Element(article_card::view::node::Element {
                tag: Tag::P,
                attributes: vec![Attribute::title(text.clone()), Attribute::label("b".into())],
                children: vec![Node::Text(text.clone()), Node::Text("c".into())],
            });
            let live = build(&paragraph);
            assert_eq!(live.get_attribute("title").as_ref(), Some(&text));
            assert_eq!(live.get_attribute("aria-label").as_deref(), Some("b"));
            assert_eq!(live.child_nodes().length(), 2);
            assert_eq!(live.text_content(), Some(text + "c"));
        }
    }
}
