//! The reactions: a map and a list that says the same.
//!
//! Deliberately absent: whose reactions the panel shows, which is the island's.

use leptos::prelude::*;

use super::{Edition, Panel, embed, landmarks, map, stances, text};
use crate::contract::id;
use crate::islands::Reactions;
use crate::prose;
use crate::story::{Actor, Reaction};

/// The map and the list.
pub(super) fn reactions(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let cards: Vec<_> = edition.story.reacting().map(|actor| card(edition, actor)).collect();
    let reacted = (!cards.is_empty()).then(|| view! { {map::map(edition)}<ul class="cards">{cards}</ul> });
    let (panel, others) = (panel(edition), others(edition));
    let intro = edition.story.wording.intro.clone().unwrap_or_else(|| words.reactions_intro.to_owned());
    view! {
        <section class="part" id="reactions" aria-labelledby="reactions-heading">
            <h2 id="reactions-heading">{words.reactions_of(edition.story)}</h2>
            {embed::link(edition, Panel::Reactions)}
            <p class="intro">{intro}</p>
            <Reactions>
                {panel}
                {reacted}
                {others}
            </Reactions>
            {landmarks::landmarks(edition)}
        </section>
    }
}

/// Where the reactions of those who are followed come to stand.
fn panel(edition: &Edition<'_>) -> impl IntoView + use<> {
    let labels = edition.labels;
    view! {
        <div class="reactions-panel tools">
            <div class="reactions-chosen">
                <p class="reactions-hint">{labels.choose_an_actor}</p>
                <div class="reactions-said"></div>
            </div>
            <div class="reactions-steps">
                <button type="button" data-step="back">{labels.previous_actor}</button>
                <button type="button" data-step="forward">{labels.next_actor}</button>
            </div>
        </div>
    }
}

fn card(edition: &Edition<'_>, actor: &Actor) -> impl IntoView + use<> {
    let id = actor.id.to_string();
    let reactions: Vec<_> = actor.reactions.iter().map(|item| reaction(edition, item)).collect();
    view! {
        <li
            class="card"
            id=id::actor(&id)
            data-actor=id.clone()
            data-followable=id.clone()
            data-name=actor.name.clone()
            data-stances=stances::keys(actor)
        >
            <h3><a href=id::link_to(&id::actor(&id)) data-actor=id.clone()>{actor.name.clone()}</a></h3>
            {reactions}
        </li>
    }
}

/// Those who are named and have not reacted, so that they too have an address and can be followed.
fn others(edition: &Edition<'_>) -> Option<impl IntoView + use<>> {
    let others = edition.story.actors.iter().filter(|actor| actor.reactions.is_empty());
    let items: Vec<_> = others
        .map(|actor| {
            let id = actor.id.to_string();
            let count = edition.words.events(edition.story.events_with(&actor.id));
            view! {
                <li id=id::actor(&id) data-followable=id.clone() data-name=actor.name.clone()>
                    {text::actor_link(edition, &actor.id, actor.name.clone())}" "<span class="other-count">{count}</span>
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <div class="others"><h3>{edition.words.others}</h3><ul>{items}</ul></div> }
    })
}

/// All actors, for those who are followed where the list of reactions is not.
pub(super) fn named(edition: &Edition<'_>) -> impl IntoView + use<> {
    let actors = edition.story.actors.iter();
    let actors =
        actors.map(|actor| view! { <li data-followable=actor.id.to_string() data-name=actor.name.clone()></li> });
    view! { <ul hidden>{actors.collect_view()}</ul> }
}

fn reaction(edition: &Edition<'_>, reaction: &Reaction) -> impl IntoView + use<> {
    let said_in = reaction.said_in.as_ref().map(|place| format!(", {}", edition.words.said_in(place)));
    view! {
        <div class="reaction" data-stance=reaction.stance.key()>
            <p class="reaction-stance">
                {stances::stance_mark(reaction.stance)}
                {edition.stance(reaction.stance)}
            </p>
            <p class="reaction-text">{prose::inline(edition, &reaction.text)}</p>
            <p class="reaction-date">{prose::date(edition.words.facts, &reaction.date)}{said_in}</p>
        </div>
    }
}
