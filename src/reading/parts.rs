//! A Markdown file as headings, each with what stands below it.
//!
//! Deliberately absent: whether a part is a section or a question.

use std::ops::Range;

use super::dates;
use super::did_you_mean::guess;
use super::markdown::{self, Cover, Opening, Piece};
use super::passage::Passage;
use super::problem::Complaint;
use super::sheet::{Kind, Sheet};
use crate::story::{Block, Date, Text, plain};

/// A heading and what stands below it, up to the next.
pub(super) struct Part {
    pub opening: Opening,
    pub summary: Option<Text>,
    pub body: Vec<Block>,
    /// How many blocks stand above the rule, and where it is.
    pub rule: Option<(usize, Range<usize>)>,
}

pub(super) fn parts(sheet: Sheet<'_>, start: usize, what: &str) -> Vec<Part> {
    let passage = Passage::of_file(sheet.text.get(start..).unwrap_or_default(), start);
    let mut parts: Vec<Part> = Vec::new();
    for piece in markdown::pieces(sheet, &passage, Cover::ClaimsOrVoice) {
        match (piece, parts.last_mut()) {
            (Piece::Opening(opening), _) => {
                if opening.title.is_empty() {
                    sheet.complain(opening.span.clone(), no_title(what));
                }
                parts.push(Part { opening, summary: None, body: Vec::new(), rule: None });
            }
            (Piece::Quote(text, span), Some(part)) if part.summary.is_none() && part.body.is_empty() => {
                refuse_drawn_in(sheet, span);
                part.summary = (!plain(&text).trim().is_empty()).then_some(text);
            }
            (Piece::Quote(_, span), Some(_)) => sheet.complain(
                span,
                Complaint::new(
                    "a block quote here is not allowed in a story",
                    "refused",
                    "keep block quotes for the summary right below a section's heading",
                ),
            ),
            (Piece::Block(block, _), Some(part)) => part.body.push(block),
            (Piece::Rule(span), Some(part)) if part.rule.is_none() => part.rule = Some((part.body.len(), span)),
            (Piece::Rule(span), Some(_)) => sheet.complain(span, misplaced_rule()),
            (Piece::Quote(_, span) | Piece::Block(_, span) | Piece::Rule(span), None) => sheet.complain(
                span,
                Complaint::new(
                    format!("this stands before the first {what}"),
                    "belongs nowhere",
                    format!("move it below a line `## … {{#id}}`, which opens a {what}"),
                ),
            ),
        }
    }
    parts
}

/// Markdown draws a paragraph into the block quote above it where no empty line parts the two.
fn refuse_drawn_in(sheet: Sheet<'_>, quote: Range<usize>) {
    let mut end = quote.start;
    for line in sheet.text.get(quote).unwrap_or_default().split_inclusive('\n') {
        let start = end;
        end += line.len();
        if !line.trim().is_empty() && !line.trim_start().starts_with('>') {
            let complaint = Complaint::new(
                "this belongs to the summary above, since no empty line parts the two",
                "drawn into the summary",
                "leave an empty line above it; where it is part of the summary, begin the line with >",
            );
            return sheet.complain(start..start + line.trim_end().len(), complaint);
        }
    }
}

/// What is said of a rule that parts nothing.
pub(super) fn misplaced_rule() -> Complaint {
    Complaint::new(
        "a rule here is not allowed in a story",
        "refused",
        "keep one line --- in a section of the article, below its key points and above its details",
    )
}

fn no_title(what: &str) -> Complaint {
    Complaint::new(
        format!("this {what} has no title"),
        "no words",
        format!("write the {what}'s title between ## and the id in braces"),
    )
}

pub(super) fn id_of(sheet: Sheet<'_>, opening: &Opening, kind: Kind) -> Option<String> {
    match &opening.id {
        Some(id) => {
            sheet.define(kind, id, opening.span.clone());
            Some(id.clone())
        }
        None => {
            let is_marked = sheet.text.get(opening.span.clone()).is_some_and(|line| line.trim_start().starts_with('#'));
            sheet.complain(opening.span.clone(), if is_marked { no_id() } else { underlined() });
            None
        }
    }
}

/// Reads `as_of` from a heading's braces and complains about all that is not known.
pub(super) fn attributes(sheet: Sheet<'_>, opening: &Opening, known: &[&str]) -> Option<Date> {
    let mut as_of = None;
    for (key, value) in &opening.attributes {
        if known.contains(&key.as_str()) {
            as_of = dates::date(value).map_err(|complaint| sheet.complain(opening.span.clone(), complaint)).ok();
        } else {
            let label = guess(key, known).unwrap_or_else(|| "unknown".into());
            sheet.complain(
                opening.span.clone(),
                Complaint::new(
                    format!("`{key}` is not known in a heading's braces"),
                    label,
                    "keep to {#id}, and in faq.md also {#id as_of=2026-02-17}",
                ),
            );
        }
    }
    as_of
}

fn no_id() -> Complaint {
    Complaint::new(
        "this heading has no id",
        "no {#id}",
        "end the line with an id in braces, as in `## The opening {#opening}`",
    )
}

/// Markdown makes a heading of a paragraph that has a line of hyphens right below it.
fn underlined() -> Complaint {
    Complaint::new(
        "a line of hyphens right below these words makes a heading of them",
        "a heading without an id",
        "leave an empty line above the line ---",
    )
}
