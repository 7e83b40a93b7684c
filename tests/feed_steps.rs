//! A feed as it is drawn first: so many items, the button for more, where it is said how that went.

mod support;

use article_card::Settings;
use article_card::view::{self, Collapse};
use support::html::Tree;
use support::{
    Value, card, closed, drawn_feed, drawn_feed_closed, drawn_feed_with, feed_and_warnings,
    html_of, items, json, parse,
};

fn with_next(count: usize) -> Value {
    json!({"items": items(count), "more": {"url": "https://news.example/2.json"}})
}

/// The texts of the button, by their classes.
fn said(feed: &Tree) -> Vec<(String, String)> {
    let spans = feed.part("more").children.iter();
    let class = |span: &Tree| span.get("class").unwrap_or_default().to_owned();
    spans.map(|span| (class(span), span.text())).collect()
}

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    let owned = pairs.map(|(class, text)| (class.to_owned(), text.to_owned()));
    owned.into()
}

#[test]
fn a_feed_shows_one_page_of_items_and_a_button_while_there_are_more() {
    for (count, page_size, shown, button) in [
        (0, 5, 0, false),
        (1, 1, 1, false),
        (3, 1, 1, true),
        (4, 5, 4, false),
        (5, 5, 5, false),
        (6, 5, 5, true),
        (6, 100, 6, false),
        (6, u32::MAX, 6, false),
    ] {
        let feed = drawn_feed_closed(json!({"items": items(count)}), page_size);
        let case = format!("{count} by {page_size}");
        assert_eq!(feed.parts("item").len(), shown, "{case}");
        assert_eq!(
            (feed.has("more"), feed.has("status")),
            (button, button),
            "{case}"
        );
        let headlines: Vec<_> = feed
            .parts("headline")
            .iter()
            .map(|one| one.text())
            .collect();
        let first: Vec<_> = (1..=shown).map(|at| format!("Item {at}")).collect();
        assert_eq!(headlines, first, "{case}");
    }
}

#[test]
fn a_feed_shows_no_more_than_the_partner_wants_and_then_no_button() {
    for (most, page_size, shown, button) in [
        (1, 5, 1, false),
        (5, 5, 5, false),
        (6, 5, 5, true),
        (7, 7, 7, false),
        (8, 7, 7, true),
        (100, 5, 5, true),
        (100, 100, 9, true),
        (9, 9, 9, false),
    ] {
        let settings = Settings {
            most,
            ..closed(page_size)
        };
        let feed = drawn_feed_with(with_next(9), &settings);
        let drawn = (feed.parts("item").len(), feed.has("more"));
        assert_eq!(drawn, (shown, button), "{most} by {page_size}");
        let whole = Settings {
            collapse: Collapse::Whole,
            ..settings
        };
        let feed = drawn_feed_with(with_next(9), &whole);
        let expected = most.min(9) as usize;
        assert_eq!(
            (feed.parts("item").len(), feed.has("more")),
            (expected, most > 9),
            "whole, {most}"
        );
    }
}

#[test]
fn another_page_alone_makes_a_button() {
    for count in [0, 1, 5, 6] {
        assert!(drawn_feed_closed(with_next(count), 5).has("more"));
    }
    for more in [json!({"label": "Older"}), json!({}), json!(null)] {
        let feed = drawn_feed_closed(json!({"items": items(5), "more": more}), 5);
        assert!(!feed.has("more"), "a label leads nowhere: {more}");
    }
}

#[test]
fn where_no_script_runs_all_items_are_there_and_a_button_only_for_another_page() {
    let whole = Settings {
        page_size: 1,
        ..Settings::default()
    };
    assert_eq!(whole.collapse, Collapse::Whole);
    let feed = drawn_feed_with(with_next(20), &whole);
    assert_eq!(feed.parts("item").len(), 20);
    assert!(feed.has("more") && feed.has("status"));
    assert_eq!(drawn_feed(with_next(20)).text(), feed.text());
    let feed = drawn_feed_with(json!({"items": items(20)}), &whole);
    assert_eq!(feed.parts("item").len(), 20);
    assert!(!feed.has("more") && !feed.has("status"));
}

#[test]
fn items_that_start_open_come_in_steps_too() {
    let open = Settings {
        collapse: Collapse::Open,
        ..closed(2)
    };
    let feed = drawn_feed_with(json!({"items": items(3)}), &open);
    assert_eq!((feed.parts("item").len(), feed.has("more")), (2, true));
}

#[test]
fn an_article_steps_through_the_feed_it_came_with() {
    let text = card(json!({"headline": "x", "feed": {"title": "News", "items": items(3)}}));
    let drawn = |text: &str, page_size| {
        support::html::read(&html_of(&view::feed(
            &parse(text).document,
            &closed(page_size),
        )))
    };
    let feed = drawn(&text, 2);
    assert_eq!((feed.parts("item").len(), feed.has("more")), (2, true));
    let alone = drawn(&card(json!({"headline": "x"})), 1);
    assert_eq!((alone.parts("item").len(), alone.has("more")), (1, false));
}

#[test]
fn the_status_is_polite_empty_and_stands_between_the_items_and_the_button() {
    let feed = drawn_feed_closed(
        json!({"title": "News", "publisher": "The Harbour", "items": items(6)}),
        5,
    );
    // Before and after them are the places of the partner's own.
    let order: Vec<_> = feed
        .children
        .iter()
        .map(|one| one.get("part").or(one.get("name")))
        .collect();
    let expected = [
        "header",
        "feed-title",
        "items",
        "status",
        "more",
        "source",
        "footer",
    ];
    assert_eq!(order, expected.map(Some));
    let status = feed.part("status");
    assert_eq!(status.name, "p");
    assert_eq!(
        (status.get("role"), status.get("class"), status.text()),
        (Some("status"), Some("sr"), String::new())
    );
    assert_eq!(status.get("aria-live"), None, "polite is what the role is");
}

#[test]
fn the_button_says_both_words_and_which_feed_it_is() {
    let fields = json!({"title": "News", "items": items(6)});
    let feed = drawn_feed_closed(fields, 5);
    let button = feed.part("more");
    assert_eq!(
        (button.name.as_str(), button.get("type")),
        ("button", Some("button"))
    );
    let words = [("more", "Show more"), ("less", "Try again")];
    assert_eq!(
        said(&feed),
        pairs([words[0], words[1], ("sr", ": News")]),
        "the style sheet shows one of them"
    );
    let nameless = drawn_feed_closed(json!({"items": items(6)}), 5);
    assert_eq!(said(&nameless), pairs(words));
}

#[test]
fn the_words_are_the_feeds_own_then_the_pages_then_english() {
    let of = |own: Value, page: Value| {
        let labels = article_card::input::labels(&page.to_string()).expect("labels");
        let settings = Settings {
            labels,
            ..closed(5)
        };
        said(&drawn_feed_with(
            json!({"items": items(6), "more": own}),
            &settings,
        ))
    };
    let page = json!({"showMore": "Mehr", "tryAgain": "Nochmal"});
    let own = json!({"label": "Older"});
    for (own, page, more, again) in [
        (&own, &page, "Older", "Nochmal"),
        (&json!({}), &page, "Mehr", "Nochmal"),
        (&json!({"label": " "}), &page, "Mehr", "Nochmal"),
        (&own, &json!({}), "Older", "Try again"),
        (&json!({}), &json!({}), "Show more", "Try again"),
    ] {
        let expected = pairs([("more", more), ("less", again)]);
        assert_eq!(of(own.clone(), page.clone()), expected, "{own} on {page}");
    }
}

#[test]
fn words_of_the_last_item_are_not_those_of_the_button() {
    let mut six = items(6);
    six[4]["labels"] = json!({"showMore": "Weiter", "tryAgain": "Nochmal"});
    let feed = drawn_feed_closed(json!({"items": six}), 5);
    assert_eq!(
        said(&feed),
        pairs([("more", "Show more"), ("less", "Try again")])
    );
}

#[test]
fn the_label_has_at_most_120_characters() {
    let label = |count: usize| {
        let fields = json!({"items": [], "more": {"label": "x".repeat(count)}});
        let (feed, warnings) = feed_and_warnings(fields);
        let label = feed["more"]["label"].as_str().expect("a label");
        (label.chars().count(), warnings)
    };
    assert_eq!([119, 120].map(label), [(119, vec![]), (120, vec![])]);
    let told = vec!["more.label: cut after 120 characters".to_owned()];
    assert_eq!([121, 500].map(label), [(120, told.clone()), (120, told)]);
}
