//! The interface in other languages: whole, in the right one, with the right plurals, and what comes before it.

mod support;

use std::collections::BTreeSet;

use article_card::Settings;
use article_card::article::{Language, Pages};
use article_card::lang::{SOURCES, nearest};
use article_card::view;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use support::{Value, drawn, drawn_feed, drawn_with, feed_document, json, parse};

/// Labels of which each language has one wording for each of its plural categories.
const COUNTED: [&str; 4] = [
    "moreStories",
    "newStories",
    "readingTime",
    "readingTimeLong",
];
/// What counts besides them: English has names of its own for one.
const ONLY_ENGLISH: [&str; 2] = ["oneMoreStory", "oneNewStory"];

/// Name and English of each label, as hosts are told.
fn labels() -> Vec<(String, String)> {
    let table = include_str!("../docs/contracts/labels.md");
    let rows = table.lines().filter_map(|line| {
        let (name, english) = line.strip_prefix("| `")?.split_once("` | ")?;
        let english = english
            .trim_end_matches(" |")
            .replace(" (attribute only)", "");
        Some((name.to_owned(), english))
    });
    let labels: Vec<_> = rows
        .filter(|row| !ONLY_ENGLISH.contains(&row.0.as_str()))
        .collect();
    assert!(labels.len() > 20, "the table was found");
    labels
}

fn words(name: &str) -> Value {
    let source = SOURCES.iter().find(|source| source.0 == name);
    serde_json::from_str(source.expect("a language").1).expect("JSON")
}

fn placeholder(text: &str) -> Option<&str> {
    let start = text.find('{')?;
    Some(&text[start..=text.find('}')?])
}

fn rules(name: &str) -> PluralRules {
    let locale: Locale = name.parse().expect("a language tag");
    PluralRules::try_new_cardinal((&locale).into()).expect("its rules")
}

fn called(category: PluralCategory) -> String {
    format!("{category:?}").to_ascii_lowercase()
}

fn settings(language: &str) -> Settings {
    Settings {
        language: Language::parse(language),
        ..Settings::default()
    }
}

#[test]
fn every_language_has_every_word_with_its_placeholder_and_nothing_else() {
    assert!(SOURCES.len() >= 24);
    let labels = labels();
    for (language, _) in SOURCES {
        let words = words(language);
        let words = words.as_object().expect("an object");
        let names: BTreeSet<_> = words.keys().map(String::as_str).collect();
        let expected: BTreeSet<_> = labels.iter().map(|label| label.0.as_str()).collect();
        assert_eq!(names, expected, "{language}");
        for (name, english) in &labels {
            let Some(text) = words[name].as_str() else {
                continue;
            };
            assert!(!COUNTED.contains(&name.as_str()), "{language} {name}");
            assert_eq!(placeholder(text), placeholder(english), "{language} {name}");
            assert!(
                !text.trim().is_empty() && text.len() < 360,
                "{language} {name}"
            );
        }
    }
}

#[test]
fn counted_words_have_exactly_the_plural_categories_of_their_language() {
    for (language, _) in SOURCES {
        let rules = rules(language);
        let expected: BTreeSet<_> = rules.categories().map(called).collect();
        let words = words(language);
        for name in COUNTED {
            let forms = words[name].as_object().expect("an object");
            let categories: BTreeSet<_> = forms.keys().cloned().collect();
            assert_eq!(categories, expected, "{language} {name}");
            for (category, form) in forms {
                let form = form.as_str().expect("text");
                // "Two minutes" is one word of Arabic: where a category is one number, the word may say it.
                let counts = (0..1000_u32).filter(|&n| called(rules.category_for(n)) == *category);
                if counts.count() == 1 && placeholder(form).is_none() {
                    continue;
                }
                let expected = if name.ends_with("Stories") {
                    "{count}"
                } else {
                    "{minutes}"
                };
                assert_eq!(
                    placeholder(form),
                    Some(expected),
                    "{language} {name} {category}"
                );
            }
        }
    }
}

#[test]
fn a_language_tag_gets_the_words_that_come_nearest() {
    #[rustfmt::skip]
    let cases = [
        ("de", Some("de")), ("de-AT", Some("de")), ("DE-ch", Some("de")), ("pt-BR", Some("pt")), ("uk-Cyrl-UA", Some("uk")),
        ("zh", Some("zh-Hans")), ("zh-CN", Some("zh-Hans")), ("zh-SG", Some("zh-Hans")), ("zh-TW", Some("zh-Hant")),
        ("zh-HK", Some("zh-Hant")), ("zh-MO", Some("zh-Hant")), ("zh-Hant", Some("zh-Hant")), ("zh-hant-CN", Some("zh-Hant")),
        ("zh-Hans-TW", Some("zh-Hans")), ("iw", Some("he")), ("in-ID", Some("id")),
        ("nb-NO", Some("nb")), ("no", Some("nb")), ("nn-NO", Some("nb")),
        ("en", None), ("en-GB", None), ("xx", None), ("z", None), ("hans", None), ("", None),
    ];
    for (tag, expected) in cases {
        assert_eq!(nearest(tag), expected, "{tag}");
    }
    for (name, _) in SOURCES {
        assert_eq!(nearest(name), Some(name));
    }
}

#[test]
fn numbers_have_the_plural_of_the_language() {
    let said = |language: &str, minutes: u32| {
        let card = drawn(json!({"language": language, "headline": "x", "readingTime": minutes}));
        card.part("reading-time").children[1].text()
    };
    #[rustfmt::skip]
    let cases = [
        ("uk", 1, "1 хвилина читання"), ("uk", 2, "2 хвилини читання"), ("uk", 3, "3 хвилини читання"),
        ("uk", 5, "5 хвилин читання"), ("uk", 11, "11 хвилин читання"), ("uk", 21, "21 хвилина читання"), ("uk", 100, "100 хвилин читання"),
        ("ru", 1, "1 минута чтения"), ("ru", 3, "3 минуты чтения"), ("ru", 11, "11 минут чтения"), ("ru", 21, "21 минута чтения"),
        ("pl", 1, "1 minuta czytania"), ("pl", 2, "2 minuty czytania"), ("pl", 5, "5 minut czytania"), ("pl", 21, "21 minut czytania"),
        ("cs", 1, "1 minuta čtení"), ("cs", 3, "3 minuty čtení"), ("cs", 5, "5 minut čtení"), ("cs", 21, "21 minut čtení"),
        ("ar", 1, "دقيقة قراءة واحدة"), ("ar", 2, "دقيقتا قراءة"), ("ar", 3, "3 دقائق قراءة"), ("ar", 11, "11 دقيقة قراءة"),
        ("ar", 100, "100 دقيقة قراءة"), ("ja", 1, "この記事は1分で読めます"), ("ja", 21, "この記事は21分で読めます"),
        ("nb", 1, "1 minutts lesetid"), ("nn", 3, "3 minutters lesetid"), ("no", 21, "21 minutters lesetid"),
        ("de", 1, "1 Minute Lesezeit"), ("de", 2, "2 Minuten Lesezeit"), ("en", 1, "1 minute read"), ("en", 2, "2 minute read"),
    ];
    for (language, minutes, expected) in cases {
        assert_eq!(said(language, minutes), expected, "{language} {minutes}");
    }
}

#[test]
fn categories_are_those_of_unicode() {
    let counts = [0, 1, 2, 3, 5, 11, 21, 100];
    let cases = [
        ("uk", "many one few few many many one many"),
        ("ru", "many one few few many many one many"),
        ("pl", "many one few few many many many many"),
        ("ar", "zero one two few few many many other"),
        ("cs", "other one few few other other other other"),
        ("ja", "other other other other other other other other"),
    ];
    let plurals = Settings::default().plurals;
    for (language, expected) in cases {
        let found = counts.map(|count| plurals(count, language)).join(" ");
        assert_eq!(found, expected, "{language}");
    }
    assert_eq!(plurals(1, "no language"), "other");
}

#[test]
fn what_was_added_to_a_feed_is_said_in_its_language() {
    let said = |feed: Value, settings: &Settings| {
        let pages = Pages::new(parse(&feed_document(feed)).document);
        [0, 1, 2, 5, 21].map(|count| view::announcement(count, &pages, settings))
    };
    let ukrainian = [
        "Більше матеріалів немає",
        "Ще 1 матеріал",
        "Ще 2 матеріали",
        "Ще 5 матеріалів",
        "Ще 21 матеріал",
    ];
    let items = json!([{"headline": "x"}]);
    let own = json!({"language": "uk", "items": items});
    assert_eq!(said(own.clone(), &settings("de")), ukrainian);
    assert_eq!(said(json!({"items": items}), &settings("uk-UA")), ukrainian);
    let worded = Settings {
        labels: vec![("oneMoreStory".into(), "Ще одна".into())],
        ..Settings::default()
    };
    assert_eq!(said(own, &worded)[1..3], ["Ще одна", "Ще 2 матеріали"]);
}

#[test]
fn words_of_the_host_come_before_the_documents_and_those_before_the_language() {
    let fields = json!({"language": "de", "headline": "x", "readingTime": 3, "tags": ["y"], "access": "paid", "related": [
        {"url": "https://news.example/b", "headline": "z"}], "labels": {"topics": "Schlagwörter", "readingTime": "{minutes}′", "related": "Dazu"}});
    let host = Settings {
        labels: vec![("related".into(), "Siehe auch".into())],
        ..Settings::default()
    };
    let card = drawn_with(fields, &host);
    assert_eq!(
        card.part("access").text(),
        "Für Abonnenten",
        "the language's"
    );
    assert_eq!(
        card.part("tags").get("aria-label"),
        Some("Schlagwörter"),
        "the document's"
    );
    assert_eq!(
        card.part("reading-time").children[0].text(),
        "3′",
        "the document's for every count"
    );
    assert_eq!(
        card.part("related").get("aria-label"),
        Some("Siehe auch"),
        "the host's"
    );
}

#[test]
fn the_documents_language_comes_before_the_pages_and_an_unknown_one_is_english() {
    let topics = |own: Option<&str>, page: &str| {
        let card = drawn_with(
            json!({"language": own, "headline": "x", "tags": ["y"]}),
            &settings(page),
        );
        let tags = card.part("tags").get("aria-label").map(str::to_owned);
        let of_card = ["lang", "dir"].map(|name| card.get(name).unwrap_or_default().to_owned());
        (tags.unwrap_or_default(), of_card.join(" "))
    };
    let expect = |tags: &str, card: &str| (tags.to_owned(), card.to_owned());
    assert_eq!(topics(Some("uk"), "de"), expect("Теми", "uk ltr"));
    assert_eq!(topics(None, "de"), expect("Themen", " ltr"));
    assert_eq!(topics(Some("eo"), "de"), expect("Topics", "eo ltr"));
    assert_eq!(topics(Some("ar-EG"), "de"), expect("موضوعات", "ar-EG rtl"));
    assert_eq!(
        topics(None, "he"),
        expect("נושאים", " ltr"),
        "the text shows the direction"
    );
}

#[test]
fn each_item_of_a_feed_speaks_its_own_language_and_the_feed_its_own() {
    let feed = drawn_feed(json!({"language": "de", "publisher": "Y", "items": [
        {"headline": "a", "tags": ["t"], "language": "uk"}, {"headline": "b", "tags": ["t"]}]}));
    let tags: Vec<_> = feed
        .parts("tags")
        .iter()
        .map(|tags| tags.get("aria-label"))
        .collect();
    assert_eq!(tags, [Some("Теми"), Some("Themen")]);
    let sources = feed.parts("publisher");
    let last = sources.last().expect("the feed's own");
    assert_eq!(last.text(), "Veröffentlicht von Y");
}
