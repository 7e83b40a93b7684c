//! Every limit of `limits.rs` for articles and feeds: just below, at and above it; what is cut is told. Single blocks are
//! in `limits_of_blocks.rs`, texts in `limits_of_texts.rs`, size and nesting of the JSON itself in `json_limits.rs`.

mod support;

use article_card::limits;
use support::{
    Value, article, bounded, card, feed_document, json, length, paragraph, parse, several, told,
    with_body, written, written_back,
};

#[test]
fn a_body_has_at_most_1000_blocks() {
    assert_eq!(limits::BLOCKS, 1_000);
    bounded(
        limits::BLOCKS,
        |size| json!({"body": several(size, &paragraph("x"))}),
        |article| length(&article["body"]),
        "body[1000]: cut after 1000 blocks",
    );
    bounded(
        limits::BLOCKS,
        |size| json!({"bodyText": "x\n\n".repeat(size).trim_end()}),
        |article| length(&article["body"]),
        "bodyText: cut after 1000 blocks",
    );
}

#[test]
fn nested_blocks_count_like_others() {
    let aside = json!({"type": "aside", "blocks": several(99, &paragraph("x"))});
    let mut body = several(10, &aside);
    told(&parse(&card(json!({"body": body}))), false, "");
    body.push(paragraph("one too many"));
    told(
        &parse(&card(json!({"body": body}))),
        true,
        "body[10]: cut after 1000 blocks",
    );
}

#[test]
fn what_stands_inside_a_block_is_no_block() {
    let picture = json!({"url": "https://news.example/a.jpg", "srcset": several(12, &json!({
        "url": "https://news.example/a.jpg", "width": 600}))});
    let large = [
        json!({"type": "table", "rows": several(100, &json!(several(20, &json!("x"))))}),
        json!({"type": "list", "items": several(500, &json!("x"))}),
        json!({"type": "gallery", "images": several(50, &picture)}),
    ];
    for block in large {
        let mut body = several(5, &block);
        body.extend(several(995, &paragraph("x")));
        let parsed = parse(&card(json!({"body": body})));
        assert_eq!(
            length(&written_back(&parsed)["body"]),
            1_000,
            "{}",
            block["type"]
        );
        told(&parsed, false, "");
    }
}

#[test]
fn every_item_of_a_feed_has_a_body_of_its_own_size() {
    let item = json!({"body": several(900, &paragraph("x"))});
    told(
        &parse(&feed_document(json!({"items": [item, item]}))),
        false,
        "",
    );
}

#[test]
fn blocks_nest_8_levels_deep() {
    assert_eq!(limits::BLOCK_DEPTH, 8);
    let wrappers: [fn(Value) -> Value; 3] = [
        |block| json!({"type": "aside", "blocks": [block, paragraph("beside")]}),
        |block| json!({"type": "quote", "blocks": [block, paragraph("beside")]}),
        |block| json!({"type": "later", "fallback": block}),
    ];
    for wrap in wrappers {
        for (depth, cut) in [(7, false), (8, false), (9, true), (12, true)] {
            let block = (0..depth).fold(paragraph("inside"), |block, _| wrap(block));
            let parsed = parse(&card(with_body(&block)));
            assert_eq!(parsed.truncated, cut, "{depth} levels");
            let inside = serde_json::to_string(&parsed.document).expect("JSON");
            assert_eq!(inside.contains("inside"), !cut, "{depth} levels");
            let warnings = written(&parsed.warnings);
            assert_eq!(warnings.is_empty(), !cut, "{warnings:?}");
            let said = |warning: &String| warning.ends_with(": cut after 8 levels of blocks");
            assert!(warnings.iter().all(said), "{warnings:?}");
        }
    }
}

#[test]
fn a_feed_has_at_most_200_items() {
    assert_eq!(limits::FEED_ITEMS, 200);
    for size in [199, 200, 201] {
        let parsed = parse(&feed_document(
            json!({"items": several(size, &json!({"headline": "x"}))}),
        ));
        told(&parsed, size > 200, "items[200]: cut after 200 items");
        assert_eq!(parsed.article(Some("199")).is_ok(), size >= 200);
        assert!(parsed.article(Some("200")).is_err());
    }
}

#[test]
fn lists_of_an_article_end_at_their_limits() {
    let author = json!({"name": "Ana Sol"});
    bounded(
        10,
        |size| json!({"headline": "x", "authors": several(size, &author)}),
        |article| length(&article["authors"]),
        "authors[10]: cut after 10 authors",
    );
    bounded(
        12,
        |size| json!({"headline": "x", "tags": several(size, &json!("ferry"))}),
        |article| length(&article["tags"]),
        "tags[12]: cut after 12 tags",
    );
    let teaser = json!({"url": "https://news.example/b", "headline": "Bridge"});
    bounded(
        6,
        |size| json!({"headline": "x", "related": several(size, &teaser)}),
        |article| length(&article["related"]),
        "related[6]: cut after 6 related articles",
    );
    bounded(
        20,
        |size| json!({"headline": "x", "corrections": several(size, &json!({"text": "y"}))}),
        |article| length(&article["corrections"]),
        "corrections[20]: cut after 20 corrections",
    );
    bounded(
        12,
        |size| {
            let sizes = several(
                size,
                &json!({"url": "https://news.example/a.jpg", "width": 600}),
            );
            json!({"headline": "x", "image": {"url": "https://news.example/a.jpg", "srcset": sizes}})
        },
        |article| length(&article["image"]["srcset"]),
        "image.srcset[12]: cut after 12 sizes",
    );
}

#[test]
fn sizes_of_pictures_are_ignored_unless_1_to_20_000_pixels() {
    for (pixels, kept) in [
        (0, None),
        (1, Some(1)),
        (20_000, Some(20_000)),
        (20_001, None),
        (999_999_999, None),
    ] {
        let picture = json!({"url": "https://news.example/a.jpg", "width": pixels, "height": pixels,
            "srcset": [{"url": "https://news.example/b.jpg", "width": pixels}]});
        let image = article(json!({"headline": "x", "image": picture}))["image"].take();
        let kept = kept.map_or(Value::Null, Value::from);
        assert_eq!(
            (&image["width"], &image["height"]),
            (&kept, &kept),
            "{pixels}"
        );
        assert_eq!(
            length(&image["srcset"]),
            usize::from(!kept.is_null()),
            "{pixels}"
        );
    }
}

#[test]
fn a_document_has_at_most_20000_values_in_its_lists() {
    let list = json!({"type": "list", "items": vec!["a"; limits::LIST_ITEMS]});
    let parsed = parse(&card(json!({"body": vec![list; 50]})));
    assert!(parsed.truncated);
    let written = serde_json::to_string(&parsed.document).expect("JSON");
    let items = written.matches("\"text\":\"a\"").count();
    assert!((19_000..=limits::VALUES).contains(&items), "{items}");
}

#[test]
fn html_is_read_up_to_256_kb_and_1000_paragraphs() {
    let drawn = |html: String| {
        let parsed = parse(&card(json!({"bodyHtml": html})));
        let html = article_card::render(&parsed, &article_card::Settings::default());
        (parsed.truncated, html.matches("<p>").count())
    };
    assert_eq!(
        drawn("<p>a".repeat(limits::BLOCKS)),
        (false, limits::BLOCKS)
    );
    assert_eq!(
        drawn("<p>a".repeat(limits::BLOCKS + 1)),
        (true, limits::BLOCKS)
    );
    assert_eq!(
        drawn(format!("<p>{}", "é".repeat(limits::HTML_BYTES))),
        (true, 1)
    );
}

#[test]
fn a_hundred_warnings_are_enough() {
    let items: Vec<_> = (0..150).map(|_| json!({})).collect();
    let feed = json!({"schema": "article-feed/1", "items": items});
    let parsed = parse(&feed.to_string());
    assert_eq!(parsed.warnings.len(), limits::WARNINGS);
    assert!(parsed.warnings[99].message.ends_with(", and more"));
    assert!(!parsed.warnings[98].message.ends_with(", and more"));
}
