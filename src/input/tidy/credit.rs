//! Credits that stand in captions.

use crate::article::{Field, Record, Value, text};

/// Who took the picture, where the caption ends with that.
pub(super) fn split_credit(image: &mut Record) {
    const BEGINNINGS: [&str; 10] = [
        "(Photo",
        "(Image",
        "(Foto",
        "Photo:",
        "Photo by ",
        "Photograph:",
        "Foto:",
        "Photo credit:",
        "Photo Credit:",
        "Credit:",
    ];
    if image.get(Field::Credit).is_some() {
        return;
    }
    let Some(caption) = image.text(Field::Caption) else {
        return;
    };
    let mut at = BEGINNINGS
        .into_iter()
        .filter_map(|beginning| text::find(caption, beginning));
    let Some(at) = at.next() else { return };
    let (before, credit) = caption.split_at(at);
    let inside = credit
        .strip_prefix('(')
        .map(|credit| credit.strip_suffix(')').unwrap_or(credit));
    // A credit ends the caption: after it there is no other sentence.
    if credit.len() > 120 || (inside.is_some() && !credit.ends_with(')')) || goes_on(credit) {
        return;
    }
    let before = text::line(before);
    let credit = text::line(inside.unwrap_or(credit));
    image.take(Field::Caption);
    if !before.is_empty() {
        image.set(Field::Caption, Value::Text(before));
    }
    image.set(Field::Credit, Value::Text(credit));
}

/// Whether another sentence follows the first one. `J. R. Sol` and `St. Mary` are not the end of one.
fn goes_on(text: &str) -> bool {
    let mut words = text::split(text, b' ').peekable();
    while let Some(word) = words.next() {
        if word.len() > 4 && word.ends_with(['.', '!', '?']) && words.peek().is_some() {
            return true;
        }
    }
    false
}
