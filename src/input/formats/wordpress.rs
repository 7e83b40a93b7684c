//! `WordPress` REST, `/wp/v2/posts`, best with `?_embed`
//! (<https://developer.wordpress.org/rest-api/reference/posts/>).

use super::super::json::{Json, integer};
use super::member;

/// Said of documents without what `?_embed` adds.
pub(super) const HINT: &str =
    "authors, picture and section are only numbers here: add ?_embed to the address";

pub(super) const ITEM: &str = "id=id url=link headline=title.rendered>html summary=excerpt.rendered>excerpt
    datePublished=date_gmt>utc datePublished=date dateModified=modified_gmt>utc dateModified=modified
    language=lang language=yoast_head_json.og_locale
    section=_embedded.wp:term.?taxonomy=category.?slug!uncategorized{name=name>html url=link}
    image=_embedded.wp:featuredmedia{url=source_url alt=alt_text caption=caption.rendered>html
        width=media_details.width height=media_details.height
        srcset[]=media_details.sizes.*{url=source_url width=width height=height}}
    image=jetpack_featured_media_url image=yoast_head_json.og_image{url=url width=width height=height}
    readingTime=yoast_head_json.twitter_misc.*>read bodyHtml=content.?protected!true.rendered
    authors[]=_embedded.wp:term.?taxonomy=author{0} authors[]=_embedded.author{0} authors[]=yoast_head_json.author
    related[]=jetpack-related-posts{url=url headline=title excerpt=excerpt>html image=img.src}
    publisher=yoast_head_json.og_site_name tags[]=_embedded.wp:term.?taxonomy=post_tag.name>html";

/// Sizes that show another part of the picture are no smaller versions of it.
pub(super) fn drop_crops(article: &mut Json) {
    let Some(image) = member(article, "image") else {
        return;
    };
    let size = |json: &Json, key| match json.get(key) {
        Some(Json::Number(number)) => u64::from(integer(number, true).unwrap_or(0)),
        _ => 0,
    };
    let (width, height) = (size(image, "width"), size(image, "height"));
    if let Some(Json::Array(sizes)) = member(image, "srcset") {
        sizes.retain(|own| {
            let (across, down) = (size(own, "width") * height, size(own, "height") * width);
            across.abs_diff(down) <= across / 50
        });
    }
}

pub(super) const AUTHOR: &str =
    "name=name>html url=link bio=description>html avatar=avatar_urls.96";
