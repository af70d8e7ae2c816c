//! Figures: each number beside its counter-figures, in equal weight.
//!
//! Deliberately absent: pictures of numbers.

use leptos::prelude::*;

use super::{Edition, text};
use crate::story::{Count, Figure};

/// The figures.
pub(super) fn figures(edition: &Edition<'_>) -> impl IntoView + use<> {
    let figures: Vec<_> = edition.story.figures.iter().map(|item| figure(edition, item)).collect();
    view! {
        <section class="part" id="figures" aria-labelledby="figures-heading">
            <h2 id="figures-heading">{edition.words.figures}</h2>
            <div class="figures">{figures}</div>
        </section>
    }
}

fn figure(edition: &Edition<'_>, figure: &Figure) -> impl IntoView + use<> {
    let counts: Vec<_> = figure.counts.iter().map(|item| count(edition, item)).collect();
    let note = figure.note.as_ref().map(|note| view! { <p class="figure-note">{text::inline(edition, note)}</p> });
    view! {
        <div class="figure" id=format!("figure-{}", figure.id)>
            <h3>{figure.question.clone()}</h3>
            {note}
            <ul class="counts">{counts}</ul>
        </div>
    }
}

fn count(edition: &Edition<'_>, count: &Count) -> impl IntoView + use<> {
    view! {
        <li class="count">
            <p class="count-value"><strong>{count.value.clone()}</strong>" "<span>{count.unit.clone()}{text::claim_reference(edition, &count.claim)}</span></p>
            <p class="count-who">{count.who.clone()}{edition.words.comma}{text::date(edition, &count.date)}</p>
            <p class="count-note">{text::inline(edition, &count.uncertainty)}</p>
        </li>
    }
}
