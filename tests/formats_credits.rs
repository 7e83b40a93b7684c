//! A caption that ends with who took the picture: what is split off, and what only looks like it.

mod support;

use support::{Value, json, parse, written_back};

/// Caption and credit of a picture that comes with `caption`.
#[track_caller]
fn split(caption: &str) -> (Value, Value) {
    let post = json!({"slug": "x", "uuid": "1", "title": "T", "html": "<p>y", "feature_image": "https://news.example/a.jpg", "feature_image_caption": caption});
    let image = written_back(&parse(&post.to_string()))["image"].clone();
    (image["caption"].clone(), image["credit"].clone())
}

#[test]
#[rustfmt::skip]
fn a_credit_at_the_end_of_a_caption_is_told_from_it() {
    for (given, caption, credit) in [
        ("A boat. (Photo by Ana Sol)", "A boat.", "Photo by Ana Sol"), ("A boat (Photo: Ana Sol)", "A boat", "Photo: Ana Sol"),
        ("A boat (Image courtesy of Ana Sol)", "A boat", "Image courtesy of Ana Sol"), ("Boot. (Foto: Ana Sol)", "Boot.", "Foto: Ana Sol"),
        ("A boat. Photo: Ana Sol", "A boat.", "Photo: Ana Sol"), ("A boat. Photo by Ana Sol / Getty Images", "A boat.", "Photo by Ana Sol / Getty Images"),
        ("A boat. Photograph: Ana Sol/Wire", "A boat.", "Photograph: Ana Sol/Wire"), ("Boot. Foto: Ana Sol", "Boot.", "Foto: Ana Sol"),
        ("A boat. Credit: Ana Sol", "A boat.", "Credit: Ana Sol"), ("A boat. Photo credit: J. R. Sol", "A boat.", "Photo credit: J. R. Sol"),
        ("A boat. Photo Credit: Ana Sol", "A boat.", "Photo Credit: Ana Sol"),
        ("<i>A boat.</i> <span>Photo: <a href='/ana'>Ana Sol</a></span>", "A boat.", "Photo: Ana Sol"),
    ] {
        assert_eq!(split(given), (json!(caption), json!(credit)), "{given}");
    }
    for credit in ["Photo: Ana Sol", "Photo by Ana Sol on Unsplash", "Credit: Ana Sol"] {
        assert_eq!(split(credit), (Value::Null, json!(credit)));
    }
    assert_eq!(split("(Photo by Ana Sol)"), (Value::Null, json!("Photo by Ana Sol")));
}

#[test]
#[rustfmt::skip]
fn what_only_looks_like_a_credit_stays_in_the_caption() {
    let long = format!("A boat. Photo: {}", "x".repeat(120));
    for caption in [
        "A boat", "A (Photo booth) at noon", "(Photo by Ana Sol) A boat", "Photo: Levi Thorburn. The boat sails at noon.",
        "Photo by the sea is all she wanted. She got it.", "Her credit: none", "A boat. photo: unknown", "A photograph of a photograph",
        &long,
    ] {
        assert_eq!(split(caption), (json!(caption), Value::Null), "{caption}");
    }
}

#[test]
fn a_credit_that_is_given_leaves_the_caption_alone() {
    let document = json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "T",
        "image": {"url": "https://news.example/a.jpg", "caption": "A boat. Photo: Ana Sol", "creditText": "Ben Oro"},
    });
    let image = written_back(&parse(&document.to_string()))["image"].clone();
    assert_eq!(
        [&image["caption"], &image["credit"]],
        ["A boat. Photo: Ana Sol", "Ben Oro"]
    );
}
