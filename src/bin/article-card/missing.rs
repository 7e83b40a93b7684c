//! What a complete card shows and a document does not say, in the words of those who write it.

use article_card::Parsed;
use article_card::article::{Document, Field, Record, text};
use article_card::sanitize::SafeUrl;

use crate::places;

/// Stories or authors that a line names.
const NAMED: usize = 3;
/// Characters of a name in a line.
const NAME_CHARS: usize = 60;

/// Something that may be missing.
#[derive(Debug)]
struct Rule {
    /// Where article-card/1 has it.
    field: &'static str,
    /// What a story without it has, in its stead.
    lack: &'static str,
    /// What its card does.
    effect: &'static str,
    lacks: fn(&Record) -> bool,
}

/// In the order of a card.
const RULES: &[Rule] = &[
    Rule {
        field: "section",
        lack: "no section",
        effect: "The label above the headline is left out.",
        lacks: |story| story.get(Field::Section).is_none(),
    },
    Rule {
        field: "headline",
        lack: "no headline",
        effect: "The card has no heading, and its text has to say what it is about.",
        lacks: |story| story.get(Field::Headline).is_none(),
    },
    Rule {
        field: "url",
        lack: "no link to its page",
        effect: "Nothing leads from the card to the original.",
        lacks: |story| story.get(Field::Url).is_none(),
    },
    Rule {
        field: "datePublished",
        lack: "no date",
        effect: "The card does not say when it was published.",
        lacks: |story| story.get(Field::Published).is_none(),
    },
    Rule {
        field: "image",
        lack: "no picture",
        effect: "The card opens with its text.",
        lacks: |story| story.get(Field::Image).is_none(),
    },
    Rule {
        field: "image.alt",
        lack: "a picture without alternative text",
        effect: "Readers who cannot see it are told nothing of it.",
        lacks: |story| picture_lacks(story, &[Field::Alt]),
    },
    Rule {
        field: "image.caption",
        lack: "a picture without a caption",
        effect: "Nothing below it says what it shows.",
        lacks: |story| picture_lacks(story, &[Field::Caption]),
    },
    Rule {
        field: "image.credit",
        lack: "a picture without a credit",
        effect: "Nothing below it says whose it is.",
        lacks: |story| picture_lacks(story, &[Field::Credit]),
    },
    Rule {
        field: "image.width and image.height",
        lack: "a picture without width and height",
        effect: "A card by itself crops it to 16:9, to keep the page from jumping when it arrives.",
        lacks: |story| picture_lacks(story, &[Field::Width, Field::Height]),
    },
    Rule {
        field: "body",
        lack: "no text, only a summary",
        effect: "The card shows the summary, and has nothing to unfold.",
        lacks: |story| story.get(Field::Body).is_none() && story.get(Field::Summary).is_some(),
    },
    Rule {
        field: "body",
        lack: "neither text nor summary",
        effect: "The card has nothing to read below its headline.",
        lacks: |story| story.get(Field::Body).is_none() && story.get(Field::Summary).is_none(),
    },
    Rule {
        field: "related",
        lack: "no related stories",
        effect: "Nothing leads on to further stories.",
        lacks: |story| story.get(Field::Related).is_none(),
    },
    Rule {
        field: "authors",
        lack: "no author",
        effect: "The card does not say who wrote it.",
        lacks: |story| story.get(Field::Authors).is_none(),
    },
    Rule {
        field: "authors.avatar",
        lack: "an author without a portrait",
        effect: "Initials stand in its place.",
        lacks: |story| authors_without(story, "authors.avatar").next().is_some(),
    },
    Rule {
        field: "authors.role",
        lack: "an author without a role",
        effect: "The line below the name, such as “Reporter”, is left out.",
        lacks: |story| authors_without(story, "authors.role").next().is_some(),
    },
    Rule {
        field: "authors.bio",
        lack: "an author without a short biography",
        effect: "There is nothing to read about the author.",
        lacks: |story| authors_without(story, "authors.bio").next().is_some(),
    },
    Rule {
        field: "publisher.name",
        lack: "no publisher’s name",
        effect: "The card names the address of the site in its stead, if it knows that.",
        lacks: |story| !has_publisher(story),
    },
    Rule {
        field: "language",
        lack: "no language",
        effect: "The card takes that of the page around it: it may be hyphenated and read aloud wrongly.",
        lacks: |story| story.language().is_none(),
    },
];

fn picture_lacks(story: &Record, fields: &[Field]) -> bool {
    let image = story.record(Field::Image);
    image.is_some_and(|image| fields.iter().any(|field| image.get(*field).is_none()))
}

/// The names of the authors of whom nothing is said in `field`.
fn authors_without<'a>(story: &'a Record, field: &str) -> impl Iterator<Item = &'a str> {
    let field = match field {
        "authors.avatar" => Some(Field::Avatar),
        "authors.role" => Some(Field::Role),
        "authors.bio" => Some(Field::Bio),
        _ => None,
    };
    story.records(Field::Authors).filter_map(move |author| {
        let lacks = author.get(field?).is_none();
        author.text(Field::Name).filter(|_| lacks)
    })
}

/// Whether a publisher has a name of its own: without one it is called by the host of an address.
fn has_publisher(story: &Record) -> bool {
    let publisher = story.record(Field::Publisher);
    let Some((publisher, name)) = publisher.and_then(|own| Some((own, own.text(Field::Name)?)))
    else {
        return false;
    };
    let urls = [publisher, story].map(|of| of.url(Field::Url));
    let mut hosts = urls.into_iter().flatten().map(SafeUrl::host);
    !hosts.any(|host| host.strip_prefix("www.").unwrap_or(host) == name)
}

/// What the document was recognised as: `ghost, one story: “Headline”`.
pub(crate) fn recognised(parsed: &Parsed) -> String {
    let (what, name) = match &parsed.document {
        Document::Article(story) => ("one story".into(), story.text(Field::Headline)),
        Document::Feed(feed) => {
            let what = match feed.list(Field::Items).len() {
                0 => "a feed without stories".into(),
                1 => "a feed of one story".into(),
                count => format!("a feed of {count} stories"),
            };
            (what, feed.text(Field::Title))
        }
    };
    let name = name.map(|name| [": ", &quoted(name)].concat());
    [parsed.format, ", ", &what, &name.unwrap_or_default()].concat()
}

/// What is missing for a complete card, a line for each; `format` names the fields.
pub(crate) fn suggestions(parsed: &Parsed, format: &str) -> Vec<String> {
    let stories: Vec<&Record> = match &parsed.document {
        Document::Article(story) => vec![story],
        Document::Feed(feed) => feed.records(Field::Items).collect(),
    };
    if stories.is_empty() {
        return vec!["the feed has no stories. There is nothing to draw.".into()];
    }
    let line = |rule: &Rule| {
        let who = who(rule, &stories)?;
        let place = places::sentence(format, rule.field);
        Some([&who, ". ", rule.effect, " ", &place].concat())
    };
    RULES.iter().filter_map(line).collect()
}

/// Which stories a rule is about, if it is about any: `3 of 20 stories have no picture: “A”, “B”, “C”`.
fn who(rule: &Rule, stories: &[&Record]) -> Option<String> {
    let lacking: Vec<(usize, &Record)> = stories
        .iter()
        .enumerate()
        .filter_map(|(at, story)| (rule.lacks)(story).then_some((at, *story)))
        .collect();
    let (count, all) = (lacking.len(), stories.len());
    let (subject, names) = match lacking[..] {
        [] => return None,
        [(_, story)] if all == 1 => (
            "the story has".into(),
            authors_without(story, rule.field).map(quoted).collect(),
        ),
        // Where it is all of them nobody has to look for them.
        _ if count == all => (format!("all {all} stories have"), Vec::new()),
        _ => {
            let verb = if count == 1 { "has" } else { "have" };
            let names = lacking.iter().map(|(at, story)| name(*at, story));
            (format!("{count} of {all} stories {verb}"), names.collect())
        }
    };
    Some([&subject, " ", rule.lack, &listed(&names)].concat())
}

/// What a story of a feed is called.
fn name(at: usize, story: &Record) -> String {
    let headline = story.text(Field::Headline).map(quoted);
    headline.unwrap_or_else(|| format!("story {}", at + 1))
}

fn quoted(name: &str) -> String {
    ["“", &text::cut(name.into(), NAME_CHARS), "”"].concat()
}

/// The first few of `names`, after a colon.
fn listed(names: &[String]) -> String {
    let Some(first) = names
        .get(..names.len().min(NAMED))
        .filter(|names| !names.is_empty())
    else {
        return String::new();
    };
    let more = match names.len() - first.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    [": ", &first.join(", "), &more].concat()
}
