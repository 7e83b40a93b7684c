//! Hosts in other scripts: as punycode, the way the standard has it. Its tables are a hundred times the size of this
//! crate's share of a page, and every browser has them; natively they come from the `idna` crate.

/// `host`, which is not all ASCII, in ASCII; none when the standard has none for it.
#[cfg(target_arch = "wasm32")]
pub(super) fn ascii(host: &str) -> Option<String> {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        type Address;

        #[wasm_bindgen(catch, constructor, js_class = "URL")]
        fn new(url: &str) -> Result<Address, JsValue>;

        #[wasm_bindgen(method, getter)]
        fn hostname(this: &Address) -> String;
    }

    let address = Address::new(&["https://", host].concat()).ok()?;
    Some(address.hostname())
}

/// `host`, which is not all ASCII, in ASCII; none when the standard has none for it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn ascii(host: &str) -> Option<String> {
    use idna::AsciiDenyList;

    let ascii = idna::domain_to_ascii_cow(host.as_bytes(), AsciiDenyList::URL);
    ascii.ok().map(std::borrow::Cow::into_owned)
}
