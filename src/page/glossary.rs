//! The glossary.
//!
//! Deliberately absent: definitions at the place where a term is used; a note brings them.

use leptos::prelude::*;

use super::Edition;
use crate::contract::id;
use crate::prose;
use crate::story::Term;

/// The glossary, in the order of the alphabet; nothing where nothing is explained.
pub(super) fn glossary(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let mut terms: Vec<&Term> = edition.story.terms.iter().collect();
    edition.sort_by_name(&mut terms, |term| &term.name);
    let terms: Vec<_> = terms.into_iter().map(|item| term(edition, item)).collect();
    (!terms.is_empty()).then(|| {
        view! {
            <section class="part" id="glossary" aria-labelledby="glossary-heading">
                <h2 id="glossary-heading">{edition.words.glossary}</h2>
                <dl class="terms">{terms}</dl>
            </section>
        }
    })
}

fn term(edition: &Edition<'_>, term: &Term) -> impl IntoView + use<> {
    view! {
        <div class="term" id=id::term(term.id.as_str())>
            <dt><strong class="term-name">{term.name.clone()}</strong></dt>
            <dd>{prose::definition(edition, term, &edition.story.cited(&term.sources))}</dd>
        </div>
    }
}
