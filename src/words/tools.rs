//! The words of the islands. They are in the wasm, so they are few.
//!
//! Deliberately absent: plural rules beyond one language's; each language writes its own sentence.

use crate::browser;

/// The islands' words in one language.
pub struct Words {
    /// Before the names of those who are followed.
    pub following: &'static str,
    /// Between the names of two who are followed.
    pub and: &'static str,
    /// Where the map of the world cannot be had.
    pub no_world: &'static str,
    /// Where the line of time cannot be had.
    pub no_line: &'static str,
    questions: &'static str,
    passage: &'static str,
    passages: &'static str,
    event: &'static str,
    events: &'static str,
    claim: &'static str,
    claims: &'static str,
    by: &'static str,
    of: &'static str,
    comma: &'static str,
}

static ENGLISH: Words = Words {
    following: "Following",
    and: " and ",
    no_world: "The world map could not be loaded. Choose \u{201c}World\u{201d} to try again.",
    no_line: "The chart could not be loaded. Choose an event to try again.",
    questions: "questions",
    passage: "passage",
    passages: "passages",
    event: "event",
    events: "events",
    claim: "claim",
    claims: "claims",
    by: "by ",
    of: "of",
    comma: ", ",
};

/// The words in the page's language.
pub fn here() -> &'static Words {
    in_language(&browser::language())
}

/// The words in a language; English where there are none.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}

fn counted(count: usize, one: &str, more: &str) -> String {
    [count.to_string().as_str(), if count == 1 { one } else { more }].join(" ")
}

impl Words {
    /// How many of all questions are shown.
    pub fn questions_shown(&self, shown: usize, all: usize) -> String {
        [&shown.to_string(), self.of, &all.to_string(), self.questions].join(" ")
    }

    /// How much of the page is about those who are followed.
    pub fn extent(&self, passages: usize, events: usize) -> String {
        let passages = counted(passages, self.passage, self.passages);
        [&passages, self.comma, &counted(events, self.event, self.events)].concat()
    }

    /// At which passage of how many the reader is.
    pub fn passage_of(&self, at: usize, all: usize) -> String {
        [self.passage, &at.to_string(), self.of, &all.to_string()].join(" ")
    }

    /// How many claims are in which order.
    pub fn claims_sorted(&self, claims: usize, order: &str) -> String {
        [&counted(claims, self.claim, self.claims), self.comma, self.by, order].concat()
    }

    /// How many of all events are shown.
    pub fn events_shown(&self, shown: usize, all: usize) -> String {
        [&shown.to_string(), self.of, &all.to_string(), self.events].join(" ")
    }
}
