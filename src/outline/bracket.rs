//! Quotation marks and brackets.
//!
//! In: characters in order. Out: whether the place reached is inside a quotation or bracket. A mark
//! left open is forgotten after [`REACH`] characters, so that a typing error does not hide the rest of
//! a glued text.

/// Characters after which an unclosed mark is given up.
const REACH: u32 = 200;

/// Running state of one paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Depth {
    quotes: u8,
    brackets: u8,
    since: u32,
}

impl Depth {
    /// Takes the next character.
    pub(crate) fn read(&mut self, c: char) {
        self.since = self.since.saturating_add(1);
        match c {
            '“' | '「' | '『' | '《' | '〈' => self.open(true),
            '（' | '(' | '〔' | '【' | '[' => self.open(false),
            // a mark of the wrong width closes what one of the right width has opened
            '”' | '」' | '』' | '》' | '〉' | '"' => self.quotes = self.quotes.saturating_sub(1),
            '）' | ')' | '〕' | '】' | ']' => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
        if self.since > REACH {
            *self = Self::default();
        }
    }

    /// Takes so many characters, when none is a mark.
    pub(crate) fn pass(&mut self, chars: usize) {
        self.since = self.since.saturating_add(chars as u32);
        if self.since > REACH {
            *self = Self::default();
        }
    }

    fn open(&mut self, quote: bool) {
        let slot = if quote { &mut self.quotes } else { &mut self.brackets };
        *slot = slot.saturating_add(1);
        self.since = 0;
    }

    /// Whether the next character stands inside.
    pub(crate) fn inside(self) -> bool {
        self.quotes > 0 || self.brackets > 0
    }
}

/// Whether a text breaks off within brackets.
pub(crate) fn is_left_open(text: &str) -> bool {
    let last = text.chars().rev().take(REACH as usize).find(|c| matches!(c, '（' | '(' | '）' | ')' | '。'));
    matches!(last, Some('（' | '('))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_is_left_open() {
        for (text, open) in
            [("提交材料（见附件", true), ("提交材料（见附件2）", false), ("（一）提交", false), ("提交", false)]
        {
            assert_eq!(is_left_open(text), open, "{text}");
        }
    }

    #[test]
    fn forgets_a_mark_never_closed() {
        let mut depth = Depth::default();
        depth.read('“');
        assert!(depth.inside());
        for _ in 0..=REACH {
            depth.read('字');
        }
        assert!(!depth.inside());
    }
}
