//! What the custom elements call: draw, adopt, open, free. Everything they know is read from the host element here;
//! `card.js` and `feed.js` forward and decide nothing.
//!
//! A [`Card`] lives while its element is connected: a Rust object that outlives it would keep the element, and with
//! it the page, in memory (a `JsValue` held by Wasm is a root to the garbage collector).

mod intl;

use core::mem;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, ShadowRoot};

use crate::article::{Language, Pages, text};
use crate::detail::{Detail, Value};
use crate::dom::{self, Mounted};
use crate::node::Node;
use crate::sanitize::{ImagePolicy, SafeUrl};
use crate::view::{self, Collapse, Mode, Settings};
use crate::{Context, Error, Parsed, Warning, lang};

/// A smaller allocator than the default one: 2 KB less to download.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A card or feed on the page. Freed by `disconnectedCallback`.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Card {
    _mounted: Mounted,
    report: Option<Detail>,
    /// Of a feed: what was read of it.
    pages: Option<Pages>,
    /// Of pages that were added and not drawn from yet.
    warnings: Vec<Warning>,
}

#[wasm_bindgen]
impl Card {
    /// The `detail` of `article-card:load`, once.
    pub fn report(&mut self) -> JsValue {
        self.report.take().map_or(JsValue::NULL, JsValue::from)
    }

    /// Goes on with a feed whose `list` shows so many items.
    ///
    /// First adds a page, unless `text` has none: the next one, or again one that had been read before the element was
    /// moved. Then draws items until there are `wanted`, or one step of them for 0. `host` and `text` are as for
    /// [`draw`].
    ///
    /// Gives how many items are `shown` now of how many read (`total`), how many were `added`, what is to be `said` of
    /// that, the address of the `next` page and the `warnings` of this one. Undefined when nothing was read yet.
    ///
    /// # Errors
    /// As [`draw`]; no page is added then, but where it is for want of words: it is not to be added again.
    pub fn more(
        &mut self,
        host: &Element,
        root: &ShadowRoot,
        list: &Element,
        shown: u32,
        wanted: u32,
        text: &str,
    ) -> Result<JsValue, JsValue> {
        let (around, text) = around(text);
        if !text.is_empty() {
            let parsed = read(host, text)?;
            self.warnings.extend(parsed.warnings);
            match &mut self.pages {
                Some(pages) => pages.add(&parsed.document),
                None => self.pages = Some(Pages::new(parsed.document)),
            }
        }
        let Some(pages) = &self.pages else {
            return Ok(JsValue::UNDEFINED);
        };
        let settings = settings(host, around).map_err(Detail::from)?;
        let count = match wanted {
            0 => settings.page_size,
            wanted => wanted.saturating_sub(shown),
        };
        let count = count.min(settings.most.saturating_sub(shown));
        let items = view::more(pages, shown, count, &settings);
        let added = items.len() as u32;
        let said = view::announcement(added, pages, &settings);
        speak(&mut self.warnings)?;
        list.append_child(&dom::build(root, &items))?;
        let next = pages
            .next
            .as_ref()
            .filter(|_| shown + added < settings.most);
        let next = next.map(SafeUrl::as_str);
        let detail = Detail::from([
            ("shown", Value::Number(shown + added)),
            ("total", Value::Number(pages.count().min(settings.most))),
            ("added", Value::Number(added)),
            ("said", Value::Text(said)),
            ("next", next.map_or(Value::None, Value::from)),
            ("warnings", mem::take(&mut self.warnings).into()),
        ]);
        Ok(detail.into())
    }
}

/// Draws a document into the shadow root of `host`.
///
/// `text` is the language of the page around, the card's width in pixels or 0, the URL the document came from, or nothing,
/// the origin of the page, and the JSON, with one space between them: one text crosses the border with half the glue of
/// five. Of a card that was there before its script, `whole` or `details` stands for its width: so its body is drawn, and
/// what is drawn already stays.
///
/// # Errors
/// The `detail` of `article-card:error`; that of `article-card:load`, for a feed without stories; or, as text, the names
/// of the languages to [`learn`] before. The shadow root is untouched then.
#[wasm_bindgen]
pub fn draw(host: &Element, root: &ShadowRoot, text: &str) -> Result<Card, JsValue> {
    let (around, text) = around(text);
    let mut parsed = read(host, text)?;
    // Better the page's own words than an empty box.
    if is_feed(host) && parsed.document.is_empty() && parsed.document.next_page().is_none() {
        return Err(report(&mut parsed, true).into());
    }
    let tree = tree(host, around, &parsed).map_err(Detail::from)?;
    let warnings = parsed.warnings.len();
    speak(&mut parsed.warnings)?;
    let is_spoken = parsed.warnings.len() == warnings;
    let mounted = match around.drawn {
        None => Mounted::draw(root, &tree),
        Some(_) => Mounted::settle(root, &tree, is_spoken),
    };
    Ok(Card {
        _mounted: mounted,
        report: Some(report(&mut parsed, false)),
        pages: is_feed(host).then(|| Pages::new(parsed.document)),
        warnings: Vec::new(),
    })
}

/// The `detail` of `article-card:load`.
fn report(parsed: &mut Parsed, is_empty: bool) -> Detail {
    Detail::from([
        ("format", parsed.format.into()),
        ("truncated", Value::Flag(parsed.truncated)),
        ("warnings", mem::take(&mut parsed.warnings).into()),
        ("empty", Value::Flag(is_empty)),
    ])
}

/// Takes in a language, for all cards: its name and, after a space, its words, or nothing if they cannot be had.
#[wasm_bindgen]
pub fn learn(text: &str) {
    let (name, words) = text::split_once(text, b' ').unwrap_or_default();
    lang::learn(name, words);
}

/// The name of the words for a language tag; nothing where they are English.
#[wasm_bindgen]
pub fn nearest(tag: &str) -> JsValue {
    JsValue::from_str(lang::nearest(tag).unwrap_or_default())
}

/// Refuses to go on while what was drawn is to be said in languages that are not learnt yet.
fn speak(warnings: &mut Vec<Warning>) -> Result<(), JsValue> {
    let names = lang::wanted(warnings);
    if names.is_empty() {
        return Ok(());
    }
    Err(JsValue::from_str(&names))
}

/// What the page around a card is like.
#[derive(Debug, Clone, Copy)]
struct Around<'a> {
    language: &'a str,
    width: Option<u32>,
    /// How the body of a card that was drawn without a script folds.
    drawn: Option<Collapse>,
}

/// What `text` says of the page around, and the rest of it.
fn around(text: &str) -> (Around<'_>, &str) {
    let (language, text) = text::split_once(text, b' ').unwrap_or_default();
    let (width, text) = text::split_once(text, b' ').unwrap_or_default();
    let drawn = match width {
        "whole" => Some(Collapse::Whole),
        "details" => Some(Collapse::Details),
        _ => None,
    };
    let width = crate::input::count(width).filter(|width| *width > 0);
    let around = Around {
        language,
        width,
        drawn,
    };
    (around, text)
}

fn read(host: &Element, text: &str) -> Result<Parsed, JsValue> {
    let (source, text) = text::split_once(text, b' ').unwrap_or_default();
    let (page, json) = text::split_once(text, b' ').unwrap_or_default();
    let context = context(host, source, page);
    Ok(crate::parse(json, &context).map_err(Detail::from)?)
}

fn tree(host: &Element, around: Around<'_>, parsed: &Parsed) -> Result<Node, Error> {
    let settings = settings(host, around)?;
    if is_feed(host) {
        return Ok(view::feed(&parsed.document, &settings));
    }
    let item = host.get_attribute("item");
    Ok(view::card(parsed.article(item.as_deref())?, &settings))
}

/// Takes over a shadow root that holds a card already: the element was moved.
#[wasm_bindgen]
pub fn adopt(root: &ShadowRoot) -> Card {
    Card {
        _mounted: Mounted::adopt(root),
        report: None,
        pages: None,
        warnings: Vec::new(),
    }
}

/// How many cards are on the page now, for tests that look for leaks.
#[wasm_bindgen]
pub fn live() -> u32 {
    dom::live()
}

fn is_feed(host: &Element) -> bool {
    host.local_name() == "article-feed"
}

fn context(host: &Element, source: &str, page: &str) -> Context {
    let source = SafeUrl::web(source, None);
    let page = SafeUrl::web(page, None);
    let from = |url: &Option<SafeUrl>| url.as_ref().map(|url| url.origin().to_owned());
    let images = host.get_attribute("images").unwrap_or_default();
    let welcome = images == "same-origin";
    let is_own = page.is_some() && from(&source) == from(&page);
    let base = host.get_attribute("base").and_then(|base| {
        let page_url = host.base_uri().ok().flatten()?;
        SafeUrl::web(&base, SafeUrl::web(&page_url, None).as_ref())
    });
    Context {
        base: base.or(source),
        images: ImagePolicy {
            own_origin: is_own || (welcome && page.is_some()),
            page,
            none: images == "none",
        },
        is_foreign: !is_own,
        map: host.get_attribute("map"),
        #[cfg(feature = "formats")]
        now: intl::seconds(),
        #[cfg(not(feature = "formats"))]
        now: 0,
    }
}

fn settings(host: &Element, around: Around<'_>) -> Result<Settings, Error> {
    let number = |name: &str| crate::input::count(text::trim(&host.get_attribute(name)?));
    let above_0 = |name: &str| number(name).filter(|number| *number > 0);
    let given = |name: &str| host.get_attribute(name).unwrap_or_default();
    let labels = host.get_attribute("labels");
    let labels = labels.filter(|json| !text::trim(json).is_empty());
    Ok(Settings {
        heading_level: number("heading-level").unwrap_or(2).min(6) as u8,
        mode: Mode::by_name(&given("mode")),
        hide: given("hide"),
        new_tab: given("link-target") == "_blank",
        link_query: given("link-query"),
        share: host.has_attribute("share"),
        collapse: match around.drawn {
            Some(drawn) => drawn,
            None if host.has_attribute("expanded") && !is_feed(host) => Collapse::Open,
            None => Collapse::Closed,
        },
        page_size: above_0("page-size").unwrap_or(5),
        most: above_0("max").unwrap_or(u32::MAX),
        labels: labels.map_or(Ok(Vec::new()), |json| crate::input::labels(&json))?,
        language: Language::parse(around.language),
        width: around.width,
        time_zone: host.get_attribute("time-zone"),
        dates: intl::date,
        plurals: intl::plural,
    })
}
