//! The native document that a document in a known format means.

use std::borrow::Cow;

use super::super::Context;
use super::super::json::Json;
use super::mapping::{holds, map, select};
use super::withheld::{Clock, unwrapped};
use super::{Format, Native, json_ld, wordpress};
use crate::article::text;
use crate::limits;

/// Items that are looked at for those that may be shown.
const MOST: usize = 10 * limits::FEED_ITEMS;

impl Format {
    /// None where nothing in the document is an article, nor says where articles would be.
    pub(super) fn native<'j>(&self, json: &Json<'j>, context: &Context) -> Option<Native<'j>> {
        if self.name == "json-ld" {
            let (graph, is_list) = json_ld::articles(json);
            let mut items: Vec<&Json> = graph.iter().collect();
            // Pages describe themselves, their site and their owner in the same words.
            json_ld::first(&items)?;
            let page = json_ld::of_page(&items, context);
            let is_feed = is_list && page.is_none();
            if !is_feed {
                items = page.or(json_ld::first(&items)).into_iter().collect();
            }
            return Some(self.document(json, items, is_feed, context));
        }
        let (items, is_feed) = self.items(json);
        Some(self.document(json, items, is_feed, context))
    }

    /// The items of a list, or the document itself; and whether it is a list.
    fn items<'v, 'j>(&self, json: &'v Json<'j>) -> (Vec<&'v Json<'j>>, bool) {
        let whole = select(json, "");
        if matches!(json, Json::Array(_)) || !holds(json, self.list) {
            return (whole, matches!(json, Json::Array(_)));
        }
        // XML has no lists: repeated elements are one.
        let mut is_feed = self.is.is_empty();
        for list in text::split(self.lists, b' ').filter(|list| !list.is_empty()) {
            let items = select(json, list);
            if !items.is_empty() {
                return (items, true);
            }
            is_feed |= matches!(json.get(list), Some(Json::Array(_)));
        }
        (if is_feed { Vec::new() } else { whole }, is_feed)
    }

    fn document<'j>(
        &self,
        json: &Json<'j>,
        mut items: Vec<&Json<'j>>,
        is_feed: bool,
        context: &Context,
    ) -> Native<'j> {
        items.truncate(MOST);
        let all = items.len();
        let is_bare =
            self.name == "wordpress" && items.iter().all(|item| item.get("_embedded").is_none());
        if self.name == "activitystreams" {
            items = items
                .into_iter()
                .filter_map(|item| unwrapped(item, is_feed))
                .collect();
        }
        let clock = Clock { now: context.now };
        items.retain(|item| self.name == "generic" || !clock.holds_back(item, self.name));
        let withheld = all > 0 && items.is_empty();
        // One more than is read, so that what is too many is noticed.
        let articles = items.iter().take(limits::FEED_ITEMS + 1);
        let mut articles: Vec<Json> = articles.map(|item| self.article(item)).collect();
        let json = if is_feed {
            // RSS says in its channel what it is.
            let channel = select(json, "channel").first().copied();
            let mut feed = map(channel.unwrap_or(json), self.feed, self.shared);
            if let Json::Object(members) = &mut feed {
                members.push((Cow::Borrowed("items"), Json::Array(articles)));
            }
            feed
        } else {
            articles.pop().unwrap_or(Json::Null)
        };
        Native {
            format: self.name,
            json,
            is_feed,
            withheld,
            hint: is_bare.then_some(wordpress::HINT),
        }
    }

    fn article<'j>(&self, item: &Json<'j>) -> Json<'j> {
        let mut article = map(item, self.item, self.shared);
        if let (Some(kinds), Json::Object(members)) = (self.kinds, &mut article) {
            let blocks = kinds.blocks(item, self.shared, 0);
            members.push((Cow::Borrowed("body"), Json::Array(blocks)));
        }
        article
    }
}
