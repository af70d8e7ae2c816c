//! Printing a story's problems: file, line, column, the text underlined, the remedy.
//!
//! Deliberately absent: where to print; the caller gets text.

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use super::Files;
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
    shown: Option<NamedSource<String>>,
}

impl<'a> Shown<'a> {
    fn new(folder: &str, files: &Files, problem: &'a Problem) -> Self {
        let place = if problem.file.is_empty() { folder.to_owned() } else { format!("{folder}/{}", problem.file) };
        let text =
            files.get(&problem.file).map(|bytes| String::from_utf8_lossy(super::without_mark(bytes)).into_owned());
        let shown = problem.span.as_ref().and(text).map(|text| NamedSource::new(&place, text));
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
