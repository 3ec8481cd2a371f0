//! The tree over units: where spans divide, and the parts it is built from.

pub mod chart;
pub mod document;
#[cfg(test)]
mod drawn;
pub mod ends;
pub mod features;
pub mod grow;
pub mod overview;
pub mod parts;
pub mod rank;
pub mod region;
