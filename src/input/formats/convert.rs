//! Conversions that a mapping table can name after `>`.

use std::borrow::Cow;

use super::super::json::Json;
use super::mapping::says;
use crate::article::text;
use crate::node;
use crate::sanitize::{ImagePolicy, SafeUrl, html};

/// `json` as `conversion` has it; what it cannot convert says nothing.
pub(super) fn convert<'j>(json: &Json<'j>, conversion: &str) -> Json<'j> {
    if conversion.is_empty() {
        return json.clone();
    }
    // No means something here.
    if conversion == "paid" {
        let free = match json {
            Json::Bool(free) => *free,
            Json::Text(free) => !free.eq_ignore_ascii_case("false"),
            _ => true,
        };
        return if free { Json::Null } else { own("paid") };
    }
    let Json::Text(raw) = json else {
        return Json::Null;
    };
    match conversion {
        "html" => own(&plain(raw)),
        "excerpt" => own(excerpt(&plain(raw))),
        // WordPress writes UTC without saying so.
        "utc" => own(&[raw, "Z"].concat()),
        "words" => Json::Array(words(raw)),
        "minutes" => own(&minutes(raw)),
        "web" if raw.starts_with("http") || raw.starts_with('/') => json.clone(),
        "hashtag" => own(raw.strip_prefix('#').unwrap_or(raw)),
        // Tags for the newsroom's own use.
        "tag" if !raw.starts_with(['@', '_', '#']) => json.clone(),
        "person" => person(raw),
        "pull" if raw.starts_with("pull") => own("pull"),
        "ordered" if raw == "ordered" => Json::Bool(true),
        // Yoast: "3 minutes", in the site's language.
        "read" if text::find(raw, "minut").is_some() => json.clone(),
        "markup" if text::find(raw, "<p").or(text::find(raw, "<br")).is_some() => json.clone(),
        // Where nothing else sets paragraphs apart, lines do.
        "lines" if text::find(raw, "\n\n").is_none() => own(&doubled(raw)),
        "text" | "lines" => json.clone(),
        "access" => own(match raw.as_ref() {
            "members" => "registration",
            "paid" | "tiers" | "premium" | "subscriber" => "paid",
            _ => "",
        }),
        _ => Json::Null,
    }
}

fn own<'j>(text: &str) -> Json<'j> {
    Json::Text(Cow::Owned(text.into()))
}

/// The text of HTML, in one line.
pub(super) fn plain(raw: &str) -> String {
    let images = ImagePolicy::default();
    let scope = html::Scope {
        base: None,
        images: &images,
    };
    node::text(&html::line(raw, &scope, &mut { usize::MAX }).0)
}

/// An excerpt without the invitation to read on that it ends with.
fn excerpt(text: &str) -> &str {
    const INVITATIONS: [&str; 6] = [
        "[…]",
        "[&hellip;]",
        "[...]",
        "Read more",
        "Continue reading",
        "→",
    ];
    let mut excerpt = text.trim_ascii_end();
    while let Some(shorter) = INVITATIONS.iter().find_map(|end| excerpt.strip_suffix(end)) {
        excerpt = shorter.trim_ascii_end();
    }
    excerpt
}

/// Somebody who is only named by an address: `https://social.example/@ana` is `@ana@social.example`. In feeds,
/// `ana@news.example (Ana)` is Ana.
fn person<'j>(raw: &str) -> Json<'j> {
    if let Some((_, name)) = text::split_once(raw, b'(') {
        return own(name.strip_suffix(')').unwrap_or(name));
    }
    let Some(url) = SafeUrl::web(raw, None) else {
        return own(raw);
    };
    let mut name = "";
    for segment in text::split(url.as_str(), b'/') {
        if !segment.is_empty() {
            name = segment.strip_prefix('@').unwrap_or(segment);
        }
    }
    let handle = ["@", name, "@", url.host()].concat();
    Json::Object(vec![
        (Cow::Borrowed("name"), own(&handle)),
        (Cow::Borrowed("url"), own(raw)),
    ])
}

fn doubled(lines: &str) -> String {
    let mut out = String::with_capacity(lines.len());
    for line in text::split(lines, b'\n') {
        out.push_str(line);
        out.push_str("\n\n");
    }
    out
}

/// Keywords in one text.
fn words<'j>(raw: &str) -> Vec<Json<'j>> {
    let mark = if raw.bytes().any(|byte| byte == b';') {
        b';'
    } else {
        b','
    };
    let words = text::split(raw, mark).map(|word| own(word.trim_ascii()));
    words.filter(says).collect()
}

/// The minutes of an ISO 8601 duration: `PT1H5M`.
fn minutes(raw: &str) -> String {
    let mut minutes = 0;
    let mut number = 0_u32;
    for byte in raw.bytes() {
        match byte {
            b'0'..=b'9' => number = (number * 10 + u32::from(byte - b'0')).min(9_999),
            b'H' => minutes += 60 * core::mem::take(&mut number),
            b'M' => minutes += core::mem::take(&mut number),
            b'S' if number > 0 && minutes == 0 => minutes = 1,
            _ => number = 0,
        }
    }
    node::number(minutes)
}
