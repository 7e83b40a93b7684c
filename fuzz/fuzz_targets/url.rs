//! Addresses, compared with the `url` crate: what the policy lets through is what the standard makes of it.
#![no_main]

#[path = "../../tests/properties/mod.rs"]
mod properties;

use article_card::sanitize::SafeUrl;
use libfuzzer_sys::fuzz_target;
use properties::{address, work};
use url::Url;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    address::check(&text);
    let (page, rest) = text
        .split_once('\n')
        .unwrap_or(("https://news.example/a/b", &text));
    let page = SafeUrl::web(page, None);
    if let Some(link) = SafeUrl::web(rest, page.as_ref()) {
        is_standard(rest, page.as_ref(), &link);
    }
    if work::is_due(bytes) {
        work::check(&text, address::read);
    }
});

/// Checks that `link` is what the standard makes of `text`, as far as the policy follows it.
fn is_standard(text: &str, page: Option<&SafeUrl>, link: &SafeUrl) {
    // Numbers are written as they came, and punycode is not looked into.
    let mut labels = link.host().rsplit('.').filter(|label| !label.is_empty());
    let named = |label: &str| label.starts_with(|c: char| c.is_ascii_alphabetic());
    let in_punycode = link.host().contains("xn--") && text.to_lowercase().contains("--");
    if !labels.next().is_some_and(named) || in_punycode {
        return;
    }
    let base = page.map(|page| Url::parse(page.as_str())).transpose();
    let Ok(base) = base else { return };
    // By the standard `https:/a` is relative to a page with https: nobody means it.
    let standard = Url::parse(text).or_else(|_| Url::options().base_url(base.as_ref()).parse(text));
    match standard {
        // The standard ignores slashes too many after a base, the crate does not.
        Err(url::ParseError::EmptyHost) => {}
        // The standard's path percent-encode set has `^` since 2023, the crate's has not.
        // The crate takes `h:` in any path for a drive, which `..` does not leave.
        Ok(url) if url.path_segments().is_some_and(|mut all| all.any(is_drive)) => {}
        standard => assert_eq!(
            standard.map(|url| url.as_str().replace('^', "%5E")),
            Ok(link.as_str().replace('^', "%5E"))
        ),
    }
}

fn is_drive(segment: &str) -> bool {
    let mut bytes = segment.bytes();
    bytes
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && matches!(bytes.next(), Some(b':' | b'|'))
}
