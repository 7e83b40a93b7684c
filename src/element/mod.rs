//! What the custom elements call: draw, adopt, open, free. Everything they know is read from the host element here;
//! `element.js` forwards and decides nothing.
//!
//! A [`Card`] lives while its element is connected: a Rust object that outlives it would keep the element, and with
//! it the page, in memory (a `JsValue` held by Wasm is a root to the garbage collector).

mod intl;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ShadowRoot};

use crate::article::{Language, text};
use crate::detail::{Detail, Value};
use crate::dom::{self, Mounted};
use crate::sanitize::{ImagePolicy, SafeUrl};
use crate::view::node::Node;
use crate::view::{self, Collapse, Settings};
use crate::{Context, Error, Parsed, Reason};

/// A smaller allocator than the default one: 2 KB less to download.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A card on the page. Freed by `disconnectedCallback`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Card {
    _mounted: Mounted,
    report: Option<Detail>,
}

#[wasm_bindgen]
impl Card {
    /// The `detail` of `article-card:load`, once.
    pub fn report(&mut self) -> JsValue {
        self.report.take().map_or(JsValue::NULL, JsValue::from)
    }
}

/// Draws a document into the shadow root of `host`.
///
/// `json` is the document's text; `source` the URL it came from, if it came from one;
/// `page` the origin of the page.
///
/// # Errors
/// The `detail` of `article-card:error`; the shadow root is untouched then.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // an optional string crosses the border as a value
pub fn draw(
    host: &Element,
    root: &ShadowRoot,
    json: &str,
    source: Option<String>,
    page: &str,
) -> Result<Card, JsValue> {
    let context = context(host, source.as_deref(), page);
    let (tree, report) = tree(host, json, &context).map_err(Detail::from)?;
    let mounted = Mounted::draw(root, &tree)?;
    Ok(Card {
        _mounted: mounted,
        report: Some(report),
    })
}

fn tree(host: &Element, json: &str, context: &Context) -> Result<(Node, Detail), Error> {
    let parsed = crate::parse(json, context)?;
    let settings = settings(host)?;
    let report = |parsed: Parsed| {
        let warnings = parsed.warnings.into_iter().map(Detail::from).collect();
        Detail::from([
            ("format", parsed.format.into()),
            ("truncated", Value::Flag(parsed.truncated)),
            ("warnings", Value::List(warnings)),
        ])
    };
    if is_feed(host) {
        // Better the page's own link than an empty box.
        if parsed.document.is_empty() {
            let message = ["the feed has no items that can be shown"];
            return Err(Error::new(Reason::Format, &message, "items".into()));
        }
        let tree = view::feed(&parsed.document, &settings);
        return Ok((tree, report(parsed)));
    }
    let item = host.get_attribute("item");
    let tree = view::card(parsed.article(item.as_deref())?, &settings);
    Ok((tree, report(parsed)))
}

/// Takes over a shadow root that holds a card already: the element was moved.
#[wasm_bindgen]
pub fn adopt(root: &ShadowRoot) -> Card {
    Card {
        _mounted: Mounted::adopt(root),
        report: None,
    }
}

/// Opens or closes the body of the card in `root`, if it folds.
#[wasm_bindgen]
pub fn expand(root: &ShadowRoot, open: bool) {
    dom::open_body(root, open);
}

/// How many cards are on the page now, for tests that look for leaks.
#[wasm_bindgen]
pub fn live() -> u32 {
    dom::live()
}

fn is_feed(host: &Element) -> bool {
    host.local_name() == "article-feed"
}

fn context(host: &Element, source: Option<&str>, page: &str) -> Context {
    let source = source.and_then(|source| SafeUrl::web(source, None));
    let page = SafeUrl::web(page, None);
    let from = |url: &Option<SafeUrl>| url.as_ref().map(|url| url.origin().to_owned());
    let welcome = host.get_attribute("images").as_deref() == Some("same-origin");
    let own_origin = page.is_some() && (welcome || from(&source) == from(&page));
    let base = host.get_attribute("base").and_then(|base| {
        let page_url = host.base_uri().ok().flatten()?;
        SafeUrl::web(&base, SafeUrl::web(&page_url, None).as_ref())
    });
    Context {
        base: base.or(source),
        images: ImagePolicy { page, own_origin },
    }
}

fn settings(host: &Element) -> Result<Settings, Error> {
    let number = |name: &str| text::trim(&host.get_attribute(name)?).bytes().next();
    let labels = host.get_attribute("labels");
    let labels = labels.filter(|json| !text::trim(json).is_empty());
    let language = language(host);
    Ok(Settings {
        heading_level: number("heading-level")
            .filter(u8::is_ascii_digit)
            .map_or(2, |digit| digit - b'0'),
        collapse: if host.has_attribute("expanded") && !is_feed(host) {
            Collapse::Open
        } else {
            Collapse::Closed
        },
        labels: labels.map_or(Ok(Vec::new()), |json| crate::input::labels(&json))?,
        language,
        time_zone: host.get_attribute("time-zone"),
        dates: intl::date,
    })
}

/// The language of the nearest element that names one, across shadow roots.
fn language(host: &Element) -> Option<Language> {
    let mut element = host.clone();
    loop {
        if let Ok(Some(speaker)) = element.closest("[lang]") {
            return Language::parse(&speaker.get_attribute("lang")?);
        }
        element = element
            .get_root_node()
            .dyn_into::<ShadowRoot>()
            .ok()?
            .host();
    }
}
