//! `serve`: the built page over HTTP on this machine. In: a folder and a port. Out: its files with their types, cache
//! and cross-origin headers; nothing outside the folder.

mod connection;
mod response;

use crate::build;
use anyhow::{Context, Result, anyhow};
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Port on localhost; 0 takes a free one
    #[arg(long, default_value_t = 8610)]
    port: u16,
}

/// Builds, serves and waits; Ctrl-C ends it.
pub(crate) fn run(args: &Args) -> Result<()> {
    let folder = build::run_all()?;
    let serving = start(&folder, args.port)?;
    println!("\nGangmu is at {}  (Ctrl-C ends)", serving.url);
    let _ = serving.thread.join();
    Ok(())
}

/// A running server; ends with the process or with [`Serving::stop`].
pub(crate) struct Serving {
    pub(crate) url: String,
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Serving {
    /// Takes no more connections.
    pub(crate) fn stop(self) {
        self.stopped.store(true, Ordering::Release);
        // It waits for a connection: the last one tells it to look.
        if TcpStream::connect(self.address).is_ok() {
            let _ = self.thread.join();
        }
    }
}

/// Starts serving a folder.
pub(crate) fn start(folder: &Path, port: u16) -> Result<Serving> {
    let folder = folder.canonicalize().with_context(|| format!("cannot serve {}", folder.display()))?;
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            anyhow!("port {port} is in use; choose another: cargo xtask serve --port {}", port.saturating_add(1))
        } else {
            anyhow!("cannot listen on port {port}: {error}")
        }
    })?;
    let address = listener.local_addr().context("the port has no address")?;
    let stopped = Arc::new(AtomicBool::new(false));
    let thread = std::thread::spawn({
        let stopped = Arc::clone(&stopped);
        move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::Acquire) {
                    return;
                }
                let (Ok(stream), folder) = (stream, folder.clone()) else { continue };
                // A thread a connection: browsers open several at once and keep them, and none may wait for another.
                std::thread::spawn(move || connection::answer(stream, &folder));
            }
        }
    });
    Ok(Serving { url: format!("http://localhost:{}", address.port()), address, stopped, thread })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[test]
    fn a_page_is_served_and_a_port_in_use_is_said_so() {
        // Longer than what the server would send in pieces.
        let site = std::env::temp_dir().join(format!("gangmu-serve-{}", std::process::id()));
        crate::step::write(&site.join("main.js"), "fn main() {}".repeat(10_000).as_bytes()).unwrap();
        crate::step::write(&site.join("large.bin"), &vec![0; 12_000_000]).unwrap();
        let serving = start(&site, 0).unwrap();
        let port: u16 = serving.url.rsplit(':').next().unwrap().parse().unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(b"GET /main.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("fn main()"), "{answer}");
        assert!(answer.contains("Content-Length: ") && !answer.contains("chunked"), "{answer}");
        // Readers that never read keep nobody waiting.
        let ask = |path: &str, end: &str| {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            stream.set_read_timeout(Some(std::time::Duration::from_mins(1))).unwrap();
            stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{end}\r\n").as_bytes()).unwrap();
            stream
        };
        let silent: Vec<_> = (0..20).map(|_| ask("/large.bin", "")).collect();
        ask("/main.js", "Connection: close\r\n").read_to_string(&mut String::new()).unwrap();
        drop(silent);
        let error = start(&site, port).err().unwrap().to_string();
        assert_eq!(error, format!("port {port} is in use; choose another: cargo xtask serve --port {}", port + 1));
        serving.stop();
        std::fs::remove_dir_all(site).unwrap();
    }
}
