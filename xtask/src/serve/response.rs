//! One answer. In: method, path, the tag the browser has, the folder served. Out: the file with its headers, 304 when
//! it is known, 404 when there is none, 405 for what does not read.

use crate::step::hex;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use tiny_http::{Header, Method, Response};

type Answer = Response<Cursor<Vec<u8>>>;

/// Answers a request for `url`.
pub(super) fn to(method: &Method, url: &str, known: Option<&str>, gzip: bool, folder: &Path) -> Answer {
    if !matches!(method, Method::Get | Method::Head) {
        return plain(405, "only GET and HEAD").with_header(header("Allow", "GET, HEAD"));
    }
    let Some((file, bytes)) = find(url, folder).and_then(|file| Some((file.clone(), fs::read(file).ok()?))) else {
        return plain(404, "not found");
    };
    let tag = format!("\"{}\"", hex(&Sha256::digest(&bytes)[..8]));
    let answer = if known == Some(tag.as_str()) {
        Response::from_data(Vec::new()).with_status_code(304)
    } else {
        // As hosts do; the wasm and the tables go as they are, so that their length tells how far loading is.
        let kind = kind(&file);
        let packed = if gzip && (kind.contains("utf-8") || kind.contains("svg")) { pack(&bytes) } else { None };
        let encoded = packed.is_some();
        let answer = Response::from_data(packed.unwrap_or(bytes)).with_header(header("Content-Type", kind));
        if encoded { answer.with_header(header("Content-Encoding", "gzip")) } else { answer }
    };
    // Files under assets/ carry a hash in their names: what has one never changes.
    let hashed = file.strip_prefix(folder).is_ok_and(|path| path.starts_with("assets"));
    let cache = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = [("Cache-Control", cache), ("ETag", &tag)];
    let answer = headers.into_iter().chain(SHARED).fold(answer, |a, (name, value)| a.with_header(header(name, value)));
    // With its length told, so that loading can show how far it is.
    answer.with_chunked_threshold(usize::MAX)
}

fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).ok()?;
    gzip.finish().ok()
}

/// The widget is loaded by pages of other origins.
const SHARED: [(&str, &str); 4] = [
    ("Vary", "Accept-Encoding"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

fn plain(status: u16, text: &str) -> Answer {
    let answer = Response::from_data(text.as_bytes()).with_status_code(status);
    let answer = answer.with_header(header("Content-Type", "text/plain; charset=utf-8"));
    SHARED.into_iter().fold(answer, |answer, (name, value)| answer.with_header(header(name, value)))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values are ASCII")
}

/// The file of a path, `index.html` for a folder; none outside `folder`, whatever the path or a link says.
fn find(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let mut file = folder.to_path_buf();
    for part in unescaped(path)?.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', '\0', ':']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

/// `%41` → `A`.
fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" | "webmanifest" => "application/json; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "gz" => "application/gzip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::write;

    /// A folder to serve, with a secret beside it; removed when dropped.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let above = std::env::temp_dir().join(format!("gangmu-{name}-{}", std::process::id()));
            for (path, text) in
                [("www/index.html", "页"), ("www/assets/a-1f.wasm", "\0asm"), ("www/.env", "x"), ("secret", "x")]
            {
                write(&above.join(path), text.as_bytes()).unwrap();
            }
            Self(above.canonicalize().unwrap())
        }

        fn get(&self, url: &str, known: Option<&str>) -> Answer {
            to(&Method::Get, url, known, false, &self.0.join("www"))
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn value(answer: &Answer, name: &'static str) -> String {
        let header = answer.headers().iter().find(|h| h.field.equiv(name));
        header.map(|h| h.value.to_string()).unwrap_or_default()
    }

    #[test]
    fn text_is_compressed_for_who_reads_it_the_wasm_is_not() {
        let site = Site::new("gzip");
        let encoding = |url, gzip| value(&to(&Method::Get, url, None, gzip, &site.0.join("www")), "Content-Encoding");
        assert_eq!([encoding("/", true), encoding("/", false)], ["gzip", ""]);
        assert_eq!(encoding("/assets/a-1f.wasm", true), "");
    }

    #[test]
    fn files_come_with_type_cache_and_origin() {
        let site = Site::new("files");
        let page = site.get("/?lang=zh", None);
        assert_eq!((page.status_code().0, value(&page, "Content-Type").as_str()), (200, "text/html; charset=utf-8"));
        assert_eq!(value(&page, "Cache-Control"), "no-cache");
        let wasm = site.get("/assets/a-1f.wasm", None);
        assert_eq!(value(&wasm, "Content-Type"), "application/wasm");
        assert!(value(&wasm, "Cache-Control").contains("immutable"));
        assert_eq!(value(&wasm, "Access-Control-Allow-Origin"), "*");
        let again = site.get("/assets/a-1f.wasm", Some(&value(&wasm, "ETag")));
        assert_eq!((again.status_code().0, again.data_length()), (304, Some(0)));
        assert_eq!(to(&Method::Post, "/", None, false, &site.0.join("www")).status_code().0, 405);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = Site::new("outside");
        let paths =
            ["/../secret", "/%2e%2e/secret", "/..%2fsecret", "/assets/../../secret", "/..\\secret", "//../secret"];
        for path in paths.into_iter().chain(["/.env", "/none", "/%zz", "/%", "/a\0b", "/assets"]) {
            assert_eq!(site.get(path, None).status_code().0, 404, "{path:?}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(site.0.join("secret"), site.0.join("www/link")).unwrap();
            assert_eq!(site.get("/link", None).status_code().0, 404);
        }
    }
}
