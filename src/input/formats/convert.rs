//! Conversions that a mapping table can name after `>`.

use std::borrow::Cow;

use super::super::json::Json;
use super::mapping::says;
use crate::article::text;
use crate::limits;
use crate::node;
use crate::sanitize::html::decoded;
use crate::sanitize::{ImagePolicy, SafeUrl, html};

/// `json` as `conversion` has it; what it cannot convert says nothing.
pub(super) fn convert<'j>(json: &Json<'j>, conversion: &str) -> Json<'j> {
    if conversion.is_empty() {
        return json.clone();
    }
    // That it is there is all there is to say.
    if conversion == "true" {
        return Json::Bool(true);
    }
    // No means something here.
    if conversion == "paid" {
        let free = match json {
            Json::Bool(free) => *free,
            Json::Text(free) => !free.ends_with("alse"), // False, http://schema.org/False
            _ => true,
        };
        return if free { Json::Null } else { own("paid") };
    }
    let Json::Text(raw) = json else {
        return Json::Null;
    };
    let raw = raw.as_ref();
    match conversion {
        // References in it were meant for HTML: a reader of plain text must find them once more.
        "html" => own(&text::replace(&plain(raw), "&", "&amp;")),
        "excerpt" => own(&text::replace(excerpt(&plain(raw)), "&", "&amp;")),
        // WordPress writes UTC without saying so.
        "utc" => own(&[raw, "Z"].concat()),
        "words" => Json::Array(words(raw)),
        "word" => words(raw).into_iter().next().unwrap_or(Json::Null),
        "names" => Json::Array(names(raw)),
        "language" => own(language(raw)),
        // Gravatar's pictures are as large as one asks.
        "avatar" => own(&text::replace(raw, "s=96", "s=192")),
        "minutes" => own(&minutes(raw)),
        "web" if raw.starts_with("http") || raw.starts_with('/') => {
            own(text::split_once(raw, b'#').map_or(raw, |(page, _)| page))
        }
        // Ids of nodes are addresses too, but not of pictures.
        "file" if text::find(raw, "#").is_none() => json.clone(),
        "hashtag" => own(raw.strip_prefix('#').unwrap_or(raw)),
        // Tags for the newsroom's own use.
        "tag" if !raw.starts_with(['@', '_', '#']) => json.clone(),
        "person" => person(raw),
        "pull" if raw.starts_with("pull") => own("pull"),
        "ordered" if raw == "ordered" => Json::Bool(true),
        // Yoast: "3 minutes", in the site's language.
        "read"
            if raw.starts_with(|c: char| c.is_ascii_digit())
                && text::find(raw, "inut").is_some() =>
        {
            json.clone()
        }
        // HTML, or HTML whose tags were escaped; with tags in its lines, those set paragraphs apart.
        "markup" => {
            let decoded = decoded(raw);
            own(&if is_markup(raw) {
                raw.into()
            } else if is_markup(&decoded) {
                decoded
            } else if text::find(raw, "</").is_some() {
                text::replace(raw, "\n", "<br><br>")
            } else {
                String::new()
            })
        }
        // NITF and its like.
        "lines" if raw.starts_with('<') => Json::Null,
        // Where nothing else sets paragraphs apart, lines do.
        "lines" => {
            let text = decoded(raw);
            own(&if text::find(&text, "\n\n").is_none() {
                text::replace(&text, "\n", "\n\n")
            } else {
                text
            })
        }
        "text" => json.clone(),
        "access" => own(match raw {
            "metered" => "metered",
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
    let raw = text::start(raw, limits::TEXT_CHARS);
    let images = ImagePolicy::default();
    let scope = html::Scope {
        base: None,
        images: &images,
    };
    node::text(&html::line(raw, &scope, &mut { usize::MAX }).0)
}

/// An excerpt without the invitation to read on that it ends with.
fn excerpt(text: &str) -> &str {
    const INVITATIONS: &str = "Read more;Read More;Continue reading;Continue Reading";
    const MARKS: &str = "[…];[...];→";
    let mut excerpt = text.trim_ascii_end();
    // What follows it says what to read on: a headline at most.
    let mut start = excerpt.len().saturating_sub(160);
    while !excerpt.is_char_boundary(start) {
        start += 1;
    }
    for invitation in text::split(INVITATIONS, b';') {
        let (before, tail) = excerpt.split_at(start.min(excerpt.len()));
        if let Some(at) = text::find(tail, invitation) {
            excerpt = excerpt
                .get(..before.len() + at)
                .unwrap_or_default()
                .trim_ascii_end();
        }
    }
    while let Some(shorter) = text::split(MARKS, b';').find_map(|mark| excerpt.strip_suffix(mark)) {
        excerpt = shorter.trim_ascii_end();
    }
    excerpt
}

/// Somebody who is only named by an address: `https://social.example/@ana` is `@ana@social.example`. In feeds,
/// `ana@news.example (Ana)` and `Ana <ana@news.example>` are Ana.
fn person<'j>(raw: &str) -> Json<'j> {
    if let Some((address, name)) = text::split_once(raw, b'(')
        && text::find(address, "@").is_some()
    {
        return own(name.strip_suffix(')').unwrap_or(name));
    }
    if let Some((name, _)) = text::split_once(raw, b'<') {
        return own(name);
    }
    let Some(url) = SafeUrl::web(raw, None) else {
        // An address alone is no name, and nobody else's business.
        return if text::find(raw, "@").is_some() {
            Json::Null
        } else {
            own(raw)
        };
    };
    let mut handle = url.host().to_owned();
    let mut before = "";
    for segment in text::split(url.as_str(), b'/') {
        let named = matches!(before, "users" | "author").then_some(segment);
        if let Some(name) = segment
            .strip_prefix('@')
            .or(named)
            .filter(|name| !name.is_empty())
        {
            handle = ["@", name, "@", url.host()].concat();
        }
        before = segment;
    }
    Json::Object(vec![
        (Cow::Borrowed("name"), own(&handle)),
        (Cow::Borrowed("url"), own(raw)),
    ])
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

/// Authors in one text.
fn names<'j>(raw: &str) -> Vec<Json<'j>> {
    let raw = text::replace(raw, " and ", ";");
    text::split(&raw, b';')
        .map(|name| own(name.trim_ascii()))
        .filter(says)
        .collect()
}

/// Codes of three letters (ISO 639-2) as those of two that browsers want.
fn language(raw: &str) -> &str {
    const CODES: &str = "eng en deu de ger de fra fr fre fr spa es ita it por pt nld nl dut nl swe sv nor no dan da fin fi \
        pol pl ces cs cze cs hun hu ron ro rum ro ell el gre el rus ru ukr uk tur tr ara ar heb he fas fa per fa hin hi ben \
        bn jpn ja kor ko zho zh chi zh vie vi ind id tha th";
    let mut codes = text::split(CODES, b' ');
    while let (Some(long), Some(short)) = (codes.next(), codes.next()) {
        if raw.eq_ignore_ascii_case(long) {
            return short;
        }
    }
    raw
}

/// Whether paragraphs are set apart by tags.
fn is_markup(text: &str) -> bool {
    text::find(text, "<p").or(text::find(text, "<br")).is_some()
}

/// The minutes of an ISO 8601 duration, `PT1H5M`; nothing of what is none.
fn minutes(raw: &str) -> String {
    /// More than anybody reads.
    const MOST: u32 = 999;
    let mut minutes = 0;
    let mut number = 0_u32;
    for byte in raw.bytes() {
        match byte {
            b'0'..=b'9' => number = (number * 10 + u32::from(byte - b'0')).min(9_999),
            b'H' => minutes = (minutes + 60 * core::mem::take(&mut number)).min(MOST),
            b'M' => minutes = (minutes + core::mem::take(&mut number)).min(MOST),
            b'S' if number > 0 && minutes == 0 => minutes = 1,
            _ => number = 0,
        }
    }
    if minutes == 0 {
        return String::new();
    }
    node::number(minutes)
}
