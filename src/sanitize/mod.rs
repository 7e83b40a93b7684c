//! What stands between a feed and the reader: the URL policy, and the way untrusted HTML is read.

pub mod plain_text;
mod url;

pub use url::{ImagePolicy, SafeUrl};
