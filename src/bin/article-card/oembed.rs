//! `article-card oembed`: the answer of an oEmbed provider, as a file.

use std::path::PathBuf;

use article_card::prerender::{OEmbed, Snippet};
use article_card::sanitize::SafeUrl;

use crate::embed::{Chosen, frame};
use crate::looks::Looks;
use crate::source::{Choice, Reading, web_url};
use crate::telling::Telling;
use crate::{Failure, print};

const EXAMPLES: &str = "Examples, with all of it published at AT=https://news.example:
  article-card oembed --src $AT/story.json --frame $AT/embed.html story.json > oembed.json

The page of the article leads there, from its head:
  <link rel=\"alternate\" type=\"application/json+oembed\" href=\"$AT/oembed.json\">";

/// What to answer of.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, mut_arg("collapse", |arg| arg.hide(true)))]
pub(crate) struct Arguments {
    /// The document: a JSON file, or - for standard input
    #[arg(value_name = "FILE|-")]
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choice: Choice,
    /// The address of the document
    #[arg(long, value_name = "URL", value_parser = web_url, conflicts_with = "collapse")]
    src: SafeUrl,
    /// The address of embed.html, on the host of the articles: CMSs follow links to no other
    #[arg(long, value_name = "URL", value_parser = web_url)]
    frame: SafeUrl,
    /// The width of the frame, in pixels
    #[arg(long, value_name = "PIXELS", default_value_t = 600, value_parser = clap::value_parser!(u32).range(100..=4000))]
    width: u32,
    /// Its height until it says so itself, in pixels: else an estimate
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(50..=20_000))]
    height: Option<u32>,
    /// For how many seconds the answer may be kept
    #[arg(long, value_name = "SECONDS", default_value_t = 3600)]
    cache_age: u32,
    #[command(flatten)]
    telling: Telling,
    #[command(flatten)]
    looks: Looks,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let chosen = Chosen {
        src: Some(&arguments.src),
        reading: &arguments.reading,
        choice: &arguments.choice,
        looks: &arguments.looks,
    };
    let form = frame(
        "oembed",
        Some(&arguments.frame),
        &arguments.looks,
        &arguments.reading,
    );
    let snippet = Snippet {
        width: arguments.width,
        height: arguments.height,
        ..chosen.snippet(form)
    };
    let (parsed, _) = chosen.read(&arguments.file)?;
    arguments.telling.warn(None, &parsed.warnings)?;
    let answer = OEmbed {
        snippet,
        cache_age: arguments.cache_age,
    };
    print(&answer.json(&parsed)?)
}
