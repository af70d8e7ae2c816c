//! Reading `faq.md`.
//!
//! Deliberately absent: answers in more than one part.

use super::parts::{Part, attributes, id_of, misplaced_rule, parts};
use super::problem::Complaint;
use super::sheet::{Kind, Sheet};
use crate::story::{Question, QuestionId};

pub(super) fn questions(sheet: Sheet<'_>) -> Option<Vec<Question>> {
    parts(sheet, 0, "question").into_iter().map(|part| question(sheet, part)).collect()
}

fn question(sheet: Sheet<'_>, part: Part) -> Option<Question> {
    let Part { opening, summary, body, rule } = part;
    if let Some((_, span)) = rule {
        sheet.complain(span, misplaced_rule());
    }
    let id = id_of(sheet, &opening, Kind::Question);
    if id.as_deref() == Some("heading") {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                "a question cannot have the id `heading`",
                "taken by a part of the page",
                "give the question another id",
            ),
        );
    }
    let as_of = attributes(sheet, &opening, &["as_of"]);
    if summary.is_some() {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                "an answer has no block quote",
                "a block quote follows",
                "delete the > before the answer's first words",
            ),
        );
    }
    if body.is_empty() {
        sheet.complain(
            opening.span.clone(),
            Complaint::new(
                format!("the question \"{}\" has no answer", opening.title),
                "nothing follows",
                "write the answer below the question",
            ),
        );
    }
    Some(Question { id: QuestionId::new(id?), question: opening.title, answer: body, as_of })
}
