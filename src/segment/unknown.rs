//! Words in no dictionary: where they end in characters that the dictionary left alone (`张/建/民` → `张建民`).
//!
//! In: the model in the dictionary asset, a run of characters. Out: the ends of its words, by the Viterbi algorithm over a
//! hidden Markov model: each character begins a word, stands inside one, ends one or is one.
//!
//! Model and way are jieba's. The asset holds the counts the model was made of, from which its logarithms come out as jieba
//! has them; compiled in, as jieba-rs has them, they are a fifth of a megabyte more.
//!
//! | bytes | what |
//! |---|---|
//! | 10 × 4 | logarithms, f32: a text begins with a beginning, with a word of one; the steps B→E B→M E→B E→S M→E M→M S→B S→S |
//! | 4 × 4 | logarithm of the share of a character seen once, f32: as beginning, end, middle, word of one |
//! | 1 every 2 | of all characters from U+4E00 on, which counts they have: the lower four bits, then the higher four |
//! | 4 every 32 | where the counts of the first of them begin, little-endian |
//! | … | the counts there are, LEB128: of each character as beginning, end, middle, word of one |

use super::dictionary::{read_leb128, write_leb128};

/// The characters the model speaks of.
const FIRST: char = '\u{4E00}';
const LAST: char = '\u{9FD5}';
const CHARACTERS: usize = LAST as usize - FIRST as usize + 1;
/// Counts are read where they stand, from the first of so many characters on: nothing is made of them before one is met.
const BLOCK: usize = 32;
/// What never was: less than any path, and so large that adding to it changes nothing, as in jieba.
const NEVER: f64 = -3.14e30;
/// The shares of a character that never was.
const NEVER_ANY: [f32; 4] = [NEVER as f32; 4];
/// Logarithms before the counts: two of beginnings, eight of steps, four of shares.
const LOGARITHMS: usize = 14;

/// The part of a character in its word, in the order of the model's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Begin,
    End,
    Middle,
    Single,
}

impl Part {
    /// The part of the character before: the first or the second that can stand there.
    fn before(self, second: bool) -> Self {
        match (self, second) {
            (Self::Begin | Self::Single, false) => Self::End,
            (Self::Begin | Self::Single, true) => Self::Single,
            (Self::End | Self::Middle, false) => Self::Begin,
            (Self::End | Self::Middle, true) => Self::Middle,
        }
    }
}

/// The model of unknown words.
#[derive(Clone, Debug)]
pub struct Model {
    begins: [f64; 2],
    steps: [f64; 8],
    /// Logarithm of the share of what was counted once.
    once: [f64; 4],
    /// Of each character from [`FIRST`] on, the logarithm of its share of beginnings, ends, middles, words of one; of those met.
    shares: Vec<[f32; 4]>,
}

/// The counts a model is made of: what the asset holds.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Logarithms: the text begins with the beginning of a word; with a word of one.
    pub begins: [f32; 2],
    /// Logarithms of the steps B→E B→M E→B E→S M→E M→M S→B S→S.
    pub steps: [f32; 8],
    /// Logarithm of the share of what was counted once, as beginning, end, middle, word of one.
    pub once: [f32; 4],
    /// Times each character was counted as one of these.
    pub counts: Vec<(char, [u32; 4])>,
}

impl Counts {
    /// The bytes a [`Model`] is read from.
    pub fn to_bytes(&self) -> Vec<u8> {
        let logarithms = self.begins.iter().chain(&self.steps).chain(&self.once);
        let mut out: Vec<u8> = logarithms.flat_map(|l| l.to_le_bytes()).collect();
        let mut rows = vec![[0; 4]; CHARACTERS.next_multiple_of(BLOCK)];
        for &(character, counts) in &self.counts {
            if let Some(row) = place(character).and_then(|at| rows.get_mut(at)) {
                *row = counts;
            }
        }
        let there = |row: &[u32; 4]| row.iter().zip(0..).map(|(&count, part)| u8::from(count > 0) << part).sum::<u8>();
        out.extend(rows.chunks(2).map(|two| two.iter().rev().fold(0, |byte, row| byte << 4 | there(row))));
        let mut counts = Vec::new();
        for block in rows.chunks(BLOCK) {
            out.extend((counts.len() as u32).to_le_bytes());
            for &count in block.iter().flatten().filter(|&&count| count > 0) {
                write_leb128(&mut counts, count);
            }
        }
        out.extend(counts);
        out
    }
}

/// What the asset holds of characters.
#[derive(Clone, Copy)]
struct Columns<'a> {
    there: &'a [u8],
    starts: &'a [[u8; 4]],
    counts: &'a [u8],
}

impl<'a> Columns<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let blocks = CHARACTERS.div_ceil(BLOCK);
        let (there, rest) = bytes.get(LOGARITHMS * 4..)?.split_at_checked(blocks * BLOCK / 2)?;
        let (starts, counts) = rest.split_at_checked(blocks * 4)?;
        Some(Self { there, starts: starts.as_chunks().0, counts })
    }

    /// The counts from the first character of a block on: how often each was counted as each part.
    fn since_block(&self, block: usize) -> impl Iterator<Item = [u32; 4]> + use<'a> {
        let start = self.starts.get(block).map_or(usize::MAX, |start| u32::from_le_bytes(*start) as usize);
        let mut rest = self.counts.get(start..).unwrap_or_default();
        let there = self.there.get(block * BLOCK / 2..).unwrap_or_default();
        there.iter().flat_map(|two| [two & 0xF, two >> 4]).map_while(move |there| {
            let mut counts = [0; 4];
            for (count, part) in counts.iter_mut().zip(0..) {
                if there >> part & 1 == 1 {
                    *count = read_leb128(&mut rest)?;
                }
            }
            Some(counts)
        })
    }

    /// Those of the character at a place.
    fn of_place(&self, at: usize) -> Option<[u32; 4]> {
        self.since_block(at / BLOCK).nth(at % BLOCK)
    }
}

/// Of counts, the logarithms of their shares.
fn logarithms(counts: [u32; 4], once: [f64; 4]) -> [f32; 4] {
    let mut shares = NEVER_ANY;
    for ((share, once), count) in shares.iter_mut().zip(once).zip(counts).filter(|(_, count)| *count > 0) {
        *share = (once + libm::log(f64::from(count))) as f32;
    }
    shares
}

/// Where a character stands in the table.
fn place(character: char) -> Option<usize> {
    (FIRST..=LAST).contains(&character).then(|| character as usize - FIRST as usize)
}

/// Whether the model speaks of a character.
pub(super) fn is_modelled(character: char) -> bool {
    place(character).is_some()
}

impl Model {
    /// Reads the model's section of an asset; none where it is empty or not whole.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let logarithms = bytes.get(..LOGARITHMS * 4)?;
        let mut logarithms = logarithms.as_chunks::<4>().0.iter().map(|b| f64::from(f32::from_le_bytes(*b)));
        let begins = [logarithms.next()?, logarithms.next()?];
        let mut steps = [0.0; 8];
        steps.iter_mut().zip(&mut logarithms).for_each(|(step, l)| *step = l);
        let mut once = [0.0; 4];
        once.iter_mut().zip(logarithms).for_each(|(once, l)| *once = l);
        let shares = vec![NEVER_ANY; CHARACTERS];
        Columns::of(bytes).map(|_| Self { begins, steps, once, shares })
    }

    /// Makes the logarithms of a character, without which it is as if it never was: all of them take longer than the first
    /// text. `bytes` are those of the model.
    pub(super) fn meet(&mut self, character: char, bytes: &[u8]) {
        let Some((at, shares)) = place(character).and_then(|at| Some((at, self.shares.get_mut(at)?))) else { return };
        let counts = Columns::of(bytes).and_then(|columns| columns.of_place(at));
        *shares = counts.map_or(NEVER_ANY, |counts| logarithms(counts, self.once));
    }

    /// The same of all characters.
    pub(super) fn meet_all(&mut self, bytes: &[u8]) {
        let counts = Columns::of(bytes).into_iter().flat_map(|columns| columns.since_block(0));
        for (shares, counts) in self.shares.iter_mut().zip(counts) {
            *shares = logarithms(counts, self.once);
        }
    }

    fn shares_of(&self, character: char) -> [f64; 4] {
        let row = place(character).and_then(|at| self.shares.get(at));
        row.map_or([NEVER; 4], |row| row.map(f64::from))
    }

    /// Calls `found` with each word of a run of characters the model speaks of. `choices` is a buffer to use again.
    pub(super) fn cut<'t>(&self, run: &'t str, choices: &mut Vec<[bool; 4]>, mut found: impl FnMut(&'t str)) {
        let mut part = self.likeliest(run, choices);
        // The path is known from its end: where words end on it is noted in place of the choices that led there.
        for choice in choices.iter_mut().rev() {
            let ends = matches!(part, Part::End | Part::Single);
            part = part.before(choice.get(part as usize).copied().unwrap_or_default());
            *choice = [ends; 4];
        }
        let mut from = 0;
        for ((at, character), &[ends, ..]) in run.char_indices().zip(choices.iter()) {
            let to = at + character.len_utf8();
            if ends || to == run.len() {
                found(run.get(from..to).unwrap_or_default());
                from = to;
            }
        }
    }

    /// Finds the likeliest parts of the characters. Out: the last one's part; in `choices`, of every character and each part it
    /// might have, whether the second of the parts that can stand before is the likelier.
    fn likeliest(&self, run: &str, choices: &mut Vec<[bool; 4]>) -> Part {
        let [be, bm, eb, es, me, mm, sb, ss] = self.steps;
        choices.clear();
        let mut scores = [0.0; 4];
        for character in run.chars() {
            let [begin, end, middle, single] = self.shares_of(character);
            if choices.is_empty() {
                let [first, alone] = self.begins;
                scores = [first + begin, NEVER + end, NEVER + middle, alone + single];
                choices.push([false; 4]);
                continue;
            }
            let [b, e, m, s] = scores;
            // Of equals the second: a run the model knows nothing of stays in single characters.
            let better = |one: f64, other: f64| if one > other { (one, false) } else { (other, true) };
            let next = [
                better(e + eb + begin, s + sb + begin),
                better(b + be + end, m + me + end),
                better(b + bm + middle, m + mm + middle),
                better(e + es + single, s + ss + single),
            ];
            scores = next.map(|(score, _)| score);
            choices.push(next.map(|(_, second)| second));
        }
        let [_, end, _, single] = scores;
        if end > single { Part::End } else { Part::Single }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 天 begins and 地 ends words; 人 stands alone.
    fn model() -> Model {
        let counts = vec![('天', [90, 1, 1, 8]), ('地', [1, 90, 1, 8]), ('人', [5, 5, 0, 90]), ('大', [3, 0, 60, 4])];
        let logarithm = |share: f32| share.ln();
        let asset = Counts {
            begins: [0.7, 0.3].map(logarithm),
            steps: [0.8, 0.2, 0.5, 0.5, 0.7, 0.3, 0.5, 0.5].map(logarithm),
            once: [1e-2; 4].map(logarithm),
            counts,
        };
        let bytes = asset.to_bytes();
        let mut model = Model::read(&bytes).unwrap();
        model.meet_all(&bytes);
        model
    }

    fn cut(run: &str) -> Vec<&str> {
        let mut words = Vec::new();
        model().cut(run, &mut vec![[true; 4]; 3], |word| words.push(word));
        words
    }

    #[test]
    fn words_end_where_it_is_likeliest() {
        for (run, words) in [
            ("天地", &["天地"][..]),
            ("人天地人", &["人", "天地", "人"]),
            ("天大地", &["天大地"]),
            ("人人", &["人", "人"]),
            ("人", &["人"]),
            ("", &[]),
        ] {
            assert_eq!(cut(run), words, "{run}");
        }
    }

    #[test]
    fn what_the_model_does_not_know_stays_in_single_characters() {
        assert_eq!(cut("龘龘龘"), ["龘", "龘", "龘"]);
    }

    #[test]
    fn counts_come_out_as_they_went_in() {
        let [begin, _, middle, _] = model().shares_of('大');
        assert!((begin - (0.01_f64.ln() + 3_f64.ln())).abs() < 1e-6 && (middle - begin - 20_f64.ln()).abs() < 1e-6);
        assert!(model().shares_of('大')[1] <= NEVER / 2.0, "never an end");
    }

    #[test]
    fn every_character_has_its_own_counts() {
        let of = |at: u32| {
            [at % 3, at % 200, at % 2 * 70_000, u32::from(!at.is_multiple_of(5))]
                .map(|n| if at % 7 > 4 { 0 } else { n })
        };
        let counts: Vec<(char, [u32; 4])> = (FIRST..=LAST).zip((0..).map(of)).collect();
        let bytes = Counts { counts: counts.clone(), ..Counts::default() }.to_bytes();
        let columns = Columns::of(&bytes).unwrap();
        for (at, (_, counts)) in counts.iter().copied().enumerate() {
            assert_eq!(columns.of_place(at), Some(counts), "{at}");
        }
        assert!(columns.since_block(0).take(CHARACTERS).eq(counts.iter().map(|(_, counts)| *counts)));
    }

    #[test]
    fn a_model_cut_off_is_none() {
        let bytes = Counts { counts: vec![('天', [1, 2, 3, 4])], ..Counts::default() }.to_bytes();
        assert!(Model::read(&bytes).is_some());
        let whole = LOGARITHMS * 4 + CHARACTERS.div_ceil(BLOCK) * (BLOCK / 2 + 4);
        assert!([0, 1, 55, 56, 57, whole - 1].iter().all(|&to| Model::read(&bytes[..to]).is_none()));
        assert!(Model::read(&[]).is_none());
    }
}
