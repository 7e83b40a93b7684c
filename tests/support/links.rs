//! Links as the URL policy resolves them.

use article_card::sanitize::SafeUrl;

const PAGE: &str = "https://news.example/dir/page?q=1#f";

fn page() -> SafeUrl {
    SafeUrl::web(PAGE, None).expect("a URL")
}

/// `text` as a link on `PAGE`.
pub(crate) fn link(text: &str) -> Option<String> {
    SafeUrl::link(text, Some(&page())).map(|url| url.as_str().to_owned())
}

#[track_caller]
pub(crate) fn links(cases: &[(&str, &str)]) {
    for (text, url) in cases {
        assert_eq!(link(text).as_deref(), Some(*url), "{text:?}");
    }
}
