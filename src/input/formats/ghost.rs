//! Ghost's Content API, with `include=authors,tags` (<https://docs.ghost.org/content-api/>).

pub(super) const IS: &str = "posts,pages.slug posts,pages.html,feature_image,comment_id,lexical,mobiledoc,custom_excerpt|\
    +posts meta|slug uuid,comment_id feature_image,html,published_at";

pub(super) const ITEM: &str =
    "id=id id=uuid url=canonical_url url=url headline=title summary=custom_excerpt summary=.?access=false.excerpt
    datePublished=published_at dateModified=updated_at language=locale readingTime=reading_time
    section=primary_tag.?visibility!internal{name=name url=url}
    image=.{url=feature_image alt=feature_image_alt caption=feature_image_caption>html}
    bodyHtml=html bodyText=plaintext authors[]=authors{0} authors[]=primary_author{0}
    tags[]=tags.?visibility!internal.name>tag access=.?access=false.visibility>access";

pub(super) const AUTHOR: &str = "name=name url=url bio=bio avatar=profile_image";
