//! A whole document: JSON text → model → card.
#![no_main]

#[path = "../../tests/properties/mod.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| properties::document::check(&String::from_utf8_lossy(bytes)));
