//! The links that open the dialog for those who embed the story or a part of it, and what it has to know.
//!
//! Deliberately absent: the dialog, which the island makes when it is first asked for.

use leptos::prelude::*;

use super::{Edition, PageKind, Panel, panels};
use crate::islands::Embed;
use crate::islands::embed::data::{self, Embeds};
use crate::words::embedding::{Words, in_language};

/// Opens the dialog for a panel; without scripts it leads to the panel alone. Panels that stand alone have none.
pub(super) fn link(edition: &Edition<'_>, panel: Panel) -> Option<impl IntoView + use<>> {
    let words = in_language(&edition.story.article.language);
    let name = name(edition, words, panel);
    let href = path(edition, panel);
    edition.alone().is_none().then(|| {
        view! {
            <a class="embed-link" href=href data-embeds=panel.key()>
                {words.embed}<span class="unseen">": "{name}</span>
            </a>
        }
    })
}

fn path(edition: &Edition<'_>, panel: Panel) -> String {
    format!("{}{}/embed/{}/", edition.place.root, edition.story.slug, panel.key())
}

fn name(edition: &Edition<'_>, words: &Words, panel: Panel) -> String {
    match panel {
        Panel::Story => words.whole_story.to_owned(),
        Panel::Card => words.card.to_owned(),
        _ => edition.parts().into_iter().find(|(id, _)| *id == panel.key()).map(|(_, name)| name).unwrap_or_default(),
    }
}

/// What can be embedded, as data; addresses are relative to `/<slug>/data/`, where it is written.
pub(super) fn embeds(edition: &Edition<'_>) -> Embeds {
    let words = in_language(&edition.story.article.language);
    let panels = panels(edition).into_iter().map(|panel| entry(edition, words, panel)).collect();
    Embeds { script: "../../embed.js".into(), panels }
}

fn entry(edition: &Edition<'_>, words: &Words, panel: Panel) -> data::Panel {
    let key = panel.key();
    data::Panel {
        key: key.to_owned(),
        name: name(edition, words, panel),
        address: format!("../embed/{key}/"),
        title: edition.words.panel_title(key, edition.story, &edition.story.article.title),
        height: panel.height(),
        page: format!("../{}", panel.fragment()),
    }
}

/// The place of the dialog; a single file, whose links lead on, has none.
pub(super) fn dialog(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let facts = format!("{}{}", edition.place.root, edition.assets.embeds);
    (edition.place.kind != PageKind::Single).then(|| view! { <Embed><div data-facts=facts></div></Embed> })
}
