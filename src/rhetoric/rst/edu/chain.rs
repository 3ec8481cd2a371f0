//! Units of two types as a chain over words: how surely one starts at each word.
//!
//! A unit that ends in 的 is a modifier (`[会议通过的] 决定`), any other is plain. Whoever opens a modifier
//! knows that it has to be closed behind a 的, and a plain unit is never closed there: the two
//! boundaries are settled together.
//!
//! In: for each word the scores of a plain unit and of a modifier that start there, and whether it
//! is a 的; the scores of steps. Out: how likely each step into a word is, summed over all chains
//! (forward and backward). Quotients, products and sums of 64-bit numbers alone, so the same on
//! every machine.

use crate::rhetoric::rst::model::soft::{exp, ln};

/// A number for each step from a word to the next. The unit goes on: inside a plain one, inside a
/// modifier, from the start of a plain one, of a modifier. Or another starts, plain or modifier:
/// from inside a plain one, from inside a modifier, from the start of a plain one, of a modifier.
pub type Steps = [f64; 12];

/// A number for each state: inside a plain unit, inside a modifier, at the start of a plain one, of
/// a modifier.
type States = [f64; 4];

/// Nothing sinks below this: in a text of any length every way stays open.
const FLOOR: f64 = 1e-200;

/// A word as the chain sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Link {
    /// How well a plain unit starts here.
    pub plain: f64,
    /// How well a modifier starts here.
    pub modifier: f64,
    /// Whether a unit that ends here is a modifier.
    pub is_de: bool,
}

/// Tells `at` for every link but the first, from the last back, how likely each step into it is.
/// The first link is a start. Returns how likely a modifier starts at the first, and the logarithm
/// of the sum over all chains.
pub fn sweep(links: &[Link], scores: &Steps, mut at: impl FnMut(usize, &Steps)) -> (f64, f64) {
    let [Some(first), Some(end)] = [links.first(), links.last()] else { return (0.0, 0.0) };
    let moves = scores.map(exp);
    let (mut states, mut sum) = ([0.0, 0.0, exp(first.plain), exp(first.modifier)], 0.0);
    sum += level(&mut states);
    let mut forward = Vec::with_capacity(links.len());
    for [before, link] in links.windows(2).filter_map(|pair| pair.first_chunk::<2>()) {
        forward.push(states);
        states = into(&times(&from(&states), &ways(&moves, *before, *link)));
        sum += level(&mut states);
    }
    let mut next: States = if end.is_de { [0.0, 1.0, 0.0, 1.0] } else { [1.0, 0.0, 1.0, 0.0] };
    sum += ln(states.iter().zip(&next).map(|(a, b)| a * b).sum::<f64>().max(FLOOR));
    for (i, states) in forward.iter().enumerate().rev() {
        let (Some(before), Some(link)) = (links.get(i), links.get(i + 1)) else { continue };
        let ways = times(&ways(&moves, *before, *link), &to(&next));
        let mut likely = times(&from(states), &ways);
        shares(&mut likely);
        at(i + 1, &likely);
        next = out_of(&ways);
        level(&mut next);
    }
    let [plain, modifier] = [exp(first.plain) * next[2], exp(first.modifier) * next[3]];
    (modifier / (plain + modifier).max(FLOOR), sum)
}

/// How likely a unit starts, given how likely each step is.
pub fn start(steps: &Steps) -> f64 {
    let [_, _, plain, modifier] = into(steps);
    plain + modifier
}

/// The same, plain units and modifiers apart.
pub fn starts(steps: &Steps) -> [f64; 2] {
    let [_, _, plain, modifier] = into(steps);
    [plain, modifier]
}

/// The steps that may be taken, each with its weight.
fn ways(moves: &Steps, before: Link, link: Link) -> Steps {
    let (p, m) = (exp(link.plain), exp(link.modifier));
    // Behind a 的 a modifier closes, elsewhere a plain unit.
    let [a, b] = if before.is_de { [0.0, 1.0] } else { [1.0, 0.0] };
    times(moves, &[1.0, 1.0, 1.0, 1.0, a * p, a * m, b * p, b * m, a * p, a * m, b * p, b * m])
}

fn from([a, b, c, d]: &States) -> Steps {
    [*a, *b, *c, *d, *a, *a, *b, *b, *c, *c, *d, *d]
}

fn to([a, b, c, d]: &States) -> Steps {
    [*a, *b, *a, *b, *c, *d, *c, *d, *c, *d, *c, *d]
}

// Twelve steps, twelve letters.
#[allow(clippy::many_single_char_names)]
fn into([a, b, c, d, e, f, g, h, i, j, k, l]: &Steps) -> States {
    [a + c, b + d, e + g + i + k, f + h + j + l]
}

#[allow(clippy::many_single_char_names)]
fn out_of([a, b, c, d, e, f, g, h, i, j, k, l]: &Steps) -> States {
    [a + e + f, b + g + h, c + i + j, d + k + l]
}

fn times(a: &Steps, b: &Steps) -> Steps {
    let mut out = *a;
    out.iter_mut().zip(b).for_each(|(o, b)| *o *= b);
    out
}

/// Makes numbers shares of their sum; returns the sum.
fn shares(numbers: &mut [f64]) -> f64 {
    let sum = numbers.iter().sum::<f64>().max(FLOOR);
    for number in numbers {
        *number /= sum;
    }
    sum
}

/// The same with a floor; returns the logarithm of the sum.
fn level(states: &mut States) -> f64 {
    let sum = shares(states);
    for state in states {
        *state = state.max(FLOOR);
    }
    ln(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every chain over `links` (a state for each) with its score.
    fn all(links: &[Link], scores: &Steps) -> Vec<(Vec<usize>, f64)> {
        let mut out = Vec::new();
        for n in 0..4_usize.pow(links.len() as u32) {
            let states: Vec<usize> = (0..links.len()).map(|i| n / 4_usize.pow(i as u32) % 4).collect();
            let emit = |i: usize| [0.0, 0.0, links[i].plain, links[i].modifier][states[i]];
            let mut score = emit(0);
            let mut fits = states[0] >= 2 && states[states.len() - 1] % 2 == usize::from(links[links.len() - 1].is_de);
            for i in 1..links.len() {
                let (was, is) = (states[i - 1], states[i]);
                let (kind, goes_on) = (was % 2, is < 2);
                fits &= if goes_on { is == kind } else { kind == usize::from(links[i - 1].is_de) };
                score += emit(i) + if goes_on { scores[was] } else { scores[4 + was * 2 + is - 2] };
            }
            if fits {
                out.push((states, score));
            }
        }
        out
    }

    #[test]
    fn as_likely_as_when_all_chains_are_listed() {
        let scores: Steps = std::array::from_fn(|i| i as f64 * 0.3 - 1.5);
        let link = |plain: f64, modifier: f64, is_de: bool| Link { plain, modifier, is_de };
        for end in [false, true] {
            let links = [
                link(0.2, -1.0, false),
                link(-0.5, 2.0, true),
                link(1.0, 0.1, false),
                link(0.0, -2.0, true),
                link(0.7, 0.3, end),
            ];
            let all = all(&links, &scores);
            let sum: f64 = all.iter().map(|c| c.1.exp()).sum();
            let share = |holds: &dyn Fn(&[usize]) -> bool| {
                all.iter().filter(|c| holds(&c.0)).map(|c| c.1.exp()).sum::<f64>() / sum
            };
            let (modifier, total) = sweep(&links, &scores, |i, steps| {
                assert!((start(steps) - share(&|s| s[i] >= 2)).abs() < 1e-9, "{i}");
                assert!((steps[0] - share(&|s| s[i - 1] == 0 && s[i] == 0)).abs() < 1e-9, "{i}");
                assert!((steps[7] - share(&|s| s[i - 1] == 1 && s[i] == 3)).abs() < 1e-9, "{i}");
            });
            assert!((modifier - share(&|s| s[0] == 3)).abs() < 1e-9);
            assert!((total - sum.ln()).abs() < 1e-9);
        }
    }

    #[test]
    fn a_long_text_that_never_closes_what_it_opens_stays_a_number() {
        let links = vec![Link { plain: -30.0, modifier: 30.0, is_de: false }; 50_000];
        let mut scores = [0.0; 12];
        scores[0] = -9.0;
        let (_, total) = sweep(&links, &scores, |_, steps| assert!((0.0..=1.0 + 1e-9).contains(&start(steps))));
        assert!(total.is_finite());
        assert_eq!(sweep(&[], &scores, |_, _| ()), (0.0, 0.0));
    }
}
