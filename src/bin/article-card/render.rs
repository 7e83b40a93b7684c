//! `article-card render`: the card as HTML that shows without any script.

use article_card::article::{Article, Block, Document, Feed, Inline, Language, text};
use article_card::sanitize::{SafeUrl, plain_text};
use article_card::view::{self, Settings, html, node::Node};

use crate::source::Source;
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
    /// Of a feed, render only this item: its position from 0, or its id
    #[arg(long, value_name = "N|ID")]
    item: Option<String>,
    /// The level of the card's headline, 2 to 6
    #[arg(long, value_name = "LEVEL", default_value_t = 2, value_parser = clap::value_parser!(u8).range(2..=6))]
    heading_level: u8,
    /// The language of the page, for documents that do not name theirs
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,
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
        ..Settings::default()
    };
    let html = match &parsed.document {
        Document::Feed(feed) if arguments.item.is_none() => {
            element("article-feed", &view::feed(feed, &settings), &of_feed(feed))
        }
        _ => {
            let article = parsed.article(arguments.item.as_deref())?;
            element(
                "article-card",
                &view::card(article, &settings),
                &of_article(article),
            )
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

fn of_article(article: &Article) -> String {
    let opening = article.body.iter().find_map(opening).unwrap_or_default();
    let headline = article.headline.as_deref();
    let publisher = article.publisher.as_ref();
    fallback(
        headline.unwrap_or(&text::cut(&opening, OPENING_CHARS)),
        article.url.as_ref(),
        publisher.map(|publisher| publisher.name.as_str()),
    )
}

fn of_feed(feed: &Feed) -> String {
    let publisher = feed.publisher.as_ref();
    fallback(
        feed.title.as_deref().unwrap_or_default(),
        feed.url.as_ref(),
        publisher.map(|publisher| publisher.name.as_str()),
    )
}

/// What those see whose browser knows no shadow trees: phrasing content only, so that it may stand in a paragraph.
fn fallback(name: &str, url: Option<&SafeUrl>, publisher: Option<&str>) -> String {
    let mut out = String::new();
    let name = match (name, url, publisher) {
        ("", Some(url), _) => url.as_str(),
        ("", None, Some(publisher)) => publisher,
        (name, ..) => name,
    };
    if let Some(url) = url {
        out.push_str("<a href=\"");
        html::escape(&mut out, url.as_str());
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

/// The first text of a body.
fn opening(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph { content } | Block::Heading { content, .. } => Some(match content {
            Inline::Text(text) => text.clone(),
            Inline::Html(html) => plain_text::line(html),
        }),
        Block::Html { html } => plain_text::paragraphs(html).into_iter().next(),
        _ => None,
    }
}

fn language(tag: &str) -> Result<Language, &'static str> {
    Language::parse(tag).ok_or("expected a language tag like en or pt-BR")
}
