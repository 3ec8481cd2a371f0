//! Powers and logarithms that come out the same on every machine: made of sums, products and
//! quotients alone.
//!
//! In: numbers, or whole-number scores with what one unit of weight is. Out: e to a number,
//! logarithms, log-shares.

use core::f64::consts::{LN_2, SQRT_2};

/// e to the power of `x`, for `x` up to 700; 0 below -700.
pub fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let twos = (x.min(700.0) / LN_2).round();
    let rest = x.min(700.0) - twos * LN_2;
    // |rest| is at most 0.35: twelve terms are as exact as the numbers are.
    let sum = (1..=12).rev().fold(1.0, |sum, n| 1.0 + rest / f64::from(n) * sum);
    sum * f64::from_bits(((twos as i64 + 1023) << 52).cast_unsigned())
}

/// Natural logarithm of a number above zero.
pub fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let mut twos = (bits >> 52).cast_signed() - 1023;
    let mut rest = f64::from_bits(bits & ((1 << 52) - 1) | (1023 << 52));
    if rest > SQRT_2 {
        rest /= 2.0;
        twos += 1;
    }
    let (part, mut power, mut sum) = ((rest - 1.0) / (rest + 1.0), (rest - 1.0) / (rest + 1.0), 0.0);
    for n in (1..=23).step_by(2) {
        sum += power / f64::from(n);
        power *= part * part;
    }
    2.0 * sum + twos as f64 * LN_2
}

/// Takes off each score the logarithm of the sum of their powers, so that the powers of what is
/// left sum to 1.
pub fn log_shares(scores: &mut [f64]) {
    let high = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let all = high + ln(scores.iter().map(|s| exp(s - high)).sum::<f64>());
    for score in scores {
        *score -= all;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_to_what_the_machine_has() {
        for n in -600..=600 {
            let x = f64::from(n) * 0.37;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-12, "{x}");
            assert!((ln(x.exp()) - x).abs() < 1e-12 * x.abs().max(1.0), "{x}");
        }
        assert!(exp(-800.0) < 1e-300);
    }

    #[test]
    fn shares_sum_to_one() {
        let mut scores = [3.0, -1.0, 0.5, 900.0, 899.0];
        log_shares(&mut scores);
        assert!((scores.iter().map(|&s| exp(s)).sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(scores[3] > scores[4] && scores[4] > scores[0]);
    }
}
