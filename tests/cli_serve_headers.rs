//! `article-card serve`: methods, compression, and the headers that make other origins, caches and policies behave.
#![cfg(feature = "cli")]

mod support;

use support::server::{Server, folder};

/// A text that is worth compressing.
fn long() -> String {
    "All work and no play. ".repeat(200)
}

#[test]
fn files_are_read_and_nothing_else_is_done_with_them() {
    let site = folder("serve-methods", &[("index.html", &*long())]);
    let server = Server::start(&site, &[]);
    #[rustfmt::skip]
    let methods = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"];
    for method in methods {
        for path in ["/", "/missing"] {
            let answer = server.ask(method, path, "Content-Length: 3\r\n");
            let found = (answer.status, answer.header("allow"));
            assert_eq!(found, (405, Some("GET, HEAD")), "{method} {path}");
        }
    }
    let head = server.ask("HEAD", "/", "");
    let length = head.header("content-length");
    assert_eq!((head.status, length), (200, Some("4400")));
    let kind = head.header("content-type");
    assert_eq!(kind, Some("text/html; charset=utf-8"));
    assert_eq!(head.text(), "");
    assert_eq!(server.ask("HEAD", "/missing", "").status, 404);
}

#[test]
fn text_is_compressed_as_the_browser_accepts_it() {
    let long = long();
    #[rustfmt::skip]
    let files = [
        ("a.js", &*long), ("a.wasm", &*long), ("a.svg", &*long), ("a.json", &*long), ("short.js", "x"),
        ("a.mp3", &*long), ("a.woff2", &*long), ("a.png", &*long),
    ];
    let site = folder("serve-compressed", &files);
    let server = Server::start(&site, &[]);
    let encoding = |server: &Server, path: &str, accept: &str| {
        let answer = server.ask("GET", path, &format!("Accept-Encoding: {accept}\r\n"));
        let what = format!("{path}: {accept}");
        assert_eq!(answer.status, 200, "{what}");
        let encoding = answer.header("content-encoding").map(str::to_owned);
        if encoding.is_some() {
            assert!(answer.body.len() < 400, "{what}");
            assert_eq!(answer.header("vary"), Some("accept-encoding"), "{what}");
        } else {
            assert!([long.as_str(), "x"].contains(&&*answer.text()), "{what}");
        }
        encoding
    };
    #[rustfmt::skip]
    let accepted = [
        ("gzip, deflate, br, zstd", Some("br")), ("gzip", Some("gzip")), ("br", Some("br")),
        ("br;q=0, gzip", Some("gzip")), ("zstd", None), ("identity", None), ("", None),
    ];
    for path in ["/a.js", "/a.wasm", "/a.svg", "/a.json"] {
        for (accept, expected) in accepted {
            let found = encoding(&server, path, accept);
            assert_eq!(found.as_deref(), expected, "{path}: {accept}");
        }
    }
    for path in ["/short.js", "/a.mp3", "/a.woff2", "/a.png"] {
        assert_eq!(encoding(&server, path, "br, gzip"), None, "{path}");
    }
    let gzip = server.ask("GET", "/a.js", "Accept-Encoding: gzip\r\n");
    let mut pairs = gzip.body.windows(2);
    assert!(pairs.any(|two| two == [0x1f, 0x8b]), "the bytes are gzip");
    let plain = Server::start(&site, &["--no-compression"]);
    assert_eq!(encoding(&plain, "/a.js", "br, gzip"), None);
}

#[test]
fn every_answer_may_be_read_by_other_origins_and_is_asked_for_again() {
    let site = folder("serve-headers", &[("index.html", "x"), ("a/b.json", "{}")]);
    let open = Server::start(&site, &[]);
    let closed = Server::start(&site, &["--no-cors"]);
    #[rustfmt::skip]
    let cases = [("GET", "/", 200), ("HEAD", "/a/b.json", 200), ("GET", "/a", 301), ("GET", "/c", 404), ("PUT", "/", 405)];
    for (method, path, status) in cases {
        for (server, cors) in [(&open, true), (&closed, false)] {
            let answer = server.ask(method, path, "Origin: https://partner.example\r\n");
            assert_eq!(answer.status, status, "{path}");
            for (name, value) in [
                ("cache-control", Some("no-cache")),
                ("x-content-type-options", Some("nosniff")),
                ("access-control-allow-origin", cors.then_some("*")),
                (
                    "cross-origin-resource-policy",
                    cors.then_some("cross-origin"),
                ),
                ("content-security-policy", None),
            ] {
                assert_eq!(answer.header(name), value, "{path}: {name}");
            }
        }
    }
}

#[test]
fn html_comes_with_the_policy_that_is_asked_for() {
    #[rustfmt::skip]
    let files = [("index.html", &*long()), ("a.js", "x"), ("a.svg", "<svg/>")];
    let site = folder("serve-csp", &files);
    let policy = |server: &Server, path: &str| {
        let answer = server.ask("GET", path, "Accept-Encoding: br\r\n");
        let policy = answer.header("content-security-policy");
        policy.map(str::to_owned)
    };
    let own = Server::start(&site, &["--csp", "default-src 'self'; img-src *"]);
    let sent = policy(&own, "/");
    assert_eq!(sent.as_deref(), Some("default-src 'self'; img-src *"));
    let strict = Server::start(&site, &["--csp", "strict"]);
    let sent = policy(&strict, "/index.html").expect("a policy");
    let directives: Vec<_> = sent.split("; ").collect();
    #[rustfmt::skip]
    let expected = [
        "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
        "img-src 'self' https:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    ];
    for directive in expected {
        assert!(directives.contains(&directive), "{directive}: {sent}");
    }
    assert!(!sent.contains("unsafe-inline"), "{sent}");
    for path in ["/a.js", "/a.svg", "/missing.html"] {
        assert_eq!(policy(&strict, path), None, "{path}");
    }
    // Players too: what README names is held to what there is by tests/e2e/csp.test.mjs.
    let readme = include_str!("../README.md");
    let (_, players) = readme.split_once("`frame-src ").expect("players");
    let (players, _) = players.split_once('`').expect("their end");
    let players = format!("frame-src {players}");
    assert!(directives.contains(&&*players), "{players}: {sent}");
    let help = support::command::printed(&["serve", "--help"], "", 0);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&help).contains(&sent), "help says what is sent");
}

#[test]
fn what_a_browser_has_kept_is_sent_anew_with_the_headers_of_today() {
    let site = folder("serve-kept", &[("index.html", "<p>hello")]);
    let first = Server::start(&site, &[]).get("/");
    let etag = first.header("etag").expect("a tag");
    let date = first.header("last-modified").expect("a date");
    let known = format!("If-None-Match: {etag}\r\nIf-Modified-Since: {date}\r\n");
    let again = Server::start(&site, &["--csp", "strict"]).ask("GET", "/", &known);
    assert_eq!((again.status, again.text()), (200, "<p>hello".into()));
    assert!(again.header("content-security-policy").is_some());
}
