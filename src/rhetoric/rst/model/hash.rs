//! Features as numbers: a template and what fills it become one 64-bit fingerprint.
//!
//! In: the name of a template, hashed when compiled, and the hashes of words, tags, characters,
//! counts. Out: fingerprints in the order they were added. Training and run time share this file,
//! so a weight learned for a fingerprint is the weight found for it.

/// Hash of a byte string (FNV-1a, 64 bits).
pub const fn hash(bytes: &[u8]) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325_u64;
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        h = (h ^ *first as u64).wrapping_mul(0x0000_0100_0000_01b3);
        rest = tail;
    }
    h
}

/// The fingerprint of a template filled with `parts`.
pub fn fingerprint(template: u64, parts: &[u64]) -> u64 {
    let mut h = template;
    for &part in parts {
        h = (h.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        h ^= h >> 29;
    }
    h = h.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    h ^ (h >> 32)
}

/// Adds the fingerprint of a named template to a list: `put!(out, "w0|w1", a, b)`.
macro_rules! put {
    ($out:expr, $name:literal $(, $part:expr)* $(,)?) => {{
        const TEMPLATE: u64 = $crate::rhetoric::rst::model::hash::hash($name.as_bytes());
        $out.push($crate::rhetoric::rst::model::hash::fingerprint(TEMPLATE, &[$(u64::from($part)),*]));
    }};
}
pub(crate) use put;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_number_and_template_all_count() {
        let all = [
            fingerprint(hash(b"a"), &[]),
            fingerprint(hash(b"b"), &[]),
            fingerprint(hash(b"a"), &[1]),
            fingerprint(hash(b"a"), &[1, 2]),
            fingerprint(hash(b"a"), &[2, 1]),
            fingerprint(hash(b"a"), &[1, 2, 0]),
        ];
        for (i, a) in all.iter().enumerate() {
            assert!(all[i + 1..].iter().all(|b| a != b), "{i}");
        }
    }
}
