//! `article-card normalize`: the document as this crate understood it.

use article_card::Warning;
use article_card::article::Document;
use serde::Serialize;

use crate::source::{Choice, Source};
use crate::{Failure, print, telling};

const EXAMPLES: &str = "Examples:
  article-card normalize story.json
  article-card normalize --base https://news.example/ --item 2 feed.json
  curl -s https://news.example/story.json | article-card normalize - | jq .warnings";

/// What to normalise.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    choice: Choice,
    /// What would be left out or repaired is an error
    #[arg(long)]
    strict: bool,
}

#[derive(Serialize)]
struct Normalized<'a> {
    format: &'a str,
    document: &'a Document,
    warnings: &'a [Warning],
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let parsed = arguments.source.read()?;
    if arguments.strict && !parsed.warnings.is_empty() {
        telling::tell(None, &parsed.warnings);
        return Err(Failure::Problems);
    }
    let item = match arguments.choice.item.as_deref() {
        Some(item) => Some(parsed.article(Some(item))?.clone()),
        None => None,
    };
    let item = item.map(Document::Article);
    let normalized = Normalized {
        format: parsed.format,
        document: item.as_ref().unwrap_or(&parsed.document),
        warnings: &parsed.warnings,
    };
    let json = serde_json::to_string_pretty(&normalized)
        .map_err(|error| Failure::Io("JSON".into(), error.into()))?;
    print(&(json + "\n"))
}
