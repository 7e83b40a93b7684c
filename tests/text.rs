//! Clean text: white space, control characters, directions that a feed could spoof with, cutting, comparing.

mod support;

use article_card::article::{Direction, Language, text};
use support::{article, json};

#[test]
fn runs_of_white_space_become_one_space() {
    let cases = [
        ("  a  b  ", "a b"),
        ("a\n\t\r\u{b}\u{c}b", "a b"),
        ("a\u{2028}b\u{2029}c", "a b c"),
        ("\n\n", ""),
        ("", ""),
        ("a\u{a0}b", "a\u{a0}b"),
        ("5\u{202f}km\u{2009}x", "5\u{202f}km\u{2009}x"),
        ("a \u{1} b", "a b"),
        ("\u{202e} a \u{202c}", "a"),
    ];
    for (raw, line) in cases {
        assert_eq!(text::line(raw), line, "{raw:?}");
    }
}

#[test]
fn control_characters_and_bidi_overrides_go() {
    let dropped = [
        '\0', '\u{1}', '\u{8}', '\u{e}', '\u{1b}', '\u{1f}', '\u{7f}', '\u{80}', '\u{9f}',
        '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}',
        '\u{2068}', '\u{2069}', '\u{feff}',
    ];
    for c in dropped {
        assert_eq!(text::line(&format!("a{c}b")), "ab", "{c:?}");
        assert_eq!(text::verbatim(&format!("a{c}b")), "ab", "{c:?} in code");
    }
    let read =
        article(json!({"headline": "Pay \u{202e}gpj.exe", "authors": ["\u{2066}Ana\u{2069}"]}));
    assert_eq!(read["headline"], "Pay gpj.exe");
    assert_eq!(read["authors"][0]["name"], "Ana");
}

#[test]
fn joiners_and_direction_marks_stay() {
    #[rustfmt::skip]
    let kept = [
        "👩\u{200d}👧", "می\u{200c}خواهم", "a\u{200e}b\u{200f}", "cafe\u{301}", "soft\u{ad}hyphen",
        "zero\u{200b}width", "❤\u{fe0f}", "🏴\u{e0067}\u{e0062}\u{e007f}", "\u{61c}x",
    ];
    for text in kept {
        assert_eq!(text::line(text), text);
    }
}

#[test]
fn tags_and_entities_in_text_are_text() {
    let headline = "Die Rückkehr von <i> und <b> &amp; &#8216;Jokes&#8217;";
    assert_eq!(article(json!({"headline": headline}))["headline"], headline);
}

#[test]
fn code_keeps_its_white_space() {
    assert_eq!(
        text::verbatim("  if a {\n\t\tb\r\n  }\u{1b}[31m\n"),
        "  if a {\n\t\tb\n  }[31m\n"
    );
}

#[test]
fn text_is_cut_at_a_word_in_its_last_third() {
    let cases = [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one, two. three", 10, "one, two…"),
        ("one twothreefourfive", 12, "one twothre…"),
        ("日本語のニュース", 4, "日本語…"),
        ("👩👩👩👩", 3, "👩👩…"),
        ("a", 1, "a"),
        ("ab", 1, "…"),
    ];
    for (whole, max, expected) in cases {
        let cut = text::cut(whole.to_owned(), max);
        assert_eq!(cut, expected, "{whole:?} to {max}");
    }
}

#[test]
fn texts_are_the_same_whatever_their_case_quotes_and_punctuation() {
    let same = [
        ("Ferry returns", "ferry returns."),
        ("Putin says he 'doesn't' see", "Putin says he ‘doesn’t’ see"),
        ("A — B", "a - b"),
        ("Ferry\u{a0}returns", "Ferry  returns"),
        ("", "…"),
    ];
    for (a, b) in same {
        assert!(text::same(a, b), "{a:?} and {b:?}");
    }
    for (a, b) in [
        ("Ferry", "Ferries"),
        ("1", "2"),
        ("Über", "uber"),
        ("中", "日"),
    ] {
        assert!(!text::same(a, b), "{a:?} and {b:?}");
    }
}

#[test]
fn languages_have_the_shape_of_bcp_47() {
    let tags = [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("en_US", "en-US"),
        (" uk ", "uk"),
        ("de-1996", "de-1996"),
        ("ckb", "ckb"),
        ("en-u-ca-gregory", "en-u-ca-gregory"),
    ];
    for (text, tag) in tags {
        assert_eq!(
            Language::parse(text).as_ref().map(Language::as_str),
            Some(tag),
            "{text}"
        );
    }
    #[rustfmt::skip]
    let table = [
        "", "e", "english please", "en-", "-en", "en--US", "eng|deu", "deutsch, german", "toolonglanguage", "en\"",
        "中文",
    ];
    for text in table {
        assert_eq!(Language::parse(text), None, "{text}");
    }
}

#[test]
fn a_language_knows_its_direction() {
    #[rustfmt::skip]
    let table = [
        "ar", "he", "fa-IR", "ur", "ckb", "yi", "az-Arab", "ku-Arab-IQ", "AR",
    ];
    for tag in table {
        assert_eq!(
            Language::parse(tag).map(|tag| tag.direction()),
            Some(Direction::Rtl),
            "{tag}"
        );
    }
    for tag in ["en", "uk", "ar-Latn", "he-Latn-IL", "ja", "az", "arn"] {
        assert_eq!(
            Language::parse(tag).map(|tag| tag.direction()),
            Some(Direction::Ltr),
            "{tag}"
        );
    }
}

#[test]
fn a_text_runs_the_way_of_its_first_letter() {
    let cases = [
        ("Ferry", Some(Direction::Ltr)),
        ("«سلام»", Some(Direction::Rtl)),
        ("2026: שלום", Some(Direction::Rtl)),
        ("iPhone سلام", Some(Direction::Ltr)),
        ("“日本”", Some(Direction::Ltr)),
        ("123 — …", None),
        ("", None),
    ];
    for (text, direction) in cases {
        assert_eq!(Direction::of(text), direction, "{text}");
    }
}
