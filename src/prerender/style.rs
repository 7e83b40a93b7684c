//! How the style sheet comes along with a pre-rendered card. A page's Content-Security-Policy may forbid what stands in the
//! page.

use super::attribute;

/// What scripts put on every card, and what is only for those that no script has seen yet.
const SHEETS: [&str; 2] = [
    include_str!("../style/card.css"),
    include_str!("../style/prerendered.css"),
];

/// Where a pre-rendered card has its style sheet from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Style {
    /// It brings it along, with this nonce for pages whose `style-src` asks for one.
    Inline {
        /// The page's nonce, which is another for each answer.
        nonce: Option<String>,
    },
    /// A file at this address, for all cards: [`style_sheet`], or `card.css` of the script's folder.
    Link(String),
}

impl Default for Style {
    fn default() -> Self {
        Self::Inline { nonce: None }
    }
}

impl Style {
    /// What the shadow tree begins with.
    pub(super) fn push(&self, out: &mut String) {
        match self {
            Self::Link(url) => {
                out.push_str("<link rel=\"stylesheet\"");
                attribute(out, "href", Some(url));
                out.push('>');
            }
            Self::Inline { nonce } => {
                out.push_str("<style");
                attribute(out, "nonce", nonce.as_deref());
                out.extend([">", &style_sheet(), "</style>"]);
            }
        }
    }
}

/// The style sheet of pre-rendered cards: to serve as a file for [`Style::Link`], or to hash for `style-src`.
pub fn style_sheet() -> String {
    let mut out = String::new();
    for sheet in SHEETS {
        let mut rest = sheet;
        while let Some((rules, comment)) = rest.split_once("/*") {
            push_rules(&mut out, rules);
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        }
        push_rules(&mut out, rest);
    }
    out
}

/// Without line breaks and indentation; a space is left where it may part two selectors or two values.
fn push_rules(out: &mut String, rules: &str) {
    for word in rules.split_ascii_whitespace() {
        let parted = out.ends_with(['{', '}', ';', ',']) || word.starts_with(['{', '}']);
        if !out.is_empty() && !parted {
            out.push(' ');
        }
        out.push_str(word);
    }
}
