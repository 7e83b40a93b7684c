//! `article-card serve`: what a browser gets, and where. Headers are in `cli_serve_headers.rs`, what nobody gets in
//! `cli_serve_failures.rs`.
#![cfg(feature = "cli")]

mod support;

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use support::command::{COMMAND, told};
use support::server::{Server, connect, folder};

#[test]
fn one_line_says_what_is_served_where_and_that_it_is_for_development() {
    let site = folder("serve-line", &[("index.html", "<p>hello")]);
    let server = Server::start(&site, &[]);
    let (folder, port) = (site.display(), server.port);
    assert_eq!(
        server.line,
        format!(
            "Serving {folder} at http://127.0.0.1:{port}/ (for development: not a production server; Ctrl+C stops it)"
        )
    );
    assert_eq!(server.get("/").text(), "<p>hello");
    assert_eq!(server.end(), "", "nothing is told of requests that go well");
}

#[test]
fn files_have_the_types_that_browsers_insist_on() {
    #[rustfmt::skip]
    let types = [
        ("card.wasm", "application/wasm"), ("card.js", "text/javascript; charset=utf-8"),
        ("card.mjs", "text/javascript; charset=utf-8"), ("story.json", "application/json"),
        ("story.jsonld", "application/ld+json"), ("page.html", "text/html; charset=utf-8"),
        ("page.css", "text/css; charset=utf-8"), ("a.svg", "image/svg+xml"), ("a.avif", "image/avif"),
        ("a.webp", "image/webp"), ("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.woff2", "font/woff2"),
        ("a.vtt", "text/vtt; charset=utf-8"), ("a.mp3", "audio/mpeg"), ("a.mp4", "video/mp4"),
        ("a.wav", "audio/wav"), ("feed.xml", "application/xml"), ("a.md", "text/markdown; charset=utf-8"),
        ("A.HTML", "text/html; charset=utf-8"), ("a.txt", "text/plain; charset=utf-8"),
        ("a.unheard-of", "application/octet-stream"), ("nothing", "application/octet-stream"),
        ("ein Café.json", "application/json"),
    ];
    let files: Vec<_> = types.iter().map(|(name, _)| (*name, "x")).collect();
    let server = Server::start(&folder("serve-types", &files), &[]);
    for (name, expected) in types {
        let path = name.replace(' ', "%20").replace('é', "%C3%A9");
        let answer = server.get(&format!("/{path}?query"));
        let found = (answer.status, answer.text());
        assert_eq!(found, (200, "x".into()), "{name}");
        assert_eq!(answer.header("content-type"), Some(expected), "{name}");
    }
}

/// Asserts that each path leads to what stands beside it.
#[track_caller]
fn leads(server: &Server, cases: &[(&str, &str)]) {
    for (path, place) in cases {
        let answer = server.get(path);
        let found = (answer.status, answer.header("location"));
        assert_eq!(found, (301, Some(*place)), "{path}");
    }
}

#[test]
fn a_folder_is_its_index_and_its_path_ends_with_a_slash() {
    #[rustfmt::skip]
    let files = [("index.html", "top"), ("a/index.html", "below"), ("empty/b.txt", "b")];
    let server = Server::start(&folder("serve-folders", &files), &[]);
    for (path, text) in [("/", "top"), ("/?a=b", "top"), ("/a/", "below")] {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.text()), (200, text.into()), "{path}");
    }
    #[rustfmt::skip]
    leads(&server, &[("/a", "/a/"), ("/a?b=/c", "/a/?b=/c"), ("/%61", "/%61/"), ("/empty", "/empty/")]);
    for path in ["/empty/", "/index.html/", "/a/index.html/", "/b", "/b/"] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

#[test]
fn other_folders_stand_at_their_prefixes_and_the_longest_wins() {
    #[rustfmt::skip]
    let files = [
        ("www/index.html", "www"), ("www/dist/b.txt", "hidden by the mount"), ("www/distance.txt", "far"),
        ("dist/a.txt", "dist"), ("dist/in/index.html", "in dist"), ("deep/a.txt", "deep"), ("late/a.txt", "late"),
    ];
    let all = folder("serve-mounts", &files);
    #[rustfmt::skip]
    let mounts = [("/dist/", "dist"), ("/dist/deep", "deep"), ("/twice", "dist"), ("/twice/", "late")];
    let mounts = mounts.map(|(prefix, name)| format!("{prefix}={}", all.join(name).display()));
    let options: Vec<_> = mounts.iter().flat_map(|mount| ["--mount", mount]).collect();
    let server = Server::start(&all.join("www"), &options);
    #[rustfmt::skip]
    let found = [
        ("/", "www"), ("/distance.txt", "far"), ("/dist/a.txt", "dist"), ("/dist/in/", "in dist"),
        ("/dist/deep/a.txt", "deep"), ("/twice/a.txt", "late"),
    ];
    for (path, text) in found {
        assert_eq!(server.get(path).text(), text, "{path}");
    }
    #[rustfmt::skip]
    leads(&server, &[("/dist", "/dist/"), ("/dist/in", "/dist/in/"), ("/dist/deep", "/dist/deep/")]);
    for path in ["/dist/", "/dist/b.txt", "/dist/deep/in/", "/deep/a.txt"] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

#[test]
fn recordings_can_be_had_in_ranges() {
    let long = "All work and no play. ".repeat(200);
    let files = [("a.mp3", "0123456789"), ("a.txt", &*long)];
    let server = Server::start(&folder("serve-ranges", &files), &[]);
    assert_eq!(server.get("/a.mp3").header("accept-ranges"), Some("bytes"));
    let part = |path, range| {
        let headers = format!("Range: bytes={range}\r\nAccept-Encoding: br\r\n");
        server.ask("GET", path, &headers)
    };
    #[rustfmt::skip]
    let ranges = [
        ("2-5", "2345", "bytes 2-5/10"), ("7-", "789", "bytes 7-9/10"), ("-2", "89", "bytes 8-9/10"),
        ("0-0", "0", "bytes 0-0/10"),
    ];
    for (range, text, place) in ranges {
        let answer = part("/a.mp3", range);
        assert_eq!(answer.status, 206, "{range}");
        assert_eq!(answer.text(), text, "{range}");
        assert_eq!(answer.header("content-range"), Some(place), "{range}");
        assert_eq!(answer.header("content-type"), Some("audio/mpeg"), "{range}");
    }
    let beyond = part("/a.mp3", "10-");
    assert_eq!(beyond.status, 416);
    assert_eq!(beyond.header("content-range"), Some("bytes */10"));
    let text = part("/a.txt", "0-99");
    assert_eq!((text.status, text.body.len()), (206, 100));
    assert_eq!(text.header("content-encoding"), None);
}

#[test]
fn readers_neither_wait_for_each_other_nor_connect_for_each_request() {
    let site = folder("serve-many", &[("a.txt", "a"), ("b.txt", "b")]);
    let server = Server::start(&site, &[]);
    let silent = connect(server.port);
    let mut kept = connect(server.port);
    for text in ["a", "b"] {
        let request = format!("GET /{text}.txt HTTP/1.1\r\nHost: localhost\r\n\r\n");
        kept.write_all(request.as_bytes()).expect("it is taken");
        let (mut answer, mut byte) = (Vec::new(), [0]);
        while !answer.ends_with(format!("\r\n\r\n{text}").as_bytes()) {
            kept.read_exact(&mut byte).expect("more of the answer");
            answer.extend(byte);
        }
        assert!(answer.starts_with(b"HTTP/1.1 200 "));
    }
    assert_eq!(server.get("/a.txt").text(), "a");
    drop(silent);
}

#[test]
fn a_taken_port_gives_way_to_the_next_free_one_of_50() {
    let site = folder("serve-ports", &[("a.txt", "a")]);
    let listen = |port: u16| TcpListener::bind(("127.0.0.1", port));
    // Beyond the ports that systems give to others.
    let (first, mut held) = (61_001..65_000)
        .step_by(50)
        .find_map(|first| {
            let held: Result<Vec<_>, _> = (first..first + 50).map(listen).collect();
            Some((first, held.ok()?))
        })
        .expect("50 free ports in a row");
    let wanted = first.to_string();
    let taken = |port: u16, last: u16| {
        let errors = told(&["serve", "--port", &port.to_string(), "."], "", 3);
        let expected =
            format!("article-card: 127.0.0.1, ports {port} to {last}: all of them are taken\n");
        assert_eq!(errors, expected);
    };
    taken(first, first + 49);
    held.pop();
    let server = Server::start(&site, &["--port", &wanted]);
    assert_eq!(server.port, first + 49);
    assert_eq!(server.get("/a.txt").text(), "a");
    drop(held.swap_remove(0));
    assert_eq!(Server::start(&site, &["--port", &wanted]).port, first);
    // Held here or by somebody else, the last of all is taken.
    let _last = listen(u16::MAX);
    taken(u16::MAX, u16::MAX);
}

#[cfg(unix)]
#[test]
fn it_is_done_when_it_is_told_to_stop() {
    let site = folder("serve-stop", &[("a.txt", "a")]);
    for signal in ["INT", "TERM"] {
        let mut server = Server::start(&site, &[]);
        let waiting = connect(server.port);
        let script = format!("kill -{signal} {}", server.child.id());
        let killed = Command::new("sh").args(["-c", &script]).status();
        assert!(killed.expect("a shell").success());
        let ended = server.child.wait().expect("it ends");
        assert_eq!(ended.code(), Some(0), "{signal}");
        assert_eq!(server.end(), "", "{signal}");
        drop(waiting);
    }
}

#[test]
fn it_serves_on_when_nobody_reads_what_it_prints() {
    let site = folder("serve-unread", &[("a.txt", "a")]);
    let free = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = free.local_addr().expect("an address").port();
    drop(free);
    let mut child = Command::new(COMMAND)
        .args(["serve", "--port", &port.to_string()])
        .arg(&site)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let patience = Instant::now() + Duration::from_mins(1);
    let refused = |tried: &Result<TcpStream, std::io::Error>| matches!(tried, Err(error) if error.kind() == ErrorKind::ConnectionRefused);
    let mut tried = TcpStream::connect(("127.0.0.1", port));
    while refused(&tried) && Instant::now() < patience {
        std::thread::yield_now();
        tried = TcpStream::connect(("127.0.0.1", port));
    }
    let ended = child.try_wait().expect("a child");
    let _ = child.kill();
    let _ = child.wait();
    assert!(tried.is_ok() && ended.is_none(), "{tried:?}, {ended:?}");
}
