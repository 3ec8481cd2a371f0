//! How strong the boundary behind a unit is, and what a unit's first words say of the row it stands
//! in.
//!
//! `目标是：修路，架桥；办学，行医。` → clauses `，` under members `；` under the colon that leads in; sentences and
//! paragraphs above all. In: units. Out: [`Rank`].

use super::features::Context;
use crate::rhetoric::rst::edu::unit::{Level, Unit};
use crate::rhetoric::rst::model::hash::hash;

/// Ranks of boundaries: a higher one divides before a lower one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Between clauses.
    #[default]
    Clause,
    /// Between members of a sentence that semicolons part.
    Member,
    /// Behind the colon that leads such members in.
    LeadIn,
    /// Between sentences.
    Sentence,
    /// Between paragraphs.
    Paragraph,
}

/// How many units on a semicolon is looked for behind a colon.
const NEAR: usize = 16;

/// The rank of the boundary behind a unit.
pub fn behind(context: &Context, unit: usize) -> Rank {
    let Some(here) = context.unit(unit) else { return Rank::Clause };
    match (here.level, here.end) {
        (Level::Paragraph, _) => Rank::Paragraph,
        (Level::Sentence, _) => Rank::Sentence,
        (Level::Clause, '；' | ';') => Rank::Member,
        (Level::Clause, '：' | ':') if leads_in(context, unit) => Rank::LeadIn,
        (Level::Clause, _) => Rank::Clause,
    }
}

/// Whether members follow a colon in its sentence, none stand before it, and none of them has a
/// colon of its own.
fn leads_in(context: &Context, unit: usize) -> bool {
    let before = (0..unit).rev().filter_map(|u| context.unit(u)).take(NEAR);
    if before.take_while(|u| u.level == Level::Clause).any(is_member) {
        return false;
    }
    let mut members = false;
    for next in (unit + 1..).map_while(|u| context.unit(u)).take(NEAR) {
        if matches!(next.end, '：' | ':') {
            return false;
        }
        members |= is_member(next);
        if next.level > Level::Clause {
            break;
        }
    }
    members
}

fn is_member(unit: &Unit) -> bool {
    matches!(unit.end, '；' | ';')
}

/// Whether a sentence says what comes of all before it: `这样，我们才能…`, `只有这样，才能…`
pub fn sums(unit: &Unit) -> bool {
    const ONLY: [u64; 2] = [hash("只有".as_bytes()), hash("唯有".as_bytes())];
    const SO: [u64; 2] = [hash("这样".as_bytes()), hash("如此".as_bytes())];
    let [first, second] = unit.firsts;
    let of = second == hash("的".as_bytes());
    SO.contains(&first) && !of || ONLY.contains(&first) && SO.contains(&second)
}

/// Whether a clause tells of some of what was named: `其中粮食…`
pub fn is_among(unit: &Unit) -> bool {
    unit.firsts[0] == hash("其中".as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhetoric::rst::relation::marked::units;

    #[test]
    fn marks_rank_boundaries() {
        let cases: [(&str, &[Rank]); 5] = [
            ("修 路，|架 桥；|办 学。", &[Rank::Clause, Rank::Member]),
            ("目标 是：|修 路，|架 桥；|办 学。", &[Rank::LeadIn, Rank::Clause, Rank::Member]),
            ("修 路。|架 桥，|办 学。", &[Rank::Sentence, Rank::Clause]),
            // No members; members with colons of their own.
            ("目标 是：|修 路，|架 桥。", &[Rank::Clause, Rank::Clause]),
            ("修 路：|路 平；|架 桥：|桥 牢。", &[Rank::Clause, Rank::Member, Rank::Clause]),
        ];
        for (marked, want) in cases {
            let (_, units) = units(marked);
            let context = Context::new(&units);
            let found: Vec<Rank> = (0..units.len() - 1).map(|u| behind(&context, u)).collect();
            assert_eq!(found, want, "{marked}");
        }
    }

    #[test]
    fn some_openings_speak_of_all_before_or_of_some_of_it() {
        let cases = [
            ("这样，|事情 才 办得成。", true, false),
            ("只有 这样，|事情 才 办得成。", true, false),
            ("其中 路 三 条。", false, true),
            ("这 条 路 长。", false, false),
            ("这样 的 路 长。", false, false),
        ];
        for (marked, all, some) in cases {
            let (_, units) = units(marked);
            assert_eq!((sums(&units[0]), is_among(&units[0])), (all, some), "{marked}");
        }
    }
}
