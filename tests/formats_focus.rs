//! What must stay visible of a picture that is cropped, as other formats say it: in pixels.
#![cfg(feature = "formats")]

mod support;

use support::{Value, json, parse, written_back};

#[track_caller]
fn picture_of(document: &Value) -> Value {
    let parsed = parse(&document.to_string());
    assert_eq!(parsed.warnings.len(), 0, "{:?}", parsed.warnings);
    let image = written_back(&parsed)["image"].clone();
    assert!(image["url"].is_string(), "{document}");
    image
}

/// The focus of a picture in ANS, 1600 by 900 if these fields do not say otherwise.
#[track_caller]
fn ans(more: &Value) -> Value {
    let mut image =
        json!({"type": "image", "url": "https://a.example/a.jpg", "width": 1600, "height": 900});
    let own = image.as_object_mut().expect("an object");
    own.extend(more.as_object().expect("an object").clone());
    let story = json!({"headlines": {"basic": "x"}, "content_elements": [], "promo_items": {"basic": image}});
    picture_of(&story)["focus"].clone()
}

#[test]
#[rustfmt::skip]
fn a_point_in_pixels_becomes_shares_of_the_picture() {
    let cases = [
        (json!({"focal_point": {"x": 800, "y": 300}}), [0.5, 0.33]),
        (json!({"focal_point": {"y": 900, "x": 1600}}), [1.0, 1.0]),
        (json!({"focal_point": {"x": 1, "y": 450}}), [0.0, 0.5]),
        (json!({"focal_point": {"x": 400.75, "y": 90.5}}), [0.25, 0.1]),
        (json!({"focal_point": {"x": 80, "y": 30}, "width": "160px", "height": "90"}), [0.5, 0.33]),
        (json!({"focal_point": {"x": 800, "y": 300, "min": [], "max": []}}), [0.5, 0.33]),
        // Outside of it is at its edge, somewhere in what has no size is in the middle.
        (json!({"focal_point": {"x": 1700, "y": 300}}), [1.0, 0.33]),
        (json!({"focal_point": {"x": 800, "y": 300}, "width": null, "height": 0}), [0.5, 0.5]),
    ];
    for (more, focus) in cases {
        assert_eq!(ans(&more), json!(focus), "{more}");
    }
}

#[test]
fn a_point_that_is_none_is_as_good_as_absent() {
    for point in [
        json!(null),
        json!({}),
        json!([800, 300]),
        json!({"x": 0, "y": 0}),
        json!({"x": 800}),
        json!({"y": 300}),
        json!({"x": -1, "y": 300}),
        json!({"x": 4_000_000_000_u64, "y": 300}),
        json!({"x": "left", "y": "top"}),
        json!({"x": {}, "y": []}),
    ] {
        assert_eq!(ans(&json!({"focal_point": point})), Value::Null, "{point}");
    }
}

#[test]
fn superdesk_says_it_of_each_cut() {
    let focus = |renditions: Value| {
        let media = json!({"type": "picture", "renditions": renditions});
        let story = json!({"guid": "urn:x", "pubstatus": "usable", "headline": "x", "type": "text",
            "associations": {"featuremedia": media}});
        let image = picture_of(&story);
        assert_eq!(image["srcset"][0]["point"], Value::Null);
        image["focus"].clone()
    };
    let cut = |href: &str, x: u32, y: u32, width: u32, height: u32| {
        let poi = json!({"y": y, "x": x});
        json!({"href": format!("https://a.example/{href}.jpg"), "poi": poi, "width": width, "height": height})
    };
    let original = cut("a", 2128, 1193, 3489, 2296);
    assert_eq!(
        focus(json!({"original": original})),
        json!([0.6, 0.51]),
        "of a picture in one size"
    );
    let smaller = cut("b", 854, 478, 1400, 921);
    assert_eq!(
        focus(json!({"original": original, "baseImage": smaller})),
        json!([0.61, 0.51]),
        "of the one that is shown"
    );
    let sizes = json!({"original": smaller, "half": cut("c", 427, 239, 700, 460), "square": cut("d", 100, 1, 700, 700)});
    assert_eq!(focus(sizes), json!([0.61, 0.51]));
    let without = json!({"href": "https://a.example/a.jpg", "width": 1400, "height": 921});
    assert_eq!(focus(json!({"original": without})), Value::Null);
}
