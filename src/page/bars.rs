//! What comes up while one reads: the bar of those who are followed, and the note on a statement or a term.
//!
//! Deliberately absent: when they show, which is the islands'.

use leptos::prelude::*;

use super::Edition;
use crate::islands::{Following, Note};
use crate::story::Actor;

/// The note.
pub(super) fn note(edition: &Edition<'_>) -> impl IntoView + use<> {
    let data = format!("{}{}", edition.place.root, edition.assets.evidence);
    let page = edition.evidence_page();
    view! { <Note><div data-facts=data data-evidence=page></div></Note> }
}

/// The bar of those who are followed.
pub(super) fn following(edition: &Edition<'_>) -> impl IntoView + use<> {
    let labels = edition.labels;
    let mut actors: Vec<&Actor> = edition.story.actors.iter().collect();
    actors.sort_by(|one, other| one.name.cmp(&other.name));
    let actors =
        actors.into_iter().map(|actor| view! { <option value=actor.id.to_string()>{actor.name.clone()}</option> });
    let actors = actors.collect_view();
    let step = |step: &'static str, label: &'static str, arrow: &'static str| {
        view! {
            <button type="button" data-step=step aria-label=label><span aria-hidden="true">{arrow}</span></button>
        }
    };
    view! {
        <Following>
            <p class="unseen" role="status"></p>
            <section class="following-bar tools" aria-label=labels.following hidden>
                <p class="following-who"><strong></strong>" "<span class="following-extent"></span></p>
                <div class="following-steps">
                    {step("back", labels.previous_passage, "\u{2191}")}
                    {step("forward", labels.next_passage, "\u{2193}")}
                </div>
                <label class="following-compare">
                    <span class="unseen">{labels.compare_with}</span>
                    <select autocomplete="off"><option value="">{labels.compare_with}</option>{actors}</select>
                </label>
                <button type="button" class="following-end">{labels.show_all}</button>
            </section>
            <div class="following-room"></div>
        </Following>
    }
}
