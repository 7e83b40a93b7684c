//! What publishers say twice, and what they write into one field where there are two: mended in articles of foreign
//! formats, so that a card says each thing once.

use crate::article::{BlockType, Field, Record, Value, text};
use crate::node::{self, Attribute, Name, Node, Tag};
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
    // Without a lead picture the first one of the body is it. It is shown once.
    if article.get(Field::Image).is_none()
        && let Some(first) = body.iter().find_map(picture)
    {
        article.set(Field::Image, Value::Record(first));
    }
    if let Some(Value::Record(lead)) = article.get_mut(Field::Image) {
        body.retain(|block| {
            let own = picture(block).filter(|own| is_same_picture(lead, own));
            own.is_none_or(|own| {
                lead.complete(own);
                false
            })
        });
        split_credit(lead);
        take_name(lead);
    }
    for block in &mut body {
        if let Value::Record(block) = block {
            match block.get_mut(Field::Image) {
                Some(Value::Record(image)) => take_name(image),
                _ => {
                    if let Some(Value::Nodes(nodes)) = block.get_mut(Field::Html) {
                        take_names(nodes);
                    }
                }
            }
        }
    }
    // A first line that is the headline, also below the lead picture; a first heading that takes its place.
    if let Some((first, is_heading)) = first_text(&body) {
        match article.text(Field::Headline) {
            Some(headline) if text::same(&first, headline) => {
                body.remove(0);
            }
            None if is_heading => {
                body.remove(0);
                article.set(Field::Headline, Value::Text(first));
            }
            _ => {}
        }
    }
    // A summary that is the headline, or the beginning of the body, says nothing that they do not. A topic or a place may
    // stand before that.
    if let Some(summary) = article.text(Field::Summary) {
        let headline = article.text(Field::Headline).unwrap_or_default();
        let mut is_said = text::same(headline, summary);
        for from in 0..2 {
            let mut start = String::new();
            for block in body.iter().skip(from).take(8) {
                start.push_str(&text_of(block).unwrap_or_default().0);
            }
            is_said |= text::begins(&start, summary);
        }
        if is_said {
            article.take(Field::Summary);
        }
    }
    let own = article.url(Field::Url).cloned();
    if let Some(Value::List(related)) = article.get_mut(Field::Related) {
        related.retain(|teaser| {
            teaser
                .as_record()
                .is_some_and(|teaser| teaser.url(Field::Url) != own.as_ref())
        });
    }
    if !body.is_empty() {
        article.set(Field::Body, Value::List(body));
    }
}

/// The widest picture that a card has use for, in pixels.
const WIDEST: u32 = 2_000;

/// Of a picture that is there in several sizes and cuts: the one to show, and what is the same in other sizes.
fn choose(image: &mut Record) {
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

fn first_text(body: &[Value]) -> Option<(String, bool)> {
    text_of(body.first()?)
}

/// The text of a block, and whether it is a heading; none when it is something to look at.
fn text_of(block: &Value) -> Option<(String, bool)> {
    let block = block.as_record()?;
    let kind = block.block_type()?;
    let mut is_heading = kind == BlockType::Heading;
    if let Some(text) = block.text(Field::Text) {
        return Some((text.into(), is_heading));
    }
    let nodes = block.nodes(Field::Html);
    if let [Node::Element(element)] = nodes {
        is_heading |= element.tag.level().is_some();
        if element.tag == Tag::Figure {
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
    let is_same_caption = one
        .text(Field::Caption)
        .is_some_and(|caption| Some(caption) == other.text(Field::Caption));
    let name = |picture: &Record| picture.url(Field::Url).map_or(String::new(), file);
    let (one, other) = (name(one), name(other));
    // The address of a resizer ends with that of the picture.
    is_same_caption
        || (!one.is_empty() && !other.is_empty() && (one.ends_with(&other) || other.ends_with(&one)))
}

/// What the path of a picture's address says but for its size and form: resizers and `WordPress` write those into it.
fn file(url: &SafeUrl) -> String {
    let path = url.as_str().get(url.origin().len()..).unwrap_or_default();
    let end = path.bytes().position(|byte| matches!(byte, b'?' | b'#'));
    let path = path.get(..end.unwrap_or(path.len())).unwrap_or_default();
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
    if let Some(dot) = file.bytes().rposition(|byte| byte == b'.') {
        file.truncate(dot);
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
fn take_name(image: &mut Record) {
    if let (Some(alt), Some(url)) = (image.text(Field::Alt), image.url(Field::Url))
        && is_name(alt, url)
    {
        image.take(Field::Alt);
    }
}

/// As [`take_name`], for pictures in HTML.
fn take_names(nodes: &mut [Node]) {
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

/// Who took the picture, where the caption ends with that.
fn split_credit(image: &mut Record) {
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
