//! The `article-card` command when something is wrong: exit codes, and what is told where.
#![cfg(feature = "cli")]

mod support;

use std::process::{Command, Stdio};

use support::command::{COMMAND, file, printed, run, story, told};
use support::{Value, card, json};

#[test]
fn what_a_document_says_does_not_steer_the_terminal() {
    let text = card(
        json!({"headline": "x", "body": [{"type": "\u{1b}[2J\nno problems"}], "labels": {"\u{7}\r": 7}}),
    );
    let problems = printed(&["check", "-"], &text, 1);
    assert_eq!(problems.lines().count(), 1, "{problems}");
    assert!(
        problems.trim_end().chars().all(|c| !c.is_control()),
        "{problems:?}"
    );
}

#[test]
fn a_bad_document_exits_1_with_its_place_on_standard_error() {
    for command in ["normalize", "render"] {
        let errors = told(&[command, "-"], &card(json!({"headline": 7})), 1);
        assert_eq!(
            errors,
            "article-card: headline: expected text, found a number\n"
        );
        assert!(told(&[command, "-"], "", 1).contains("line 1, column 1"));
        assert!(told(&[command, "-"], "<html>", 1).contains("points at a web page, not JSON"));
    }
}

#[test]
fn wrong_arguments_exit_2() {
    #[rustfmt::skip]
    let cases: [&[&str]; 11] = [
        &[], &["draw", "-"], &["render"], &["check", "-", "-"], &["render", "--heading-level", "1", "-"],
        &["render", "--heading-level", "7", "-"], &["render", "--lang", "e n", "-"],
        &["render", "--time-zone", "Mars/Olympus", "-"],
        &["check", "--base", "ftp://a.example/", "-"], &["check", "--base", "news", "-"],
        &["check", "--item", "0", "-"],
    ];
    for arguments in cases {
        let errors = told(arguments, "", 2);
        assert!(
            errors.contains("Usage") || errors.contains("--help"),
            "{arguments:?}: {errors}"
        );
    }
}

#[test]
fn what_cannot_be_read_exits_3_and_is_named() {
    for command in ["normalize", "render", "check"] {
        let missing = told(&[command, "no-such-file.json"], "", 3);
        assert!(
            missing.starts_with("article-card: no-such-file.json: "),
            "{missing}"
        );
        let folder = told(&[command, env!("CARGO_TARGET_TMPDIR")], "", 3);
        assert!(folder.contains("irectory"), "{folder}");
    }
}

#[test]
fn bytes_that_are_no_text_are_replaced_and_told() {
    let text = b"{\"schema\": \"article-card/1\", \"headline\": \"caf\xe9 noir\"}";
    let output = run(&["normalize", "-"], text);
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["document"]["headline"], "caf\u{fffd} noir");
    let warning = json!([{"path": "", "message": "expected UTF-8, found something else at byte 45: replaced"}]);
    assert_eq!(document["warnings"], warning);
    assert_eq!(run(&["check", "-"], text).status.code(), Some(1));
    let mut marked = vec![0xef, 0xbb, 0xbf];
    marked.extend(document.to_string().replace("native", "x").bytes());
    assert_eq!(
        run(&["check", "-"], &marked).status.code(),
        Some(1),
        "a byte order mark is no problem, the format is"
    );
    let marked = ["\u{feff}", &story()].concat();
    assert!(printed(&["check", "-"], &marked, 0).contains("\nno problems\n"));
}

#[test]
fn documents_above_4_mb_are_refused_unread() {
    let large = vec![b' '; 5 * 1024 * 1024];
    let path = file("large.json", &large);
    let path = path.to_str().expect("a plain path");
    assert_eq!(
        printed(&["check", path], "", 1),
        "the document is larger than 4 MB\n"
    );
    assert_eq!(run(&["render", "-"], &large).status.code(), Some(1));
    if cfg!(unix) {
        let endless = told(&["render", "/dev/zero"], "", 1);
        assert!(endless.contains("larger than 4 MB"), "{endless}");
    }
}

#[test]
fn whoever_stops_reading_hears_no_complaint() {
    let path = file(
        "long.json",
        card(json!({"bodyText": format!("{}\n\n", "word ".repeat(400)).repeat(200)})).as_bytes(),
    );
    for arguments in [["render"], ["normalize"]] {
        let mut command = Command::new(COMMAND)
            .args(arguments)
            .arg(&path)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        drop(command.stdout.take());
        let output = command.wait_with_output().expect("the command ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}
