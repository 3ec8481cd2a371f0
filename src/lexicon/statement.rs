//! Statements: short sentences of topic and predicate.
//!
//! In: a short sentence, bare of marks. Out: whether it states something of a topic (`项目支撑有力`) rather than naming
//! an action (`推动出台条例`). The words are in `predicate.tsv`.

use super::rows;
use super::table::table;
use std::sync::OnceLock;

/// The words of the table by kind.
#[derive(Default)]
struct Table {
    /// Predicates a statement ends with.
    ends: super::Words,
    /// Those that state even after a verb.
    states: super::Words,
    /// Verbs and others that open a phrase without a topic.
    verbs: super::Words,
}

fn words() -> &'static Table {
    static WORDS: OnceLock<Table> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = Table::default();
        for row in rows(table!("predicate.tsv")) {
            match row.as_slice() {
                ["end", word] => words.ends.push(word),
                ["state", word] => words.states.push(word),
                ["verb", word] => words.verbs.push(word),
                _ => {}
            }
        }
        words
    })
}

/// Whether a short sentence states something of a topic.
pub fn is_statement(sentence: &str) -> bool {
    let words = words();
    words.states.end(sentence) || words.ends.end(sentence) && !words.verbs.begin(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        for (sentence, is) in [
            ("项目支撑有力", true),
            ("消费活力持续释放", true),
            ("推进造林成效明显", true),
            ("推动出台服务企业条例", false),
            ("推进项目建设提速", false),
            ("我们的干部能干事", false),
        ] {
            assert_eq!(is_statement(sentence), is, "{sentence}");
        }
        assert!(rows(table!("predicate.tsv")).all(|row| row.len() == 2));
    }
}
