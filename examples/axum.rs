//! A page whose story is there before any script, from a folder of JSON files: `cargo run --example axum -- www/stories`, then
//! <http://127.0.0.1:3000/harbour>
//!
//! The style sheet is a file of its own, so that the page needs no `'unsafe-inline'` and many cards have it once.

use std::path::PathBuf;
use std::sync::Arc;

use article_card::prerender::{Data, Prerender, Style, style_sheet};
use article_card::sanitize::{ImagePolicy, SafeUrl};
use article_card::view::{Collapse, Settings};
use article_card::{Context, parse};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse};
use axum::routing::get;

/// No script: the card needs none. With one, add what README asks for.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src https:; base-uri 'none'; form-action 'none'";

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".into());
    let app = Router::new()
        .route("/card.css", get(sheet))
        .route("/{story}", get(page))
        .with_state(Arc::new(PathBuf::from(folder)));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("http://{}/NAME, of NAME.json", listener.local_addr()?);
    axum::serve(listener, app).await
}

async fn sheet() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        style_sheet(),
    )
}

async fn page(State(folder): State<Arc<PathBuf>>, Path(story): Path<String>) -> impl IntoResponse {
    // The name is a reader's: it may name a file of the folder, and nothing else.
    if !story
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        return (StatusCode::NOT_FOUND, "no such story").into_response();
    }
    let Ok(json) = std::fs::read_to_string(folder.join(story).with_extension("json")) else {
        return (StatusCode::NOT_FOUND, "no such story").into_response();
    };
    match card(&json) {
        Ok(card) => {
            let html = format!(
                "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A story</title><main>{card}</main></html>"
            );
            ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(html)).into_response()
        }
        // It says what is wrong, and where in the JSON: that is for the log, not for readers.
        Err(error) => {
            eprintln!("{error}");
            (StatusCode::BAD_GATEWAY, "this story cannot be shown").into_response()
        }
    }
}

/// The story as an element that needs no script.
fn card(json: &str) -> Result<String, article_card::Error> {
    // As the script does: a story may not ask for pictures of the page's own origin.
    let context = Context {
        base: SafeUrl::web("https://news.example/", None),
        images: ImagePolicy {
            page: SafeUrl::web("http://127.0.0.1:3000/", None),
            ..ImagePolicy::default()
        },
        ..Context::default()
    };
    let story = parse(json, &context)?;
    let prerender = Prerender {
        settings: Settings {
            collapse: Collapse::Details,
            ..Settings::default()
        },
        style: Style::Link("/card.css".into()),
        context,
        data: Data::Inline,
        ..Prerender::default()
    };
    prerender.html(&story)
}
