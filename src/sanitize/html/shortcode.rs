//! What plug-ins of `WordPress` leave in a body when they are not there to replace it: `[vc_row width="1/2"]`.

/// `text` without shortcodes. Words in brackets stay: a shortcode has an underscore in its name, attributes, or one of
/// `WordPress`'s own names.
pub(super) fn without(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte == b'[') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let length = code(from.as_bytes());
        let (code, after) = from.split_at(length.unwrap_or(1));
        if length.is_none() {
            out.push_str(code);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// How long the shortcode at the start of `text` is.
fn code(text: &[u8]) -> Option<usize> {
    const OWN: &[&[u8]] = &[
        b"caption",
        b"gallery",
        b"embed",
        b"audio",
        b"video",
        b"playlist",
    ];
    let inside = text.strip_prefix(b"[/").or(text.strip_prefix(b"["))?;
    let named = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let name = &inside[..inside.iter().take_while(named).count()];
    if !name.first()?.is_ascii_alphabetic() {
        return None;
    }
    // No line is longer than this: a bracket that never closes is looked through only so far.
    let end = inside.iter().take(1_000).position(|byte| *byte == b']')?;
    let rest = inside.get(name.len()..end)?;
    let attributes =
        rest.starts_with(b" ") && rest.windows(2).any(|pair| matches!(pair, b"=\"" | b"='"));
    let is_code = (rest.is_empty() || rest.starts_with(b" "))
        && (attributes || name.contains(&b'_') || OWN.contains(&name));
    is_code.then_some(text.len() - inside.len() + end + 1)
}
