//! One line for each rule: what schema and parser have to say of it.

use super::Schema;
use crate::support::{Value, json, paragraph};
use article_card::limits;

const PAGE: &str = "https://news.example/b";

/// One rule: whether a document is fine, what it is, and the document.
type Rule = (bool, &'static str, Value);

#[track_caller]
fn agree(table: impl IntoIterator<Item = Rule>) {
    let schema = Schema::new();
    for (fine, name, document) in table {
        schema.agrees(&document, fine, name);
    }
}

/// An article with one more field.
fn with(field: &str, value: Value) -> Value {
    let mut article = json!({"schema": "article-card/1", "headline": "Ferry returns"});
    article[field] = value;
    article
}

fn block(block: Value) -> Value {
    with("body", Value::Array(vec![block]))
}

fn item(item: Value) -> Value {
    let mut feed = json!({"schema": "article-feed/1"});
    feed["items"] = Value::Array(vec![item]);
    feed
}

#[test]
fn schema_and_parser_agree_on_documents() {
    #[rustfmt::skip]
    let table = [
        // What it is.
        (true, "an article", json!({"schema": "article-card/1", "headline": "x"})),
        (true, "a later version", json!({"schema": "article-card/1.7", "headline": "x"})),
        (false, "another version", json!({"schema": "article-card/2", "headline": "x"})),
        (false, "a version that only begins so", json!({"schema": "article-card/10", "headline": "x"})),
        (false, "no version", json!({"schema": "article-card/", "headline": "x"})),
        (false, "no schema", json!({"headline": "x"})),
        (false, "a schema of another kind", json!({"schema": 1, "headline": "x"})),
        (false, "another schema", json!({"schema": "article-cards/1", "headline": "x"})),
        (false, "text", json!("article-card/1")),
        (false, "nothing", Value::Null),
        (true, "a feed", json!({"schema": "article-feed/1.2", "items": []})),
        (false, "another version of a feed", json!({"schema": "article-feed/2", "items": []})),
        (true, "an empty list", json!([])),
        (true, "a list of articles", json!([{"schema": "article-card/1", "headline": "a"}, {"bodyText": "b"}])),
        (false, "a list of numbers", json!([1, 2])),
        (false, "a list with a wrong item", json!([{"schema": "article-card/1", "headline": 3}])),
        // A headline or a body.
        (false, "neither headline nor body", json!({"schema": "article-card/1", "summary": "x"})),
        (false, "a blank headline", json!({"schema": "article-card/1", "headline": " \n"})),
        (true, "the other name of the headline", json!({"schema": "article-card/1", "headline": "", "title": "x"})),
        (true, "a body of blocks", json!({"schema": "article-card/1", "body": [{"type": "divider"}]})),
        (true, "a body of HTML", json!({"schema": "article-card/1", "body": [], "bodyHtml": "<p>x"})),
        (true, "a body of text", json!({"schema": "article-card/1", "bodyHtml": "", "bodyText": "x"})),
        (false, "an empty body", json!({"schema": "article-card/1", "body": [], "bodyText": " "})),
        (true, "withdrawn, and nothing else", json!({"schema": "article-card/1", "withdrawn": true})),
        (true, "withdrawn for a reason", json!({"schema": "article-card/1", "withdrawn": "It was not so."})),
        (false, "not withdrawn", json!({"schema": "article-card/1", "withdrawn": false})),
        (false, "withdrawn for a blank reason", json!({"schema": "article-card/1", "withdrawn": " "})),
        (false, "withdrawn by number", with("withdrawn", json!(1))),
        (false, "a warning in a list", with("warning", json!(["x"]))),
        (true, "no warning", with("warning", json!(false))),
        (true, "paid for by nobody who is named", with("sponsor", json!(true))),
        (true, "a sponsor without a name", with("sponsor", json!({"url": PAGE}))),
        (false, "a sponsor with a wrong name", with("sponsor", json!({"name": 7}))),
        (false, "a sponsor by number", with("sponsor", json!(7))),
        (true, "an original by its name", with("original", json!("The Harbour"))),
        (true, "an original by its address", with("original", json!({"url": PAGE}))),
        (false, "an original that is true", with("original", json!(true))),
        // Feeds.
        (true, "an item", item(json!({"headline": "x", "schema": 7}))),
        (false, "an item that is wrong", item(json!({"headline": 7}))),
        (false, "an item with nothing to draw", item(json!({"url": PAGE}))),
        (false, "an item that is null", item(Value::Null)),
        (false, "a feed without items", json!({"schema": "article-feed/1", "title": "x"})),
        (false, "a feed whose items are null", json!({"schema": "article-feed/1", "items": null})),
        (false, "a title that is a list", json!({"schema": "article-feed/1", "items": [], "title": ["x"]})),
        (true, "a next page", json!({"schema": "article-feed/1", "items": [], "more": {"url": "/2.json"}})),
        (false, "a next page by its address", json!({"schema": "article-feed/1", "items": [], "more": "/2.json"})),
        (true, "an article with a feed", with("feed", json!({"items": [{"headline": "x"}]}))),
        (false, "an article with a feed of nothing", with("feed", json!({"title": "x"}))),
    ];
    agree(table);
}

#[test]
fn schema_and_parser_agree_on_fields() {
    let picture = |key: &str, value: Value| {
        with(
            "image",
            json!({"url": "https://news.example/a.jpg", key: value}),
        )
    };
    #[rustfmt::skip]
    let table = [
        // Kinds.
        (true, "unknown keys", with("mood", json!([{}]))),
        (true, "nulls", with("image", Value::Null)),
        (false, "a number for a text", with("summary", json!(7))),
        (true, "a page that cannot be used", with("url", json!("javascript:alert(1)"))),
        (true, "a date that cannot be read", with("datePublished", json!("soon"))),
        (false, "a date in numbers", with("datePublished", json!(20_260_131))),
        (true, "a language that is none", with("language", json!("english please"))),
        (true, "an access of a later version", with("access", json!("gratis"))),
        (false, "an access that is no word", with("access", json!(true))),
        (true, "no minutes", with("readingTime", json!(0))),
        (true, "more minutes than count", with("readingTime", json!(999_999_999))),
        (false, "too many minutes", with("readingTime", json!(1_000_000_000))),
        (false, "negative minutes", with("readingTime", json!(-1))),
        (false, "half a minute", with("readingTime", json!(2.5))),
        (true, "whole minutes with a fraction", with("readingTime", json!(2.0))),
        (false, "minutes as text", with("readingTime", json!("3"))),
        // Sections, authors, publishers.
        (true, "a section by name", with("section", json!("Harbour"))),
        (true, "a section without a name", with("section", json!({"url": PAGE}))),
        (false, "several sections", with("section", json!(["Harbour"]))),
        (true, "one author by name", with("authors", json!("Ana Sol"))),
        (true, "authors of all kinds", with("author", json!(["Ana Sol", null, {"name": "Mei", "avatar": "/m.jpg"}, {}]))),
        (false, "an author that is a number", with("authors", json!(["Ana Sol", 7]))),
        (false, "an author's portrait without an address", with("authors", json!([{"name": "Ana", "avatar": {}}]))),
        (true, "a publisher by name", with("publisher", json!("The Harbour"))),
        (false, "a publisher's logo that is a list", with("publisher", json!({"logo": []}))),
        // Pictures.
        (true, "a picture by its address", with("image", json!("/a.jpg"))),
        (false, "a picture without an address", with("image", json!({"alt": "x"}))),
        (false, "a picture whose address is null", with("image", json!({"url": null}))),
        (true, "a picture wider than is read", picture("width", json!(99_999))),
        (false, "a width as text", picture("width", json!("800px"))),
        (true, "sizes", picture("srcset", json!([{"url": "/b.jpg", "width": 600}, {"url": "/c.jpg"}, null]))),
        (false, "sizes as in HTML", picture("srcset", json!("b.jpg 600w"))),
        (false, "a size without an address", picture("srcset", json!([{"width": 600}]))),
        (true, "a focus", picture("focus", json!([0.5, 1]))),
        (false, "a focus of one number", picture("focus", json!([0.5]))),
        (false, "a focus outside", picture("focus", json!([0.5, 1.5]))),
        // Lists.
        (true, "more topics than are shown", with("tags", json!(vec!["x"; 40]))),
        (false, "a topic that is an object", with("keywords", json!([{"name": "x"}]))),
        (true, "a related story", with("related", json!([{"url": PAGE, "title": "x", "published": "soon"}, null]))),
        (false, "a related story without an address", with("related", json!([{"headline": "x"}]))),
        (false, "a related story without a headline", with("related", json!([{"url": PAGE}]))),
        (false, "a related story by its address", with("related", json!([PAGE]))),
        (true, "a correction", with("corrections", json!([{"text": "It is blue."}]))),
        (false, "a correction that says nothing", with("corrections", json!([{"date": "2026-01-31"}]))),
        (true, "words of later versions", with("labels", json!({"showMore": "Go on", "later": "x", "none": null}))),
        (false, "a word that is a number", with("labels", json!({"showMore": 7}))),
    ];
    agree(table);
}

#[test]
fn schema_and_parser_agree_on_blocks() {
    #[rustfmt::skip]
    let table = [
        // Blocks.
        (true, "text", block(paragraph("x"))),
        (true, "text longer than is shown", block(paragraph(&"x".repeat(limits::TEXT_CHARS + 1)))),
        (true, "blank text", block(paragraph(" "))),
        (false, "a paragraph of nothing", block(json!({"type": "paragraph"}))),
        (false, "a block by its text", block(json!("x"))),
        (false, "a block without a type", block(json!({"text": "x"}))),
        (false, "a type that is a number", block(json!({"type": 7}))),
        (true, "a heading of any level", block(json!({"type": "heading", "html": "x", "level": 9}))),
        (false, "a level below none", block(json!({"type": "heading", "text": "x", "level": -1}))),
        (true, "a quotation of blocks", block(json!({"type": "quote", "blocks": [paragraph("x")], "style": "loud"}))),
        (false, "a quotation of nothing", block(json!({"type": "quote", "cite": "Captain"}))),
        (true, "a list in a list", block(json!({"type": "list", "items": ["a", {"text": "b", "items": ["c", null]}]}))),
        (false, "a list without items", block(json!({"type": "list"}))),
        (false, "an item without text", block(json!({"type": "list", "items": [{"items": ["a"]}]}))),
        (false, "ordered as text", block(json!({"type": "list", "items": ["a"], "ordered": "yes"}))),
        (false, "an image without a picture", block(json!({"type": "image", "image": null}))),
        (true, "a layout of a later version", block(json!({"type": "image", "image": "/a.jpg", "layout": "round"}))),
        (true, "a gallery", block(json!({"type": "gallery", "images": ["/a.jpg", {"url": "/b.jpg"}, null]}))),
        (false, "a gallery of one", block(json!({"type": "gallery", "images": "/a.jpg"}))),
        (true, "a film", block(json!({"type": "video", "url": PAGE, "duration": 95.7}))),
        (false, "a film without an address", block(json!({"type": "video", "title": "x"}))),
        (false, "a duration in words", block(json!({"type": "audio", "url": PAGE, "duration": "1:35"}))),
        (true, "a table", block(json!({"type": "table", "rows": [["a", null, {}, {"text": "b", "align": "top"}], []]}))),
        (false, "a row that is none", block(json!({"type": "table", "rows": [null]}))),
        (false, "a cell that is a number", block(json!({"type": "table", "rows": [[7]]}))),
        (false, "a heading cell as text", block(json!({"type": "table", "head": [[{"header": "yes"}]], "rows": []}))),
        (false, "code as HTML", block(json!({"type": "code", "html": "x"}))),
        (true, "related stories", block(json!({"type": "related", "items": [{"url": PAGE, "headline": "x"}]}))),
        (false, "related stories of a number", block(json!({"type": "related", "items": 7}))),
        (false, "an aside of text", block(json!({"type": "aside", "text": "x"}))),
        (false, "an aside of wrong blocks", block(json!({"type": "aside", "blocks": [{"type": "html"}]}))),
        (true, "an entry", block(json!({"type": "entry", "datePublished": "soon", "title": null, "blocks": []}))),
        (false, "an entry without blocks", block(json!({"type": "entry", "title": "x"}))),
        (false, "an entry at a number", block(json!({"type": "entry", "datePublished": 7, "blocks": [paragraph("x")]}))),
        (true, "a divider", block(json!({"type": "divider", "text": 7}))),
        (true, "HTML as text", block(json!({"type": "html", "text": "<p>x"}))),
        (true, "an unknown type", block(json!({"type": "hologram", "text": 7}))),
        (true, "what is shown instead", block(json!({"type": "hologram", "fallback": paragraph("x")}))),
        (false, "something wrong instead", block(json!({"type": "hologram", "fallback": {"type": "list"}}))),
    ];
    agree(table);
}
