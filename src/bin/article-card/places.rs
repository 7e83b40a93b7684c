//! Where each format keeps what a complete card shows: what the tables in `src/input/formats/` read, in the words of
//! those who fill it in.

/// Where a format keeps what article-card/1 has in `field`, as a sentence.
pub(crate) fn sentence(format: &str, field: &str) -> String {
    let (name, places) = of(format);
    let mut places = places.lines().filter_map(|line| line.split_once(": "));
    match (places.find(|place| place.0 == field), format) {
        (Some((_, place)), _) => [name, " has it in ", place, "."].concat(),
        (None, "native") => ["article-card/1 has it in ", field, "."].concat(),
        (None, "generic" | "map") => "Say with --map where it stands.".into(),
        // As `tidy` reads it from what others write.
        (None, _) if field == "image.credit" => {
            "It is also read from the end of a caption, “(Photo: Ana Sol)”.".into()
        }
        (None, _) => [
            name,
            " has no place for it; article-card/1 has ",
            field,
            ".",
        ]
        .concat(),
    }
}

/// What a format is called, and a line for each field of article-card/1 that it has a place for.
pub(crate) fn of(format: &str) -> (&'static str, &'static str) {
    match format {
        "json-feed" => ("JSON Feed", JSON_FEED),
        "activitystreams" => ("ActivityStreams", ACTIVITY_STREAMS),
        "json-ld" => ("schema.org", JSON_LD),
        "wordpress" => ("WordPress", WORDPRESS),
        "ghost" => ("Ghost", GHOST),
        "ans" => ("ANS", ANS),
        "ninjs" => ("ninjs", NINJS),
        "apple-news" => ("Apple News", APPLE_NEWS),
        "oembed" => ("oEmbed", OEMBED),
        "rss" => ("RSS", RSS),
        "atom" => ("Atom", ATOM),
        "generic" => ("A document like this", GENERIC),
        _ => ("", ""),
    }
}

const WORDPRESS: &str = "\
headline: title.rendered
url: link
section: _embedded.wp:term, the post’s category, which ?_embed adds to the address
body: content.rendered
image: _embedded.wp:featuredmedia, the post’s featured image, which ?_embed adds to the address
image.alt: alt_text of the featured image
image.caption: caption.rendered of the featured image
image.width and image.height: media_details.width and media_details.height of the featured image
datePublished: date_gmt
authors: _embedded.author, which ?_embed adds to the address
authors.avatar: avatar_urls.96 of the author
authors.bio: description of the author, the biographical info of the profile
publisher.name: yoast_head_json.og_site_name, which Yoast SEO adds
language: lang or yoast_head_json.og_locale, which plugins add
related: jetpack-related-posts, which Jetpack adds";

const GHOST: &str = "\
headline: title
url: url or canonical_url
section: primary_tag, which include=authors,tags adds to the address
body: html
image: feature_image
image.alt: feature_image_alt
image.caption: feature_image_caption
datePublished: published_at
authors: authors, which include=authors,tags adds to the address
authors.avatar: profile_image of the author
authors.bio: bio of the author
language: locale";

const JSON_LD: &str = "\
headline: headline
url: url or mainEntityOfPage
section: articleSection
body: articleBody
image: image
image.alt: description of the image
image.caption: caption of the image
image.credit: creditText of the image
image.width and image.height: width and height of the image
datePublished: datePublished
authors: author
authors.avatar: image of the author
authors.role: jobTitle of the author
authors.bio: description of the author
publisher.name: publisher, as name
language: inLanguage
related: mentions or citation, of articles";

const JSON_FEED: &str = "\
headline: title
url: url
body: content_html or content_text
image: image
datePublished: date_published
authors: authors
authors.avatar: authors, as avatar
publisher.name: title of the whole feed
language: language";

const ACTIVITY_STREAMS: &str = "\
headline: name
url: url
body: content
image: image or attachment
image.alt: name of the image
image.width and image.height: width and height of the image
datePublished: published
authors: attributedTo, where that is more than an address
authors.avatar: icon of the author
authors.bio: summary of the author
language: inLanguage";

const ANS: &str = "\
headline: headlines.basic
url: website_url or canonical_url
section: taxonomy.primary_section
body: content_elements
image: promo_items.basic
image.alt: alt_text of the image
image.caption: caption of the image
image.credit: credits.by of the image
image.width and image.height: width and height of the image
datePublished: display_date
authors: credits.by
authors.avatar: image.url of the author
authors.role: role of the author
authors.bio: bio of the author
language: language
related: related_content.basic";

const NINJS: &str = "\
headline: headline
url: uri, where that is the address of a page
section: service.name
body: body_html or body_text
image: associations.featuremedia
image.alt: headline of the picture
image.caption: description_text of the picture
image.credit: byline of the picture
image.width and image.height: renditions of the picture, as width and height
datePublished: firstpublished or versioncreated
authors: authors or byline
authors.avatar: avatar_url of the author
authors.role: jobtitle of the author
authors.bio: biography of the author
language: language
related: associations of the type text";

const APPLE_NEWS: &str = "\
headline: title
url: metadata.canonicalURL
body: components
image: metadata.thumbnailURL
image.alt: accessibilityCaption of a photo
image.caption: caption of a photo
datePublished: metadata.datePublished
authors: metadata.authors
language: language";

const OEMBED: &str = "\
headline: title
url: url
body: html
image: thumbnail_url
image.width and image.height: thumbnail_width and thumbnail_height
authors: author_name
publisher.name: provider_name";

const RSS: &str = "\
headline: title
url: link
body: content:encoded or description
image: media:content or enclosure
image.caption: media:description
image.credit: media:credit
image.width and image.height: width and height of media:content
datePublished: pubDate
authors: dc:creator or author
publisher.name: title of the channel
language: language of the channel";

const ATOM: &str = "\
headline: title
url: link
body: content
image: media:thumbnail
datePublished: published
authors: author
publisher.name: title of the whole feed
language: xml:lang";

const GENERIC: &str = "\
headline: headline or title or name
url: url or link or canonical_url
section: section or category
body: body_html or content_html
image: image or image_url or thumbnail
datePublished: datePublished or published_at or date
authors: authors or author
publisher.name: source.name";
