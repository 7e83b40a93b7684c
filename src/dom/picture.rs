//! Pictures that cannot be shown leave no broken icon and no empty box.

use web_sys::Element;

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
