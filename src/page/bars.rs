//! The places of what comes up while one reads: the bar of those who are followed, and the note on a statement or a term.
//!
//! Deliberately absent: when they show, which is the islands'.

use leptos::prelude::*;

use super::Edition;
use crate::islands::{Following, Note};

/// The note.
pub(super) fn note(edition: &Edition<'_>) -> impl IntoView + use<> {
    let data = format!("{}{}", edition.place.root, edition.assets.evidence);
    let page = edition.evidence_page();
    view! { <Note><div data-facts=data data-evidence=page></div></Note> }
}

/// What is said of those who are followed, and the place of the bar. What is heard stands in the page from the first:
/// whoever listens is told only of what changes.
pub(super) fn following() -> impl IntoView {
    view! { <Following><p class="unseen" role="status"></p><div class="following-place"></div></Following> }
}
