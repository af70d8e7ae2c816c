//! Reading `glossary.toml`.
//!
//! Deliberately absent: finding the terms in the text; an editor links them.

use super::fields::Fields;
use super::markdown::Cover;
use super::sheet::Kind;
use crate::story::{SourceId, Term, TermId};

pub(super) fn terms(file: Fields<'_>) -> Option<Vec<Term>> {
    let terms = file.each("term", "[[term]]", term);
    file.finish();
    terms
}

fn term(fields: Fields<'_>) -> Option<Term> {
    let id = fields.id(Kind::Term);
    let name = fields.words("name");
    let definition = fields.text("definition", Cover::Free);
    let sources = fields.mentions("sources", Kind::Source).into_iter().map(SourceId::new).collect();
    fields.finish();
    Some(Term { id: TermId::new(id?), name: name?, definition: definition?, sources })
}
