//! JSON of no known format that has what a card cannot do without.

pub(super) const IS: &str = "headline,title,name url,link,canonical_url";

/// Where documents keep what they are about.
pub(super) const ENVELOPES: &str =
    "data item items article articles post posts result results response story content";

/// Where lists go on, as those say it who wrap them: JSON:API, HAL, Django, Laravel, Hydra.
pub(super) const MORE: &str =
    "more=.{url=links,_links,paging,pagination,meta,hydra:view.next,hydra:next>web
    url=links,_links.next.href>web url=next,next_url,nextUrl,next_page_url>web}";

pub(super) const ITEM: &str = "id=id id=_id id=guid headline=headline headline=title headline=name
    url=url url=link url=canonical_url summary=summary>html summary=description>html summary=excerpt>html
    datePublished=datePublished datePublished=published_at datePublished=publishedAt datePublished=published
    datePublished=date dateModified=updated_at dateModified=updatedAt
    image=image image=image_url image=imageUrl image=urlToImage image=thumbnail image=featured_image image=cover_image
    authors[]=authors authors[]=author section=section section=category publisher=source.name
    bodyHtml=body_html bodyHtml=content_html";
