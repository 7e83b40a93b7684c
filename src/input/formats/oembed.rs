//! oEmbed (<https://oembed.com>): a preview of a link. Its `html` is never shown as such.

pub(super) const IS: &str = "type html,url,thumbnail_url provider_name,provider_url|type html,url,thumbnail_url ?version=1|\
    type html,url,thumbnail_url ?version=1;0|type html url width,height";

pub(super) const ITEM: &str = "headline=title url=web_page url=.?type!photo.url summary=description image=.?type=photo{url=url width=width height=height}
    authors[]=.{name=author_name url=author_url}
    publisher=.{name=provider_name url=provider_url} bodyHtml=html
    image=.{url=thumbnail_url width=thumbnail_width height=thumbnail_height}";
