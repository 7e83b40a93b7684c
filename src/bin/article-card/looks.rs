//! What a partner may choose of a card: the attributes of the element, as options.

use std::collections::BTreeMap;

use article_card::article::Language;
use article_card::prerender::Theme;
use article_card::sanitize::{ImagePolicy, SafeUrl};
use article_card::view::{Collapse, Mode, Settings};
use clap::Args;

use crate::source::{Reading, web_url};

/// How cards are drawn.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "How it looks (written on the element too, so that its script draws the same)"
)]
pub(crate) struct Looks {
    /// How much of an article is shown
    #[arg(long, value_name = "MODE", value_parser = ["full", "excerpt", "teaser", "compact"])]
    mode: Option<String>,
    /// Parts to leave out, set apart by spaces: image author bio tags related section reading-time dates
    #[arg(long, value_name = "PARTS", default_value_t, hide_default_value = true, value_parser = parts)]
    hide: String,
    /// Fold the rest of a long body away in a <details>, which needs no script; a short one stays as it is
    #[arg(long)]
    collapse: bool,
    /// The level of the card's headline, 2 to 6
    #[arg(long, value_name = "LEVEL", default_value_t = 2, value_parser = clap::value_parser!(u8).range(2..=6))]
    heading_level: u8,
    /// The language of the page, for documents that do not name their own
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,
    /// The IANA time zone dates are shown in, like Europe/Kyiv; without it as they were written
    #[arg(long, value_name = "ZONE", value_parser = time_zone)]
    time_zone: Option<String>,
    /// Light or dark, whatever the reader's system says
    #[arg(long, value_name = "THEME", value_parser = ["auto", "light", "dark"])]
    theme: Option<String>,
    /// Most stories of a feed
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    max: Option<u32>,
    /// Where links open
    #[arg(long, value_name = "TARGET", value_parser = ["_blank"])]
    link_target: Option<String>,
    /// Added to links to articles, like `utm_source=partner`
    #[arg(long, value_name = "QUERY", default_value_t, hide_default_value = true)]
    link_query: String,
    /// Words of the card to replace: {"showMore": "Weiterlesen"}
    #[arg(long, value_name = "JSON", value_parser = labels)]
    labels: Option<BTreeMap<String, String>>,
    /// No pictures; or those of the page's own origin too
    #[arg(long, value_name = "WHICH", value_parser = ["none", "same-origin"])]
    images: Option<String>,
    /// The address of the page the card is for: pictures of its origin are left out, unless --images says otherwise
    #[arg(long, value_name = "URL", value_parser = web_url)]
    page: Option<SafeUrl>,
}

impl Looks {
    pub(crate) fn settings(&self) -> Settings {
        let labels = self.labels.clone().unwrap_or_default();
        Settings {
            heading_level: self.heading_level,
            language: self.lang.clone(),
            time_zone: self.time_zone.clone(),
            mode: Mode::by_name(self.mode.as_deref().unwrap_or_default()),
            hide: self.hide.clone(),
            most: self.max.unwrap_or(u32::MAX),
            new_tab: self.link_target.is_some(),
            link_query: self.link_query.clone(),
            labels: labels.into_iter().collect(),
            collapse: if self.collapse {
                Collapse::Details
            } else {
                Collapse::Whole
            },
            ..Settings::default()
        }
    }

    pub(crate) fn theme(&self) -> Theme {
        match self.theme.as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    /// Words of the partner's own, which the address of a frame may not bring.
    pub(crate) fn has_labels(&self) -> bool {
        self.labels.is_some()
    }

    /// What the script is to know besides what is drawn.
    pub(crate) fn attributes(&self, reading: &Reading) -> Vec<(&'static str, String)> {
        let now = reading.now.as_ref().map(|now| now.written.clone());
        let all = [("now", now), ("images", self.images.clone())].into_iter();
        all.filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    /// The page that the card is for.
    pub(crate) fn page(&self) -> Option<&SafeUrl> {
        self.page.as_ref()
    }

    /// Which pictures there may be.
    pub(crate) fn policy(&self) -> ImagePolicy {
        ImagePolicy {
            page: self.page.clone(),
            own_origin: self.images.as_deref() == Some("same-origin"),
            none: self.images.as_deref() == Some("none"),
        }
    }
}

fn language(tag: &str) -> Result<Language, &'static str> {
    Language::parse(tag).ok_or("expected a language tag like en or pt-BR")
}

fn time_zone(name: &str) -> Result<String, &'static str> {
    let zone = jiff::tz::TimeZone::get(name);
    zone.map(|_| name.to_owned())
        .map_err(|_| "expected the name of a time zone like Europe/Kyiv")
}

fn labels(json: &str) -> Result<BTreeMap<String, String>, String> {
    serde_json::from_str(json).map_err(|error| format!("expected an object of words: {error}"))
}

const PARTS: &str = "image author bio tags related section reading-time dates";

fn parts(text: &str) -> Result<String, String> {
    let unknown = text
        .split_ascii_whitespace()
        .find(|part| !PARTS.split(' ').any(|own| own == *part));
    match unknown {
        Some(part) => Err(format!("there is no \"{part}\"; there are {PARTS}")),
        None => Ok(text.into()),
    }
}
