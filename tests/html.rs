//! Untrusted HTML → blocks: what is kept, how what is broken is mended, and that nothing else comes out.

mod support;

use support::{Value, article, json, shared_text};

/// The blocks of a body as this crate writes them, one text.
#[track_caller]
fn blocks(html: &str) -> String {
    let article =
        article(json!({"headline": "x", "url": "https://news.example/a/", "bodyHtml": html}));
    let body = article["body"].as_array().cloned().unwrap_or_default();
    let html = body.iter().map(|block| {
        let html = block["html"].as_str().expect("a block of HTML").to_owned();
        match block["level"].as_u64() {
            Some(level) => format!("<h{level}>{html}</h{level}>"),
            None => html,
        }
    });
    // What every link and picture has is not what these tests are about.
    let boring = [
        " class=\"pullquote\"",
        " rel=\"noopener nofollow ugc\"",
        " referrerpolicy=\"strict-origin-when-cross-origin\"",
        " loading=\"lazy\" decoding=\"async\"",
    ];
    boring
        .iter()
        .fold(html.collect(), |text: String, same| text.replace(same, ""))
}

#[track_caller]
fn reads_as(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(blocks(html), *expected, "{html}");
        assert_eq!(blocks(expected), *expected, "again: {html}");
    }
}

#[test]
fn lines_become_paragraphs() {
    reads_as(&[
        ("<p>a</p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("a", "<p>a</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("a<br><br>b<br>c", "<p>a</p><p>b<br>c</p>"),
        ("<p> </p><p>&nbsp;</p><p><b> </b></p><p><br></p>", ""),
        (
            "<section><article>a</article></section><center>b</center>",
            "<p>a</p><p>b</p>",
        ),
        (" a <p> b ", "<p> a </p><p> b </p>"),
        ("a</p>b</div>c", "<p>a</p><p>b</p><p>c</p>"),
        ("a<hr>b", "<p>a</p><hr><p>b</p>"),
    ]);
}

#[test]
fn formatting_is_kept_where_it_was_opened_and_closed() {
    reads_as(&[
        (
            "<b>a</b> <EM>b</EM> <sub>c</sub>",
            "<p><b>a</b> <em>b</em> <sub>c</sub></p>",
        ),
        ("<b>a<i>b</b>c</i>", "<p><b>a<i>b</i></b><i>c</i></p>"),
        ("<p><b>a<p>b</b>c", "<p><b>a</b></p><p><b>b</b>c</p>"),
        (
            "<b><p>a</p><p>b</p></b>c",
            "<p><b>a</b></p><p><b>b</b></p><p>c</p>",
        ),
        ("<span>a<p>b</span>c", "<p><span>a</span></p><p>bc</p>"),
        (
            "<strike>a</strike><tt>b</tt><acronym>c</acronym>",
            "<p><s>a</s><code>b</code><abbr>c</abbr></p>",
        ),
        ("a</b>b</i>", "<p>ab</p>"),
        ("<b></b>a", "<p>a</p>"),
        (
            "<font color=red>a</font><custom-el>b</custom-el><blink>c",
            "<p>abc</p>",
        ),
        (
            "<p dir=rtl lang=fa>a <bdi lang=en>b</bdi>",
            "<p>a <bdi lang=\"en\">b</bdi></p>",
        ),
    ]);
}

#[test]
fn links_lead_where_the_policy_lets_them() {
    reads_as(&[
        (
            "<a href=/b?c=1&amp;d=2>x</a>",
            "<p><a href=\"https://news.example/b?c=1&amp;d=2\">x</a></p>",
        ),
        (
            "<a href=b onclick=x target=_top style=y id=z>x</a>",
            "<p><a href=\"https://news.example/a/b\">x</a></p>",
        ),
        (
            "<a href=mailto:a@b.example>x</a>",
            "<p><a href=\"mailto:a@b.example\">x</a></p>",
        ),
        (
            "<a href=javascript:alert(1)>x</a><a href='java&#10;script:alert(1)'>y</a>",
            "<p>xy</p>",
        ),
        (
            "<a href='data:text/html,x'>x</a><a>y</a><a name=z>z</a><a href=#top>t</a>",
            "<p>xyzt</p>",
        ),
        (
            "<a href=/1>a<a href=/2>b</a>c</a>",
            "<p><a href=\"https://news.example/1\">a</a><a href=\"https://news.example/2\">b</a>c</p>",
        ),
        (
            "<a href=/1><div>a</div><h2>b</h2></a>",
            "<p><a href=\"https://news.example/1\">a</a></p><h2><a href=\"https://news.example/1\">b</a></h2>",
        ),
    ]);
}

#[test]
fn headings_begin_at_the_second_level() {
    reads_as(&[
        ("<h1>a</h1><h2>b</h2>", "<h2>a</h2><h2>b</h2>"),
        ("<h3>a</h3><h5>b</h5>", "<h2>a</h2><h4>b</h4>"),
        ("<h2>a<p>b</h2>c", "<h2>a b</h2><p>c</p>"),
        ("<h2>a</h3>b", "<h2>a</h2><p>b</p>"),
        (
            "<blockquote><h2>a</h2>b</blockquote>",
            "<blockquote part=\"quote\"><p><strong>a</strong></p><p>b</p></blockquote>",
        ),
    ]);
}

#[test]
fn lists_and_their_items_end_where_they_must() {
    reads_as(&[
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        (
            "<ul>\n<li>a\n<ul><li>b</ul>\n<li>c</ul>",
            "<ul><li>a\n<ul><li>b</li></ul></li><li>c</li></ul>",
        ),
        (
            "<ol start=3><li value=7>a</ol>",
            "<ol start=\"3\"><li value=\"7\">a</li></ol>",
        ),
        ("<li>a<li>b", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        (
            "<ul><li><p>a</p><p>b</p></ul>",
            "<ul><li><p>a</p><p>b</p></li></ul>",
        ),
        (
            "<dl><dt>a<dd>b<dt>c</dl>",
            "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>",
        ),
        ("<menu><li>a</menu>", "<ul><li>a</li></ul>"),
        ("<ul></ul>", ""),
    ]);
}

#[test]
fn tables_get_what_they_lack() {
    let table = |inside: &str| {
        format!("<div part=\"table\" role=\"group\" tabindex=\"0\"><table>{inside}</table></div>")
    };
    for (html, inside) in [
        (
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody>",
        ),
        ("<table><td>a</table>", "<tbody><tr><td>a</td></tr></tbody>"),
        (
            "<table><caption>c</caption><thead><th colspan=2>a<tbody><td>b</table>",
            "<caption>c</caption><thead><tr><th colspan=\"2\">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>",
        ),
        (
            "<table><tr><td><ul><li>a</table>",
            "<tbody><tr><td><ul><li>a</li></ul></td></tr></tbody>",
        ),
        (
            "<table><tr><td colspan=999 rowspan=9999>a</table>",
            "<tbody><tr><td colspan=\"20\" rowspan=\"200\">a</td></tr></tbody>",
        ),
        (
            "<table>a<tr><td>b</table>",
            "<tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody>",
        ),
    ] {
        assert_eq!(blocks(html), table(inside), "{html}");
    }
    reads_as(&[
        ("<td>a</td><tr>b", "<p>a</p><p>b</p>"),
        ("<table></table>", ""),
    ]);
}

#[test]
fn pictures_stand_in_figures_and_wait() {
    let image = |url: &str| {
        format!("<img part=\"block-image\" alt=\"\" src=\"https://news.example/{url}\">")
    };
    let figure = |inside: &str| format!("<figure part=\"block-figure\">{inside}</figure>");
    for (html, expected) in [
        ("<p><img src=/a.jpg></p>", figure(&image("a.jpg"))),
        (
            "<img src=data:x data-src=/late.jpg class=lazy>",
            figure(&image("late.jpg")),
        ),
        (
            "<img data-src=/a.jpg><noscript><img src=/a.jpg></noscript>",
            figure(&image("a.jpg")),
        ),
        (
            "<figure><img src=/a.jpg onerror=x><figcaption>c <b>d</b></figcaption></figure>",
            figure(&format!(
                "{}<figcaption part=\"caption\">c <b>d</b></figcaption>",
                image("a.jpg")
            )),
        ),
        (
            "<figure><a href=/big><img src=/a.jpg></a></figure>",
            figure(&format!(
                "<a href=\"https://news.example/big\">{}</a>",
                image("a.jpg")
            )),
        ),
        (
            "<figure><div><img src=/a.jpg></div><div><img src=/b.jpg></div></figure>",
            format!(
                "<figure part=\"gallery\"><div part=\"gallery-items\">{}{}</div></figure>",
                figure(&image("a.jpg")),
                figure(&image("b.jpg"))
            ),
        ),
        (
            "<p>a <img src=/a.jpg> b",
            format!("<p>a {} b</p>", image("a.jpg")),
        ),
    ] {
        assert_eq!(blocks(html), expected, "{html}");
    }
    reads_as(&[
        (
            "<img src=/p.gif width=1 height=1>a<img src=/p.gif width=2>",
            "<p>a</p>",
        ),
        (
            "<img src=data:image/png,x><img src=https://192.168.0.1/x><img src=javascript:x>",
            "",
        ),
        ("<figure><figcaption>alone</figcaption></figure>", ""),
        (
            "<img class=emoji alt=\"🦊\" src=/fox.png> hello",
            "<p>🦊 hello</p>",
        ),
        (
            "<img src=/a.jpg alt='A &quot;b&quot;' width=600 height=400px>",
            "<figure part=\"block-figure\"><img part=\"block-image\" alt=\"A &quot;b&quot;\" width=\"600\" height=\"400\" src=\"https://news.example/a.jpg\"></figure>",
        ),
    ]);
}

#[test]
fn what_has_no_place_goes_with_what_it_holds() {
    let names = "script style template title textarea select option object embed applet noembed noframes xmp button canvas \
        map dialog svg math head datalist meter progress";
    for name in names.split_whitespace() {
        let html = format!("<p>a<{name} onload=x>lost<b>too</b></{name}>b");
        let expected = if matches!(name, "embed") {
            "<p>alost<b>too</b>b</p>"
        } else {
            "<p>ab</p>"
        };
        assert_eq!(blocks(&html), expected, "{name}");
    }
    reads_as(&[
        ("a<script>'</p><b>'</script>b", "<p>ab</p>"),
        ("a<svg><svg>b</svg>c</svg>d<svg/>e", "<p>ade</p>"),
        ("a<svg>b<p>c", "<p>a</p><p>c</p>"),
        (
            "a<!-- <b> -->b<!DOCTYPE x><?php c ?><![CDATA[d]]>e",
            "<p>abe</p>",
        ),
        (
            "<p hidden>a</p><p style='DISPLAY : none'>b</p><span style='opacity:0 !important'>c</span>d",
            "<p>d</p>",
        ),
        (
            "a<input value=b><meta content=c><link href=d>e",
            "<p>ae</p>",
        ),
        ("<form action=x>a<label>b</label></form>", "<p>ab</p>"),
        ("a<plaintext>b", "<p>a</p>"),
    ]);
}

#[test]
fn quotations_are_quotations_and_code_keeps_its_lines() {
    reads_as(&[
        (
            "<blockquote>a<p>b</blockquote>",
            "<blockquote part=\"quote\"><p>a</p><p>b</p></blockquote>",
        ),
        (
            "<pre> a\n  b<b>c</b></pre>",
            "<pre part=\"code\" tabindex=\"0\"> a\n  b<b>c</b></pre>",
        ),
    ]);
    let pull = blocks(
        "<figure class='wp-block-pullquote'><blockquote><p>a</p><cite>b</cite></blockquote></figure>",
    );
    assert_eq!(
        pull,
        "<figure part=\"quote pull\"><blockquote><p>a</p><p><cite>b</cite></p></blockquote></figure>"
    );
}

#[test]
fn character_references_are_the_characters_they_stand_for() {
    reads_as(&[
        (
            "&amp;lt; &lt;b&gt; &copy;&eacute;&nbsp;&euro;",
            "<p>&amp;lt; &lt;b&gt; ©é&nbsp;€</p>",
        ),
        (
            "&#8364;&#x20AC;&#128;&#0;&#xD800;&#1114112;",
            "<p>€€€\u{fffd}\u{fffd}\u{fffd}</p>",
        ),
        (
            "&Alpha;&omega;&sigmaf;&Sigma;&AElig;&aelig;",
            "<p>ΑωςΣÆæ</p>",
        ),
        (
            "&unknown; &; &# &amp AT&T",
            "<p>&amp;unknown; &amp;; &amp;# &amp; AT&amp;T</p>",
        ),
    ]);
}

#[test]
fn shortcodes_go_and_words_in_brackets_stay() {
    reads_as(&[
        (
            "[vc_row width=\"1/2\"]a[/vc_row] [caption]b[/caption]",
            "<p>a b</p>",
        ),
        (
            "[sic] [a note] [1] [Ed.: x] [not closed",
            "<p>[sic] [a note] [1] [Ed.: x] [not closed</p>",
        ),
    ]);
}

#[test]
fn unfinished_markup_ends_as_in_a_browser() {
    reads_as(&[
        ("a<b title=\"c>d", "<p>a</p>"),
        ("a<!-- b", "<p>a</p>"),
        ("a<script>b", "<p>a</p>"),
        ("a < b <3 </>c", "<p>a &lt; b &lt;3 c</p>"),
        ("<p title='a\"b>c' class=d/e>f", "<p>f</p>"),
    ]);
}

#[test]
fn limits_of_nodes_pictures_links_and_depth() {
    let cut = |html: &str| {
        let document = support::card(
            json!({"headline": "x", "url": "https://news.example/", "bodyHtml": html}),
        );
        let parsed = support::parse(&document);
        let body = support::written_back(&parsed)["body"].clone();
        let count = |what: &str| body.to_string().matches(what).count();
        (count("<img"), count("<a "), parsed.truncated)
    };
    let images = |count: usize| {
        let image = |html: String, at: usize| html + "<img src=/" + &at.to_string() + ".jpg>";
        (0..count).fold(String::new(), image)
    };
    let links = |count: usize| "<a href=/x>x</a> ".repeat(count);
    assert_eq!(
        [59, 60, 61].map(|count| cut(&images(count))),
        [(59, 0, false), (60, 0, false), (60, 0, true)]
    );
    assert_eq!(
        [399, 400, 401].map(|count| cut(&links(count))),
        [(0, 399, false), (0, 400, false), (0, 400, true)]
    );
    let deep = blocks(&format!("{}x", "<b>".repeat(50_000)));
    assert_eq!(deep.matches("<b>").count(), 47);
    assert!(cut(&"<b>x</b>".repeat(10_000)).2);
    let spans = blocks(&"<b><i><p></b></i>x".repeat(600));
    assert!(spans.len() < 400_000);
}

#[test]
fn every_body_of_the_samples_is_read_the_same_twice() {
    let Some(text) = shared_text("samples/json-feed/DaringFireball.json") else {
        return;
    };
    let feed: Value = serde_json::from_str(&text).expect("JSON");
    for item in feed["items"].as_array().expect("items") {
        let Some(html) = item["content_html"].as_str() else {
            continue;
        };
        let once = blocks_of(html);
        assert_eq!(blocks_of(&once), once);
    }
}

fn blocks_of(html: &str) -> String {
    let document =
        support::card(json!({"headline": "x", "url": "https://news.example/a/", "bodyHtml": html}));
    let read = support::written_back(&support::parse(&document));
    let body = read["body"].as_array().cloned().unwrap_or_default();
    body.iter()
        .filter_map(|block| block["html"].as_str())
        .collect()
}

#[test]
fn attributes_are_kept_where_they_mean_something_and_their_values_are_checked() {
    reads_as(&[
        (
            "<p><span lang=pt_BR dir=RTL title=' a  &amp; b ' class=c style=color:red id=i onclick=x>a</span>",
            "<p><span lang=\"pt-BR\" dir=\"rtl\" title=\"a &amp; b\">a</span></p>",
        ),
        (
            "<p><b lang='x y' dir=up title='' title=late>a</b>",
            "<p><b title=\"late\">a</b></p>",
        ),
        (
            "<ol start=3 reversed type=A><li value=7>a</ol>",
            "<ol start=\"3\" reversed=\"\" type=\"A\"><li value=\"7\">a</li></ol>",
        ),
        (
            "<ol start=-3 type=x><li value=x>a</ol><ul start=3><li>b</ul>",
            "<ol><li>a</li></ol><ul><li>b</li></ul>",
        ),
        (
            "<p><time datetime='2026-01-02T03:04Z'>a</time><del datetime='<x>'>b</del><ins datetime=2026>c</ins>",
            "<p><time datetime=\"2026-01-02T03:04Z\">a</time><del>b</del><ins datetime=\"2026\">c</ins></p>",
        ),
        (
            "<details open><summary>a</summary>b</details>",
            "<details open=\"\"><summary>a</summary><p>b</p></details>",
        ),
    ]);
    let link = "<p><a href=https://other.example/ hreflang=de title=t>a</a></p>";
    assert_eq!(
        blocks(link),
        "<p><a href=\"https://other.example/\" hreflang=\"de\" title=\"t\">a</a></p>"
    );
    let table = blocks(
        "<table><tr><th scope=ROW abbr=' x '>a<td scope=row colspan=999 rowspan=1>b</table>",
    );
    assert!(
        table.contains("<th scope=\"row\" abbr=\"x\">a</th><td colspan=\"20\">b</td>"),
        "{table}"
    );
}

#[test]
fn a_line_that_ends_with_its_list_is_one_paragraph() {
    reads_as(&[(
        "<ul><li><p>a</p>b</ul>",
        "<ul><li><p>a</p><p>b</p></li></ul>",
    )]);
}

#[test]
fn what_is_left_out_ends_where_it_must() {
    reads_as(&[
        ("<p hidden>a<p>b</p>c<p>d", "<p>b</p><p>c</p><p>d</p>"),
        ("<p>a<option>b</p><p>c</p>", "<p>a</p><p>c</p>"),
        ("<div hidden>a<p>b</p></div><p>c", "<p>c</p>"),
    ]);
}

#[test]
fn code_keeps_its_lines_whatever_ends_them() {
    reads_as(&[
        (
            "<pre>a\r\nb\0c</pre>",
            "<pre part=\"code\" tabindex=\"0\">a\nbc</pre>",
        ),
        (
            "<pre><div>a</div><div>b</div></pre>",
            "<pre part=\"code\" tabindex=\"0\">a\nb\n</pre>",
        ),
    ]);
}

#[test]
fn line_breaks_with_white_space_between_them_end_a_paragraph() {
    reads_as(&[
        ("a<br>\n<br>b", "<p>a</p><p>b</p>"),
        ("a <br> b", "<p>a <br> b</p>"),
        (
            "<h2><b>a</b><div></div><br>b</h2>",
            "<h2><b>a</b><br>b</h2>",
        ),
        (
            "<h2>a<div><b>b</b></div><br>c</h2>",
            "<h2>a <b>b</b><br>c</h2>",
        ),
    ]);
}

#[test]
fn tables_and_code_keep_their_captions() {
    let table = blocks(
        "<figure class=wp-block-table><table><tr><td>a</table><figcaption>b</figcaption></figure>",
    );
    assert!(
        table.starts_with("<figure part=\"block-figure\"><div part=\"table\""),
        "{table}"
    );
    assert!(
        table.ends_with("<figcaption part=\"caption\">b</figcaption></figure>"),
        "{table}"
    );
    reads_as(&[(
        "<figure><pre>a</pre><figcaption>b</figure>",
        "<figure part=\"block-figure\"><pre part=\"code\" tabindex=\"0\">a</pre><figcaption part=\"caption\">b</figcaption></figure>",
    )]);
    assert_eq!(
        blocks("<figure><figcaption>alone</figcaption></figure>"),
        ""
    );
}

#[test]
fn a_list_right_in_a_list_belongs_to_the_item_before_it() {
    reads_as(&[
        (
            "<ul><li>a</li><ol><li>b</ol>c<li>d</ul>",
            "<ul><li>a<ol><li>b</li></ol>c</li><li>d</li></ul>",
        ),
        (
            "<ul><li>a<ul><li>b</ul></ul>",
            "<ul><li>a<ul><li>b</li></ul></li></ul>",
        ),
        (
            "<ul><ul><li>a</ul></ul>",
            "<ul><li><ul><li>a</li></ul></li></ul>",
        ),
        (
            "<dl><ul><li>a</ul></dl>",
            "<dl><dd><ul><li>a</li></ul></dd></dl>",
        ),
        ("<ul><hr><dt>a</ul>", "<ul><li><hr></li><li>a</li></ul>"),
    ]);
}

#[test]
fn a_figure_that_says_its_language_is_a_figure_like_others() {
    reads_as(&[(
        "<figure lang=de><img src=https://img.example/a.jpg alt=a></figure>",
        "<figure lang=\"de\" part=\"block-figure\"><img part=\"block-image\" alt=\"a\" src=\"https://img.example/a.jpg\"></figure>",
    )]);
}
