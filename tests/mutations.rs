//! What must hold for whatever anybody sends (`properties`), tried on thousands of mutations of our own texts, and on
//! the sample bodies and attacks as they are. `make fuzz` looks further.

mod properties;
mod support;

use std::cell::Cell;
use std::fs;
use std::panic::{self, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Once;

use properties::{address, body, document, work};
use support::mutation::{Chance, mutated, shrunk, words};
use support::{Value, shared};

/// Mutations tried for each kind of text: a second or two.
const COUNT: u64 = 3_000;

/// Tries `check` on `text`; what fails is told with the smallest text that still fails.
#[track_caller]
fn holds(check: fn(&str), text: &str, from: &str) {
    let fails = |text: &str| catch_unwind(|| check(text)).is_err();
    if quietly(|| fails(text)) {
        let smallest = quietly(|| shrunk(text, fails));
        eprintln!("{from}: the smallest that does is {smallest:?}");
        check(&smallest);
    }
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs `what` on this thread without a word about its panics: there are hundreds on the way to the smallest text.
fn quietly<T>(what: impl FnOnce() -> T) -> T {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                loud(info);
            }
        }));
    });
    QUIET.set(true);
    let result = what();
    QUIET.set(false);
    result
}

fn texts_of(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let text = |path: PathBuf| fs::read_to_string(path).expect("a text");
    paths
        .into_iter()
        .filter(|path| path.is_file())
        .map(text)
        .collect()
}

fn mutations_hold(target: &str, check: fn(&str)) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut seeds = texts_of(&fuzz.join("seeds").join(target));
    if target == "document" {
        let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/stories/formats");
        seeds.extend(texts_of(&stories));
    }
    let dictionary = fs::read_to_string(fuzz.join(format!("{target}.dict"))).expect("a dictionary");
    let words = words(&dictionary);
    for seed in &seeds {
        holds(check, seed, "a seed fails");
    }
    for number in 1..=COUNT {
        let chance = &mut Chance::new(number);
        let seed = chance.one_of(&seeds).clone();
        let text = mutated(&seed, &seeds, &words, chance);
        holds(
            check,
            &text,
            &format!("mutation {number} of {target} fails"),
        );
    }
}

#[test]
fn bodies_stay_within_the_policy_and_are_read_the_same_twice() {
    mutations_hold("body", body::check);
}

#[test]
fn addresses_lead_where_they_say_and_are_read_the_same_twice() {
    mutations_hold("url", address::check);
}

#[test]
fn documents_become_cards_within_the_policy() {
    mutations_hold("document", document::check);
}

#[test]
fn the_stories_of_the_demo_hold() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["www/stories", "www/stories/formats"] {
        for story in texts_of(&root.join(folder)) {
            holds(document::check, &story, "a story fails");
        }
    }
}

/// Whatever can be repeated without an end.
#[rustfmt::skip]
const PIECES: [&str; 40] = [
    "x", " ", "<", "&", "[", "[x ", "[x_y]", "&amp;", "&#", "&#x41;", "<!--", "<!", "-->", "<p>", "</p>", "<b>", "</b>",
    "<a href=x>", "<b><i><p></b></i>x", "<x y=z ", "<x y='z' a=b>", "<td>", "<table><tr><td>", "<li>", "<ul><li>x",
    "<blockquote>", "<figure><img src=x>", "<br>", "<svg><svg>", "<script>", "<iframe src=/x>", "<pre>\n", "<hr>", "\0",
    "<div class=kg-bookmark-card>", "<p class=wp-embedded-content>x", "<figure><video src=/x>", "<video><source>",
    "<div class=kg-bookmark-card>x</div>", "<details open><summary>x",
];

#[test]
fn bodies_take_time_in_proportion_to_their_length() {
    for piece in PIECES {
        work::check(piece, |text| drop(body::read(text)));
        let attribute = format!("<p title=\"{piece}\">");
        work::check(&attribute, |text| drop(body::read(text)));
    }
}

#[test]
fn addresses_take_time_in_proportion_to_their_length() {
    for piece in [
        "a", "/", "/..", "/.", "%2e", "?", "#", "@", ":", "\t", "é", "[", ".",
    ] {
        for start in ["https://a.example/", "https://", "mailto:", "tel:", ""] {
            work::check(piece, |text| address::read(&[start, text].concat()));
        }
    }
}

/// Texts that look like HTML, in whatever `value` holds.
fn bodies<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) if text.contains('<') => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| bodies(item, found)),
        Value::Object(members) => members.values().for_each(|member| bodies(member, found)),
        _ => {}
    }
}

fn folders_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.is_dir()).collect()
}

#[test]
fn the_samples_hold() {
    let Some(folder) = shared("samples") else {
        return;
    };
    let mut count = 0;
    for text in folders_of(&folder)
        .iter()
        .flat_map(|folder| texts_of(folder))
    {
        holds(document::check, &text, "a sample fails");
        let value = serde_json::from_str(&text).unwrap_or_default();
        let mut found = Vec::new();
        bodies(&value, &mut found);
        for html in found {
            holds(body::check, html, "the body of a sample fails");
            count += 1;
        }
    }
    assert!(count > 0, "no bodies in {}", folder.display());
    eprintln!("{count} bodies of samples");
}

#[test]
fn the_attacks_hold() {
    let Some(folder) = shared("xss") else { return };
    let mut count = 0;
    for text in folders_of(&folder)
        .iter()
        .flat_map(|folder| texts_of(folder))
    {
        let Ok(Value::Array(attacks)) = serde_json::from_str(&text) else {
            continue;
        };
        for attack in &attacks {
            if let Some(payload) = attack["p"].as_str() {
                holds(body::check, payload, "an attack gets through");
                holds(address::check, payload, "an attack gets through");
                count += 1;
            }
            if let Some(json) = attack["json"].as_str() {
                holds(document::check, json, "an attack gets through");
            }
        }
    }
    assert!(count > 0, "no attacks in {}", folder.display());
    eprintln!("{count} attacks");
}
