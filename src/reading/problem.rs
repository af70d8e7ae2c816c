//! What is wrong with a story: where, what, and the remedy.
//!
//! Deliberately absent: how a problem is printed, which is `report`'s.

use std::ops::Range;

/// One mistake in a story's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, by its name within the story's folder.
    pub file: String,
    /// The offending bytes of the file; `None` where the file as a whole is meant.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub message: String,
    /// A few words under the offending text.
    pub label: String,
    /// How to mend it.
    pub remedy: String,
}

/// What is wrong, before it is known where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Complaint {
    pub message: String,
    pub label: String,
    pub remedy: String,
}

impl Complaint {
    pub(super) fn new(message: impl Into<String>, label: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { message: message.into(), label: label.into(), remedy: remedy.into() }
    }
}
