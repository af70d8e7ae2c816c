//! The glossary.
//!
//! Deliberately absent: definitions at the place where a term is used.

use leptos::prelude::*;

use super::{Edition, text};
use crate::story::Term;

/// The glossary.
pub(super) fn glossary(edition: &Edition<'_>) -> impl IntoView + use<> {
    let terms = list(edition, edition.story.terms.iter().collect());
    view! {
        <section class="part" id="glossary" aria-labelledby="glossary-heading">
            <h2 id="glossary-heading">{edition.words.glossary}</h2>
            {terms}
        </section>
    }
}

/// The terms that the text links to; nothing where it links to none.
pub(super) fn explained(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let terms: Vec<&Term> = edition.story.terms.iter().filter(|term| edition.is_linked(&term.id)).collect();
    (!terms.is_empty()).then(|| list(edition, terms))
}

/// Terms in the order of the alphabet.
fn list(edition: &Edition<'_>, mut terms: Vec<&Term>) -> impl IntoView + use<> {
    terms.sort_by_key(|term| {
        term.name.to_lowercase().trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
    });
    let terms: Vec<_> = terms
        .into_iter()
        .map(|term| {
            let sources = (!term.sources.is_empty()).then(|| {
                let label = text::label(edition, edition.words.source);
                view! { <p class="account">{label}{text::sources(edition, &term.sources)}</p> }
            });
            view! {
                <div class="term" id=format!("term-{}", term.id) data-noted=format!("term-{}", term.id)>
                    <dt><strong class="term-name">{term.name.clone()}</strong></dt>
                    <dd><p>{text::inline(edition, &term.definition)}</p>{sources}</dd>
                </div>
            }
        })
        .collect();
    view! { <dl class="terms">{terms}</dl> }
}
