//! What comes after reading: related reading, on two shelves.
//!
//! Deliberately absent: choosing it by who reads.

use leptos::prelude::*;

use super::{Edition, text};
use crate::prose;
use crate::story::{Inline, Related, Shelf};

/// Related reading, on two shelves.
pub(super) fn related(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    view! {
        <section class="part" id="related" aria-labelledby="related-heading">
            <h2 id="related-heading">{words.related}</h2>
            <div class="shelves">
                {shelf(edition, Shelf::Explore, words.explore)}
                {shelf(edition, Shelf::Also, words.also)}
            </div>
        </section>
    }
}

fn shelf(edition: &Edition<'_>, shelf: Shelf, heading: &'static str) -> Option<impl IntoView + use<>> {
    let on_shelf = edition.story.related.iter().filter(|related| related.shelf == shelf);
    let items: Vec<_> = on_shelf.map(|related| item(edition, related)).collect();
    (!items.is_empty()).then(|| view! { <div><h3>{heading}</h3><ul class="shelf">{items}</ul></div> })
}

fn item(edition: &Edition<'_>, related: &Related) -> impl IntoView + use<> {
    let title = vec![Inline::Words(related.title.clone())];
    view! {
        <li>
            {text::link(edition, &related.link, prose::inline(edition, &title))}
            <p>{prose::inline(edition, &related.text)}</p>
        </li>
    }
}
