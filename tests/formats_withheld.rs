//! What its publisher does not want shown is not: a single document is an error of its own, in a list it is left out.

mod support;

use article_card::{Context, Reason};
use support::{Value, json, written_back};

/// 2026-06-01T12:00:00Z.
const NOW: i64 = 1_780_315_200;

/// Whether `document` is held back at `now`; otherwise it must be drawn.
#[track_caller]
fn is_withheld(document: &Value, now: i64) -> bool {
    let context = Context {
        now,
        ..Context::default()
    };
    match article_card::parse(&document.to_string(), &context) {
        Ok(_) => false,
        Err(error) => {
            assert_eq!(error.reason, Reason::Withheld, "{error} in {document}");
            assert_eq!(error.path, "", "{document}");
            assert!(
                error
                    .message
                    .starts_with("the publisher does not want this shown"),
                "{error}"
            );
            true
        }
    }
}

/// The headlines of a list that are left of it.
#[track_caller]
fn headlines(list: &Value) -> Vec<String> {
    let context = Context {
        now: NOW,
        ..Context::default()
    };
    let parsed = article_card::parse(&list.to_string(), &context).expect("a list");
    let items = written_back(&parsed)["items"].clone();
    let items = items.as_array().expect("items").iter();
    items
        .map(|item| item["headline"].as_str().unwrap_or_default().to_owned())
        .collect()
}

fn wordpress(more: Value) -> Value {
    with(
        json!({"title": {"rendered": "x"}, "content": {"rendered": "<p>y"}}),
        more,
    )
}

fn ninjs(more: Value) -> Value {
    with(
        json!({"uri": "urn:x", "versioncreated": "2026-01-31T09:30:00Z", "headline": "x"}),
        more,
    )
}

fn ans(more: Value) -> Value {
    with(json!({"headlines": {"basic": "x"}}), more)
}

fn note(more: Value) -> Value {
    let note = json!({"@context": "https://www.w3.org/ns/activitystreams", "type": "Note", "id": "https://a.example/1", "content": "<p>x"});
    with(note, more)
}

fn with(mut document: Value, more: Value) -> Value {
    let Value::Object(more) = more else {
        panic!("an object")
    };
    document.as_object_mut().expect("an object").extend(more);
    document
}

#[test]
#[rustfmt::skip]
fn a_status_other_than_published_holds_back() {
    for (status, withheld) in [
        ("publish", false), ("inherit", false), ("", false), ("draft", true), ("auto-draft", true), ("pending", true),
        ("private", true), ("future", true), ("trash", true), ("Draft", true),
    ] {
        assert_eq!(is_withheld(&wordpress(json!({"status": status})), NOW), withheld, "WordPress: {status}");
    }
    for (status, withheld) in [
        ("published", false), ("draft", true), ("scheduled", true),
    ] {
        let post = json!({"slug": "x", "uuid": "1", "title": "x", "html": "<p>y", "status": status});
        assert_eq!(is_withheld(&post, NOW), withheld, "Ghost: {status}");
    }
    for key in ["pubstatus", "pubStatus"] {
        for (status, withheld) in [
            ("usable", false), ("withheld", true), ("canceled", false), ("WITHHELD", true),
        ] {
            assert_eq!(is_withheld(&ninjs(json!({key: status})), NOW), withheld, "{key}: {status}");
        }
    }
    // Wrong kinds say nothing.
    for status in [json!(null), json!(7), json!({}), json!([])] {
        assert!(!is_withheld(&wordpress(json!({"status": status})), NOW), "{status}");
    }
}

#[test]
fn an_embargo_lasts_to_its_second() {
    for key in ["embargoed", "embargoedUntil", "embargoeduntil"] {
        let item = ninjs(json!({key: "2026-06-01T14:00:00+02:00"}));
        for (now, withheld) in [(NOW - 1, true), (NOW, false), (NOW + 1, false)] {
            assert_eq!(is_withheld(&item, now), withheld, "{key} at {now}");
        }
    }
}

#[test]
fn an_embargo_without_a_zone_has_passed_everywhere_half_a_day_later() {
    for until in ["2026-06-01T12:00:00", "2026-06-01 12:00"] {
        let item = ninjs(json!({"embargoed": until}));
        for (now, withheld) in [(NOW, true), (NOW + 43_199, true), (NOW + 43_200, false)] {
            assert_eq!(is_withheld(&item, now), withheld, "{until} at {now}");
        }
    }
    let day = ninjs(json!({"embargoed": "2026-06-01"}));
    assert!(is_withheld(&day, NOW - 1));
    assert!(!is_withheld(&day, NOW));
}

#[test]
#[rustfmt::skip]
fn an_embargo_that_cannot_be_read_lasts_and_so_does_every_one_without_a_clock() {
    let table = [
        (json!(""), false), (json!(null), false), (json!(false), false), (json!({}), false), (json!("soon"), true), (json!(true), true),
        (json!({"until": "x"}), true), (json!(4_102_444_800_u64), true), (json!(1_000_000_000), false),
        (json!("Wed Oct 10 20:19:24 +0000 2029"), true), (json!("Wed Oct 10 20:19:24 +0000 2019"), false),
    ];
    for (until, withheld) in table {
        assert_eq!(is_withheld(&ninjs(json!({"embargoed": until})), NOW), withheld, "{until}");
    }
    assert!(is_withheld(&ninjs(json!({"embargoed": "2001-01-01T00:00:00Z"})), 0));
}

#[test]
fn what_expires_is_about_archives() {
    assert!(!is_withheld(
        &ninjs(json!({"expires": "2026-01-01T00:00:00Z"})),
        NOW
    ));
}

#[test]
#[rustfmt::skip]
fn ans_says_whether_its_embargo_is_active() {
    let embargo = |active: Value, end: &str| {
        let embargo = json!({"active": active, "end_time": end});
        ans(json!({"content_restrictions": {"embargo": embargo}}))
    };
    let (past, future) = ("2026-06-01T11:59:59Z", "2026-06-01T12:00:01Z");
    for (document, withheld) in [
        (embargo(json!(true), future), true), (embargo(json!(true), past), false), (embargo(json!(false), future), false),
        (embargo(json!(true), ""), false), (ans(json!({"content_restrictions": {"content_code": "premium"}})), false),
    ] {
        assert_eq!(is_withheld(&document, NOW), withheld, "{document}");
    }
}

#[test]
#[rustfmt::skip]
fn what_agencies_plan_is_no_article() {
    for plan in [
        json!({"type": "event"}), json!({"eventDetails": {"dates": {}}}), json!({"plannedCoverage": [{"x": 1}]}),
    ] {
        assert!(is_withheld(&ninjs(plan.clone()), NOW), "{plan}");
    }
    assert!(!is_withheld(&ninjs(json!({"type": "text", "plannedCoverage": []})), NOW));
}

#[test]
#[rustfmt::skip]
fn posts_to_others_than_everybody_are_private() {
    let followers = "https://a.example/followers";
    for public in ["https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"] {
        for (to, withheld) in [
            (json!({"to": public}), false), (json!({"to": [followers, public]}), false), (json!({"to": followers}), true),
            (json!({"to": [followers], "cc": [public]}), false), (json!({"to": [followers], "cc": []}), true),
            (json!({"cc": followers}), true), (json!({}), false),
        ] {
            assert_eq!(is_withheld(&note(to.clone()), NOW), withheld, "{to}");
            let create = json!({"@context": "https://www.w3.org/ns/activitystreams", "type": "Create", "object": note(to.clone())});
            assert_eq!(is_withheld(&create, NOW), withheld, "in an activity: {to}");
            let announce = json!({"@context": "https://www.w3.org/ns/activitystreams", "type": "Announce", "to": public, "object": create});
            assert_eq!(is_withheld(&announce, NOW), withheld, "announced: {to}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn lists_are_what_is_left_of_them() {
    let post = |title: &str, status: &str| wordpress(json!({"title": {"rendered": title}, "link": format!("https://a.example/{title}"), "status": status}));
    let posts = json!([post("a", "publish"), post("b", "draft"), post("c", "publish")]);
    assert_eq!(headlines(&posts), ["a", "c"]);
    let items = json!({"items": [
        ninjs(json!({"uri": "urn:1", "headline": "a"})), ninjs(json!({"uri": "urn:2", "headline": "b", "pubstatus": "withheld"})),
        ninjs(json!({"uri": "urn:3", "headline": "c", "embargoed": "2026-06-02T00:00:00Z"})),
    ]});
    assert_eq!(headlines(&items), ["a"]);
    let stories = json!({"type": "results", "content_elements": [
        ans(json!({"_id": "1"})), ans(json!({"_id": "2", "content_restrictions": {"embargo": {"active": true, "end_time": "2027-01-01T00:00:00Z"}}})),
    ]});
    assert_eq!(headlines(&stories), ["x"]);
    let all = json!([post("a", "draft"), post("b", "private")]);
    assert!(is_withheld(&all, NOW), "nothing is left");
}

#[test]
#[rustfmt::skip]
fn answers_are_left_out_of_lists_and_drawn_alone() {
    let answer = |to: Value| note(json!({"name": format!("to {to}"), "id": format!("https://a.example/{to}"), "inReplyTo": to}));
    let list = json!({"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "orderedItems": [
        answer(json!(null)), answer(json!("https://b.example/1")), answer(json!("")),
        {"type": "Create", "object": answer(json!("https://b.example/2"))}, {"type": "Create", "object": answer(json!([]))},
    ]});
    assert_eq!(headlines(&list), ["to null", "to \"\"", "to []"]);
    assert!(!is_withheld(&answer(json!("https://b.example/1")), NOW));
}
