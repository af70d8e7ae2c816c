//! What editors say about the story itself: notes, corrections and updates, which together are its history.
//!
//! Deliberately absent: earlier texts. A correction says what stood there before.

use super::{Day, Target, Text};

/// A word of the editors about the story.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What sort of word.
    pub kind: NoteKind,
    /// When it was written.
    pub date: Day,
    /// The word.
    pub text: Text,
    /// The passage that it is about: a section, a question or an event.
    pub about: Option<Target>,
    /// What stood there before.
    pub was: Option<Text>,
}

/// Sorts of editors' notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// What to know before reading.
    Note,
    /// What was wrong and has been put right.
    Correction,
    /// What has been added.
    Update,
}

impl NoteKind {
    /// Every sort, with the word for it in a story's files.
    pub const ALL: [(&'static str, Self); 3] =
        [("note", Self::Note), ("correction", Self::Correction), ("update", Self::Update)];

    /// The word for it in a story's files and in the page's `data-note`.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(key, _)| key)
    }
}
