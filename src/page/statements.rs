//! A passage as statements: what is said up to each claim, how sure it is, whose word, and whom it is about.
//!
//! Deliberately absent: how any of it is marked, which the style sheet says.

use leptos::prelude::*;

use super::Edition;
use crate::prose::inline;
use crate::story::{ClaimId, Inline, Target};

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
                let named = edition.story.actors.iter().filter(|actor| names(words, &actor.name));
                ids.extend(named.map(|actor| actor.id.to_string()));
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

/// Whether words have a name in them, whole and not as a part of another word.
fn names(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(at, _)| {
        let before = words.get(..at).and_then(|before| before.chars().next_back());
        let after = words.get(at + name.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
