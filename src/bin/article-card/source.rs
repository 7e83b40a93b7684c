//! Where documents come from: the arguments that commands share, and reading within the size limit.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use article_card::article::Date;
use article_card::sanitize::{ImagePolicy, SafeUrl};
use article_card::{Context, Parsed, Warning, limits};
use clap::Args;

use crate::Failure;

/// One document and what it is read with.
#[derive(Debug, Args)]
pub(crate) struct Source {
    /// The document: a JSON file, or - for standard input
    #[arg(value_name = "FILE|-")]
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
}

/// How documents are read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// Resolve relative URLs against this one, unless the document names its own
    #[arg(long, value_name = "URL", value_parser = web_url)]
    pub(crate) base: Option<SafeUrl>,
    /// Where the fields of a document of no known format stand, as in the `map` attribute: {"headline": "/title"}
    #[arg(long, value_name = "JSON", value_parser = map)]
    pub(crate) map: Option<String>,
    /// The moment by which embargoes are over, like 2026-11-20T12:00Z: else the clock's
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub(crate) now: Option<Moment>,
}

/// Which article of a feed is meant.
#[derive(Debug, Args)]
pub(crate) struct Choice {
    /// Of a feed, take only this item: its position from 0, or its id
    #[arg(long, value_name = "N|ID")]
    pub(crate) item: Option<String>,
}

/// A moment as it was written, which is as scripts read it, too.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    pub(crate) written: String,
    seconds: i64,
}

impl Source {
    /// Reads and understands the document.
    pub(crate) fn read(&self) -> Result<Parsed, Failure> {
        let read = self.reading.read(None, &self.file, ImagePolicy::default());
        read.map(|(parsed, _)| parsed)
    }

    /// Whether the caller says where the fields stand.
    pub(crate) fn has_map(&self) -> bool {
        self.reading.map.is_some()
    }
}

impl Reading {
    /// Reads and understands a document, which scripts will find at `address`; gives what it was read with, too.
    pub(crate) fn read(
        &self,
        address: Option<&SafeUrl>,
        file: &Path,
        mut images: ImagePolicy,
    ) -> Result<(Parsed, Context), Failure> {
        let bytes = bytes(file)?;
        // Bytes that are no text become U+FFFD, as in the browser: one broken letter is no reason to show nothing.
        let text = String::from_utf8_lossy(&bytes);
        let clock = || {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            since.map_or(0, |since| since.as_secs().cast_signed())
        };
        // As scripts have it: a document of the page's own origin may show pictures of that.
        let origins = address.zip(images.page.as_ref());
        let is_own = origins.map(|(address, page)| address.origin() == page.origin());
        images.own_origin |= is_own == Some(true);
        let mut context = Context {
            base: self.base.as_ref().or(address).cloned(),
            images,
            map: self.map.clone(),
            now: self.now.as_ref().map_or_else(clock, |now| now.seconds),
            is_foreign: is_own == Some(false),
        };
        let mut parsed = article_card::parse(&text, &context)?;
        // Where the script finds the document it knows its address.
        context.base.clone_from(&self.base);
        if let Err(error) = std::str::from_utf8(&bytes) {
            let at = error.valid_up_to();
            let warning = Warning {
                path: String::new(),
                message: format!("expected UTF-8, found something else at byte {at}: replaced"),
            };
            parsed.warnings.insert(0, warning);
        }
        Ok((parsed, context))
    }
}

/// The whole document, or of one that is too large just enough for the parser to say so.
fn bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let opened: io::Result<Box<dyn Read>> = if file == Path::new("-") {
        Ok(Box::new(io::stdin().lock()))
    } else {
        File::open(file).map(|file| Box::new(file) as Box<dyn Read>)
    };
    let enough = limits::DOCUMENT_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    opened
        .and_then(|document| document.take(enough).read_to_end(&mut bytes))
        .map_err(|error| Failure::Io(file.display().to_string(), error))?;
    Ok(bytes)
}

/// An `http` or `https` address.
pub(crate) fn web_url(text: &str) -> Result<SafeUrl, &'static str> {
    SafeUrl::web(text, None).ok_or("expected an http or https URL")
}

fn moment(text: &str) -> Result<Moment, &'static str> {
    let date = Date::parse(text).filter(Date::is_instant);
    let date = date.ok_or("expected a moment with its offset, like 2026-11-20T12:00Z")?;
    Ok(Moment {
        written: date.machine(),
        seconds: date.seconds(),
    })
}

/// An address as pages write it: relative, or of the web.
pub(crate) fn any_url(text: &str) -> Result<String, &'static str> {
    let base = SafeUrl::web("https://page.example/", None);
    let resolved = SafeUrl::web(text, base.as_ref()).filter(|_| !text.starts_with('#'));
    let resolved = resolved.filter(|_| !text.trim().is_empty());
    resolved
        .map(|_| text.trim().to_owned())
        .ok_or("expected an http or https URL, or a relative one")
}

fn map(json: &str) -> Result<String, String> {
    let map: Result<serde_json::Map<String, serde_json::Value>, _> = serde_json::from_str(json);
    map.map(|_| json.to_owned())
        .map_err(|error| format!("expected an object of JSON Pointers: {error}"))
}
