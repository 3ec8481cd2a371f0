//! The table of connectives: which words tell of a relation, and how surely.
//!
//! In: `connectives.tsv`. Out: [`Function`] of a single word; all rows for `rhetoric::cue`.

use super::rows;
use super::table::table;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Where in its unit a connective stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Opens its unit: 如果.
    Head,
    /// Closes its unit: …时.
    Tail,
    /// Two halves, each opening a unit: 虽然…但是.
    Pair,
    /// Closes a unit that tells who says what follows: …指出.
    Speech,
    /// Tells the learned model something, nothing by itself.
    Word,
}

/// Which of the two units is the satellite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Satellite {
    /// The one that holds the connective (of a pair, its first half).
    Holder,
    /// The other one.
    Other,
    /// None: both are nuclei.
    Neither,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connective {
    /// As written; of a pair the first half.
    pub word: &'static str,
    /// Second half of a pair.
    pub second: Option<&'static str>,
    /// Where it stands.
    pub place: Place,
    /// GCDT's name of the relation; `-` for none.
    pub relation: &'static str,
    /// Which unit is the satellite.
    pub satellite: Satellite,
    /// Whether the other unit may come before.
    pub before: bool,
    /// Whether the other unit may come after.
    pub after: bool,
    /// Whether it is a cue by itself.
    pub sure: bool,
}

/// What the learned parts are told about a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Function {
    /// GCDT's name of the relation; `-` for none.
    pub relation: &'static str,
    /// Where it stands.
    pub place: Place,
    /// Whether it introduces what somebody says or thinks.
    pub speech: bool,
}

static TABLE: LazyLock<Vec<Connective>> =
    LazyLock::new(|| rows(table!("connectives.tsv")).filter_map(|fields| row(&fields)).collect());

static FUNCTIONS: LazyLock<HashMap<&'static str, Function>> = LazyLock::new(|| {
    let mut map = HashMap::new();
    for c in TABLE.iter().filter(|c| c.place != Place::Pair) {
        let function = Function { relation: c.relation, place: c.place, speech: c.place == Place::Speech };
        map.entry(c.word).or_insert(function);
    }
    map
});

/// All rows.
pub fn table() -> &'static [Connective] {
    &TABLE
}

/// What a word does, if the table has it.
pub fn function(word: &str) -> Option<Function> {
    FUNCTIONS.get(word).copied()
}

fn row(fields: &[&'static str]) -> Option<Connective> {
    let [word, place, relation, satellite, partner, certainty, ..] = *fields else { return None };
    let (word, second) = word.split_once('…').map_or((word, None), |(first, second)| (first, Some(second)));
    let place = match place {
        "head" => Place::Head,
        "tail" => Place::Tail,
        "pair" => Place::Pair,
        "speech" => Place::Speech,
        "word" => Place::Word,
        _ => return None,
    };
    let satellite = match satellite {
        "self" | "first" => Satellite::Holder,
        "other" | "second" => Satellite::Other,
        _ => Satellite::Neither,
    };
    let before = matches!(partner, "prev" | "any");
    let after = matches!(partner, "next" | "any");
    Some(Connective { word, second, place, relation, satellite, before, after, sure: certainty == "sure" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_none_stands_twice() {
        let table_text = table!("connectives.tsv");
        assert_eq!(table().len(), rows(table_text).count());
        let mut keys: Vec<_> = table().iter().map(|c| (c.word, c.second, c.place)).collect();
        let all = keys.len();
        keys.sort_by_key(|k| format!("{k:?}"));
        keys.dedup();
        assert_eq!(keys.len(), all);
    }

    #[test]
    fn sure_rows_name_a_relation_and_a_side() {
        for c in table().iter().filter(|c| c.sure) {
            assert!(c.relation.contains('-'), "{c:?}");
            assert!(c.second.is_some() || c.before || c.after, "{c:?}");
        }
        assert!(function("指出").is_some_and(|f| f.speech));
        assert!(function("大家").is_none());
    }
}
