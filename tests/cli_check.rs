//! `article-card check`: what was recognised, what is wrong, what is missing for a complete card.
#![cfg(feature = "cli")]

#[path = "../src/bin/article-card/places.rs"]
mod places;
mod support;

use std::fs;
use std::path::Path;

use support::command::{feed, printed, story};
use support::{Value, card, feed_document, json, paragraph};

/// A document that has everything.
fn complete() -> Value {
    let picture = |name: &str| {
        json!({"url": format!("https://news.example/{name}.jpg"), "alt": "A ferry", "caption": "At noon",
               "credit": "Ana Sol", "width": 1200, "height": 800})
    };
    json!({
        "headline": "Ferry returns", "url": "https://news.example/ferry", "language": "en", "section": "Harbour",
        "datePublished": "2026-01-31", "image": picture("ferry"), "body": [paragraph("It sails at noon.")],
        "authors": [{"name": "Ana Sol", "avatar": picture("ana"), "role": "Reporter", "bio": "Writes of ships."}],
        "related": [{"url": "https://news.example/bridge", "headline": "Bridge opens"}],
        "publisher": {"name": "The Harbour", "url": "https://news.example/"},
    })
}

/// What is printed for a document without problems: the lines after the first two.
#[track_caller]
fn suggestions(document: &str, recognised: &str) -> Vec<String> {
    let printed = printed(&["check", "-"], document, 0);
    let lines: Vec<_> = printed.lines().map(str::to_owned).collect();
    assert_eq!(lines[..2], [recognised, "no problems"], "{printed}");
    lines[2..].to_vec()
}

/// The only suggestion for the complete document without one of its fields.
#[track_caller]
fn without(pointer: &str, field: &str) -> String {
    let mut document = complete();
    let object = document.pointer_mut(pointer).expect("an object");
    object.as_object_mut().expect("an object").remove(field);
    let printed = printed(&["check", "-"], &card(document), 0);
    let lines: Vec<_> = printed.lines().skip(2).collect();
    assert_eq!(lines.len(), 1, "{printed}");
    lines[0].to_owned()
}

#[test]
fn of_a_complete_document_nothing_is_missing() {
    let first = "native, one story: “Ferry returns”";
    assert_eq!(
        suggestions(&card(complete()), first),
        ["nothing is missing"]
    );
    let of_two = feed_document(
        json!({"title": "News", "items": [complete(), {"id": "b"}], "publisher": "The Harbour"}),
    );
    let printed = printed(&["check", "-"], &of_two, 1);
    assert_eq!(
        printed,
        "native, a feed of one story: “News”\n\
         items[1]: item left out: it has neither a headline nor a body\n\
         nothing is missing\n"
    );
}

#[test]
fn each_missing_thing_is_told_with_what_the_card_does_and_where_it_belongs() {
    #[rustfmt::skip]
    let table = [
        ("", "section", "no section. The label above the headline is left out. article-card/1 has it in section."),
        ("", "headline", "no headline. The card has no heading, and its text has to say what it is about. \
            article-card/1 has it in headline."),
        ("", "url", "no link to its page. Nothing leads from the card to the original. article-card/1 has it in url."),
        ("", "datePublished", "no date. The card does not say when it was published. \
            article-card/1 has it in datePublished."),
        ("", "image", "no picture. The card opens with its text. article-card/1 has it in image."),
        ("/image", "alt", "a picture without alternative text. Readers who cannot see it are told nothing of it. \
            article-card/1 has it in image.alt."),
        ("/image", "caption", "a picture without a caption. Nothing below it says what it shows. \
            article-card/1 has it in image.caption."),
        ("/image", "credit", "a picture without a credit. Nothing below it says whose it is. \
            article-card/1 has it in image.credit."),
        ("/image", "height", "a picture without width and height. A card by itself crops it to 16:9, to keep the page \
            from jumping when it arrives. article-card/1 has it in image.width and image.height."),
        ("", "body", "neither text nor summary. The card has nothing to read below its headline. \
            article-card/1 has it in body."),
        ("", "related", "no related stories. Nothing leads on to further stories. article-card/1 has it in related."),
        ("", "authors", "no author. The card does not say who wrote it. article-card/1 has it in authors."),
        ("/authors/0", "avatar", "an author without a portrait: “Ana Sol”. Initials stand in its place. \
            article-card/1 has it in authors.avatar."),
        ("/authors/0", "role", "an author without a role: “Ana Sol”. The line below the name, such as “Reporter”, is \
            left out. article-card/1 has it in authors.role."),
        ("/authors/0", "bio", "an author without a short biography: “Ana Sol”. There is nothing to read about the \
            author. article-card/1 has it in authors.bio."),
        ("", "publisher", "no publisher’s name. The card names the address of the site in its stead, if it knows that. \
            article-card/1 has it in publisher.name."),
        ("", "language", "no language. The card takes that of the page around it: it may be hyphenated and read aloud \
            wrongly. article-card/1 has it in language."),
    ];
    for (pointer, field, told) in table {
        let expected = ["suggestion: the story has ", told].concat();
        assert_eq!(without(pointer, field), expected, "{pointer} {field}");
    }
}

#[test]
fn a_bare_document_lacks_everything_and_is_no_problem() {
    let bare = suggestions(
        &card(json!({"headline": "Ferry"})),
        "native, one story: “Ferry”",
    );
    let lacks: Vec<_> = bare
        .iter()
        .filter_map(|line| {
            line.strip_prefix("suggestion: the story has ")?
                .split('.')
                .next()
        })
        .collect();
    #[rustfmt::skip]
    assert_eq!(lacks, [
        "no section", "no link to its page", "no date", "no picture", "neither text nor summary",
        "no related stories", "no author", "no publisher’s name", "no language",
    ]);
    let nameless = card(json!({"bodyText": "It sails."}));
    suggestions(&nameless, "native, one story");
}

#[test]
fn a_summary_alone_is_told_apart_from_nothing() {
    let mut document = complete();
    document["body"] = Value::Null;
    document["summary"] = "It sails.".into();
    assert_eq!(
        suggestions(&card(document), "native, one story: “Ferry returns”"),
        [
            "suggestion: the story has no text, only a summary. The card shows the summary, and has nothing to unfold. \
          article-card/1 has it in body."
        ]
    );
}

#[test]
fn a_feed_is_summed_up_and_names_the_first_few() {
    let items: Vec<_> = (1..=6)
        .map(|at| {
            let mut item = complete();
            item["headline"] = format!("Story {at}").into();
            item["url"] = format!("https://news.example/{at}").into();
            item["related"] = Value::Null;
            if at > 1 {
                item["image"] = Value::Null;
            }
            if at == 4 {
                item["headline"] = Value::Null;
                item["authors"] = json!([{"name": "Mei"}]);
            }
            item
        })
        .collect();
    let document = feed_document(json!({"title": "News", "items": items}));
    let lines = suggestions(&document, "native, a feed of 6 stories: “News”");
    let beginnings: Vec<_> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("suggestion: ")?.split(". ").next())
        .collect();
    #[rustfmt::skip]
    assert_eq!(beginnings, [
        "1 of 6 stories has no headline: story 4",
        "5 of 6 stories have no picture: “Story 2”, “Story 3”, story 4 and 2 more",
        "all 6 stories have no related stories",
        "1 of 6 stories has an author without a portrait: story 4",
        "1 of 6 stories has an author without a role: story 4",
        "1 of 6 stories has an author without a short biography: story 4",
    ]);
    let empty = feed_document(json!({"items": []}));
    assert_eq!(
        suggestions(&empty, "native, a feed without stories"),
        ["suggestion: the feed has no stories. There is nothing to draw."]
    );
}

#[test]
fn wordpress_without_embed_is_told_what_to_ask_for() {
    let post = json!({
        "id": 7, "link": "https://news.example/ferry", "date_gmt": "2026-01-31T09:30:00", "author": 3,
        "featured_media": 9, "categories": [2], "title": {"rendered": "Ferry returns"},
        "content": {"rendered": "<p>It sails at noon.</p>"},
    });
    let printed = printed(&["check", "-"], &post.to_string(), 1);
    let mut lines = printed.lines();
    assert_eq!(
        lines.next(),
        Some("wordpress, one story: “Ferry returns”"),
        "{printed}"
    );
    assert_eq!(
        lines.next(),
        Some("authors, picture and section are only numbers here: add ?_embed to the address")
    );
    for (lack, place) in [
        (
            "no section",
            "_embedded.wp:term, the post’s category, which ?_embed adds to the address",
        ),
        (
            "no author",
            "_embedded.author, which ?_embed adds to the address",
        ),
        (
            "no picture",
            "_embedded.wp:featuredmedia, the post’s featured image, which ?_embed adds to the address",
        ),
        (
            "no publisher’s name",
            "yoast_head_json.og_site_name, which Yoast SEO adds",
        ),
    ] {
        let begins = ["suggestion: the story has ", lack].concat();
        let ends = [" WordPress has it in ", place, "."].concat();
        let told = |line: &&str| line.starts_with(&begins) && line.ends_with(&ends);
        assert!(printed.lines().any(|line| told(&line)), "{lack}: {printed}");
    }
}

#[test]
fn ghost_without_authors_is_told_what_to_ask_for() {
    let posts = json!({"posts": [{
        "id": "5f", "uuid": "a-1", "slug": "ferry", "title": "Ferry returns", "url": "https://news.example/ferry/",
        "html": "<p>It sails at noon.</p>", "feature_image": "https://news.example/a.jpg",
        "published_at": "2026-01-31T09:30:00.000+00:00",
    }]});
    let lines = suggestions(&posts.to_string(), "ghost, a feed of one story");
    #[rustfmt::skip]
    assert_eq!(lines, [
        "suggestion: the story has no section. The label above the headline is left out. Ghost has it in primary_tag, \
         which include=authors,tags adds to the address.",
        "suggestion: the story has a picture without alternative text. Readers who cannot see it are told nothing of \
         it. Ghost has it in feature_image_alt.",
        "suggestion: the story has a picture without a caption. Nothing below it says what it shows. Ghost has it in \
         feature_image_caption.",
        "suggestion: the story has a picture without a credit. Nothing below it says whose it is. It is also read from \
         the end of a caption, “(Photo: Ana Sol)”.",
        "suggestion: the story has a picture without width and height. A card by itself crops it to 16:9, to keep the \
         page from jumping when it arrives. Ghost has no place for it; article-card/1 has image.width and image.height.",
        "suggestion: the story has no related stories. Nothing leads on to further stories. Ghost has no place for it; \
         article-card/1 has related.",
        "suggestion: the story has no author. The card does not say who wrote it. Ghost has it in authors, which \
         include=authors,tags adds to the address.",
        "suggestion: the story has no publisher’s name. The card names the address of the site in its stead, if it \
         knows that. Ghost has no place for it; article-card/1 has publisher.name.",
        "suggestion: the story has no language. The card takes that of the page around it: it may be hyphenated and \
         read aloud wrongly. Ghost has it in locale.",
    ]);
}

#[test]
fn what_a_map_may_name_is_said_to_those_who_use_one() {
    let document = json!({"webTitle": "Ferry returns", "webUrl": "https://news.example/ferry"});
    let map = r#"{"headline": "/webTitle", "url": "/webUrl"}"#;
    let printed = printed(&["check", "--map", map, "-"], &document.to_string(), 0);
    assert!(printed.starts_with("generic, one story: “Ferry returns”\nno problems\n"));
    let picture = "suggestion: the story has no picture. The card opens with its text. Say with --map where it stands.";
    assert!(printed.lines().any(|line| line == picture), "{printed}");
}

#[test]
fn a_publisher_that_is_only_an_address_has_no_name() {
    let mut document = complete();
    document["publisher"] = json!({"url": "https://www.news.example/about"});
    let lines = suggestions(&card(document), "native, one story: “Ferry returns”");
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("no publisher’s name"), "{lines:?}");
}

#[test]
fn problems_come_one_a_line_and_exit_1() {
    let wrong = card(json!({"headline": "x", "authors": [{"name": "Ana"}, {"name": 7}]}));
    assert_eq!(
        printed(&["check", "-"], &wrong, 1),
        "authors[1].name: expected text, found a number\n"
    );
    assert_eq!(
        printed(&["check", "-"], "{\n  \"a\": x}", 1),
        "line 2, column 8: expected a value\n"
    );
    let doubtful = card(json!({"headline": "x", "url": "story", "datePublished": "soon"}));
    let problems = printed(&["check", "-"], &doubtful, 1);
    let mut paths: Vec<_> = problems
        .lines()
        .skip(1)
        .filter_map(|line| line.split(": ").next().filter(|path| *path != "suggestion"))
        .collect();
    paths.sort_unstable();
    assert_eq!(paths, ["datePublished", "url"]);
    let with_base = card(json!({"headline": "x", "url": "story"}));
    let base = ["check", "--base", "https://news.example/", "-"];
    assert!(printed(&base, &with_base, 0).contains("\nno problems\n"));
    assert!(printed(&["check", "-"], &story(), 0).contains("\nno problems\n"));
    assert!(
        printed(&["check", "-"], &feed(), 1).starts_with("native, a feed of 2 stories: “News”\n")
    );
}

#[test]
fn a_headline_cannot_start_a_line_or_steer_the_terminal() {
    let text = card(json!({"headline": "x\u{1b}[2J\nno problems", "authors": ["\u{7}Ana\nMei"]}));
    let printed = printed(&["check", "-"], &text, 0);
    assert!(
        printed.chars().all(|c| c == '\n' || !c.is_control()),
        "{printed:?}"
    );
    assert_eq!(printed.matches("\nno problems\n").count(), 1, "{printed}");
}

#[test]
fn help_says_that_suggestions_do_not_fail() {
    let help = printed(&["check", "--help"], "", 0);
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, suggestions) = help.split_once("Suggestions, ").expect("suggestions");
    assert!(suggestions.contains("They exit with 0"), "{help}");
}

/// And the other way round: what a table reads has a place that is told. RSS and Atom share a file.
#[test]
fn what_is_read_has_a_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/input/formats");
    let formats = [
        "json_feed",
        "activity_streams",
        "json_ld",
        "wordpress",
        "ghost",
        "ans",
        "ninjs",
        "apple_news",
        "oembed",
        "generic",
    ];
    let fields = [
        "headline",
        "url",
        "section",
        "image",
        "datePublished",
        "authors",
        "language",
        "related",
    ];
    for file in formats {
        let text = fs::read_to_string(folder.join(file).with_extension("rs")).expect("a table");
        let (_, item) = text.split_once("const ITEM").expect("a table of articles");
        let (item, _) = item.split_once("\";").expect("its end");
        let name = match file {
            "activity_streams" => "activitystreams".to_owned(),
            file => file.replace('_', "-"),
        };
        let (_, places) = places::of(&name);
        for field in fields {
            let reads = item
                .split_whitespace()
                .any(|entry| entry.trim_start_matches('"').split(['=', '[']).next() == Some(field));
            let told = places
                .lines()
                .any(|line| line.starts_with(&format!("{field}: ")));
            assert_eq!(told, reads, "{name}: {field}");
        }
    }
}

/// Where it is said that a format has a field, the table it is read by has that name.
#[test]
fn the_places_are_those_that_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/input/formats");
    #[rustfmt::skip]
    let formats = [
        ("json-feed", "json_feed"), ("activitystreams", "activity_streams"), ("json-ld", "json_ld"),
        ("wordpress", "wordpress"), ("ghost", "ghost"), ("ans", "ans"), ("ninjs", "ninjs"),
        ("apple-news", "apple_news"), ("oembed", "oembed"), ("rss", "feed_xml"), ("atom", "feed_xml"),
        ("generic", "generic"),
    ];
    for (format, file) in formats {
        let table = fs::read_to_string(folder.join(file).with_extension("rs")).expect("a table");
        let (name, places) = places::of(format);
        assert!(!name.is_empty(), "{format}");
        for line in places.lines() {
            let (field, place) = line.split_once(": ").expect("a place");
            assert!(places::sentence("native", field).ends_with(&[" ", field, "."].concat()));
            let names = place.split(", ").next().unwrap_or_default();
            let mut is_name = true;
            for word in names.split(' ') {
                let steps = word.split('.').filter(|_| is_name);
                for step in steps {
                    assert!(table.contains(step), "{format}: {word} of {line}");
                }
                is_name = matches!(word, "or" | "and");
            }
        }
    }
}
