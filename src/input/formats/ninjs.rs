//! IPTC ninjs 1, 2 and 3, and Superdesk's dialect (<https://iptc.org/standards/ninjs/>). Generations differ by the letter
//! case of keys, which does not count here, and by lists where there were keys with endings.

use super::super::json::{Json, integer};
use super::mapping::{map, select};
use crate::article::text;

pub(super) const IS: &str = "uri,guid versioncreated,pubstatus,representationtype,bodies,body_*,description_*|uri,guid headlines.value";

pub(super) const ITEM: &str = "id=uri id=guid url=uri>web
    headline=headline headline=headlines.?role=main.value headline=headlines.value headline=headline_* headline=title
    summary=description_text summary=description_html>html summary=descriptions.?contenttype=text/plain.value
    summary=descriptions.value summary=description_*>html
    datePublished=firstpublished datePublished=versioncreated dateModified=versioncreated language=language
    section=service.name section=genres.name readingTime=readtime
    wordCount=wordcount wordCount=bodies.wordcount
    image=associations.featuremedia{1} image=associations.?type=picture{1} image=associations.*.?type=picture{1} image=.?type=picture{1}
    bodyHtml=body_html bodyHtml=body_xhtml bodyHtml=bodies.?contenttype=text/html.?role=*rich*.value
    bodyHtml=bodies.?contenttype=text/html.value bodyHtml=body_richtext
    bodyText=body_text bodyText=bodies.?contenttype=text/plain.value bodyText=body_*
    authors[]=authors{0} authors[]=bylines.by authors[]=byline authors[]=by
    tags[]=keywords tags[]=subject.name tags[]=subjects.name";

pub(super) const AUTHOR: &str =
    "name=name role=jobtitle.name role=jobtitle role=role bio=biography avatar=avatar_url";

pub(super) const PICTURE: &str = "renditions[]=renditions renditions[]+=renditions.*
    caption=description_text caption=descriptions.value caption=description_html>html alt=headline alt=headlines.value
    credit=byline credit=by credit=copyrightholder credit=source";

/// The rendition of a picture that fits a card: the widest of up to 2,000 pixels.
const RENDITION: &str = "url=href width=width height=height";
const WIDEST: u32 = 2_000;

/// Gives the article's picture the address of its best rendition.
pub(super) fn choose_rendition(article: &mut Json) {
    let Json::Object(members) = article else {
        return;
    };
    let image = members.iter_mut().find(|member| member.0 == "image");
    let Some((_, Json::Object(image))) = image else {
        return;
    };
    let mut best = (0, Json::Null);
    if let Some(Json::Array(renditions)) = image
        .iter()
        .find(|member| member.0 == "renditions")
        .map(|member| &member.1)
    {
        for rendition in renditions {
            let kind = select(rendition, "mimetype,contenttype")
                .into_iter()
                .find_map(Json::as_text);
            let Some(address) = rendition.get("href").and_then(Json::as_text) else {
                continue;
            };
            if kind.is_some_and(|kind| !kind.starts_with("image/")) {
                continue;
            }
            let width = select(rendition, "width")
                .first()
                .map_or(1, |width| match width {
                    Json::Number(width) => integer(width, true).unwrap_or(1),
                    Json::Text(width) => integer(width, true).unwrap_or(1),
                    _ => 1,
                });
            let poor = ["watermark", "thumb"]
                .iter()
                .any(|word| text::find(&address.to_ascii_lowercase(), word).is_some());
            let rank = match width {
                _ if poor => 1,
                1..=WIDEST => 10 + width,
                _ => 2, // larger than any card
            };
            if rank > best.0 {
                best = (rank, map(rendition, RENDITION, &[]));
            }
        }
    }
    image.retain(|member| member.0 != "renditions");
    if let Json::Object(best) = best.1 {
        image.extend(best);
    }
}
