//! Runs the `article-card` command.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use super::{Value, card, feed_document, json};

/// The command, built for these tests.
pub(crate) const COMMAND: &str = env!("CARGO_BIN_EXE_article-card");

/// Runs the command with `input` on standard input.
pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(COMMAND)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A command that refuses its arguments does not read: then the pipe is closed, and that is fine.
    let _ = command
        .stdin
        .take()
        .expect("standard input")
        .write_all(input);
    command.wait_with_output().expect("the command ends")
}

/// What the command printed, which must have ended with `code`.
#[track_caller]
pub(crate) fn printed(arguments: &[&str], input: &str, code: i32) -> String {
    let output = run(arguments, input.as_bytes());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What the command told on standard error, with nothing on standard output.
#[track_caller]
pub(crate) fn told(arguments: &[&str], input: &str, code: i32) -> String {
    let output = run(arguments, input.as_bytes());
    let errors = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
    assert_eq!(
        output.stdout, b"",
        "{arguments:?}: nothing but the result is printed"
    );
    errors
}

/// What `normalize` prints.
#[track_caller]
pub(crate) fn normalized(arguments: &[&str], input: &str) -> Value {
    let arguments = [&["normalize", "-"], arguments].concat();
    serde_json::from_str(&printed(&arguments, input, 0)).expect("JSON")
}

/// A file of its own for one test.
pub(crate) fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a writable folder");
    path
}

/// A document with nothing wrong in it.
pub(crate) fn story() -> String {
    card(json!({
        "headline": "Ferry <returns>", "url": "https://news.example/ferry", "publisher": "The \"Harbour\"",
        "bodyText": "It sails.\n\nAt noon.", "image": {"url": "http://cdn.example/a.jpg", "focus": [0.29, 0.5]},
        "authors": ["Ana Sol"], "datePublished": "2026-01-31T09:30:00+0200", "kicker": "Harbour",
    }))
}

/// A feed of two items and one that is left out.
pub(crate) fn feed() -> String {
    feed_document(
        json!({"title": "News", "url": "https://news.example/", "items": [
        {"id": "a", "headline": "Ferry", "url": "ferry"}, {"headline": "Bridge"}, {"headline": 7}]}),
    )
}

pub(crate) const SRC: [&str; 2] = ["--src", "https://news.example/story.json"];
pub(crate) const SCRIPT: [&str; 2] = ["--script", "https://cdn.example/1.0/article-card.js"];
pub(crate) const FRAME: [&str; 2] = ["--frame", "https://news.example/embed.html"];

/// The snippet that is printed with all addresses given.
#[track_caller]
pub(crate) fn snippet(options: &[&str], input: &str) -> String {
    let arguments = [&["embed"], &SRC[..], &SCRIPT, &FRAME, options, &["-"]].concat();
    let html = printed(&arguments, input, 0);
    assert_eq!(
        html.matches('\n').count(),
        1 + usize::from(options.contains(&"--hints")),
        "one line: {html}"
    );
    html
}
