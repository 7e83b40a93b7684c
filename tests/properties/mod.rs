//! What must hold whatever anybody sends: nothing panics, nothing leaves the policy, nothing takes long, and what was
//! read once is read the same again. Native tests (`tests/mutations.rs`) and fuzz targets (`fuzz/`) call the same checks.
#![allow(dead_code)] // no single caller uses all of it

pub(crate) mod address;
pub(crate) mod body;
pub(crate) mod document;
mod gaps;
mod tree;
mod value;
pub(crate) mod work;

use article_card::sanitize::{ImagePolicy, SafeUrl};

/// The page that HTML and addresses are relative to.
const BASE: &str = "https://news.example/a/story";
/// The page a card stands on.
const PAGE: &str = "https://host.example";

fn base() -> SafeUrl {
    SafeUrl::web(BASE, None).expect("a URL")
}

fn images() -> ImagePolicy {
    ImagePolicy {
        page: SafeUrl::web(PAGE, None),
        own_origin: false,
        none: false,
    }
}
