//! What publishers say twice, and what they write into one field where there are two: mended in articles of foreign
//! formats, so that a card says each thing once.

mod credit;
mod picture;

use crate::article::{BlockType, Field, Record, Value, text};
use crate::limits;
use crate::node::{self, Node, Tag};
use credit::split_credit;
use picture::{choose, is_same_picture, picture, take_name, take_names};

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
    if let Some((first, is_heading)) = first_line(&body) {
        match article.text(Field::Headline) {
            Some(headline) if text::same(&first, headline) => {
                body.remove(0);
            }
            None if is_heading => {
                body.remove(0);
                let first = text::cut(first, limits::HEADLINE_CHARS);
                article.set(Field::Headline, Value::Text(first));
            }
            _ => {}
        }
    }
    // A summary that is the headline, or the beginning of the body, says nothing that they do not. A topic or a place may
    // stand before that, but no sentence.
    if let Some(summary) = article.text(Field::Summary) {
        let headline = article.text(Field::Headline).unwrap_or_default();
        let mut is_said = text::same(headline, summary);
        let begins = |body: &[Value]| {
            let texts = body.iter().take(8).filter_map(text_of);
            let start: String = texts.map(|(text, _)| text).collect();
            text::begins(&start, summary)
        };
        is_said |= begins(&body);
        if let [topic, body @ ..] = &body[..]
            && text_of(topic).is_some_and(|(topic, _)| !topic.ends_with(['.', '!', '?']))
        {
            is_said |= begins(body);
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
    // All that there is of an article is its text.
    if body.is_empty()
        && article.get(Field::Headline).is_none()
        && let Some(summary) = article.take(Field::Summary)
    {
        let mut paragraph = Record::with(Field::Type, Value::Type(BlockType::Paragraph));
        paragraph.set(Field::Text, summary);
        body.push(Value::Record(paragraph));
    }
    if !body.is_empty() {
        article.set(Field::Body, Value::List(body));
    }
}

/// The text of the first block, and whether it is a heading; none when it is more than a line.
fn first_line(body: &[Value]) -> Option<(String, bool)> {
    let first = body.first()?;
    match first.as_record()?.nodes(Field::Html) {
        [Node::Element(element)] if element.tag != Tag::P && element.tag.level().is_none() => None,
        _ => text_of(first),
    }
}

/// The text of a block, and whether it is a heading; none when it has none, or is something to look at.
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
    let text = text::line(&node::text(nodes));
    (!text.is_empty()).then_some((text, is_heading))
}
