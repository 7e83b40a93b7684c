//! `article-card render`: cards as HTML that shows without any script.

use std::path::{Path, PathBuf};

use article_card::article::{Document, Field, Record};
use article_card::prerender::{Data, Prerender, Style, fragment};
use article_card::sanitize::SafeUrl;
use article_card::{Context, Parsed, Warning};
use serde::Serialize;

use crate::looks::Looks;
use crate::source::{Choice, Reading, any_url};
use crate::telling::Telling;
use crate::{Failure, print, refuse};

const EXAMPLES: &str = "Examples:
  article-card render story.json > card.html
  article-card render --item 0 --heading-level 3 --lang de feed.json
  article-card render --collapse --theme dark --nonce r4nd0m story.json
  article-card render --stylesheet https://news.example/article-card/card.css --src /story.json story.json
  article-card render --fragment story.json > newsletter.html
  article-card render --json stories/*.json | jq -r '.[].html'
  curl -s https://news.example/story.json | article-card render --base https://news.example/ -

A feed becomes an article-feed element, anything else an article-card. What was left out or repaired
is told on standard error. Nothing is printed unless all can be.";

/// What to render, and how.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The documents: files of JSON, or XML of feeds, or - for standard input
    #[arg(value_name = "FILE|-", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choice: Choice,
    /// Plain HTML for RSS, newsletters and CMSs: no element, shadow tree or style, classes like ac-headline
    #[arg(long, conflicts_with_all = ["stylesheet", "nonce", "src", "no_data", "theme", "collapse"])]
    fragment: bool,
    /// A JSON list with an entry for each story: file, id, url, headline, html, warnings
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    telling: Telling,
    #[command(flatten)]
    style: Sheet,
    #[command(flatten)]
    data: Script,
    #[command(flatten)]
    looks: Looks,
}

/// How the style sheet comes along. A page's Content-Security-Policy may forbid what stands in the page.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
struct Sheet {
    /// Link to the style sheet at this address (dist/card.css), for a CSP whose style-src allows that
    #[arg(long, value_name = "URL", value_parser = any_url)]
    stylesheet: Option<String>,
    /// Mark the style sheet with this nonce, for a CSP whose style-src has it
    #[arg(long, value_name = "NONCE", value_parser = nonce)]
    nonce: Option<String>,
}

/// What the element's script is given; the document itself, unless one of these is said.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
struct Script {
    /// The address of the document: the element's script looks there whether it has changed
    #[arg(long, value_name = "URL", value_parser = any_url)]
    src: Option<String>,
    /// No document: the card stays as it is
    #[arg(long)]
    no_data: bool,
}

/// One story, for programs.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    file: &'a Path,
    id: Option<&'a str>,
    url: Option<&'a str>,
    headline: Option<&'a str>,
    html: String,
    warnings: &'a [Warning],
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments
        .files
        .iter()
        .filter(|file| *file == Path::new("-"))
        .count()
        > 1
    {
        refuse("render", "standard input can be read once: one - is enough");
    }
    if arguments.data.src.is_some() && arguments.files.len() > 1 {
        refuse("render", "--src is the address of one document");
    }
    let mut out = String::new();
    let mut failure = None;
    let count = arguments.files.len();
    for (index, file) in arguments.files.iter().enumerate() {
        arguments.telling.progress(index, count, file);
        match arguments.render(&mut out, file) {
            Ok(()) => {}
            // A single one is told by whoever ends the command.
            Err(own) if count == 1 => return Err(own),
            Err(own) => {
                failure.get_or_insert(own.told(Some(file)));
            }
        }
    }
    if let Some(failure) = failure {
        return Err(failure);
    }
    if arguments.json {
        out = ["[", out.trim_end_matches(",\n"), "]\n"].concat();
    }
    print(&out)
}

impl Arguments {
    /// Appends what becomes of one file.
    fn render(&self, out: &mut String, file: &Path) -> Result<(), Failure> {
        let src = self.data.src.as_deref();
        let address = src.and_then(|src| SafeUrl::web(src, self.looks.page()));
        let read = self
            .reading
            .read(address.as_ref(), file, self.looks.policy());
        let (parsed, context) = read?;
        self.telling.warn(self.named(file), &parsed.warnings)?;
        let item = self.choice.item.as_deref();
        if !self.json {
            out.push_str(&self.html(&parsed, &context, item)?);
            return Ok(());
        }
        let stories: Vec<&Record> = match &parsed.document {
            Document::Feed(feed) if item.is_none() => feed.records(Field::Items).collect(),
            _ => vec![parsed.article(item)?],
        };
        for (at, story) in stories.into_iter().enumerate() {
            // What the script finds it by: a position is another story's tomorrow.
            let id = story.text(Field::Id);
            let name = id.or(item).map_or_else(|| at.to_string(), str::to_owned);
            let own = Parsed {
                format: parsed.format,
                document: Document::Article(story.clone()),
                warnings: Vec::new(),
                truncated: parsed.truncated,
            };
            let is_one = matches!(parsed.document, Document::Article(_));
            let name = Some(&*name).filter(|_| !is_one);
            let entry = Entry {
                file,
                id,
                url: story.url(Field::Url).map(SafeUrl::as_str),
                headline: story.text(Field::Headline),
                html: self.html(&own, &context, name)?,
                warnings: &parsed.warnings,
            };
            let json = serde_json::to_string(&entry);
            out.push_str(&json.map_err(|error| Failure::Io("JSON".into(), error.into()))?);
            out.push_str(",\n");
        }
        Ok(())
    }

    fn html(
        &self,
        parsed: &Parsed,
        context: &Context,
        item: Option<&str>,
    ) -> Result<String, Failure> {
        let settings = self.looks.settings();
        if self.fragment {
            let story = match item {
                Some(_) => &Document::Article(parsed.article(item)?.clone()),
                None => &parsed.document,
            };
            return Ok(fragment(story, &settings) + "\n");
        }
        let prerender = Prerender {
            settings,
            theme: self.looks.theme(),
            style: match &self.style.stylesheet {
                Some(url) => Style::Link(url.clone()),
                None => Style::Inline {
                    nonce: self.style.nonce.clone(),
                },
            },
            data: match &self.data.src {
                Some(url) => Data::Address(url.clone()),
                None if self.data.no_data => Data::None,
                None => Data::Inline,
            },
            item: item.map(str::to_owned),
            context: context.clone(),
            attributes: self.looks.attributes(&self.reading),
        };
        Ok(prerender.html(parsed)?)
    }

    /// The file, where it is one of many.
    fn named<'a>(&self, file: &'a Path) -> Option<&'a Path> {
        Some(file).filter(|_| self.files.len() > 1)
    }
}

/// As policies take it (CSP, "base64-value").
fn nonce(text: &str) -> Result<String, &'static str> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "+/-_=".contains(c);
    let nonce = Some(text).filter(|text| !text.is_empty() && text.chars().all(fits));
    nonce
        .map(str::to_owned)
        .ok_or("expected letters, digits, +, /, -, _ and =")
}
