//! The URL policy. A [`SafeUrl`] is the only thing that can stand in a link or picture, and only this file makes one.
//!
//! Parsing follows the WHATWG URL standard (<https://url.spec.whatwg.org/>) for the four schemes the policy allows, by
//! hand: the `url` crate costs 60 KB in the browser. What the standard would mend in surprising ways (user names, IDN
//! hosts, percent signs in hosts) is refused.

use serde::Serialize;

use crate::limits;

/// A URL that may be followed or requested: absolute, `http`, `https`, `mailto` or `tel`, without credentials, as the
/// standard serialises it, at most [`limits::URL_CHARS`] characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SafeUrl(String);

/// Which pictures may be requested. A picture on the host page's own origin would be requested with the reader's
/// cookies, one on a local address would reach into the reader's network.
#[derive(Debug, Clone, Default)]
pub struct ImagePolicy {
    /// The origin of the host page, `https://example.org`; none outside a page.
    pub page: Option<SafeUrl>,
    /// Pictures of the host page's own origin are welcome: the JSON came from there too, or the partner said so.
    pub own_origin: bool,
}

impl SafeUrl {
    /// A link: resolved against `base`; none when it is not allowed.
    pub fn link(text: &str, base: Option<&Self>) -> Option<Self> {
        let text = clean(text);
        let url = match scheme(&text) {
            Some((scheme, rest)) if scheme == "http" || scheme == "https" => {
                absolute(&scheme, rest)
            }
            Some((scheme, rest)) if scheme == "mailto" => mail(rest),
            Some((scheme, rest)) if scheme == "tel" => telephone(rest),
            Some(_) => None,
            None => relative(&text, base?),
        }?;
        (url.len() <= limits::URL_CHARS).then_some(Self(url))
    }

    /// A web page or data: like [`SafeUrl::link`], but `http` or `https` only.
    pub fn web(text: &str, base: Option<&Self>) -> Option<Self> {
        Self::link(text, base).filter(|url| url.0.starts_with("http"))
    }

    /// A picture: `https`, with `http` upgraded, and within `policy`.
    pub fn image(text: &str, base: Option<&Self>, policy: &ImagePolicy) -> Option<Self> {
        let url = Self::web(text, base)?;
        let page = policy.page.as_ref();
        let loopback_page = page.is_some_and(|page| is_loopback(page.host()));
        let own = page.is_some_and(|page| page.host() == url.host());
        let local = is_local(url.host());
        let allowed = (own && policy.own_origin)
            || (loopback_page && is_loopback(url.host()))
            || (!own && !local);
        if !allowed {
            return None;
        }
        let keeps_http = local || page.is_some_and(|page| own && page.0.starts_with("http:"));
        match url.0.strip_prefix("http://") {
            Some(rest) if !keeps_http => Some(Self(["https://", rest].concat())),
            _ => Some(url),
        }
    }

    /// The URL as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without port; empty for `mailto` and `tel`.
    pub fn host(&self) -> &str {
        let Some((_, rest)) = self.0.split_once("://") else {
            return "";
        };
        let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
        match authority.rfind(':') {
            Some(colon) if !authority.ends_with(']') => &authority[..colon],
            _ => authority,
        }
    }

    /// Scheme, host and port: up to the path.
    pub fn origin(&self) -> &str {
        let after_scheme = self.0.find("://").map_or(0, |at| at + 3);
        let end = self.0[after_scheme..].find(['/', '?', '#']);
        &self.0[..end.map_or(self.0.len(), |at| after_scheme + at)]
    }
}

/// The standard's first steps: control characters and spaces around it go, tabs and line breaks within it go.
fn clean(text: &str) -> String {
    text.trim_matches(|c| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect()
}

fn scheme(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    named.then(|| (scheme.to_ascii_lowercase(), rest))
}

/// `rest` is what follows `http:` or `https:`.
fn absolute(scheme: &str, rest: &str) -> Option<String> {
    let authority = rest.trim_start_matches(['/', '\\']);
    // `https:page` is relative by the standard; nobody means it.
    if authority.len() == rest.len() {
        return None;
    }
    let end = authority
        .find(['/', '\\', '?', '#'])
        .unwrap_or(authority.len());
    let (authority, tail) = authority.split_at(end);
    let (host, port) = match authority.rfind(':') {
        Some(colon) if !authority.ends_with(']') => (&authority[..colon], &authority[colon + 1..]),
        _ => (authority, ""),
    };
    let mut url = [scheme, "://", &host.to_ascii_lowercase()].concat();
    if !is_host(host) || port.len() > 5 || !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let default_port = if scheme == "https" { "443" } else { "80" };
    let port = port.trim_start_matches('0');
    if !port.is_empty() && port != default_port {
        url.push(':');
        url.push_str(port);
    }
    push_tail(&mut url, "", tail);
    Some(url)
}

fn relative(text: &str, base: &SafeUrl) -> Option<String> {
    let mut characters = text.chars();
    let slash = |c| matches!(c, Some('/' | '\\'));
    let (first, second) = (characters.next()?, characters.next());
    let origin = base.origin();
    let path_and_query = base.0[origin.len()..].split('#').next()?;
    let path = path_and_query.split('?').next()?;
    match first {
        // Nothing in a shadow tree can be the target of a fragment.
        '#' => None,
        '/' | '\\' if slash(second) => absolute(scheme(&base.0)?.0.as_str(), text),
        '/' | '\\' => {
            let mut url = origin.to_owned();
            push_tail(&mut url, "", text);
            Some(url)
        }
        '?' => {
            let mut url = [origin, path].concat();
            push_encoded(&mut url, text, is_query_safe);
            Some(url)
        }
        _ => {
            let folder = &path[..path.rfind('/')?];
            let mut url = origin.to_owned();
            push_tail(&mut url, folder, &["/", text].concat());
            Some(url)
        }
    }
    .filter(|_| base.0.starts_with("http"))
}

/// Appends path, query and fragment: dot segments resolved, the standard's percent-encode sets applied. `folder` is
/// the clean path that `tail` continues.
fn push_tail(url: &mut String, folder: &str, tail: &str) {
    let path_end = tail.find(['?', '#']).unwrap_or(tail.len());
    let (path, rest) = tail.split_at(path_end);
    let mut segments: Vec<String> = folder.split('/').skip(1).map(str::to_owned).collect();
    let mut last_is_folder = path.is_empty();
    for segment in path.split(['/', '\\']).skip(1) {
        let dots = segment.replace("%2e", ".").replace("%2E", ".");
        last_is_folder = true;
        match dots.as_str() {
            "." => {}
            ".." => {
                segments.pop();
            }
            _ => {
                let mut encoded = String::new();
                push_encoded(&mut encoded, segment, is_path_safe);
                segments.push(encoded);
                last_is_folder = false;
            }
        }
    }
    for segment in &segments {
        url.push('/');
        url.push_str(segment);
    }
    if last_is_folder {
        url.push('/');
    }
    let (query, fragment) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
    push_encoded(url, query, is_query_safe);
    push_encoded(url, fragment, is_fragment_safe);
}

fn push_encoded(out: &mut String, text: &str, safe: fn(u8) -> bool) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if (0x21..0x7f).contains(&byte) && safe(byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

fn is_path_safe(byte: u8) -> bool {
    is_query_safe(byte) && !matches!(byte, b'?' | b'`' | b'{' | b'}' | b'^') || byte == b'\''
}

fn is_query_safe(byte: u8) -> bool {
    !matches!(byte, b'"' | b'#' | b'<' | b'>' | b'\'')
}

fn is_fragment_safe(byte: u8) -> bool {
    !matches!(byte, b'"' | b'<' | b'>' | b'`')
}

fn is_host(host: &str) -> bool {
    match host.strip_prefix('[').and_then(|h| h.strip_suffix(']')) {
        Some(address) => address
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.')),
        None => {
            !host.is_empty()
                && host.len() < 254
                && host
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'))
        }
    }
}

/// An address that only means something near the reader: literals, single labels, names reserved for local use.
fn is_local(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let Some((_, last)) = host.rsplit_once('.') else {
        return true; // a single label, or an IPv6 literal
    };
    // Hosts whose last label is a number are IPv4 addresses to the standard, whatever they look like.
    last.starts_with(|c: char| c.is_ascii_digit())
        || host.starts_with('[')
        || matches!(
            last,
            "local"
                | "localhost"
                | "internal"
                | "lan"
                | "home"
                | "intranet"
                | "arpa"
                | "test"
                | "invalid"
        )
}

fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "[::1]") || host.ends_with(".localhost") || is_loopback_v4(host)
}

fn is_loopback_v4(host: &str) -> bool {
    host.strip_prefix("127.").is_some_and(|rest| {
        rest.split('.').count() == 3
            && rest
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    })
}

/// `mailto:` one address, no headers: they could pre-fill a message.
fn mail(address: &str) -> Option<String> {
    let address = address.split('?').next()?;
    let (user, host) = address.split_once('@')?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$&'*+/=^_`{|}~-".contains(&byte);
    (!user.is_empty() && user.bytes().all(plain) && is_host(host) && !host.starts_with('['))
        .then(|| ["mailto:", address].concat())
}

/// `tel:` digits and what people put between them.
fn telephone(number: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_digit() || b"+-.()*#".contains(&byte);
    (number.len() >= 3 && number.len() <= 32 && number.bytes().all(plain))
        .then(|| ["tel:", number].concat())
}
