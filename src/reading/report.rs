//! Printing a story's problems: file, line, column, the text underlined, the remedy.
//!
//! Deliberately absent: where to print; the caller gets text.

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents,
};

use super::Files;
use super::excerpt::column;
use super::problem::Problem;

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With colours, for a terminal.
    Colour,
    /// Without, for a file.
    Plain,
}

/// All problems of the story in `folder` as text, one after the other, each as wide as `width` columns.
pub fn report(folder: &str, files: &Files, problems: &[Problem], style: Style, width: usize) -> String {
    let theme = match style {
        Style::Colour => GraphicalTheme::unicode(),
        Style::Plain => GraphicalTheme::unicode_nocolor(),
    };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false);
    let mut out = String::new();
    for problem in problems {
        let shown = Shown::new(folder, files, problem);
        // Writing to a string cannot fail; a diagnostic that cannot be drawn still gives its words.
        if handler.render_report(&mut out, &shown).is_err() {
            out.push_str(&format!("{}: {}\n{}\n", shown.place, problem.message, problem.remedy));
        }
        out.push('\n');
    }
    out
}

#[derive(Debug, thiserror::Error)]
#[error("{message}")]
struct Shown<'a> {
    message: String,
    place: String,
    problem: &'a Problem,
    shown: Option<Source>,
}

/// A file that is shown; its columns are counted in characters, as text editors count, and not in bytes.
#[derive(Debug)]
struct Source {
    name: String,
    text: String,
}

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let found = self.text.read_span(span, before, after)?;
        // With lines before it the passage begins at a line's start.
        let column = if before == 0 { column(&self.text, span.offset()) - 1 } else { 0 };
        let (line, lines) = (found.line(), found.line_count());
        let name = self.name.clone();
        Ok(Box::new(MietteSpanContents::new_named(name, found.data(), *found.span(), line, column, lines)))
    }
}

impl<'a> Shown<'a> {
    fn new(folder: &str, files: &Files, problem: &'a Problem) -> Self {
        let place = if problem.file.is_empty() { folder.to_owned() } else { format!("{folder}/{}", problem.file) };
        let text =
            files.get(&problem.file).map(|bytes| String::from_utf8_lossy(super::without_mark(bytes)).into_owned());
        let shown = problem.span.as_ref().and(text).map(|text| Source { name: place.clone(), text });
        let message = if shown.is_some() { problem.message.clone() } else { format!("{place}: {}", problem.message) };
        Self { message, place, problem, shown }
    }
}

impl Diagnostic for Shown<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(&self.problem.remedy))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.shown.as_ref().map(|shown| shown as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.problem.span.clone()?;
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(Some(self.problem.label.clone()), span))))
    }
}
