//! Values as others write them: addresses, numbers, people and lists in every form that means one thing.

mod support;

use article_card::Context;
use article_card::sanitize::SafeUrl;
use support::{Value, json, length, parse, written_back};

#[track_caller]
fn read(document: &Value) -> Value {
    written_back(&parse(&document.to_string()))
}

/// A story of schema.org with `more`.
#[track_caller]
fn story(more: &Value) -> Value {
    let mut document =
        json!({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x"});
    let own = document.as_object_mut().expect("an object");
    own.extend(more.as_object().expect("an object").clone());
    read(&document)
}

/// The first item of RSS with this inside.
fn rss(item: &str) -> Value {
    let text = format!("<rss><channel><item><title>x</title>{item}</item></channel></rss>");
    written_back(&parse(&text))["items"][0].clone()
}

#[test]
#[rustfmt::skip]
fn an_address_is_found_in_every_form() {
    let page = "https://news.example/x";
    for more in [
        json!({"url": page}), json!({"url": ["", page]}), json!({"url": {"@type": "LinkRole", "url": page}}),
        json!({"url": [{"url": page}]}), json!({"mainEntityOfPage": page}), json!({"mainEntityOfPage": {"@id": page}}),
        json!({"mainEntityOfPage": [{"@type": "WebPage", "@id": page}]}), json!({"mainEntityOfPage": {"url": page}}),
        json!({"mainEntityOfPage": true, "@id": "https://news.example/x#article"}), json!({"url": "https://news.example/x#respond"}),
        json!({"url": null, "@id": page}), json!({"url": "", "mainEntityOfPage": "", "@id": page}), json!({"url": "slug", "@id": page}),
    ] {
        assert_eq!(story(&more)["url"], page, "{more}");
    }
    for more in [json!({"url": true}), json!({"url": "javascript:alert(1)"}), json!({"url": 7}), json!({"@id": "#article"}), json!({"url": {}})] {
        assert_eq!(story(&more)["url"], Value::Null, "{more}");
    }
}

#[test]
#[rustfmt::skip]
fn pictures_are_asked_for_over_https_and_unsafe_ones_not_at_all() {
    for (given, asked) in [
        ("https://a.example/x.jpg", "https://a.example/x.jpg"), ("http://a.example/x.jpg", "https://a.example/x.jpg"),
        ("//a.example/x.jpg", "https://a.example/x.jpg"), ("https://a.example/x.jpg?a=1&#038;b=2", "https://a.example/x.jpg?a=1&b=2"),
        ("/x.jpg", "https://news.example/x.jpg"), ("x.jpg", "https://news.example/x.jpg"),
    ] {
        for image in [json!(given), json!({"url": given}), json!([{"contentUrl": given}]), json!([given])] {
            let image = story(&json!({"image": image, "url": "https://news.example/y"}));
            assert_eq!(image["image"]["url"], asked, "{given}");
        }
    }
    for given in ["javascript:alert(1)", "blob:https://a.example/1", "file:///x.jpg", "bundle://x.jpg", "", "data:text/html,x"] {
        assert_eq!(story(&json!({"image": given}))["image"], Value::Null, "{given}");
    }
}

#[test]
fn without_a_base_relative_addresses_lead_nowhere_and_not_to_the_page_around() {
    let document = json!({
        "headlines": {"basic": "x"}, "website_url": "/x/", "content_elements": [{"type": "text", "content": "<a href='/y'>y</a>"}],
        "promo_items": {"basic": {"type": "image", "url": "/x.jpg"}},
    });
    let unlinked = read(&document);
    assert_eq!(
        [&unlinked["url"], &unlinked["image"]],
        [&Value::Null, &Value::Null]
    );
    assert_eq!(unlinked["body"][0]["html"], "<p>y</p>");
    let context = Context {
        base: SafeUrl::web("https://news.example/api/story.json", None),
        ..Context::default()
    };
    let parsed = article_card::parse(&document.to_string(), &context).expect("a story");
    assert_eq!(written_back(&parsed)["url"], "https://news.example/x/");
}

#[test]
#[rustfmt::skip]
fn numbers_are_read_however_they_are_written() {
    let image = |more: Value| {
        let mut image = json!({"url": "https://a.example/x.jpg"});
        image.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        story(&json!({"image": image}))["image"]["width"].clone()
    };
    for (width, read) in [
        (json!(1440), json!(1440)), (json!("1440"), json!(1440)), (json!("1440px"), json!(1440)), (json!(1440.5), json!(1440)),
        (json!({"@type": "QuantitativeValue", "value": 1440}), json!(1440)), (json!({"value": "1440"}), json!(1440)),
        (json!(""), json!(null)), (json!("wide"), json!(null)), (json!(0), json!(null)), (json!(-3), json!(null)), (json!("0"), json!(null)),
        (json!(20_001), json!(null)), (json!(null), json!(null)), (json!([]), json!(null)), (json!(1e300), json!(null)), (json!(true), json!(null)),
    ] {
        assert_eq!(image(json!({"width": width, "height": 9})), read, "{width}");
    }
    for (words, read) in [(json!("522"), json!(522)), (json!(522), json!(522)), (json!("many"), json!(null)), (json!(""), json!(null))] {
        assert_eq!(story(&json!({"wordCount": words}))["wordCount"], read, "{words}");
    }
    for (time, minutes) in [("PT5M", json!(5)), ("PT1H5M", json!(65)), ("PT30S", json!(1)), ("PT4M20S", json!(4)), ("P0DT0H3M", json!(3)), ("PT0S", json!(null)), ("soon", json!(null)), ("", json!(null))] {
        assert_eq!(story(&json!({"timeRequired": time}))["readingTime"], minutes, "{time}");
    }
}

#[test]
#[rustfmt::skip]
fn authors_are_found_in_every_form() {
    let names = |author: Value| {
        let story = story(&json!({"author": author}));
        let authors = story["authors"].as_array().cloned().unwrap_or_default();
        authors.iter().map(|author| author["name"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>().join("|")
    };
    for (author, expected) in [
        (json!("Ana"), "Ana"), (json!({"name": "Ana"}), "Ana"), (json!([{"name": "Ana"}, {"name": "Ben"}]), "Ana|Ben"),
        (json!(["Ana", "Ben"]), "Ana|Ben"), (json!([["Ana"], [{"name": "Ben"}]]), "Ana|Ben"), (json!("Ana and Ben; Cyd"), "Ana|Ben|Cyd"),
        (json!("Sol, Ana"), "Sol, Ana"), (json!("Brandon Andrews"), "Brandon Andrews"), (json!({"name": ["Ana", "A."]}), "Ana"), (json!({"name": ""}), ""),
        (json!([]), ""), (json!({}), ""), (json!(null), ""), (json!(false), ""), (json!({"@id": "#nobody"}), ""),
    ] {
        assert_eq!(names(author.clone()), expected, "{author}");
    }
    for (iri, name) in [
        ("https://a.example/@ana", "@ana@a.example"), ("https://a.example/users/ana", "@ana@a.example"),
        ("https://a.example/author/ana/", "@ana@a.example"), ("https://a.example/actor/7", "a.example"),
    ] {
        for to in [json!(iri), json!([iri]), json!({"type": "Person", "name": name, "id": iri})] {
            let note = json!({"@context": "https://www.w3.org/ns/activitystreams", "content": "x", "attributedTo": to});
            assert_eq!(read(&note)["authors"], json!([{"name": name, "url": iri}]));
        }
    }
    for (author, name) in [("ana@news.example (Ana Sol)", "Ana Sol"), ("Ana Sol &lt;ana@news.example&gt;", "Ana Sol"), ("Ana Sol", "Ana Sol")] {
        assert_eq!(rss(&format!("<author>{author}</author>"))["authors"], json!([{"name": name}]));
    }
}

#[test]
#[rustfmt::skip]
fn tags_sections_languages_and_access_are_found_in_every_form() {
    for (keywords, tags) in [
        (json!("a, b,c"), json!(["a", "b", "c"])), (json!("a, b; c"), json!(["a, b", "c"])), (json!(["a", ["b"], "c, d"]), json!(["a", "b", "c", "d"])),
        (json!({"@type": "DefinedTerm", "name": "a"}), json!(["a"])), (json!(""), json!(null)), (json!(7), json!(null)),
    ] {
        assert_eq!(story(&json!({"keywords": keywords}))["tags"], tags, "{keywords}");
    }
    for (section, name) in [(json!("News"), json!("News")), (json!(["News", "Local"]), json!("News")), (json!("News, Local"), json!("News")), (json!([]), json!(null))] {
        assert_eq!(story(&json!({"articleSection": section}))["section"]["name"], name, "{section}");
    }
    for (given, language) in [
        (json!("en"), "en"), (json!("en-GB"), "en-GB"), (json!("eng"), "en"), (json!({"@type": "Language", "alternateName": "de"}), "de"),
        (json!(["fr", "en"]), "fr"), (json!("en_US"), "en-US"), (json!("ger"), "de"),
    ] {
        assert_eq!(story(&json!({"inLanguage": given}))["language"], language, "{given}");
    }
    assert_eq!(story(&json!({"inLanguage": "deutsch, german"}))["language"], Value::Null);
    for (free, access) in [
        (json!(false), json!("paid")), (json!("False"), json!("paid")), (json!("false"), json!("paid")), (json!("http://schema.org/False"), json!("paid")),
        (json!(true), json!(null)), (json!("true"), json!(null)), (json!(null), json!(null)), (json!("http://schema.org/True"), json!(null)),
    ] {
        assert_eq!(story(&json!({"isAccessibleForFree": free}))["access"], access, "{free}");
        assert_eq!(story(&json!({"hasPart": [{"isAccessibleForFree": free}]}))["access"], access, "{free} in a part");
    }
}

#[test]
fn of_two_articles_of_a_page_that_with_the_address_of_the_page_counts() {
    let document = json!({"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": "Another", "url": "https://news.example/y"},
        {"@type": "NewsArticle", "headline": "This", "mainEntityOfPage": "https://news.example/x"},
    ]});
    let at = |page: &str| {
        let base = SafeUrl::web(page, None);
        let context = Context {
            base,
            ..Context::default()
        };
        written_back(&article_card::parse(&document.to_string(), &context).expect("a story"))["headline"].clone()
    };
    assert_eq!(at("https://news.example/x"), "This");
    assert_eq!(at("https://news.example/y"), "Another");
    assert_eq!(
        at("https://news.example/z"),
        "Another",
        "else the first one"
    );
}

#[test]
fn empty_lists_are_empty_feeds() {
    for document in [
        json!([]),
        json!({"posts": [], "meta": {}}),
        json!({"version": "https://jsonfeed.org/version/1", "items": []}),
        json!({"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "orderedItems": []}),
        json!({"type": "results", "content_elements": []}),
    ] {
        let read = read(&document);
        assert_eq!(
            (&read["schema"], length(&read["items"])),
            (&json!("article-feed/1"), 0),
            "{document}"
        );
    }
}

#[test]
fn a_card_with_nothing_in_it_is_an_error_in_every_format() {
    for document in [
        json!({"title": null, "link": "https://a.example/"}),
        json!({"title": {"rendered": ""}}),
        json!({"headlines": {"basic": ""}}),
        json!({"uri": "urn:x", "pubstatus": "usable", "type": "composite"}),
        json!({"@context": "https://schema.org", "@type": "Article"}),
    ] {
        let error = support::error(&document.to_string());
        assert!(
            error.message.starts_with("there is neither a headline"),
            "{error}"
        );
    }
    // A summary alone is the text, and what is written of it can be read again.
    let summary = json!({"@context": "https://schema.org", "@type": "Article", "description": "x"});
    assert_eq!(
        read(&summary)["body"],
        json!([{"type": "paragraph", "text": "x"}])
    );
}
