//! What notes of attachments have announced so far: which document lists which names.
//!
//! In: notes as they are read. Out: [`Notes`], asked when a title comes.

/// What notes have announced so far.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The document whose note announced attachments without saying how many: all that follow are its.
    pub(super) many: Option<usize>,
    /// The document to which `附件1`, `附件2` … belong.
    pub(super) owner: Option<usize>,
    /// Names of the listed attachments and the document that lists them.
    listed: Vec<(String, usize)>,
}

impl Notes {
    /// A document begins; one that is attached to none ends what was announced.
    pub(super) fn begin(&mut self, parent: Option<usize>) {
        if parent.is_none() {
            *self = Self::default();
        }
    }

    /// Whether a title is the name of a listed attachment.
    pub(super) fn lists(&self, name: &str) -> bool {
        self.owner_of(name).is_some()
    }

    /// The document that lists an attachment of this name.
    pub(super) fn owner_of(&self, name: &str) -> Option<usize> {
        self.listed.iter().find(|(listed, _)| listed == name).map(|&(_, owner)| owner)
    }

    /// Remembers the name of an attachment.
    pub(super) fn list(&mut self, name: &str, owner: usize) {
        // no paper lists more, and every title is looked up among them
        const MOST: usize = 64;
        if self.listed.len() < MOST && !name.is_empty() {
            self.listed.push((name.to_owned(), owner));
        }
    }
}
