//! A feed of several pages: steps, its button, what is added, what had been there before.

mod support;

use article_card::article::Pages;
use article_card::sanitize::{ImagePolicy, SafeUrl};
use article_card::view::{self, Collapse, Settings, html};
use article_card::{Context, parse};
use support::{
    Value, card, drawn_feed, drawn_feed_closed, feed_and_warnings, feed_document, json, paragraph,
    words,
};

fn items(count: usize) -> Vec<Value> {
    let item =
        |at| json!({"headline": format!("Item {at}"), "url": format!("https://news.example/{at}")});
    (1..=count).map(item).collect()
}

fn settings(page_size: u32) -> Settings {
    Settings {
        collapse: Collapse::Closed,
        page_size,
        ..Settings::default()
    }
}

fn pages(first: Value) -> Pages {
    Pages::new(support::parse(&feed_document(first)).document)
}

fn add(pages: &mut Pages, page: &str) {
    pages.add(&support::parse(page).document);
}

fn headlines(pages: &Pages) -> Vec<String> {
    let headline = |at| {
        Some(
            pages
                .item(at)?
                .text(article_card::article::Field::Headline)?
                .to_owned(),
        )
    };
    (0..pages.count()).filter_map(headline).collect()
}

/// The HTML of the items that follow `shown` others.
fn more(pages: &Pages, shown: u32, count: u32) -> Vec<String> {
    let nodes = view::more(pages, shown, count, &settings(5));
    nodes.iter().map(written).collect()
}

fn written(node: &article_card::view::node::Node) -> String {
    let mut out = String::new();
    html::push(&mut out, node);
    out
}

#[test]
fn a_feed_shows_its_first_items_and_a_button_for_more() {
    for (count, page_size, shown, button) in [
        (6, 5, 5, true),
        (5, 5, 5, false),
        (4, 5, 4, false),
        (3, 1, 1, true),
    ] {
        let feed = drawn_feed_closed(json!({"items": items(count)}), page_size);
        assert_eq!(
            (feed.parts("item").len(), feed.has("more")),
            (shown, button),
            "{count} by {page_size}"
        );
        assert_eq!(feed.has("status"), button);
    }
    let feed = drawn_feed(json!({"items": items(20), "more": {"url": "https://news.example/2"}}));
    assert_eq!(
        (feed.parts("item").len(), feed.has("more")),
        (20, false),
        "without a script all of it"
    );
    let feed = drawn_feed_closed(
        json!({"items": items(1), "more": {"url": "https://news.example/2"}}),
        5,
    );
    assert!(feed.has("more"), "there is another page");
}

#[test]
fn the_button_says_what_the_feed_calls_it_and_which_feed_it_is() {
    let feed = drawn_feed_closed(
        json!({"title": "News", "items": items(6), "more": {"label": "Older"}}),
        5,
    );
    let button = feed.part("more");
    assert_eq!(
        (button.name.as_str(), button.get("type")),
        ("button", Some("button"))
    );
    let of = |class: &str| {
        button
            .elements("span")
            .iter()
            .find(|span| span.get("class") == Some(class))
            .map(|span| span.text())
    };
    assert_eq!(
        (of("more"), of("less"), of("sr")),
        (
            Some("Older".into()),
            Some("Try again".into()),
            Some(": News".into())
        )
    );
    let plain = drawn_feed_closed(json!({"items": items(6)}), 5);
    assert_eq!(plain.part("more").text(), "Show moreTry again");
    let status = plain.part("status");
    assert_eq!(
        (
            status.get("role"),
            status.get("class"),
            status.text().as_str()
        ),
        (Some("status"), Some("sr"), "")
    );
}

#[test]
fn later_items_are_drawn_as_they_would_have_been_at_once() {
    let feed = json!({
        "title": "News", "language": "uk", "publisher": "The Harbour", "items": [
            {"headline": "One"},
            {"headline": "Two", "publisher": "Another"},
            {"headline": "Three", "language": "fa", "body": [paragraph(&words(50)), paragraph(&words(60))]},
            {"headline": "Four", "authors": [{"name": "Ana Sol", "bio": "She writes about ships and harbours, and about the people there. ".repeat(4)}]},
        ],
    });
    let pages = pages(feed.clone());
    let whole = written(&view::feed(
        &support::parse(&feed_document(feed)).document,
        &settings(9),
    ));
    for (shown, count) in [(0, 4), (1, 2), (3, 9)] {
        let drawn = more(&pages, shown, count);
        assert_eq!(drawn.len() as u32, count.min(4 - shown));
        for item in drawn {
            assert!(whole.contains(&item), "{item}");
        }
    }
    assert_eq!(more(&pages, 4, 5), [""; 0], "past the end there is nothing");
}

#[test]
fn an_article_is_shown_once_over_all_pages() {
    let mut pages = pages(json!({"items": [
        {"id": "a", "url": "https://news.example/a", "headline": "A"},
        {"url": "https://news.example/b", "headline": "B"},
        {"headline": "Nameless"},
    ]}));
    add(
        &mut pages,
        &feed_document(json!({"items": [
            {"id": "a", "url": "https://news.example/moved", "headline": "A again"},
            {"id": "b", "url": "https://news.example/b", "headline": "B again: one of them has no id"},
            {"id": "c", "url": "https://news.example/a", "headline": "Another one at the same address"},
            {"headline": "Nameless"},
            {"id": "c", "headline": "C again, in the same page"},
        ]})),
    );
    assert_eq!(
        headlines(&pages),
        [
            "A",
            "B",
            "Nameless",
            "Another one at the same address",
            "Nameless"
        ]
    );
    add(
        &mut pages,
        &card(json!({"headline": "An article as a page", "id": "d"})),
    );
    assert_eq!(pages.count(), 6);
    add(&mut pages, &feed_document(json!({"items": []})));
    assert_eq!(pages.count(), 6);
}

#[test]
fn inside_one_document_the_second_one_is_left_out_with_a_warning() {
    let (feed, warnings) = feed_and_warnings(json!({"items": [
        {"id": "a", "headline": "A"}, {"headline": "B"}, {"id": "a", "headline": "A again"}]}));
    assert_eq!(support::length(&feed["items"]), 2);
    assert_eq!(
        warnings,
        ["items[2]: item left out: the same article stands before it"]
    );
}

#[test]
fn the_last_page_says_where_the_feed_goes_on() {
    let next = |pages: &Pages| pages.next.as_ref().map(|url| url.as_str().to_owned());
    let mut pages =
        pages(json!({"url": "https://news.example/feed/", "items": [], "more": {"url": "2.json"}}));
    assert_eq!(
        next(&pages).as_deref(),
        Some("https://news.example/feed/2.json")
    );
    add(
        &mut pages,
        &feed_document(json!({"items": [], "more": {"url": "https://news.example/3.json"}})),
    );
    assert_eq!(next(&pages).as_deref(), Some("https://news.example/3.json"));
    add(&mut pages, &feed_document(json!({"items": []})));
    assert_eq!(next(&pages), None);
}

#[test]
fn the_next_page_is_requested_so_it_keeps_to_the_policy() {
    let next = |page: &str, url: &str| {
        let context = Context {
            base: None,
            images: ImagePolicy {
                page: SafeUrl::web(page, None),
                own_origin: false,
            },
        };
        let text = feed_document(json!({"items": [], "more": {"url": url}}));
        let parsed = parse(&text, &context).expect("a feed");
        let next = parsed
            .document
            .next_page()
            .map(|url| url.as_str().to_owned());
        let told = parsed
            .warnings
            .iter()
            .any(|warning| warning.path == "more.url");
        assert_eq!(next.is_none(), told, "{url}");
        next
    };
    let partner = |url| next("https://partner.example", url);
    assert_eq!(
        partner("http://news.example/2").as_deref(),
        Some("https://news.example/2")
    );
    assert_eq!(
        partner("https://partner.example/2").as_deref(),
        Some("https://partner.example/2"),
        "no cookies go along"
    );
    for refused in [
        "https://192.168.0.1/2",
        "https://printer.local/2",
        "http://localhost/2",
        "javascript:alert(1)",
        "data:,x",
        "2.json",
    ] {
        assert_eq!(partner(refused), None, "{refused}");
    }
    assert!(
        next("http://localhost:8080", "http://127.0.0.1:8080/2").is_some(),
        "where everything is local"
    );
}

#[test]
fn what_was_added_is_said_in_the_words_of_the_page() {
    let own = Settings {
        labels: vec![("moreStories".into(), "noch {count}".into())],
        ..settings(5)
    };
    let said: Vec<_> = [0, 1, 2, 5]
        .iter()
        .map(|count| view::announcement(*count, &settings(5)))
        .collect();
    assert_eq!(
        said,
        [
            "No more stories",
            "1 more story",
            "2 more stories",
            "5 more stories"
        ]
    );
    assert_eq!(view::announcement(3, &own), "noch 3");
}

#[test]
fn items_drawn_at_different_times_have_different_ids() {
    let body = json!([paragraph(&words(50)), paragraph(&words(60))]);
    let item = |at| json!({"headline": format!("Item {at}"), "body": body});
    let pages = pages(json!({"title": "News", "items": (0..4).map(item).collect::<Vec<_>>()}));
    let mut all = written(&view::feed(&pages.first, &settings(2)));
    all.extend(more(&pages, 2, 2));
    let ids: Vec<_> = all
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next())
        .collect();
    let distinct: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(
        (ids.len(), distinct.len()),
        (9, 9),
        "a title, four headlines, four folds"
    );
}
