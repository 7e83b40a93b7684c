//! Formats of others: which one a document is in, and the native document it means.
//!
//! Detection works on the values alone: MIME types and file names are often wrong. The rules are tried in one order, the
//! first that holds counts.

mod activity_streams;
mod ans;
mod apple_news;
mod blocks;
mod convert;
mod document;
mod feed_xml;
mod field_map;
mod generic;
mod ghost;
mod json_feed;
mod json_ld;
mod mapping;
mod ninjs;
mod oembed;
mod withheld;
mod wordpress;
mod xml;

pub(super) use field_map::mapped;

use super::Context;
use super::json::{self, Json};
use crate::article::text;
use blocks::Kinds;
use mapping::holds;

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
    /// What documents have that are lists, where that has to be asked.
    list: &'static str,
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
        list: "",
        lists: "",
        item,
        shared,
        kinds: None,
        feed: "",
    }
}

/// In the order they are tried.
const FORMATS: &[Format] = &[
    // As it is: only looked for where it may stand in an envelope.
    plain(
        "native",
        "?schema=article-card/*|?schema=article-feed/*",
        "",
        &[],
    ),
    Format {
        lists: "items",
        feed: json_feed::FEED,
        ..plain("json-feed", json_feed::IS, json_feed::ITEM, &[])
    },
    Format {
        lists: "orderedItems items first.orderedItems first.items",
        feed: activity_streams::FEED,
        ..plain(
            "activitystreams",
            activity_streams::IS,
            activity_streams::ITEM,
            &[activity_streams::IMAGE],
        )
    },
    Format {
        feed: json_ld::FEED,
        ..plain(
            "json-ld",
            json_ld::IS,
            json_ld::ITEM,
            &[json_ld::IMAGE, json_ld::AUTHOR],
        )
    },
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
        list: ans::LIST,
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
        &[ninjs::AUTHOR, ninjs::PICTURE, ninjs::TEASER],
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
    ..plain("rss", "", feed_xml::RSS_ITEM, &[feed_xml::RSS_IMAGE])
};

const ATOM: Format = Format {
    lists: "entry",
    feed: feed_xml::ATOM,
    ..plain("atom", "", feed_xml::ATOM_ITEM, &[feed_xml::ATOM_AUTHOR])
};

/// The native document that `json` means; none when its format is not known.
pub(super) fn native<'j>(json: &Json<'j>, context: &Context) -> Option<Native<'j>> {
    let (format, json) = recognise(json, 0)?;
    // In an envelope.
    if format.item.is_empty() {
        return Some(Native {
            format: format.name,
            json: json.clone(),
            is_feed: false,
            withheld: false,
            hint: None,
        });
    }
    format.native(json, context)
}

/// Says of a feed where it goes on, if what is around its items does and the format has no word of its own for it.
pub(super) fn lead_on<'j>(native: &mut Native<'j>, json: &Json<'j>) {
    let Json::Object(feed) = &mut native.json else {
        return;
    };
    // Of a bare list, every item may say what comes next to it.
    if native.is_feed
        && native.format != "json-feed"
        && !feed.iter().any(|member| member.0 == "more")
        && matches!(json, Json::Object(_))
        && let Json::Object(mut more) = mapping::map(json, generic::MORE, &[])
    {
        feed.append(&mut more);
    }
}

/// The native document that XML means, a feed.
pub(super) fn native_of_xml<'t>(text: &'t str, context: &Context) -> Option<Native<'t>> {
    let (name, tree) = xml::read(text, "rss rdf:RDF feed atom:feed")?;
    let format = if text::is_among(name, "rss rdf:RDF") {
        &RSS
    } else {
        &ATOM
    };
    format.native(&tree, context)
}

/// The article that a web page carries for search engines, where the page is one's own: of the page that the card stands
/// in, or natively.
pub(super) fn native_of_page<'t>(text: &'t str, context: &Context) -> Option<Native<'t>> {
    if context.is_foreign {
        return None;
    }
    let mut rest = text;
    loop {
        let at = text::find(rest, "application/ld+json")?;
        let (_, script) = text::split_once(rest.get(at..)?, b'>')?;
        let end = text::find(script, "</script")?;
        let json = json::parse(script.get(..end)?, true, &mut Vec::new());
        let native = json.ok().and_then(|json| native(&json, context));
        // Pages say more than one thing of themselves.
        if native
            .as_ref()
            .is_some_and(|native| native.withheld || holds(&native.json, "headline,items"))
        {
            return native;
        }
        rest = script.get(end..)?;
    }
}

/// The format of `json`, or of what is in an envelope.
fn recognise<'v, 'j>(json: &'v Json<'j>, depth: usize) -> Option<(&'static Format, &'v Json<'j>)> {
    // A list is in the first format that one of its first items is in.
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
