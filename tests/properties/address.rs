//! Addresses: what [`SafeUrl`] lets through can only mean what it says.

use article_card::limits;
use article_card::sanitize::{ImagePolicy, SafeUrl};

use super::{PAGE, base, images};

/// Checks what `text` becomes: alone, on a page, and on the page that its first line names.
pub(crate) fn check(text: &str) {
    let (page, rest) = text.split_once('\n').unwrap_or(("", text));
    let page = SafeUrl::link(page, None);
    for base in [None, Some(&base()), page.as_ref()] {
        for input in [text, rest] {
            resolved(input, base);
        }
    }
}

/// Reads `text` as an address, unchecked: what is measured.
pub(crate) fn read(text: &str) {
    drop(SafeUrl::link(text, Some(&base())));
}

fn resolved(input: &str, base: Option<&SafeUrl>) {
    let link = SafeUrl::link(input, base);
    let web = SafeUrl::web(input, base);
    if let Some(link) = &link {
        is_safe(link);
        assert_eq!(SafeUrl::link(link.as_str(), None).as_ref(), Some(link));
        assert_eq!(SafeUrl::link(link.as_str(), base).as_ref(), Some(link));
        assert_eq!(web.is_some(), link.as_str().starts_with("http"), "{link:?}");
    } else {
        assert_eq!(web, None);
    }
    for policy in [ImagePolicy::default(), images()] {
        if let Some(image) = SafeUrl::image(input, base, &policy) {
            is_requestable(&image);
            assert!(policy.page.is_none() || !is_own(&image), "{image:?}");
            let again = SafeUrl::image(image.as_str(), None, &policy);
            assert_eq!(again, Some(image));
        }
    }
}

/// Checks that a link leads where it says, by what it is written as.
pub(crate) fn is_safe(url: &SafeUrl) {
    let text = url.as_str();
    let length = text.len();
    assert!(length <= limits::URL_CHARS, "{length} characters: {text}");
    let graphic = text.bytes().all(|byte| byte.is_ascii_graphic());
    assert!(
        graphic && !text.contains(['"', '<', '>']),
        "not escaped: {text}"
    );
    let (scheme, rest) = text.split_once(':').expect("a scheme");
    match scheme {
        "http" | "https" => is_web(url, rest),
        "mailto" => {
            assert!(!rest.contains(['?', '%', ',']), "{text}");
            assert_eq!(rest.split('@').count(), 2, "one address: {text}");
        }
        "tel" => assert!(!rest.contains(|c: char| c.is_ascii_alphabetic()), "{text}"),
        other => panic!("the scheme {other} in {text}"),
    }
    if !scheme.starts_with("http") {
        assert!(url.host().is_empty(), "a host: {text}");
    }
}

fn is_web(url: &SafeUrl, rest: &str) {
    let text = url.as_str();
    let rest = rest.strip_prefix("//").expect("two slashes");
    let authority = &rest[..rest.find(['/', '\\', '?', '#']).expect("a path")];
    assert!(
        !authority.contains(['@', '%', '\\']) && authority.starts_with(url.host()),
        "{text}"
    );
    assert!(
        !url.host().is_empty() && url.origin().ends_with(authority),
        "{text}"
    );
    let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._[]:".contains(c);
    assert!(authority.chars().all(lower), "{text}");
    let path = &rest[authority.len()..];
    let path = &path[..path.find(['?', '#']).unwrap_or(path.len())];
    assert!(path.starts_with('/') && !path.contains('\\'), "{text}");
    for segment in path.split('/') {
        let dots = segment.to_ascii_lowercase().replace("%2e", ".");
        assert!(dots != "." && dots != "..", "a dot segment in {text}");
    }
}

/// Checks that a picture's address is one of the web outside of the page: https, no address near the reader.
pub(crate) fn is_requestable(url: &SafeUrl) {
    is_safe(url);
    let text = url.as_str();
    assert!(text.starts_with("https://"), "{text}");
    let host = url.host().trim_end_matches('.');
    let last = host.rsplit('.').next().unwrap_or_default();
    assert!(last.len() < host.len(), "one label: {text}");
    assert!(
        last.starts_with(|c: char| c.is_ascii_alphabetic()),
        "a number: {text}"
    );
    for name in [
        "localhost",
        "local",
        "internal",
        "lan",
        "home",
        "arpa",
        "test",
    ] {
        assert_ne!(last, name, "{text}");
    }
}

/// Whether a picture is of the page's own origin.
pub(crate) fn is_own(url: &SafeUrl) -> bool {
    let host = url.host();
    PAGE.strip_prefix("https://") == Some(host.strip_suffix('.').unwrap_or(host))
}
