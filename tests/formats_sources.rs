//! Where a field is looked for: several places in each format, of which the first that says something counts.

mod support;

use support::{Value, json, parse, written_back};

/// Each document has at the path what is named.
#[track_caller]
fn found(format: &str, table: &[(Value, &str, Value)]) {
    for (document, path, expected) in table {
        let text = document
            .as_str()
            .map_or_else(|| document.to_string(), str::to_owned);
        let parsed = parse(&text);
        assert_eq!(parsed.format, format, "{text}");
        let read = written_back(&parsed);
        let article = if read["items"].is_array() {
            &read["items"][0]
        } else {
            &read
        };
        let value = article.pointer(path).unwrap_or(&Value::Null);
        assert_eq!(value, expected, "{path} of {text}");
    }
}

/// `base` with `more`.
fn with(mut base: Value, more: &Value) -> Value {
    let more = more.as_object().expect("an object").clone();
    base.as_object_mut().expect("an object").extend(more);
    base
}

const PICTURE: &str = "https://a.example/x.jpg";

#[test]
#[rustfmt::skip]
fn of_wordpress() {
    let post = |more: Value| with(json!({"title": {"rendered": "x"}, "_embedded": {}}), &more);
    let term = |taxonomy: &str, name: &str, slug: &str| json!({"taxonomy": taxonomy, "name": name, "slug": slug, "link": "https://a.example/t"});
    let author = json!({"name": "Ana &amp; Ben", "link": "https://a.example/ana", "url": "https://own.example/", "description": "<b>B</b>io",
        "avatar_urls": {"24": "https://a.example/24", "96": "https://secure.gravatar.com/avatar/1?s=96"}});
    let yoast = |more: Value| post(json!({"yoast_head_json": more}));
    found("wordpress", &[
        (post(json!({"_embedded": {"author": [author]}})), "/authors", json!([{"name": "Ana & Ben", "url": "https://a.example/ana", "bio": "Bio",
            "avatar": {"url": "https://secure.gravatar.com/avatar/1?s=192"}}])),
        (post(json!({"_embedded": {"author": [author], "wp:term": [[term("author", "Cyd", "cyd")]]}})), "/authors/0/name", json!("Cyd")),
        (post(json!({"_embedded": {"author": [{"code": "rest_user_invalid_id"}]}, "yoast_head_json": {"author": "Dea"}})), "/authors/0/name", json!("Dea")),
        (post(json!({"_embedded": {"wp:term": [[term("category", "Uncategorized", "uncategorized"), term("category", "A &amp; B", "a-b")]]}})), "/section/name", json!("A & B")),
        (post(json!({"_embedded": {"wp:term": [[term("post_format", "Aside", "aside")], [term("post_tag", "Boats", "boats")]]}})), "/tags", json!(["Boats"])),
        (post(json!({"jetpack_featured_media_url": PICTURE, "yoast_head_json": {"og_image": [{"url": "https://a.example/y.jpg"}]}})), "/image/url", json!(PICTURE)),
        (yoast(json!({"og_image": [{"url": PICTURE, "width": 1200, "height": 630}]})), "/image/width", json!(1200)),
        (yoast(json!({"twitter_misc": {"Verfasst von": "Mia Minuti", "Geschätzte Lesezeit": "7 Minuten"}})), "/readingTime", json!(7)),
        (yoast(json!({"twitter_misc": {"Written by": "Ana"}})), "/readingTime", json!(null)),
        (yoast(json!({"og_locale": "pt_BR"})), "/language", json!("pt-BR")),
        (post(json!({"lang": "fr", "yoast_head_json": {"og_locale": "en_US"}})), "/language", json!("fr")),
        (post(json!({"date": "2026-01-31T09:30:00", "date_gmt": "2026-01-31T07:30:00"})), "/datePublished", json!("2026-01-31T07:30:00Z")),
        (post(json!({"date": "2026-01-31T09:30:00"})), "/datePublished", json!("2026-01-31T09:30:00")),
        (post(json!({"link": "https://a.example/x", "guid": {"rendered": "https://a.example/?p=1"}})), "/url", json!("https://a.example/x")),
        (post(json!({"content": {"rendered": "<p>secret", "protected": true}})), "/body", json!(null)),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_ghost() {
    let post = |more: Value| with(json!({"slug": "x", "uuid": "u", "title": "x", "html": "<p>y"}), &more);
    found("ghost", &[
        (post(json!({})), "/id", json!("u")), (post(json!({"id": "i"})), "/id", json!("i")),
        (post(json!({"url": "https://a.example/x/", "canonical_url": null})), "/url", json!("https://a.example/x/")),
        (post(json!({"url": "https://a.example/x/", "canonical_url": "https://b.example/x"})), "/url", json!("https://b.example/x")),
        (post(json!({"excerpt": "E", "access": true})), "/summary", json!(null)), (post(json!({"excerpt": "E", "access": false})), "/summary", json!("E")),
        (post(json!({"excerpt": "E", "custom_excerpt": "C", "access": false})), "/summary", json!("C")),
        (post(json!({"primary_tag": {"name": "#hidden", "visibility": "internal"}})), "/section", json!(null)),
        (post(json!({"primary_author": {"name": "Ana", "slug": "ana"}})), "/authors/0/name", json!("Ana")),
        (post(json!({"html": null, "plaintext": "One\n\nTwo"})), "/body/1/text", json!("Two")),
        (post(json!({"access": false, "visibility": "members"})), "/access", json!("registration")),
        (post(json!({"access": false, "visibility": "tiers"})), "/access", json!("paid")), (post(json!({"access": true, "visibility": "paid"})), "/access", json!(null)),
        (post(json!({"codeinjection_head": "<script>x</script>"})), "/body/0/html", json!("<p>y</p>")),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_ans() {
    let story = |more: Value| with(json!({"headlines": {"basic": "x"}}), &more);
    let image = json!({"type": "image", "url": PICTURE});
    let lead = |items: Value| story(json!({"promo_items": items}));
    found("ans", &[
        (story(json!({"canonical_url": "https://a.example/c", "website_url": ""})), "/url", json!("https://a.example/c")),
        (story(json!({"websites": {"w": {"website_url": "https://a.example/w"}}})), "/url", json!("https://a.example/w")),
        (story(json!({"taxonomy": {"primary_site": {"name": "Old"}}})), "/section/name", json!("Old")),
        (story(json!({"label": {"basic": {"text": "Opinion", "display": true}}})), "/section/name", json!("Opinion")),
        (story(json!({"label": {"basic": {"text": "Opinion", "display": false}}})), "/section", json!(null)),
        (story(json!({"subheadlines": {"basic": ""}, "description": {"basic": "D"}})), "/summary", json!("D")),
        (story(json!({"first_publish_date": "2026-01-31T09:30:00Z", "publish_date": "2026-02-01T09:30:00Z"})), "/datePublished", json!("2026-01-31T09:30:00Z")),
        (lead(json!({"basic": image})), "/image/url", json!(PICTURE)), (lead(json!({"other": image})), "/image/url", json!(PICTURE)),
        (lead(json!({"basic": {"type": "video", "promo_items": {"basic": image}}})), "/image/url", json!(PICTURE)),
        (lead(json!({"basic": {"type": "gallery", "content_elements": [image]}})), "/image/url", json!(PICTURE)),
        (lead(json!({"basic": {"type": "video", "url": "https://a.example/x.mp4"}})), "/image", json!(null)),
        (story(json!({"credits": {"by": [{"type": "author", "byline": "Ana"}]}})), "/authors/0/name", json!("Ana")),
        (story(json!({"related_content": {"basic": [{"type": "reference", "referent": {"id": "x"}}]}})), "/related", json!(null)),
        (story(json!({"content_restrictions": {"content_code": "free"}})), "/access", json!(null)),
        (lead(json!({"basic": {"type": "image", "url": PICTURE, "resized_params": {"600x0": "token", "1200x0": "token"}}})), "/image/srcset", json!(null)),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_ninjs() {
    let item = |more: Value| with(json!({"uri": "urn:x", "headline": "x", "pubstatus": "usable"}), &more);
    let body = |body: Value| item(json!({"bodies": body}));
    found("ninjs", &[
        (item(json!({"bylines": [{"by": "Ana", "title": "Writer"}]})), "/authors", json!([{"name": "Ana", "role": "Writer"}])),
        (item(json!({"byline": "Von Ana Sol"})), "/authors/0/name", json!("Von Ana Sol")),
        (item(json!({"by": "Ana", "authors": [{"name": "Ben", "jobtitle": {"name": "Editor"}, "role": "writer"}]})), "/authors", json!([{"name": "Ben", "role": "Editor"}])),
        (item(json!({"headline": null, "headlines": [{"role": "print", "value": "P"}, {"role": "main", "value": "M"}]})), "/headline", json!("M")),
        (item(json!({"firstcreated": "2026-01-01T00:00:00Z", "versioncreated": "2026-01-31T00:00:00+0000"})), "/datePublished", json!("2026-01-31T00:00:00Z")),
        (body(json!([{"contentType": "text/plain", "value": "P"}, {"contentType": "text/html", "value": "<p>H"}])), "/body/0/html", json!("<p>H</p>")),
        (body(json!([{"contenttype": "application/xml", "role": "nitf", "value": "<nitf>N</nitf>"}])), "/body", json!(null)),
        (item(json!({"body_nitf": "<nitf>N</nitf>"})), "/body", json!(null)), (item(json!({"body_text": "One\nTwo"})), "/body/1/text", json!("Two")),
        (item(json!({"service": [{"name": "Sport"}], "genres": [{"name": "Feature"}]})), "/section/name", json!("Sport")),
        (item(json!({"associations": {"a": {"type": "picture", "renditions": {"thumbnail": {"href": "https://a.example/thumb.jpg", "width": 100, "height": 50},
            "big": {"href": PICTURE, "width": 900, "height": 450}}}}})), "/image/url", json!(PICTURE)),
        (item(json!({"associations": {"a": {"type": "picture", "uri": "urn:stub"}}})), "/image", json!(null)),
        (item(json!({"type": "picture", "renditions": {"x": {"href": PICTURE, "width": 900, "height": 450}}})), "/image/url", json!(PICTURE)),
        (json!({"data": {"item": item(json!({"headline": "AP"}))}}), "/headline", json!("AP")),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_feeds() {
    let rss = |item: &str| json!(format!("<rss><channel><title>F</title><item><title>x</title>{item}</item></channel></rss>"));
    let media = "<media:content url='https://a.example/x.jpg' medium='image'/>";
    found("rss", &[
        (rss("<guid>https://a.example/g</guid>"), "/url", json!("https://a.example/g")), (rss("<guid isPermaLink='false'>https://a.example/g</guid>"), "/url", json!(null)),
        (rss("<dc:date>2026-01-31</dc:date>"), "/datePublished", json!("2026-01-31")), (rss("<description>&lt;p>One</description>"), "/body/0/html", json!("<p>One</p>")),
        (rss("<description>Short</description><content:encoded><![CDATA[<p>Long]]></content:encoded>"), "/summary", json!("Short")),
        (rss(media), "/image/url", json!(PICTURE)), (rss(&format!("<media:group>{media}</media:group>")), "/image/url", json!(PICTURE)),
        (rss("<enclosure url='https://a.example/x.jpg' type='image/jpeg'/>"), "/image/url", json!(PICTURE)), (rss("<itunes:image href='https://a.example/x.jpg'/>"), "/image/url", json!(PICTURE)),
        (rss("<media:group><media:content url='https://a.example/x.mp4' type='video/mp4'/><media:thumbnail url='https://a.example/x.jpg'/></media:group>"), "/image/url", json!(PICTURE)),
        (rss("<enclosure url='https://a.example/x.mp3' type='audio/mpeg'/>"), "/body/0/type", json!("audio")), (rss("<description>y</description>"), "/publisher/name", json!("F")),
    ]);
    let atom = |entry: &str| json!(format!("<feed><title>F</title><author><name>Fay</name></author><entry>{entry}</entry></feed>"));
    found("atom", &[
        (atom("<title>A &amp;amp; B</title>"), "/headline", json!("A & B")), (atom("<title type='html'>&lt;i>A&lt;/i></title>"), "/headline", json!("A")),
        (atom("<title>&lt;i> and &lt;b></title>"), "/headline", json!("<i> and <b>")),
        (atom("<title>x</title><link rel='self' href='https://a.example/s'/><link href='https://a.example/l'/>"), "/url", json!("https://a.example/l")),
        (atom("<title>x</title><updated>2026-01-31T00:00:00Z</updated>"), "/datePublished", json!("2026-01-31T00:00:00Z")),
        (atom("<title>x</title><summary>S</summary>"), "/body/0/html", json!("<p>S</p>")), (atom("<title>x</title>"), "/authors/0/name", json!("Fay")),
        (atom("<title>x</title><author><name>Ann</name></author>"), "/authors/0/name", json!("Ann")),
    ]);
    let feed = |item: Value| json!({"version": "https://jsonfeed.org/version/1", "title": "F", "author": {"name": "Fay"}, "items": [with(json!({"id": "1", "title": "x"}), &item)]});
    found("json-feed", &[
        (feed(json!({})), "/authors/0/name", json!("Fay")), (feed(json!({"author": {"name": "Ann"}})), "/authors/0/name", json!("Ann")), (feed(json!({"authors": [{"name": "Ann"}]})), "/authors/0/name", json!("Ann")),
        (feed(json!({"banner_image": PICTURE})), "/image/url", json!(PICTURE)), (feed(json!({"url": "https://a.example/u", "external_url": "https://b.example/e"})), "/url", json!("https://a.example/u")),
        (feed(json!({"_x": {"reading_time": 4}})), "/readingTime", json!(4)), (feed(json!({"content_text": "One\n\nTwo"})), "/body/1/text", json!("Two")),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_the_fediverse_and_of_previews() {
    let post = |more: Value| with(json!({"@context": "https://www.w3.org/ns/activitystreams", "type": "Article", "name": "x"}), &more);
    found("activitystreams", &[
        (post(json!({"url": [{"type": "Link", "href": "https://a.example/j", "mediaType": "application/json"}, {"type": "Link", "href": "https://a.example/h", "mediaType": "text/html"}]})), "/url", json!("https://a.example/h")),
        (post(json!({"id": "https://a.example/i"})), "/url", json!("https://a.example/i")), (post(json!({"url": "https://a.example/u", "id": "https://a.example/i"})), "/url", json!("https://a.example/u")),
        (post(json!({"contentMap": {"de": "<p>Ja"}})), "/body/0/html", json!("<p>Ja</p>")),
        (post(json!({"attachment": [{"type": "Document", "mediaType": "video/mp4", "url": "https://a.example/v.mp4"}, {"type": "Document", "mediaType": "image/png", "url": PICTURE, "name": "Alt"}]})), "/image/alt", json!("Alt")),
        (post(json!({"image": {"type": "Image", "url": {"type": "Link", "href": PICTURE}}})), "/image/url", json!(PICTURE)),
        (post(json!({"tag": [{"type": "Mention", "name": "@ana"}, {"type": "Hashtag", "name": "#boats"}]})), "/tags", json!(["boats"])),
    ]);
    let preview = |more: Value| with(json!({"version": "1.0", "type": "rich", "title": "x", "url": "https://a.example/"}), &more);
    found("oembed", &[
        (preview(json!({"thumbnail_url": PICTURE, "thumbnail_width": "640px", "thumbnail_height": 0})), "/image/width", json!(640)),
        (preview(json!({"type": "photo", "url": PICTURE, "width": 9, "height": 5})), "/image/url", json!(PICTURE)), (preview(json!({"type": "photo", "url": PICTURE})), "/url", json!(null)),
        (preview(json!({"html": "<script>x</script><style>y</style>"})), "/body", json!(null)),
        (preview(json!({"html": "<blockquote onclick=x><p>Hi</p></blockquote>"})), "/body/0/html", json!("<blockquote part=\"quote\"><p>Hi</p></blockquote>")),
    ]);
}

#[test]
#[rustfmt::skip]
fn of_what_must_be_said_before_a_story_is_read() {
    let note = |more: Value| with(json!({"@context": "https://www.w3.org/ns/activitystreams", "type": "Note", "content": "<p>It hurts."}), &more);
    found("activitystreams", &[
        (note(json!({"sensitive": true, "summary": "<b>Injuries</b>"})), "/warning", json!("Injuries")),
        (note(json!({"sensitive": true, "summary": "Injuries"})), "/summary", json!(null)),
        (note(json!({"sensitive": true, "summary": null})), "/warning", json!(true)),
        (note(json!({"sensitive": true})), "/body/0/html", json!("<p>It hurts.</p>")),
        (note(json!({"sensitive": false, "summary": "In short"})), "/warning", json!(null)),
        (note(json!({"sensitive": false, "summary": "In short"})), "/summary", json!("In short")),
        (note(json!({"type": "Tombstone"})), "/withdrawn", json!(true)),
    ]);
    let copy = |status: &str| json!({"uri": "tag:a.example,2026:1", "versioncreated": "2026-01-31T09:30:00Z", "headline": "x", "pubStatus": status});
    found("ninjs", &[
        (copy("canceled"), "/withdrawn", json!(true)), (copy("cancelled"), "/withdrawn", json!(true)),
        (copy("usable"), "/withdrawn", json!(null)),
    ]);
    let story = |more: Value| with(json!({"headlines": {"basic": "x"}, "content_elements": []}), &more);
    found("ans", &[
        (story(json!({"owner": {"sponsored": true}})), "/sponsor", json!(true)),
        (story(json!({"owner": {"sponsored": false}})), "/sponsor", json!(null)),
    ]);
    let article = |more: Value| with(json!({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x"}), &more);
    found("json-ld", &[
        (article(json!({"sponsor": {"@type": "Organization", "name": "Fish & Co", "url": "https://fish.example/"}})), "/sponsor",
            json!({"name": "Fish & Co", "url": "https://fish.example/"})),
        (article(json!({"sponsor": "Fish & Co"})), "/sponsor/name", json!("Fish & Co")),
        (article(json!({"@type": "AdvertiserContentArticle"})), "/sponsor", json!(true)),
        (article(json!({"creativeWorkStatus": "Withdrawn"})), "/withdrawn", json!(true)),
        (article(json!({"creativeWorkStatus": "Published"})), "/withdrawn", json!(null)),
        (article(json!({"@type": "LiveBlogPosting", "liveBlogUpdate": [{"headline": "Fog", "datePublished": "2026-01-31T09:30:00Z", "articleBody": "It lifts."}]})),
            "/body/0/datePublished", json!("2026-01-31T09:30:00Z")),
    ]);
    found("rss", &[(json!("<rss version='2.0'><channel><title>News</title><item><title>x</title>\
        <source url='https://harbour.example/feed.xml'>The Harbour</source></item></channel></rss>"), "/original/name", json!("The Harbour"))]);
    found("atom", &[(json!("<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><entry><title>x</title>\
        <source><title>The Harbour</title></source></entry></feed>"), "/original/name", json!("The Harbour"))]);
}
