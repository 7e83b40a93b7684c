//! The blocks of a native body: each type with all its fields, types of later versions, empty ones.

mod support;

use support::{Value, article, article_and_warnings, json, length, paragraph, parse};

/// The one block that `block` is read as, written back.
#[track_caller]
fn read(block: &Value) -> Value {
    let body = article(json!({"headline": "x", "body": [block]}))["body"].take();
    assert_eq!(length(&body), 1, "{body}");
    body[0].clone()
}

/// Whether everything in `given` is in `written` too, which may say more: what was understood by itself.
fn holds(written: &Value, given: &Value) -> bool {
    match (written, given) {
        (Value::Object(written), Value::Object(given)) => {
            let held = |(key, value)| written.get(key).is_some_and(|own| holds(own, value));
            given.iter().all(held)
        }
        (Value::Array(written), Value::Array(given)) => {
            let same_length = written.len() == given.len();
            same_length
                && written
                    .iter()
                    .zip(given)
                    .all(|(own, value)| holds(own, value))
        }
        _ => written == given,
    }
}

#[track_caller]
fn reads_as(block: &Value, expected: &Value) {
    let written = read(block);
    assert!(holds(&written, expected), "{block} reads as {written}");
}

#[test]
fn every_block_is_read_and_written_back_as_it_was() {
    let picture =
        json!({"url": "https://news.example/a.jpg", "alt": "A ferry", "caption": "At noon"});
    let blocks = [
        json!({"type": "paragraph", "text": "It sails."}),
        json!({"type": "paragraph", "html": "It <b>sails</b>."}),
        json!({"type": "heading", "level": 3, "text": "Timetable"}),
        json!({"type": "heading", "level": 2, "html": "<i>Time</i>table"}),
        json!({"type": "quote", "style": "pull", "blocks": [paragraph("Noon!")], "cite": "Captain",
               "url": "https://news.example/q"}),
        json!({"type": "list", "ordered": true, "start": 3, "items": [
            {"text": "one", "items": [{"html": "<b>deep</b>"}]}, {"text": "two"}]}),
        json!({"type": "image", "image": picture, "layout": "wide", "link": "https://news.example/big"}),
        json!({"type": "gallery", "images": [picture, picture], "caption": "The harbour"}),
        json!({"type": "video", "url": "https://video.example/1", "provider": "Video", "title": "Departure",
               "caption": "Filmed at noon", "duration": 95}),
        json!({"type": "audio", "url": "https://audio.example/1", "title": "The horn"}),
        json!({"type": "embed", "url": "https://social.example/1", "provider": "Social", "text": "She sails!"}),
        json!({"type": "table", "caption": "Fares", "head": [[{"text": "Who", "header": true, "colspan": 1, "rowspan": 1}]],
               "rows": [[{"text": "Child", "header": false, "colspan": 2, "rowspan": 3, "align": "end"}]]}),
        json!({"type": "code", "text": "if tide {\n\tsail()\n}"}),
        json!({"type": "related", "items": [{"url": "https://news.example/b", "headline": "Bridge"}]}),
        json!({"type": "aside", "title": "Facts", "blocks": [paragraph("It is blue.")]}),
        json!({"type": "divider"}),
        json!({"type": "html", "html": "<p>One <b>two</b></p>"}),
    ];
    for block in blocks {
        reads_as(&block, &block);
    }
}

#[test]
fn short_forms_are_written_out() {
    #[rustfmt::skip]
    let cases = [
        (json!({"type": "heading", "text": "x"}), json!({"type": "heading", "text": "x"})),
        (json!({"type": "heading", "level": 1, "text": "x"}), json!({"type": "heading", "level": 2, "text": "x"})),
        (json!({"type": "heading", "level": 9, "text": "x"}), json!({"type": "heading", "level": 6, "text": "x"})),
        (json!({"type": "list", "items": ["one", {"text": "two"}]}),
            json!({"type": "list", "items": [{"text": "one"}, {"text": "two"}]})),
        (json!({"type": "image", "image": "https://news.example/a.jpg"}),
            json!({"type": "image", "image": {"url": "https://news.example/a.jpg"}})),
        (json!({"type": "video", "url": "https://video.example/1", "duration": 95.7}),
            json!({"type": "video", "url": "https://video.example/1", "duration": 95})),
    ];
    for (short, written_out) in cases {
        reads_as(&short, &written_out);
    }
}

#[test]
fn cells_are_strings_or_objects_and_empty_ones_hold_their_place() {
    let table = read(&json!({
        "type": "table", "head": [["Who", "Fare"]], "rows": [["Child", ""], [{"text": "All", "align": "left"}, {"html": "<b>2</b>"}], []],
    }));
    assert_eq!(table["head"][0][1]["text"], "Fare");
    assert_eq!(length(&table["rows"][0]), 2, "an empty cell stays");
    assert_eq!(table["rows"][1][1]["html"], "<b>2</b>");
    assert_eq!(
        table["rows"].as_array().map(Vec::len),
        Some(2),
        "a row without cells goes"
    );
}

#[test]
fn unknown_choices_read_as_the_usual_one() {
    let quote = json!({"type": "quote", "style": "shouted", "text": "Noon!"});
    assert_ne!(read(&quote)["style"], "shouted");
    let image =
        json!({"type": "image", "layout": "spherical", "image": "https://news.example/a.jpg"});
    assert_ne!(read(&image)["layout"], "spherical");
}

#[test]
fn a_block_of_a_later_version_shows_its_fallback_else_its_text_else_nothing() {
    let both = json!({"type": "hologram", "fallback": {"type": "heading", "text": "A ferry"}, "text": "not this"});
    reads_as(&both, &json!({"type": "heading", "text": "A ferry"}));
    let nested =
        json!({"type": "hologram", "fallback": {"type": "smell", "fallback": paragraph("Salt")}});
    assert_eq!(read(&nested), paragraph("Salt"));
    assert_eq!(
        read(&json!({"type": "hologram", "text": "A ferry"})),
        paragraph("A ferry")
    );
    let (article, warnings) = article_and_warnings(json!({
        "headline": "x", "body": [{"type": "hologram", "beams": 3}, paragraph("It sails.")],
    }));
    assert_eq!(length(&article["body"]), 1, "the rest is shown");
    assert_eq!(
        warnings,
        ["body[0]: left out: unknown block type \"hologram\""]
    );
}

#[test]
fn blocks_with_nothing_to_show_are_left_out() {
    #[rustfmt::skip]
    let empty = [
        paragraph(" \n "), json!({"type": "paragraph", "html": "<b> </b><script>x</script>"}),
        json!({"type": "heading", "text": ""}), json!({"type": "quote", "text": ""}),
        json!({"type": "quote", "blocks": [], "cite": "Captain"}), json!({"type": "list", "items": []}),
        json!({"type": "list", "items": ["", " "]}), json!({"type": "gallery", "images": []}),
        json!({"type": "table", "rows": []}), json!({"type": "table", "rows": [[]]}),
        json!({"type": "code", "text": " \n"}), json!({"type": "related", "items": []}),
        json!({"type": "aside", "title": "Facts", "blocks": [paragraph("")]}),
        json!({"type": "html", "html": "<!-- nothing -->"}), json!({"type": "hologram", "text": " "}),
    ];
    for block in empty {
        let shown = block.to_string();
        let article = article(json!({"headline": "x", "body": [block]}));
        assert_eq!(length(&article["body"]), 0, "{shown}");
    }
}

#[test]
fn a_block_whose_url_is_refused_goes_with_a_warning() {
    #[rustfmt::skip]
    let blocks = [
        (json!({"type": "image", "image": {"url": "file:///etc/passwd"}}), "body[0].image.url"),
        (json!({"type": "gallery", "images": ["data:,x"]}), "body[0].images[0]"),
        (json!({"type": "embed", "url": "javascript:alert(1)"}), "body[0].url"),
        (json!({"type": "related", "items": [{"url": "vbscript:x", "headline": "x"}]}), "body[0].items[0].url"),
    ];
    for (block, path) in blocks {
        let (article, warnings) = article_and_warnings(json!({"headline": "x", "body": [block]}));
        assert_eq!(length(&article["body"]), 0);
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert!(
            warnings[0].starts_with(&[path, ": left out"].concat()),
            "{warnings:?}"
        );
    }
}

#[test]
fn a_link_that_is_refused_leaves_its_block() {
    let (article, warnings) = article_and_warnings(json!({"headline": "x", "body": [
        {"type": "quote", "text": "Noon!", "url": "javascript:alert(1)"},
        {"type": "image", "image": "https://news.example/a.jpg", "link": "data:text/html,x"},
    ]}));
    let body = &article["body"];
    assert_eq!(
        (&body[0]["url"], &body[1]["link"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(length(body), 2);
    assert_eq!(warnings.len(), 2);
}

#[test]
fn html_is_read_as_what_is_left_of_it() {
    let html = "<p onclick=x>One <script>alert(1)</script>two";
    let article = article(json!({"headline": "x", "body": [{"type": "paragraph", "html": html}]}));
    assert_eq!(article["body"][0]["html"], "One two");
}

#[test]
fn one_block_of_html_may_be_several() {
    let block = json!({"type": "html", "html": "<p>One</p><p>Two</p>"});
    let read = article(json!({"headline": "x", "body": [block, {"type": "divider"}]}));
    assert_eq!(
        read["body"][1],
        json!({"type": "html", "html": "<p>Two</p>"})
    );
    assert_eq!(length(&read["body"]), 3);
    let text = json!({"type": "html", "text": "One <b>two</b>"});
    let read = article(json!({"headline": "x", "body": [text]}));
    assert_eq!(read["body"][0]["html"], "<p>One <b>two</b></p>");
}

#[test]
fn a_heading_in_html_keeps_its_level_when_it_is_read_again() {
    let html = "<h3>Above</h3><p>a</p><h4>Below</h4><p>b</p><h3>After</h3>";
    let feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [
        {"id": "1", "title": "x", "content_html": html}]});
    let once = parse(&feed.to_string());
    let written = serde_json::to_string(&once.document).expect("JSON");
    let again = parse(&written);
    let draw = |parsed| article_card::render(parsed, &article_card::Settings::default());
    assert_eq!(draw(&once), draw(&again));
    assert_eq!(draw(&once).matches("part=\"heading\"").count(), 3);
    assert!(
        written.contains("{\"type\":\"heading\",\"level\":3,\"html\":\"Below\"}"),
        "{written}"
    );
}
