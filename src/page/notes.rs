//! What the editors say about the story itself: at its top, beside the passages, and as its history.
//!
//! Deliberately absent: earlier versions of the story; a correction says what stood there before.

use leptos::prelude::*;

use super::{Edition, text};
use crate::prose;
use crate::story::{Note, Target};

/// All notes, above the article.
pub(super) fn notes(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let notes: Vec<_> = edition.story.notes.iter().map(|item| note(edition, item, true)).collect();
    (!notes.is_empty())
        .then(|| view! { <aside class="notes" id="notes" aria-label=edition.words.notes>{notes}</aside> })
}

/// The notes about a passage, to stand in it.
pub(super) fn beside(edition: &Edition<'_>, passage: &Target) -> Option<impl IntoView + use<>> {
    let notes: Vec<_> = edition.story.notes_about(passage).map(|item| note(edition, item, false)).collect();
    (!notes.is_empty()).then(|| view! { <div class="notes" role="note">{notes}</div> })
}

fn note(edition: &Edition<'_>, note: &Note, leads: bool) -> impl IntoView + use<> {
    let lead = note.about.as_ref().filter(|_| leads).map(|passage| to_passage(edition, passage));
    view! {
        <p data-note=note.kind.key()>
            <strong>{edition.words.note(note.kind)}{edition.words.facts.comma}{prose::day(edition.words.facts, note.date)}{edition.words.stop}</strong>
            {prose::inline(edition, &note.text)}
            {lead}
        </p>
    }
}

fn to_passage(edition: &Edition<'_>, passage: &Target) -> impl IntoView + use<> {
    view! { " "<a class="to-passage" href=text::address(edition, passage)>{edition.words.to_passage}</a> }
}

/// What changed and when, the newest first, down to the day of publication.
pub(super) fn history(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let entries: Vec<_> = edition.story.notes.iter().map(|item| entry(edition, item)).collect();
    view! {
        <section class="part" id="history" aria-labelledby="history-heading">
            <h2 id="history-heading">{words.history}</h2>
            <p class="intro">{words.history_intro}</p>
            <ol class="history">
                {entries}
                <li><p class="history-day">{prose::day(edition.words.facts, edition.story.article.published)}</p><p>{words.first_published}</p></li>
            </ol>
        </section>
    }
}

fn entry(edition: &Edition<'_>, note: &Note) -> impl IntoView + use<> {
    let words = edition.words;
    let was = note.was.as_ref().map(|was| {
        view! { <p class="history-was">{prose::label(edition.words.facts, words.was)}<del>{prose::inline(edition, was)}</del></p> }
    });
    let lead = note.about.as_ref().map(|passage| to_passage(edition, passage));
    view! {
        <li data-note=note.kind.key()>
            <p class="history-day">{prose::day(edition.words.facts, note.date)}</p>
            <p><strong>{words.note(note.kind)}{words.stop}</strong>{prose::inline(edition, &note.text)}{lead}</p>
            {was}
        </li>
    }
}
