//! IPTC ninjs 1, 2 and 3, and Superdesk's dialect (<https://iptc.org/standards/ninjs/>). Generations differ by the letter
//! case of keys, which does not count here, and by lists where there were keys with endings.

pub(super) const IS: &str = "uri,guid versioncreated,pubstatus,representationtype,bodies,body_*,description_*|uri,guid headlines.value";

pub(super) const ITEM: &str = "id=uri id=guid url=uri>web
    headline=headline headline=headlines.?role=main.value headline=headlines.value headline=headline_* headline=title
    summary=description_text summary=description_html>html summary=descriptions.?role=text.value
    summary=descriptions.?role=summary.value summary=descriptions.?role=caption.value
    summary=descriptions.?contenttype~plain.value summary=descriptions.value summary=description_*>html
    withdrawn=.?pubstatus=cancel*>true datePublished=firstpublished datePublished=versioncreated dateModified=versioncreated language=language
    section=service.name section=genres.name section=subjects.name readingTime=readtime
    wordCount=wordcount wordCount=bodies.wordcount
    image=associations.featuremedia{1} image=associations.?type=picture{1} image=associations.*.?type=picture{1} image=.?type=picture{1} image=.?type=graphic{1} image=.?type=video{1}
    bodyHtml=body_html bodyHtml=body_xhtml bodyHtml=bodies.?contenttype=text/html.?role~rich.value
    bodyHtml=bodies.?contenttype=text/html.value bodyHtml=body_richtext
    bodyHtml=bodies.?contenttype=application/xhtml*.value bodyText=body_text>lines bodyText=bodies.?contenttype~plain.value>lines
    bodyText=bodies.?role=text.value>lines bodyText=body_*>lines
    authors[]=authors{0} authors[]=bylines{name=by role=title} authors[]=byline authors[]=by
    tags[]=keywords tags[]=subject.name tags[]=subjects.name
    related[]=associations.*.?type=text{2} related[]=associations.?type=text{2}";

pub(super) const AUTHOR: &str =
    "name=name role=jobtitle.name role=jobtitle role=role bio=biography avatar=avatar_url";

pub(super) const TEASER: &str = "url=uri>web headline=headline headline=headlines.value excerpt=description_text excerpt=descriptions.value";

pub(super) const PICTURE: &str = "url=renditions.original,baseimage,main.href url=renditions.href url=renditions.*.href
    srcset[]=renditions.?href~.?mimetype,contenttype!video/*{url=href width=width height=height}
    srcset[]+=renditions.*.?href~.?mimetype,contenttype!video/*{url=href width=width height=height point=poi{width=x height=y}}
    caption=description_text caption=descriptions.?role=caption.value caption=descriptions.?role=text.value
    caption=descriptions.value caption=description_html>html alt=headline alt=headlines.value
    credit=byline credit=descriptions.?role=creditline.value credit=by credit=copyrightholder credit=source";
