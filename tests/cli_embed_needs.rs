//! `article-card embed`: what a snippet needs besides, and what is wrong with its arguments. The forms are in `cli_embed.rs`.
#![cfg(feature = "cli")]

mod support;

use std::fs;

use support::command::{FRAME, SCRIPT, SRC, file, printed, snippet, story, told};
use support::{card, json};

#[test]
fn a_folder_of_a_build_gives_the_hash_of_its_script_and_no_other() {
    let folder = file(
        "integrity.json",
        br#"{"article-card.js": "sha384-abc", "split/article-card.js": "sha384-def"}"#,
    );
    let folder = folder
        .parent()
        .and_then(|folder| folder.to_str())
        .expect("a folder");
    let html = snippet(&["--dist", folder, "--hints"], &story());
    let hash = "integrity=\"sha384-abc\" crossorigin=\"anonymous\">";
    assert!(
        html.ends_with(&format!(
            "<script type=\"module\" async src=\"{}\" {hash}</script>\n",
            SCRIPT[1]
        )),
        "{html}"
    );
    assert!(html.starts_with(&format!("<link rel=\"modulepreload\" href=\"{}\" {hash}<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">\n<article-card", SCRIPT[1], SRC[1])), "{html}");
    let other = [
        &["embed"],
        &SRC[..],
        &[
            "--script",
            "https://cdn.example/other.js?article-card.js",
            "--dist",
            folder,
            "-",
        ],
    ]
    .concat();
    let missing = told(&other, &story(), 3);
    assert!(
        missing.ends_with("integrity.json: no hash of \"other.js\"\n"),
        "{missing}"
    );
    let nowhere = [&["embed"], &SRC[..], &SCRIPT, &["--dist", "/nowhere", "-"]].concat();
    assert!(told(&nowhere, &story(), 3).contains("/nowhere/integrity.json"));
}

#[test]
fn hints_name_what_each_form_fetches() {
    let head = |form| {
        let html = snippet(&["--form", form, "--hints"], &story());
        html.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(head("a").matches("<link").count(), 2);
    assert_eq!(
        head("b"),
        format!("<link rel=\"modulepreload\" href=\"{}\">", SCRIPT[1])
    );
}

#[test]
fn room_is_kept_by_an_estimate_for_the_width() {
    let height = |options: &[&str]| -> u32 {
        let html = snippet(&[&["--reserve"], options].concat(), &story());
        let (_, height) = html.split_once("style=\"min-height:").expect("room");
        let (height, _) = height.split_once("px\"").expect("pixels");
        height.parse().expect("a number")
    };
    let whole = height(&[]);
    assert!((300..900).contains(&whole), "{whole}");
    assert!(height(&["--mode", "compact"]) < whole / 2);
    assert!(height(&["--hide", "image"]) < whole - 200);
}

#[test]
fn csp_prints_what_this_document_needs_and_nothing_else() {
    let csp = |options: &[&str], input: &str| {
        let arguments = [
            &["embed", "--csp"],
            &SRC[..],
            &SCRIPT,
            &FRAME,
            options,
            &["-"],
        ]
        .concat();
        printed(&arguments, input, 0)
    };
    let script = "script-src https://cdn.example 'wasm-unsafe-eval';\n";
    let data = "connect-src https://news.example;\n";
    assert_eq!(
        csp(&[], &story()),
        [script, data, "img-src https://cdn.example;\n"].concat()
    );
    assert_eq!(
        csp(&["--images", "none"], &story()),
        [script, data].concat()
    );
    assert_eq!(
        csp(&["--form", "b"], &story()),
        [script, "img-src https://cdn.example;\n"].concat()
    );
    assert_eq!(
        csp(&["--form", "d"], &story()),
        "frame-src https://news.example;\n"
    );
    let rich = card(json!({
        "headline": "x", "image": {"url": "https://a.example/1.jpg", "srcset": [{"url": "https://b.example/2.jpg", "width": 320}]},
        "authors": [{"name": "A", "avatar": {"url": "https://c.example/a.jpg"}}],
        "body": [
            {"type": "embed", "url": "https://www.youtube.com/watch?v=aqz-KE-bpKQ"},
            {"type": "audio", "url": "https://d.example/a.mp3"},
            {"type": "html", "html": "<p><img src='https://e.example/x.png'></p>"},
        ],
    }));
    assert_eq!(
        csp(&[], &rich),
        [
            script,
            data,
            "img-src https://a.example https://b.example https://c.example https://e.example;\n",
            "frame-src https://www.youtube-nocookie.com;\n",
            "media-src https://d.example;\n"
        ]
        .concat()
    );
    let paged = json!({"schema": "article-feed/1", "items": [{"headline": "x"}], "more": {"url": "https://pages.example/2.json"}}).to_string();
    assert_eq!(
        csp(&[], &paged),
        [
            script,
            "connect-src https://news.example https://pages.example;\n"
        ]
        .concat()
    );
}

#[test]
fn what_is_missing_or_does_not_go_together_is_told() {
    for (arguments, words) in [
        (vec!["embed", "-"], "--src is needed"),
        (vec!["embed", SRC[0], SRC[1], "-"], "--script is needed"),
        (vec!["embed", "--form", "b", "-"], "--script is needed"),
        (
            vec!["embed", "--form", "d", SRC[0], SRC[1], "-"],
            "--frame is needed",
        ),
        (
            vec!["embed", "--form", "d", FRAME[0], FRAME[1], "-"],
            "--src is needed",
        ),
        (vec!["embed", "--form", "e", "-"], "--form"),
        (
            vec!["embed", "--src", "story.json", "-"],
            "expected an http or https URL",
        ),
        (
            vec![
                "embed", "--form", "d", SRC[0], SRC[1], FRAME[0], FRAME[1], "--labels", "{}", "-",
            ],
            "data-labels",
        ),
        (
            vec![
                "embed", "--form", "d", SRC[0], SRC[1], FRAME[0], FRAME[1], "--map", "{}", "-",
            ],
            "data-map",
        ),
        (
            vec![
                "embed", "--form", "d", SRC[0], SRC[1], FRAME[0], FRAME[1], "--hints", "-",
            ],
            "not for form d",
        ),
        (
            vec!["embed", "--form", "c", SRC[0], SRC[1], "--reserve", "-"],
            "not for form c",
        ),
        (
            vec![
                "embed",
                "--collapse",
                SRC[0],
                SRC[1],
                SCRIPT[0],
                SCRIPT[1],
                "--form",
                "a",
                "-",
            ],
            "--collapse",
        ),
        (
            vec![
                "embed", "--csp", "--hints", SRC[0], SRC[1], SCRIPT[0], SCRIPT[1], "-",
            ],
            "--hints",
        ),
        (vec!["embed"], "FILE"),
    ] {
        let errors = told(&arguments, &story(), 2);
        assert!(errors.contains(words), "{arguments:?}: {errors}");
    }
}

#[test]
fn a_bad_document_prints_nothing() {
    for input in ["", "{", "7", "{\"schema\": \"article-card/1\"}"] {
        for form in ["a", "b", "c", "d"] {
            let arguments = [
                &["embed", "--form", form],
                &SRC[..],
                &SCRIPT,
                &FRAME,
                &["-"],
            ]
            .concat();
            told(&arguments, input, 1);
        }
    }
}

#[test]
fn help_has_examples_that_work() {
    let help = printed(&["embed", "--help"], "", 0);
    let (_, examples) = help.split_once("Examples, ").expect("examples");
    let folder = file("story.json", story().as_bytes());
    let story = folder.to_str().expect("a path");
    let file = file("integrity.json", br#"{"article-card.js": "sha384-abc"}"#);
    let dist = file
        .parent()
        .and_then(|folder| folder.to_str())
        .expect("a folder");
    let mut count = 0;
    for line in examples
        .lines()
        .filter(|line| line.starts_with("  article-card"))
    {
        let line = line.replace("$AT", "https://news.example");
        let words = line.split_whitespace().skip(1);
        let words: Vec<_> = words
            .map(|word| {
                if word == "dist" {
                    dist
                } else if word == "story.json" {
                    story
                } else {
                    word
                }
            })
            .collect();
        printed(&words, "", 0);
        count += 1;
    }
    assert_eq!(count, 4, "{help}");
    fs::remove_file(folder).expect("there");
}

#[test]
fn what_nobody_would_write_is_estimated_too() {
    let deep = ["<blockquote>".repeat(60), "<ul><li>".repeat(60), "x".into()].concat();
    let long = "word ".repeat(20_000);
    for html in [
        &*deep,
        "<p></p>",
        &*long,
        "<table><tr>",
        "<pre>\n\n\n</pre>",
    ] {
        let text = card(json!({"headline": "x".repeat(3000), "bodyHtml": html}));
        let frame = snippet(&["--form", "d", "--width", "100"], &text);
        assert!(frame.contains(" height=\""), "{frame}");
    }
}
