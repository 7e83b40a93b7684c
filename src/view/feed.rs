//! A feed: its name, its items as cards, a button for more, where it comes from.

use super::card::{Place, card};
use super::pen::Pen;
use super::{Label, source};
use crate::article::{Document, Field, Language, Pages, Record};
use crate::node::{Attribute, Name, Tag};

/// What all cards of a feed share.
struct Shared<'a> {
    feed: Option<&'a Record>,
    /// Its own publisher, else that of the article it came with, else the one all items have.
    publisher: Option<&'a Record>,
    language: Option<&'a Language>,
}

impl<'a> Shared<'a> {
    fn of(document: &'a Document) -> Self {
        let (feed, outer) = (document.feed(), document.record());
        let publisher = feed.and_then(|feed| feed.record(Field::Publisher));
        Self {
            feed,
            publisher: publisher
                .or_else(|| outer.record(Field::Publisher))
                .or_else(|| common_publisher(document)),
            language: language(document),
        }
    }
}

fn common_publisher(document: &Document) -> Option<&Record> {
    let publisher = |index| document.item(index)?.record(Field::Publisher);
    let first = publisher(0)?;
    let same = |index| publisher(index).is_some_and(|own| source::is_same(own, first));
    (1..document.count()).all(same).then_some(first)
}

/// The language of the feed of `document`.
pub(super) fn language(document: &Document) -> Option<&Language> {
    let feed = document.feed().and_then(Record::language);
    feed.or_else(|| document.record().language())
}

/// Draws the feed of `document`.
pub(super) fn feed<'a>(pen: &mut Pen<'a>, document: &'a Document) {
    let shared = Shared::of(document);
    let title = shared.feed.and_then(|feed| feed.text(Field::Title));
    let opening = title.or_else(|| document.item(0)?.text(Field::Headline));
    pen.speak(shared.language, opening);
    pen.open_part(Tag::Section, "feed");
    pen.spoken_in();
    pen.slot("header");
    if let Some(title) = title {
        let id = pen.id();
        pen.set(Attribute::id(Name::LabelledBy, id));
        pen.open_heading(0, "feed-title");
        pen.set(Attribute::id(Name::Id, id));
        let url = shared.feed.and_then(|feed| feed.url(Field::Url));
        pen.linked(title, url, "noopener");
        pen.close();
    }
    let whole = !pen.settings.collapse.takes_script();
    let most = pen.settings.most;
    let count = if whole {
        most
    } else {
        pen.settings.page_size.min(most)
    };
    pen.open_part(Tag::Div, "items");
    items(pen, &shared, 0, count, |index| document.item(index));
    pen.close();
    pen.labels.document = &[];
    pen.sponsored = false;
    // Which way the feed runs, not its last item.
    pen.speak(shared.language, opening);
    let is_all = document.count() <= count && document.next_page().is_none();
    // Where a script may come there is more to be had than the document holds.
    if !is_all && document.count().min(count) < most {
        more(pen, shared.feed, title);
    }
    source::footer(pen, shared.publisher);
    pen.slot("footer");
    pen.close();
}

/// Draws the items that follow `shown` others, up to `count` of them.
pub(super) fn further<'a>(pen: &mut Pen<'a>, pages: &'a Pages, shown: u32, count: u32) {
    let shared = Shared::of(&pages.first);
    items(pen, &shared, shown, count, |index| pages.item(index));
}

fn items<'a>(
    pen: &mut Pen<'a>,
    shared: &Shared<'a>,
    from: u32,
    count: u32,
    item: impl Fn(u32) -> Option<&'a Record>,
) {
    let title = shared.feed.and_then(|feed| feed.get(Field::Title));
    pen.level = (pen.level + u8::from(title.is_some())).min(6);
    for index in from..from.saturating_add(count) {
        let Some(item) = item(index) else { break };
        pen.number_item(index);
        card(pen, item, Place::InFeed(shared.publisher), shared.language);
    }
}

/// What leads on, and where it is said how that went.
fn more(pen: &mut Pen, feed: Option<&Record>, title: Option<&str>) {
    // Below the last item, where a failure is told; announcements have no place to be seen.
    pen.open_part(Tag::P, "status");
    pen.fixed(Name::Class, "sr");
    pen.fixed(Name::Role, "status");
    pen.close();
    pen.open_part(Tag::Button, "more");
    pen.fixed(Name::Type, "button");
    let own = feed.and_then(|feed| feed.record(Field::More)?.text(Field::Label));
    // Both words are there, the style sheet shows the one that data-failed asks for.
    let own = own.unwrap_or(pen.labels.get(Label::ShowMore));
    pen.span(Tag::Span, Name::Class, "more", own);
    pen.span(
        Tag::Span,
        Name::Class,
        "less",
        pen.labels.get(Label::TryAgain),
    );
    if let Some(title) = title {
        pen.spoken(&[": ", title].concat());
    }
    pen.close();
}
