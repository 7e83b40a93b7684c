//! What folds away inside of a paragraph: the rest of a biography behind "Read more", of a feed's excerpt behind "Show
//! more". And where the other items of a feed fold.

mod support;

use article_card::Settings;
use article_card::view::Collapse;
use support::html::Tree;
use support::{
    Value, closed, drawn_closed, drawn_feed, drawn_feed_closed, drawn_feed_with, json, paragraph,
    words,
};

/// A sentence of `count` characters.
fn sentence(count: usize) -> String {
    format!("{}.", "x".repeat(count - 1))
}

/// The lead and the rest of the paragraph that `button` of `tree` opens.
#[track_caller]
fn halves(tree: &Tree, whole: &str, button: &str) -> (String, String) {
    let (button, rest) = (tree.part(button), tree.part("rest"));
    assert_eq!(button.get("aria-controls"), rest.get("id"));
    assert_eq!(button.get("aria-expanded"), Some("false"));
    assert_eq!(
        (rest.name.as_str(), rest.get("hidden")),
        ("span", Some("until-found")),
        "inside of its paragraph: it runs on when it is open"
    );
    let paragraphs = tree.elements("p");
    let around = paragraphs
        .iter()
        .find(|p| p.has("rest"))
        .expect("a paragraph");
    assert_eq!(around.text(), whole, "nothing is lost");
    let lead = whole
        .strip_suffix(&rest.text())
        .expect("the rest comes last");
    (lead.into(), rest.text())
}

/// The lead and the rest of a biography.
#[track_caller]
fn biography(bio: &str) -> Option<(String, String)> {
    let card = drawn_closed(json!({"headline": "x", "authors": [{"name": "Ana Sol", "bio": bio}]}));
    assert_eq!(card.part("author-bio").text(), bio.trim());
    if !card.has("author-more") {
        assert!(!card.has("rest"));
        return None;
    }
    assert_eq!(
        card.part("author-more").text(),
        "Read moreRead less about Ana Sol"
    );
    Some(halves(&card, bio.trim(), "author-more"))
}

#[test]
fn a_long_biography_folds_after_a_sentence() {
    let long = "She has written about ships, harbours and tides since 2009, at home and abroad. ";
    let rest = format!(" {}", long.repeat(2).trim_end());
    assert_eq!(
        biography(&long.repeat(3)),
        Some((long.trim_end().into(), rest))
    );
    assert_eq!(biography("Writes about ships."), None);
    assert_eq!(biography(&words(200)), None, "no sentence ends");
    let japanese = "港と船と潮について、国の内外で二〇〇九年から書き続けている記者であり、灯台の写真家としても知られ、いくつもの賞を受けている人物でもある。";
    assert_eq!(
        biography(&japanese.repeat(3)),
        Some((japanese.into(), japanese.repeat(2))),
        "sentences without spaces"
    );
}

#[test]
fn a_biography_keeps_60_characters_and_hides_more_than_80() {
    let of = |lead, rest| biography(&format!("{} {}", sentence(lead), sentence(rest)));
    assert_eq!(of(59, 300), None, "its first sentence ends too early");
    let split = Some((sentence(60), format!(" {}", sentence(80))));
    assert_eq!(of(60, 80), split, "with the space before it 81");
    assert_eq!(of(60, 79), None);
    assert!(of(61, 80).is_some());
    // A short sentence stays with the next one.
    let (first, second, third) = (sentence(30), sentence(30), sentence(100));
    let lead = format!("{first} {second}");
    assert_eq!(
        biography(&format!("{lead} {third}")),
        Some((lead, format!(" {third}")))
    );
}

#[test]
fn points_inside_words_end_no_sentence() {
    let lead = "She has been working for the harbour paper harbour.news with 3.5 million readers and a dog.";
    let rest = format!(" {}", words(40));
    assert_eq!(
        biography(&format!("{lead}{rest}")),
        Some((lead.into(), rest))
    );
}

/// The item of a feed with this body.
fn item(body: &Value) -> Tree {
    let items = json!([{"headline": "Ferry returns", "body": body}]);
    drawn_feed_closed(json!({"items": items}), 5)
}

/// The lead and the rest of an excerpt.
#[track_caller]
fn excerpt(text: &str) -> Option<(String, String)> {
    let feed = item(&json!([paragraph(text)]));
    assert_eq!(feed.part("body").text(), text);
    if !feed.has("toggle") {
        assert!(!feed.has("rest"));
        return None;
    }
    assert_eq!(
        feed.part("toggle").text(),
        "Show moreShow less: Ferry returns"
    );
    Some(halves(&feed, text, "toggle"))
}

#[test]
fn an_excerpt_keeps_240_characters_and_hides_more_than_320() {
    let of = |lead, rest| excerpt(&format!("{} {}", sentence(lead), sentence(rest)));
    assert_eq!(of(239, 900), None, "its first sentence ends too early");
    for lead in [240, 241] {
        assert_eq!(of(lead, 319), None, "with the space before it 320");
        for rest in [320, 321] {
            let split = Some((sentence(lead), format!(" {}", sentence(rest))));
            assert_eq!(of(lead, rest), split, "{lead} and {rest}");
        }
    }
    assert_eq!(excerpt(&words(500)), None, "no sentence ends");
    let (lead, rest) = ("字".repeat(239) + "。", "字".repeat(321));
    let whole = [lead.as_str(), &rest].concat();
    assert_eq!(
        excerpt(&whole),
        Some((lead, rest)),
        "characters, not bytes, and no space"
    );
}

#[test]
fn only_an_excerpt_of_a_feed_that_is_one_plain_paragraph_is_cut_in_two() {
    let text = format!("{} {}", sentence(300), sentence(900));
    let plain = paragraph(&text);
    assert!(item(&json!([plain])).has("toggle"));
    let marked = json!({"type": "paragraph", "html": text});
    let quote = json!({"type": "quote", "text": text});
    for body in [
        json!([marked]),
        json!([quote]),
        json!([plain, {"type": "divider"}]),
        json!([plain, plain]),
    ] {
        assert!(!item(&body).has("rest"), "{body}");
    }
    let alone = drawn_closed(json!({"headline": "x", "body": [plain]}));
    assert!(!alone.has("rest"), "a card alone shows it all");
}

#[test]
fn an_excerpt_starts_as_the_page_asks() {
    let text = format!("{} {}", sentence(300), sentence(900));
    let fields = json!({"items": [{"bodyText": text}]});
    let open = Settings {
        collapse: Collapse::Open,
        ..closed(5)
    };
    let feed = drawn_feed_with(fields.clone(), &open);
    assert_eq!(feed.part("toggle").get("aria-expanded"), Some("true"));
    assert_eq!(feed.part("rest").get("hidden"), None);
    assert_eq!(
        feed.part("toggle").text(),
        "Show moreShow less",
        "without a headline nothing to name"
    );
    let whole = drawn_feed(fields);
    assert!(!whole.has("rest") && !whole.has("toggle"));
}

#[test]
fn an_excerpt_in_another_direction_says_so_once() {
    let text = "سلام دنیا ".repeat(30) + "سلام. " + &"سلام دنیا ".repeat(40);
    let items = json!([{"headline": "Ferry", "language": "en", "bodyText": text}]);
    let feed = drawn_feed_closed(json!({"items": items}), 5);
    let body = feed.part("body");
    assert_eq!(body.values("dir"), ["rtl"]);
    assert!(body.elements("p")[0].has("rest"));
}

#[test]
fn items_of_a_feed_fold_between_blocks_after_40_words() {
    let split = |body: &Value| {
        let feed = item(body);
        let rest = *feed.parts("rest").first()?;
        assert_eq!(rest.name, "div");
        let count = feed.part("body").children.len() - 1;
        Some((count, rest.children.len()))
    };
    let blocks = |counts: &[usize]| {
        let blocks = counts.iter().map(|count| paragraph(&words(*count)));
        blocks.collect::<Value>()
    };
    assert_eq!(split(&blocks(&[39, 60])), None, "nothing is left to hide");
    assert_eq!(split(&blocks(&[39, 1, 60])), Some((2, 1)));
    for lead in [40, 41] {
        assert_eq!(split(&blocks(&[lead, 59])), None);
        assert_eq!(split(&blocks(&[lead, 60])), Some((1, 1)), "{lead}");
    }
    assert_eq!(split(&blocks(&[20, 20, 30, 30])), Some((2, 2)));
    let heading = json!({"type": "heading", "text": "On"});
    let body = json!([paragraph(&words(40)), heading, paragraph(&words(60))]);
    assert_eq!(split(&body), Some((1, 2)), "with what it announces");
    let fields = json!({"headline": "x", "body": blocks(&[40, 60])});
    assert!(!drawn_closed(fields).has("rest"), "a card alone shows more");
}
