//! Hosts: which are well formed, which mean something only near the reader.

use crate::article::text;

/// Host and port of an authority.
pub(super) fn split_port(authority: &[u8]) -> (&[u8], &[u8]) {
    match authority
        .iter()
        .rposition(|byte| matches!(byte, b':' | b']'))
    {
        Some(at) if authority[at] == b':' => (&authority[..at], &authority[at + 1..]),
        _ => (authority, &[]),
    }
}

pub(super) fn is_port(port: &[u8]) -> bool {
    let mut value = 0;
    for digit in port {
        if !digit.is_ascii_digit() || value > 6_553 {
            return false;
        }
        value = value * 10 + u32::from(digit - b'0');
    }
    value < 65_536
}

/// Whether nothing but a host stands there: names in other scripts are still to be translated.
pub(super) fn is_host(host: &[u8]) -> bool {
    if let [b'[', address @ .., b']'] = host {
        return is_ipv6(address);
    }
    let named = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') || !byte.is_ascii()
    };
    (1..254).contains(&host.len()) && host.iter().all(named)
}

/// Groups of hexadecimal digits, eight of them or fewer around one `::`. Forms with a dotted IPv4 end are refused.
pub(super) fn is_ipv6(address: &[u8]) -> bool {
    let (mut groups, mut gaps) = (0, 0);
    let ends_in_gap = address.starts_with(b"::") || address.ends_with(b"::");
    for group in address.split(|byte| *byte == b':') {
        if !group.iter().all(u8::is_ascii_hexdigit) || group.len() > 4 {
            return false;
        }
        if group.is_empty() {
            gaps += 1;
        } else {
            groups += 1;
        }
    }
    match gaps {
        0 => groups == 8,
        1 => {
            (1..8).contains(&groups)
                && !ends_in_gap
                && !address.starts_with(b":")
                && !address.ends_with(b":")
        }
        2 => (1..8).contains(&groups) && ends_in_gap,
        3 => address == b"::",
        _ => false,
    }
}

/// An address that only means something near the reader: literals, single labels, names reserved for local use.
pub(super) fn is_local(host: &str) -> bool {
    const LOCAL: &str = "local localhost internal lan home intranet arpa test invalid";
    let host = bare(host);
    let dot = host.bytes().rposition(|byte| byte == b'.');
    let last = dot.and_then(|dot| host.get(dot + 1..)).unwrap_or_default();
    // Hosts whose last label is a number are IPv4 addresses to the standard, whatever they look like.
    !last.starts_with(|c: char| c.is_ascii_alphabetic()) || text::is_among(last, LOCAL)
}

/// A host without the dot that a fully qualified name may end with.
pub(super) fn bare(host: &str) -> &str {
    host.strip_suffix(".").unwrap_or(host)
}

pub(super) fn is_loopback(host: &str) -> bool {
    let host = host.as_bytes();
    let v4 = host.starts_with(b"127.") && !host.iter().any(u8::is_ascii_alphabetic);
    v4 || host == b"[::1]" || host == b"localhost" || host.ends_with(b".localhost")
}

/// Whether a host is written the one way the standard writes it, if it is an address and no name: others would lead
/// elsewhere than they look.
pub(super) fn is_plain_address(host: &[u8]) -> bool {
    if let [b'[', address @ .., b']'] = host {
        return is_plain_ipv6(address);
    }
    let whole = host.strip_suffix(b".").unwrap_or(host);
    let last = whole
        .rsplit(|byte| *byte == b'.')
        .next()
        .unwrap_or_default();
    let hexadecimal = last.len() > 1
        && last[0] == b'0'
        && last[1].eq_ignore_ascii_case(&b'x')
        && last[2..].iter().all(u8::is_ascii_hexdigit);
    let number = !last.is_empty() && last.iter().all(u8::is_ascii_digit);
    if !number && !hexadecimal {
        return true;
    }
    let mut parts = 0;
    for part in host.split(|byte| *byte == b'.') {
        let plain = matches!(part, [b'0'] | [b'1'..=b'9', ..]) && part.len() < 4;
        let digits = part.iter().all(u8::is_ascii_digit);
        if !plain || !digits || (part.len() == 3 && part > b"255".as_slice()) {
            return false;
        }
        parts += 1;
    }
    parts == 4
}

fn is_plain_ipv6(address: &[u8]) -> bool {
    let mut zeros = 0;
    let mut groups = 0;
    let mut gap = false;
    for group in address.split(|byte| *byte == b':') {
        if group.is_empty() {
            gap = true;
            continue;
        }
        groups += 1;
        if group.len() > 1 && group[0] == b'0' {
            return false;
        }
        zeros += u32::from(group == b"0");
    }
    // One gap stands for two groups of zeros at least, and for the longest run of them.
    if gap {
        groups < 7 && zeros == 0
    } else {
        zeros < 2
    }
}
