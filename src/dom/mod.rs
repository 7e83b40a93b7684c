//! Node tree → live DOM. The only code that names `web_sys`, together with `element`.
//!
//! The whole security argument stands here and in `src/element/page.js` and `settle.js`: the only DOM calls that receive feed data are
//! `createElement` with a name from [`crate::node::Tag`], `setAttribute` with a name from [`crate::node::Name`] and a value
//! of [`crate::node::Attribute`]'s types, and `createTextNode`. Nothing is parsed, so no Trusted Types sink is touched.

mod code;
mod mounted;
mod page;
mod picture;

pub use mounted::{Mounted, live};
pub(crate) use page::written;
pub use page::{Page, begin, build};
