//! Character references: numeric ones, and the named ones of HTML 4 with the common ones of HTML 5. An unknown one stays
//! as typed.

use crate::article::text;
use crate::words::{Words, words};

/// `raw` with its character references replaced; in attributes `&copy=` stays as it is.
pub(super) fn decode(raw: &str, in_attribute: bool) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut parts = text::split(raw, b'&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let named = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
        let length = part.bytes().take_while(named).count();
        let (reference, rest) = part.split_at(length);
        let after = rest.as_bytes().first();
        // `?a=1&copy=2` is an address.
        let query = in_attribute && !reference.starts_with('#') && after == Some(&b'=');
        if let Some(c) = character(reference).filter(|_| !query) {
            out.push(c);
            out.push_str(rest.strip_prefix(';').unwrap_or(rest));
        } else {
            out.push('&');
            out.push_str(part);
        }
    }
    out
}

fn character(reference: &str) -> Option<char> {
    // What numbers from 128 mean: old editors wrote windows-1252 (HTML, "numeric character reference end state").
    const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let Some(number) = reference.strip_prefix('#') else {
        return named(reference);
    };
    let hexadecimal = number.strip_prefix(['x', 'X']);
    let radix = if hexadecimal.is_some() { 16 } else { 10 };
    let digits = hexadecimal.unwrap_or(number);
    let mut code = 0u32;
    for c in digits.chars() {
        code = code
            .saturating_mul(radix)
            .saturating_add(c.to_digit(radix)?);
    }
    let meant = code
        .checked_sub(0x80)
        .and_then(|at| WINDOWS.chars().nth(at as usize));
    let c = meant.or_else(|| char::from_u32(code).filter(|c| *c != '\0'));
    (!digits.is_empty()).then(|| c.unwrap_or('\u{fffd}'))
}

/// Latin 1 from U+00A0 on, in order (HTML 4, 24.2.1).
const LATIN: Words = words!(
    "nbsp" "iexcl" "cent" "pound" "curren" "yen" "brvbar" "sect" "uml" "copy" "ordf" "laquo" "not" "shy" "reg" "macr"
    "deg" "plusmn" "sup2" "sup3" "acute" "micro" "para" "middot" "cedil" "sup1" "ordm" "raquo" "frac14" "frac12"
    "frac34" "iquest" "Agrave" "Aacute" "Acirc" "Atilde" "Auml" "Aring" "AElig" "Ccedil" "Egrave" "Eacute" "Ecirc"
    "Euml" "Igrave" "Iacute" "Icirc" "Iuml" "ETH" "Ntilde" "Ograve" "Oacute" "Ocirc" "Otilde" "Ouml" "times" "Oslash"
    "Ugrave" "Uacute" "Ucirc" "Uuml" "Yacute" "THORN" "szlig" "agrave" "aacute" "acirc" "atilde" "auml" "aring"
    "aelig" "ccedil" "egrave" "eacute" "ecirc" "euml" "igrave" "iacute" "icirc" "iuml" "eth" "ntilde" "ograve"
    "oacute" "ocirc" "otilde" "ouml" "divide" "oslash" "ugrave" "uacute" "ucirc" "uuml" "yacute" "thorn" "yuml"
);
/// Greek from U+0391 and U+03B1 on; the second capital sigma holds the place of the final one.
const GREEK: Words = words!(
    "Alpha" "Beta" "Gamma" "Delta" "Epsilon" "Zeta" "Eta" "Theta" "Iota" "Kappa" "Lambda" "Mu" "Nu" "Xi" "Omicron"
    "Pi" "Rho" "Sigmaf" "Sigma" "Tau" "Upsilon" "Phi" "Chi" "Psi" "Omega"
);
const OTHER: Words = words!(
    "amp" "lt" "gt" "quot" "apos" "AMP" "LT" "GT" "QUOT" "COPY" "REG" "hellip" "mdash" "ndash" "lsquo" "rsquo"
    "ldquo" "rdquo" "sbquo" "bdquo" "lsaquo" "rsaquo" "bull" "trade" "euro" "OElig" "oelig" "Scaron" "scaron" "Yuml"
    "fnof" "circ" "tilde" "ensp" "emsp" "thinsp" "zwnj" "zwj" "lrm" "rlm" "dagger" "Dagger" "permil" "prime" "Prime"
    "oline" "frasl" "larr" "uarr" "rarr" "darr" "harr" "minus" "infin" "ne" "le" "ge" "asymp" "equiv" "sum" "prod"
    "radic" "part" "int" "cap" "cup" "isin" "forall" "exist" "empty" "nabla" "loz" "spades" "clubs" "hearts" "diams"
    "check" "star" "num" "dollar" "percnt" "lpar" "rpar" "ast" "plus" "comma" "period" "sol" "colon" "semi" "equals"
    "quest" "commat" "lsqb" "rsqb" "lowbar" "lbrace" "rbrace" "vert" "NewLine" "Tab" "excl" "bsol" "hyphen" "horbar"
);
const OTHERS: &str = "&<>\"'&<>\"©®…—–‘’“”‚„‹›•™€ŒœŠšŸƒˆ˜\u{2002}\u{2003}\u{2009}\u{200c}\u{200d}\u{200e}\u{200f}†‡‰′″‾⁄←↑→↓↔−∞≠≤≥≈≡∑∏√∂∫∩∪∈∀∃∅∇◊♠♣♥♦✓☆#$%()*+,./:;=?@[]_{}|\n\t!\\‐―";

fn named(name: &str) -> Option<char> {
    // `thetasym` would be the longest, and none is shorter than `lt`.
    if !(2..9).contains(&name.len()) {
        return None;
    }
    let from = |first: u32, at: usize| char::from_u32(first + at as u32);
    if let Some(at) = LATIN.position(name) {
        return from(0xa0, at);
    }
    if let Some(at) = OTHER.position(name) {
        return OTHERS.chars().nth(at);
    }
    if let Some(at) = GREEK.position(name) {
        return from(0x391, at).filter(|_| name != "Sigmaf"); // there is no capital one
    }
    let mut upper = name.to_owned();
    upper.get_mut(..1)?.make_ascii_uppercase();
    if upper == name {
        return None;
    }
    from(0x3b1, GREEK.position(&upper)?)
}
