//! What is added to a feed: the same items as if all had been drawn at once, and what is said about them.

mod support;

use std::collections::HashSet;

use article_card::Settings;
use article_card::article::{Language, Pages};
use article_card::view::node::Node;
use article_card::view::{self, Collapse};
use support::{Value, closed, feed_document, html, html_of, json, paragraph, parse, words};

fn pages(documents: &[&Value]) -> Pages {
    let document = |fields: &Value| parse(&feed_document(fields.clone())).document;
    let mut pages = Pages::new(document(documents[0]));
    for further in &documents[1..] {
        pages.add(&document(further));
    }
    pages
}

/// The HTML of the items that follow `shown` others.
fn more(pages: &Pages, shown: u32, count: u32, settings: &Settings) -> Vec<String> {
    let nodes = view::more(pages, shown, count, settings);
    nodes.iter().map(html_of).collect()
}

/// The HTML of every item of a feed that is drawn at once.
fn at_once(fields: &Value, settings: &Settings) -> Vec<String> {
    let document = parse(&feed_document(fields.clone())).document;
    let Node::Element(section) = view::feed(&document, settings) else {
        panic!("a feed is an element");
    };
    let holder = section.children.iter().find_map(|child| match child {
        Node::Element(div) => html_of(child)
            .starts_with("<div part=\"items\"")
            .then_some(div),
        Node::Text(_) => None,
    });
    let items = &holder.expect("the items").children;
    items.iter().map(html_of).collect()
}

/// A feed whose items differ in all that a feed says for them.
fn varied() -> Value {
    let bio = "She writes about ships and harbours, and about the people there. ".repeat(4);
    json!({
        "title": "News", "language": "uk", "publisher": "The Harbour", "items": [
            {"headline": "One", "body": [paragraph(&words(40)), paragraph(&words(60))]},
            {"headline": "Two", "publisher": "Another", "labels": {"publishedBy": "From {name}"}},
            {"headline": "سلام دنیا", "language": "fa", "body": [paragraph(&words(50)), paragraph(&words(60))]},
            {"headline": "Four", "authors": [{"name": "Ana Sol", "bio": bio}, {"name": "Ben", "bio": bio}]},
            {"bodyText": format!("{}. {}.", "x".repeat(250), "y".repeat(400)), "url": "https://news.example/5"},
            {"headline": "Six", "corrections": [{"text": "A name was wrong."}], "body": [
                {"type": "quote", "style": "pull", "text": "Ships"}, paragraph("Ships come.")]},
        ],
    })
}

#[test]
fn later_items_are_drawn_as_all_at_once() {
    for collapse in [Collapse::Closed, Collapse::Open, Collapse::Whole] {
        for heading_level in [2, 5, 6] {
            let settings = Settings {
                collapse,
                heading_level,
                ..closed(9)
            };
            let (whole, pages) = (at_once(&varied(), &settings), pages(&[&varied()]));
            assert_eq!(whole.len(), 6);
            for (shown, count) in [(0, 6), (0, 1), (1, 2), (2, 4), (5, 1), (5, u32::MAX)] {
                let from = shown as usize;
                let to = from.saturating_add(count as usize).min(6);
                let drawn = more(&pages, shown, count, &settings);
                assert_eq!(drawn, whole[from..to], "{count} after {shown}");
            }
        }
    }
}

#[test]
fn two_pages_are_drawn_as_one_long_page() {
    let (mut first, mut second) = (varied(), varied());
    let items = first["items"].as_array_mut().expect("items");
    second["items"] = items.split_off(2).into();
    let pages = pages(&[&first, &second]);
    let whole = at_once(&varied(), &closed(9));
    for (shown, count) in [(0, 9), (1, 2), (2, 4), (4, 1)] {
        let (from, to) = (shown as usize, (shown as usize + count as usize).min(6));
        let drawn = more(&pages, shown, count, &closed(9));
        assert_eq!(drawn, whole[from..to], "{count} after {shown}");
    }
}

#[test]
fn past_the_end_there_is_nothing() {
    let pages = pages(&[&varied()]);
    for (shown, count) in [(6, 5), (7, 1), (u32::MAX, u32::MAX), (0, 0), (3, 0)] {
        let drawn = more(&pages, shown, count, &closed(5));
        assert_eq!(drawn, [""; 0], "{count} after {shown}");
    }
}

/// Who published each item, where it says so.
fn sources(documents: &[&Value]) -> Vec<String> {
    let drawn = more(&pages(documents), 0, 99, &closed(5));
    let source = |item: &String| {
        let item = html::read(item);
        item.parts("publisher")
            .iter()
            .map(|one| one.text())
            .collect()
    };
    drawn.iter().map(source).collect()
}

#[test]
fn a_publisher_is_named_where_it_is_not_that_of_the_first_page() {
    let first = json!({"publisher": "The Harbour", "items": [{"headline": "a"}]});
    let second = json!({"publisher": "The Bridge", "items": [
        {"headline": "b"}, {"headline": "c", "publisher": "The Harbour"}]});
    let bridge = "Published by The Bridge";
    assert_eq!(sources(&[&first, &second]), ["", bridge, ""]);
    let silent = json!({"items": [{"headline": "b"}]});
    assert_eq!(sources(&[&first, &silent]), ["", ""]);
    // Where all items of the first page have one publisher the feed says it for them.
    let common = json!({"items": [
        {"headline": "a", "publisher": "The Bridge"}, {"headline": "d", "publisher": "The Bridge"}]});
    let harbour = "Published by The Harbour";
    assert_eq!(sources(&[&common, &second]), ["", "", "", harbour]);
    assert_eq!(sources(&[&silent, &first]), ["", harbour]);
}

#[test]
fn a_language_comes_from_the_item_its_page_or_the_first_page() {
    let item = |headline: &str| json!({"headline": headline});
    let first = json!({"language": "fa", "items": [item("a")]});
    let silent = json!({"items": [item("b"), {"headline": "c", "language": "en"}]});
    let own = json!({"language": "uk", "items": [item("d")]});
    let spoken = |documents: &[&Value], page: Option<&str>| -> Vec<(String, String)> {
        let settings = Settings {
            language: page.and_then(Language::parse),
            ..closed(5)
        };
        let get = |item: &html::Tree, name| item.get(name).unwrap_or("none").to_owned();
        let drawn = more(&pages(documents), 0, 99, &settings);
        let trees = drawn.iter().map(|item| html::read(item));
        trees
            .map(|item| (get(&item, "lang"), get(&item, "dir")))
            .collect()
    };
    let pair = |lang: &str, dir: &str| (lang.to_owned(), dir.to_owned());
    let (fa, en, uk) = (pair("fa", "rtl"), pair("en", "ltr"), pair("uk", "ltr"));
    assert_eq!(
        spoken(&[&first, &silent, &own], Some("de")),
        [fa.clone(), fa, en.clone(), uk]
    );
    let nothing = pair("none", "ltr");
    assert_eq!(
        spoken(&[&silent], Some("ar")),
        [nothing, en],
        "of the page only which way it runs, where the text does not say"
    );
}

#[test]
fn headlines_stand_below_the_title_of_the_first_page() {
    let titled = json!({"title": "News", "items": [{"headline": "a"}]});
    let plain = json!({"items": [{"headline": "b"}]});
    let levels = |documents: &[&Value], heading_level| {
        let settings = Settings {
            heading_level,
            ..closed(5)
        };
        let drawn = more(&pages(documents), 0, 9, &settings);
        let level = |item: &String| html::read(item).part("headline").name.clone();
        drawn.iter().map(level).collect::<Vec<_>>().join(" ")
    };
    for (level, below_title, without) in [(2, "h3 h3", "h2 h2"), (5, "h6 h6", "h5 h5")] {
        assert_eq!(levels(&[&titled, &plain], level), below_title);
        assert_eq!(levels(&[&plain, &titled], level), without);
    }
    assert_eq!(levels(&[&titled, &plain], 6), "h6 h6");
}

#[test]
fn items_drawn_at_different_times_have_different_ids() {
    let body = json!([paragraph(&words(50)), paragraph(&words(60))]);
    let item = |at: &u32| json!({"headline": format!("Item {at}"), "body": body});
    let page = |numbers: &[u32]| json!({"title": "News", "items": numbers.iter().map(item).collect::<Vec<_>>()});
    let pages = pages(&[&page(&[1, 2, 3]), &page(&[4, 5])]);
    let mut all = html_of(&view::feed(&pages.first, &closed(2)));
    for (shown, count) in [(2, 2), (4, 2)] {
        all.extend(more(&pages, shown, count, &closed(2)));
    }
    let ids: Vec<_> = all
        .split(" id=\"")
        .skip(1)
        .map(|rest| &rest[..rest.find('"').expect("its end")])
        .collect();
    let expected = "ac-0-1 ac-1-1 ac-1-2 ac-2-1 ac-2-2 ac-3-1 ac-3-2 ac-4-1 ac-4-2 ac-5-1 ac-5-2";
    assert_eq!(ids.join(" "), expected, "a title, headlines, folds");
    let distinct: HashSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len());
}

#[test]
fn what_was_added_is_said_in_english_or_the_words_of_the_page() {
    let said = |labels: Value| {
        let settings = Settings {
            labels: article_card::input::labels(&labels.to_string()).expect("labels"),
            ..closed(5)
        };
        let pages = pages(&[&json!({"items": [{"headline": "x"}]})]);
        [0, 1, 2, 5].map(|count| view::announcement(count, &pages, &settings))
    };
    #[rustfmt::skip]
    let cases = [
        (json!({}), ["No more stories", "1 more story", "2 more stories", "5 more stories"]),
        (json!({"moreStories": "noch {count}, bitte"}),
            ["No more stories", "1 more story", "noch 2, bitte", "noch 5, bitte"]),
        (json!({"noMoreStories": "Ende", "oneMoreStory": "noch eine", "moreStories": "mehr"}),
            ["Ende", "noch eine", "mehr", "mehr"]),
        (json!({"moreStories": "{count}", "showMore": "Mehr"}), ["No more stories", "1 more story", "2", "5"]),
    ];
    for (labels, expected) in cases {
        assert_eq!(said(labels.clone()), expected, "{labels}");
    }
}

#[test]
fn pull_quotes_are_counted_for_each_story() {
    let body =
        json!([{"type": "quote", "style": "pull", "text": "Ships come"}, paragraph("Ships come.")]);
    let item = |at| json!({"headline": format!("Item {at}"), "body": body});
    let feed = json!({"items": (0..12).map(item).collect::<Vec<_>>()});
    let settings = closed(20);
    let together = at_once(&feed, &settings);
    assert_eq!(more(&pages(&[&feed]), 11, 1, &settings)[0], together[11]);
    assert!(
        together[11].contains("aria-hidden"),
        "it would be heard twice"
    );
}
