//! How long an article takes to read: the publisher's number, else words, characters and pictures of the body.

mod support;

use article_card::article::reading_time::{self, Count};
use support::{Value, card, drawn, json, paragraph, parse, shared_text, words};

#[track_caller]
fn minutes(fields: Value) -> Option<u32> {
    let parsed = parse(&card(fields));
    assert_eq!(parsed.warnings, []);
    reading_time::minutes(parsed.article(None).expect("an article"))
}

/// Minutes for a body of this one text.
#[track_caller]
fn of_text(text: &str) -> Option<u32> {
    minutes(json!({"body": text.split('\n').map(paragraph).collect::<Vec<_>>()}))
}

fn count(text: &str) -> (u32, u32, u32) {
    let mut count = Count::default();
    count.add(text);
    (count.words, count.rtl_words, count.characters)
}

#[test]
fn reading_time_of_the_reference_article_is_3_given_or_computed() {
    let Some(text) = shared_text("samples/native/reference-article.json") else {
        return;
    };
    let mut fields: Value = serde_json::from_str(&text).expect("JSON");
    for remove in ["", "readingTime", "wordCount"] {
        fields.as_object_mut().expect("an object").remove(remove);
        let parsed = parse(&fields.to_string());
        let article = parsed.article(None).expect("an article");
        assert_eq!(reading_time::minutes(article), Some(3), "without {remove}");
    }
    fields["wordCount"] = 641.into();
    fields["body"] = Value::Null;
    let parsed = parse(&fields.to_string());
    assert_eq!(
        reading_time::minutes(parsed.article(None).expect("an article")),
        Some(3),
        "641 words, one picture"
    );
}

#[test]
fn words_are_275_a_minute_rounded_and_at_least_one() {
    let cases = [
        (1, 1),
        (137, 1),
        (275, 1),
        (412, 1),
        (413, 2),
        (550, 2),
        (687, 2),
        (688, 3),
        (2_750, 10),
    ];
    for (count, expected) in cases {
        assert_eq!(of_text(&words(count)), Some(expected), "{count} words");
    }
}

#[test]
fn reading_time_of_1500_persian_words_with_one_iphone_is_over_5_and_so_in_arabic_and_hebrew() {
    for word in ["کلمه", "كلمة", "מילה"] {
        let text = [&vec![word; 1_499].join(" "), " iPhone"].concat();
        assert_eq!(count(&text), (1, 1_499, 0));
        let minutes = of_text(&text).expect("minutes");
        assert_eq!(minutes, 7, "1500 words at 230 a minute");
    }
}

#[test]
fn reading_time_of_4000_han_characters_is_8_and_so_in_every_script_without_spaces() {
    for character in ["字", "𠀀", "か", "カ", "ก", "က", "ក", "ລ"] {
        assert_eq!(
            of_text(&character.repeat(4_000)),
            Some(8),
            "4000 × {character}"
        );
    }
}

#[test]
fn mixed_scripts_add_up() {
    let mixed = [words(275), "字".repeat(500), vec!["کلمه"; 230].join(" ")];
    assert_eq!(count(&mixed.join(" ")), (275, 230, 500));
    assert_eq!(of_text(&mixed.join("\n")), Some(3));
    assert_eq!(count("我有iPhone手机"), (1, 0, 4));
    let halves = [words(138), "字".repeat(250)].join("\n");
    assert_eq!(
        of_text(&halves),
        Some(1),
        "no part is rounded before the sum"
    );
}

#[test]
fn words_are_what_readers_call_words() {
    let cases = [
        ("One two, three.", (3, 0, 0)),
        ("don’t won't l'heure", (3, 0, 0)),
        ("3.14 and 1,000", (3, 0, 0)),
        ("Well-known", (2, 0, 0)),
        ("— … ! ? “” «»", (0, 0, 0)),
        ("हिन्दी में समाचार", (3, 0, 0)),
        ("한국어 뉴스 기사", (3, 0, 0)),
        ("Übergrößenträger", (1, 0, 0)),
        ("cafe\u{301} au lait", (3, 0, 0)),
        ("می\u{200c}خواهم بروم", (0, 2, 0)),
        ("سلام، دنیا؟", (0, 2, 0)),
        ("、。「漢字」！", (0, 0, 2)),
        ("", (0, 0, 0)),
    ];
    for (text, expected) in cases {
        assert_eq!(count(text), expected, "{text}");
    }
}

#[test]
fn pictures_take_12_seconds_then_one_less_each_and_3_at_least() {
    let seconds = |images| {
        Count {
            words: 275,
            images,
            ..Count::default()
        }
        .minutes()
    };
    // 60 s of words: 1.5 minutes are reached with 12 + 11 + 10 s, 2.5 with 75 + 5 × 3 s.
    assert_eq!([0, 1, 2, 3, 14, 15].map(seconds), [1, 1, 1, 2, 2, 3]);
    let picture = json!({"type": "image", "image": "https://news.example/a.jpg"});
    let gallery = json!({"type": "gallery", "images": ["https://news.example/a.jpg", "https://news.example/b.jpg"]});
    let with = |blocks: &[&Value]| {
        let mut body = vec![paragraph(&words(275))];
        body.extend(blocks.iter().map(|block| (*block).clone()));
        minutes(json!({"body": body}))
    };
    assert_eq!(with(&[&gallery]), Some(1));
    assert_eq!(with(&[&gallery, &picture]), Some(2));
    let lead = minutes(json!({
        "image": "https://news.example/lead.jpg", "body": [paragraph(&words(275)), gallery],
    }));
    assert_eq!(lead, Some(2), "the lead picture counts");
}

#[test]
fn the_given_value_wins() {
    let long = vec![paragraph(&words(1_000)); 5];
    assert_eq!(minutes(json!({"readingTime": 3, "body": long})), Some(3));
    assert_eq!(
        minutes(json!({"readingTime": 3, "wordCount": 9_999, "headline": "x"})),
        Some(3)
    );
    assert_eq!(
        minutes(json!({"readingTime": 0, "headline": "x"})),
        Some(1),
        "never 0 minutes"
    );
}

#[test]
fn a_word_count_stands_for_a_body_that_is_missing_or_cut() {
    assert_eq!(
        minutes(json!({"headline": "x", "wordCount": 2_750})),
        Some(10)
    );
    assert_eq!(
        minutes(json!({"wordCount": 2_750, "bodyText": words(275)})),
        Some(10)
    );
    assert_eq!(
        minutes(json!({"wordCount": 10, "bodyText": words(2_750)})),
        Some(10)
    );
    assert_eq!(
        minutes(json!({"headline": "x", "wordCount": 9_999_999})),
        Some(36_364),
        "no overflow"
    );
}

#[test]
fn nothing_to_read_takes_no_time() {
    let nothing = [
        json!({"headline": "x"}),
        json!({"headline": "x", "summary": words(99), "image": "https://news.example/a.jpg"}),
        json!({"headline": "x", "wordCount": 0}),
        json!({"body": [{"type": "image", "image": "https://news.example/a.jpg"}]}),
        json!({"body": [{"type": "divider"}]}),
    ];
    for fields in nothing {
        assert_eq!(minutes(fields.clone()), None, "{fields}");
        assert!(!drawn(fields).has("reading-time"));
    }
}

#[test]
fn only_the_body_counts() {
    let long = words(3_000);
    let beside = json!({
        "headline": long, "summary": long, "bodyText": "Short.",
        "authors": [{"name": "Ana Sol", "bio": long}], "corrections": [{"text": long}],
        "related": [{"url": "https://news.example/b", "headline": "x", "excerpt": long}],
        "image": {"url": "https://news.example/a.jpg", "caption": long, "alt": long},
    });
    let parsed = parse(&support::card(beside));
    assert_eq!(
        reading_time::minutes(parsed.article(None).expect("an article")),
        Some(1)
    );
    let blocks = json!({"body": [
        paragraph("Short."),
        {"type": "image", "image": {"url": "https://news.example/a.jpg", "caption": words(300)}},
        {"type": "video", "url": "https://news.example/v", "caption": words(300), "text": words(300)},
        {"type": "related", "items": [{"url": "https://news.example/b", "headline": words(50)}]},
    ]});
    assert_eq!(minutes(blocks), Some(1));
}

#[test]
fn every_block_with_running_text_counts() {
    let text = words(275);
    #[rustfmt::skip]
    let blocks = [
        paragraph(&text), json!({"type": "heading", "text": text.split_at(1_000).0}),
        json!({"type": "quote", "text": text}),
        json!({"type": "list", "items": [words(137), {"text": words(1), "items": [words(137)]}]}),
        json!({"type": "table", "head": [[words(75)]], "rows": [[words(100), words(100)]]}),
        json!({"type": "aside", "blocks": [{"type": "quote", "text": text}]}), json!({"type": "code", "text": text}),
        json!({"type": "html", "html": format!("<p>{text}</p>")}),
        json!({"type": "paragraph", "html": format!("<b>{text}</b>")}),
    ];
    for block in blocks {
        let kind = block["type"].clone();
        assert_eq!(
            minutes(json!({"body": [paragraph(&text), block]})),
            Some(2),
            "{kind}"
        );
    }
}

#[test]
fn markup_scripts_and_styles_of_html_are_not_read() {
    let html = format!(
        "<script>{0}</script><style>{0}</style><p title=\"{0}\">Short.</p><!-- {0} -->",
        words(3_000)
    );
    assert_eq!(minutes(json!({"bodyHtml": html})), Some(1));
}

#[test]
fn it_is_drawn_for_the_eye_and_for_the_ear() {
    let card = drawn(json!({"headline": "x", "readingTime": 3}));
    let part = card.part("reading-time");
    let [seen, heard] = &part.children[..] else {
        panic!("{part:?}");
    };
    assert_eq!(
        (seen.text().as_str(), seen.get("aria-hidden")),
        ("3 min read", Some("true"))
    );
    assert_eq!(
        (heard.text().as_str(), heard.get("class")),
        ("3 minute read", Some("sr"))
    );
}
