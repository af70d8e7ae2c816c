//! The panels beside the article: the surprising fact and the tip.
//!
//! Deliberately absent: the FAQ, which answers to the reader.

use leptos::prelude::*;

use super::Edition;
use super::statements::statements;
use crate::contract::id;
use crate::story::Text;

/// "Did you know?"
pub(super) fn did_you_know(edition: &Edition<'_>) -> impl IntoView + use<> {
    panel(edition, "did-you-know", edition.words.did_you_know, &edition.story.did_you_know)
}

/// The tip.
pub(super) fn tip(edition: &Edition<'_>) -> impl IntoView + use<> {
    panel(edition, id::TIP, edition.words.tip, &edition.story.tip)
}

fn panel(edition: &Edition<'_>, id: &'static str, heading: &'static str, body: &Text) -> impl IntoView + use<> {
    let label = id::heading(id);
    view! {
        <section class="panel" id=id aria-labelledby=label.as_str().to_owned()>
            <h2 id=label.as_str().to_owned()>{heading}</h2>
            <p>{statements(edition, body)}</p>
        </section>
    }
}
