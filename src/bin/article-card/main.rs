//! The command line: a document in; normalised JSON, HTML, or what is wrong and missing out. And folders as a website.

mod check;
mod embed;
mod looks;
mod missing;
mod normalize;
mod oembed;
mod places;
mod render;
mod serve;
mod source;
mod telling;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

const EXAMPLES: &str = "Examples:
  article-card check story.json
  article-card normalize --base https://news.example/ story.json
  article-card render story.json > card.html
  curl -s https://news.example/feed.json | article-card render --item 0 -
  article-card serve www

Exit codes: 0 done, 1 bad document, 2 wrong arguments, 3 the file cannot be read or the output not written, \
or there is nothing to serve or no port to serve it on.
Documents above 4 MB are refused.";

/// Turns the JSON of a news article into a card.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the document as article-card/1 or article-feed/1, with what was left out or repaired
    Normalize(normalize::Arguments),
    /// Print the card as HTML with a declarative shadow root: it shows without any script
    Render(Box<render::Arguments>),
    /// Print what partners paste into their pages to have the card there
    Embed(Box<embed::Arguments>),
    /// Print the oEmbed answer by which CMSs turn the address of an article into its card
    Oembed(Box<oembed::Arguments>),
    /// Print what the document is, its problems (exit 1 if there are any) and what is missing for a complete card
    Check(check::Arguments),
    /// Serve folders on this machine, for development: not a production server
    Serve(serve::Arguments),
}

/// Why the command did not do what it was asked for.
#[derive(Debug)]
enum Failure {
    /// The document cannot be shown.
    Document(article_card::Error),
    /// What is wrong has been told.
    Problems,
    /// So has this one's reason: a file could not be read.
    Unread,
    /// A file, standard input or standard output failed; the text says which.
    Io(String, io::Error),
}

impl Failure {
    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Document(_) | Self::Problems => ExitCode::from(1),
            Self::Io(..) | Self::Unread => ExitCode::from(3),
        }
    }

    /// Tells what is wrong, of one `file` of many; what is left to say is the exit code.
    fn told(self, file: Option<&Path>) -> Self {
        match self {
            Self::Document(error) => {
                complain(&telling::of(file, &located(&error.path, &error.message)));
                Self::Problems
            }
            // It names the file itself.
            Self::Io(what, error) => {
                complain(&format!("{what}: {error}"));
                Self::Unread
            }
            told => told,
        }
    }
}

impl From<article_card::Error> for Failure {
    fn from(error: article_card::Error) -> Self {
        Self::Document(error)
    }
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Normalize(arguments) => normalize::run(&arguments),
        Command::Render(arguments) => render::run(&arguments),
        Command::Embed(arguments) => embed::run(&arguments),
        Command::Oembed(arguments) => oembed::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Serve(arguments) => serve::run(arguments),
    };
    let Err(failure) = result else {
        return ExitCode::SUCCESS;
    };
    match failure {
        // Whoever closed the pipe has read enough: `article-card render story.json | head`.
        Failure::Io(_, error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        failure => failure.told(None).exit_code(),
    }
}

/// Says what is wrong with the arguments, and ends.
fn refuse(command: &str, message: &str) -> ! {
    let mut all = Arguments::command();
    all.build();
    match all.find_subcommand_mut(command) {
        Some(own) => own.error(ErrorKind::ArgumentConflict, message).exit(),
        None => all.error(ErrorKind::ArgumentConflict, message).exit(),
    }
}

/// Writes to standard output.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| Failure::Io("standard output".into(), error))
}

/// Writes one line to standard error. When that is closed nobody is left to tell.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "article-card: {message}");
}

/// Where and what, in one line: it may quote the document, which must neither start a line nor steer the terminal.
fn located(path: &str, message: &str) -> String {
    let separator = if path.is_empty() { "" } else { ": " };
    let mut line = String::new();
    for c in [path, separator, message].concat().chars() {
        if c.is_control() {
            line.extend(c.escape_default());
        } else {
            line.push(c);
        }
    }
    line
}
