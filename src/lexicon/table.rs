//! Tables as they are shipped: without the lines that are for those who edit them.
//!
//! In: the text of a `.tsv` file. Out, when compiled: the same without its `#` lines, which would be downloaded by every reader.

/// The text of a table beside this file, without its comments.
macro_rules! table {
    ($file:literal) => {{
        const RAW: &[u8] = include_bytes!($file);
        const LENGTH: usize = $crate::lexicon::table::length(RAW);
        // Long tables take long to go through, once, when compiled.
        #[allow(long_running_const_eval)]
        static SHIPPED: [u8; LENGTH] = $crate::lexicon::table::shipped(RAW);
        const { $crate::lexicon::table::text(&SHIPPED) }
    }};
}
pub(super) use table;

/// Bytes of a table without its comments.
pub(super) const fn length(table: &[u8]) -> usize {
    let (mut rest, mut length, mut reader) = (table, 0, Reader::new());
    while let Some((&byte, behind)) = rest.split_first() {
        if reader.ships(byte) {
            length += 1;
        }
        rest = behind;
    }
    length
}

/// These bytes.
pub(super) const fn shipped<const LENGTH: usize>(table: &[u8]) -> [u8; LENGTH] {
    let mut all = [0; LENGTH];
    let mut room: &mut [u8] = &mut all;
    let (mut rest, mut reader) = (table, Reader::new());
    while let Some((&byte, behind)) = rest.split_first() {
        if reader.ships(byte) {
            let Some((next, free)) = room.split_first_mut() else { break };
            *next = byte;
            room = free;
        }
        rest = behind;
    }
    all
}

/// These bytes as text: lines left out leave text behind.
pub(super) const fn text(table: &'static [u8]) -> &'static str {
    match core::str::from_utf8(table) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Goes through a table byte by byte.
struct Reader {
    begins_line: bool,
    in_comment: bool,
}

impl Reader {
    const fn new() -> Self {
        Self { begins_line: true, in_comment: false }
    }

    /// Whether a byte is part of what is shipped.
    const fn ships(&mut self, byte: u8) -> bool {
        if self.begins_line {
            self.in_comment = byte == b'#';
        }
        self.begins_line = byte == b'\n';
        !self.in_comment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_behind() {
        const RAW: &[u8] = "# how\n甲\t#乙\n\n#\n丙\n# 丁".as_bytes();
        const LENGTH: usize = length(RAW);
        static SHIPPED: [u8; LENGTH] = shipped(RAW);
        assert_eq!(text(&SHIPPED), "甲\t#乙\n\n丙\n");
        assert!(!table!("boilerplate.tsv").contains("\n#") && table!("boilerplate.tsv").starts_with("is\t"));
    }
}
