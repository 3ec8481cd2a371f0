//! Signs: characters without which a detector finds nothing in a line, so that it need not read it.
//!
//! In: the folded characters of a line, one by one. Out: [`Signs`].

/// Which of the characters asked for a line holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u16);

impl Signs {
    /// 。
    pub(super) const STOP: Self = Self(1);
    /// A comma.
    pub(super) const COMMA: Self = Self(1 << 1);
    /// 、 or a semicolon.
    const PART: Self = Self(1 << 2);
    /// A mark that parts clauses or their members.
    pub(super) const CLAUSES: Self = Self(Self::STOP.0 | Self::COMMA.0 | Self::PART.0);
    /// A colon.
    pub(super) const COLON: Self = Self(1 << 3);
    /// Dots that may lead to a page.
    pub(super) const DOTS: Self = Self(1 << 4);
    /// Of 谢谢, 批评指正 and wishes.
    pub(super) const THANKS: Self = Self(1 << 5);
    /// Of 专家 and 小编.
    pub(super) const HOST: Self = Self(1 << 6);
    /// Of 记者 and 摄.
    pub(super) const PHOTO: Self = Self(1 << 7);
    /// Of what a site tells, counts and offers: 来源, 浏览, 点击, 字号, 打印, 分享, 下载.
    pub(super) const OFFER: Self = Self(1 << 8);
    /// The first two characters of words that mark boilerplate.
    pub(super) const WORDS: Self = Self(1 << 9);

    /// Those of these characters that are ideographs.
    pub(super) const IDEOGRAPHS: &str = "谢批祝专编记摄源览击号印享载";

    /// Takes a character; whether such words may begin with it and the one before.
    #[inline]
    pub(super) fn add(&mut self, c: char, begun: bool) {
        if begun {
            self.0 |= Self::WORDS.0;
        }
        self.0 |= match c {
            '。' => Self::STOP,
            ',' => Self::COMMA,
            '、' | ';' => Self::PART,
            ':' => Self::COLON,
            '.' | '…' | '·' => Self::DOTS,
            '谢' | '批' | '祝' => Self::THANKS,
            '专' | '编' => Self::HOST,
            '记' | '摄' => Self::PHOTO,
            '源' | '览' | '击' | '号' | '印' | '享' | '载' => Self::OFFER,
            _ => return,
        }
        .0;
    }

    /// Whether it has any of some others.
    pub(super) fn have(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_ideograph_is_left_out() {
        for c in '\u{4E00}'..='\u{9FFF}' {
            let mut signs = Signs::default();
            signs.add(c, false);
            assert_eq!(signs != Signs::default(), Signs::IDEOGRAPHS.contains(c), "{c}");
        }
    }
}
