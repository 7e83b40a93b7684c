//! The port that is listened on, its connections, and when to stop.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::io::{self, ErrorKind};
use std::net::IpAddr;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use super::answer::Site;
use crate::{Failure, complain};

/// Ports that are tried, one after the other.
const PORTS: u16 = 50;
/// How long nobody is let in after somebody could not be.
const PAUSE: Duration = Duration::from_millis(100);

/// Listens on the first free port from `port` on.
pub(crate) async fn bind(host: IpAddr, port: u16) -> Result<TcpListener, Failure> {
    let last = match port {
        0 => 0,
        _ => port.saturating_add(PORTS - 1),
    };
    for port in port..=last {
        match TcpListener::bind((host, port)).await {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(Failure::Io(format!("{host}, port {port}"), error)),
            Ok(listener) => return Ok(listener),
        }
    }
    let taken = io::Error::new(ErrorKind::AddrInUse, "all of them are taken");
    Err(Failure::Io(
        format!("{host}, ports {port} to {last}"),
        taken,
    ))
}

/// Answers whoever comes, for ever.
pub(crate) async fn accept(listener: TcpListener, site: Site) {
    let site = Arc::new(site);
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // Mostly too many open connections: some of them end.
                complain(&format!("a connection failed: {error}"));
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let site = Arc::clone(&site);
        let service = service_fn(move |request| {
            let site = Arc::clone(&site);
            async move { Ok::<_, Infallible>(site.answer(request).await) }
        });
        tokio::spawn(async move {
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            if let Err(error) = connection.await
                && error.is_parse()
            {
                complain(&format!("refused a request: {error}"));
            }
        });
    }
}

/// Ends when Ctrl+C is pressed, or the process is asked to terminate.
#[cfg(unix)]
pub(crate) fn stopped() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(poll_fn(move |context| {
        let interrupted = interrupt.poll_recv(context).is_ready();
        if terminate.poll_recv(context).is_ready() || interrupted {
            return Poll::Ready(());
        }
        Poll::Pending
    }))
}

/// Ends when Ctrl+C is pressed.
#[cfg(windows)]
pub(crate) fn stopped() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(poll_fn(move |context| {
        interrupt.poll_recv(context).map(|_| ())
    }))
}
