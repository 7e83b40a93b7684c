//! Runs `article-card serve` on 127.0.0.1 and asks it, byte by byte as it is written.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use super::command::COMMAND;

/// A server that ends with its test.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) child: Child,
    /// What it printed, without the end of the line.
    pub(crate) line: String,
    pub(crate) port: u16,
    rest: BufReader<ChildStdout>,
}

impl Server {
    /// Serves `folder` at any port, unless `options` say otherwise, and waits until it listens.
    pub(crate) fn start(folder: &Path, options: &[&str]) -> Self {
        // An option that stands there twice is an error.
        let any: &[_] = if options.contains(&"--port") {
            &[]
        } else {
            &["--port", "0"]
        };
        let mut child = Command::new(COMMAND)
            .arg("serve")
            .args(any)
            .args(options)
            .arg(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut rest = BufReader::new(child.stdout.take().expect("standard output"));
        let mut line = String::new();
        rest.read_line(&mut line).expect("a line");
        let port = line.split(&[':', '/']).find_map(|part| part.parse().ok());
        let port = port.unwrap_or_else(|| panic!("no port in {line:?}"));
        let line = line.trim_end_matches('\n').to_owned();
        Self {
            child,
            line,
            port,
            rest,
        }
    }

    /// Sends `request` as it is, and reads until the server hangs up.
    pub(crate) fn send(&self, request: &[u8]) -> Answer {
        let mut stream = connect(self.port);
        stream.write_all(request).expect("the request is taken");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        Answer::read(&bytes)
    }

    /// Asks with `method` for `path`; `headers` end with line breaks.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let head = "HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        self.send(format!("{method} {path} {head}{headers}\r\n").as_bytes())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// Ends it; what it told on standard error. On standard output there was one line.
    pub(crate) fn end(mut self) -> String {
        let _ = self.child.kill();
        let (mut more, mut told) = (String::new(), String::new());
        self.rest.read_to_string(&mut more).expect("UTF-8");
        assert_eq!(more, "", "one line is printed");
        let mut errors = self.child.stderr.take().expect("standard error");
        errors.read_to_string(&mut told).expect("UTF-8");
        told
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A connection that does not wait for ever.
pub(crate) fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("somebody listens");
    let patience = Some(Duration::from_mins(1));
    stream.set_read_timeout(patience).expect("a timeout");
    stream
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    /// As it was sent: in chunks, if it was.
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no end of the head in {bytes:?}"));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Self {
            status: status.unwrap_or_else(|| panic!("no status in {head}")),
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    /// The value of a header, which may not be there twice.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut values = lines.filter(|(key, _)| key.eq_ignore_ascii_case(name));
        let value = values.next().map(|(_, value)| value);
        assert_eq!(values.next(), None, "{name} twice");
        value
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A folder of its own for one test, with these files in it.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a writable folder");
    for (file, content) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        fs::write(path, content).expect("a writable folder");
    }
    folder
}
