//! Errors of resources and options. Text itself never errors.
//!
//! In: what went wrong. Out: [`Error`] with a stable code that reaches JavaScript unchanged.

use core::fmt;

/// Something outside the text failed: a dictionary, an option, a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Stable kebab-case code, e.g. `dictionary-corrupt`.
    pub code: &'static str,
    /// One English sentence for the log; interfaces translate the code.
    pub message: String,
    /// Line of the input that is wrong, counted from 1, where there is one.
    pub line: Option<u32>,
}

impl Error {
    /// An error with this code and sentence.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), line: None }
    }

    /// The same error, tied to a line counted from 1.
    #[must_use]
    pub fn at_line(self, line: u32) -> Self {
        Self { line: Some(line), ..self }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl core::error::Error for Error {}
