//! The URL policy. A [`SafeUrl`] is the only thing that can stand in a link or picture, and only this module makes one.
//!
//! Parsing follows the WHATWG URL standard (<https://url.spec.whatwg.org/>) for the four schemes the policy allows, by
//! hand: the `url` crate costs 60 KB in the browser. What the standard would mend in surprising ways (user names, percent
//! signs in hosts) is refused.

mod host;
mod idn;

use crate::limits;
use host::{bare, is_host, is_local, is_loopback, is_plain_address, is_port, split_port};

/// A URL that may be followed or requested: absolute, `http`, `https`, `mailto` or `tel`, without credentials, as the
/// standard serialises it, at most [`limits::URL_CHARS`] characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeUrl(String);

/// Which pictures may be requested. A picture on the host page's own origin would be requested with the reader's
/// cookies, one on a local address would reach into the reader's network.
#[derive(Debug, Clone, Default)]
pub struct ImagePolicy {
    /// The origin of the host page, `https://example.org`; none outside a page.
    pub page: Option<SafeUrl>,
    /// Pictures of the host page's own origin are welcome: the JSON came from there too, or the partner said so with
    /// `images="same-origin"`.
    pub own_origin: bool,
    /// No pictures at all: the partner said so with `images="none"`.
    pub none: bool,
}

impl SafeUrl {
    /// A link: resolved against `base`; none when it is not allowed.
    pub fn link(text: &str, base: Option<&Self>) -> Option<Self> {
        let input = clean(text);
        let (scheme, rest) = split_scheme(&input);
        let url = match scheme.to_ascii_lowercase().as_slice() {
            b"http" => with_authority("http:", rest),
            b"https" => with_authority("https:", rest),
            b"mailto" => mail(rest),
            b"tel" => telephone(rest),
            b"" => base?.resolve(rest),
            _ => None,
        }?;
        (url.len() <= limits::URL_CHARS).then_some(Self(url))
    }

    /// A web page or data: like [`SafeUrl::link`], but `http` or `https` only.
    pub fn web(text: &str, base: Option<&Self>) -> Option<Self> {
        Self::link(text, base).filter(|url| url.0.as_bytes()[0] == b'h')
    }

    /// A picture: `https`, with `http` upgraded, and within `policy`.
    pub fn image(text: &str, base: Option<&Self>, policy: &ImagePolicy) -> Option<Self> {
        let mut url = Self::web(text, base).filter(|_| !policy.none)?;
        let local = is_local(url.host());
        let own = policy
            .page
            .as_ref()
            .filter(|page| bare(page.host()) == bare(url.host()));
        let among_loopback = is_loopback(url.host())
            && policy
                .page
                .as_ref()
                .is_some_and(|page| is_loopback(page.host()));
        let allowed = among_loopback
            || if own.is_some() {
                policy.own_origin
            } else {
                !local
            };
        // Pages without https have pictures without it; everything else is upgraded.
        let keeps_http = local || own.is_some_and(|page| !page.is_https());
        if !url.is_https() && !keeps_http {
            url.0.insert(4, 's');
            // Its port may be the usual one now, and it is a character longer.
            url = Self::link(&url.0, None)?;
        }
        allowed.then_some(url)
    }

    /// The URL as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_https(&self) -> bool {
        self.0.as_bytes().get(4) == Some(&b's')
    }

    /// The host without port; empty for `mailto` and `tel`.
    pub fn host(&self) -> &str {
        let origin = self.origin();
        let start = origin.len()
            - origin
                .bytes()
                .rev()
                .take_while(|byte| *byte != b'/')
                .count();
        let authority = origin.as_bytes().get(start..).unwrap_or_default();
        let host = split_port(authority).0;
        // The name before an `@` may have slashes too.
        if self.0.as_bytes().first() != Some(&b'h') {
            return "";
        }
        self.0.get(start..start + host.len()).unwrap_or_default()
    }

    /// Scheme, host and port: up to the path.
    pub fn origin(&self) -> &str {
        let mut slashes = 0;
        let end = self.0.bytes().take_while(|byte| {
            slashes += usize::from(*byte == b'/');
            slashes < 3
        });
        self.0.get(..end.count()).unwrap_or_default()
    }

    /// What `input`, which has no scheme, means on the page at this URL.
    fn resolve(&self, input: &[u8]) -> Option<String> {
        let root = self.origin().len();
        let slash = |at| matches!(input.get(at), Some(b'/' | b'\\'));
        if slash(0) && slash(1) {
            return absolute(if self.is_https() { "https:" } else { "http:" }, input);
        }
        let own_path = self
            .0
            .bytes()
            .take_while(|byte| !matches!(byte, b'?' | b'#'));
        let mut url = self.0.get(..own_path.count())?.to_owned();
        match input.first()? {
            b'#' => return None, // nothing in a shadow tree can be the target of a fragment
            b'?' => push_query(&mut url, input),
            _ if slash(0) => {
                url.truncate(root);
                push_path(&mut url, root, &input[1..]);
            }
            _ => {
                pop_segment(&mut url, root);
                push_path(&mut url, root, input);
            }
        }
        (self.0.as_bytes()[0] == b'h').then_some(url)
    }
}

/// The standard's first steps: control characters and spaces around it go, tabs and line breaks within it go.
fn clean(text: &str) -> Vec<u8> {
    let mut input = Vec::new();
    for byte in text.bytes() {
        let skipped = matches!(byte, b'\t' | b'\n' | b'\r') || (byte <= b' ' && input.is_empty());
        if !skipped {
            input.push(byte);
        }
    }
    while input.last().is_some_and(|byte| *byte <= b' ') {
        input.pop();
    }
    input
}

/// The scheme, if there is one, and what follows its colon.
fn split_scheme(input: &[u8]) -> (&[u8], &[u8]) {
    let named = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let length = input.iter().take_while(named).count();
    if input.first().is_some_and(u8::is_ascii_alphabetic) && input.get(length) == Some(&b':') {
        return (&input[..length], &input[length + 1..]);
    }
    (&[], input)
}

/// With fewer than two slashes it is relative to a base of the same scheme by the standard; nobody means it.
fn with_authority(scheme: &str, rest: &[u8]) -> Option<String> {
    let slash = |at| matches!(rest.get(at), Some(b'/' | b'\\'));
    if slash(0) && slash(1) {
        absolute(scheme, rest)
    } else {
        None
    }
}

/// `rest` is what follows `scheme`, which is `http:` or `https:`.
fn absolute(scheme: &str, rest: &[u8]) -> Option<String> {
    let is_slash = |byte: &&u8| matches!(byte, b'/' | b'\\');
    let slashes = rest.iter().take_while(is_slash).count();
    // `https:page` is relative by the standard; nobody means it.
    if slashes == 0 {
        return None;
    }
    let rest = &rest[slashes..];
    let inside = |byte: &&u8| !matches!(byte, b'/' | b'\\' | b'?' | b'#');
    let (authority, tail) = rest.split_at(rest.iter().take_while(inside).count());
    let (host, port) = split_port(authority);
    if !is_host(host) || !is_port(port) {
        return None;
    }
    let translated;
    // What claims to be punycode may be none.
    let claims = host
        .windows(4)
        .any(|four| four.eq_ignore_ascii_case(b"xn--"));
    let host = if host.is_ascii() && !claims {
        host
    } else {
        translated = idn::ascii(core::str::from_utf8(host).ok()?)?;
        translated.as_bytes()
    };
    if !host.is_ascii() || !is_host(host) || !is_plain_address(host) {
        return None;
    }
    let mut url = [scheme, "//"].concat();
    for byte in host {
        url.push(char::from(byte.to_ascii_lowercase()));
    }
    let zeros = port.iter().take_while(|digit| **digit == b'0').count();
    let port = &port[zeros.min(port.len().saturating_sub(1))..];
    let default: &[u8] = if scheme.len() == 6 { b"443" } else { b"80" };
    if !port.is_empty() && port != default {
        url.push(':');
        push_encoded(&mut url, port, 0);
    }
    let root = url.len();
    let skip = usize::from(
        tail.first()
            .is_some_and(|byte| matches!(byte, b'/' | b'\\')),
    );
    push_path(&mut url, root, &tail[skip..]);
    Some(url)
}

fn pop_segment(url: &mut String, root: usize) {
    while url.len() > root && url.pop() != Some('/') {}
}

/// Appends the path `input` (without its leading slash) with its query and fragment, dot segments resolved, the
/// standard's percent-encode sets applied. Nothing before `root` is touched.
fn push_path(url: &mut String, root: usize, input: &[u8]) {
    let mut rest = input;
    loop {
        let inside = |byte: &&u8| !matches!(byte, b'/' | b'\\' | b'?' | b'#');
        let (segment, after) = rest.split_at(rest.iter().take_while(inside).count());
        let last = !matches!(after.first(), Some(b'/' | b'\\'));
        let dots = match segment.to_ascii_lowercase().as_slice() {
            b"." | b"%2e" => 1,
            b".." | b".%2e" | b"%2e." | b"%2e%2e" => 2,
            _ => 0,
        };
        if dots == 2 {
            pop_segment(url, root);
        }
        if dots == 0 || last {
            url.push('/');
        }
        if dots == 0 {
            push_encoded(url, segment, 0);
        }
        if last {
            return push_query(url, after);
        }
        rest = &after[1..];
    }
}

/// Appends `?query#fragment`.
fn push_query(url: &mut String, input: &[u8]) {
    let query = input.iter().take_while(|byte| **byte != b'#').count();
    push_encoded(url, &input[..query], 1);
    push_encoded(url, &input[query..], 2);
}

/// Appends `input`, percent-encoded as the standard does it in paths (0), queries (1) and fragments (2).
fn push_encoded(url: &mut String, input: &[u8], place: usize) {
    const ENCODED: [&[u8]; 3] = [b"\"#<>?`{}^", b"\"<>'", b"\"<>`"];
    for &byte in input {
        if byte > b' ' && byte < 0x7f && !ENCODED[place].contains(&byte) {
            url.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
            url.push('%');
            url.push(digit(byte >> 4));
            url.push(digit(byte & 15));
        }
    }
}

/// `mailto:` one address, no headers: they could pre-fill a message.
fn mail(address: &[u8]) -> Option<String> {
    let address = address.split(|byte| *byte == b'?').next()?;
    let at = address.iter().position(|byte| *byte == b'@')?;
    let (user, host) = (&address[..at], &address[at + 1..]);
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b".!#$&'*+/=^_`{|}~-".contains(byte);
    let ascii_host = host.is_ascii() && is_host(host) && host[0] != b'[';
    let allowed = at > 0 && user.iter().all(plain) && ascii_host;
    allowed.then(|| ascii("mailto:", address))
}

/// `tel:` digits and what people put between them.
fn telephone(number: &[u8]) -> Option<String> {
    let plain = |byte: &u8| byte.is_ascii_digit() || b"+-.()*#".contains(byte);
    let allowed = (3..33).contains(&number.len()) && number.iter().all(plain);
    allowed.then(|| ascii("tel:", number))
}

/// `text`, which is ASCII, after `scheme`.
fn ascii(scheme: &str, text: &[u8]) -> String {
    let mut url = scheme.to_owned();
    url.extend(text.iter().map(|byte| char::from(*byte)));
    url
}
