//! An HTML body: what it becomes, and how long that takes.
#![no_main]

#[path = "../../tests/properties/mod.rs"]
mod properties;

use libfuzzer_sys::fuzz_target;
use properties::{body, work};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    body::check(&text);
    // Measuring takes as long as a thousand checks.
    if work::is_due(bytes) {
        work::check(&text, |text| drop(body::read(text)));
    }
});
