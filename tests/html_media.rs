//! Untrusted HTML → what is no text: films and frames, which load nothing, and links that are cards of their own.

mod support;

use support::{Value, article, json};

/// The blocks of a body, as JSON.
#[track_caller]
fn blocks(html: &str) -> Value {
    article(json!({"headline": "x", "url": "https://news.example/a/", "bodyHtml": html}))["body"]
        .clone()
}

const WATCH: &str = "https://www.youtube.com/watch?v=a-b_C3d4E5f";

#[test]
fn frames_and_films_are_blocks_that_load_nothing() {
    for (html, expected) in [
        (
            "<iframe src=https://maps.example/1 title=' A  map' srcdoc='<script>'>x</iframe>",
            json!([{"type": "embed", "url": "https://maps.example/1", "title": "A map"}]),
        ),
        (
            "<video src=/a.mp4 autoplay><p>no</video>",
            json!([{"type": "video", "url": "https://news.example/a.mp4"}]),
        ),
        (
            "<audio controls><source src='javascript:0'><source src=b.ogg><source src=c.mp3></audio>",
            json!([{"type": "audio", "url": "https://news.example/a/b.ogg"}]),
        ),
        (
            "<iframe data-src='//maps.example/2' src='about:blank'></iframe>",
            json!([{"type": "embed", "url": "https://maps.example/2"}]),
        ),
        (
            "<iframe src=javascript:alert(1)></iframe><audio></audio>",
            Value::Null,
        ),
        (
            "<iframe hidden src=https://maps.example/1></iframe>",
            Value::Null,
        ),
        (
            "<picture><source src=https://maps.example/1></picture>",
            Value::Null,
        ),
    ] {
        assert_eq!(blocks(html), expected, "{html}");
    }
}

#[test]
fn films_of_known_sites_are_known_by_their_id_alone() {
    let film = json!([{"type": "video", "url": WATCH, "provider": "YouTube"}]);
    for src in [
        "https://www.youtube.com/embed/a-b_C3d4E5f",
        "https://www.youtube.com/embed/a-b_C3d4E5f?feature=oembed&autoplay=1",
        "https://youtube.com/embed/a-b_C3d4E5f?color=white?enablejsapi=1",
        "//www.youtube-nocookie.com/embed/a-b_C3d4E5f?rel=0",
        "http://m.youtube.com/watch?v=a-b_C3d4E5f&t=10s",
        "https://youtu.be/a-b_C3d4E5f",
        "https://www.youtube.com/shorts/a-b_C3d4E5f",
    ] {
        assert_eq!(
            blocks(&format!("<iframe src='{src}'></iframe>")),
            film,
            "{src}"
        );
    }
    let film =
        json!([{"type": "video", "url": "https://vimeo.com/123456789", "provider": "Vimeo"}]);
    for src in [
        "https://player.vimeo.com/video/123456789?h=abc&color=fff",
        "https://vimeo.com/123456789",
    ] {
        assert_eq!(
            blocks(&format!("<iframe src='{src}'></iframe>")),
            film,
            "{src}"
        );
    }
    // One character less or more, other hosts, lists: something of another site, at its own address.
    for src in [
        "https://www.youtube.com/embed/a-b_C3d4E5",
        "https://www.youtube.com/embed/a-b_C3d4E5fg",
        "https://www.youtube.com/embed/a-b_C3d4%45",
        "https://www.youtube.com/embed/videoseries?list=PL1",
        "https://www.youtube.com/embed/live_stream?channel=1",
        "https://www.youtube.com.evil.example/embed/a-b_C3d4E5f",
        "https://evil.example/www.youtube.com/embed/a-b_C3d4E5f",
        "https://player.vimeo.com/video/1234567890123",
        "https://player.vimeo.com/video/12a",
        "https://player.vimeo.com/video/",
    ] {
        let expected = json!([{"type": "embed", "url": src}]);
        assert_eq!(
            blocks(&format!("<iframe src='{src}'></iframe>")),
            expected,
            "{src}"
        );
    }
}

#[test]
fn films_stand_where_they_stood_and_keep_their_captions() {
    let text = |text: &str| json!({"type": "html", "html": format!("<p>{text}</p>")});
    let film = json!({"type": "video", "url": WATCH, "provider": "YouTube"});
    let frame = "<iframe src='https://www.youtube.com/embed/a-b_C3d4E5f'></iframe>";
    assert_eq!(
        blocks(&format!("<p>a{frame}b<p>c</p>{frame}{frame}")),
        json!([text("a"), film, text("b"), text("c"), film, film])
    );
    let mut captioned = film.clone();
    captioned["caption"] = "On the quay".into();
    let figure = format!(
        "a<figure class=wp-block-embed><div>{frame}</div><figcaption>On <b>the</b> quay</figcaption></figure>b"
    );
    assert_eq!(blocks(&figure), json!([text("a"), captioned, text("b")]));
    // A picture in the same figure keeps its figure.
    let both = format!(
        "<figure><img src=https://img.example/a.jpg>{frame}<figcaption>c</figcaption></figure>"
    );
    let both = blocks(&both);
    assert!(
        both[0]["html"]
            .as_str()
            .is_some_and(|html| html.contains("a.jpg")),
        "{both}"
    );
    assert_eq!(both[1]["caption"], "c", "{both}");
}

#[test]
fn frames_inside_of_lists_tables_and_quotations_are_links() {
    let link = "<a href=\"https://maps.example/1\" rel=\"noopener nofollow ugc\" \
        referrerpolicy=\"strict-origin-when-cross-origin\">maps.example</a>";
    for (html, expected) in [
        ("<ul><li>{}</ul>", "<ul><li><p>{}</p></li></ul>"),
        (
            "<ul><li>a{}b</ul>",
            "<ul><li><p>a</p><p>{}</p><p>b</p></li></ul>",
        ),
        (
            "<blockquote>a{}</blockquote>",
            "<blockquote part=\"quote\"><p>a</p><p>{}</p></blockquote>",
        ),
    ] {
        let given = html.replace("{}", "<iframe src=https://maps.example/1></iframe>");
        let expected = json!([{"type": "html", "html": expected.replace("{}", link)}]);
        assert_eq!(blocks(&given), expected, "{given}");
    }
}

const BOOKMARK: &str = "<figure class='kg-card kg-bookmark-card'><a class=kg-bookmark-container href='https://other.example/story'>\
    <div class=kg-bookmark-content><div class=kg-bookmark-title>The &amp; story</div>\
    <div class=kg-bookmark-description>What it is about</div><div class=kg-bookmark-metadata>\
    <img class=kg-bookmark-icon src=https://other.example/icon.png><span class=kg-bookmark-author>Someone</span>\
    <span class=kg-bookmark-publisher>The Other</span></div></div>\
    <div class=kg-bookmark-thumbnail><img src=https://other.example/a.jpg></div></a></figure>";

#[test]
fn bookmarks_are_teasers() {
    let teaser = json!([{"type": "related", "items": [{
        "url": "https://other.example/story",
        "headline": "The & story",
        "excerpt": "What it is about",
        "section": {"name": "The Other"},
        "image": {"url": "https://other.example/a.jpg"},
    }]}]);
    assert_eq!(blocks(BOOKMARK), teaser);
    let post = "<blockquote class=wp-embedded-content><p><a href='https://other.example/story'>The story</a></p></blockquote>\
        <iframe class=wp-embedded-content src=https://other.example/story/embed></iframe>";
    let teaser = json!([{"type": "related", "items": [
        {"url": "https://other.example/story", "headline": "The story"}
    ]}]);
    assert_eq!(blocks(post), teaser);
}

#[test]
fn what_only_looks_like_a_bookmark_loses_nothing() {
    for html in [
        BOOKMARK.replace("</figure>", ""),
        BOOKMARK.replace("<div class=kg-bookmark-metadata>", "<table><tr><td>"),
        BOOKMARK.replace("kg-bookmark-title", "other"),
        BOOKMARK.replace("https://other.example/story", "javascript:alert(1)"),
    ] {
        let text = blocks(&html).to_string();
        for words in ["The &amp; story", "What it is about", "Someone"] {
            assert!(text.contains(words), "{words} of {html}: {text}");
        }
    }
    // Many of them are read once each.
    let many = "<figure class=kg-bookmark-card>".repeat(2_000);
    assert_eq!(
        blocks(&format!("{many}x")).as_array().map(Vec::len),
        Some(1)
    );
}
