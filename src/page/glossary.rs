//! The glossary.
//!
//! Deliberately absent: definitions at the place where a term is used.

use leptos::prelude::*;

use super::{Edition, text};
use crate::story::Term;

/// The glossary, in the order of the alphabet.
pub(super) fn glossary(edition: &Edition<'_>) -> impl IntoView + use<> {
    let mut terms: Vec<&Term> = edition.story.terms.iter().collect();
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
    view! {
        <section class="part" id="glossary" aria-labelledby="glossary-heading">
            <h2 id="glossary-heading">{edition.words.glossary}</h2>
            <dl class="terms">{terms}</dl>
        </section>
    }
}
