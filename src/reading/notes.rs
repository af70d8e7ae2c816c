//! Reading the editors' notes, and holding their days to those of the article.
//!
//! Deliberately absent: whether a correction is right.

use std::ops::Range;

use super::fields::Fields;
use super::links;
use super::markdown::Cover;
use super::problem::Complaint;
use super::sheet::Sheet;
use crate::story::{Article, Note, NoteKind, Target};

/// A note and where it stands.
pub(super) struct Dated {
    pub note: Note,
    pub span: Range<usize>,
}

pub(super) fn note(fields: Fields<'_>) -> Option<Dated> {
    let kind = fields.choice("kind", &NoteKind::ALL);
    let date = fields.full_day("date");
    let text = fields.text("text", Cover::Free);
    let about = fields.maybe_string("about").and_then(|(written, span)| about(&fields.sheet(), &written, span));
    let was = fields.maybe_text("was");
    let span = fields.span();
    fields.finish();
    Some(Dated { note: Note { kind: kind?, date: date?, text: text?, about, was }, span })
}

/// The passage that a note is about: one that has room for it.
fn about(sheet: &Sheet<'_>, written: &str, span: Range<usize>) -> Option<Target> {
    let target = links::target(sheet, written, span.clone())?;
    if matches!(target, Target::Section(_) | Target::Question(_) | Target::Event(_)) {
        return Some(target);
    }
    sheet.complain(
        span,
        Complaint::new(
            format!("a note cannot stand beside `{written}`"),
            "not a passage",
            "write section:…, faq:… or event:…, or leave the line out if the note is about the whole story",
        ),
    );
    None
}

/// Complains of notes that are older than the story, and of changes that its front matter does not own up to.
/// Gives the notes, newest first.
pub(super) fn held_to(article: &Article, notes: Vec<Dated>, sheet: &Sheet<'_>) -> Vec<Note> {
    for Dated { note, span } in &notes {
        if note.date < article.published {
            sheet.complain(span.clone(), too_old(note, article));
        } else if note.kind != NoteKind::Note && note.date > article.updated.unwrap_or(article.published) {
            sheet.complain(span.clone(), not_owned_up(note));
        }
    }
    let mut notes: Vec<Note> = notes.into_iter().map(|dated| dated.note).collect();
    notes.sort_by_key(|note| std::cmp::Reverse(note.date));
    notes
}

fn too_old(note: &Note, article: &Article) -> Complaint {
    Complaint::new(
        format!("this {} is older than the story", note.kind.key()),
        format!("dated {}, and the story was published on {}", note.date, article.published),
        "correct its `date`, or `published` in the front matter of article.md",
    )
}

fn not_owned_up(note: &Note) -> Complaint {
    Complaint::new(
        format!("the article does not say that it changed on {}", note.date),
        format!("this {} is newer than `updated`", note.kind.key()),
        format!("write `updated = \"{}\"` in the front matter of article.md", note.date),
    )
}
