//! What stands in for a missing portrait: the initials of a name, as its readers would write them.

mod support;

use std::collections::BTreeSet;

use support::{drawn, json};

/// The initials drawn for an author of this name; none when there is no avatar at all.
fn initials(name: &str) -> Option<String> {
    let card = drawn(json!({"headline": "x", "authors": [{"name": name}]}));
    card.has("initials").then(|| card.part("initials").text())
}

#[test]
fn initials_are_the_first_characters_of_the_first_and_the_last_word() {
    let cases = [
        ("Лесі Українки", "ЛУ"),
        ("Cher", "C"),
        ("李小龙", "李"),
        ("山田 太郎", "山"),
        ("김민수", "김"),
        ("สมชาย ใจดี", "ส"),
        ("Yuliia Taradiuk", "YT"),
        ("Ana María Sol", "AS"),
        ("J. R. R. Tolkien", "JT"),
        ("Jean-Luc Picard", "JP"),
        ("O'Neill", "O"),
        ("محمد علی", "مع"),
        ("Ana\u{a0}Sol", "AS"),
        ("  Ana   Sol  ", "AS"),
        ("3sat", "3"),
    ];
    for (name, expected) in cases {
        assert_eq!(initials(name).as_deref(), Some(expected), "{name}");
    }
}

#[test]
fn a_character_is_what_readers_see_as_one() {
    #[rustfmt::skip]
    let cases = [
        ("👨\u{200d}👩\u{200d}👧 Family", "👨\u{200d}👩\u{200d}👧F"),
        ("👩🏽\u{200d}🚀", "👩🏽\u{200d}🚀"),
        ("🇺🇦 Ukraine", "🇺🇦U"),
        ("🇺🇦🇵🇱", "🇺🇦"),
        ("🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Nessie",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}N"),
        ("E\u{301}va No\u{301}vak", "E\u{301}N"),
        ("A\u{30a}\u{301}sa", "A\u{30a}\u{301}"),
        ("किरण बेदी", "किबे"),
        ("❤\u{fe0f} Ana", "❤\u{fe0f}A"),
        ("יּ\u{5b0}ab", "יּ\u{5b0}"),
    ];
    for (name, expected) in cases {
        assert_eq!(initials(name).as_deref(), Some(expected), "{name}");
    }
}

#[test]
fn punctuation_before_a_name_is_skipped() {
    for (name, expected) in [
        ("(Anonymous)", "A"),
        ("“Ana” Sol", "AS"),
        ("@ana", "A"),
        ("- Ana / Sol -", "AS"),
        ("«Ана»", "А"),
    ] {
        let found = initials(name).map(|initials| initials.to_uppercase());
        assert_eq!(found.as_deref(), Some(expected), "{name}");
    }
}

#[test]
fn a_name_of_punctuation_has_no_initials_and_no_empty_circle() {
    for name in ["—", "...", "- -"] {
        let card = drawn(json!({"headline": "x", "authors": [{"name": name}]}));
        assert!(!card.has("avatar"), "{name}");
        assert!(card.part("author-name").text().contains(name));
    }
}

#[test]
fn an_author_without_a_name_is_left_out() {
    for author in [
        json!(""),
        json!("  "),
        json!({"name": ""}),
        json!({"name": null, "bio": "x"}),
        json!({}),
        json!("\u{202e}"),
    ] {
        let card = drawn(json!({"headline": "x", "authors": [author]}));
        assert!(!card.has("authors"), "{author}");
    }
}

#[test]
fn initials_are_there_beneath_a_portrait_and_not_heard() {
    let portrait = json!({"url": "https://news.example/ana.jpg", "alt": "Avatar"});
    let card =
        drawn(json!({"headline": "x", "authors": [{"name": "Ana Sol", "avatar": portrait}]}));
    assert_eq!(card.part("initials").get("aria-hidden"), Some("true"));
    assert_eq!(card.part("initials").text(), "AS");
    let image = card.part("avatar-image");
    assert_eq!(image.get("alt"), Some(""), "the name is printed beside it");
    assert_eq!(image.get("src"), Some("https://news.example/ana.jpg"));
}

#[test]
fn a_name_keeps_its_colour_and_there_are_eight() {
    let tone = |name: &str| {
        let card = drawn(json!({"headline": "x", "authors": [name]}));
        card.part("avatar")
            .get("data-tone")
            .expect("a tone")
            .to_owned()
    };
    assert_eq!(tone("Ana Sol"), tone("Ana Sol"));
    let first = [
        "Ana", "Ben", "Chloé", "Dmytro", "Eun-ji", "Fatima", "Gintaras", "李",
    ];
    #[rustfmt::skip]
    let last = [
        "Sol", "Okafor", "Петренко", "Nowak", "Kim", "Haddad", "Ström", "Iyer",
    ];
    let names = first
        .iter()
        .flat_map(|first| last.map(|last| format!("{first} {last}")));
    let tones: BTreeSet<_> = names.map(|name| tone(&name)).collect();
    let all: Vec<_> = ["0", "1", "2", "3", "4", "5", "6", "7"]
        .map(str::to_owned)
        .into();
    assert_eq!(tones.into_iter().collect::<Vec<_>>(), all);
}
