//! The checksum of the assets: CRC-32 (IEEE), eight bytes a step.
//!
//! In: bytes. Out: their CRC-32. The tables are made when needed: kept ready, as crates for this do, they would be 16 kB
//! of the wasm that nothing compresses.

/// Bytes a step.
const WIDTH: usize = 8;
/// The polynomial, lowest power first.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// CRC-32 as gzip and PNG count it.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let tables = tables();
    let look = |table: usize, byte: u32| {
        tables.get(table).and_then(|t| t.get((byte & 0xFF) as usize)).copied().unwrap_or_default()
    };
    let (steps, rest) = bytes.as_chunks::<WIDTH>();
    let whole = steps.iter().fold(!0_u32, |crc, step| {
        let step = u64::from_le_bytes(*step) ^ u64::from(crc);
        (0..WIDTH).fold(0, |sum, at| sum ^ look(WIDTH - 1 - at, (step >> (8 * at)) as u32))
    });
    !rest.iter().fold(whole, |crc, &byte| crc >> 8 ^ look(0, crc ^ u32::from(byte)))
}

/// What a byte adds that stands so many bytes before the end of a step.
fn tables() -> [[u32; 256]; WIDTH] {
    let one: [u32; 256] = core::array::from_fn(|byte| {
        (0..8).fold(byte as u32, |crc, _| if crc & 1 == 1 { crc >> 1 ^ POLYNOMIAL } else { crc >> 1 })
    });
    let mut tables = [one; WIDTH];
    let mut before = one;
    for table in tables.iter_mut().skip(1) {
        let longer = before.map(|crc| crc >> 8 ^ one.get((crc & 0xFF) as usize).copied().unwrap_or_default());
        *table = longer;
        before = longer;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn as_everybody_counts_it() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b"The quick brown fox jumps over the lazy dog"), 0x414F_A339);
        assert_eq!(crc32(&[0; 32]), 0x190A_55AD);
    }
}
