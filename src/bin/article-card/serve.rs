//! `article-card serve`: folders as a website, for those who write stories and pages. Not a production server.

mod answer;
mod folders;
mod listen;

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use hyper::header::HeaderValue;

use crate::{Failure, complain, located, print};
use answer::Site;
use folders::{Folders, Mount};

/// The strictest policy under which a card does all it can: what README asks for, with players, and for a page whose own
/// files are all its site's.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
img-src 'self' https:; media-src 'self' https:; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; \
base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

const EXAMPLES: &str = "Examples:
  article-card serve
  article-card serve www --mount /dist/=dist --port 3000
  article-card serve --csp strict --verbose www
  article-card serve --csp \"default-src 'self'\" --no-compression www

Standard output has one line, with the address, as soon as it answers. Failed requests are told on standard \
error. Names that begin with a dot, and links that lead out of a folder, count as missing.

It is for development, and no production server: it has no TLS, no limits and no cache. How to host for real \
is in docs/recipes/hosting.md. Unless --no-cors is given, any page open in a browser of this machine may read \
what is served.

--csp strict sends:
";

/// What to serve, and how.
#[derive(Debug, clap::Args)]
#[command(after_help = [EXAMPLES, STRICT].concat())]
pub(crate) struct Arguments {
    /// The folder at /
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Another folder, at a prefix: /dist/=dist. May be given several times; the longest prefix wins
    #[arg(long = "mount", value_name = "/PREFIX=DIR")]
    mounts: Vec<Mount>,
    /// The port; if it is taken, the next free one of 50. 0: any
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
    /// The address to listen on. By default nobody but this machine gets an answer
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Send this Content-Security-Policy with HTML; strict: the strictest under which cards work
    #[arg(long, value_name = "POLICY|strict", value_parser = policy)]
    csp: Option<HeaderValue>,
    /// Send everything as it is, whatever a browser accepts
    #[arg(long)]
    no_compression: bool,
    /// Do not let other origins read what is served
    #[arg(long)]
    no_cors: bool,
    /// Tell every request on standard error, not only those that failed
    #[arg(long)]
    verbose: bool,
}

/// Runs the command until it is told to stop.
pub(crate) fn run(arguments: Arguments) -> Result<(), Failure> {
    let site = Site {
        folders: Folders::open(&arguments.folder, &arguments.mounts)?,
        csp: arguments.csp,
        compression: !arguments.no_compression,
        cors: !arguments.no_cors,
        verbose: arguments.verbose,
    };
    if !arguments.host.is_loopback() {
        let host = arguments.host;
        complain(&format!(
            "other machines can reach {host}: this is no production server"
        ));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(failed("the server"))?;
    let ended = runtime.block_on(async {
        let listener = listen::bind(arguments.host, arguments.port).await?;
        // Who reads the address may stop us at once.
        let stopped = listen::stopped().map_err(failed("signals"))?;
        let address = listener.local_addr().map_err(failed("the server"))?;
        announce(&format!(
            "Serving {} at http://{address}/ (for development: not a production server; Ctrl+C stops it)",
            arguments.folder.display()
        ))?;
        tokio::spawn(listen::accept(listener, site));
        stopped.await;
        Ok(())
    });
    // What is still being read from a disk keeps nobody waiting.
    runtime.shutdown_background();
    ended
}

/// Prints the one line. Whoever has closed the pipe knows the address, or asked for it.
fn announce(line: &str) -> Result<(), Failure> {
    match print(&(located("", line) + "\n")) {
        Err(Failure::Io(_, error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

/// Says what failed.
fn failed(what: &str) -> impl FnOnce(io::Error) -> Failure {
    |error| Failure::Io(what.into(), error)
}

fn policy(text: &str) -> Result<HeaderValue, &'static str> {
    let text = if text == "strict" { STRICT } else { text };
    HeaderValue::from_str(text).map_err(|_| "expected a policy in one line")
}
