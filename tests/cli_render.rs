//! `article-card render`: what becomes of one file and of many, and what its element is given.
#![cfg(feature = "cli")]

mod support;

use support::command::{feed, file, printed, run, story, told};
use support::{Value, card, json, words};

/// What stands in the shadow tree below the style sheet.
fn shown(html: &str) -> support::html::Tree {
    let (_, tree) = html.split_once("</style>").expect("a style sheet");
    let (tree, _) = tree.split_once("</template>").expect("a shadow tree");
    support::html::read(tree)
}

/// A story whose body is long enough to fold.
fn long_story() -> String {
    let body: Vec<_> = (0..8)
        .map(|_| json!({"type": "paragraph", "text": words(40)}))
        .collect();
    card(json!({"headline": "Long", "body": body}))
}

#[test]
fn the_document_inside_ends_no_script_and_is_the_document() {
    let hostile = "</script><script>alert(1)</script><!-- & \u{2028}";
    let text = card(json!({"headline": hostile, "bodyText": hostile}));
    let html = printed(&["render", "-"], &text, 0);
    let (_, inside) = html
        .split_once("<script type=\"application/json\">")
        .expect("the document");
    let (json, after) = inside.split_once("</script>").expect("its end");
    assert_eq!(after, "</article-card>\n");
    assert!(!json.contains(['<', '>', '&']), "{json}");
    let again: Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(
        again["headline"],
        "</script><script>alert(1)</script><!-- &"
    );
    assert_eq!(html.matches("<script").count(), 1, "{html}");
}

#[test]
fn the_element_has_the_document_or_its_address_or_neither() {
    let with = |options: &[&str]| printed(&[&["render"], options, &["-"]].concat(), &story(), 0);
    assert!(with(&[]).contains("<script type=\"application/json\">{\"schema\":\"article-card/1\""));
    let address = with(&[
        "--src",
        "https://a.example/?a&b=\"",
        "--base",
        "https://b.example/",
    ]);
    assert!(
        address.starts_with(
            "<article-card src=\"https://a.example/?a&amp;b=&quot;\" base=\"https://b.example/\">"
        ),
        "{address}"
    );
    assert!(!address.contains("<script"));
    let neither = with(&["--no-data"]);
    assert!(neither.starts_with("<article-card><template") && !neither.contains("<script"));
    let both = run(&["render", "--src", "/a", "--no-data", "-"], b"{}");
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn what_stands_inside_is_what_the_card_shows_and_nothing_its_publisher_keeps() {
    let story = |id: u32, status: &str| {
        json!({"id": id, "type": "post", "status": status, "link": format!("https://news.example/{id}"), "slug": "a",
            "date_gmt": "2026-01-31T09:30:00", "title": {"rendered": format!("Title {id}")}, "secret": "SECRET",
            "content": {"rendered": "<figure class=\"wp-block-pullquote\"><blockquote><p>Said.</p></blockquote></figure><table><tr><td><p>a</p>b"}})
    };
    let posts = json!([story(1, "publish"), story(2, "draft"), story(3, "publish")]).to_string();
    for options in [&[][..], &["--item", "1"], &["--json"]] {
        let html = printed(
            &[&["render", "--quiet"], options, &["-"]].concat(),
            &posts,
            0,
        );
        assert!(
            html.contains("Said.") && !html.contains("Title 2"),
            "{html}"
        );
        assert!(!html.contains("SECRET"), "{html}");
    }
    let whole = printed(&["render", "--quiet", "-"], &posts, 0);
    assert!(
        shown(&whole).has("pull"),
        "what it looks like is said inside too"
    );
    let (_, inside) = whole.split_once("json\">").expect("the document");
    let (json, _) = inside.split_once("</script>").expect("its end");
    assert_eq!(json.matches("\"items\"").count(), 1);

    let withdrawn = card(
        json!({"headline": "Gone", "bodyText": "It was so.", "summary": "So it was.", "withdrawn": "No.",
        "image": "https://a.example/a.jpg"}),
    );
    let html = printed(&["render", "--quiet", "-"], &withdrawn, 0);
    assert!(
        html.contains("Gone") && !html.contains("It was so") && !html.contains("So it was"),
        "{html}"
    );
    assert!(!html.contains("a.jpg"), "{html}");
    for (field, text) in [("withdrawn", "No."), ("warning", "It is sad.")] {
        let nameless = card(json!({"bodyText": "It was so.", field: text}));
        let html = printed(&["render", "--quiet", "--no-data", "-"], &nameless, 0);
        let (_, fallback) = html.split_once("</template>").expect("a template");
        assert_eq!(fallback, format!("{text}</article-card>\n"));
    }
}

#[test]
fn entries_are_of_the_story_they_name_whatever_their_ids_are() {
    let items = ["1", "0", "x"].map(|id| json!({"id": id, "headline": format!("Story {id}")}));
    let feed = support::feed_document(json!({"items": items}));
    let entries = printed(&["render", "--json", "--src", "/feed.json", "-"], &feed, 0);
    let entries: Vec<Value> = serde_json::from_str(&entries).expect("JSON");
    for entry in entries {
        let id = entry["id"].as_str().expect("an id");
        let html = entry["html"].as_str().expect("HTML");
        assert!(
            html.starts_with(&format!("<article-card src=\"/feed.json\" item=\"{id}\">")),
            "{html}"
        );
        assert!(html.contains(&format!(">Story {id}<")), "{html}");
    }
}

#[test]
fn the_address_of_the_document_is_what_it_is_read_by() {
    let text = card(json!({"headline": "x", "url": "ferry", "image": "a.jpg"}));
    let tree = |options: &[&str]| {
        shown(&printed(
            &[&["render", "--quiet"], options, &["-"]].concat(),
            &text,
            0,
        ))
    };
    let src = ["--src", "https://news.example/stories/a.json"];
    let drawn = tree(&src);
    assert_eq!(
        drawn.part("headline-link").get("href"),
        Some("https://news.example/stories/ferry")
    );
    assert!(drawn.has("image"));
    let own = [&src[..], &["--page", "https://news.example/"]].concat();
    assert!(
        tree(&own).has("image"),
        "a page may show pictures of its own stories"
    );
    let relative = [
        "--src",
        "/stories/a.json",
        "--page",
        "https://news.example/",
    ];
    assert!(tree(&relative).has("image"));
    for wrong in [
        &["--src", ""][..],
        &["--src", "javascript:1"],
        &["--stylesheet", "javascript:1"],
        &["--nonce", "a b"],
        &["--hide", "foo"],
        &["--map", "x"],
    ] {
        assert_eq!(
            run(&[&["render"], wrong, &["-"]].concat(), b"{}")
                .status
                .code(),
            Some(2),
            "{wrong:?}"
        );
    }
    assert_eq!(run(&["render", "-", "-"], b"{}").status.code(), Some(2));
    assert_eq!(
        run(&["render", "--src", "/a", "a.json", "b.json"], b"{}")
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn collapse_folds_a_long_body_without_a_script() {
    let whole = shown(&printed(&["render", "-"], &long_story(), 0));
    assert!(!whole.has("fold") && !whole.has("toggle"));
    let folded = shown(&printed(&["render", "--collapse", "-"], &long_story(), 0));
    let fold = folded.part("fold");
    assert_eq!(fold.name, "details");
    assert_eq!(fold.get("open"), None);
    assert_eq!(folded.part("toggle").name, "summary");
    assert_eq!(folded.part("toggle").text(), "Show moreShow less: Long");
    assert_eq!(folded.part("rest").children.len(), 6);
    assert_eq!(
        folded.text().matches("word").count(),
        whole.text().matches("word").count(),
        "nothing is lost"
    );
    let short = shown(&printed(&["render", "--collapse", "-"], &story(), 0));
    assert!(!short.has("fold"));
    assert_eq!(folded.elements("button").len(), 0);
}

#[test]
fn now_says_whether_an_embargo_is_over_and_what_dates_count_from() {
    let text = json!({"uri": "urn:a", "type": "text", "headline": "x", "body_text": "y", "pubstatus": "usable",
        "versioncreated": "2026-11-19T12:00:00Z", "embargoed": "2026-11-20T12:00:00Z"})
    .to_string();
    let at = |now: &str| run(&["render", "--now", now, "-"], text.as_bytes());
    let before = at("2026-11-20T11:59Z");
    assert_eq!(before.status.code(), Some(1));
    assert_eq!(before.stdout, b"");
    let after = at("2026-11-20T14:00+02:00");
    assert_eq!(after.status.code(), Some(0), "{after:?}");
    let html = String::from_utf8(after.stdout).expect("UTF-8");
    assert!(
        html.starts_with("<article-card now=\"2026-11-20T14:00:00+02:00\">"),
        "{html}"
    );
    assert_eq!(at("yesterday").status.code(), Some(2));
    assert_eq!(at("2026-11-20").status.code(), Some(2));
}

#[test]
fn pictures_of_the_page_itself_are_left_out_as_the_script_does() {
    let text = card(json!({"headline": "x", "image": {"url": "https://me.example/a.jpg"}}));
    let has = |options: &[&str]| {
        let html = printed(
            &[&["render", "--quiet"], options, &["-"]].concat(),
            &text,
            0,
        );
        shown(&html).has("image")
    };
    assert!(has(&[]));
    assert!(has(&["--page", "https://other.example/"]));
    assert!(!has(&["--page", "https://me.example/page"]));
    assert!(has(&[
        "--page",
        "https://me.example/page",
        "--images",
        "same-origin"
    ]));
    assert!(!has(&["--images", "none"]));
}

#[test]
fn what_the_partner_chose_is_drawn_and_stands_on_the_element() {
    let options = [
        "--link-target",
        "_blank",
        "--link-query",
        "a=1&b",
        "--labels",
        "{\"permalink\": \"Go <on>\"}",
        "--images",
        "none",
        "--time-zone",
        "Europe/Kyiv",
    ];
    let html = printed(&[&["render"], &options[..], &["-"]].concat(), &story(), 0);
    let attributes = "<article-card time-zone=\"Europe/Kyiv\" link-target=\"_blank\" link-query=\"a=1&amp;b\" \
        labels=\"{&quot;permalink&quot;:&quot;Go &lt;on&gt;&quot;}\" images=\"none\">";
    assert!(html.starts_with(attributes), "{html}");
    let tree = shown(&html);
    let link = tree.part("permalink");
    assert_eq!(link.get("href"), Some("https://news.example/ferry?a=1&b"));
    assert_eq!(link.get("target"), Some("_blank"));
    assert!(link.text().starts_with("Go <on>"));
    let max = printed(&["render", "--max", "1", "--quiet", "-"], &feed(), 0);
    assert!(max.starts_with("<article-feed max=\"1\">"));
    assert_eq!(shown(&max).parts("item").len(), 1);
    for wrong in [
        &["--labels", "[]"][..],
        &["--labels", "{\"a\": 1}"],
        &["--max", "0"],
        &["--link-target", "_top"],
        &["--page", "javascript:1"],
    ] {
        let arguments = [&["render"], wrong, &["-"]].concat();
        assert_eq!(run(&arguments, b"{}").status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_fragment_is_plain_html_that_stands_anywhere() {
    let html = printed(&["render", "--fragment", "--quiet", "-"], &long_story(), 0);
    let tree = support::html::read(html.trim_end());
    assert_eq!(tree.name, "article");
    assert_eq!(tree.get("class"), Some("ac-card"));
    assert_eq!(tree.elements("p").len(), 9, "meta and all of the body");
    for gone in ["button", "slot", "style", "template", "details"] {
        assert_eq!(tree.elements(gone).len(), 0, "{gone}");
    }
    for gone in [
        "id",
        "part",
        "aria-labelledby",
        "aria-controls",
        "hidden",
        "data-action",
    ] {
        assert_eq!(tree.values(gone), [""; 0], "{gone}");
    }
    let html = printed(&["render", "--fragment", "-"], &story(), 0);
    // Newsletters have no other place for it.
    let plain = html.replacen(" style=\"max-width:100%;height:auto\"", "", 1);
    assert_ne!(html, plain, "a picture is no wider than its place");
    let tree = support::html::read(plain.trim_end());
    let line = tree.elements("footer")[0].text();
    assert_eq!(line, "Published by The \"Harbour\" · Read the original");
    assert_eq!(tree.text().matches("Ferry <returns>").count(), 1);
    assert!(!tree.text().contains("AS"), "no initials: {}", tree.text());
    assert_eq!(tree.text().matches("1 min").count(), 1, "said once");
    let feed = printed(&["render", "--fragment", "--quiet", "-"], &feed(), 0);
    assert!(feed.starts_with("<section class=\"ac-feed\""), "{feed}");
    assert_eq!(feed.matches("class=\"ac-card ac-item\"").count(), 2);
    let styled = run(&["render", "--fragment", "--nonce", "a", "-"], b"{}");
    assert_eq!(styled.status.code(), Some(2));
}

#[test]
fn json_has_an_entry_for_each_story_of_each_file() {
    let (one, many) = (
        file("one.json", story().as_bytes()),
        file("many.json", feed().as_bytes()),
    );
    let (one, many) = (one.to_str().expect("UTF-8"), many.to_str().expect("UTF-8"));
    let output = run(&["render", "--json", "--quiet", one, many], b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stderr, b"");
    let entries: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(entries.len(), 3);
    assert_eq!(entries[0]["file"], one);
    assert_eq!(entries[0]["url"], "https://news.example/ferry");
    assert_eq!(entries[0]["warnings"], json!([]));
    assert_eq!(entries[1]["id"], "a");
    assert_eq!(entries[2]["headline"], "Bridge");
    assert_eq!(entries[2]["warnings"][0]["path"], "items[2].headline");
    for entry in &entries {
        let html = entry["html"].as_str().expect("HTML");
        assert!(html.starts_with("<article-card><template"), "{html}");
    }
    let none = printed(
        &["render", "--json", "-"],
        "{\"schema\":\"article-feed/1\",\"items\":[]}",
        0,
    );
    assert_eq!(none, "[]\n");
    let chosen = printed(
        &["render", "--json", "--item", "1", "--quiet", "-"],
        &feed(),
        0,
    );
    let chosen: Vec<Value> = serde_json::from_str(&chosen).expect("JSON");
    assert_eq!(chosen.len(), 1);
    assert_eq!(chosen[0]["headline"], "Bridge");
}

#[test]
fn many_files_are_told_one_by_one_and_printed_together_or_not_at_all() {
    let (good, bad) = (
        file("good.json", story().as_bytes()),
        file("bad.json", b"{\"a\": 1}"),
    );
    let (good, bad) = (good.to_str().expect("UTF-8"), bad.to_str().expect("UTF-8"));
    let both = run(&["render", good, good], b"");
    assert_eq!(both.status.code(), Some(0));
    let told = String::from_utf8(both.stderr).expect("UTF-8");
    assert_eq!(
        told,
        format!("article-card: 1 of 2: {good}\narticle-card: 2 of 2: {good}\n")
    );
    assert_eq!(
        String::from_utf8_lossy(&both.stdout)
            .matches("<article-card")
            .count(),
        2
    );
    let one_bad = run(&["render", good, bad, "missing.json", good], b"");
    assert_eq!(one_bad.status.code(), Some(1), "that of the first");
    assert_eq!(one_bad.stdout, b"", "nothing by halves");
    let told = String::from_utf8(one_bad.stderr).expect("UTF-8");
    assert!(told.contains(&format!("article-card: {bad}: ")), "{told}");
    assert!(told.contains("article-card: missing.json: "), "{told}");
    assert!(told.contains("4 of 4"), "all of them are looked at: {told}");
    let missing = run(&["render", "missing.json", good], b"");
    assert_eq!(missing.status.code(), Some(3));
    assert_eq!(run(&["render"], b"").status.code(), Some(2));
}

#[test]
fn strict_takes_nothing_left_out() {
    let text = card(json!({"headline": "x", "url": "javascript:alert(1)"}));
    for command in ["render", "normalize"] {
        let errors = told(&[command, "--strict", "-"], &text, 1);
        assert!(
            errors.starts_with("article-card: url: left out: "),
            "{errors}"
        );
        printed(&[command, "--strict", "-"], &story(), 0);
    }
    let errors = told(&["render", "--strict", "--quiet", "-"], &text, 1);
    assert!(!errors.is_empty(), "errors are told");
    let quiet = run(&["render", "--quiet", "-"], text.as_bytes());
    assert_eq!((quiet.status.code(), &*quiet.stderr), (Some(0), &b""[..]));
}

/// The page has commands in comments; what follows each, to the next comment, is what it prints.
#[test]
fn the_page_of_the_demo_is_what_the_command_prints() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = root.join("www/pages/prerendered.html");
    let story = std::fs::read_to_string(root.join("www/stories/no-image.json")).expect("a story");
    let written = std::fs::read_to_string(&page).expect("a page");
    let mut pieces = written.split("<!-- render ");
    let mut expected = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (options, rest) = piece.split_once(" -->\n").expect("options");
        let (_, after) = rest.split_once("<!-- end -->").expect("an end");
        let options = options.split(' ').filter(|option| !option.is_empty());
        let arguments: Vec<&str> = ["render", "--quiet"]
            .into_iter()
            .chain(options)
            .chain(["-"])
            .collect();
        let html = printed(&arguments, &story, 0);
        let options = &arguments[2..arguments.len() - 1].join(" ");
        expected.extend([
            "<!-- render ",
            options,
            " -->\n",
            &html,
            "<!-- end -->",
            after,
        ]);
    }
    if std::env::var_os("WRITE_EXPECTED").is_some() {
        std::fs::write(&page, &expected).expect("a writable page");
    }
    let written = std::fs::read_to_string(&page).expect("a page");
    assert_eq!(
        written, expected,
        "WRITE_EXPECTED=1 cargo test --test cli_render writes it"
    );
}
