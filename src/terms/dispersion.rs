//! How evenly a word is spread over the parts of a text.
//!
//! In: for each word, its count in each part, part after part. Out: [`Dispersion`].
//!
//! Gries's DP ("Dispersions and adjusted frequencies in corpora", International Journal of Corpus Linguistics 13:4, 2008) is
//! half the sum over the parts of |vᵢ − sᵢ|, where sᵢ is the part's share of all running words and vᵢ its share of
//! the word's occurrences. As both shares sum to one, the excesses vᵢ > sᵢ alone make up that half, so only parts
//! where the word occurs are looked at. Its greatest possible value is 1 − min sᵢ; `DPnorm` divides by it (Lijffijt & Gries,
//! "Correction to …", same journal 17:1, 2012).

/// Range and dispersion of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dispersion {
    /// Parts it occurs in.
    pub range: u32,
    /// DP: 0 spread as the text itself, towards 1 all in one small part.
    pub dp: f64,
    /// DP divided by its greatest possible value.
    pub dp_norm: f64,
}

/// Measures words over parts; parts are entered one after the other.
#[derive(Debug)]
pub struct Meter {
    /// Occurrences of each word in the whole text.
    totals: Vec<u32>,
    spread: Vec<Dispersion>,
    /// Occurrences in the part now open.
    here: Vec<u32>,
    /// Words with occurrences in the part now open.
    touched: Vec<u32>,
    smallest: f64,
}

impl Meter {
    /// For words with these totals.
    pub fn new(totals: Vec<u32>) -> Self {
        let n = totals.len();
        Self {
            totals,
            spread: vec![Dispersion::default(); n],
            here: vec![0; n],
            touched: Vec::new(),
            smallest: f64::INFINITY,
        }
    }

    /// Enters one part: its words in any order, and its share of all running words. Parts without words are no parts.
    pub fn part(&mut self, words: impl Iterator<Item = u32>, share: f64) {
        if share <= 0.0 {
            return;
        }
        self.smallest = self.smallest.min(share);
        for word in words {
            if let Some(n) = self.here.get_mut(word as usize) {
                if *n == 0 {
                    self.touched.push(word);
                }
                *n += 1;
            }
        }
        for word in self.touched.drain(..) {
            let i = word as usize;
            let (Some(spread), Some(here)) = (self.spread.get_mut(i), self.here.get_mut(i)) else { continue };
            let total = self.totals.get(i).copied().unwrap_or(0).max(1);
            spread.range += 1;
            spread.dp += (f64::from(*here) / f64::from(total) - share).max(0.0);
            *here = 0;
        }
    }

    /// The figures, word by word.
    pub fn finish(mut self) -> Vec<Dispersion> {
        let most = 1.0 - self.smallest;
        for spread in &mut self.spread {
            spread.dp_norm = if most > 0.0 { (spread.dp / most).min(1.0) } else { 0.0 };
        }
        self.spread
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, written out.
    fn by_definition(counts: &[u32], sizes: &[u32]) -> f64 {
        let (n, all) = (f64::from(counts.iter().sum::<u32>()), f64::from(sizes.iter().sum::<u32>()));
        let pairs = counts.iter().zip(sizes);
        pairs.map(|(&v, &s)| (f64::from(v) / n - f64::from(s) / all).abs()).sum::<f64>() / 2.0
    }

    fn measured(counts: &[u32], sizes: &[u32]) -> Dispersion {
        let all = f64::from(sizes.iter().sum::<u32>());
        let mut meter = Meter::new(vec![counts.iter().sum()]);
        for (&count, &size) in counts.iter().zip(sizes) {
            meter.part((0..count).map(|_| 0), f64::from(size) / all);
        }
        meter.finish()[0]
    }

    #[test]
    fn dp_of_worked_examples() {
        // Gries 2008: a word with 1, 2, 3, 4, 5 occurrences in five parts of 9, 10, 10, 10 and 11 hundred words: |v−s|
        // = .113, .067, 0, .067, .113; half the sum is 0.18.
        let gries = measured(&[1, 2, 3, 4, 5], &[900, 1000, 1000, 1000, 1100]);
        assert!((gries.dp - 0.18).abs() < 1e-9, "{gries:?}");
        assert_eq!(gries.range, 5);
        // All in the smallest of four parts: DP = 1 − s, DPnorm = 1.
        let clumped = measured(&[7, 0, 0, 0], &[100, 200, 300, 400]);
        assert!((clumped.dp - 0.9).abs() < 1e-9 && (clumped.dp_norm - 1.0).abs() < 1e-9);
        assert_eq!(clumped.range, 1);
        // As the text itself.
        assert!(measured(&[1, 2, 3], &[10, 20, 30]).dp.abs() < 1e-9);
    }

    #[test]
    fn the_shortcut_equals_the_definition() {
        for counts in [[3, 0, 0, 9, 1], [1, 1, 1, 1, 1], [0, 0, 40, 0, 2]] {
            let sizes = [120, 80, 310, 55, 99];
            assert!((measured(&counts, &sizes).dp - by_definition(&counts, &sizes)).abs() < 1e-12);
        }
    }
}
