//! The URL policy for links: schemes, hosts, ports, and what feeds and attackers do to URLs. What a relative URL is
//! relative to is in `urls_resolved.rs`, pictures in `urls_of_pictures.rs`, whole documents in `urls_drawn.rs`.

mod support;

use article_card::sanitize::SafeUrl;
use support::links::{link, links};

#[track_caller]
fn refused(cases: &[&str]) {
    for text in cases {
        assert_eq!(link(text), None, "{text:?}");
        assert_eq!(SafeUrl::link(text, None), None, "{text:?} without a base");
    }
}

#[test]
fn http_https_mailto_and_tel_are_the_only_schemes() {
    #[rustfmt::skip]
    links(&[
        ("https://a.example/x", "https://a.example/x"),
        ("HTTP://a.example/x", "http://a.example/x"),
        ("hTTpS://a.example", "https://a.example/"),
        ("mailto:ana@news.example", "mailto:ana@news.example"),
        ("MailTo:ana@news.example?subject=x&body=y", "mailto:ana@news.example"),
        ("tel:+1-202-555-0147", "tel:+1-202-555-0147"),
    ]);
    #[rustfmt::skip]
    refused(&[
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript://news.example/%0aalert(1)", "vbscript:msgbox(1)",
        "VBScript:x", "livescript:x", "mocha:x", "data:text/html,<script>alert(1)</script>", "DATA:image/svg+xml,x",
        "file:///etc/passwd", "ftp://a.example/", "blob:https://news.example/1", "filesystem:https://a.example/x",
        "about:blank", "view-source:https://a.example/", "ws://a.example/", "wss://a.example/",
        "intent://x#Intent;end", "jar:https://a.example/!x", "feed:javascript:alert(1)", "x-javascript:alert(1)",
        "sms:+1", "ms-settings:x", "chrome://settings", "javascript:", "j:x", "http+javascript://a.example/",
        "https.javascript:alert(1)",
    ]);
}

#[test]
fn characters_that_browsers_drop_do_not_hide_a_scheme() {
    #[rustfmt::skip]
    refused(&[
        " javascript:alert(1)", "\tjavascript:alert(1)", "\r\njavascript:alert(1)", "\u{0}javascript:alert(1)",
        "\u{1}\u{1f} javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
        "java\r\nscript:alert(1)", "j\na\nv\na\ns\nc\nr\ni\np\nt\n:alert(1)", "javascript\n:alert(1)",
        "d\tata:text/html,x", "\nvb\nscript:x",
    ]);
}

#[test]
fn what_only_looks_like_a_scheme_is_a_page_beside_the_base() {
    #[rustfmt::skip]
    links(&[
        ("./javascript:alert(1)", "https://news.example/dir/javascript:alert(1)"),
        ("java\u{0}script:alert(1)", "https://news.example/dir/java%00script:alert(1)"),
        ("java%73cript:alert(1)", "https://news.example/dir/java%73cript:alert(1)"),
        ("javascript&colon;alert(1)", "https://news.example/dir/javascript&colon;alert(1)"),
        ("javascript%3Aalert(1)", "https://news.example/dir/javascript%3Aalert(1)"),
        ("\u{feff}javascript:alert(1)", "https://news.example/dir/%EF%BB%BFjavascript:alert(1)"),
        ("\u{a0}javascript:alert(1)", "https://news.example/dir/%C2%A0javascript:alert(1)"),
        ("ｊavascript:alert(1)", "https://news.example/dir/%EF%BD%8Aavascript:alert(1)"),
        ("1javascript:alert(1)", "https://news.example/dir/1javascript:alert(1)"),
        (":javascript:alert(1)", "https://news.example/dir/:javascript:alert(1)"),
        ("/javascript:alert(1)", "https://news.example/javascript:alert(1)"),
    ]);
}

#[test]
fn space_around_and_line_breaks_within_go_other_characters_are_encoded() {
    #[rustfmt::skip]
    links(&[
        ("  https://a.example/x \n", "https://a.example/x"),
        ("\u{0}\u{b}https://a.example/x\u{1f}", "https://a.example/x"),
        ("https://a.ex\nample/x\ty", "https://a.example/xy"),
        ("ht\ntps://a.example/", "https://a.example/"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("https://a.example/é中?é#é", "https://a.example/%C3%A9%E4%B8%AD?%C3%A9#%C3%A9"),
        ("https://a.example/\"<>`{}'", "https://a.example/%22%3C%3E%60%7B%7D'"),
        ("https://a.example/?\"<>'", "https://a.example/?%22%3C%3E%27"),
        ("https://a.example/#\"<>`", "https://a.example/#%22%3C%3E%60"),
        ("https://a.example/%41%2f%zz", "https://a.example/%41%2f%zz"),
        ("https://a.example/\u{202e}gpj", "https://a.example/%E2%80%AEgpj"),
    ]);
}

#[test]
fn backslashes_are_slashes_up_to_the_query() {
    #[rustfmt::skip]
    links(&[
        ("https:\\\\a.example\\x", "https://a.example/x"),
        ("https:\\/a.example/x\\y?z\\", "https://a.example/x/y?z\\"),
        ("\\x", "https://news.example/x"),
        ("\\\\a.example\\x", "https://a.example/x"),
        ("/\\a.example/x", "https://a.example/x"),
        ("https://a.example\\@b.example/", "https://a.example/@b.example/"),
    ]);
}

#[test]
fn slashes_too_many_are_forgiven_fewer_than_two_are_not() {
    links(&[("https:///a.example/", "https://a.example/")]);
    #[rustfmt::skip]
    refused(&[
        "https:a.example", "https:/a.example/", "https:\\a.example/", "https:", "https://", "http:///", "https://?x", "https://#x",
    ]);
}

#[test]
fn addresses_of_people_have_no_host() {
    for text in [
        "mailto:ana@news.example",
        "mailto:ana/post@news.example",
        "tel:+123",
    ] {
        let url = SafeUrl::link(text, None).expect("a link");
        assert_eq!(url.host(), "", "{text}");
    }
}

#[test]
fn user_names_and_passwords_are_refused() {
    #[rustfmt::skip]
    refused(&[
        "https://ana@a.example/", "https://ana:secret@a.example/", "https://@a.example/", "https://:@a.example/",
        "https://news.example@b.example/", "https://news.example%40b.example/", "//ana@a.example/",
        "https://a.example:80@b.example/",
    ]);
    links(&[
        ("https://a.example/@ana", "https://a.example/@ana"),
        ("/x?a@b", "https://news.example/x?a@b"),
    ]);
}

#[test]
fn hosts_in_other_scripts_are_shown_as_punycode() {
    #[rustfmt::skip]
    links(&[
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://BÜCHER.example:443", "https://xn--bcher-kva.example/"),
        ("//пример.рф?a", "https://xn--e1afmkfd.xn--p1ai/?a"),
        ("https://a。example/", "https://a.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://аpple.example/", "https://xn--pple-43d.example/"), // the first letter is Cyrillic
    ]);
    #[rustfmt::skip]
    refused(&[
        "https://user@bücher.example/", "https://a:b@bücher.example/", "https://b%75̈cher.example/",
        "https://ex＠mple.example/", "https://a／b.example/", "https://a：80/", "https://\u{ad}/", "https://ü\u{fffd}.example/",
    ]);
}

#[test]
fn hosts_are_ascii_names_or_addresses() {
    #[rustfmt::skip]
    links(&[
        ("https://A.Example/", "https://a.example/"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("https://a_b.example/", "https://a_b.example/"),
        ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ]);
    #[rustfmt::skip]
    refused(&[
        "https://a b.example/", "https://a%2eexample/", "https://a\u{0}b.example/",
        "https://[zz]/", "https://[::1/", "https://a<b.example/", "https://a|b/",
        "https://${host}/", "https://{{url}}/",
    ]);
}

#[test]
fn ports_are_numbers_and_the_usual_one_goes() {
    links(&[
        ("https://a.example:443/", "https://a.example/"),
        ("http://a.example:80/", "http://a.example/"),
        ("https://a.example:80/", "https://a.example:80/"),
        ("https://a.example:8443/", "https://a.example:8443/"),
        ("https://a.example:08443/", "https://a.example:8443/"),
        ("https://a.example:/", "https://a.example/"),
        ("https://a.example:65535/", "https://a.example:65535/"),
    ]);
    #[rustfmt::skip]
    refused(&[
        "https://a.example:x/", "https://a.example:-1/", "https://a.example:999999/", "https://a.example:8 0/",
    ]);
}

#[test]
fn what_no_browser_can_open_is_refused() {
    #[rustfmt::skip]
    let impossible = [
        "https://a.example:65536/", "https://a.example:99999/", "https://[]/", "https://[1]/", "https://[::1::]/",
    ];
    let kept: Vec<_> = impossible.into_iter().filter_map(link).collect();
    assert_eq!(kept, [""; 0]);
}

#[test]
fn a_safe_url_read_again_is_the_same() {
    #[rustfmt::skip]
    let table = [
        "x y", "/é?'\"#`", "https://a.example:8443/a/../b", "?<>", "\\x\\y", "mailto:ana@news.example", "tel:+123",
    ];
    for text in table {
        let once = link(text).expect("a URL");
        assert_eq!(
            SafeUrl::link(&once, None).map(|url| url.as_str().to_owned()),
            Some(once),
            "{text:?}"
        );
    }
}

#[test]
fn mail_and_telephone_take_addresses_and_numbers_only() {
    #[rustfmt::skip]
    refused(&[
        "mailto:", "mailto:ana", "mailto:@a.example", "mailto:ana@", "mailto:?to=ana@a.example",
        "mailto:a@b@c.example", "mailto:ana@a.example,b@b.example", "mailto:ana%0a@a.example",
        "mailto:<b>@a.example", "mailto:ana@[127.0.0.1]", "mailto:ana@bücher.example", "tel:", "tel:12", "tel:javascript", "tel:+1 202",
        "tel:123456789012345678901234567890123", "tel://123",
    ]);
    assert_eq!(
        SafeUrl::web("mailto:ana@news.example", None),
        None,
        "an article is on a page"
    );
    assert_eq!(SafeUrl::web("tel:+12025550147", None), None);
}
