//! `article-card check`: what is wrong with a document, for those who write it.

use crate::source::Source;
use crate::{Failure, located, print};

const EXAMPLES: &str =
    "Each line says where and what: `authors[1].name: expected text, found a number`.
An error ends the check; otherwise each line is something the card leaves out or repairs.

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
    let problems: Vec<String> = match arguments.source.read() {
        Ok(parsed) => parsed
            .warnings
            .into_iter()
            .map(|warning| located(&warning.path, &warning.message) + "\n")
            .collect(),
        Err(Failure::Document(error)) => vec![located(&error.path, &error.message) + "\n"],
        Err(failure) => return Err(failure),
    };
    if problems.is_empty() {
        return print("no problems\n");
    }
    print(&problems.concat())?;
    Err(Failure::Problems)
}
