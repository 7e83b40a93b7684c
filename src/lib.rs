//! Draws a news article from JSON: a pure core that turns a document into a tree of safe nodes, and two ways out of
//! it, HTML text (native) and live DOM (browser).
//!
//! ```text
//!  JSON ──input──▶ Article / Feed ──view──▶ Node tree ──▶ dom (browser) ──▶ element ──▶ host page
//!                                                     ──▶ to_html (native)
//! ```
//!
//! ```
//! let document = article_card::parse(
//!     r#"{"schema": "article-card/1", "headline": "Ferry returns", "bodyText": "It sails at noon."}"#,
//!     &article_card::Context::default(),
//! )?;
//! let html = article_card::render(&document, &article_card::Settings::default());
//! assert!(html.contains("Ferry returns"));
//! # Ok::<(), article_card::Error>(())
//! ```

mod error;
pub mod limits;
pub mod node;
mod words;

pub mod article;
pub mod input;
pub mod lang;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
pub mod sanitize;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod detail;
#[cfg(target_arch = "wasm32")]
pub mod dom;
#[cfg(target_arch = "wasm32")]
pub mod element;

pub use error::{Error, Reason, Warning};
pub use input::{Context, Parsed, parse};
pub use view::{Settings, render};
