//! schema.org in JSON-LD (<https://schema.org/NewsArticle>), as pages carry it for search engines.

use std::borrow::Cow;

use super::super::Context;
use super::super::json::Json;
use super::mapping::{holds, select};
use crate::article::text;

pub(super) const IS: &str = "?@context~schema;org|+@graph";

pub(super) const ITEM: &str = "id=@id id=identifier url=url>web url=url.url>web url=mainEntityOfPage.@id>web url=mainEntityOfPage.url>web url=mainEntityOfPage>web
    url=@id>web
    headline=headline>html headline=headline.@value>html headline=name>html summary=description>html summary=alternativeHeadline>html
    summary=abstract>html
    datePublished=datePublished datePublished=dateCreated dateModified=dateModified
    language=inLanguage>language language=inLanguage.alternateName>language
    section=articleSection>word section=#section wordCount=wordCount readingTime=timeRequired>minutes
    image=.?image~{url=image.url url=image.contentUrl url=image.@id>file url=image>text
        images[]=image.?width~{0} alt=image.description alt=image.name caption=image.caption>html credit=image.creditText
        credit=image.creator.name credit=image.author.name credit=image.copyrightNotice} image=primaryImageOfPage{0} image=thumbnailUrl bodyHtml=articleBody>markup
    bodyText=articleBody>lines body[]=.?liveBlogUpdate~{type='html html=articleBody>markup text=articleBody>lines}
    body[]+=liveBlogUpdate{type='entry datePublished=datePublished title=.?articleBody~.headline>html blocks[]=.?articleBody!*{type='paragraph text=headline}
        blocks[]+=image{type='image image=.{0}}
        blocks[]+=.{type='html html=articleBody>markup text=articleBody>lines}}
    authors[]=author>names{1} authors[]=creator>names{1} publisher=publisher{name=name url=url logo=logo{0}}
    tags[]=keywords>words tags[]=keywords.name tags[]=about.name access=isAccessibleForFree>paid access=hasPart.isAccessibleForFree>paid
    related[]=mentions,citation.?@type~Article{url=url headline=headline headline=name}
    sponsor=sponsor{name=name url=url>web} sponsor=.?@type~AdvertiserContent>true withdrawn=.?creativeWorkStatus=Withdrawn>true
    corrections[]=correction{text=text text=description date=datePublished}";

pub(super) const FEED: &str = "title=name>html url=url>web language=inLanguage>language
    publisher=publisher{name=name url=url logo=logo{0}}";

pub(super) const IMAGE: &str = "url=url url=contentUrl url=@id>file width=width.value width=width height=height.value height=height caption=caption alt=description alt=name credit=creditText credit=creator.name
    credit=copyrightNotice";

pub(super) const AUTHOR: &str = "name=name.name name=name url=url>web url=sameAs>web avatar=image{0} role=jobTitle bio=description";

/// Where further nodes stand in a node.
const INSIDE: &str = "@graph mainEntity mainEntityOfPage blogPost blogPosts itemListElement item";

/// Nodes that are looked at.
const MOST: usize = 2_000;
/// Values, and kilobytes of text, that are copied where nodes refer to each other.
const COPIES: usize = 100_000;

/// The articles of a document, references in them replaced by what they refer to; and whether they are a list.
pub(super) fn articles<'j>(json: &Json<'j>) -> (Vec<Json<'j>>, bool) {
    let mut nodes = Vec::new();
    gather(json, &mut nodes, 0);
    let lists = "blogPost|blogPosts|itemListElement";
    let is_list = nodes
        .iter()
        .any(|node| holds(node, lists) && !is_a(node, "BreadcrumbList"));
    let mut graph = Graph {
        nodes: nodes
            .iter()
            .filter_map(|node| Some((node.get("@id")?.as_text()?, *node)))
            .collect(),
        left: COPIES,
    };
    let articles = nodes.iter().filter(|node| is_article(node));
    let mut articles: Vec<Json> = articles.map(|node| graph.copy(node, 0)).collect();
    // Home, section, article: the last one but one says where an article stands.
    let trail = nodes.iter().find(|node| is_a(node, "BreadcrumbList"));
    let trail = trail.map(|trail| select(trail, "itemListElement"));
    if let (Some([.., _, section, _]), [Json::Object(article)]) =
        (trail.as_deref(), &mut articles[..])
        && let Some(name) = select(section, "name")
            .first()
            .or(select(section, "item.name").first())
    {
        article.push((Cow::Borrowed("#section"), Json::clone(name)));
    }
    (articles, is_list)
}

/// The article that the page is about: the one that has the page's address.
pub(super) fn of_page<'v, 'j>(
    articles: &[&'v Json<'j>],
    context: &Context,
) -> Option<&'v Json<'j>> {
    let page = context.base.as_ref()?.as_str();
    let is_page = |item: &&&Json| {
        let addresses = select(item, "url,@id,mainEntityOfPage");
        let mut addresses = addresses.iter().filter_map(|address| address.as_text());
        addresses.any(|address| address == page)
    };
    articles.iter().find(is_page).copied()
}

/// Else the first one that says what it is: pages name other articles beside their own.
pub(super) fn first<'v, 'j>(articles: &[&'v Json<'j>]) -> Option<&'v Json<'j>> {
    let headline = |item: &&&Json| item.get("headline").is_some();
    articles.iter().find(headline).or(articles.first()).copied()
}

fn gather<'v, 'j>(json: &'v Json<'j>, nodes: &mut Vec<&'v Json<'j>>, depth: usize) {
    for node in select(json, "") {
        if nodes.len() == MOST || depth == 8 {
            return;
        }
        nodes.push(node);
        for key in text::split(INSIDE, b' ') {
            if let Some(inside) = node.get(key) {
                gather(inside, nodes, depth + 1);
            }
        }
    }
}

fn is_article(node: &Json) -> bool {
    ["Article", "Posting", "Report"]
        .iter()
        .any(|end| is_a(node, end))
}

/// Whether one of the node's types ends so: `schema:NewsArticle` and whole addresses do.
fn is_a(node: &Json, end: &str) -> bool {
    let ends = |json: &&Json| {
        json.as_text().is_some_and(|name| {
            let start = name.len().saturating_sub(end.len());
            name.get(start..)
                .is_some_and(|name| name.eq_ignore_ascii_case(end))
        })
    };
    select(node, "@type,type").iter().any(ends)
}

/// The nodes of a document by their ids.
struct Graph<'v, 'j> {
    nodes: Vec<(&'v str, &'v Json<'j>)>,
    /// What may still be copied: ten nodes that refer to each other are millions.
    left: usize,
}

impl<'j> Graph<'_, 'j> {
    /// A copy of `json` in which nodes stand where only their ids were, to a depth of four.
    fn copy(&mut self, json: &Json<'j>, depth: usize) -> Json<'j> {
        let size = match json {
            Json::Text(text) => text.len() / 1_000,
            _ => 0,
        };
        let Some(left) = self.left.checked_sub(1 + size) else {
            return Json::Null;
        };
        self.left = left;
        match json {
            Json::Array(items) => {
                Json::Array(items.iter().map(|item| self.copy(item, depth)).collect())
            }
            Json::Object(members) => {
                let mut copy: Vec<(Cow<str>, Json)> = Vec::new();
                // What the node says that is referred to, after what the reference says itself.
                let mut referred = None;
                if let Some(id) = json.get("@id").and_then(Json::as_text)
                    && (1..4).contains(&depth)
                {
                    referred = self.nodes.iter().find(|(own, node)| {
                        *own == id
                            && matches!(node, Json::Object(more) if more.len() > members.len())
                    });
                }
                let more = match referred {
                    Some((_, Json::Object(more))) => &more[..],
                    _ => &[],
                };
                for (key, value) in members.iter().chain(more) {
                    // Of the page the article needs the address alone.
                    let depth = if key == "mainEntityOfPage" {
                        4
                    } else {
                        depth + 1
                    };
                    copy.push((key.clone(), self.copy(value, depth)));
                }
                Json::Object(copy)
            }
            other => other.clone(),
        }
    }
}
