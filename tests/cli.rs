//! The `article-card` command: what it prints. What goes wrong is in `cli_failures.rs`.
#![cfg(feature = "cli")]

mod support;

use std::fs;

use support::command::{feed, file, normalized, printed, run, story, told};
use support::{Value, card, json, shared, words};

#[test]
fn normalize_prints_format_document_and_warnings() {
    let story = normalized(&[], &story());
    assert_eq!(story["format"], "native");
    assert_eq!(story["document"]["schema"], "article-card/1");
    assert_eq!(story["document"]["section"]["name"], "Harbour");
    assert_eq!(
        story["document"]["image"]["url"],
        "https://cdn.example/a.jpg"
    );
    assert_eq!(story["warnings"], json!([]));
    let keys: Vec<_> = story.as_object().expect("an object").keys().collect();
    assert_eq!(keys.len(), 3);
}

#[test]
fn normalize_keeps_a_feed_a_feed_and_item_picks_one() {
    let whole = normalized(&[], &feed());
    assert_eq!(whole["document"]["schema"], "article-feed/1");
    assert_eq!(whole["document"]["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        whole["warnings"],
        json!([
        {"path": "items[2].headline", "message": "item left out: expected text, found a number"}])
    );
    for (item, headline) in [("0", "Ferry"), ("1", "Bridge"), ("a", "Ferry")] {
        let picked = normalized(&["--item", item], &feed());
        assert_eq!(picked["document"]["schema"], "article-card/1");
        assert_eq!(picked["document"]["headline"], headline, "{item}");
    }
    let missing = told(&["normalize", "--item", "9", "-"], &feed(), 1);
    assert_eq!(missing, "article-card: items: the feed has no item \"9\"\n");
}

#[test]
fn normalize_of_its_own_document_is_the_same_document() {
    let mut documents = vec![story(), feed()];
    let reference = shared("samples/native/reference-article.json");
    documents.extend(reference.map(|path| fs::read_to_string(path).expect("a readable file")));
    for text in documents {
        let once = normalized(&[], &text);
        let twice = normalized(&[], &once["document"].to_string());
        assert_eq!(once["document"], twice["document"]);
        assert_eq!(twice["warnings"], json!([]));
    }
}

#[test]
fn base_is_what_relative_urls_are_relative_to() {
    let text = card(json!({"headline": "x", "url": "ferry"}));
    let with = normalized(&["--base", "https://news.example/dir/feed.json"], &text);
    assert_eq!(with["document"]["url"], "https://news.example/dir/ferry");
    let without = normalized(&[], &text);
    assert_eq!(without["document"]["url"], Value::Null);
    assert_eq!(without["warnings"][0]["path"], "url");
}

#[test]
fn render_prints_a_custom_element_with_its_shadow_tree_and_a_fallback() {
    let html = printed(&["render", "-"], &story(), 0);
    assert!(
        html.starts_with("<article-card><template shadowrootmode=\"open\"><style>"),
        "{html}"
    );
    let (_, light) = html.split_once("</template>").expect("a light tree");
    let fallback = "<a href=\"https://news.example/ferry\">Ferry &lt;returns&gt;</a> — The &quot;Harbour&quot;<script type=\"application/json\">{\"schema\":\"article-card/1\"";
    assert!(light.starts_with(fallback), "{light}");
    assert!(light.ends_with("}</script></article-card>\n"), "{light}");
    let (style, tree) = html.split_once("</style>").expect("a style sheet");
    assert!(style.len() > 60 && !style.contains("</"), "{style}");
    let (tree, _) = tree.split_once("</template>").expect("a shadow tree");
    let tree = support::html::read(tree);
    assert_eq!(tree.part("headline").text(), "Ferry <returns>");
    assert!(!tree.has("toggle"), "without a script nothing folds");
}

#[test]
fn render_draws_feeds_as_feeds_and_their_items_as_cards() {
    let whole = printed(&["render", "-"], &feed(), 0);
    assert!(whole.starts_with("<article-feed><template"), "{whole}");
    assert!(
        whole.contains(
            "</template><a href=\"https://news.example/\">News</a> — news.example<script"
        ),
        "{whole}"
    );
    let item = printed(&["render", "--item", "1", "-"], &feed(), 0);
    assert!(
        item.starts_with("<article-card>") && item.contains(">Bridge<"),
        "{item}"
    );
}

#[test]
fn render_takes_heading_level_and_language_of_the_page() {
    let text = card(json!({"headline": "123", "bodyText": "456"}));
    let html = printed(
        &["render", "--heading-level", "4", "--lang", "fa", "-"],
        &text,
        0,
    );
    assert!(html.contains("<h4 part=\"headline\""), "{html}");
    assert!(html.contains("dir=\"rtl\""), "{html}");
}

#[test]
fn render_writes_dates_in_the_language_and_the_time_zone_that_are_asked_for() {
    let text = card(json!({"headline": "x", "datePublished": "2026-11-20T23:30:00Z"}));
    let date = |options: &[&str]| {
        let html = printed(&[&["render"], options, &["-"]].concat(), &text, 0);
        let (_, time) = html.split_once("<time part=\"published\"").expect("a date");
        let (_, text) = time.split_once('>').expect("its text");
        text.split('<').next().unwrap_or_default().to_owned()
    };
    assert_eq!(date(&[]), "November 20, 2026");
    assert_eq!(date(&["--lang", "uk"]), "20 листопада 2026 р.");
    let zone = ["--lang", "uk", "--time-zone", "Europe/Kyiv"];
    assert_eq!(date(&zone), "21 листопада 2026 р.");
}

#[test]
fn render_shows_as_much_as_is_asked_for_and_says_so_on_the_element() {
    let options = [
        "--mode", "teaser", "--hide", "dates", "--theme", "dark", "--lang", "de",
    ];
    let html = printed(&[&["render"], &options[..], &["-"]].concat(), &story(), 0);
    assert!(
        html.starts_with(
            "<article-card lang=\"de\" mode=\"teaser\" hide=\"dates\" theme=\"dark\"><template"
        ),
        "{html}"
    );
    let (_, tree) = html.split_once("</style>").expect("a style sheet");
    let (tree, _) = tree.split_once("</template>").expect("a shadow tree");
    let tree = support::html::read(tree);
    assert!(tree.has("headline") && !tree.has("body") && !tree.has("published"));
}

#[test]
fn render_brings_its_style_as_the_policy_of_the_page_allows() {
    let begins = |options: &[&str]| {
        let html = printed(&[&["render"], options, &["-"]].concat(), &story(), 0);
        let (_, tree) = html
            .split_once("<template shadowrootmode=\"open\">")
            .expect("a shadow tree");
        let (style, _) = tree.split_once("<article").expect("a card");
        style.to_owned()
    };
    assert!(begins(&[]).starts_with("<style>"));
    let marked = begins(&["--nonce", "r4nd+/="]);
    assert!(marked.starts_with("<style nonce=\"r4nd+/=\">"), "{marked}");
    assert!(marked.ends_with("</style>") && marked.len() > 1000);
    assert_eq!(
        begins(&["--stylesheet", "https://cdn.example/card.css?a&b"]),
        "<link rel=\"stylesheet\" href=\"https://cdn.example/card.css?a&amp;b\">"
    );
    let both = run(
        &["render", "--nonce", "a", "--stylesheet", "b", "-"],
        story().as_bytes(),
    );
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn render_falls_back_to_the_first_words_where_there_is_no_headline() {
    let html = printed(
        &["render", "--no-data", "-"],
        &card(json!({"bodyText": words(50)})),
        0,
    );
    let (_, fallback) = html.split_once("</template>").expect("a template");
    assert!(
        fallback.starts_with("word word") && fallback.contains('…') && fallback.len() < 120,
        "{fallback}"
    );
}

#[test]
fn render_tells_what_it_left_out_on_standard_error() {
    let text = card(json!({"headline": "x", "url": "javascript:alert(1)"}));
    let output = run(&["render", "-"], text.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        errors.starts_with("article-card: url: left out: "),
        "{errors}"
    );
    assert!(!String::from_utf8_lossy(&output.stdout).contains("javascript"));
}

#[test]
fn a_file_is_read_like_standard_input() {
    let path = file("story.json", story().as_bytes());
    let path = path.to_str().expect("a plain path");
    for command in ["normalize", "render", "check"] {
        assert_eq!(
            printed(&[command, path], "", 0),
            printed(&[command, "-"], &story(), 0),
            "{command}"
        );
    }
}

#[test]
fn help_shows_examples_for_every_command() {
    let all = printed(&["--help"], "", 0);
    for command in ["normalize", "render", "check", "serve"] {
        assert!(all.contains(command), "{all}");
        let help = printed(&[command, "--help"], "", 0);
        assert!(
            help.contains("Examples:") && help.contains(&format!("  article-card {command} ")),
            "{help}"
        );
    }
    assert!(
        all.contains("Examples:") && all.contains("Exit codes:"),
        "{all}"
    );
    assert!(printed(&["--version"], "", 0).starts_with("article-card "));
}
