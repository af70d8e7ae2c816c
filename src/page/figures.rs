//! Figures: counts beside their counter-counts in equal weight, tables, and values over time.
//!
//! Deliberately absent: colours of sides, and an order by size; the editors' order stays.

use leptos::prelude::*;

use super::units::{Picture, Squares, Units, units};
use super::{Edition, chart, table, text};
use crate::prose;
use crate::story::{Bound, Content, Count, Figure};

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
    let content = match &figure.content {
        Content::Counts(counts) => self::counts(edition, counts).into_any(),
        Content::Table(table) => table::table(edition, &figure.question, table).into_any(),
        Content::Chart(chart) => chart::chart(edition, &figure.id, chart).into_any(),
    };
    let note = figure.note.as_ref().map(|note| view! { <p class="figure-note">{prose::inline(edition, note)}</p> });
    view! {
        <div class="figure" id=format!("figure-{}", figure.id)>
            <h3>{figure.question.clone()}</h3>
            {note}
            {content}
        </div>
    }
}

fn counts(edition: &Edition<'_>, counts: &[Count]) -> impl IntoView + use<> {
    let amounts: Vec<_> = counts.iter().map(|item| (item.amount, item.bound)).collect();
    let units = units(&amounts);
    let pictures = units.counts.iter().map(|squares| picture(&units, squares));
    let items: Vec<_> = counts.iter().zip(pictures).map(|(item, picture)| count(edition, item, picture)).collect();
    view! {
        <ul class="counts">{items}</ul>
        <p class="figure-scale">{scale(edition, counts, units.unit)}</p>
    }
}

/// What a square stands for, and how numbers that are bounds are drawn where there are some.
fn scale(edition: &Edition<'_>, counts: &[Count], unit: u64) -> String {
    let words = edition.words;
    let has = |bound: Bound| counts.iter().any(|count| count.bound == bound);
    let square = words.each_square(unit);
    let minimum = has(Bound::Least).then_some(words.dashed_squares);
    let maximum = has(Bound::Most).then_some(words.outlined_squares);
    [Some(&*square), minimum, maximum].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A count in squares, hidden from those who do not see it, because number and words say all of it.
fn picture(units: &Units, squares: &Squares) -> AnyView {
    let Picture { filled, outlined, dashed } = squares.picture();
    let paths = [("count-filled", filled), ("count-outlined", outlined), ("count-dashed", dashed)];
    let paths: Vec<_> = paths
        .into_iter()
        .filter(|(_, d)| !d.is_empty())
        .map(|(class, d)| view! { <path class=class d=d></path> })
        .collect();
    view! { <svg class="count-picture" viewBox=units.view_box() aria-hidden="true">{paths}</svg> }.into_any()
}

/// The picture comes first: all of a figure are of one height, so that pictures and numbers stand in line.
fn count(edition: &Edition<'_>, count: &Count, picture: AnyView) -> impl IntoView + use<> {
    view! {
        <li class="count">
            {picture}
            <p class="count-value"><strong>{count.value.clone()}</strong>" "<span>{count.unit.clone()}{text::claim_reference(edition, &count.claim)}</span></p>
            <p class="count-who">{prose::isolated(&count.who).into_owned()}{edition.words.facts.comma}{prose::date(edition.words.facts, &count.date)}</p>
            <p class="count-note">{prose::inline(edition, &count.uncertainty)}</p>
        </li>
    }
}
