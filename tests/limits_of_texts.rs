//! Lengths of texts and URLs: just below, at and above each limit; cut at a word; what is cut is told.

mod support;

use article_card::limits;
use support::{Value, article, article_and_warnings, card, json, paragraph, parse};

/// `length` characters in words of four letters, the last one perhaps longer.
fn text(length: usize) -> String {
    let mut text: String = "abcd ".chars().cycle().take(length).collect();
    if text.ends_with(' ') {
        text.pop();
        text.push('x');
    }
    text
}

type Make = fn(&str) -> Value;

/// Every text with a limit: its name, its limit, a document that holds it, and where it is written back.
fn texts() -> Vec<(&'static str, usize, Make, &'static str)> {
    vec![
        (
            "headline",
            limits::HEADLINE_CHARS,
            |text| json!({"headline": text}),
            "/headline",
        ),
        (
            "summary",
            limits::SUMMARY_CHARS,
            |text| json!({"headline": "x", "summary": text}),
            "/summary",
        ),
        (
            "section",
            limits::NAME_CHARS,
            |text| json!({"headline": "x", "section": text}),
            "/section/name",
        ),
        (
            "author",
            limits::NAME_CHARS,
            |text| json!({"headline": "x", "authors": [text]}),
            "/authors/0/name",
        ),
        (
            "role",
            limits::NAME_CHARS,
            |text| json!({"headline": "x", "authors": [{"name": "A", "role": text}]}),
            "/authors/0/role",
        ),
        (
            "bio",
            limits::TEXT_CHARS,
            |text| json!({"headline": "x", "authors": [{"name": "A", "bio": text}]}),
            "/authors/0/bio",
        ),
        (
            "publisher",
            limits::NAME_CHARS,
            |text| json!({"headline": "x", "publisher": text}),
            "/publisher/name",
        ),
        (
            "tag",
            limits::TAG_CHARS,
            |text| json!({"headline": "x", "tags": [text]}),
            "/tags/0",
        ),
        (
            "label",
            limits::NAME_CHARS,
            |text| json!({"headline": "x", "labels": {"showMore": text}}),
            "/labels/showMore",
        ),
        (
            "paragraph",
            limits::TEXT_CHARS,
            |text| json!({"body": [paragraph(text)]}),
            "/body/0/text",
        ),
        (
            "bodyText",
            limits::TEXT_CHARS,
            |text| json!({"bodyText": text}),
            "/body/0/text",
        ),
        (
            "code",
            limits::TEXT_CHARS,
            |text| json!({"body": [{"type": "code", "text": text}]}),
            "/body/0/text",
        ),
        (
            "correction",
            limits::TEXT_CHARS,
            |text| json!({"headline": "x", "corrections": [{"text": text}]}),
            "/corrections/0/text",
        ),
        (
            "alt",
            limits::ALT_CHARS,
            |text| json!({"headline": "x", "image": {"url": "https://news.example/a.jpg", "alt": text}}),
            "/image/alt",
        ),
        (
            "caption",
            limits::SUMMARY_CHARS,
            |text| json!({"headline": "x", "image": {"url": "https://news.example/a.jpg", "caption": text}}),
            "/image/caption",
        ),
    ]
}

#[track_caller]
fn written_back(fields: Value, at: &str) -> String {
    let document = serde_json::to_value(parse(&card(fields)).document).expect("JSON");
    let text = document.pointer(at).and_then(Value::as_str);
    text.expect("the text").to_owned()
}

/// `kept` is the beginning of `whole`, cut at a word, with an ellipsis, at most `limit` characters.
#[track_caller]
fn is_cut_at_a_word(kept: &str, whole: &str, limit: usize, name: &str) {
    assert!(
        kept.chars().count() <= limit,
        "{name}: {} characters",
        kept.chars().count()
    );
    let beginning = kept.strip_suffix('…').expect("an ellipsis");
    let rest = whole
        .strip_prefix(beginning)
        .expect("the beginning of the text");
    assert!(
        rest.starts_with(' '),
        "{name} is cut before {:?}",
        &rest[..5.min(rest.len())]
    );
    assert!(
        beginning.len() + 10 > limit,
        "{name} loses no more than the last word"
    );
}

#[test]
fn texts_are_kept_up_to_their_limit_and_cut_at_a_word_beyond() {
    for (name, limit, make, at) in texts() {
        for length in [limit - 1, limit] {
            let whole = text(length);
            assert_eq!(written_back(make(&whole), at), whole, "{name} of {length}");
        }
        for length in [limit + 1, limit * 3] {
            let whole = text(length);
            is_cut_at_a_word(&written_back(make(&whole), at), &whole, limit, name);
        }
    }
}

#[test]
fn a_text_that_is_cut_is_told() {
    let mut silent = Vec::new();
    for (name, limit, make, _) in texts() {
        assert!(!parse(&card(make(&text(limit)))).truncated, "{name}");
        let parsed = parse(&card(make(&text(limit + 1))));
        if parsed.warnings.is_empty() || !parsed.truncated {
            silent.push(name);
        }
    }
    assert_eq!(silent, [""; 0], "cut without a word");
}

#[test]
fn an_excerpt_is_clamped_to_300_characters_which_is_no_loss_worth_telling() {
    let teaser = |excerpt: &str| json!({"headline": "x", "related": [{"url": "https://a.example/", "headline": "y", "excerpt": excerpt}]});
    for length in [299, 300, 301, 2_000] {
        let whole = text(length);
        let article = article(teaser(&whole));
        let kept = article["related"][0]["excerpt"]
            .as_str()
            .expect("an excerpt");
        if length <= limits::EXCERPT_CHARS {
            assert_eq!(kept, whole);
        } else {
            is_cut_at_a_word(kept, &whole, 300, "excerpt");
        }
    }
}

#[test]
fn a_text_without_words_is_cut_anywhere() {
    for character in ["a", "字", "😀", "é"] {
        let kept = written_back(json!({"headline": character.repeat(300)}), "/headline");
        assert_eq!(kept.chars().count(), 300, "characters count, not bytes");
        let cut = written_back(json!({"headline": character.repeat(301)}), "/headline");
        assert_eq!(cut, character.repeat(299) + "…");
    }
}

#[test]
fn code_is_cut_with_its_line_breaks() {
    let code = "a\n".repeat(limits::TEXT_CHARS);
    let kept = written_back(
        json!({"body": [{"type": "code", "text": code}]}),
        "/body/0/text",
    );
    assert!(kept.chars().count() <= limits::TEXT_CHARS && kept.starts_with("a\na\n"));
}

#[test]
fn a_url_above_2048_characters_is_refused() {
    let start = "https://news.example/";
    for length in [2_047, limits::URL_CHARS, 2_049, 100_000] {
        let url = start.to_owned() + &"a".repeat(length - start.len());
        let (article, warnings) =
            article_and_warnings(json!({"headline": "x", "url": url, "image": url}));
        let kept = length <= 2_048;
        assert_eq!(article["url"].is_string(), kept, "{length}");
        assert_eq!(article["image"].is_object(), kept, "{length}");
        assert_eq!(warnings.len(), if kept { 0 } else { 2 }, "{length}");
    }
}

#[test]
fn no_limit_is_reached_by_white_space_that_goes_anyway() {
    let spaced = "a ".repeat(100) + &" \n".repeat(1_000) + "b";
    assert_eq!(
        article(json!({"headline": spaced}))["headline"],
        "a ".repeat(100) + "b"
    );
}
