//! Arc XP's ANS (<https://github.com/washingtonpost/ans-schema>): stories, and lists of them.

use super::blocks::Kinds;

pub(super) const IS: &str = "headlines.basic|+content_elements ?type=results|content_elements.headlines|content_elements _id";

pub(super) const LIST: &str =
    "?type=results|?type=collection|?headlines!* content_elements.headlines";

pub(super) const ITEM: &str = "id=_id url=website_url url=canonical_url url=websites.$website.website_url url=websites.*.website_url
    section=websites.$website.website_section{name=name}
    section=websites.$canonical_website.website_section{name=name} section=websites.*.website_section{name=name}
    section=taxonomy.primary_section{name=name} section=taxonomy.primary_site{name=name}
    section=label.basic.?display!false.text
    headline=headlines.basic summary=subheadlines.basic summary=description.basic
    datePublished=display_date datePublished=first_publish_date datePublished=publish_date
    dateModified=last_updated_date language=language wordCount=planning.story_length.word_count_actual
    image=promo_items.lead_art.?type=image{0} image=promo_items.basic.?type=image{0} image=promo_items.*.?type=image{0}
    image=promo_items.lead_art,basic.?url~http.?type!video.?type!gallery{0}
    image=promo_items.*.promo_items.basic{0} image=promo_items.*.content_elements.?type=image{0}
    authors[]=credits.by.?type!reference{1} related[]=related_content.basic.?type!reference{2}
    tags[]=taxonomy.tags.text>tag corrections[]=corrections{text=text} sponsor=owner.?sponsored=true>true access=content_restrictions.content_code>access";

pub(super) const IMAGE: &str =
    "url=url alt=alt_text alt=subtitle caption=caption width=width height=height
    point=focal_point{width=x height=y}
    credit&=credits.by.name credit&=credits.by.byline credit&+=credits.affiliation.name
    srcset[]=resized_urls,resized_params.?resizedUrl~{url=resizedUrl width=option.width}
    srcset[]+=resized_urls,resized_params.*.?resizedUrl~{url=resizedUrl width=option.width}";

pub(super) const AUTHOR: &str =
    "name=name name=byline url=url avatar=image.url role=.?role!author.role
    role=additional_properties.original.role bio=bio bio=description bio=long_bio
    bio=additional_properties.original.bio bio=additional_properties.original.longBio";

pub(super) const TEASER: &str =
    "url=website_url url=canonical_url headline=headlines.basic excerpt=description.basic
    image=promo_items.basic{0} datePublished=display_date";

pub(super) const LIST_ITEM: &str = "html=content items[]=items{3}";

pub(super) const KINDS: Kinds = Kinds {
    key: "type",
    inside: "content_elements",
    tables: &[
        ("text raw_html", "type='html html=content"),
        ("header", "type='heading html=content level=level"),
        ("image", "type='image image=.{0}"),
        (
            "gallery",
            "type='gallery images[]=content_elements.?type=image{0} caption=headlines.basic",
        ),
        (
            "video",
            "type='video url=canonical_url url=website_url url=streams.url title=headlines.basic",
        ),
        (
            "quote blockquote",
            "type='quote style=subtype>pull html=content cite=citation.content>html",
        ),
        (
            "list",
            "type='list ordered=list_type>ordered items[]=items{3}",
        ),
        (
            "interstitial_link",
            "type='related items[]=.{url=url headline=content>html}",
        ),
        (
            "link_list",
            "type='related items[]=items{url=url headline=content>html}",
        ),
        (
            "oembed_response",
            "type='embed url=raw_oembed.url url=referent.id>web title=raw_oembed.title
                provider=raw_oembed.provider_name text=raw_oembed.html>html",
        ),
        ("divider", "type='divider"),
        ("code", "type='code text=content"),
        (
            "correction",
            "type='aside title='Correction blocks[]=.{type='paragraph text=text}",
        ),
    ],
};
