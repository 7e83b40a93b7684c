//! The native document that a document in a known format means.

use std::borrow::Cow;

use super::super::Context;
use super::super::json::Json;
use super::mapping::{holds, map, says, select};
use super::{Format, Native, json_ld, wordpress};
use crate::article::{Date, text};

impl Format {
    pub(super) fn native<'j>(&self, json: &Json<'j>, context: &Context) -> Option<Native<'j>> {
        if self.item.is_empty() {
            return Some(Native {
                format: self.name,
                json: json.clone(),
                is_feed: false,
                withheld: false,
                hint: None,
            });
        }
        let graph;
        let mut items: Vec<&Json> = Vec::new();
        // XML has no lists: repeated elements are one.
        let mut is_feed = matches!(json, Json::Array(_));
        if self.name == "json-ld" {
            (graph, is_feed) = json_ld::articles(json);
            items.extend(&graph);
            // Pages describe themselves, their site and their owner in the same words.
            if items.is_empty() {
                return None;
            }
            if !is_feed {
                let chosen = json_ld::choose(&items, context);
                items.retain(|item| core::ptr::eq(*item, chosen));
            }
        } else if !is_feed
            && (self.kinds.is_none()
                || json.get("headlines").is_none()
                || holds(json, "?type=collection"))
        {
            // A story of its own may hold something under the key of a list.
            for list in text::split(self.lists, b' ') {
                if items.is_empty() && !list.is_empty() {
                    items = select(json, list);
                }
            }
            is_feed = !items.is_empty() || self.is.is_empty() || holds(json, LISTS);
        }
        if items.is_empty() && (!is_feed || matches!(json, Json::Array(_))) {
            items = select(json, "");
        }
        let all = items.len();
        let bare =
            self.name == "wordpress" && items.iter().all(|item| item.get("_embedded").is_none());
        if self.name != "generic" {
            items.retain(|item| !is_withheld(item, context.now));
            // An answer makes no sense without what it answers.
            items.retain(|item| !is_feed || !is_answer(item));
        }
        let mut articles: Vec<Json> = items.iter().map(|item| self.article(item)).collect();
        let withheld = all > 0 && articles.is_empty();
        let json = if is_feed {
            // RSS says in its channel what it is.
            let channel = select(json, "channel").first().copied();
            let mut feed = map(channel.unwrap_or(json), self.feed, self.shared);
            if let Json::Object(members) = &mut feed {
                pass_authors(members, &mut articles);
                members.push((Cow::Borrowed("items"), Json::Array(articles)));
            }
            feed
        } else {
            articles.pop().unwrap_or(Json::Null)
        };
        Some(Native {
            format: self.name,
            json,
            is_feed,
            withheld,
            hint: bare.then_some(wordpress::HINT),
        })
    }

    fn article<'j>(&self, item: &Json<'j>) -> Json<'j> {
        // What was done is not the thing it was done to.
        let mut item = item;
        while self.name == "activitystreams"
            && let Some(object @ Json::Object(_)) = item.get("object")
        {
            item = object;
        }
        let mut article = map(item, self.item, self.shared);
        if let (Some(kinds), Json::Object(members)) = (self.kinds, &mut article) {
            let blocks = kinds.blocks(item, self.shared, 0);
            members.push((Cow::Borrowed("body"), Json::Array(blocks)));
        }
        article
    }
}

/// Who writes the feed writes its items, unless they say otherwise.
fn pass_authors<'j>(feed: &mut Vec<(Cow<'j, str>, Json<'j>)>, articles: &mut [Json<'j>]) {
    let Some(at) = feed.iter().position(|(key, _)| key == "authors") else {
        return;
    };
    let authors = feed.swap_remove(at);
    for article in articles {
        if let Json::Object(members) = article {
            // Of a repeated key the last one counts.
            members.insert(0, authors.clone());
        }
    }
}

/// Lists that may be empty.
const LISTS: &str = "+items|+posts|+orderedItems|+content_elements ?type=results";

/// Servers say of everything what it answers, of most that it is nothing.
fn is_answer(item: &Json) -> bool {
    let mut answered = ["inreplyto", "object.inreplyto"]
        .into_iter()
        .flat_map(|at| select(item, at));
    answered.any(says)
}

/// Whether its publisher does not want it shown at `now`, or not to everybody: drafts, what is withdrawn, private,
/// not yet free. When an item `expires` is about archives, not about what was published.
fn is_withheld(item: &Json, now: i64) -> bool {
    const HELD: &str =
        "draft auto-draft pending private future scheduled trash withheld canceled cancelled";
    // A time without a zone has passed everywhere half a day later.
    let comes = |date: &&Json| {
        let date = date.as_text().and_then(Date::parse_lenient);
        date.is_some_and(|date| date.seconds() + if date.is_instant() { 0 } else { 43_200 } > now)
    };
    let held = |status: &&Json| {
        let status = status.as_text();
        status.is_some_and(|status| text::is_among(&status.to_ascii_lowercase(), HELD))
    };
    let public = |who: &&Json| who.as_text().is_some_and(|who| who.ends_with("Public"));
    let private = |to| {
        let to = select(item, to);
        !to.is_empty() && !to.iter().any(public)
    };
    select(item, "status,pubstatus").iter().any(held)
        // Agencies announce what they will write.
        || holds(item, "plannedcoverage,eventdetails|?type=event")
        || select(item, "content_restrictions.embargo.?active!false.end_time").iter().any(comes)
        || select(item, "embargoed,embargoeduntil,embargo_date").iter().any(comes)
        || ["to,cc", "object.to,cc", "object.object.to,cc"].into_iter().any(private)
}
