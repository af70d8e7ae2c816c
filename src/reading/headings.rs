//! Reading Markdown's headings, and what their braces say.
//!
//! Deliberately absent: what a heading opens.

use std::ops::Range;

use pulldown_cmark::{CowStr, HeadingLevel};

use super::markdown::{Opening, Reader};
use super::problem::Complaint;
use crate::story::{Block, Inline, plain};

impl<'p> Reader<'p> {
    /// A heading that opens a section or a question.
    pub(super) fn opening(
        &mut self,
        id: Option<CowStr<'p>>,
        attributes: Vec<(CowStr<'p>, Option<CowStr<'p>>)>,
        span: Range<usize>,
    ) -> Opening {
        let inlines = self.inlines(0);
        // Of a paragraph that became one by a line below it something else is said.
        let is_marked = self.passage.text.get(span.clone()).is_some_and(|raw| raw.starts_with('#'));
        if is_marked && inlines.iter().any(|piece| matches!(piece, Inline::Link { .. } | Inline::Claim(_))) {
            self.complain(&span, only_words());
        }
        let title = plain(&inlines).trim().to_owned();
        let attributes = attributes
            .into_iter()
            .map(|(key, value)| (key.into_string(), value.map(CowStr::into_string).unwrap_or_default()))
            .collect();
        let raw = self.passage.text.get(span.clone()).unwrap_or_default();
        let visible = span.start..span.start + raw.trim_end().len();
        Opening { title, id: id.map(CowStr::into_string), attributes, span: self.passage.span(visible) }
    }

    /// A heading within one.
    pub(super) fn heading(&mut self, level: HeadingLevel, span: &Range<usize>, depth: usize) -> Block {
        if level != HeadingLevel::H3 {
            self.complain(
                span,
                Complaint::new(
                    "this heading is of a level that a story does not use",
                    "not ## or ###",
                    "write ## for a section or question and ### for a heading within it; the headline is `title` in the front matter",
                ),
            );
        }
        Block::Heading(self.inlines(depth))
    }
}

/// What is said of braces that nobody reads.
pub(super) fn no_braces() -> Complaint {
    Complaint::new(
        "these braces would be lost",
        "shown to nobody",
        "only a ## heading has braces, with an id, as in {#opening}; where braces are meant, write \\{",
    )
}

fn only_words() -> Complaint {
    Complaint::new(
        "this heading would lose its links and claims",
        "more than words",
        "move the link or the claim into the text below",
    )
}
