//! Words that open or turn a device.
//!
//! In: `devices.tsv`. Out: [`DeviceWords`], one list a role, longest words first.

use super::table::table;
use super::{CharSet, rows};
use std::sync::OnceLock;

/// The table, one list a role.
#[derive(Clone, Debug, Default)]
pub struct DeviceWords {
    /// 一句话
    pub restate: Vec<&'static str>,
    /// 归根结底
    pub climax: Vec<&'static str>,
    /// 虽然
    pub concede: Vec<&'static str>,
    /// 但是
    pub turn: Vec<&'static str>,
    /// 的同时
    pub grant: Vec<&'static str>,
    /// 看到
    pub weigh: Vec<&'static str>,
    /// 什么
    pub ask: Vec<&'static str>,
    /// 就是
    pub answer: Vec<&'static str>,
    /// 难道
    pub rhetoric: Vec<&'static str>,
    /// First characters of what restates or presses on.
    pub openers: CharSet,
}

impl DeviceWords {
    /// The table, read once.
    pub fn get() -> &'static Self {
        static TABLE: OnceLock<DeviceWords> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = Self::default();
            for row in rows(table!("devices.tsv")) {
                let &[word, role] = row.as_slice() else { continue };
                match role {
                    "restate" => table.restate.push(word),
                    "climax" => table.climax.push(word),
                    "concede" => table.concede.push(word),
                    "turn" => table.turn.push(word),
                    "grant" => table.grant.push(word),
                    "weigh" => table.weigh.push(word),
                    "ask" => table.ask.push(word),
                    "answer" => table.answer.push(word),
                    "rhetoric" => table.rhetoric.push(word),
                    _ => {}
                }
            }
            table.openers = table.restate.iter().chain(&table.climax).filter_map(|w| w.chars().next()).collect();
            for list in table.lists() {
                list.sort_by_cached_key(|w| (usize::MAX - w.len(), 0_usize));
            }
            table
        })
    }

    fn lists(&mut self) -> [&mut Vec<&'static str>; 9] {
        [
            &mut self.restate,
            &mut self.climax,
            &mut self.concede,
            &mut self.turn,
            &mut self.grant,
            &mut self.weigh,
            &mut self.ask,
            &mut self.answer,
            &mut self.rhetoric,
        ]
    }
}

/// The longest word of a list that `text` begins with; the list has its longest first.
pub(crate) fn opening(list: &[&'static str], text: &str) -> Option<&'static str> {
    // Most words differ in the first character already, three bytes of UTF-8.
    let first = |s: &str| s.as_bytes().first_chunk::<3>().copied();
    let opens = first(text)?;
    list.iter().find(|w| first(w) == Some(opens) && text.starts_with(**w)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_words_and_the_longest_come_first() {
        let mut table = DeviceWords::get().clone();
        let total: usize = table.lists().iter().map(|l| l.len()).sum();
        assert_eq!(total, rows(table!("devices.tsv")).count());
        for list in table.lists() {
            assert!(!list.is_empty() && list.windows(2).all(|w| w[0].len() >= w[1].len()));
        }
        assert_eq!(opening(&DeviceWords::get().turn, "但是，也要"), Some("但是"));
    }
}
