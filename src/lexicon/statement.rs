//! Statements: short sentences of topic and predicate.
//!
//! In: a short sentence, bare of marks. Out: whether it states something of a topic (`项目支撑有力`) rather than naming
//! an action (`推动出台条例`). The words are in `predicate.tsv`.

use super::rows;
use super::table::table;
use std::sync::OnceLock;

/// The words of the table by kind.
#[derive(Default)]
struct Words {
    /// Predicates a statement ends with.
    ends: Vec<&'static str>,
    /// Those that state even after a verb.
    states: Vec<&'static str>,
    /// Verbs and others that open a phrase without a topic.
    verbs: Vec<&'static str>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = Words::default();
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
    let ends = |set: &[&str]| set.iter().any(|w| sentence.ends_with(w));
    ends(&words.states) || ends(&words.ends) && !words.verbs.iter().any(|w| sentence.starts_with(w))
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
