//! Lexical variety that does not fall with length.
//!
//! In: running words as type numbers. Out: the moving-average type–token ratio (MATTR, Covington and others, 2010).

/// Running words in a window. Hundred is short enough for a notice and long enough to repeat itself in.
pub const WINDOW: usize = 100;

/// The mean share of different words in every [`WINDOW`] words on end; none for a text shorter than one window.
pub fn mattr(words: &[u32], types: usize) -> Option<f64> {
    let windows = words.len().checked_sub(WINDOW)? + 1;
    // Where to go on looking behind the last occurrence of each word.
    let mut behind = vec![0_u32; types];
    // 200 million windows of a hundred stay exact.
    let mut sum = 0_usize;
    // It is the first of its word in the windows that hold it and begin behind the one before it.
    let mut first = |at: usize, word: u32| {
        let behind = behind.get_mut(word as usize).map_or(0, |behind| core::mem::replace(behind, at as u32 + 1));
        (behind as usize).max((at + 1).saturating_sub(WINDOW))
    };
    // Behind the last window's beginning no further one begins.
    let (begun, last) = words.split_at_checked(windows)?;
    for (at, &word) in begun.iter().enumerate() {
        sum += at + 1 - first(at, word);
    }
    for (at, &word) in (windows..).zip(last) {
        sum += windows.saturating_sub(first(at, word));
    }
    Some(sum as f64 / WINDOW as f64 / windows as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        let all_new: Vec<u32> = (0..150).collect();
        let by_fifty: Vec<u32> = (0..150).map(|i| i % 50).collect();
        // 100 zeros, then 100 new words: windows hold 1, 2, … 101 − 1 of the new ones beside the zero.
        let from_one: Vec<u32> = std::iter::repeat_n(0, 100).chain(1..=100).collect();
        let mean = ((1..=100).sum::<usize>() + 100) as f64 / 101.0 / 100.0;
        let table: [(&str, &[u32], Option<f64>); 5] = [
            ("too short", &all_new[..99], None),
            ("one window", &all_new[..100], Some(1.0)),
            ("no word twice", &all_new, Some(1.0)),
            ("fifty words over and over", &by_fifty, Some(0.5)),
            ("from one word to all new", &from_one, Some(mean)),
        ];
        for (name, words, wanted) in table {
            let found = mattr(words, 200);
            assert_eq!(found.is_some(), wanted.is_some(), "{name}");
            assert!((found.unwrap_or(0.0) - wanted.unwrap_or(0.0)).abs() < 1e-12, "{name}: {found:?}");
        }
    }

    #[test]
    fn length_does_not_matter() {
        let once: Vec<u32> = (0..500).map(|i| i * i % 83).collect();
        let often = once.repeat(20);
        let (Some(a), Some(b)) = (mattr(&once, 83), mattr(&often, 83)) else { panic!("long enough") };
        assert!((a - b).abs() < 0.02, "{a} {b}");
    }
}
