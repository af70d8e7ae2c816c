//! In which order the claims stand, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, and the case of letters: speakers come folded.

use crate::story::Status;

/// A claim as the page has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Whose word it is, folded.
    pub speaker: String,
    /// How sure it is, by the key of its status.
    pub status: String,
    /// The day on which it was said or began, as much as is known: `2026-02-06`, `2026-02` or `2026`.
    pub date: String,
}

/// What claims can be sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Their numbers: the order of the text.
    #[default]
    Number,
    /// Whose word they are.
    Speaker,
    /// How sure they are, surest first.
    Status,
    /// When they were said, oldest first.
    Oldest,
    /// When they were said, newest first.
    Newest,
}

impl Order {
    /// Every order, as they are offered.
    pub const ALL: [Self; 5] = [Self::Number, Self::Speaker, Self::Status, Self::Oldest, Self::Newest];

    /// The word for it in the field's options.
    pub fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Speaker => "speaker",
            Self::Status => "status",
            Self::Oldest => "oldest",
            Self::Newest => "newest",
        }
    }

    /// The order of that key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.key() == key)
    }

    /// Whether a claim stands before one with a lower number.
    fn puts_before(self, claim: &Claim, other: &Claim) -> bool {
        match self {
            Self::Number => false,
            Self::Speaker => claim.speaker < other.speaker,
            Self::Status => rank(claim) < rank(other),
            Self::Oldest => claim.date < other.date,
            Self::Newest => claim.date > other.date,
        }
    }
}

fn rank(claim: &Claim) -> Option<usize> {
    Status::ALL.iter().position(|status| status.key() == claim.status)
}

/// What the ledger's tools know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The claims, by their numbers.
    claims: Vec<Claim>,
    order: Order,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke and found these claims.
    Woke(Vec<Claim>),
    /// The reader chose an order.
    SortedBy(Order),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put the claims, named by their places when the island woke, into this order.
    Reorder(Vec<usize>),
    /// Say how many claims are in which order.
    Announce(usize, Order),
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(claims) => {
                self.claims = claims;
                Vec::new()
            }
            Msg::SortedBy(order) if order == self.order => Vec::new(),
            Msg::SortedBy(order) => {
                self.order = order;
                vec![Effect::Reorder(self.sorted()), Effect::Announce(self.claims.len(), order)]
            }
        }
    }

    /// The places of the claims in the chosen order. Each claim goes behind all that it does not stand before, so
    /// that ties stay in the order of their numbers. (A library's sorting would be larger than all that is sorted.)
    fn sorted(&self) -> Vec<usize> {
        let mut sorted = Vec::new();
        for (at, claim) in self.claims.iter().enumerate() {
            let stands_before =
                |other: &usize| self.claims.get(*other).is_some_and(|other| self.order.puts_before(claim, other));
            let place = sorted.iter().position(stands_before).unwrap_or(sorted.len());
            sorted.insert(place, at);
        }
        sorted
    }
}
