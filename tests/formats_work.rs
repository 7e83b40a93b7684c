//! Documents of others that were made to take long: reading them takes time in proportion to their length, and no more
//! memory than what is shown needs.
#![cfg(feature = "formats")]

#[path = "properties/work.rs"]
#[allow(dead_code)]
mod work;

use article_card::Context;

/// Whether reading takes time in proportion to how often `piece` is repeated between `before` and `after`.
fn is_linear(before: &str, piece: &str, after: &str) {
    work::check(piece, |text| {
        let document = [before, text, after].concat();
        let _ = article_card::parse(&document, &Context::default());
    });
}

#[test]
fn a_feed_s_authors_are_not_copied_into_what_nobody_reads() {
    let feed = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"authors\": [";
    let items = "0,".repeat(2_000);
    is_linear(feed, "1,", &format!("1], \"items\": [{items} 0]}}"));
    is_linear(
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"authors\": [{\"name\": \"Ana\"}], \"items\": [",
        "{\"id\": 1},",
        "0]}",
    );
}

#[test]
fn a_member_of_a_name_that_stands_elsewhere_is_looked_up_once() {
    let members = "\"a\":0,".repeat(2_000);
    is_linear(
        &format!(
            "{{\"headlines\": {{\"basic\": \"x\"}}, {members} \"website\": \"a\", \"websites\": ["
        ),
        "{},",
        "{}]}",
    );
}

#[test]
fn nodes_that_refer_to_each_other_are_copied_so_often_and_no_more() {
    let graph = "{\"@context\": \"https://schema.org\", \"@graph\": [";
    let article = "{\"@type\": \"Article\", \"headline\": \"x\", \"mentions\": [";
    let large = "1,".repeat(2_000);
    is_linear(
        &format!("{graph}{{\"@id\": \"b\", \"p\": 1, \"q\": [{large} 1]}}, {article}"),
        "{\"@id\": \"b\"},",
        "0]}]}",
    );
    is_linear(
        &format!("{graph}{article}"),
        "{\"@id\": \"b\"},",
        &format!("0]}}, {{{} \"@id\": \"c\"}}]}}", "\"m\":0,".repeat(2_000)),
    );
    let ids: Vec<String> = (0..12).map(|id| format!("\"@id\": \"{id}\"")).collect();
    let others = format!("{{{}}}", ids.join("},{"));
    let nodes = ids.iter().map(|id| {
        format!("{{{id}, \"@type\": \"Article\", \"name\": \"n\", \"about\": [{others}]}},")
    });
    let knot = nodes.collect::<Vec<_>>().concat();
    is_linear(&format!("{graph}{knot}"), "0,", "0]}");
}

#[test]
#[rustfmt::skip]
fn what_is_repeated_is_read_so_often_and_no_more() {
    for (before, piece, after) in [
        ("{\"@context\": \"https://schema.org\", \"@type\": \"LiveBlogPosting\", \"headline\": \"x\", \"liveBlogUpdate\": [", "{\"headline\": \"a\"},", "0]}"),
        ("{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"", "[a", "\"}"),
        ("{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"x\", \"timeRequired\": \"PT", "9999H", "\"}"),
        ("{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"x\", \"datePublished\": \"", "2 ", "\"}"),
        ("{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"x\", \"keywords\": \"", "a,", "\"}"),
        ("{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"headline\": \"x\", \"author\": \"", "a and ", "\"}"),
        ("{\"_id\": \"1\", \"headlines\": {\"basic\": \"x\"}, \"content_elements\": [", "{\"type\": \"list\", \"items\": [{\"content\": \"a\"}]},", "0]}"),
        ("{\"_id\": \"1\", \"headlines\": {\"basic\": \"x\"}, \"content_elements\": [", "{\"type\": \"quote\", \"content_elements\": [0]},", "0]}"),
        ("{\"title\": {\"rendered\": \"x\"}, \"excerpt\": {\"rendered\": \"", "Read more ", "\"}}"),
        ("{\"title\": {\"rendered\": \"x\"}, \"content\": {\"rendered\": \"", "<img src='https://a.example/a.jpg'>", "\"}}"),
        ("{\"data\": ", "{\"data\": ", "0"),
        ("[", "{\"title\": {\"rendered\": \"x\"}, \"status\": \"draft\"},", "0]"),
        ("<rss><channel>", "<item><title>x</title></item>", "</channel></rss>"),
        ("<rss><channel><item>", "<a>", "</item></channel></rss>"),
        ("<rss><channel><item><description>", "<br>", "</description></item></channel></rss>"),
        ("<rss><channel><item><description>", "</x>", "</description></item></channel></rss>"),
        ("<rss><channel><item><description>", "<![CDATA[x]]>", "</description></item></channel></rss>"),
        ("<html>", "<script type=application/ld+json>{}</script>", ""),
        ("<html>", "<script type=application/ld+json>", ""),
    ] {
        is_linear(before, piece, after);
    }
}
