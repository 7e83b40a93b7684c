//! The blocks of a body as HTML, and HTML bodies as plain text.

mod support;

use support::html::Tree;
use support::{Value, drawn, json, paragraph};

/// The body of a card with these blocks.
#[track_caller]
fn body(blocks: &Value) -> Tree {
    let mut card = drawn(json!({"headline": "x", "body": blocks}));
    let at = card
        .children
        .iter()
        .position(|child| child.get("part") == Some("body"));
    card.children.remove(at.expect("a body"))
}

/// Elements and text in the short form `p(text) ul(li(a) li(b))`.
fn outline(tree: &Tree) -> String {
    if tree.name == "#text" {
        return tree.text();
    }
    let mut inside = Vec::new();
    for child in &tree.children {
        inside.push(outline(child));
    }
    format!("{}({})", tree.name, inside.join(" "))
}

#[track_caller]
fn drawn_as(block: &Value, expected: &str) {
    let shown = block.to_string();
    let body = body(&json!([block]));
    let outlines: Vec<_> = body.children.iter().map(outline).collect();
    assert_eq!(outlines, [expected], "{shown}");
}

#[test]
fn every_block_is_the_element_it_means() {
    #[rustfmt::skip]
    let cases = [
        (paragraph("a"), "p(a)"),
        (json!({"type": "heading", "level": 2, "text": "a"}), "h3(a)"),
        (json!({"type": "quote", "text": "a"}), "figure(blockquote(p(a)))"),
        (json!({"type": "quote", "text": "a", "cite": "b"}), "figure(blockquote(p(a)) figcaption(cite(bdi(b))))"),
        (json!({"type": "quote", "text": "a", "cite": "b", "url": "https://a.example/"}),
            "figure(blockquote(p(a)) figcaption(cite(a(b))))"),
        (json!({"type": "list", "items": ["a", {"text": "b", "items": ["c"]}]}), "ul(li(a) li(b ul(li(c))))"),
        (json!({"type": "list", "ordered": true, "items": ["a"]}), "ol(li(a))"),
        (json!({"type": "image", "image": {"url": "https://a.example/x.jpg", "caption": "a"}}),
            "figure(img() figcaption(a))"),
        (json!({"type": "image", "image": "https://a.example/x.jpg", "link": "https://a.example/"}),
            "figure(a(img()))"),
        (json!({"type": "gallery", "images": ["https://a.example/x.jpg", "https://a.example/y.jpg"], "caption": "a"}),
            "figure(div(figure(img()) figure(img())) figcaption(a))"),
        (json!({"type": "video", "url": "https://a.example/", "title": "a", "provider": "b", "caption": "c"}),
            "div(p(Video · b) p(a(a)) p(c))"),
        (json!({"type": "audio", "url": "https://a.example/"}), "div(p(Audio) p(a(a.example)))"),
        (json!({"type": "embed", "url": "https://a.example/", "provider": "b", "text": "c"}),
            "div(p(From another site) p(a(b)) p(c))"),
        (json!({"type": "table", "caption": "a", "head": [["b"]], "rows": [["c"]]}),
            "div(table(caption(a) thead(tr(th(b))) tbody(tr(td(c)))))"),
        (json!({"type": "table", "rows": [["c", {"text": "d", "header": true}]]}),
            "div(table(tbody(tr(td(c) th(d)))))"),
        (json!({"type": "code", "text": "a\n b"}), "pre(code(a\n b))"),
        (json!({"type": "aside", "title": "a", "blocks": [paragraph("b")]}), "aside(p(a) p(b))"),
        (json!({"type": "divider"}), "hr()"),
    ];
    for (block, expected) in cases {
        drawn_as(&block, expected);
    }
}

#[test]
fn blocks_carry_the_parts_hosts_style() {
    let picture = json!("https://a.example/x.jpg");
    #[rustfmt::skip]
    let cases = [
        (json!({"type": "heading", "text": "a"}), "heading"),
        (json!({"type": "quote", "text": "a"}), "quote"),
        (json!({"type": "quote", "style": "pull", "text": "a"}), "quote pull"),
        (json!({"type": "image", "image": picture}), "block-figure"),
        (json!({"type": "image", "image": picture, "layout": "wide"}), "block-figure wide"),
        (json!({"type": "image", "image": picture, "layout": "inset"}), "block-figure inset"),
        (json!({"type": "gallery", "images": [picture]}), "gallery"),
        (json!({"type": "video", "url": "https://a.example/"}), "media"),
        (json!({"type": "table", "rows": [["a"]]}), "table"),
        (json!({"type": "code", "text": "a"}), "code"),
        (json!({"type": "related", "items": [{"url": "https://a.example/", "headline": "a"}]}), "related"),
        (json!({"type": "aside", "blocks": [paragraph("a")]}), "aside"),
    ];
    for (block, part) in cases {
        let body = body(&json!([block]));
        assert_eq!(body.children[0].get("part"), Some(part));
    }
}

#[test]
fn a_table_scrolls_by_keyboard_and_has_a_name() {
    let named = body(&json!([{"type": "table", "caption": "Fares", "rows": [["a"]]}]));
    let table = named.part("table");
    assert_eq!(
        (
            table.get("role"),
            table.get("tabindex"),
            table.get("aria-label")
        ),
        (Some("group"), Some("0"), Some("Fares"))
    );
    let nameless = body(&json!([{"type": "table", "rows": [["a"]]}]));
    assert_eq!(nameless.part("table").get("aria-label"), Some("Table"));
}

#[test]
fn cells_say_what_they_head_and_span_and_how_they_are_set() {
    let table = body(&json!([{"type": "table", "head": [["a"]], "rows": [[
        {"text": "b", "header": true, "rowspan": 2}, {"text": "c", "colspan": 3, "align": "right"}, {"text": "d", "colspan": 1}]]}]));
    let scopes: Vec<_> = table
        .elements("th")
        .iter()
        .map(|cell| cell.get("scope"))
        .collect();
    assert_eq!(scopes, [Some("col"), Some("row")]);
    assert_eq!(table.values("rowspan"), ["2"]);
    assert_eq!(table.values("colspan"), ["3"]);
    assert_eq!(table.part("end").text(), "c");
}

#[test]
fn a_numbered_list_starts_where_it_says() {
    let start = |fields: Value| {
        let mut list = fields;
        list["type"] = "list".into();
        list["items"] = json!(["a"]);
        body(&json!([list])).children[0]
            .get("start")
            .map(str::to_owned)
    };
    assert_eq!(
        start(json!({"ordered": true, "start": 3})).as_deref(),
        Some("3")
    );
    assert_eq!(
        start(json!({"ordered": true, "start": 0})).as_deref(),
        Some("0")
    );
    assert_eq!(start(json!({"ordered": true, "start": 1})), None);
    assert_eq!(start(json!({"ordered": false, "start": 3})), None);
}

#[test]
fn a_pull_quote_that_repeats_the_text_is_not_heard_twice() {
    let text = paragraph("The captain said: “We sail at noon.” Then they left.");
    let hidden = |quote: &str, style: &str| {
        let body = body(&json!([text, {"type": "quote", "style": style, "text": quote}]));
        let quote = body.part("quote");
        let said = quote
            .children
            .iter()
            .find(|child| child.name == "blockquote");
        said.is_some_and(|said| said.get("aria-hidden").is_some())
    };
    assert!(hidden("We sail at noon", "pull"));
    assert!(hidden("‘we sail at NOON!’", "pull"));
    assert!(!hidden("We sail at midnight", "pull"));
    assert!(
        !hidden("We sail at noon", "block"),
        "a quotation in the run of the text is text"
    );
}

#[test]
fn nothing_of_another_site_is_loaded() {
    let body = body(&json!([
        {"type": "video", "url": "https://video.example/1", "poster": {"url": "https://video.example/1.jpg"}},
        {"type": "audio", "url": "https://audio.example/1"},
        {"type": "embed", "url": "https://social.example/1", "html": "<script src=//social.example/x.js></script>"},
    ]));
    for name in ["video", "audio", "iframe", "script", "object", "embed"] {
        assert_eq!(body.elements(name).len(), 0, "{name}");
    }
    assert_eq!(body.elements("a").len(), 3);
}

#[test]
fn html_shows_as_what_the_policy_leaves_of_it() {
    let html = "<style>p { color: red }</style><h2 onclick=\"alert(1)\">Time&shy;table</h2><p class=x style=\"position:fixed\">It <b>sails</b> \
        at&nbsp;noon &lt;daily&gt; &amp; more.<script>alert('one')</script><img src=x onerror=alert(2)><p>Two<br>lines\
        <iframe src=javascript:alert(3)>inside</iframe><!-- no comment --><svg><text>drawn</text></svg>\
        <a href=\"javascript:alert(4)\">link</a><textarea><p>typed</textarea>";
    for fields in [
        json!({"bodyHtml": html}),
        json!({"body": [{"type": "html", "html": html}]}),
    ] {
        let card = drawn(fields);
        let outlines: Vec<_> = card.part("body").children.iter().map(outline).collect();
        assert_eq!(
            outlines,
            [
                "h3(Time\u{ad}table)",
                "p(It  b(sails)  at\u{a0}noon <daily> & more.)",
                "p(Two br() lineslink)"
            ]
        );
    }
    let inline = body(
        &json!([{"type": "paragraph", "html": "It <b onmouseover=x>sails</b><script>x</script>."}]),
    );
    assert_eq!(outline(&inline.children[0]), "p(It  b(sails) .)");
}

#[test]
fn html_that_never_ends_hides_what_a_browser_would_hide() {
    let cases = [
        ("a<script>b", "a"),
        ("a<b title=\"c>d", "a"),
        ("a<!-- b", "a"),
        ("a<style>b</style", "a"),
        ("a < b", "a < b"),
        ("a<3", "a<3"),
        ("a</>b", "ab"),
        ("a<?php b ?>c", "ac"),
        ("a&#60;script&#62;b", "a<script>b"),
        ("a&#xd800;&#99999999;b", "a\u{fffd}\u{fffd}b"),
        ("a&lt;b&unknown;", "a<b&unknown;"),
    ];
    for (html, text) in cases {
        let card = drawn(
            json!({"headline": "x", "body": [paragraph("before"), {"type": "paragraph", "html": html}]}),
        );
        assert_eq!(card.part("body").children[1].text(), text, "{html}");
    }
}

#[test]
fn html_as_text_reads_as_browsers_read_it() {
    let cases = [
        ("<a href=\"x\"\">link</a> two</p><p>three", "link two|three"),
        ("<p title=don't>one</p><p>two</p>", "one|two"),
        ("one<!-->two<!--->three<!-- four -->", "onetwothree"),
        (
            "one <svg/>two <svg><title>three</title></svg>four",
            "one two four",
        ),
        (
            "don&#146;t &#8217; &#x2019; &amp;lt; &nope; &#xD800;",
            "don’t ’ ’ &lt; &nope; \u{fffd}",
        ),
        ("a < b > c <3", "a < b > c <3"),
    ];
    for (html, text) in cases {
        let body = body(&json!([{"type": "html", "html": html}]));
        let lines: Vec<_> = body
            .children
            .iter()
            .map(support::html::Tree::text)
            .collect();
        assert_eq!(lines.join("|"), text, "{html}");
    }
}

#[test]
fn an_entry_of_a_live_report_has_its_time_and_its_own_heading() {
    let body = body(&json!([
        {"type": "entry", "datePublished": "2026-01-31T09:30:00+02:00", "title": "Fog lifts", "blocks": [paragraph("She sails.")]},
        {"type": "entry", "blocks": [paragraph("We wait.")]},
    ]));
    let entries = body.parts("entry");
    assert_eq!(
        outline(entries[0]),
        "section(p(time(Jan 31, 2026, 9:30 AM)) h3(Fog lifts) p(She sails.))"
    );
    assert_eq!(
        entries[0].elements("time")[0].get("datetime"),
        Some("2026-01-31T09:30:00+02:00")
    );
    assert_eq!(outline(entries[1]), "section(p(We wait.))");
}

#[test]
fn recordings_have_a_button_that_loads_the_browsers_own_player() {
    let button = |block: Value| {
        let body = body(&json!([block]));
        let buttons = body.parts("play");
        let button = buttons.first()?;
        let get = |name: &str| button.get(name).unwrap_or_default().to_owned();
        Some((get("data-action"), get("value"), button.text()))
    };
    let loads = |name: &str, url: &str, text: &str| {
        Some((name.to_owned(), url.to_owned(), text.to_owned()))
    };
    let url = "https://files.example/a.MP4?x=1.html#t=3";
    assert_eq!(
        button(json!({"type": "video", "url": url})),
        loads("video", url, "Load video from files.example")
    );
    let url = "https://files.example/a.mp3";
    assert_eq!(
        button(json!({"type": "audio", "url": url})),
        loads("audio", url, "Load audio from files.example")
    );
    assert_eq!(
        button(
            json!({"type": "html", "html": "<audio><source src='https://files.example/a.mp3'></audio>"})
        ),
        loads("audio", url, "Load audio from files.example")
    );
    // What is not known to be a file, may not be requested, or is meant to be something else.
    for (kind, url) in [
        ("video", "https://files.example/mp4"),
        ("video", "https://files.example/a.mp4/page"),
        ("video", "https://files.example/page?file=a.mp4"),
        ("video", "https://a.mp4"),
        ("video", "http://files.example/a.mp4"),
        ("video", "https://192.168.1.1/a.mp4"),
        ("video", "https://localhost/a.mp4"),
        ("embed", "https://files.example/a.mp4"),
    ] {
        assert_eq!(
            button(json!({"type": kind, "url": url})),
            None,
            "{kind} {url}"
        );
    }
}
