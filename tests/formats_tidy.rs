//! What publishers say twice is said once, and a credit that stands in a caption is told from it: in the formats of
//! others, not in the native one.

mod support;

use support::{Value, card, json, length, parse, written_back};

/// The article that a post of `WordPress` with these parts becomes.
#[track_caller]
fn post(title: &str, lead: &str, body: &str) -> Value {
    let media = json!([{"source_url": lead, "alt_text": "A ferry"}]);
    read(&json!({
        "title": {"rendered": title}, "link": "https://news.example/x", "content": {"rendered": body},
        "_embedded": {"wp:featuredmedia": media},
    }))
}

#[track_caller]
fn read(document: &Value) -> Value {
    written_back(&parse(&document.to_string()))
}

/// The HTML of the blocks of `article`.
fn body(article: &Value) -> Vec<&str> {
    let blocks = article["body"].as_array().map_or(&[][..], Vec::as_slice);
    blocks
        .iter()
        .map(|block| block["html"].as_str().unwrap_or_default())
        .collect()
}

#[test]
fn the_lead_picture_goes_from_the_body_however_its_address_is_written() {
    #[rustfmt::skip]
    let table = [
        ("/i/a.jpg", "/i/a.jpg"), ("/i/a-1024x576.jpg", "/i/a.jpg"), ("/i/a.jpg", "/i/a-1024x683.jpg"),
        ("/i/a-300x200.jpg", "/i/a-1024x683.jpg"), ("/i/a.jpg", "/i/a-scaled.jpg"), ("/i/a.webp", "/i/a.jpg"),
        ("/i/a.jpg?w=300", "/i/a.jpg?w=1200&ssl=1"), ("/i/a.jpg#x", "/i/a.jpg"), ("/w1200/a.jpg", "/a.jpg"),
        ("/h300/a.jpg", "/w900/h600/a.jpg"), ("/content/images/size/w600/2026/01/a.jpg", "/content/images/2026/01/a.jpg"),
        ("https://i0.wp.com/news.example/i/a.jpg?w=3", "/i/a.jpg"), ("http://news.example/i/a.jpg", "/i/a.jpg"),
        ("https://resizer.example/abc/https://news.example/i/a.jpg", "/i/a.jpg"), ("//news.example/i/a.jpg", "/i/a.jpg"),
    ];
    for (own, lead) in table {
        for picture in [
            "<img src='{}'>",
            "<figure><img src='{}'><figcaption>x</figcaption></figure>",
            "<p><a href='/y'><img src='{}'></a></p>",
        ] {
            let html = format!("<p>One</p>{}<p>Two</p>", picture.replace("{}", own));
            let article = post("T", &absolute(lead), &html);
            assert_eq!(
                body(&article),
                ["<p>One</p>", "<p>Two</p>"],
                "{own} is {lead} in {picture}"
            );
        }
    }
}

fn absolute(path: &str) -> String {
    ["https://news.example", path].concat()
}

#[test]
fn another_picture_stays() {
    #[rustfmt::skip]
    let table = [
        ("/i/b.jpg", "/i/a.jpg"), ("/i/a-2.jpg", "/i/a-1.jpg"), ("/2/a.jpg", "/1/a.jpg"), ("/i/aa.jpg", "/i/a.jpg"),
        ("/i/a-x.jpg", "/i/a.jpg"), ("/i/a-1024.jpg", "/i/a.jpg"), ("/?id=5", "/i/a.jpg"), ("/i/a.jpg", "/?id=5"), ("/w/a.jpg", "/a/w.jpg"),
    ];
    for (own, lead) in table {
        let article = post(
            "T",
            &absolute(lead),
            &format!("<p>One</p><img src='{own}'>"),
        );
        assert_eq!(length(&article["body"]), 2, "{own} is not {lead}");
    }
}

#[test]
fn the_picture_in_the_body_says_what_the_lead_picture_does_not() {
    let feed = |html: &str| {
        let item = json!({"id": "1", "title": "T", "image": "https://news.example/a.jpg", "content_html": html});
        read(&json!({"items": [item]}))["items"][0]["image"].clone()
    };
    let figure = "<figure><img src='https://news.example/a.jpg?w=9' alt='A ferry' width=640 height=360><figcaption>At noon</figcaption></figure>";
    assert_eq!(
        feed(figure),
        json!({"url": "https://news.example/a.jpg", "alt": "A ferry", "caption": "At noon", "width": 640, "height": 360})
    );
}

#[test]
fn without_a_lead_picture_the_first_of_the_body_is_it() {
    let html = "<p>One</p><figure><img src='/a.jpg' alt='A ferry'><figcaption>At noon. Photo: Ana Sol</figcaption></figure><img src='/b.jpg'>";
    let article = read(
        &json!({"title": {"rendered": "T"}, "link": "https://news.example/x", "content": {"rendered": html}}),
    );
    let image = json!({"url": "https://news.example/a.jpg", "alt": "A ferry", "caption": "At noon.", "credit": "Photo: Ana Sol"});
    assert_eq!(article["image"], image);
    assert_eq!(length(&article["body"]), 2);
}

#[test]
fn a_first_line_that_is_the_headline_goes() {
    #[rustfmt::skip]
    let table = [
        ("<h1>The ferry returns</h1><p>x</p>", true), ("<h2>The Ferry Returns!</h2><p>x</p>", true),
        ("<p><strong>“The ferry returns”</strong></p><p>x</p>", true), ("<h3>The&nbsp;ferry <em>returns</em></h3><p>x</p>", true),
        ("<img src='/lead.jpg'><h2>The ferry returns</h2><p>x</p>", true), ("<h2>The ferry returns</h2><img src='/lead.jpg'><p>x</p>", true),
        ("<h2>The ferry returns at noon</h2><p>x</p>", false), ("<p>x</p><h2>The ferry returns</h2>", false),
        ("<ul><li>The ferry returns</li></ul>", false), ("<blockquote><p>The ferry returns</p></blockquote>", false),
    ];
    for (html, goes) in table {
        let article = post("The ferry returns", "https://news.example/lead.jpg", html);
        assert_eq!(article["headline"], "The ferry returns", "{html}");
        assert_eq!(
            !body(&article).concat().to_lowercase().contains("ferry"),
            goes,
            "{html}"
        );
    }
}

#[test]
fn without_a_headline_the_first_heading_is_it_and_a_first_paragraph_is_not() {
    let item = |html: &str| {
        read(&json!({"items": [{"id": "1", "content_html": html}]}))["items"][0].clone()
    };
    let article = item("<h2>The <em>ferry</em></h2><p>x</p>");
    assert_eq!(
        (&article["headline"], body(&article)),
        (&json!("The ferry"), vec!["<p>x</p>"])
    );
    let article = item("<p>The ferry</p><h2>x</h2>");
    assert_eq!(
        (&article["headline"], length(&article["body"])),
        (&Value::Null, 2)
    );
}

#[test]
fn a_summary_that_is_the_headline_or_the_beginning_of_the_body_goes() {
    #[rustfmt::skip]
    let table = [
        ("The ferry sails at noon.", false), ("The ferry sails…", false), ("The ferry sails at noon. Every day", false),
        ("The ferry sails at noon. Every day, says the captain. All of them […]", false),
        ("the FERRY sails, at noon", false), ("T", false), ("A ferry sails at noon.", true), ("Every day, says the captain.", true),
    ];
    for (summary, stays) in table {
        let html = "<p>The ferry sails at noon.</p><p><b>Every day</b>, says the captain.</p><p>All of them agree.</p>";
        let document = json!({"title": {"rendered": "T"}, "excerpt": {"rendered": format!("<p>{summary}</p>")}, "content": {"rendered": html}});
        assert_eq!(read(&document)["summary"].is_string(), stays, "{summary}");
    }
    let alone = json!({"title": {"rendered": "T"}, "excerpt": {"rendered": "<p>Only this.</p>"}});
    assert_eq!(read(&alone)["summary"], "Only this.");
}

#[test]
fn a_story_is_not_related_to_itself() {
    let related = json!([
        {"url": "https://news.example/x", "title": "Itself"}, {"url": "https://news.example/y", "title": "Another"},
        {"url": "/x", "title": "Itself again"},
    ]);
    let article = read(
        &json!({"title": {"rendered": "T"}, "link": "https://news.example/x", "jetpack-related-posts": related}),
    );
    assert_eq!(length(&article["related"]), 1);
    assert_eq!(article["related"][0]["headline"], "Another");
}

#[test]
fn an_alt_text_that_is_the_name_of_the_file_goes() {
    #[rustfmt::skip]
    let table = [
        ("IMG_1234", "/i/IMG_1234.jpg", false), ("img 1234", "/i/IMG_1234-1024x683.jpg", false), ("IMG_1234.JPG", "/i/IMG_1234.jpg", false),
        ("ferry-at-noon", "/i/ferry-at-noon-scaled.jpg", false), ("Ferry at noon", "/i/ferry-at-noon.jpg?x=1", false),
        ("A ferry at noon", "/i/ferry.jpg", true), ("ferry", "/ferry/a.jpg", true), ("A. B. Sol", "/i/a.jpg", true),
    ];
    for (alt, path, stays) in table {
        let media = json!([{"source_url": absolute(path), "alt_text": alt}]);
        let article =
            read(&json!({"title": {"rendered": "T"}, "_embedded": {"wp:featuredmedia": media}}));
        assert_eq!(
            article["image"]["alt"].is_string(),
            stays,
            "{alt} of {path}"
        );
    }
}

#[test]
fn so_does_that_of_a_picture_in_the_body() {
    let pictures = "<p>One</p><figure><img src='/a/ferry.jpg' alt='ferry.jpg'></figure><p><a href='/x'><img src='/a/IMG_2-300x200.jpg' alt='IMG_2'></a></p>\
        <img src='/a/c.jpg' alt='A ferry'>";
    let article = post("T", "https://news.example/lead.jpg", pictures);
    let alts: Vec<bool> = body(&article)
        .iter()
        .map(|html| html.contains(" alt=\"\""))
        .collect();
    assert_eq!(alts, [false, true, true, false]);
    let element =
        json!({"type": "image", "url": "https://news.example/IMG_3.jpg", "alt_text": "IMG_3.jpg"});
    let lead = json!({"basic": {"type": "image", "url": "https://news.example/lead.jpg"}});
    let story = read(
        &json!({"headlines": {"basic": "x"}, "promo_items": lead, "content_elements": [element]}),
    );
    assert_eq!(
        story["body"][0]["image"],
        json!({"url": "https://news.example/IMG_3.jpg"})
    );
}

#[test]
fn the_native_format_says_what_its_author_wants_to_say() {
    let document = json!({
        "headline": "T", "summary": "One", "image": {"url": "https://news.example/a.jpg", "alt": "a", "caption": "x. Photo: Ana"},
        "bodyHtml": "<h2>T</h2><p>One</p><img src='https://news.example/a.jpg'>",
    });
    let article = written_back(&parse(&card(document.clone())));
    assert_eq!(
        (&article["summary"], length(&article["body"])),
        (&json!("One"), 3)
    );
    assert_eq!(article["image"], document["image"]);
}

#[test]
fn what_becomes_a_headline_or_a_lead_picture_keeps_to_their_limits() {
    let long = "word ".repeat(1_000);
    let html = format!("<img src='/a.jpg' alt='{long}'><h2>{long}</h2><p>x</p>");
    let item = read(
        &json!({"items": [{"id": "1", "url": "https://news.example/x", "content_html": html}]}),
    )["items"][0]
        .clone();
    let length = |text: &Value| text.as_str().map_or(0, |text| text.chars().count());
    assert!(
        (200..=300).contains(&length(&item["headline"])),
        "{}",
        item["headline"]
    );
    assert!(
        (700..=1_000).contains(&length(&item["image"]["alt"])),
        "{}",
        item["image"]["alt"]
    );
}
