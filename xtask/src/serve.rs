//! `serve`: the built page over HTTP on this machine. In: a folder and a port. Out: its files with their types, cache
//! and cross-origin headers; nothing outside the folder.

mod response;

use crate::build;
use anyhow::{Context, Result, anyhow};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use tiny_http::{Request, Server};

/// A browser opens about six connections at once.
const THREADS: usize = 8;

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
    for thread in serving.threads {
        let _ = thread.join();
    }
    Ok(())
}

/// A running server; ends with the process or with [`Serving::stop`].
pub(crate) struct Serving {
    pub(crate) url: String,
    server: Arc<Server>,
    threads: Vec<JoinHandle<()>>,
}

impl Serving {
    /// Answers no more.
    pub(crate) fn stop(self) {
        for _ in &self.threads {
            self.server.unblock();
        }
        for thread in self.threads {
            let _ = thread.join();
        }
    }
}

/// Starts serving a folder.
pub(crate) fn start(folder: &Path, port: u16) -> Result<Serving> {
    let folder = folder.canonicalize().with_context(|| format!("cannot serve {}", folder.display()))?;
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        let in_use = error.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::AddrInUse);
        if in_use {
            anyhow!("port {port} is in use; choose another: cargo xtask serve --port {}", port.saturating_add(1))
        } else {
            anyhow!("cannot listen on port {port}: {error}")
        }
    })?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    let server = Arc::new(server);
    let worker = || {
        let (server, folder) = (Arc::clone(&server), folder.clone());
        std::thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer(request, &folder);
            }
        })
    };
    let threads = (0..THREADS).map(|_| worker()).collect();
    Ok(Serving { url: format!("http://localhost:{port}"), server, threads })
}

fn answer(request: Request, folder: &Path) {
    let known = request.headers().iter().find(|h| h.field.equiv("If-None-Match")).map(|h| h.value.as_str());
    let response = response::to(request.method(), request.url(), known, folder);
    // The browser may have gone away: nothing to be done about that.
    let _ = request.respond(response);
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
        let serving = start(&site, 0).unwrap();
        let port: u16 = serving.url.rsplit(':').next().unwrap().parse().unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(b"GET /main.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("fn main()"), "{answer}");
        assert!(answer.contains("Content-Length: ") && !answer.contains("chunked"), "{answer}");
        let error = start(&site, port).err().unwrap().to_string();
        assert_eq!(error, format!("port {port} is in use; choose another: cargo xtask serve --port {}", port + 1));
        serving.stop();
        std::fs::remove_dir_all(site).unwrap();
    }
}
