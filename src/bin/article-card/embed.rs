//! `article-card embed`: what is pasted into pages of others.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use article_card::prerender::{Data, Form, Prerender, Script, Snippet};
use article_card::sanitize::SafeUrl;
use article_card::{Context, Parsed};
use clap::ValueEnum;

use crate::looks::Looks;
use crate::source::{Choice, Reading, web_url};
use crate::telling::Telling;
use crate::{Failure, print, refuse};

const EXAMPLES: &str = "Examples, with all of it published at AT=https://news.example:
  article-card embed --src $AT/story.json --script $AT/article-card.js story.json
  article-card embed --form b --script $AT/1.0/article-card.js --dist dist story.json
  article-card embed --form d --src $AT/story.json --frame $AT/embed.html story.json
  article-card embed --csp --src $AT/story.json --script $AT/article-card.js story.json

Forms: a is the element with its script, and b the same with the document inside, which nothing has to be fetched for.
c is a quotation that becomes a card, for systems that take unknown elements away; d is a frame with dist/embed.html, for
those that take scripts away. Each is one line; with --hints one for the page's head comes before it.";

const COMMAND: &str = "embed";

/// What to embed, and how.
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
    /// How the card gets onto the page
    #[arg(
        long,
        value_name = "a|b|c|d",
        default_value = "a",
        hide_possible_values = true,
        conflicts_with = "collapse"
    )]
    form: Name,
    /// The address of the document; forms a, c and d need it
    #[arg(long, value_name = "URL", value_parser = web_url)]
    src: Option<SafeUrl>,
    /// The address of article-card.js; forms a, b and c need it
    #[arg(long, value_name = "URL", value_parser = web_url)]
    script: Option<SafeUrl>,
    /// The folder that script was published from: with the hash that its integrity.json has of it browsers run no other
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
    /// The address of embed.html; form d needs it
    #[arg(long, value_name = "URL", value_parser = web_url)]
    frame: Option<SafeUrl>,
    /// How wide the column is that the card stands in, in pixels
    #[arg(long, value_name = "PIXELS", default_value_t = 600, value_parser = clap::value_parser!(u32).range(100..=4000))]
    width: u32,
    /// How high a frame is until it says so itself, in pixels: else an estimate
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(50..=20_000))]
    height: Option<u32>,
    /// Keep room for the card, by an estimate: a style attribute, which a strict CSP refuses
    #[arg(long)]
    reserve: bool,
    /// Print a line for the page's head too: with it script and document come side by side
    #[arg(long)]
    hints: bool,
    /// Print what the page's Content-Security-Policy must allow for it, and nothing else
    #[arg(long, conflicts_with = "hints")]
    csp: bool,
    #[command(flatten)]
    telling: Telling,
    #[command(flatten)]
    looks: Looks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    #[value(alias = "element")]
    A,
    #[value(alias = "inline")]
    B,
    #[value(alias = "quotation")]
    C,
    #[value(alias = "frame")]
    D,
}

/// What `embed` and `oembed` make a snippet of.
pub(crate) struct Chosen<'a> {
    pub(crate) src: Option<&'a SafeUrl>,
    pub(crate) reading: &'a Reading,
    pub(crate) choice: &'a Choice,
    pub(crate) looks: &'a Looks,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let chosen = Chosen {
        src: arguments.src.as_ref(),
        reading: &arguments.reading,
        choice: &arguments.choice,
        looks: &arguments.looks,
    };
    let mut snippet = Snippet {
        width: arguments.width,
        height: arguments.height,
        reserve: arguments.reserve,
        ..chosen.snippet(arguments.form()?)
    };
    let (parsed, context) = chosen.read(&arguments.file)?;
    arguments.telling.warn(None, &parsed.warnings)?;
    snippet.card.context = context;
    if arguments.csp {
        return print(&snippet.policy(&parsed)?);
    }
    let html = snippet.html(&parsed)?;
    let hints = if arguments.hints {
        snippet.hints()
    } else {
        String::new()
    };
    print(&(hints + &html))
}

impl Arguments {
    fn form(&self) -> Result<Form, Failure> {
        let form = self.form;
        if self.src.is_none() && form != Name::B {
            refuse(COMMAND, "--src is needed: the address of the document");
        }
        let is_frame = form == Name::D;
        // Addresses may be given for all forms at once.
        for (is, what, is_fit) in [
            (self.hints, "--hints", !is_frame),
            (self.reserve, "--reserve", matches!(form, Name::A | Name::B)),
            (self.height.is_some(), "--height", is_frame),
        ] {
            if is && !is_fit {
                let form = format!("{form:?}").to_ascii_lowercase();
                refuse(COMMAND, &format!("{what} is not for form {form}"));
            }
        }
        if is_frame {
            return Ok(frame(
                COMMAND,
                self.frame.as_ref(),
                &self.looks,
                &self.reading,
            ));
        }
        let Some(address) = &self.script else {
            refuse(
                COMMAND,
                "--script is needed: the address of article-card.js",
            );
        };
        let integrity = self.dist.as_deref().map(|dist| hash(dist, address));
        let script = Script {
            address: address.as_str().into(),
            integrity: integrity.transpose()?,
        };
        Ok(match form {
            Name::A => Form::Element(script),
            Name::B => Form::Inline(script),
            _ => Form::Quotation(script),
        })
    }
}

/// A frame, if everything that is asked for can be said in its address.
pub(crate) fn frame(
    command: &str,
    address: Option<&SafeUrl>,
    looks: &Looks,
    reading: &Reading,
) -> Form {
    let Some(address) = address else {
        refuse(command, "--frame is needed: the address of embed.html");
    };
    for (is, name) in [
        (looks.has_labels(), "labels"),
        (reading.base.is_some(), "base"),
        (reading.map.is_some(), "map"),
        (reading.now.is_some(), "now"),
    ] {
        if is {
            refuse(
                command,
                &format!(
                    "--{name} cannot stand in the address of a frame: write data-{name} into embed.html"
                ),
            );
        }
    }
    Form::Frame(address.as_str().into())
}

impl Chosen<'_> {
    pub(crate) fn snippet(&self, form: Form) -> Snippet {
        let card = Prerender {
            settings: self.looks.settings(),
            theme: self.looks.theme(),
            data: self
                .src
                .map_or(Data::None, |src| Data::Address(src.as_str().into())),
            item: self.choice.item.clone(),
            attributes: self.looks.attributes(self.reading),
            ..Prerender::default()
        };
        Snippet {
            card,
            ..Snippet::new(form)
        }
    }

    pub(crate) fn read(&self, file: &Path) -> Result<(Parsed, Context), Failure> {
        self.reading.read(self.src, file, self.looks.policy())
    }
}

/// The hash of the script at `address`, as the build that it is of has written it down.
fn hash(dist: &Path, address: &SafeUrl) -> Result<String, Failure> {
    let path = dist.join("integrity.json");
    let failed = |error| Failure::Io(path.display().to_string(), error);
    let json = fs::read_to_string(&path).map_err(failed)?;
    let hashes: BTreeMap<String, String> =
        serde_json::from_str(&json).map_err(|error| failed(error.into()))?;
    let address = address
        .as_str()
        .split(['?', '#'])
        .next()
        .unwrap_or_default();
    // Of `split/article-card.js` and `article-card.js` the address says which.
    let is_it = |name: &&String| {
        let before = address.strip_suffix(name.as_str());
        before.is_some_and(|before| before.ends_with('/'))
    };
    let name = hashes.keys().filter(is_it).max_by_key(|name| name.len());
    let hash = name.and_then(|name| hashes.get(name)).cloned();
    let asked = address.rsplit('/').next().unwrap_or_default();
    let message = format!("no hash of \"{asked}\"");
    hash.ok_or_else(|| failed(io::Error::new(io::ErrorKind::NotFound, message)))
}
