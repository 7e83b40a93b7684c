//! `ActivityStreams` 2.0 (<https://www.w3.org/TR/activitystreams-core/>): articles, pages and notes of the fediverse.

pub(super) const IS: &str = "?@context~w3;org/ns/activitystreams";

pub(super) const FEED: &str =
    "title=name more=.{url=next>web url=next.id>web url=next.href>web url=first.next>web}";

pub(super) const ITEM: &str = "id=id url=url.?mediaType=text/html.href url=url.href url=url url=id headline=name
    summary=.?sensitive!true.summary>html warning=.?sensitive=true.summary>html warning=.?sensitive=true>true
    withdrawn=.?type=Tombstone>true bodyHtml=content bodyHtml=contentMap.* language=language.identifier language=inLanguage datePublished=published dateModified=updated
    image=image{0} image=attachment.?mediaType=image/*{0} image=attachment.?type=Image{0} image=icon{0}
    authors[]=attributedTo>person{name=name name=preferredUsername url=url url=id avatar=icon{0} bio=summary>html}
    tags[]=tag.?type=Hashtag.name>hashtag";

pub(super) const IMAGE: &str = "url=url.href url=url url=href alt=name width=width height=height";
