//! What the note shows, as a view.
//!
//! Deliberately absent: a text of its own for claims and terms; they look as on the page of sources.

use leptos::prelude::*;

use super::state::Shown;
use crate::browser;
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

    fn link(&self, to: &Target, text: Vec<AnyView>) -> AnyView {
        match (to, to.fragment()) {
            (Target::Web(url), _) => view! { <a href=url.clone() rel="external">{text}</a> }.into_any(),
            (Target::Story(slug), _) => {
                view! { <a href=[self.evidence, "../../", slug.as_str(), "/"].concat()>{text}</a> }.into_any()
            }
            (Target::Term(_), Some(id)) => {
                view! { <a class="to-term" href=self.source(&id) data-note=id>{text}</a> }.into_any()
            }
            (Target::Actor(actor), Some(id)) if browser::by_id(&id).is_some() => {
                let actor = actor.to_string();
                view! { <a class="to-actor" href=["#", &id].concat() data-actor=actor.clone() data-chooses=actor>{text}</a> }
                    .into_any()
            }
            (_, Some(id)) if browser::by_id(&id).is_some() => view! { <a href=["#", &id].concat()>{text}</a> }.into_any(),
            // A panel has only a part of the story.
            (_, id) => {
                let whole = [self.evidence, "../#", &id.unwrap_or_default()].concat();
                view! { <a href=whole target="_blank" rel="noopener">{text}</a> }.into_any()
            }
        }
    }

    fn reference(&self, claim: &ClaimId) -> AnyView {
        let id = ["claim-", claim.as_str()].concat();
        view! { <sup class="claim-ref"><a href=self.source(&id) data-note=id>{"\u{2192}"}</a></sup> }.into_any()
    }
}

impl InNote<'_> {
    fn source(&self, id: &str) -> String {
        [self.evidence, "#", id].concat()
    }
}

/// What the note shows.
pub(super) fn shown(prose: InNote<'_>, shown: Shown<'_>) -> AnyView {
    let words = prose.words();
    match shown {
        Shown::Nothing => ().into_any(),
        Shown::Fetching => view! { <p>{words.fetching}</p> }.into_any(),
        Shown::NotFetched(id) => {
            view! { <p>{words.not_fetched}" "<a href=prose.source(id)>{words.read_there}</a></p> }.into_any()
        }
        Shown::Claim(claim, evidence) => prose::claim(&prose, claim, (), evidence.cited(&claim.sources)),
        Shown::Term(term, evidence) => {
            view! {
                <strong class="term-name">{term.name.clone()}</strong>
                {prose::definition(&prose, term, evidence.cited(&term.sources))}
            }
            .into_any()
        }
    }
}
