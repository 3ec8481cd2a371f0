//! From bytes to text. In: a file's bytes. Out: its text without byte order mark, by the same rules as the page:
//! a byte order mark decides; else UTF-8; else UTF-16 where its marks are found; else GB18030.

use anyhow::{Result, bail};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::cmp::Ordering;

/// Decodes a text file.
pub(crate) fn decode(bytes: &[u8]) -> Result<String> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let body = bytes.get(length..).unwrap_or_default();
        // UTF-16 may hold lone surrogates; they read as U+FFFD, as in the browser.
        return Ok(encoding.decode_without_bom_handling(body).0.into_owned());
    }
    let guesses = [Some(UTF_8), wide(bytes), Some(GB18030)];
    for encoding in guesses.into_iter().flatten() {
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
            return Ok(text.into_owned());
        }
    }
    bail!("this is no text in UTF-8, UTF-16 or GB18030")
}

/// UTF-16 without mark, by which byte order holds more line feeds and Chinese commas and stops; no such pair of bytes
/// occurs in GB18030.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let common = |unit: fn([u8; 2]) -> u16| {
        bytes.as_chunks().0.iter().filter(|&&pair| matches!(unit(pair), 0x000A | 0x3002 | 0xFF0C)).count()
    };
    let (little, big) = (common(u16::from_le_bytes), common(u16::from_be_bytes));
    match little.cmp(&big) {
        Ordering::Greater => Some(UTF_16LE),
        Ordering::Less => Some(UTF_16BE),
        Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、认清形势\n二、抓好落实𠀀\n";

    fn utf16(bytes_of: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        let mark = if mark { "\u{FEFF}" } else { "" };
        mark.encode_utf16().chain(TEXT.encode_utf16()).flat_map(bytes_of).collect()
    }

    #[test]
    fn each_encoding_gives_the_same_text() {
        let cases = [
            TEXT.as_bytes().to_vec(),
            format!("\u{FEFF}{TEXT}").into_bytes(),
            utf16(u16::to_le_bytes, true),
            utf16(u16::to_be_bytes, true),
            utf16(u16::to_le_bytes, false),
            utf16(u16::to_be_bytes, false),
            GB18030.encode(TEXT).0.into_owned(),
        ];
        for bytes in cases {
            assert_eq!(decode(&bytes).unwrap(), TEXT, "{bytes:02x?}");
        }
    }

    #[test]
    fn a_lone_surrogate_is_replaced_and_a_binary_file_refused() {
        assert_eq!(decode(&[0xFF, 0xFE, 0x00, 0xD8, 0x00, 0x4E]).unwrap(), "\u{FFFD}一");
        assert!(decode(&[0x7F, b'E', b'L', b'F', 0xFF, 0xFF, 0x00, 0x80, 0xFF]).is_err());
        assert_eq!(decode(b"").unwrap(), "");
        assert_eq!(decode(b"a\0b").unwrap(), "a\0b");
    }
}
