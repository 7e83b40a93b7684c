//! A feed of several pages: which items are added, which had been there before, where it goes on.

mod support;

use article_card::article::{Field, Pages};
use support::{Value, card, feed_and_warnings, feed_document, items, json, parse, written};

fn pages(documents: &[String]) -> Pages {
    let mut pages = Pages::new(parse(&documents[0]).document);
    for further in &documents[1..] {
        pages.add(&parse(further).document);
    }
    pages
}

fn page(items: &Value) -> String {
    feed_document(json!({"items": items}))
}

fn headlines(pages: &Pages) -> String {
    let headline = |at| pages.item(at)?.text(Field::Headline);
    let all: Vec<_> = (0..pages.count()).filter_map(headline).collect();
    assert_eq!(all.len() as u32, pages.count());
    all.join(" ")
}

fn item(headline: &str, id: Option<&str>, page: Option<&str>) -> Value {
    let url = page.map(|page| format!("https://news.example/{page}"));
    json!({"headline": headline, "id": id, "url": url})
}

/// Two items, and whether they are the same article.
fn couples() -> Vec<(Value, Value, bool)> {
    let one = |id, page| item("A", id, page);
    let two = |id, page| item("B", id, page);
    let (x, y, none) = (Some("x"), Some("y"), None);
    vec![
        (one(x, none), two(x, none), true),
        (one(x, x), two(x, y), true),
        (one(x, x), two(y, x), false),
        (one(x, none), two(y, none), false),
        (one(none, x), two(none, x), true),
        (one(none, x), two(none, y), false),
        (one(x, x), two(none, x), true),
        (one(none, x), two(x, x), true),
        (one(x, x), two(none, y), false),
        (one(x, none), two(none, x), false),
        (one(none, none), two(none, none), false),
        (one(x, none), two(Some("X"), none), false),
    ]
}

#[test]
fn an_article_is_the_same_by_its_id_and_where_one_has_none_by_its_page() {
    for (one, two, same) in couples() {
        let expected = if same { "A" } else { "A B" };
        let case = format!("{one} {two}");
        let across = pages(&[page(&json!([one])), page(&json!([two]))]);
        assert_eq!(headlines(&across), expected, "across pages: {case}");
        let further = pages(&[page(&json!([])), page(&json!([one])), page(&json!([two]))]);
        assert_eq!(headlines(&further), expected, "further pages: {case}");
        let (feed, warnings) = feed_and_warnings(json!({"items": [one, two]}));
        let kept = support::length(&feed["items"]);
        let told = ["items[1]: item left out: the same article stands before it"];
        let (count, told) = if same { (1, &told[..]) } else { (2, &[][..]) };
        assert_eq!(
            (kept, &warnings[..]),
            (
                count,
                &told.iter().map(ToString::to_string).collect::<Vec<_>>()[..]
            ),
            "{case}"
        );
        assert_eq!(feed["items"][0]["headline"], "A", "the first one stays");
    }
}

#[test]
fn pages_are_equal_only_when_the_addresses_are() {
    let at = |url: &str| json!({"headline": url, "url": url});
    let kept =
        |one: &str, two: &str| pages(&[page(&json!([at(one)])), page(&json!([at(two)]))]).count();
    assert_eq!(
        kept("https://news.example/a", "HTTPS://News.Example:443/a"),
        1,
        "as the policy writes them"
    );
    for other in [
        "https://news.example/a?x",
        "https://news.example/A",
        "http://news.example/a",
    ] {
        assert_eq!(kept("https://news.example/a", other), 2, "{other}");
    }
}

#[test]
fn the_items_keep_their_order_over_all_pages() {
    let a = |headline, id| item(headline, Some(id), None);
    let read = pages(&[
        page(&json!([a("1", "a"), a("2", "b")])),
        page(&json!([
            a("again", "b"),
            a("3", "c"),
            a("again", "a"),
            a("4", "d")
        ])),
        page(&json!([a("again", "d"), a("5", "e"), a("again", "c")])),
    ]);
    assert_eq!(headlines(&read), "1 2 3 4 5");
    for past in [5, 6, u32::MAX] {
        assert!(read.item(past).is_none(), "{past}");
    }
}

#[test]
fn a_page_that_was_read_before_adds_nothing() {
    let one = page(&items(3).into());
    assert_eq!(pages(&[one.clone(), one.clone(), one]).count(), 3);
}

#[test]
fn inside_one_document_every_later_one_is_left_out_with_its_place() {
    let same = item("A", Some("x"), None);
    let (feed, warnings) =
        feed_and_warnings(json!({"items": [same, {"headline": 7}, same, {"headline": "B"}, same]}));
    assert_eq!(support::length(&feed["items"]), 2);
    let told = |at: usize| format!("items[{at}]: item left out: the same article stands before it");
    let bad = "items[1].headline: item left out: expected text, found a number".to_owned();
    assert_eq!(warnings, [bad, told(2), told(4)]);
    let inside = parse(&card(
        json!({"headline": "x", "feed": {"items": [same, same]}}),
    ));
    assert_eq!(written(&inside.warnings), [format!("feed.{}", told(1))]);
    let list = json!([same, {"schema": "article-card/1", "headline": "B"}, same]);
    let list = parse(&list.to_string());
    assert_eq!(
        written(&list.warnings),
        [format!("[2]{}", &told(2)["items[2]".len()..])]
    );
    assert!(!list.truncated, "no limit cut it off");
}

#[test]
fn an_item_that_was_left_out_hides_no_other_one() {
    let fields =
        json!({"items": [{"id": "x", "headline": 7}, {"id": "x"}, item("A", Some("x"), None)]});
    let (feed, warnings) = feed_and_warnings(fields);
    assert_eq!(
        (feed["items"][0]["headline"].as_str(), warnings.len()),
        (Some("A"), 2)
    );
}

#[test]
fn an_article_is_a_page_of_one_or_the_feed_it_came_with() {
    let first = page(&json!([item("A", Some("x"), None)]));
    let article = |id| {
        let mut article = item("B", Some(id), None);
        article["feed"] = Value::Null;
        article
    };
    assert_eq!(
        headlines(&pages(&[first.clone(), card(article("y"))])),
        "A B"
    );
    assert_eq!(headlines(&pages(&[first.clone(), card(article("x"))])), "A");
    let mut outer = article("y");
    outer["feed"] =
        json!({"items": [item("C", None, None)], "more": {"url": "https://news.example/3"}});
    let read = pages(&[first, card(outer)]);
    assert_eq!(headlines(&read), "A C");
    assert!(read.next.is_some());
    let from_article = pages(&[
        card(article("x")),
        page(&json!([
            item("again", Some("x"), None),
            item("D", None, None)
        ])),
    ]);
    assert_eq!(headlines(&from_article), "B D");
}

#[test]
fn an_empty_page_adds_nothing_and_may_lead_on() {
    let empty = json!({"items": [], "more": {"url": "https://news.example/3"}});
    let read = pages(&[page(&items(2).into()), feed_document(empty)]);
    assert_eq!((read.count(), read.next.is_some()), (2, true));
    let read = pages(&[page(&json!([])), page(&items(2).into())]);
    assert_eq!(
        (headlines(&read).as_str(), read.next),
        ("Item 1 Item 2", None)
    );
}

#[test]
fn the_last_page_says_where_the_feed_goes_on() {
    let page = |base: &str, url: Option<&str>| {
        feed_document(json!({"url": base, "items": [], "more": {"url": url}}))
    };
    let next = |documents: &[String]| pages(documents).next.map(|url| url.as_str().to_owned());
    let first = page("https://news.example/feed/", Some("2.json"));
    let second = page(
        "https://news.example/feed/",
        Some("https://pages.example/3.json"),
    );
    let third = page("https://pages.example/x/y", Some("../4.json"));
    let last = page("https://pages.example/", None);
    let url = |text: &str| Some(text.to_owned());
    assert_eq!(
        next(std::slice::from_ref(&first)),
        url("https://news.example/feed/2.json")
    );
    assert_eq!(
        next(&[first.clone(), second.clone()]),
        url("https://pages.example/3.json")
    );
    assert_eq!(
        next(&[first.clone(), second.clone(), third.clone()]),
        url("https://pages.example/4.json"),
        "relative to its own page"
    );
    assert_eq!(next(&[first.clone(), second, third, last]), None);
    assert_eq!(next(&[first, card(json!({"headline": "x"}))]), None);
}

#[test]
fn two_hundred_items_are_read_of_each_page() {
    let (first, mut second) = (items(200), items(400));
    second.drain(..199);
    let read = pages(&[page(&first.into()), page(&second.into())]);
    assert_eq!(
        read.count(),
        200 + 199,
        "the 200 of the second page but for the one that is known"
    );
    let cut = parse(&page(&items(201).into()));
    assert_eq!(written(&cut.warnings), ["items[200]: cut after 200 items"]);
}

#[test]
fn stories_without_id_and_page_are_known_on_further_pages_by_their_headlines() {
    let bare = |headline| item(headline, None, None);
    let first = page(&json!([bare("Weather"), bare("Weather"), bare("Ferry")]));
    let again = ["Tides", "Weather", "Ferry", "weather", "Tides"].map(bare);
    let read = pages(&[first, page(&json!(again))]);
    assert_eq!(
        headlines(&read),
        "Weather Weather Ferry Tides weather Tides",
        "in one page its publisher means both"
    );
}
