//! `article-card render`: the card as HTML that shows without any script.

use article_card::article::{Document, Field, Language, Record, text};
use article_card::node::{self, Node, html};
use article_card::sanitize::SafeUrl;
use article_card::view::{self, Settings};

use crate::source::{Choice, Source};
use crate::{Failure, complain, located, print};

const STYLE: &str = include_str!("../../style/card.css");
/// Characters of the first paragraph that stand for a headline.
const OPENING_CHARS: usize = 80;

const EXAMPLES: &str = "Examples:
  article-card render story.json > story.html
  article-card render --item 0 --heading-level 3 --lang de feed.json
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
        ..Settings::default()
    };
    let html = match &parsed.document {
        Document::Feed(feed) if arguments.choice.item.is_none() => {
            let tree = view::feed(&parsed.document, &settings);
            element("article-feed", &tree, &fallback(feed, Field::Title))
        }
        _ => {
            let article = parsed.article(arguments.choice.item.as_deref())?;
            let tree = view::card(article, &settings);
            element("article-card", &tree, &fallback(article, Field::Headline))
        }
    };
    print(&html)
}

/// A custom element with its shadow tree, and with `fallback` as the light DOM.
fn element(name: &str, tree: &Node, fallback: &str) -> String {
    let mut out = String::new();
    out.extend(["<", name, "><template shadowrootmode=\"open\"><style>"]);
    out.push_str(STYLE);
    out.push_str("</style>");
    html::push(&mut out, tree);
    out.extend(["</template>", fallback, "</", name, ">\n"]);
    out
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
        out.push_str("<a href=\"");
        html::escape(&mut out, url);
        out.push_str("\">");
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
