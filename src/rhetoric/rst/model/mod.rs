//! The learned weights: an asset like the dictionary, handed in as bytes, never compiled in.
//!
//! In: bytes written by `cargo xtask train`. Out: [`Model`]: four tables of whole-number weights,
//! so that every sum is exact and the same on every machine.
//!
//! Form of the bytes: `GMRST3`, then the tables one after another. Numbers are LEB128. A table has
//! its constants (zigzag), the number of its keys, the gaps between the sorted keys, then its
//! weights.

pub mod hash;
pub mod soft;
pub mod table;

use self::table::{ClassTable, Table};
use crate::Error;

/// First bytes of a model; the digit is the version of the features.
pub const MAGIC: &[u8] = b"GMRST3";

/// All learned parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// Whether a discourse unit starts here; constants: the twelve
    /// [`Steps`](super::edu::chain::Steps), and what one unit of weight is.
    pub edu: Table,
    /// Where a span divides; its constant: what one unit of weight is.
    pub split: Table,
    /// What makes a tree over a row of parts a good one; its constant: what one unit of weight is.
    pub tree: Table,
    /// Which relation and nuclearity a node has; classes are indices into `relation::LABELS`.
    pub relation: ClassTable,
}

impl Model {
    /// Reads a model.
    ///
    /// # Errors
    /// `model-corrupt` when the bytes are no model of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let corrupt = |what: &str| Error::new("model-corrupt", format!("the RST model is unreadable: {what}"));
        let mut rest = bytes.strip_prefix(MAGIC).ok_or_else(|| corrupt("it does not begin with GMRST3"))?;
        let edu = Table::read(&mut rest).ok_or_else(|| corrupt("segmenter"))?;
        let split = Table::read(&mut rest).ok_or_else(|| corrupt("splitter"))?;
        let tree = Table::read(&mut rest).ok_or_else(|| corrupt("trees"))?;
        let relation = ClassTable::read(&mut rest).ok_or_else(|| corrupt("labeller"))?;
        if !rest.is_empty()
            || edu.constants().len() != 13
            || relation.classes() > crate::rhetoric::rst::relation::LABELS.len()
        {
            return Err(corrupt("it does not end where it should"));
        }
        Ok(Self { edu, split, tree, relation })
    }

    /// The bytes [`Self::from_bytes`] reads.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        self.edu.write(&mut out);
        self.split.write(&mut out);
        self.tree.write(&mut out);
        self.relation.write(&mut out);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Model {
        let keys = |n: u64| (1..n).map(|i| (i.wrapping_mul(0x9e37_79b9_7f4a_7c15), (i % 100) as i8 - 50)).collect();
        let rows = (1..40_u64).map(|i| (i << 40, vec![(2, -3), (i as u8 % 20 + 3, 7)])).collect();
        Model {
            edu: Table::new(keys(200), vec![5, -900, 0, 3, 40, 1, 2, 3, -4, 5, 6, -7, 30]),
            split: Table::new(keys(900), Vec::new()),
            tree: Table::new(keys(300), vec![30]),
            relation: ClassTable::new(rows, vec![1; 25]),
        }
    }

    #[test]
    fn bytes_are_read_as_written() {
        let model = sample();
        assert_eq!(Model::from_bytes(&model.to_bytes()).unwrap(), model);
    }

    #[test]
    fn torn_or_foreign_bytes_are_refused() {
        let bytes = sample().to_bytes();
        for end in (0..bytes.len()).step_by(37) {
            assert_eq!(Model::from_bytes(&bytes[..end]).unwrap_err().code, "model-corrupt", "{end}");
        }
        let longer = [bytes, vec![0]].concat();
        assert_eq!(Model::from_bytes(&longer).unwrap_err().code, "model-corrupt");
        assert_eq!(
            Model::from_bytes(b"GMRST3\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff").unwrap_err().code,
            "model-corrupt"
        );
    }
}
