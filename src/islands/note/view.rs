//! What the note shows, as a view.
//!
//! Deliberately absent: a text of its own for claims and terms; they look as on the page of sources.

use leptos::either::EitherOf4;
use leptos::prelude::*;

use super::state::Shown;
use crate::browser;
use crate::contract::{attribute, id};
use crate::prose::{self, Prose};
use crate::story::{ClaimId, Target};
use crate::words::facts::Words;

/// A text in a note on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct InNote<'a> {
    /// The page's language.
    pub language: &'a str,
    /// The way to the page of what the story rests on.
    pub evidence: &'a str,
}

impl Prose for InNote<'_> {
    fn words(&self) -> &'static Words {
        crate::words::facts::in_language(self.language)
    }

    /// One view for links of all kinds, since each weighs as much as the rest of a note.
    fn link(&self, to: &Target, text: Vec<AnyView>) -> AnyView {
        let id = to.fragment();
        let is_here = id.as_ref().is_some_and(|id| browser::by_id(id).is_some());
        let href = match (to, &id) {
            (Target::Web(url), _) => url.clone(),
            (Target::Story(slug), _) => [self.evidence, "../../", slug.as_str(), "/"].concat(),
            (Target::Term(_), Some(id)) => self.source(id),
            (_, Some(id)) if is_here => id::link_to(id),
            // A panel has only a part of the story.
            (_, id) => [self.evidence, "../#", id.as_deref().unwrap_or_default()].concat(),
        };
        let actor = match to {
            Target::Actor(id) if is_here => Some(id.to_string()),
            _ => None,
        };
        let note = id.filter(|_| matches!(to, Target::Term(_)));
        let class = actor.is_some().then_some("to-actor").or(note.is_some().then_some("to-term"));
        let is_away = !is_here && note.is_none() && !matches!(to, Target::Web(_) | Target::Story(_));
        let (target, rel) = if is_away { (Some("_blank"), Some("noopener")) } else { (None, None) };
        view! {
            <a class=class href=href rel=rel target=target data-actor=actor>
                {text}
            </a>
        }
        .into_any()
    }

    fn reference(&self, claim: &ClaimId) -> AnyView {
        let id = id::claim(claim.as_str());
        view! { <sup class="claim-ref"><a href=self.source(&id)>{"\u{2192}"}</a></sup> }.into_any()
    }
}

impl InNote<'_> {
    fn source(&self, id: &str) -> String {
        [self.evidence, "#", id].concat()
    }
}

/// What the note shows.
pub(super) fn shown(prose: InNote<'_>, shown: Shown<'_>) -> impl IntoView + use<> {
    let words = prose.words();
    let said = |said: &'static str, id: Option<&str>| {
        // A frame keeps its panel.
        let target = browser::page_has(attribute::EMBED).then_some("_blank");
        let link = id.map(|id| view! { " "<a href=prose.source(id) target=target>{words.read_there}</a> });
        view! { <p role="status">{said}{link}</p> }
    };
    match shown {
        Shown::Nothing => EitherOf4::A(()),
        Shown::Fetching => EitherOf4::B(said(words.fetching, None)),
        Shown::NotFetched(id) => EitherOf4::B(said(words.not_fetched, Some(id))),
        Shown::Claim(claim, evidence) => EitherOf4::C(prose::claim(&prose, claim, (), &evidence.cited(&claim.sources))),
        Shown::Term(term, evidence) => EitherOf4::D(view! {
            <strong class="term-name">{term.name.clone()}</strong>
            {prose::definition(&prose, term, &evidence.cited(&term.sources))}
        }),
    }
}
