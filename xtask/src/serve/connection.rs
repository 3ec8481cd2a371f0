//! One connection of a browser. In: its stream, the folder served. Out: an answer to each request, until it goes away.

use super::response;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::str::FromStr;
use tiny_http::{HTTPVersion, Method};

/// Bytes a request's head may have.
const LONGEST: u64 = 64 * 1024;
/// Headers a request may have.
const MOST: usize = 100;

/// What of a request matters here.
struct Asked {
    method: Method,
    url: String,
    /// The tag of what the browser has.
    known: Option<String>,
    /// Whether it reads what is compressed.
    gzip: bool,
    /// Whether it ends the connection with this one.
    closes: bool,
}

/// Answers until the browser closes; one that went away needs no answer.
pub(super) fn answer(stream: TcpStream, folder: &Path) {
    let _ = answer_all(stream, folder);
}

fn answer_all(stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = BufWriter::new(stream);
    while let Some(asked) = next(&mut reader)? {
        let response = response::to(&asked.method, &asked.url, asked.known.as_deref(), asked.gzip, folder);
        response.raw_print(&mut writer, HTTPVersion(1, 1), &[], asked.method == Method::Head, None)?;
        writer.flush()?;
        // What else is asked may bring a body, which nobody reads.
        if asked.closes || !matches!(asked.method, Method::Get | Method::Head) {
            break;
        }
    }
    Ok(())
}

/// The next request; none when there is no more, or no sense in it.
fn next(reader: &mut impl BufRead) -> io::Result<Option<Asked>> {
    let mut head = Vec::new();
    let mut lines = reader.take(LONGEST);
    while !head.ends_with(b"\r\n\r\n") {
        if lines.read_until(b'\n', &mut head)? == 0 {
            return Ok(None);
        }
    }
    let mut headers = [httparse::EMPTY_HEADER; MOST];
    let mut request = httparse::Request::new(&mut headers);
    if request.parse(&head).is_err() {
        return Ok(None);
    }
    let value = |name: &str| {
        let header = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        header.and_then(|header| str::from_utf8(header.value).ok()).map(str::to_owned)
    };
    let (known, closes) =
        (value("If-None-Match"), value("Connection").is_some_and(|v| v.eq_ignore_ascii_case("close")));
    let gzip = value("Accept-Encoding").is_some_and(|v| v.contains("gzip"));
    let method = request.method.and_then(|method| Method::from_str(method).ok());
    Ok(method.zip(request.path).map(|(method, url)| Asked { method, url: url.to_owned(), known, gzip, closes }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_follow_each_other_until_there_is_no_sense_in_them() {
        let mut said = &b"GET /a HTTP/1.1\r\nif-none-match: \"1\"\r\n\r\nHEAD /b HTTP/1.1\r\nConnection: Close\r\n\r\nnonsense\r\n\r\n"[..];
        let first = next(&mut said).unwrap().unwrap();
        assert_eq!((first.url.as_str(), first.known.as_deref(), first.closes), ("/a", Some("\"1\""), false));
        let second = next(&mut said).unwrap().unwrap();
        assert!(second.method == Method::Head && second.url == "/b" && second.known.is_none() && second.closes);
        assert!(next(&mut said).unwrap().is_none());
        assert!(next(&mut &b""[..]).unwrap().is_none());
        assert!(next(&mut &b"GET / HTTP/1.1\r\n"[..]).unwrap().is_none());
    }
}
