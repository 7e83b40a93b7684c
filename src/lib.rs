//! Draws a news article from JSON: a pure core that turns a document into a tree of safe nodes, and two ways out of
//! it, HTML text (native) and live DOM (browser).
//!
//! ```text
//!  JSON ──input──▶ Article / Feed ──view──▶ Node tree ──▶ dom (browser) ──▶ element ──▶ host page
//!                                                     ──▶ prerender (native) ──▶ a page from a server
//! ```
//!
//! On a server: [`parse`] reads a document, [`prerender::Prerender`] writes the element that shows it without any
//! script.
//!
//! ```
//! use article_card::prerender::Prerender;
//!
//! let story = article_card::parse(
//!     r#"{"schema": "article-card/1", "headline": "Ferry returns", "bodyText": "It sails at noon."}"#,
//!     &article_card::Context::default(),
//! )?;
//! for warning in &story.warnings {
//!     eprintln!("{}: {}", warning.path, warning.message);
//! }
//! let mut page = Vec::new();
//! Prerender::default().write(&story, &mut page)?;
//! assert!(String::from_utf8(page)?.contains("Ferry returns"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What a document holds is told by [`article`]: a [`Document`](article::Document) of
//! [`Record`](article::Record)s. [`prerender::fragment`] is the same as plain HTML, [`render`] the tree alone.
//!
//! # Features
//!
//! | feature | default | what |
//! |---|---|---|
//! | `formats` | yes, by `cli` | the formats of others: `WordPress`, Ghost, schema.org, feeds in XML; else `article-card/1` and JSON Feed |
//! | `cli` | yes | the command `article-card`, with `formats` and `serve` |
//! | `serve` | yes, by `cli` | the command's web server for development |
//!
//! Servers want `default-features = false, features = ["formats"]`. Browser crates are dependencies of `wasm32` alone.

// There is nothing to link to in the browser's part of what is for servers.
#![cfg_attr(target_arch = "wasm32", allow(rustdoc::broken_intra_doc_links))]

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
