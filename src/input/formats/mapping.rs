//! Mapping tables: where the fields of the native format stand in somebody else's. A format is read by making the native
//! document of it, so that limits, policies and repairs are those of one reader.
//!
//! A table is text, entries set apart by white space:
//!
//! ```text
//! headline=title.rendered>html      the member `rendered` of `title`, converted: see [`super::convert`]
//! headline=name                     else `name`: of several entries for a field the first one that says something
//! url=link,canonical_url            any of these members, in the document's order
//! type='image                       the word itself, without spaces
//! authors[]=author>names{name=name} a list: each object as the table in braces makes it, anything else converted
//! body[]+=attachments               what is there is added to the list
//! image=promo_items.*{0}            any member; the table in braces is the first of those given beside
//! section=terms.?kind=category.name those with this value at `kind` (`!` without it, `~` with it in their value, `*` at
//!                                   its end for a beginning; `?kind~` has something there, `?kind!*` has not)
//! summary=description_*             members whose keys begin so
//! id=.                              the value itself
//! section=sites.$site.section       the member of the name that stands at `site` of the whole
//! credit&=by.name                   all of them in one text, set apart by commas; `credit&+=` adds to it
//! ```
//!
//! `image=.?type=picture{0}` with the table `url=href alt=title` makes `{"type": "picture", "href": "/a.jpg"}` to
//! `{"image": {"url": "/a.jpg"}}`. What a table that begins with an address finds without one says nothing.
//!
//! Letter case of keys does not count. A list stands for its items, however deep: where one is wanted, for the first.
//! Besides the native format's fields a table may give an image `images`, others to choose from, and sizes their `height`;
//! to both a `point`, their focus in pixels: its `width` from the left, its `height` from the top ([`super::super::tidy`]).

use std::borrow::Cow;

use super::super::json::Json;
use super::convert::convert;
use crate::article::text;
use crate::limits;

/// The native object that `table` makes of `json`. Tables in braces may be a number instead: one of `shared`.
pub(super) fn map<'j>(json: &Json<'j>, table: &'static str, shared: &[&'static str]) -> Json<'j> {
    let mut members: Vec<(Cow<'j, str>, Json<'j>)> = Vec::new();
    let mut rest = table;
    loop {
        rest = rest.trim_ascii_start();
        let Some((native, after)) = text::split_once(rest, b'=') else {
            return Json::Object(members);
        };
        let inside = |byte: &u8| !matches!(byte, b'{' | b' ' | b'\n');
        let length = after.bytes().take_while(inside).count();
        let (path, after) = after.split_at(length);
        let (inner, after) = braces(after);
        rest = after;
        let (native, adds) = match native.strip_suffix('+') {
            Some(native) => (native, true),
            None => (native, false),
        };
        let (native, lists) = match native.strip_suffix("[]") {
            Some(native) => (native, true),
            None => (native, false),
        };
        let (native, joins) = match native.strip_suffix('&') {
            Some(native) => (native, true),
            None => (native, false),
        };
        let known = members.iter().position(|(key, _)| key == native);
        if known.is_some() && !adds {
            continue;
        }
        let mut values = match path.strip_prefix('\'') {
            Some(word) => vec![Json::Text(Cow::Borrowed(word))],
            None => values(json, path, inner, shared, lists || joins),
        };
        if joins {
            let mut joined = String::new();
            let known = known.map(|at| members.swap_remove(at).1);
            for text in known.iter().chain(&values).filter_map(Json::as_text) {
                if !joined.is_empty() {
                    joined.push_str(", ");
                }
                joined.push_str(text);
            }
            if !joined.is_empty() {
                members.push((Cow::Borrowed(native), Json::Text(Cow::Owned(joined))));
            }
            continue;
        }
        match (known, values.is_empty()) {
            (_, true) => {}
            (Some(at), _) => {
                if let Json::Array(list) = &mut members[at].1 {
                    list.append(&mut values);
                }
            }
            (None, _) => {
                let value = if lists {
                    Json::Array(values)
                } else {
                    values.swap_remove(0)
                };
                members.push((Cow::Borrowed(native), value));
            }
        }
    }
}

/// What stands in the braces that `text` begins with, and what follows them.
fn braces(text: &'static str) -> (&'static str, &'static str) {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let inner = text.get(1..at).unwrap_or_default();
            return (
                inner,
                text.get(at + usize::from(at > 0)..).unwrap_or_default(),
            );
        }
    }
    ("", "")
}

/// The values at `path` that say something, or the first of them.
fn values<'j>(
    json: &Json<'j>,
    path: &'static str,
    inner: &'static str,
    shared: &[&'static str],
    all: bool,
) -> Vec<Json<'j>> {
    let (path, conversion) = text::split_once(path, b'>').unwrap_or((path, ""));
    let inner = match inner.as_bytes() {
        [digit @ b'0'..=b'9'] => shared
            .get(usize::from(digit - b'0'))
            .copied()
            .unwrap_or_default(),
        _ => inner,
    };
    let mut values = Vec::new();
    for found in select(json, path) {
        let value = if matches!(found, Json::Object(_)) && !inner.is_empty() {
            // What has no address is no picture, whatever it says besides.
            let value = map(found, inner, shared);
            if inner.starts_with("url=") && value.get("url").is_none() {
                continue;
            }
            value
        } else {
            convert(found, conversion)
        };
        match value {
            Json::Array(own) if all => values.extend(own.into_iter().filter(says)),
            value if says(&value) => values.push(value),
            _ => {}
        }
        if (!all && !values.is_empty()) || values.len() > limits::BLOCKS {
            break;
        }
    }
    values
}

/// What stands at `path`.
pub(super) fn select<'v, 'j>(root: &'v Json<'j>, path: &str) -> Vec<&'v Json<'j>> {
    let mut found = Vec::new();
    spread(root, &mut found);
    for step in text::split(path, b'.') {
        let mut next = Vec::new();
        let named = step
            .strip_prefix('$')
            .and_then(|at| root.get(at)?.as_text());
        let step = named.unwrap_or(step);
        for json in found {
            if step.is_empty() {
                next.push(json);
            } else if let Some(test) = step.strip_prefix('?') {
                if passes(json, test) {
                    next.push(json);
                }
            } else if let Json::Object(members) = json {
                for (key, value) in members {
                    if text::split(step, b',').any(|step| is_key(key, step)) {
                        spread(value, &mut next);
                    }
                }
            }
        }
        found = next;
    }
    found
}

/// `key`, or `key*` for what begins so.
fn is_key(key: &str, step: &str) -> bool {
    let beginning = step.strip_suffix('*');
    let length = beginning.map_or(key.len(), str::len);
    let start = key.get(..length).unwrap_or_default();
    start.eq_ignore_ascii_case(beginning.unwrap_or(step))
}

/// Whether there is something at each of some paths: `title.rendered slug|+content` wants the first two, or a list, empty
/// or not, for the third.
pub(super) fn holds(json: &Json, paths: &str) -> bool {
    let is_there = |path: &str| match path.strip_prefix('+') {
        Some(key) => matches!(json.get(key), Some(Json::Array(_))),
        None => !select(json, path).is_empty(),
    };
    text::split(paths, b'|').any(|all| text::split(all, b' ').all(is_there))
}

/// The items of a list and of those in it, or the value itself.
fn spread<'v, 'j>(json: &'v Json<'j>, out: &mut Vec<&'v Json<'j>>) {
    match json {
        Json::Array(items) => {
            for item in items {
                spread(item, out);
            }
        }
        json => out.push(json),
    }
}

/// `key=value`, `key!value`, or `key~part of it`. A dot in a value is written `;`.
fn passes(json: &Json, test: &str) -> bool {
    let mark = test
        .bytes()
        .find(|byte| matches!(byte, b'=' | b'!' | b'~'))
        .unwrap_or(b'=');
    let (key, value) = text::split_once(test, mark).unwrap_or((test, ""));
    let (value, whole) = match value.strip_suffix('*') {
        Some(beginning) => (beginning, false),
        None => (value, mark != b'~'),
    };
    let begins = |own: &[u8]| {
        let mut pairs = own.iter().zip(value.bytes());
        own.len() >= value.len()
            && pairs.all(|(own, byte)| *own == if byte == b';' { b'.' } else { byte })
    };
    let mut found = false;
    // An object is looked through for its values: vocabularies are named so.
    let mut values = select(json, key);
    for inside in values.clone() {
        values.append(&mut select(inside, "*"));
    }
    for own in values {
        let own = match own {
            Json::Text(own) => own.as_bytes(),
            Json::Number(own) => own.as_bytes(),
            Json::Bool(true) => b"true",
            Json::Bool(false) => b"false",
            _ => b"",
        };
        found |= match mark {
            b'~' => (0..own.len()).any(|at| begins(&own[at..])),
            _ => begins(own) && (!whole || own.len() == value.len()),
        };
    }
    found == (mark != b'!')
}

/// Whether a value is more than another way to write nothing.
pub(super) fn says(json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(false) => false,
        Json::Text(text) => !matches!(text.trim_ascii(), "" | "null"),
        Json::Array(items) => !items.is_empty(),
        Json::Object(members) => !members.is_empty(),
        Json::Bool(true) | Json::Number(_) => true,
    }
}
