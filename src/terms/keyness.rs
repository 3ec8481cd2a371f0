//! How much more a word is used here than elsewhere.
//!
//! In: the counts of a word here and in a reference, and the sizes of both. Out: [`Keyness`], TF-IDF.

/// Keyness of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Keyness {
    /// Log-likelihood G², negative when the word is rarer here.
    pub g2: f64,
    /// Its p-value.
    pub p: f64,
    /// Log ratio.
    pub log_ratio: f64,
}

/// Compares `a` occurrences among `c` words here with `b` among `d` in the reference.
///
/// G² = 2 (a ln(a/E₁) + b ln(b/E₂)), E₁ = c (a+b)/(c+d), E₂ = d (a+b)/(c+d): Dunning's log-likelihood ratio ("Accurate methods for the
/// statistics of surprise and coincidence", Computational Linguistics 19:1, 1993) in the form of Rayson & Garside ("Comparing corpora
/// using frequency profiling", 2000). p is the upper tail of χ² with one degree of freedom, erfc(√(G²/2)). The log ratio is
/// log₂((a/c) / (b/d)) (Hardie, "Log Ratio: an informal introduction", 2014), with half an occurrence where there is none.
pub fn keyness(a: u64, c: u64, b: u64, d: u64) -> Keyness {
    if c == 0 || d == 0 || a + b == 0 {
        return Keyness { p: 1.0, ..Keyness::default() };
    }
    let [a, b, c, d] = [a, b, c, d].map(|n| n as f64);
    let expected = |size: f64| size * (a + b) / (c + d);
    let term =
        |observed: f64, size: f64| if observed > 0.0 { observed * libm::log(observed / expected(size)) } else { 0.0 };
    let g2 = (2.0 * (term(a, c) + term(b, d))).max(0.0);
    let log_ratio = libm::log2((a.max(0.5) / c) / (b.max(0.5) / d));
    let sign = if a / c < b / d { -1.0 } else { 1.0 };
    Keyness { g2: sign * g2, p: libm::erfc((g2 / 2.0).sqrt()), log_ratio }
}

/// Term frequency times inverse document frequency: (count / words) · ln((1 + D) / (1 + df)), the smoothed form of Spärck Jones 1972 as
/// in Manning, Raghavan & Schütze 2008, § 6.2: a word of no document of the reference weighs ln(1 + D), one of all weighs nothing.
pub fn tf_idf(count: u32, words: u32, document_frequency: u32, documents: u32) -> f64 {
    let idf = libm::log((1.0 + f64::from(documents)) / (1.0 + f64::from(document_frequency)));
    f64::from(count) / f64::from(words.max(1)) * idf.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keyness_of_worked_examples() {
        // E₁ = 1000·150/11000 = 13.636…, E₂ = 136.363…; 2 (50 ln 3.6667 + 100 ln 0.73333) = 129.9283 − 62.0310.
        let over = keyness(50, 1000, 100, 10_000);
        assert!((over.g2 - 67.897_3).abs() < 1e-3, "{over:?}");
        assert!((over.log_ratio - 5.0_f64.log2()).abs() < 1e-12);
        assert!(over.p < 1e-15);
        // The other way round the sign turns.
        let under = keyness(100, 10_000, 50, 1000);
        assert!((under.g2 + over.g2).abs() < 1e-9 && (under.log_ratio + over.log_ratio).abs() < 1e-12);
        // Equal shares: nothing.
        let same = keyness(5, 1000, 50, 10_000);
        assert!(same.g2.abs() < 1e-9 && (same.p - 1.0).abs() < 1e-6 && same.log_ratio.abs() < 1e-12);
        // None in the reference: half an occurrence, log2((3/100) / (0.5/1000)) = log2 60.
        assert!((keyness(3, 100, 0, 1000).log_ratio - 60.0_f64.log2()).abs() < 1e-12);
    }

    #[test]
    fn p_is_the_tail_of_chi_square() {
        // 3.841459 is the 5 % point of χ² with one degree of freedom, 6.634897 the 1 % point, 10.82757 the 0.1 % point.
        for (g2, p) in [(3.841_459_f64, 0.05), (6.634_897, 0.01), (10.827_57, 0.001)] {
            assert!((libm::erfc((g2 / 2.0).sqrt()) - p).abs() < 1e-6);
        }
    }

    #[test]
    fn tf_idf_of_worked_examples() {
        assert!((tf_idf(10, 1000, 0, 99) - 0.01 * 100.0_f64.ln()).abs() < 1e-12);
        assert!((tf_idf(10, 1000, 24, 99) - 0.01 * 4.0_f64.ln()).abs() < 1e-12);
        assert!(tf_idf(10, 1000, 99, 99).abs() < 1e-12);
    }

    #[test]
    fn empty_sides_compare_to_nothing() {
        assert_eq!(keyness(0, 0, 0, 0), Keyness { p: 1.0, ..Keyness::default() });
        assert!((keyness(3, 10, 0, 0).p - 1.0).abs() < 1e-12);
    }
}
