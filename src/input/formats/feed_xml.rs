//! RSS 2.0, RSS 1.0 and Atom (<https://www.rssboard.org/rss-specification>, RFC 4287), after their XML has become a tree.

pub(super) const RSS: &str = "title=title.# url=link.# language=language.#
    publisher=.{name=title.# url=link.# logo=image.url.#}
    more=link.?@rel=next{url=@href}";

pub(super) const RSS_ITEM: &str = "id=guid.# url=link.# url=guid.?@isPermaLink!false.# headline=title.#>html
    datePublished=pubDate.# datePublished=dc:date.# authors[]=dc:creator.#>person authors[]=author.#>person
    body[]=.{type='html html=content:encoded.# html=description.#} body[]+=enclosure.?@type=audio/*{type='audio url=@url}
    body[]+=enclosure.?@type=video/*{type='video url=@url} summary=.?content:encoded~.description.#>excerpt
    image=media:content.?@medium=image{0} image=media:content.?@type=image/*{0} image=media:group.media:content.?@medium=image{0}
    image=media:group.media:content.?@type=image/*{0} image=enclosure.?@type=image/*.@url image=media:thumbnail{0}
    image=media:group.media:thumbnail{0} image=media:content.media:thumbnail{0} image=itunes:image.@href original=source.#>html tags[]=category.#>html tags[]=dc:subject.#
    language=dc:language.#";

pub(super) const RSS_IMAGE: &str =
    "url=@url width=@width height=@height caption=media:description.# credit=media:credit.#";

pub(super) const ATOM: &str =
    "title=title.#>html url=link.?@rel=alternate.?@type!application/json.@href url=link.?@rel!*.@href url=link.?@rel!self.@href
    language=@xml:lang authors[]=author{0} publisher=.{name=title.#>html
    url=link.?@rel=alternate.?@type!application/json.@href url=link.?@rel!*.@href url=link.?@rel!self.@href logo=icon.#}
    more=link.?@rel=next{url=@href}";

pub(super) const ATOM_ITEM: &str = "id=id.# url=link.?@rel=alternate.?@type!application/json.@href url=link.?@rel!*.@href url=link.?@rel!self.@href
    headline=title.?@type=xhtml.#>html headline=title.?@type!html.# headline=title.#>html datePublished=published.# datePublished=updated.#
    dateModified=updated.# bodyHtml=content.# bodyHtml=summary.# summary=.?content~.summary.#>excerpt
    language=@xml:lang authors[]=author{0} original=source.title.#>html tags[]=category.@term image=media:thumbnail.@url
    image=media:group.media:thumbnail.@url";

pub(super) const ATOM_AUTHOR: &str = "name=name.# url=uri.#";
