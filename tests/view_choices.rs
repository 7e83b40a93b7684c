//! What the partner chooses: how much of an article, which parts, where links lead and open, no pictures.

mod support;

use article_card::sanitize::ImagePolicy;
use article_card::view::Mode;
use article_card::{Context, Settings};
use support::html::Tree;
use support::{Value, card, drawn_feed_with, drawn_with, json, paragraph, words};

fn story() -> Value {
    let mut body: Vec<Value> = (0..8).map(|_| paragraph(&words(40))).collect();
    body.push(
        json!({"type": "html", "html": "<p>See <a href='https://other.example/x'>more</a></p>"}),
    );
    json!({
        "url": "https://news.example/ferry?id=1#top", "language": "en",
        "section": {"name": "Harbour", "url": "https://news.example/harbour"},
        "headline": "Ferry returns", "summary": "It sails at noon.",
        "datePublished": "2026-01-31T09:30:00+02:00", "dateModified": "2026-02-02T09:30:00+02:00",
        "image": {"url": "https://news.example/a.jpg", "caption": "At noon", "credit": "Ana Sol"},
        "body": body,
        "authors": [{"name": "Ana Sol", "role": "Reporter", "bio": "Writes about ships.", "avatar": "https://news.example/ana.jpg"}],
        "related": [{"url": "https://news.example/b", "headline": "Bridge"}],
        "publisher": {"name": "The Harbour", "url": "https://news.example/"},
        "tags": ["ferries"],
        "corrections": [{"text": "The ferry is blue."}],
    })
}

fn in_mode(mode: Mode) -> Tree {
    drawn_with(
        story(),
        &Settings {
            mode,
            ..Settings::default()
        },
    )
}

#[test]
#[rustfmt::skip]
fn each_mode_shows_less_than_the_one_before_and_always_the_source() {
    let parts = ["section", "headline", "summary", "published", "figure", "body", "avatar", "author-name", "author-bio", "corrections", "related", "tags", "source"];
    for (mode, missing) in [
        (Mode::Full, &[][..]),
        (Mode::Excerpt, &["author-bio", "related", "tags"]),
        (Mode::Teaser, &["body", "avatar", "author-bio", "corrections", "related", "tags"]),
        (Mode::Compact, &["summary", "body", "avatar", "author-name", "author-bio", "corrections", "related", "tags"]),
    ] {
        let card = in_mode(mode);
        for part in parts {
            assert_eq!(card.has(part), !missing.contains(&part), "{mode:?}: {part}");
        }
    }
    for (name, mode) in [("full", Mode::Full), ("excerpt", Mode::Excerpt), ("teaser", Mode::Teaser), ("compact", Mode::Compact), ("", Mode::Full), ("Teaser", Mode::Full)] {
        assert_eq!(Mode::by_name(name), mode, "{name}");
    }
}

#[test]
fn an_excerpt_is_the_beginning_of_the_body_and_has_no_button() {
    let card = in_mode(Mode::Excerpt);
    assert_eq!(card.part("body").elements("p").len(), 2, "80 words");
    assert!(!card.has("toggle") && !card.has("rest"));
    assert!(card.has("permalink"), "the rest is at its publisher's");
    let feed = json!({"items": [story()]});
    let settings = Settings {
        mode: Mode::Excerpt,
        ..Settings::default()
    };
    let feed = drawn_feed_with(feed, &settings);
    assert_eq!(
        feed.part("body").elements("p").len(),
        1,
        "40 words in a feed"
    );
}

#[test]
fn a_teaser_without_a_summary_shows_how_the_text_begins() {
    for body in [
        json!([{"type": "image", "image": "https://news.example/a.jpg"}, {"type": "paragraph", "text": "It sails."}]),
        json!([{"type": "html", "html": "<p>It <b>sails</b>.</p><p>Daily.</p>"}]),
    ] {
        let story = json!({"headline": "x", "body": body});
        let settings = Settings {
            mode: Mode::Teaser,
            ..Settings::default()
        };
        assert_eq!(
            drawn_with(story, &settings).part("summary").text(),
            "It sails."
        );
    }
}

#[test]
#[rustfmt::skip]
fn hidden_parts_leave_no_trace_and_the_source_cannot_be_hidden() {
    for (hide, gone) in [
        ("image", &["figure"][..]), ("author", &["authors", "author-name", "author-bio"]), ("bio", &["author-bio"]), ("tags", &["tags"]),
        ("related", &["related"]), ("section", &["section"]), ("reading-time", &["reading-time"]), ("dates", &["published", "updated"]),
        ("source headline body", &[]), ("image  tags\n dates", &["figure", "tags", "published", "updated"]), ("", &[]), ("images", &[]),
    ] {
        let whole = in_mode(Mode::Full);
        let card = drawn_with(story(), &Settings { hide: hide.into(), ..Settings::default() });
        for part in ["section", "headline", "summary", "published", "updated", "reading-time", "figure", "body", "authors", "author-name", "author-bio", "corrections", "related", "tags", "source"] {
            assert!(whole.has(part), "{part}");
            assert_eq!(card.has(part), !gone.contains(&part), "hide={hide:?}: {part}");
        }
    }
}

#[test]
fn links_open_in_a_new_tab_when_the_partner_wants_that_and_say_so() {
    let settings = Settings {
        new_tab: true,
        ..Settings::default()
    };
    let card = drawn_with(story(), &settings);
    let links = card.elements("a");
    assert_eq!(
        links.len(),
        6,
        "section, headline, body, teaser, publisher, source"
    );
    for link in links {
        assert_eq!(link.get("target"), Some("_blank"), "{}", link.text());
        assert!(link.get("rel").is_some_and(|rel| rel.contains("noopener")));
        assert!(
            link.text().ends_with(" (opens in a new tab)"),
            "{}",
            link.text()
        );
    }
    let here = in_mode(Mode::Full);
    assert!(
        here.elements("a")
            .iter()
            .all(|link| link.get("target").is_none())
    );
}

#[test]
#[rustfmt::skip]
fn links_to_articles_carry_what_the_partner_adds_to_them_and_no_others_do() {
    let links = |query: &str| {
        let card = drawn_with(story(), &Settings { link_query: query.into(), ..Settings::default() });
        card.values("href").into_iter().map(String::from).collect::<Vec<_>>()
    };
    let own = "https://news.example/ferry?id=1";
    assert_eq!(links("utm_source=partner&x=1"), [
        "https://news.example/harbour", &format!("{own}&utm_source=partner&x=1#top"), "https://other.example/x",
        "https://news.example/b?utm_source=partner&x=1", "https://news.example/", &format!("{own}&utm_source=partner&x=1#top"),
    ]);
    for query in ["?a=b", "&a=b", " a=b "] {
        assert_eq!(links(query)[1], format!("{own}&a=b#top"), "{query}");
    }
    for query in ["", "?", "&"] {
        assert_eq!(links(query)[1], format!("{own}#top"), "{query}");
    }
    // Not a way to another page.
    for query in ["#javascript:alert(1)", "a b", "\"><script>", "a\nb"] {
        assert!(links(query)[1].starts_with(&format!("{own}&")), "{:?}", links(query));
        assert!(!links(query)[1].contains(['"', '<', ' ', '\n']), "{:?}", links(query));
    }
}

#[test]
fn without_pictures_none_is_asked_for_and_none_is_missed() {
    let images = ImagePolicy {
        none: true,
        ..ImagePolicy::default()
    };
    let context = Context {
        images,
        ..Context::default()
    };
    let mut story = story();
    story["body"][0] = json!({"type": "html", "html": "<p>One</p><figure><img src='https://news.example/c.jpg'></figure>"});
    story["feed"] =
        json!({"items": [{"headline": "y"}], "more": {"url": "https://news.example/2.json"}});
    let parsed = article_card::parse(&card(story), &context).expect("an article");
    assert!(parsed.warnings.is_empty(), "{:?}", parsed.warnings);
    let html = article_card::render(&parsed, &Settings::default());
    assert!(
        !html.contains("<img") && !html.contains("<figure"),
        "{html}"
    );
    assert!(parsed.document.next_page().is_some(), "data is no picture");
}
