//! A passage as statements: what is said up to each claim, how sure it is, whose word, and whom it is about.
//!
//! Deliberately absent: how any of it is marked, which the style sheet says.

use std::ops::Range;

use leptos::prelude::*;

use super::Edition;
use crate::prose::inline;
use crate::story::{Actor, ClaimId, Inline, Target};

/// A paragraph's text in statements, each with how sure it is and whose word, up to the claim that covers it.
pub(super) fn statements(edition: &Edition<'_>, text: &[Inline]) -> Vec<AnyView> {
    let mut views = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.iter().position(|piece| matches!(piece, Inline::Claim(_))) {
        let (said, claim) = rest.split_at(at);
        let (claim, after) = claim.split_at(1);
        let (space, said) = leading_space(said);
        views.push(space.into_any());
        if let [Inline::Claim(id)] = claim {
            let said = inline(edition, &said);
            views.push(if said.is_empty() { ().into_any() } else { statement(edition, id, said) });
        }
        views.extend(inline(edition, claim));
        rest = after;
    }
    views.extend(inline(edition, rest));
    views
}

/// The space before the first word, which is no part of the statement, and what is said.
fn leading_space(said: &[Inline]) -> (String, Vec<Inline>) {
    let mut said = said.to_vec();
    let mut space = String::new();
    if let Some(Inline::Words(words)) = said.first_mut() {
        let start = words.len()
            - words.trim_start_matches(|letter: char| !letter.is_alphanumeric() && !is_opening(letter)).len();
        let kept = words.split_off(start);
        space = std::mem::replace(words, kept);
        if words.is_empty() {
            said.remove(0);
        }
    }
    (space, said)
}

fn is_opening(letter: char) -> bool {
    matches!(letter, '\u{201c}' | '\u{2018}' | '(' | '[')
}

fn statement(edition: &Edition<'_>, id: &ClaimId, said: Vec<AnyView>) -> AnyView {
    let claim = edition.story.claim(id);
    let status = claim.map(|claim| claim.status.key());
    let actor = claim.and_then(|claim| claim.actor.as_ref());
    let side = edition.story.sides().position(|side| actor == Some(&side.id));
    let side = side.map(|side| side + 1);
    view! { <span class="statement" data-status=status data-side=side>{said}</span> }.into_any()
}

/// The ids of the actors that a passage names or whose word it gives, for the attribute `data-about`.
pub(super) fn about(edition: &Edition<'_>, text: &[Inline]) -> Option<String> {
    let mut ids: Vec<String> = Vec::new();
    collect_actors(edition, text, &mut ids);
    ids.sort_unstable();
    ids.dedup();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn collect_actors(edition: &Edition<'_>, text: &[Inline], ids: &mut Vec<String>) {
    for piece in text {
        match piece {
            Inline::Words(words) => {
                ids.extend(named(words, &edition.story.actors).map(|actor| actor.id.to_string()));
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) => collect_actors(edition, inner, ids),
            Inline::Link { to, text } => {
                if let Target::Actor(id) = to {
                    ids.push(id.to_string());
                }
                collect_actors(edition, text, ids);
            }
            Inline::Claim(id) => {
                let actor = edition.story.claim(id).and_then(|claim| claim.actor.as_ref());
                ids.extend(actor.map(ToString::to_string));
            }
        }
    }
}

/// The actors whom words name: where one name is a part of another, as Sudan of South Sudan, the longer alone.
fn named<'a>(words: &str, actors: &'a [Actor]) -> impl Iterator<Item = &'a Actor> + use<'a> {
    let found: Vec<(&Actor, Range<usize>)> =
        actors.iter().flat_map(|actor| places_of(words, &actor.name).map(move |place| (actor, place))).collect();
    let is_within = |place: &Range<usize>, other: &Range<usize>| {
        other.start <= place.start && place.end <= other.end && other.len() > place.len()
    };
    let whole: Vec<&Actor> = found
        .iter()
        .filter(|(_, place)| !found.iter().any(|(_, other)| is_within(place, other)))
        .map(|(actor, _)| *actor)
        .collect();
    whole.into_iter()
}

/// Where words have a name in them, whole and not as a part of another word.
fn places_of(words: &str, name: &str) -> impl Iterator<Item = Range<usize>> {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    words.match_indices(name).map(|(at, found)| at..at + found.len()).filter(move |place| {
        let (before, after) = (words.get(..place.start), words.get(place.end..));
        !is_letter(before.and_then(|before| before.chars().next_back()))
            && !is_letter(after.and_then(|after| after.chars().next()))
    })
}
