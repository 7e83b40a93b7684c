//! `article-card serve`: what nobody gets, what is told of it, and what cannot be served.
#![cfg(feature = "cli")]

mod support;

use std::process::Command;

use support::command::told;
use support::server::{Server, folder};

#[test]
fn nothing_outside_of_the_folder_is_ever_sent() {
    #[rustfmt::skip]
    let files = [
        ("site/a/b.txt", "b"), ("secret.txt", "secret"), ("site-too/secret.txt", "secret"), ("mount/c.txt", "c"),
    ];
    let all = folder("serve-outside", &files);
    let mount = format!("/in/={}", all.join("mount").display());
    let server = Server::start(&all.join("site"), &["--mount", &mount]);
    assert_eq!(server.get("/a/b.txt").text(), "b");
    assert_eq!(server.get("/in/c.txt").text(), "c");
    let absolute = format!("/{}", all.join("secret.txt").display());
    let encoded = format!("/{}", absolute[1..].replace('/', "%2f"));
    #[rustfmt::skip]
    let cases = [
        "/../secret.txt", "/a/../../secret.txt", "/%2e%2e/secret.txt", "/%2E%2e/secret.txt", "/.%2e/secret.txt",
        "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/a/..%2f..%2fsecret.txt", "/%252e%252e/secret.txt",
        "/..%5csecret.txt", "/..\\secret.txt", "/a%5c..%5c..%5csecret.txt", "/..%c0%afsecret.txt",
        "/../site-too/secret.txt", "/in/../secret.txt", "/in/..%2f../secret.txt", "/in%2f..%2f..%2fsecret.txt",
        "//secret.txt", &absolute, &encoded, "/a/./b.txt", "/a/../a/b.txt", "/a//b.txt", "//",
        "//a/", "/a/b.txt%00", "/%00", "/a/b.txt%00.html", "/a%00/b.txt", "/%ff", "/C:/secret.txt", "/a/b.txt%20",
        "/%2fa/b.txt",
    ];
    for path in cases {
        let answer = server.get(path);
        let found = (answer.status, answer.text());
        assert_eq!(found, (404, "404 Not Found\n".into()), "{path}");
        assert_eq!(answer.header("location"), None, "{path}");
    }
    #[rustfmt::skip]
    let cases = [
        "GET ../secret.txt HTTP/1.1", "GET secret.txt HTTP/1.1", "GET  HTTP/1.1", "GET / / HTTP/1.1", "hello",
    ];
    for line in cases {
        let request = format!("{line}\r\nConnection: close\r\n\r\n");
        let status = server.send(request.as_bytes()).status;
        assert!([400, 404].contains(&status), "{line}: {status}");
    }
    let whole = format!("http://127.0.0.1:{}/../secret.txt", server.port);
    assert_eq!(server.get(&whole).status, 404);
}

#[test]
fn names_that_begin_with_a_dot_are_not_there() {
    #[rustfmt::skip]
    let files = [
        (".env", "secret"), (".git/config", "secret"), ("a/.hidden.json", "secret"), ("a/.b/index.html", "secret"),
        ("a.b/..c", "secret"), ("a.b/c.", "seen"),
    ];
    let server = Server::start(&folder("serve-dots", &files), &[]);
    #[rustfmt::skip]
    let cases = [
        "/.env", "/%2eenv", "/.git", "/.git/", "/.git/config", "/a/.hidden.json", "/a/%2Ehidden.json", "/a/.b/",
        "/a.b/..c",
    ];
    for path in cases {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    assert_eq!(server.get("/a.b/c.").text(), "seen");
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_folder_count_as_missing() {
    use std::os::unix::fs::symlink;

    #[rustfmt::skip]
    let files = [
        ("site/a.txt", "a"), ("site/.env", "secret"), ("site/deep/b.txt", "b"), ("out/secret.txt", "secret"),
        ("out/index.html", "secret"), ("site/c/d.txt", "d"),
    ];
    let all = folder("serve-links", &files);
    let site = all.join("site");
    #[rustfmt::skip]
    let links = [
        ("../out/secret.txt", "file.txt"), ("../out", "folder"), ("../../out/index.html", "c/index.html"),
        (".env", "env.txt"), ("nowhere", "dangling"), ("loop", "loop"), ("../site", "around"),
        ("a.txt", "link.txt"), ("deep", "shallow"), ("../site/deep/b.txt", "round.txt"),
    ];
    #[rustfmt::skip]
    let gone = [
        "/file.txt", "/folder", "/folder/", "/folder/secret.txt", "/c/", "/env.txt", "/dangling", "/loop",
        "/around/.env", "/absolute.txt", "/pipe",
    ];
    for (target, link) in links {
        symlink(target, site.join(link)).expect("a link");
    }
    symlink(all.join("out/secret.txt"), site.join("absolute.txt")).expect("a link");
    let pipe = Command::new("mkfifo").arg(site.join("pipe")).status();
    assert!(pipe.expect("mkfifo").success());
    let server = Server::start(&site, &[]);
    for path in gone {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    #[rustfmt::skip]
    let cases = [
        ("/link.txt", "a"), ("/shallow/b.txt", "b"), ("/round.txt", "b"), ("/around/a.txt", "a"), ("/c/d.txt", "d"),
    ];
    for (path, text) in cases {
        assert_eq!(server.get(path).text(), text, "{path}");
    }
    // The folder itself may be a link.
    symlink(&site, all.join("www")).expect("a link");
    let linked = Server::start(&all.join("www"), &[]);
    assert_eq!(linked.get("/a.txt").text(), "a");
}

#[test]
fn failures_are_told_and_with_verbose_every_request() {
    let site = folder("serve-told", &[("a/index.html", "x")]);
    let server = Server::start(&site, &[]);
    for path in ["/a/", "/a", "/gone.json?a=b"] {
        server.get(path);
    }
    server.ask("PUT", "/a/", "");
    assert_eq!(
        server.end(),
        "article-card: GET /gone.json?a=b 404\narticle-card: PUT /a/ 405\n"
    );
    let server = Server::start(&site, &["--verbose"]);
    for path in ["/a/", "/a", "/b"] {
        server.get(path);
    }
    assert_eq!(
        server.end(),
        "article-card: GET /a/ 200\narticle-card: GET /a 301\narticle-card: GET /b 404\n"
    );
}

#[test]
fn a_request_does_not_steer_the_terminal() {
    let server = Server::start(&folder("serve-terminal", &[]), &["--verbose"]);
    server.get("/%1b[2J%0aarticle-card:%20all%20is%20well");
    server.get("/\u{9b}2J\u{202e}x");
    #[rustfmt::skip]
    let cases = [
        &b"GET /\x1b[2J HTTP/1.1\r\n\r\n"[..], b"\x1b]0;x\x07 / HTTP/1.1\r\n\r\n", b"GET /\xff\xfe HTTP/1.1\r\n\r\n",
    ];
    for request in cases {
        assert_eq!(server.send(request).status / 100, 4);
    }
    server.get(&format!("/{}", "long".repeat(2000)));
    server.ask(&"LONG".repeat(2000), "/", "");
    let told = server.end();
    assert_eq!(told.lines().count(), 7, "{told}");
    for line in told.lines() {
        assert!(
            line.starts_with("article-card: ") && line.chars().count() < 400,
            "{line:?}"
        );
        assert!(
            line.chars().all(|c| c.is_ascii_graphic() || c == ' '),
            "{line:?}"
        );
    }
    assert!(
        told.starts_with("article-card: GET /%1b[2J%0aarticle-card:%20all%20is%20well 404\n"),
        "{told}"
    );
}

#[test]
fn wrong_arguments_exit_2() {
    #[rustfmt::skip]
    let cases: [&[&str]; 15] = [
        &["--port", "65536"], &["--port", "http"], &["--host", "everywhere"], &["--csp", "a\nSet-Cookie: b"], &["--csp"],
        &["--mount", "dist=."], &["--mount", "/dist/"], &["--mount", "/dist/="], &["--mount", "/=."], &["--mount", "//=."],
        &["--mount", "/../a=."], &["--mount", "/a//b=."], &["--mount", "/.a=."], &[".", "."], &["--colour"],
    ];
    for options in cases {
        let errors = told(&[&["serve"], options].concat(), "", 2);
        assert!(errors.contains("--help"), "{options:?}: {errors}");
    }
}

#[test]
fn what_is_not_there_is_not_served() {
    let site = folder("serve-missing", &[("a.txt", "a")]);
    let (missing, file) = (site.join("no-such-folder"), site.join("a.txt"));
    for (path, why) in [
        (missing, "there is no such folder"),
        (file, "this is no folder"),
    ] {
        let path = path.to_str().expect("a plain path");
        let expected = format!("article-card: {path}: {why}\n");
        assert_eq!(told(&["serve", path], "", 3), expected);
        let mount = format!("/a/={path}");
        assert_eq!(told(&["serve", "--mount", &mount, "."], "", 3), expected);
    }
}

#[test]
fn an_address_that_others_reach_is_warned_of() {
    // Set aside for documentation: no machine has it.
    let errors = told(&["serve", "--host", "192.0.2.1", "--port", "0", "."], "", 3);
    let lines: Vec<_> = errors.lines().collect();
    assert_eq!(
        lines[0],
        "article-card: other machines can reach 192.0.2.1: this is no production server"
    );
    assert!(
        lines[1].starts_with("article-card: 192.0.2.1, port 0: "),
        "{errors}"
    );
    assert_eq!(lines.len(), 2, "{errors}");
}
