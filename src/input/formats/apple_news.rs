//! Apple News Format (<https://developer.apple.com/documentation/applenewsformat>).

use super::blocks::Kinds;

pub(super) const ITEM: &str = "id=identifier url=metadata.canonicalURL headline=title
    headline=components.?role=title.text summary=subtitle summary=metadata.excerpt language=language
    datePublished=metadata.datePublished dateModified=metadata.dateModified image=metadata.thumbnailURL>web
    authors[]=metadata.authors authors[]=components.?role=author.text tags[]=metadata.keywords";

pub(super) const IMAGE: &str =
    "url=URL>web caption=caption.text caption=caption alt=accessibilityCaption";

pub(super) const KINDS: Kinds = Kinds {
    key: "role",
    inside: "components",
    tables: &[
        (
            "body intro",
            "type='html html=.?format=html.text text=.?format!html.text",
        ),
        (
            "heading heading2",
            "type='heading html=.?format=html.text text=.?format!html.text level='2",
        ),
        (
            "heading1",
            "type='heading html=.?format=html.text text=.?format!html.text level='2",
        ),
        (
            "heading3",
            "type='heading html=.?format=html.text text=.?format!html.text level='3",
        ),
        (
            "heading4 heading5 heading6",
            "type='heading html=.?format=html.text text=.?format!html.text level='4",
        ),
        (
            "quote",
            "type='quote html=.?format=html.text text=.?format!html.text",
        ),
        (
            "pullquote",
            "type='quote style='pull html=.?format=html.text text=.?format!html.text",
        ),
        ("htmltable", "type='html html=html"),
        ("photo image portrait figure logo", "type='image image=.{0}"),
        ("gallery mosaic", "type='gallery images[]=items{0}"),
        (
            "video embedwebvideo",
            "type='video url=URL title=accessibilityCaption caption=caption",
        ),
        (
            "audio music",
            "type='audio url=URL title=accessibilityCaption caption=caption",
        ),
        (
            "tweet instagram facebook_post tiktok",
            "type='embed url=URL",
        ),
        ("divider", "type='divider"),
    ],
};
