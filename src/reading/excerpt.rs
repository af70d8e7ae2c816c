//! The line in which a problem is, parted at the offending text.
//!
//! Deliberately absent: more lines than that one, which `report` shows.

use super::Files;
use super::problem::Problem;

/// Where a problem is, as a text editor counts, and the line that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The line up to the offending text.
    pub before: String,
    /// The offending text, as far as it is in this line.
    pub offending: String,
    /// The rest of the line.
    pub after: String,
}

impl Problem {
    /// Where it is in the story's files; nothing where it is the file as a whole, or the folder.
    pub fn excerpt(&self, files: &Files) -> Option<Excerpt> {
        let (span, bytes) = (self.span.as_ref()?, files.get(&self.file)?);
        let text = String::from_utf8_lossy(super::without_mark(bytes));
        let before = text.get(..span.start)?;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[start..].find(['\n', '\r']).map_or(text.len(), |length| start + length);
        let middle = span.end.clamp(span.start, end.max(span.start));
        Some(Excerpt {
            line: before.matches('\n').count() + 1,
            column: column(&text, span.start),
            before: before[start..].to_owned(),
            offending: text.get(span.start..middle)?.to_owned(),
            after: text.get(middle..end).unwrap_or_default().to_owned(),
        })
    }
}

/// The column at which a byte of the text is, from 1, in characters.
pub(super) fn column(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    before.rsplit('\n').next().unwrap_or_default().chars().count() + 1
}
