//! Pictures: which of several is shown, which of the body is the lead picture, what says nothing about them.

use crate::article::{BlockType, Field, Focus, Record, Value, text};
use crate::limits;
use crate::node::{self, Attribute, Name, Node, Tag};
use crate::sanitize::SafeUrl;

/// The widest picture that a card has use for, in pixels.
const WIDEST: u32 = 2_000;

/// Of a picture that is there in several sizes and cuts: the one to show, and what is the same in other sizes.
pub(super) fn choose(image: &mut Record) {
    let list = |list| match list {
        Some(Value::List(list)) => list,
        _ => Vec::new(),
    };
    let cuts = list(image.take(Field::Images));
    let mut sizes = list(image.take(Field::Srcset));
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
        // Of the best the first one.
        let all = sizes.iter().rev().chain(cuts.iter().rev());
        if let Some(best) = all.filter_map(Value::as_record).max_by_key(rank) {
            let best = best.clone();
            image.take(Field::Url);
            image.complete(best);
        }
    }
    let (width, height) = (size(image, Field::Width), size(image, Field::Height));
    if let Some(Value::Record(point)) = image.take(Field::Point) {
        let share = |field, whole| {
            let share = (size(&point, field) * 100).checked_div(whole);
            share.unwrap_or(50).min(100) as u8
        };
        let (x, y) = (share(Field::Width, width), share(Field::Height, height));
        image.set(Field::Focus, Value::Focus(Focus { x, y }));
    }
    sizes.retain_mut(|own| {
        let Value::Record(own) = own else {
            return false;
        };
        own.take(Field::Point);
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

/// The picture that a block is.
pub(super) fn picture(block: &Value) -> Option<Record> {
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
    // It may be a link.
    let image = match &image.children[..] {
        [Node::Element(inner)] if image.tag == Tag::A => inner,
        _ => image,
    };
    if figure.tag != Tag::Figure || image.tag != Tag::Img {
        return None;
    }
    let mut picture = Record::default();
    for attribute in &image.attributes {
        let value = attribute.value();
        match attribute.name() {
            Name::Src => picture.set(Field::Url, Value::Url(SafeUrl::web(value, None)?)),
            Name::Alt if !value.is_empty() => {
                let alt = text::cut(value.into(), limits::ALT_CHARS);
                picture.set(Field::Alt, Value::Text(alt));
            }
            Name::Width => picture.set(Field::Width, Value::Number(crate::input::count(value)?)),
            Name::Height => picture.set(Field::Height, Value::Number(crate::input::count(value)?)),
            _ => {}
        }
    }
    if let [Node::Element(caption)] = rest {
        let caption = text::line(&node::text(&caption.children));
        let caption = text::cut(caption, limits::SUMMARY_CHARS);
        picture.set(Field::Caption, Value::Text(caption));
    }
    Some(picture)
}

pub(super) fn is_same_picture(one: &Record, other: &Record) -> bool {
    // Nobody writes the same whole sentence below two pictures.
    let is_same_caption = one
        .text(Field::Caption)
        .is_some_and(|caption| caption.len() > 60 && Some(caption) == other.text(Field::Caption));
    let name = |picture: &Record| picture.url(Field::Url).map_or(String::new(), file);
    let (one, other) = (name(one), name(other));
    // The address of a resizer ends with that of the picture.
    is_same_caption
        || (!one.is_empty()
            && !other.is_empty()
            && (one.ends_with(&other) || other.ends_with(&one)))
}

/// What the path of a picture's address says but for its size and form: resizers and `WordPress` write those into it.
fn file(url: &SafeUrl) -> String {
    let whole = url.as_str().get(url.origin().len()..).unwrap_or_default();
    let whole = text::split_once(whole, b'#').map_or(whole, |(whole, _)| whole);
    let (path, query) = text::split_once(whole, b'?').unwrap_or((whole, ""));
    let mut file = String::new();
    for segment in text::split(path, b'/') {
        let is_size = segment.len() > 1
            && segment.starts_with(['w', 'h'])
            && segment.bytes().skip(1).all(|byte| byte.is_ascii_digit());
        if !is_size && !matches!(segment, "" | "size") {
            file.push('/');
            file.push_str(segment);
        }
    }
    // A file has a form, and its query asks for a size. What has none is made of its query.
    let name = file.bytes().rposition(|byte| byte == b'/').unwrap_or(0);
    match file.bytes().rposition(|byte| byte == b'.') {
        Some(dot) if dot > name => file.truncate(dot),
        _ => file.push_str(query),
    }
    // `name-1024x683`, `name-scaled`
    if let Some(dash) = file.bytes().rposition(|byte| byte == b'-') {
        let end = file.get(dash + 1..).unwrap_or_default();
        let digits = end.bytes().take_while(u8::is_ascii_digit).count();
        let of_size = |byte: u8| byte.is_ascii_digit() || byte == b'x';
        if end == "scaled" || (digits > 0 && digits < end.len() && end.bytes().all(of_size)) {
            file.truncate(dash);
        }
    }
    file
}

/// An alternative text that is the name of the file describes nothing.
pub(super) fn take_name(image: &mut Record) {
    if let (Some(alt), Some(url)) = (image.text(Field::Alt), image.url(Field::Url))
        && is_name(alt, url)
    {
        image.take(Field::Alt);
    }
}

/// As [`take_name`], for pictures in HTML.
pub(super) fn take_names(nodes: &mut [Node]) {
    for node in nodes {
        let Node::Element(element) = node else {
            continue;
        };
        let value = |name| {
            let attribute = element.attributes.iter().find(|own| own.name() == name);
            attribute.map_or("", Attribute::value)
        };
        if element.tag == Tag::Img
            && SafeUrl::web(value(Name::Src), None)
                .is_some_and(|url| is_name(value(Name::Alt), &url))
        {
            for own in &mut element.attributes {
                if own.name() == Name::Alt {
                    *own = Attribute::fixed(Name::Alt, "");
                }
            }
        }
        take_names(&mut element.children);
    }
}

/// Whether `alt` is the name of the file at `url`, with its ending or without.
fn is_name(alt: &str, url: &SafeUrl) -> bool {
    let file = file(url);
    let name = text::split(&file, b'/').last().unwrap_or_default();
    let dot = alt.bytes().rposition(|byte| byte == b'.');
    let start = alt.get(..dot.unwrap_or(alt.len())).unwrap_or_default();
    !alt.is_empty() && (text::same(alt, name) || text::same(start, name))
}
