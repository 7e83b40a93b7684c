//! Formats of others: which one a document is in, and the native document it means.
//!
//! Detection works on the values alone: MIME types and file names are often wrong. The rules are tried in one order, the
//! first that holds counts.

mod activity_streams;
mod ans;
mod apple_news;
mod blocks;
mod convert;
mod feed_xml;
mod field_map;
mod generic;
mod ghost;
mod json_feed;
mod json_ld;
mod mapping;
mod ninjs;
mod oembed;
mod wordpress;
mod xml;

pub(super) use field_map::mapped;

use std::borrow::Cow;

use super::Context;
use super::json::{self, Json};
use crate::article::text;
use blocks::Kinds;
use mapping::{holds, map, select};

/// A document in the native format's words.
#[derive(Debug)]
pub(super) struct Native<'j> {
    /// The name of the format it came in.
    pub(super) format: &'static str,
    pub(super) json: Json<'j>,
    pub(super) is_feed: bool,
    /// All of it is held back by its publisher.
    pub(super) withheld: bool,
    /// What its publisher could do better.
    pub(super) hint: Option<&'static str>,
}

/// A format of others.
#[derive(Debug)]
struct Format {
    name: &'static str,
    /// What documents in it have: see [`mapping::holds`].
    is: &'static str,
    /// Where the items of a list stand, set apart by spaces.
    lists: &'static str,
    /// An article.
    item: &'static str,
    /// The tables that others refer to by number.
    shared: &'static [&'static str],
    /// What its blocks are, where bodies are blocks.
    kinds: Option<&'static Kinds>,
    /// What of a list itself goes into the feed.
    feed: &'static str,
}

/// A format whose lists are nothing but their items.
const fn plain(
    name: &'static str,
    is: &'static str,
    item: &'static str,
    shared: &'static [&'static str],
) -> Format {
    Format {
        name,
        is,
        lists: "",
        item,
        shared,
        kinds: None,
        feed: "",
    }
}

/// In the order they are tried.
const FORMATS: &[Format] = &[
    Format {
        lists: "items",
        feed: json_feed::FEED,
        ..plain("json-feed", json_feed::IS, json_feed::ITEM, &[])
    },
    Format {
        lists: "orderedItems items first.orderedItems first.items",
        feed: "title=name",
        ..plain(
            "activitystreams",
            activity_streams::IS,
            activity_streams::ITEM,
            &[activity_streams::IMAGE],
        )
    },
    plain(
        "json-ld",
        json_ld::IS,
        json_ld::ITEM,
        &[json_ld::IMAGE, json_ld::AUTHOR],
    ),
    plain(
        "wordpress",
        "title.rendered",
        wordpress::ITEM,
        &[wordpress::AUTHOR],
    ),
    Format {
        lists: "posts pages",
        ..plain("ghost", ghost::IS, ghost::ITEM, &[ghost::AUTHOR])
    },
    Format {
        lists: "content_elements",
        kinds: Some(&ans::KINDS),
        ..plain(
            "ans",
            ans::IS,
            ans::ITEM,
            &[ans::IMAGE, ans::AUTHOR, ans::TEASER, ans::LIST_ITEM],
        )
    },
    plain(
        "ninjs",
        ninjs::IS,
        ninjs::ITEM,
        &[ninjs::AUTHOR, ninjs::PICTURE],
    ),
    Format {
        kinds: Some(&apple_news::KINDS),
        ..plain(
            "apple-news",
            "components.role",
            apple_news::ITEM,
            &[apple_news::IMAGE],
        )
    },
    plain("oembed", oembed::IS, oembed::ITEM, &[]),
];

const GENERIC: Format = plain("generic", generic::IS, generic::ITEM, &[]);

const RSS: Format = Format {
    lists: "channel.item item",
    feed: feed_xml::RSS,
    ..plain("rss", "", feed_xml::RSS_ITEM, &["", feed_xml::RSS_IMAGE])
};

const ATOM: Format = Format {
    lists: "entry",
    feed: feed_xml::ATOM,
    ..plain(
        "atom",
        "",
        feed_xml::ATOM_ITEM,
        &["", feed_xml::ATOM_AUTHOR],
    )
};

/// The native document that `json` means; none when its format is not known.
pub(super) fn native<'j>(json: &Json<'j>) -> Option<Native<'j>> {
    let (format, json) = recognise(json, 0)?;
    Some(format.native(json))
}

/// The native document that XML means, a feed.
pub(super) fn native_of_xml(text: &str) -> Option<Native<'_>> {
    let (name, tree) = xml::read(text)?;
    match name {
        "rss" | "rdf:RDF" => Some(RSS.native(&tree)),
        "feed" => Some(ATOM.native(&tree)),
        _ => None,
    }
}

/// The article that a web page carries for search engines, where the page is one's own: of the page that the card stands
/// in, or natively.
pub(super) fn native_of_page<'t>(text: &'t str, context: &Context) -> Option<Native<'t>> {
    if context.images.page.is_some() && !context.images.own_origin {
        return None;
    }
    let mut rest = text;
    loop {
        let at = text::find(rest, "application/ld+json")?;
        let (_, script) = text::split_once(rest.get(at..)?, b'>')?;
        let end = text::find(script, "</script")?;
        let json = json::parse(script.get(..end)?, true, &mut Vec::new());
        if let Some(native) = json.ok().as_ref().and_then(native) {
            return Some(native);
        }
        rest = script.get(end..)?;
    }
}

/// The format of `json`, or of what is in an envelope.
fn recognise<'v, 'j>(json: &'v Json<'j>, depth: usize) -> Option<(&'static Format, &'v Json<'j>)> {
    // A list is in the format of the first item that is in one.
    let samples = match json {
        Json::Array(items) => items.get(..items.len().min(20)).unwrap_or_default(),
        json => core::slice::from_ref(json),
    };
    for format in FORMATS {
        if samples.iter().any(|sample| holds(sample, format.is)) {
            return Some((format, json));
        }
    }
    if depth < 3 {
        for key in text::split(generic::ENVELOPES, b' ') {
            if let Some(inside) = json.get(key)
                && let Some(found) = recognise(inside, depth + 1)
            {
                return Some(found);
            }
        }
    }
    let generic = samples.iter().any(|sample| holds(sample, GENERIC.is));
    generic.then_some((&GENERIC, json))
}

impl Format {
    fn native<'j>(&self, json: &Json<'j>) -> Native<'j> {
        let graph;
        let mut items: Vec<&Json> = Vec::new();
        let mut is_feed = matches!(json, Json::Array(_));
        if self.name == "json-ld" {
            (graph, is_feed) = json_ld::articles(json);
            items.extend(&graph);
            if !is_feed {
                // The first one that says what it is: pages name other articles after their own.
                let first = items.iter().position(|item| item.get("headline").is_some());
                items = items
                    .get(first.unwrap_or(0)..)
                    .unwrap_or_default()
                    .iter()
                    .take(1)
                    .copied()
                    .collect();
            }
        } else {
            for list in text::split(self.lists, b' ').filter(|list| !list.is_empty()) {
                let found = select(json, list);
                // A story of its own may hold something under the same key.
                if items.is_empty()
                    && !found.is_empty()
                    && (self.kinds.is_none() || json.get("headlines").is_none())
                {
                    is_feed = true;
                    items = found;
                }
            }
            is_feed |= matches!(json.get("items"), Some(Json::Array(_)));
            if items.is_empty() && (!is_feed || matches!(json, Json::Array(_))) {
                items = select(json, "");
            }
        }
        let all = items.len();
        let bare =
            self.name == "wordpress" && items.iter().all(|item| item.get("_embedded").is_none());
        let articles = items.into_iter().filter(|item| !withheld(item));
        let mut articles: Vec<Json> = articles.map(|item| self.article(item)).collect();
        let withheld = all > 0 && articles.is_empty();
        let json = if is_feed {
            // RSS says in its channel what it is.
            let channel = select(json, "channel").into_iter().next();
            let mut feed = map(channel.unwrap_or(json), self.feed, self.shared);
            if let Json::Object(members) = &mut feed {
                pass_authors(members, &mut articles);
                members.retain(|(key, _)| key != "items");
                members.push((Cow::Borrowed("items"), Json::Array(articles)));
            }
            feed
        } else {
            articles.into_iter().next().unwrap_or(Json::Null)
        };
        Native {
            format: self.name,
            json,
            is_feed,
            withheld,
            hint: bare.then_some(wordpress::HINT),
        }
    }

    fn article<'j>(&self, item: &Json<'j>) -> Json<'j> {
        // What was done is not the thing it was done to.
        let object = item
            .get("object")
            .filter(|object| self.name == "activitystreams" && matches!(object, Json::Object(_)));
        let item = object.unwrap_or(item);
        let mut article = map(item, self.item, self.shared);
        match self.name {
            "ninjs" => ninjs::choose_rendition(&mut article),
            "wordpress" => wordpress::drop_crops(&mut article),
            _ => {}
        }
        if let (Some(kinds), Json::Object(members)) = (self.kinds, &mut article) {
            members.push((
                Cow::Borrowed("body"),
                Json::Array(kinds.blocks(item, self.shared, 0)),
            ));
        }
        article
    }
}

/// A member of an object, to change it.
fn member<'v, 'j>(json: &'v mut Json<'j>, key: &str) -> Option<&'v mut Json<'j>> {
    match json {
        Json::Object(members) => members
            .iter_mut()
            .find(|own| own.0 == key)
            .map(|own| &mut own.1),
        _ => None,
    }
}

/// Who writes the feed writes its items, unless they say otherwise.
fn pass_authors<'j>(feed: &mut Vec<(Cow<'j, str>, Json<'j>)>, articles: &mut [Json<'j>]) {
    let Some(at) = feed.iter().position(|(key, _)| key == "authors") else {
        return;
    };
    let (key, authors) = feed.swap_remove(at);
    for article in articles {
        if let Json::Object(members) = article
            && !members.iter().any(|(own, _)| *own == key)
        {
            members.push((key.clone(), authors.clone()));
        }
    }
}

/// Whether its publisher does not want it shown: drafts, what is withdrawn, what is not for everybody.
fn withheld(item: &Json) -> bool {
    const PUBLIC: &str = "publish published usable sent archived";
    let mut withheld = false;
    for status in select(item, "status,pubstatus") {
        withheld |= status
            .as_text()
            .is_some_and(|status| !text::is_among(status, PUBLIC));
    }
    let addressed = select(item, "to,cc,object.to,cc");
    let public = |json: &&Json| json.as_text().is_some_and(|who| who.ends_with("Public"));
    withheld || (!addressed.is_empty() && !addressed.iter().any(public))
}
