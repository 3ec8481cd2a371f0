//! Weights by feature: sorted keys in bytes, an open hash table in memory.
//!
//! In: fingerprints with int8 weights, or bytes. Out: [`Table`] (one weight a feature) and
//! [`ClassTable`] (a few classes a feature). A key is the top [`KEY_BITS`] bits of a fingerprint:
//! a feature not in the table is taken for one that is about once in two thousand look-ups.

/// Bits kept of a fingerprint.
pub const KEY_BITS: u32 = 26;

/// Key of a fingerprint.
pub fn key(fingerprint: u64) -> u32 {
    (fingerprint >> (64 - KEY_BITS)) as u32
}

/// Where keys are found: a power of two of slots, at most half of them used; each holds key and
/// index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Index {
    slots: Vec<(u32, u32)>,
}

const FREE: u32 = u32::MAX;

impl Index {
    fn new(keys: &[u32]) -> Self {
        let size = (keys.len() * 2).next_power_of_two();
        let mut slots = vec![(0, FREE); size];
        for (i, &key) in keys.iter().enumerate() {
            let mut at = Self::home(key, size);
            while let Some(slot) = slots.get_mut(at) {
                if slot.1 == FREE {
                    *slot = (key, i as u32);
                    break;
                }
                at = (at + 1) & (size - 1);
            }
        }
        Self { slots }
    }

    fn home(key: u32, size: usize) -> usize {
        key as usize & (size - 1)
    }

    fn get(&self, key: u32) -> Option<usize> {
        let size = self.slots.len();
        if size == 0 {
            return None;
        }
        let mut at = Self::home(key, size);
        loop {
            let &(found, index) = self.slots.get(at)?;
            if index == FREE {
                return None;
            }
            if found == key {
                return Some(index as usize);
            }
            at = (at + 1) & (size - 1);
        }
    }
}

/// One weight a feature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    keys: Vec<u32>,
    weights: Vec<i8>,
    constants: Vec<i32>,
    index: Index,
}

impl Table {
    /// From fingerprints and weights; of two with the same key the first by fingerprint stays.
    pub fn new(mut entries: Vec<(u64, i8)>, constants: Vec<i32>) -> Self {
        entries.sort_unstable();
        entries.dedup_by_key(|e| key(e.0));
        let keys: Vec<u32> = entries.iter().map(|e| key(e.0)).collect();
        Self { index: Index::new(&keys), keys, weights: entries.iter().map(|e| e.1).collect(), constants }
    }

    /// Numbers that belong to no feature.
    pub fn constants(&self) -> &[i32] {
        &self.constants
    }

    /// What one unit of weight is: the last constant.
    pub fn unit(&self) -> i32 {
        self.constants.last().copied().unwrap_or(1).max(1)
    }

    /// How many features have a weight.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether no feature has one.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Sum of the weights of `fingerprints`.
    pub fn score(&self, fingerprints: &[u64]) -> i32 {
        let weight = |&f: &u64| self.index.get(key(f)).and_then(|i| self.weights.get(i)).map_or(0, |&w| i32::from(w));
        fingerprints.iter().map(weight).sum()
    }

    /// Takes a table off the front of `rest`.
    pub(crate) fn read(rest: &mut &[u8]) -> Option<Self> {
        let constants = read_constants(rest)?;
        let keys = read_keys(rest)?;
        let weights = take(rest, keys.len())?.iter().map(|&b| b.cast_signed()).collect();
        Some(Self { index: Index::new(&keys), keys, weights, constants })
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        write_constants(&self.constants, out);
        write_keys(&self.keys, out);
        out.extend(self.weights.iter().map(|w| w.cast_unsigned()));
    }
}

/// Weights of several classes a feature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassTable {
    keys: Vec<u32>,
    /// Start of each key's weights; one more at the end.
    starts: Vec<u32>,
    classes: Vec<u8>,
    weights: Vec<i8>,
    /// One for each class; after them what one unit of weight is.
    constants: Vec<i32>,
    index: Index,
}

impl ClassTable {
    /// From fingerprints with (class, weight) lists, the number each class starts from and, after
    /// those, what one unit of weight is.
    pub fn new(mut rows: Vec<(u64, Vec<(u8, i8)>)>, constants: Vec<i32>) -> Self {
        rows.retain(|r| !r.1.is_empty());
        rows.sort_unstable();
        rows.dedup_by_key(|r| key(r.0));
        let mut table = Self { starts: vec![0], constants, ..Self::default() };
        for (fingerprint, row) in rows {
            table.keys.push(key(fingerprint));
            for (class, weight) in row {
                table.classes.push(class);
                table.weights.push(weight);
            }
            table.starts.push(table.classes.len() as u32);
        }
        table.index = Index::new(&table.keys);
        table
    }

    /// How many classes there are.
    pub fn classes(&self) -> usize {
        self.constants.len().saturating_sub(1)
    }

    /// What one unit of weight is.
    pub fn unit(&self) -> i32 {
        self.constants.last().copied().unwrap_or(1).max(1)
    }

    /// How many weights there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// Score of each class.
    pub fn scores(&self, fingerprints: &[u64]) -> Vec<i32> {
        let mut scores = self.constants.get(..self.classes()).unwrap_or(&[]).to_vec();
        for &fingerprint in fingerprints {
            let Some(i) = self.index.get(key(fingerprint)) else { continue };
            let (Some(&from), Some(&to)) = (self.starts.get(i), self.starts.get(i + 1)) else { continue };
            let range = from as usize..to as usize;
            let (Some(classes), Some(weights)) = (self.classes.get(range.clone()), self.weights.get(range)) else {
                continue;
            };
            for (&class, &weight) in classes.iter().zip(weights) {
                if let Some(score) = scores.get_mut(usize::from(class)) {
                    *score += i32::from(weight);
                }
            }
        }
        scores
    }

    pub(crate) fn read(rest: &mut &[u8]) -> Option<Self> {
        let constants = read_constants(rest)?;
        let keys = read_keys(rest)?;
        let mut starts = vec![0_u32];
        let mut end = 0_u32;
        for &count in take(rest, keys.len())? {
            end = end.checked_add(u32::from(count))?;
            starts.push(end);
        }
        let classes = take(rest, end as usize)?.to_vec();
        let weights = take(rest, end as usize)?.iter().map(|&b| b.cast_signed()).collect();
        Some(Self { index: Index::new(&keys), keys, starts, classes, weights, constants })
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        write_constants(&self.constants, out);
        write_keys(&self.keys, out);
        out.extend(self.starts.windows(2).map(|w| if let [a, b] = *w { (b - a) as u8 } else { 0 }));
        out.extend_from_slice(&self.classes);
        out.extend(self.weights.iter().map(|w| w.cast_unsigned()));
    }
}

fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (front, back) = rest.split_at_checked(count)?;
    *rest = back;
    Some(front)
}

fn read_number(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0_u32;
    for shift in (0..35).step_by(7) {
        let [byte] = *take(rest, 1)? else { return None };
        value |= u32::from(byte & 0x7F).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn write_number(mut value: u32, out: &mut Vec<u8>) {
    while value > 0x7F {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn read_constants(rest: &mut &[u8]) -> Option<Vec<i32>> {
    let count = read_number(rest)?;
    let zigzag = |v: u32| (v >> 1).cast_signed() ^ -(v & 1).cast_signed();
    (0..count.min(256)).map(|_| read_number(rest).map(zigzag)).collect()
}

fn write_constants(constants: &[i32], out: &mut Vec<u8>) {
    write_number(constants.len() as u32, out);
    for &c in constants {
        write_number(((c << 1) ^ (c >> 31)).cast_unsigned(), out);
    }
}

fn read_keys(rest: &mut &[u8]) -> Option<Vec<u32>> {
    let count = read_number(rest)? as usize;
    // A key takes at least one byte: more keys than bytes is no table, and must not reserve memory.
    let mut keys = Vec::with_capacity(if count <= rest.len() { count } else { return None });
    let mut key = 0_u32;
    for _ in 0..count {
        key = key.checked_add(read_number(rest)?)?;
        keys.push(key);
    }
    Some(keys)
}

fn write_keys(keys: &[u32], out: &mut Vec<u8>) {
    write_number(keys.len() as u32, out);
    let mut last = 0;
    for &key in keys {
        write_number(key - last, out);
        last = key;
    }
}
