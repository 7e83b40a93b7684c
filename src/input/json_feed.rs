//! JSON Feed 1.0 and 1.1 (<https://www.jsonfeed.org/version/1.1/>): the same document in the native format's words.

use std::borrow::Cow;

use super::json::Json;
use crate::limits::FEED_ITEMS;

const FEED: &str =
    "title=title url=home_page_url language=language items=items authors=authors authors=author";
const ITEM: &str = "id=id url=url url=external_url headline=title summary=summary datePublished=date_published \
    dateModified=date_modified language=language image=image image=banner_image bodyHtml=content_html \
    bodyText=content_text authors=authors authors=author tags=tags";
const PUBLISHER: &str = "name=title url=home_page_url logo=icon logo=favicon";
const MORE: &str = "url=next_url";

/// Whether a document is a JSON Feed: by its version, or by what its first items hold.
pub(super) fn is(json: &Json) -> bool {
    let Some(Json::Array(items)) = json.get("items") else {
        return false;
    };
    let content = |item: &Json| {
        let names = ["content_html", "content_text"];
        names.iter().any(|name| item.get(name).is_some())
    };
    match json.get("version") {
        Some(Json::Text(version)) if names_version(version) => true,
        _ => items.iter().take(5).any(content),
    }
}

/// `https://jsonfeed.org/version/1.1` and how else people write it.
fn names_version(version: &str) -> bool {
    const NAME: &[u8] = b"jsonfeed.org/version/";
    let mut windows = version.as_bytes().windows(NAME.len());
    windows.any(|window| window == NAME)
}

/// The feed as `article-feed/1`.
pub(super) fn native<'j>(json: &Json<'j>) -> Json<'j> {
    let mut feed = mapped(json, FEED);
    if let Json::Object(members) = &mut feed {
        members.push((Cow::Borrowed("publisher"), mapped(json, PUBLISHER)));
        if json.get("next_url").is_some() {
            members.push((Cow::Borrowed("more"), mapped(json, MORE)));
        }
        for (key, value) in members {
            if let ("items", Json::Array(items)) = (key.as_ref(), value) {
                // One more than is read, so that what is too many is noticed.
                items.truncate(FEED_ITEMS + 1);
                for item in items {
                    *item = mapped(item, ITEM);
                }
            }
        }
    }
    feed
}

/// The members of `json` under the names of `table`: `native=foreign`, the first one that is there and says something.
fn mapped<'j>(json: &Json<'j>, table: &'static str) -> Json<'j> {
    let mut members: Vec<(Cow<'j, str>, Json<'j>)> = Vec::new();
    for pair in table.split_ascii_whitespace() {
        let Some((native, foreign)) = crate::article::text::split_once(pair, b'=') else {
            continue;
        };
        let says = |value: &&Json| !matches!(value, Json::Null | Json::Text(Cow::Borrowed("")));
        if let Some(value) = json.get(foreign).filter(says)
            && !members.iter().any(|(key, _)| key == native)
        {
            members.push((Cow::Borrowed(native), value.clone()));
        }
    }
    Json::Object(members)
}
