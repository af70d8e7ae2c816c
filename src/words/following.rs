//! The labels of the bar of those who are followed, which are in the wasm.
//!
//! Deliberately absent: how much of the page is about them, which is also said to those who do not see the bar; see
//! `tools`.

/// The labels in one language.
pub struct Words {
    /// Names the bar.
    pub following: &'static str,
    /// Steps back to a passage about those who are followed.
    pub previous_passage: &'static str,
    /// Steps on to a passage about those who are followed.
    pub next_passage: &'static str,
    /// The label of the choice of a second actor.
    pub compare_with: &'static str,
    /// Ends the following.
    pub show_all: &'static str,
}

static ENGLISH: Words = Words {
    following: "Following",
    previous_passage: "Previous passage",
    next_passage: "Next passage",
    compare_with: "Compare with\u{2026}",
    show_all: "Show all",
};

/// The labels in a language; English where there are none.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}
