//! Pictures as HTML: alternative texts, sizes, captions, and how they are loaded.

mod support;

use support::html::Tree;
use support::{Value, drawn, drawn_feed, json};

const FILE: &str = "https://news.example/a.jpg";

fn with(mut image: Value) -> Tree {
    image["url"] = FILE.into();
    drawn(json!({"headline": "Ferry returns", "image": image}))
}

#[test]
fn an_alternative_text_is_kept_when_it_says_something() {
    #[rustfmt::skip]
    let cases = [
        (json!({"alt": "A blue ferry"}), "A blue ferry"),
        (json!({"alt": "A ferry", "caption": "The ferry at noon"}), "A ferry"),
        (json!({"alt": "Ferry returns"}), ""),
        (json!({"alt": "‘Ferry returns.’"}), ""),
        (json!({"alt": "The ferry at noon", "caption": "The ferry at noon."}), ""),
        (json!({"alt": "Article image"}), ""),
        (json!({"alt": "avatar"}), ""),
        (json!({"alt": "Image"}), ""),
        (json!({"alt": ""}), ""),
        (json!({"alt": null, "caption": "The ferry at noon"}), ""),
        (json!({}), ""),
    ];
    for (image, alt) in cases {
        assert_eq!(
            with(image.clone()).part("image").get("alt"),
            Some(alt),
            "{image}"
        );
    }
}

#[test]
fn captions_and_credits_are_there_alone_or_together_or_not_at_all() {
    #[rustfmt::skip]
    let cases = [
        (json!({"caption": "At noon", "credit": "Ana Sol"}), Some("At noon Ana Sol"), true),
        (json!({"caption": "At noon"}), Some("At noon"), false),
        (json!({"credit": "Ana Sol"}), Some("Ana Sol"), true),
        (json!({"caption": " ", "credit": ""}), None, false),
    ];
    for (image, text, credit) in cases {
        let card = with(image.clone());
        let caption = card.parts("caption").first().map(|caption| caption.text());
        assert_eq!(caption.as_deref(), text, "{image}");
        assert_eq!(card.has("credit"), credit, "{image}");
    }
}

#[test]
fn sizes_reserve_the_place_and_candidates_fill_it() {
    let card = with(json!({"width": 1200, "height": 800, "srcset": [
        {"url": "https://news.example/a-600.jpg", "width": 600}, {"url": "a-1200.jpg", "width": 1200},
        {"url": "javascript:alert(1)", "width": 5}, {"url": "https://news.example/wide.jpg"}]}));
    let image = card.part("image");
    assert_eq!(
        (image.get("width"), image.get("height")),
        (Some("1200"), Some("800"))
    );
    assert_eq!(
        image.get("srcset"),
        Some("https://news.example/a-600.jpg 600w"),
        "one has no base, one no size"
    );
    assert!(image.get("sizes").is_some());
    let plain = with(json!({}));
    let image = plain.part("image");
    for absent in ["width", "height", "srcset", "sizes", "data-x", "data-y"] {
        assert_eq!(image.get(absent), None, "{absent}");
    }
}

#[test]
fn a_focus_point_is_written_in_quarters() {
    for (focus, x, y) in [
        ([0.0, 1.0], "0", "4"),
        ([0.5, 0.25], "2", "1"),
        ([0.13, 0.12], "1", "0"),
        ([0.87, 0.88], "3", "4"),
    ] {
        let card = with(json!({"focus": focus}));
        let image = card.part("image");
        assert_eq!(
            (image.get("data-x"), image.get("data-y")),
            (Some(x), Some(y)),
            "{focus:?}"
        );
    }
}

#[test]
fn the_lead_picture_of_a_card_is_eager_all_others_are_lazy() {
    let card = drawn(json!({
        "headline": "x", "image": FILE, "authors": [{"name": "y", "avatar": FILE}],
        "publisher": {"name": "z", "logo": FILE}, "body": [{"type": "image", "image": FILE}],
        "related": [{"url": "https://news.example/b", "headline": "w", "image": FILE}],
    }));
    for image in card.elements("img") {
        let expected = if image.get("part") == Some("image") {
            "eager"
        } else {
            "lazy"
        };
        assert_eq!(image.get("loading"), Some(expected), "{image:?}");
        assert_eq!(image.get("decoding"), Some("async"));
        assert_eq!(
            image.get("referrerpolicy"),
            Some("strict-origin-when-cross-origin")
        );
        let names: Vec<_> = image
            .attributes
            .iter()
            .map(|attribute| attribute.0.as_str())
            .collect();
        assert_eq!(
            names.last(),
            Some(&"src"),
            "how to load comes before what to load"
        );
    }
    let feed = drawn_feed(json!({"items": [{"headline": "x", "image": FILE}]}));
    assert_eq!(feed.part("image").get("loading"), Some("lazy"));
}

#[test]
fn pictures_beside_their_names_are_decoration() {
    let named = json!({"url": FILE, "alt": "Portrait of Ana Sol"});
    let card = drawn(json!({
        "headline": "x", "authors": [{"name": "Ana Sol", "avatar": named}], "publisher": {"name": "z", "logo": named},
        "related": [{"url": "https://news.example/b", "headline": "w", "image": named}],
    }));
    for part in ["avatar-image", "logo", "teaser-image"] {
        assert_eq!(card.part(part).get("alt"), Some(""), "{part}");
    }
}

#[test]
fn a_card_whose_width_is_known_says_how_wide_its_lead_picture_is() {
    let image = json!({"url": "https://a.example/x.jpg", "srcset": [{"url": "https://a.example/y.jpg", "width": 320}]});
    let sizes = |width| {
        let settings = article_card::view::Settings {
            width,
            ..article_card::view::Settings::default()
        };
        let card = support::drawn_with(json!({"headline": "x", "image": image}), &settings);
        card.part("image").get("sizes").map(str::to_owned)
    };
    assert_eq!(sizes(Some(240)).as_deref(), Some("240px"));
    assert_eq!(sizes(Some(720)).as_deref(), Some("720px"));
    assert_eq!(sizes(Some(1200)).as_deref(), Some("720px"));
    assert_eq!(
        sizes(None).as_deref(),
        Some("(max-width: 45em) 100vw, 45em")
    );
}
