//! `WordPress` REST, `/wp/v2/posts`, best with `?_embed`
//! (<https://developer.wordpress.org/rest-api/reference/posts/>).

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

pub(super) const AUTHOR: &str =
    "name=name>html url=link bio=description>html avatar=avatar_urls.96>avatar";
