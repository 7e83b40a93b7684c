//! Every limit of `limits.rs` inside one block: just below, at and above it; what is cut is told.

mod support;

use support::{
    Value, article, bounded, card, json, length, parse, several, told, with_body, written_back,
};

#[test]
fn lists_of_a_block_end_at_their_limits() {
    let teaser = json!({"url": "https://news.example/b", "headline": "Bridge"});
    bounded(
        6,
        |size| with_body(&json!({"type": "related", "items": several(size, &teaser)})),
        |article| length(&article["body"][0]["items"]),
        "body[0].items[6]: cut after 6 related articles",
    );
    bounded(
        50,
        |size| {
            with_body(
                &json!({"type": "gallery", "images": several(size, &json!("https://news.example/a.jpg"))}),
            )
        },
        |article| length(&article["body"][0]["images"]),
        "body[0].images[50]: cut after 50 pictures",
    );
    bounded(
        500,
        |size| with_body(&json!({"type": "list", "items": several(size, &json!("x"))})),
        listed,
        "body[0].items[500]: cut after 500 list items",
    );
}

/// How many items the list has, those inside others included.
fn listed(article: &Value) -> usize {
    fn count(items: &Value) -> usize {
        let items = items.as_array().into_iter().flatten();
        items.map(|item| 1 + count(&item["items"])).sum()
    }
    count(&article["body"][0]["items"])
}

#[test]
fn nested_list_items_count_like_others_and_each_list_for_itself() {
    let item = json!({"text": "x", "items": several(9, &json!("y"))});
    let full = json!({"type": "list", "items": several(50, &item)});
    assert_eq!(listed(&article(with_body(&full))), 500);
    let over = json!({"type": "list", "items": several(51, &item)});
    let parsed = parse(&card(with_body(&over)));
    assert_eq!(listed(&written_back(&parsed)), 500);
    told(&parsed, true, "body[0].items[50]: cut after 500 list items");
    article(json!({"body": [full, full, full]}));
}

#[test]
fn lists_nest_4_levels_deep() {
    for (depth, cut) in [(3, false), (4, false), (5, true)] {
        let innermost = json!({"text": "x"});
        let item = (1..depth).fold(innermost, |item, _| json!({"text": "x", "items": [item]}));
        let parsed = parse(&card(with_body(&json!({"type": "list", "items": [item]}))));
        assert_eq!(listed(&written_back(&parsed)), depth.min(4));
        let warning =
            "body[0].items[0].items[0].items[0].items[0].items: cut after 4 levels of lists";
        told(&parsed, cut, warning);
    }
}

/// Rows of the body and cells of the first row.
fn table(article: &Value) -> (usize, usize) {
    let table = &article["body"][0];
    (length(&table["rows"]), length(&table["rows"][0]))
}

#[test]
fn a_table_has_at_most_200_rows_of_20_cells() {
    bounded(
        200,
        |size| with_body(&json!({"type": "table", "rows": several(size, &json!(["x"]))})),
        |article| table(article).0,
        "body[0].rows[200]: cut after 200 table rows",
    );
    bounded(
        200,
        |size| {
            with_body(
                &json!({"type": "table", "head": [["a"], ["b"]], "rows": several(size, &json!(["x"]))}),
            )
        },
        |article| table(article).0,
        "body[0].rows[200]: cut after 200 table rows",
    );
    bounded(
        20,
        |size| with_body(&json!({"type": "table", "rows": [several(size, &json!("x"))]})),
        |article| table(article).1,
        "body[0].rows[0][20]: cut after 20 table columns",
    );
}

#[test]
fn cells_span_at_most_20_columns_and_200_rows_and_at_least_one() {
    for (asked, columns, rows) in [
        (0, 1, 1),
        (1, 1, 1),
        (20, 20, 20),
        (21, 20, 21),
        (200, 20, 200),
        (201, 20, 200),
        (999_999_999, 20, 200),
    ] {
        let cell = json!({"text": "x", "colspan": asked, "rowspan": asked});
        let cell =
            article(with_body(&json!({"type": "table", "rows": [[cell]]})))["body"][0]["rows"][0]
                [0]
            .take();
        let span = |name: &str| cell[name].as_u64().unwrap_or(1);
        assert_eq!(
            (span("colspan"), span("rowspan")),
            (columns, rows),
            "{asked}"
        );
    }
}
