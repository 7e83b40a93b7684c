//! Pictures that cannot be shown leave no broken icon and no empty box.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlImageElement, ShadowRoot};

/// Takes away a picture that failed, with everything that only makes sense beside it: a caption without its picture
/// misleads. Behind a portrait stand the initials.
pub(super) fn failed(image: &Element) {
    let around = match image.get_attribute("part").as_deref() {
        Some("image" | "block-image") => image.closest("figure"),
        Some("avatar-image" | "teaser-image" | "logo") => Ok(None),
        _ => return,
    };
    match around {
        Ok(Some(figure)) => figure.remove(),
        _ => image.remove(),
    }
}

/// Does the same for pictures that failed before anybody listened.
pub(super) fn drop_failed(root: &ShadowRoot) {
    let Ok(images) = root.query_selector_all("img") else {
        return;
    };
    for index in 0..images.length() {
        let image = images
            .get(index)
            .and_then(|node| node.dyn_into::<HtmlImageElement>().ok());
        if let Some(image) = image
            && image.complete()
            && image.natural_width() == 0
        {
            failed(&image);
        }
    }
}
