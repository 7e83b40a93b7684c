//! Every limit of HTML: just below, at and above it; what is left out is told. Where a limit leaves text, the text stays.

mod support;

use article_card::limits;
use support::{Value, card, drawn, html::Tree, json, parse, told, written, written_back};

const BASE: &str = "https://news.example/a/";
const SAID: &str = "bodyHtml: cut after 6000 nodes, 60 pictures or 400 links of HTML, or 20000 nodes of one article";

fn document(html: &str) -> Value {
    json!({"headline": "x", "url": BASE, "bodyHtml": html})
}

#[track_caller]
fn body(html: &str) -> Tree {
    let mut tree = drawn(document(html));
    while tree.get("part") != Some("body") {
        let inside = tree.children.into_iter().find(|child| child.has("body"));
        tree = inside.expect("a body");
    }
    tree
}

/// Whether something was left out, and said to be.
#[track_caller]
fn is_cut(html: &str) -> bool {
    let parsed = parse(&card(document(html)));
    told(&parsed, parsed.truncated, SAID);
    parsed.truncated
}

/// `text` for each number up to `count`, with `#` for the number.
fn times(count: usize, text: &str) -> String {
    (0..count)
        .map(|at| text.replace('#', &at.to_string()))
        .collect()
}

/// How many elements of that name stand inside one another at most.
fn depth(tree: &Tree, name: &str) -> usize {
    let deepest = tree.children.iter().map(|child| depth(child, name)).max();
    deepest.unwrap_or(0) + usize::from(tree.name == name)
}

#[test]
fn a_body_of_256_kb_is_whole_and_one_byte_more_is_cut() {
    assert_eq!(limits::HTML_BYTES, 256 * 1024);
    for size in [
        limits::HTML_BYTES - 1,
        limits::HTML_BYTES,
        limits::HTML_BYTES + 1,
        limits::HTML_BYTES * 2,
    ] {
        let parsed = parse(&card(document(&"x".repeat(size))));
        let cut = size > limits::HTML_BYTES;
        told(&parsed, cut, "bodyHtml: cut after 256 KB of HTML");
        let tree = written_back(&parsed)["body"][0]["html"].to_string();
        assert_eq!(tree.matches('x').count(), size.min(limits::HTML_BYTES));
    }
}

#[test]
fn what_is_cut_in_the_middle_of_a_tag_shows_nothing_of_it() {
    let text = "x".repeat(limits::HTML_BYTES - 9);
    let tree = body(&format!(
        "{text}<a href=\"https://a.example/\">y</a><script>z</script>"
    ));
    assert_eq!(tree.text(), text);
}

#[test]
fn pictures_end_at_60_and_text_goes_on() {
    for (count, cut) in [(59, false), (60, false), (61, true), (120, true)] {
        let html = times(count, "<img src=/#.jpg>") + "<p>after";
        assert_eq!(is_cut(&html), cut, "{count}");
        let tree = body(&html);
        assert_eq!(
            tree.elements("img").len(),
            count.min(limits::HTML_IMAGES),
            "{count}"
        );
        assert_eq!(tree.text(), "after");
    }
}

#[test]
fn links_end_at_400_and_keep_their_text() {
    for (count, cut) in [(399, false), (400, false), (401, true), (800, true)] {
        let html = times(count, "<a href=/#>#</a> ");
        assert_eq!(is_cut(&html), cut, "{count}");
        let tree = body(&html);
        assert_eq!(
            tree.elements("a").len(),
            count.min(limits::HTML_LINKS),
            "{count}"
        );
        assert_eq!(tree.text().trim_end(), times(count, "# ").trim_end());
    }
}

#[test]
fn elements_nest_48_deep_counting_the_body_and_deeper_text_stays() {
    assert_eq!(limits::HTML_DEPTH, 48);
    // A paragraph is none of those that are open; the body is.
    for name in ["b", "span", "blockquote"] {
        let most = limits::HTML_DEPTH - 1;
        for count in [most - 1, most, most + 1, 1_000] {
            let tree = body(&(times(count, &format!("<{name}>")) + "inside"));
            assert_eq!(depth(&tree, name), count.min(most), "{count} of {name}");
            assert_eq!(tree.text(), "inside", "{count} of {name}");
        }
    }
}

#[test]
fn what_goes_on_after_a_block_are_8_formats_at_most() {
    assert_eq!(limits::HTML_FORMATS, 8);
    for count in [7, 8, 9, 40] {
        let tree = body(&format!("{}a<p>b", times(count, "<b>")));
        let [first, second] = &tree.children[..] else {
            panic!("{tree:?}")
        };
        assert_eq!(depth(first, "b"), count.min(47), "{count}");
        assert_eq!(
            depth(second, "b"),
            count.min(limits::HTML_FORMATS),
            "{count}"
        );
        assert_eq!(tree.text(), "ab");
    }
}

#[test]
fn a_body_has_at_most_6000_nodes() {
    assert_eq!(limits::HTML_NODES, 6_000);
    // The paragraph is one of them.
    for (shape, nodes) in [("<b>#</b>", 2), ("#<br>", 2), ("<b><i>#</i></b>", 3)] {
        let fits = (limits::HTML_NODES - 1) / nodes;
        for count in [fits - 1, fits, fits + 2, fits * 3] {
            let html = times(count, shape);
            // What encloses the nodes of the body is the card's own.
            let made = body(&html).all().len() - 1;
            assert!(
                made <= limits::HTML_NODES + 1,
                "{count} of {shape}: {made} nodes"
            );
            if count <= fits {
                assert_eq!(
                    made,
                    count * nodes + 1 - usize::from(shape.ends_with("<br>"))
                );
            }
            assert_eq!(is_cut(&html), count > fits, "{count} of {shape}");
        }
    }
}

#[test]
fn descriptions_of_pictures_have_1000_characters_and_titles_300() {
    let value = |html: String, name: &str| {
        let tree = body(&html);
        let values = tree.values(name);
        assert_eq!(values.len(), 1, "{name}");
        values[0].to_owned()
    };
    for (name, limit) in [("alt", limits::ALT_CHARS), ("title", limits::TITLE_CHARS)] {
        for length in [limit - 1, limit, limit + 1, limit * 3] {
            let text = "字".repeat(length);
            let kept = value(
                format!("<p>x<img src=/a.jpg {name}=\"{text}\" alt=\"\">"),
                name,
            );
            assert_eq!(
                kept.chars().count(),
                length.min(limit),
                "{name} of {length}"
            );
            assert_eq!(kept.ends_with('…'), length > limit, "{name} of {length}");
        }
    }
}

#[test]
fn addresses_of_links_and_pictures_have_2048_characters() {
    for length in [2_047, limits::URL_CHARS, 2_049, 100_000] {
        let url = format!("https://a.example/{}", "a".repeat(length - 18));
        let tree = body(&format!(
            "<p><a href=\"{url}\">link</a> <img src=\"{url}\"><iframe src=\"{url}\"></iframe>"
        ));
        let kept = length <= 2_048;
        assert_eq!(tree.elements("img").len(), usize::from(kept), "{length}");
        assert_eq!(
            tree.elements("a").len(),
            if kept { 2 } else { 0 },
            "{length}"
        );
        assert!(tree.text().starts_with("link"));
    }
}

#[test]
fn an_address_is_measured_as_it_is_written_in_the_end() {
    // Each of these characters becomes six.
    for (count, kept) in [(338, true), (339, false)] {
        let tree = body(&format!(
            "<a href=\"https://a.example/{}\">x</a>",
            "é".repeat(count)
        ));
        assert_eq!(tree.elements("a").len(), usize::from(kept), "{count}");
    }
}

#[test]
fn sizes_spans_and_numbers_stay_in_their_bounds() {
    #[rustfmt::skip]
    let table = [
        ("<table><tr><td colspan=#>x</table>", "colspan", &[("1", None), ("2", Some("2")), ("20", Some("20")), ("21", Some("20")), ("99999999999", Some("20"))][..]),
        ("<table><tr><td rowspan=#>x</table>", "rowspan", &[("1", None), ("199", Some("199")), ("200", Some("200")), ("201", Some("200"))]),
        ("<ol start=#><li>x</ol>", "start", &[("0", Some("0")), ("999999", Some("999999")), ("1000000", Some("100000")), ("-1", None)]),
        ("<ol><li value=#>x</ol>", "value", &[("0", Some("0")), ("999999", Some("999999")), ("-1", None)]),
        ("<p>x<img src=/a.jpg height=9 width=#>", "width", &[("2", None), ("3", Some("3")), ("20000", Some("20000")), ("20001", None), ("100%", Some("100"))]),
    ];
    for (html, name, values) in table {
        for (given, expected) in values {
            let tree = body(&html.replace('#', given));
            assert_eq!(
                tree.values(name).first().copied(),
                *expected,
                "{name}={given}"
            );
        }
    }
}

#[test]
fn moments_have_40_characters() {
    for (length, kept) in [(39, true), (40, true), (41, false)] {
        let html = format!("<time datetime={}>x</time>", "2".repeat(length));
        assert_eq!(body(&html).values("datetime").len(), usize::from(kept));
    }
}

#[test]
fn each_block_of_html_has_limits_of_its_own() {
    let images = times(60, "<img src=/#.jpg>");
    let block = json!({"type": "html", "html": images});
    let parsed = parse(&card(
        json!({"headline": "x", "url": BASE, "body": [block, block]}),
    ));
    assert_eq!(written(&parsed.warnings), [""; 0]);
    assert_eq!(
        written_back(&parsed)["body"].as_array().map(Vec::len),
        Some(120)
    );
}

#[test]
fn all_html_of_one_article_becomes_at_most_20_000_nodes() {
    // Each block is a paragraph of 500 bold letters: 1,001 nodes and more.
    let block = json!({"type": "html", "html": format!("<p>{}</p>", "<b>x</b> ".repeat(500))});
    for (blocks, cut) in [(10, false), (100, true)] {
        let body = vec![block.clone(); blocks];
        let parsed = support::parse(
            &json!({"schema": "article-card/1", "headline": "x", "body": body}).to_string(),
        );
        let warned = support::written(&parsed.warnings)
            .iter()
            .any(|text| text.contains("20000 nodes"));
        assert_eq!((parsed.truncated, warned), (cut, cut), "{blocks} blocks");
        let drawn = article_card::render(&parsed, &article_card::Settings::default());
        assert!(drawn.matches("<b>").count() < 20_000);
        assert_eq!(
            drawn.matches("<b>").count() == blocks * 500,
            !cut,
            "{blocks} blocks"
        );
    }
}
