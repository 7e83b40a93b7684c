//! What stands between a feed and the reader: the URL policy, the sites whose films may be played, and the way
//! untrusted HTML is read.

mod embed;
pub mod html;
mod url;

pub use embed::Embed;
pub(crate) use embed::media;
pub use url::{ImagePolicy, SafeUrl};
