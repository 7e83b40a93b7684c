//! What stands between a feed and the reader: the URL policy, and the way untrusted HTML is read.

pub mod html;
mod url;

pub use url::{ImagePolicy, SafeUrl};
