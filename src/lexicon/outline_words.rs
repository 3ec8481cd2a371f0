//! Words by which the outline is read.
//!
//! In: `outline_words.tsv`. Out: [`OutlineWords`], one list a kind, in the order of the table.

use super::table::table;
use super::{CharSet, Words, rows};
use std::sync::LazyLock;

/// The table, one list a kind.
#[derive(Debug, Default)]
pub struct OutlineWords {
    /// Measure words that may stand between a number and its noun.
    pub measures: Words,
    /// With which they begin.
    pub measure_firsts: CharSet,
    /// Nouns of points: 三点意见, 四个方面的工作.
    pub points: Words,
    /// With which they begin.
    pub point_firsts: CharSet,
    /// Nouns of what is there, not of points: `覆盖3个县`.
    pub things: Words,
    /// Verbs by which a speaker promises points: 我强调三点.
    pub says: Words,
    /// Verbs and prepositions a count of points hangs from: 处理好两个关系.
    pub does: Words,
    /// Openers of a paragraph that sums up or turns back to the whole.
    pub sums: Words,
    /// Openers of a paragraph that looks back on all that was said.
    pub wholes: Words,
    /// Heads of the part that closes a document, beside all others.
    pub closes: Words,
    /// Heads of what stands before the parts of a text.
    pub prefaces: Words,
    /// How the name of those addressed ends.
    pub persons: Words,
    /// Words of address called out in mid-speech.
    pub addresses: Words,
    /// Openers that join a paragraph to the one before: no refrain.
    pub general: Words,
    /// Verbs of reporting: 会议指出， is no frame of points.
    pub reports: Words,
    /// Openers of a remark on the time or the whole: 过去的一年很不平凡。 names nothing.
    pub remarks: Words,
    /// The same inside a paragraph.
    pub asides: Words,
    /// What is counted point by point: 第一个问题，.
    pub ordinal_nouns: Words,
    /// Words behind 要 that begin like a noun of it (要领) and are none: 一要领导带头.
    pub yao_verbs: Words,
    /// Nouns with which a heading glued to its text ends.
    pub matters: Words,
    /// Names of parts that are whole headings.
    pub parts: Words,
    /// Words with which the text behind such a heading begins.
    pub openers: Words,
}

static WORDS: LazyLock<OutlineWords> = LazyLock::new(|| {
    let mut words = OutlineWords::default();
    for row in rows(table!("outline_words.tsv")) {
        let [kind, word] = *row.as_slice() else { continue };
        if let Some(list) = words.list(kind) {
            list.push(word);
        }
    }
    words.measure_firsts = firsts(&words.measures);
    words.point_firsts = firsts(&words.points);
    words
});

fn firsts(words: &[&str]) -> CharSet {
    words.iter().filter_map(|word| word.chars().next()).collect()
}

impl OutlineWords {
    /// The table, read once.
    pub fn get() -> &'static Self {
        &WORDS
    }

    fn list(&mut self, kind: &str) -> Option<&mut Words> {
        Some(match kind {
            "measure" => &mut self.measures,
            "point" => &mut self.points,
            "thing" => &mut self.things,
            "say" => &mut self.says,
            "do" => &mut self.does,
            "sum" => &mut self.sums,
            "whole" => &mut self.wholes,
            "close" => &mut self.closes,
            "preface" => &mut self.prefaces,
            "person" => &mut self.persons,
            "address" => &mut self.addresses,
            "general" => &mut self.general,
            "report" => &mut self.reports,
            "remark" => &mut self.remarks,
            "aside" => &mut self.asides,
            "ordinal-noun" => &mut self.ordinal_nouns,
            "yao-verb" => &mut self.yao_verbs,
            "matter" => &mut self.matters,
            "part" => &mut self.parts,
            "opener" => &mut self.openers,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_its_list() {
        let words = OutlineWords::get();
        let mut table = OutlineWords::default();
        let rows: Vec<_> = rows(table!("outline_words.tsv")).collect();
        assert!(rows.iter().all(|row| row.len() == 2 && table.list(row[0]).is_some()));
        assert!(words.points.contains(&"意见") && words.openers.contains(&"当前") && words.closes.contains(&"结束语"));
    }
}
