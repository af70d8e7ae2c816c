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

/// What stands below a statement without a claim.
pub(super) const NO_CLAIM: &str = "nobody is named who says so";

/// What stands below a mark that is none.
pub(super) const NO_MARK: &str = "shown to readers as it stands";

/// Takes out what is said of a missing claim where the same line has a mark that is none: once that is mended, the line
/// is another one.
pub(super) fn without_consequences(problems: Vec<Problem>) -> Vec<Problem> {
    let marks: Vec<(String, Range<usize>)> = problems
        .iter()
        .filter(|problem| problem.label == NO_MARK)
        .filter_map(|problem| Some((problem.file.clone(), problem.span.clone()?)))
        .collect();
    let is_told = |problem: &Problem| {
        let at = problem.span.clone().unwrap_or_default();
        let meets = |mark: &Range<usize>| mark.start <= at.end && at.start <= mark.end + '\u{2003}'.len_utf8();
        problem.label == NO_CLAIM && marks.iter().any(|(file, mark)| *file == problem.file && meets(mark))
    };
    problems.into_iter().filter(|problem| !is_told(problem)).collect()
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
