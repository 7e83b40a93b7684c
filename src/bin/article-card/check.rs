//! `article-card check`: what is wrong with a document, and what is missing, for those who write it.

use crate::source::Source;
use crate::{Failure, located, missing, print};

const EXAMPLES: &str =
    "First a line says what was recognised: `ghost, one story: “Ferry returns”`. Then come:

Problems, each with its place: `authors[1].name: expected text, found a number`. An error ends the check, \
every other problem is something the card leaves out or repairs. They exit with 1.

Suggestions, of what is missing for a complete card: what the card does without it, and where it is read \
from. They exit with 0: a story without a picture is a story.

Examples:
  article-card check story.json
  article-card check --base https://news.example/ feed.json
  for story in stories/*.json; do article-card check \"$story\" || echo \"in $story\"; done";

/// What to check.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    source: Source,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let parsed = match arguments.source.read() {
        Ok(parsed) => parsed,
        Err(Failure::Document(error)) => {
            print(&(located(&error.path, &error.message) + "\n"))?;
            return Err(Failure::Problems);
        }
        Err(failure) => return Err(failure),
    };
    let mut lines = vec![located("", &missing::recognised(&parsed))];
    for warning in &parsed.warnings {
        lines.push(located(&warning.path, &warning.message));
    }
    if parsed.warnings.is_empty() {
        lines.push("no problems".into());
    }
    // With a map nothing is looked for where it usually stands.
    let format = if arguments.source.has_map() {
        "map"
    } else {
        parsed.format
    };
    let suggestions = missing::suggestions(&parsed, format);
    if suggestions.is_empty() {
        lines.push("nothing is missing".into());
    }
    let suggestions = suggestions.iter();
    lines.extend(suggestions.map(|suggestion| located("suggestion", suggestion)));
    print(&(lines.join("\n") + "\n"))?;
    if parsed.warnings.is_empty() {
        return Ok(());
    }
    Err(Failure::Problems)
}
