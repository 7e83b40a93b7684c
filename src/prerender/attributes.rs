//! What was chosen, as attributes of the element: its script draws by them.

use super::{Data, Prerender, Theme, attribute};
use crate::article::Language;
use crate::sanitize::SafeUrl;
use crate::view::{Mode, Settings};

/// Appends the attributes of an element that is drawn as `asked`.
pub(super) fn push(out: &mut String, asked: &Prerender) {
    for (name, value) in all(asked) {
        attribute(out, name, Some(&value));
    }
}

/// The attributes of an element that is drawn as `asked`; what is as by default is left out.
pub(super) fn all(asked: &Prerender) -> Vec<(&'static str, String)> {
    let settings = &asked.settings;
    let address = match &asked.data {
        Data::Address(url) => Some(&**url),
        _ => None,
    };
    let level = (settings.heading_level != 2).then(|| settings.heading_level.to_string());
    let most = (settings.most != u32::MAX).then(|| settings.most.to_string());
    let labels = (!settings.labels.is_empty()).then(|| labels(settings));
    let theme = match asked.theme {
        Theme::Auto => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    // What is inside was chosen, and its addresses are whole.
    let item = address.and(asked.item.as_deref());
    let base = address.and(asked.context.base.as_ref());
    let map = address.and(asked.context.map.as_deref());
    let chosen = [
        ("src", address),
        ("item", item),
        ("base", base.map(SafeUrl::as_str)),
        ("map", map),
        ("lang", settings.language.as_ref().map(Language::as_str)),
        ("heading-level", level.as_deref()),
        ("time-zone", settings.time_zone.as_deref()),
        ("mode", mode(settings.mode)),
        ("hide", filled(&settings.hide)),
        ("theme", theme),
        ("max", most.as_deref()),
        ("link-target", settings.new_tab.then_some("_blank")),
        ("link-query", filled(&settings.link_query)),
        ("labels", labels.as_deref()),
        ("share", settings.share.then_some("")),
    ];
    let chosen = chosen.into_iter();
    let chosen = chosen.filter_map(|(name, value)| Some((name, value?.to_owned())));
    chosen.chain(asked.attributes.iter().cloned()).collect()
}

fn mode(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Full => None,
        Mode::Excerpt => Some("excerpt"),
        Mode::Teaser => Some("teaser"),
        Mode::Compact => Some("compact"),
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// The wording as the `labels` attribute has it.
fn labels(settings: &Settings) -> String {
    let labels = settings.labels.iter();
    let labels = labels.map(|(name, text)| (name.clone(), text.as_str().into()));
    serde_json::Value::Object(labels.collect()).to_string()
}
