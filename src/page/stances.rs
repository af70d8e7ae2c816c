//! How a stance is told: by a mark's shape, by a country's pattern, and by its name in the legend, which filters.
//!
//! Deliberately absent: colours, which the style sheet gives. Each stance can be told without any.

use leptos::prelude::*;

use super::Edition;
use crate::contract::id;
use crate::story::{Actor, Stance};

/// The width and height of a pattern's tile, in units of a sheet.
const TILE: &str = "9";

/// The stance of what an actor mainly said or did.
pub(super) fn main_stance(actor: &Actor) -> Option<Stance> {
    actor.reactions.first().map(|reaction| reaction.stance)
}

/// All stances that an actor took, as the legend asks for them.
pub(super) fn keys(actor: &Actor) -> String {
    let took = |stance: &Stance| actor.reactions.iter().any(|reaction| reaction.stance == *stance);
    Stance::ALL.into_iter().filter(took).map(Stance::key).collect::<Vec<_>>().join(" ")
}

/// The shape of a stance's mark, so that it can be told without colour.
pub(super) fn glyph(stance: Stance) -> &'static str {
    match stance {
        Stance::Mediates => "M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0z",
        Stance::Party => "M-9-9h18v18h-18z",
        Stance::Welcomes => "M0-11L11 8H-11z",
        Stance::UrgesDiplomacy => "M0-12L12 0 0 12-12 0z",
        Stance::Critical => "M0 11L-11-8H11z",
        Stance::MilitaryAction => "M-4-11h8v7h7v8h-7v7h-8v-7h-7v-8h7z",
    }
}

/// The lines of a stance's pattern on a tile, so that a country's stance can be told without colour too: dots, lying
/// lines, standing lines, slanted lines, zigzag, crossed lines.
fn lines(stance: Stance) -> &'static str {
    match stance {
        Stance::Mediates => "M2 2h0M6.5 6.5h0",
        Stance::Party => "M0 2h9M0 6.5h9",
        Stance::Welcomes => "M2 0v9M6.5 0v9",
        Stance::UrgesDiplomacy => "M-2 2l4-4M-1 10L10-1M7 11l4-4",
        Stance::Critical => "M-1 5.5L2 2.5 6.5 7 10 3.5",
        Stance::MilitaryAction => "M-1-1L10 10M10-1L-1 10",
    }
}

/// A mark beside the name of its stance.
pub(super) fn stance_mark(stance: Stance) -> impl IntoView + use<> {
    view! {
        <svg class="stance-mark" viewBox="-13 -13 26 26" data-stance=stance.key() aria-hidden="true">
            <path class="map-mark" d=glyph(stance)></path>
        </svg>
    }
}

/// The address of a stance's pattern; on sheets that can be zoomed it keeps its size on the screen.
pub(super) fn fill(stance: Stance, zoomed: bool) -> String {
    format!("url(#{}-{})", if zoomed { "zoomed" } else { "stance" }, stance.key())
}

/// The patterns, in a drawing that shows nothing itself.
pub(super) fn patterns() -> impl IntoView + use<> {
    let patterns: Vec<_> = Stance::ALL
        .into_iter()
        .map(|stance| {
            let key = stance.key();
            view! {
                <pattern id=format!("stance-{key}") data-stance=key width=TILE height=TILE patternUnits="userSpaceOnUse">
                    <rect width=TILE height=TILE></rect>
                    <path d=lines(stance)></path>
                </pattern>
                <pattern class="map-zoomed" id=format!("zoomed-{key}") href=format!("#stance-{key}")></pattern>
            }
        })
        .collect();
    view! { <svg class="map-patterns" width="0" height="0" aria-hidden="true">{patterns}</svg> }
}

/// The legend, which shows those of one stance alone where the reader wants that. It works without any script.
pub(super) fn legend(edition: &Edition<'_>) -> impl IntoView + use<> {
    let words = edition.words;
    let took = |actor: &Actor, stance: Stance| actor.reactions.iter().any(|reaction| reaction.stance == stance);
    let count = |stance: Stance| edition.story.reacting().filter(|actor| took(actor, stance)).count();
    let items: Vec<_> = Stance::ALL
        .into_iter()
        .map(|stance| (stance, count(stance)))
        .filter(|(_, count)| *count > 0)
        .map(|(stance, count)| {
            let signs = view! { {stance_mark(stance)}{swatch(stance)} }.into_any();
            choice(stance.key(), signs, words.counted_choice(&edition.stance(stance), count))
        })
        .collect();
    let all = edition.words.counted_choice(words.all_stances, edition.story.reacting().count());
    view! {
        <fieldset class="map-legend">
            <legend class="unseen">{words.filter_stances}</legend>
            {choice("all", ().into_any(), all)}
            {items}
        </fieldset>
    }
}

fn choice(key: &'static str, signs: AnyView, name: String) -> impl IntoView + use<> {
    let id = id::legend(key);
    view! {
        <label><input type="radio" name="stance" id=id value=key checked=key == "all"/><span>{signs}{name}</span></label>
    }
}

fn swatch(stance: Stance) -> impl IntoView + use<> {
    view! {
        <svg class="stance-swatch" viewBox="0 0 27 18" aria-hidden="true">
            <rect width="27" height="18" fill=fill(stance, false)></rect>
        </svg>
    }
}
