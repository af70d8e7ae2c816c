//! A run of Markdown and where it stands in its file, so that a mistake in it can be pointed at.
//!
//! Deliberately absent: what the Markdown means.

use std::ops::Range;

/// A run of Markdown within a file.
pub(super) struct Passage<'a> {
    /// The Markdown.
    pub text: &'a str,
    /// The whole value in the file, quotes included.
    whole: Range<usize>,
    /// Where the Markdown begins in the file, if it stands there letter by letter.
    start: Option<usize>,
}

impl<'a> Passage<'a> {
    /// Part of a Markdown file, beginning at that byte.
    pub(super) fn of_file(text: &'a str, start: usize) -> Self {
        Self { text, whole: start..start + text.len(), start: Some(start) }
    }

    /// The value of a TOML string, which stands in the file at `whole`.
    /// Where it has escapes, mistakes are shown at the whole value.
    pub(super) fn of_value(text: &'a str, whole: Range<usize>, file: &str) -> Self {
        let raw = file.get(whole.clone()).unwrap_or_default();
        let start = raw.find(text).map(|at| whole.start + at);
        Self { text, whole, start }
    }

    /// Where these bytes of the Markdown stand in the file.
    pub(super) fn span(&self, range: Range<usize>) -> Range<usize> {
        match self.start {
            Some(start) => start + range.start..start + range.end,
            None => self.whole.clone(),
        }
    }
}
