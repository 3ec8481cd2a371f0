//! How many tests ran. In: what a test runner printed. Out: [`Counts`].

use std::fmt;

/// Tests passed, failed, left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: u32,
    pub(super) failed: u32,
    pub(super) skipped: u32,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; …`, one a binary.
pub(super) fn of_cargo(said: &str) -> Counts {
    sum(said.lines().filter(|line| line.starts_with("test result:")))
}

/// `Tests  1 failed | 12 passed (13)`
pub(super) fn of_vitest(said: &str) -> Counts {
    sum(said.lines().map(str::trim).filter(|line| line.starts_with("Tests ")))
}

/// `12 passed (3.4s)`, `1 failed`, each on its line, as Playwright and `agree.mjs` print.
pub(super) fn of_lines(said: &str) -> Counts {
    let counts = |line: &&str| line.split(' ').next().is_some_and(|word| word.parse::<u32>().is_ok());
    sum(said.lines().map(str::trim).filter(counts))
}

/// Adds the numbers that stand before `passed` and the like.
fn sum<'l>(lines: impl Iterator<Item = &'l str>) -> Counts {
    let mut counts = Counts::default();
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().collect();
        for pair in words.windows(2) {
            let (Ok(number), word) = (pair[0].parse::<u32>(), pair[1].trim_end_matches([';', ',', '.'])) else {
                continue;
            };
            match word {
                "passed" => counts.passed += number,
                "failed" => counts.failed += number,
                "ignored" | "skipped" | "todo" | "did" => counts.skipped += number,
                _ => {}
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runners_print_is_counted() {
        let cargo = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                     test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(of_cargo(cargo), Counts { passed: 5, failed: 1, skipped: 1 });
        let vitest = " Test Files  2 passed (2)\n      Tests  1 failed | 12 passed | 2 skipped (15)\n";
        assert_eq!(of_vitest(vitest), Counts { passed: 12, failed: 1, skipped: 2 });
        let playwright =
            "Running 9 tests using 1 worker\n  ✓ 1 3 passed things\n  1 failed\n    a.spec.ts\n  8 passed (3.4s)\n";
        assert_eq!(of_lines(playwright), Counts { passed: 8, failed: 1, skipped: 0 });
        assert_eq!(of_vitest("No test files found"), Counts::default());
    }
}
