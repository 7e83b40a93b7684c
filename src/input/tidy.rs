//! What publishers say twice, and what they write into one field where there are two: mended in articles of foreign
//! formats, so that a card says each thing once.

use crate::article::{BlockType, Field, Record, Value, text};
use crate::node::{self, Name, Node, Tag};
use crate::sanitize::SafeUrl;

/// Mends `article`.
pub(super) fn tidy(article: &mut Record) {
    let mut body = match article.take(Field::Body) {
        Some(Value::List(body)) => body,
        _ => Vec::new(),
    };
    if let Some(Value::Record(image)) = article.get_mut(Field::Image) {
        choose(image);
    }
    // A first heading that is the headline, or takes its place.
    if let Some((first, true)) = first_text(&body) {
        let headline = article.text(Field::Headline);
        let is_missing = headline.is_none();
        if is_missing || text::same(&first, headline.unwrap_or_default()) {
            body.remove(0);
        }
        if is_missing {
            article.set(Field::Headline, Value::Text(first));
        }
    }
    // A first picture that is the lead picture, or takes its place.
    if let Some(first) = body.first().and_then(picture) {
        match article.get_mut(Field::Image) {
            None => {
                article.set(Field::Image, Value::Record(first));
                body.remove(0);
            }
            Some(Value::Record(lead)) if is_same_picture(lead, &first) => {
                lead.complete(first);
                body.remove(0);
            }
            _ => {}
        }
    }
    if let Some(Value::Record(image)) = article.get_mut(Field::Image) {
        split_credit(image);
    }
    // A summary that is the beginning of the body says nothing the body does not.
    if let (Some(summary), Some((first, _))) = (article.text(Field::Summary), first_text(&body)) {
        let beginning = summary.trim_end_matches(['…', '.', ' ']);
        let start = first.get(..beginning.len()).unwrap_or_default();
        if text::same(start, beginning) {
            article.take(Field::Summary);
        }
    }
    if !body.is_empty() {
        article.set(Field::Body, Value::List(body));
    }
}

/// The widest picture that a card has use for, in pixels.
const WIDEST: u32 = 2_000;

/// Of a picture that is there in several sizes and cuts: the one to show, and what is the same in other sizes.
fn choose(image: &mut Record) {
    let Some(Value::List(mut sizes)) = image.take(Field::Srcset) else {
        return;
    };
    let size = |own: &Record, field| own.number(field).unwrap_or(0);
    // Of "Watermark" and "thumbnail", in whatever letter case.
    let poor = |own: &Record| {
        let url = own.url(Field::Url).map_or("", SafeUrl::as_str);
        text::find(url, "atermark")
            .or(text::find(url, "humb"))
            .is_some()
    };
    if image.get(Field::Width).is_none() {
        let rank = |own: &&Record| {
            let (width, height) = (size(own, Field::Width), size(own, Field::Height));
            match width {
                _ if poor(own) => 0,
                // Of the same width the cut that takes the least of the reader's screen.
                0..=WIDEST => {
                    4 + width * 4
                        + u32::from(height * 4 <= width * 3)
                        + u32::from(height * 16 <= width * 10)
                }
                _ => 1,
            }
        };
        if let Some(best) = sizes.iter().filter_map(Value::as_record).max_by_key(rank) {
            let best = best.clone();
            image.take(Field::Url);
            image.complete(best);
        }
    }
    let (width, height) = (size(image, Field::Width), size(image, Field::Height));
    sizes.retain_mut(|own| {
        let Value::Record(own) = own else {
            return false;
        };
        // Sizes are below 20,000: their products fit.
        let across = size(own, Field::Width) * height;
        let down = own.take(Field::Height).map_or(across, |own| match own {
            Value::Number(own) => own * width,
            _ => 0,
        });
        across.abs_diff(down) <= across / 50 && !poor(own)
    });
    if sizes.len() > 1 {
        image.set(Field::Srcset, Value::List(sizes));
    }
}

/// The text of the first block, and whether it is a heading; none when it is something to look at.
fn first_text(body: &[Value]) -> Option<(String, bool)> {
    let block = body.first()?.as_record()?;
    let kind = block.block_type()?;
    let mut is_heading = kind == BlockType::Heading;
    if let Some(text) = block.text(Field::Text) {
        return Some((text.into(), is_heading));
    }
    let nodes = block.nodes(Field::Html);
    if let [Node::Element(element)] = nodes {
        is_heading |= element.tag.level().is_some();
        if !is_heading && element.tag != Tag::P {
            return None;
        }
    }
    Some((text::line(&node::text(nodes)), is_heading))
}

/// The picture that a block is.
fn picture(block: &Value) -> Option<Record> {
    let block = block.as_record()?;
    if block.block_type() == Some(BlockType::Image) {
        return block.record(Field::Image).cloned();
    }
    let [Node::Element(figure)] = block.nodes(Field::Html) else {
        return None;
    };
    let [Node::Element(image), rest @ ..] = &figure.children[..] else {
        return None;
    };
    if figure.tag != Tag::Figure || image.tag != Tag::Img {
        return None;
    }
    let mut picture = Record::default();
    for attribute in &image.attributes {
        let value = attribute.value();
        match attribute.name() {
            Name::Src => picture.set(Field::Url, Value::Url(SafeUrl::web(value, None)?)),
            Name::Alt if !value.is_empty() => picture.set(Field::Alt, Value::Text(value.into())),
            Name::Width => picture.set(Field::Width, Value::Number(super::count(value)?)),
            Name::Height => picture.set(Field::Height, Value::Number(super::count(value)?)),
            _ => {}
        }
    }
    if let [Node::Element(caption)] = rest {
        let caption = text::line(&node::text(&caption.children));
        picture.set(Field::Caption, Value::Text(caption));
    }
    Some(picture)
}

fn is_same_picture(one: &Record, other: &Record) -> bool {
    let name = |picture: &Record| picture.url(Field::Url).map(|url| file(url.as_str()));
    name(one) == name(other)
}

/// What a picture's address says but for its size and form: resizers and `WordPress` write those into it.
fn file(url: &str) -> String {
    let end = url.bytes().position(|byte| matches!(byte, b'?' | b'#'));
    let url = url.get(..end.unwrap_or(url.len())).unwrap_or_default();
    // An address inside of an address is the one that is meant.
    let inner = url.bytes().rposition(|byte| byte == b':').unwrap_or(0);
    let mut file = String::new();
    for segment in text::split(url.get(inner..).unwrap_or_default(), b'/') {
        let is_size = segment.len() > 1
            && segment.starts_with(['w', 'h'])
            && segment.bytes().skip(1).all(|byte| byte.is_ascii_digit());
        if !is_size && segment != "size" {
            file.push('/');
            file.push_str(segment);
        }
    }
    // `name-1024x683.jpg`
    let dash = file.bytes().rposition(|byte| byte == b'-');
    let dot = file.bytes().rposition(|byte| byte == b'.');
    if let (Some(dash), Some(dot)) = (dash, dot)
        && let Some(size) = file.get(dash + 1..dot)
        && size
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'x')
        && size.bytes().any(|byte| byte == b'x')
    {
        file.truncate(dash);
    }
    file
}

/// Who took the picture, where the caption ends with that.
fn split_credit(image: &mut Record) {
    const BEGINNINGS: [&str; 8] = [
        "(Photo",
        "(Image",
        "(Foto",
        "Photo:",
        "Photo by ",
        "Photograph:",
        "Foto:",
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
    if credit.len() > 120 || (inside.is_some() && !credit.ends_with(')')) {
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
