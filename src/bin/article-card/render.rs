//! `article-card render`: the card as HTML that shows without any script.

use article_card::article::{Document, Field, Language, Record, text};
use article_card::node::{self, Node, html};
use article_card::sanitize::SafeUrl;
use article_card::view::{self, Mode, Settings};

use crate::source::{Choice, Source};
use crate::{Failure, complain, located, print};

const STYLE: &str = include_str!("../../style/card.css");
/// Characters of the first paragraph that stand for a headline.
const OPENING_CHARS: usize = 80;

const EXAMPLES: &str = "Examples:
  article-card render story.json > story.html
  article-card render --item 0 --heading-level 3 --lang de feed.json
  article-card render --mode teaser --theme dark --nonce r4nd0m story.json
  curl -s https://news.example/story.json | article-card render --base https://news.example/ -

A feed becomes an article-feed element, anything else an article-card. What was left out or repaired
is told on standard error.";

/// What to render, and how.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    choice: Choice,
    /// The level of the card's headline, 2 to 6
    #[arg(long, value_name = "LEVEL", default_value_t = 2, value_parser = clap::value_parser!(u8).range(2..=6))]
    heading_level: u8,
    /// The language of the page, for documents that do not name theirs
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,
    /// The IANA time zone dates are shown in, like Europe/Kyiv; without it as they were written
    #[arg(long, value_name = "ZONE", value_parser = time_zone)]
    time_zone: Option<String>,
    /// How much of an article is shown
    #[arg(long, value_name = "MODE", value_parser = ["full", "excerpt", "teaser", "compact"])]
    mode: Option<String>,
    /// Parts to leave out, set apart by spaces: image author bio tags related section reading-time dates
    #[arg(long, value_name = "PARTS")]
    hide: Option<String>,
    /// Light or dark, whatever the reader's system says
    #[arg(long, value_name = "THEME", value_parser = ["auto", "light", "dark"])]
    theme: Option<String>,
    #[command(flatten)]
    style: Style,
}

/// How the style sheet comes along. A page's Content-Security-Policy may forbid what stands in the page.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
struct Style {
    /// Link to the style sheet at this address, for a CSP whose style-src allows that
    #[arg(long, value_name = "URL")]
    stylesheet: Option<String>,
    /// Mark the style sheet with this nonce, for a CSP whose style-src has it
    #[arg(long, value_name = "NONCE")]
    nonce: Option<String>,
}

impl Style {
    /// What the shadow tree begins with.
    fn push(&self, out: &mut String) {
        if let Some(url) = &self.stylesheet {
            out.push_str("<link rel=\"stylesheet\"");
            attribute(out, "href", Some(url));
            return out.push('>');
        }
        out.push_str("<style");
        attribute(out, "nonce", self.nonce.as_deref());
        out.extend([">", STYLE, "</style>"]);
    }
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let parsed = arguments.source.read()?;
    for warning in &parsed.warnings {
        complain(&located(&warning.path, &warning.message));
    }
    let settings = Settings {
        heading_level: arguments.heading_level,
        language: arguments.lang.clone(),
        time_zone: arguments.time_zone.clone(),
        mode: Mode::by_name(arguments.mode.as_deref().unwrap_or_default()),
        hide: arguments.hide.clone().unwrap_or_default(),
        ..Settings::default()
    };
    let html = match &parsed.document {
        Document::Feed(feed) if arguments.choice.item.is_none() => {
            let tree = view::feed(&parsed.document, &settings);
            element(
                "article-feed",
                arguments,
                &tree,
                &fallback(feed, Field::Title),
            )
        }
        _ => {
            let article = parsed.article(arguments.choice.item.as_deref())?;
            let tree = view::card(article, &settings);
            element(
                "article-card",
                arguments,
                &tree,
                &fallback(article, Field::Headline),
            )
        }
    };
    print(&html)
}

/// A custom element with its shadow tree, and with `fallback` as the light DOM. What was asked for stands on it: its script
/// draws the same.
fn element(name: &str, arguments: &Arguments, tree: &Node, fallback: &str) -> String {
    let mut out = String::new();
    out.extend(["<", name]);
    let level = (arguments.heading_level != 2).then(|| arguments.heading_level.to_string());
    for (name, value) in [
        ("lang", arguments.lang.as_ref().map(Language::as_str)),
        ("heading-level", level.as_deref()),
        ("time-zone", arguments.time_zone.as_deref()),
        ("mode", arguments.mode.as_deref()),
        ("hide", arguments.hide.as_deref()),
        ("theme", arguments.theme.as_deref()),
    ] {
        attribute(&mut out, name, value);
    }
    out.push_str("><template shadowrootmode=\"open\">");
    arguments.style.push(&mut out);
    html::push(&mut out, tree);
    out.extend(["</template>", fallback, "</", name, ">\n"]);
    out
}

/// An attribute, if it has a value.
fn attribute(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        out.extend([" ", name, "=\""]);
        html::escape(out, value);
        out.push('"');
    }
}

/// What those see whose browser knows no shadow trees: phrasing content only, so that it may stand in a paragraph.
fn fallback(document: &Record, name: Field) -> String {
    let publisher = document.record(Field::Publisher);
    let publisher = publisher.and_then(|publisher| publisher.text(Field::Name));
    let url = document.url(Field::Url).map(SafeUrl::as_str);
    let name = document.text(name).map(str::to_owned);
    let name = name.or_else(|| opening(document));
    let name = name.as_deref().or(url).or(publisher).unwrap_or_default();
    let mut out = String::new();
    if let Some(url) = url {
        out.push_str("<a");
        attribute(&mut out, "href", Some(url));
        out.push('>');
    }
    html::escape(&mut out, name);
    if url.is_some() {
        out.push_str("</a>");
    }
    if let Some(publisher) = publisher.filter(|publisher| *publisher != name) {
        out.push_str(" — ");
        html::escape(&mut out, publisher);
    }
    out
}

/// The first words of a body.
fn opening(article: &Record) -> Option<String> {
    let text = article.records(Field::Body).find_map(|block| {
        let text = block.text(Field::Text).map(str::to_owned);
        let html = text::line(&node::text(block.nodes(Field::Html)));
        text.or_else(|| Some(html).filter(|text| !text.is_empty()))
    });
    text.map(|text| text::cut(text, OPENING_CHARS))
}

fn language(tag: &str) -> Result<Language, &'static str> {
    Language::parse(tag).ok_or("expected a language tag like en or pt-BR")
}

fn time_zone(name: &str) -> Result<String, &'static str> {
    let zone = jiff::tz::TimeZone::get(name);
    zone.map(|_| name.to_owned())
        .map_err(|_| "expected the name of a time zone like Europe/Kyiv")
}
