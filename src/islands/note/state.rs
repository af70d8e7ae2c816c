//! What the note shows, as a pure function.
//!
//! Deliberately absent: opening and closing, which a native popover does by itself, and fetching.

use crate::contract::id;
use crate::story::{Claim, Evidence, Term};

/// What is known of the evidence, and what the reader asked about.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    evidence: Option<Evidence>,
    fetching: bool,
    failed: bool,
    asked: Option<String>,
}

/// What the note shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shown<'a> {
    /// Nothing has been asked.
    Nothing,
    /// That the answer is on its way.
    Fetching,
    /// That the answer at this address could not be fetched.
    NotFetched(&'a str),
    /// Who makes a claim, and where.
    Claim(&'a Claim, &'a Evidence),
    /// What a term means.
    Term(&'a Term, &'a Evidence),
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The island woke.
    Woke,
    /// The reader asked about a claim or a term, by its address: `claim-opening-count`.
    Asked(String),
    /// The evidence has come.
    Fetched(Evidence),
    /// The evidence could not be fetched.
    NotFetched,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Fetch the evidence.
    Fetch,
    /// Show the note beside what the reader asked about.
    Open,
}

impl State {
    /// Takes in what happened and answers with what is to be done; with nothing where there is nothing to say.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke => self.fetch().into_iter().collect(),
            Msg::Asked(id) if self.evidence.as_ref().is_some_and(|known| look_up(known, &id).is_none()) => Vec::new(),
            Msg::Asked(id) => {
                self.asked = Some(id);
                self.fetch().into_iter().chain([Effect::Open]).collect()
            }
            Msg::Fetched(evidence) => {
                self.evidence = Some(evidence);
                self.fetching = false;
                Vec::new()
            }
            Msg::NotFetched => {
                self.fetching = false;
                self.failed = true;
                Vec::new()
            }
        }
    }

    /// What failed before is tried anew.
    fn fetch(&mut self) -> Option<Effect> {
        let wanted = self.evidence.is_none() && !self.fetching;
        self.fetching |= wanted;
        self.failed &= !wanted;
        wanted.then_some(Effect::Fetch)
    }

    /// What the note shows.
    pub fn shown(&self) -> Shown<'_> {
        match (&self.asked, &self.evidence) {
            (None, _) => Shown::Nothing,
            (Some(id), Some(evidence)) => look_up(evidence, id).unwrap_or(Shown::NotFetched(id)),
            (Some(id), None) if self.failed => Shown::NotFetched(id),
            (Some(_), None) => Shown::Fetching,
        }
    }
}

fn look_up<'a>(evidence: &'a Evidence, id: &str) -> Option<Shown<'a>> {
    if let Some(id) = id.strip_prefix(id::CLAIM_PREFIX) {
        let claim = evidence.claims.iter().find(|claim| claim.id.as_str() == id);
        return claim.map(|claim| Shown::Claim(claim, evidence));
    }
    let id = id.strip_prefix(id::TERM_PREFIX)?;
    evidence.terms.iter().find(|term| term.id.as_str() == id).map(|term| Shown::Term(term, evidence))
}
