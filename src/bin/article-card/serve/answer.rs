//! What a request gets: a file, or a status, and the headers that go with every answer.

use std::error::Error;

use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::service::Service;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::service::TowerToHyperService;
use tower_http::compression::Compression;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::services::ServeFile;

use super::folders::{Folders, Found};
use crate::complain;

/// Characters that are told of a request.
const TOLD_CHARS: usize = 300;
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

type Body = UnsyncBoxBody<Bytes, Box<dyn Error + Send + Sync>>;

/// What is served, and how.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) folders: Folders,
    /// The Content-Security-Policy of HTML.
    pub(crate) csp: Option<HeaderValue>,
    pub(crate) compression: bool,
    pub(crate) cors: bool,
    /// Whether requests that went well are told too.
    pub(crate) verbose: bool,
}

impl Site {
    /// Answers one request, and tells of it.
    pub(crate) async fn answer(&self, request: Request<Incoming>) -> Response<Body> {
        let asked = asked(&request);
        let mut response = self.content(request).await;
        self.dress(response.headers_mut());
        let status = response.status();
        if self.verbose || status.is_client_error() || status.is_server_error() {
            complain(&format!("{asked} {}", status.as_u16()));
        }
        response
    }

    async fn content(&self, request: Request<Incoming>) -> Response<Body> {
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            let allow = HeaderValue::from_static("GET, HEAD");
            return bare(StatusCode::METHOD_NOT_ALLOWED, Some((header::ALLOW, allow)));
        }
        let uri = request.uri();
        match self.folders.find(uri.path()) {
            Found::File(path) => self.file(ServeFile::new(path), request).await,
            Found::Folder => {
                let query = uri.query().map(|query| ["?", query].concat());
                let place = [uri.path(), "/", query.as_deref().unwrap_or_default()].concat();
                let place = HeaderValue::from_str(&place).ok();
                bare(
                    StatusCode::MOVED_PERMANENTLY,
                    place.map(|place| (header::LOCATION, place)),
                )
            }
            Found::Nothing => bare(StatusCode::NOT_FOUND, None),
        }
    }

    /// A file, or a range of it, compressed as the browser accepts it and where that makes it smaller.
    async fn file(&self, file: ServeFile, mut request: Request<Incoming>) -> Response<Body> {
        // “Not modified” would bring back the headers of the last time, when there may have been another policy.
        for condition in [header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE] {
            request.headers_mut().remove(condition);
        }
        let worth_it = DefaultPredicate::new()
            .and(NotForContentType::const_new("audio/"))
            .and(NotForContentType::const_new("font/"))
            .and(NotForContentType::const_new("video/"));
        let file = Compression::new(file)
            .br(self.compression)
            .gzip(self.compression)
            .compress_when(worth_it);
        let Ok(response) = TowerToHyperService::new(file).call(request).await;
        response.map(BodyExt::boxed_unsync)
    }

    /// The headers of every answer.
    fn dress(&self, headers: &mut HeaderMap) {
        if let Some(kind) = headers.get(header::CONTENT_TYPE) {
            let kind = content_type(kind);
            let is_html = kind.as_bytes().starts_with(b"text/html");
            headers.insert(header::CONTENT_TYPE, kind);
            if let Some(csp) = self.csp.as_ref().filter(|_| is_html) {
                headers.insert(header::CONTENT_SECURITY_POLICY, csp.clone());
            }
        }
        let mut set = |name, value| headers.insert(name, HeaderValue::from_static(value));
        set(header::CACHE_CONTROL, "no-cache");
        set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        if self.cors {
            set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            set(RESOURCE_POLICY, "cross-origin");
        }
    }
}

/// The type that `guess` should be: text says how it is encoded; XML says so itself.
fn content_type(guess: &HeaderValue) -> HeaderValue {
    let text = guess.to_str().unwrap_or_default();
    let better = match text {
        "text/xml" => "application/xml".into(),
        "application/javascript" => "text/javascript; charset=utf-8".into(),
        _ if text.starts_with("text/") && !text.contains(';') => [text, "; charset=utf-8"].concat(),
        _ => return guess.clone(),
    };
    HeaderValue::from_str(&better).unwrap_or_else(|_| guess.clone())
}

/// An answer that says nothing but its status, with a header of its own.
fn bare(status: StatusCode, header: Option<(HeaderName, HeaderValue)>) -> Response<Body> {
    let text = Full::from(format!("{status}\n"));
    let mut response = Response::new(text.map_err(|never| match never {}).boxed_unsync());
    *response.status_mut() = status;
    let kind = HeaderValue::from_static("text/plain");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response.headers_mut().extend(header);
    response
}

/// What was asked for, in a line that cannot steer the terminal.
fn asked(request: &Request<Incoming>) -> String {
    let asked = format!("{} {}", request.method(), request.uri());
    let mut line = String::new();
    for c in asked.chars().take(TOLD_CHARS) {
        if c.is_ascii_graphic() || c == ' ' {
            line.push(c);
        } else {
            line.extend(c.escape_unicode());
        }
    }
    line
}
