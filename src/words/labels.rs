//! The labels of tools, which stand in the page and answer once their island is awake.
//!
//! Deliberately absent: what tools say of what has happened; see `tools`.

/// The labels in one language.
pub struct Words {
    /// The label of the FAQ's filter.
    pub filter_questions: &'static str,
    /// Opens every answer.
    pub expand_all: &'static str,
    /// Closes every answer.
    pub collapse_all: &'static str,
    /// The label of the timeline's choice of actors.
    pub filter_by_actor: &'static str,
    /// All actors.
    pub everyone: &'static str,
    /// The label of the timeline's choice of eras.
    pub filter_by_era: &'static str,
    /// All eras.
    pub all_eras: &'static str,
    /// Steps back in the timeline.
    pub previous_event: &'static str,
    /// Steps on in the timeline.
    pub next_event: &'static str,
    /// What the panel of the map says while nobody is chosen.
    pub choose_an_actor: &'static str,
    /// Steps back in the list of reactions.
    pub previous_actor: &'static str,
    /// Steps on in the list of reactions.
    pub next_actor: &'static str,
    /// Names the tools that zoom the map.
    pub zoom: &'static str,
    /// Says which keys do the same.
    pub zoom_keys: &'static str,
    /// Shows less of the map, and larger.
    pub zoom_in: &'static str,
    /// Shows more of the map.
    pub zoom_out: &'static str,
    /// Shows all of the map.
    pub whole_map: &'static str,
    /// The label of the choice of the claims' order.
    pub sort_by: &'static str,
    /// What claims are sorted by, in the order in which it is offered.
    pub orders: [(&'static str, &'static str); 5],
}

static ENGLISH: Words = Words {
    filter_questions: "Find a question",
    expand_all: "Open all",
    collapse_all: "Close all",
    filter_by_actor: "Who",
    everyone: "Everyone",
    filter_by_era: "When",
    all_eras: "All periods",
    previous_event: "Previous event",
    next_event: "Next event",
    choose_an_actor: "Choose a country on the map or in the list to read what it said or did here.",
    previous_actor: "Previous",
    next_actor: "Next",
    zoom: "Zoom",
    zoom_keys: "Zoom: + and \u{2212} keys, two fingers, or Ctrl and the wheel. Arrows move, 0 shows all.",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    whole_map: "Whole map",
    sort_by: "Sort by",
    orders: [
        ("number", "number"),
        ("speaker", "speaker"),
        ("status", "status"),
        ("oldest", "date, oldest first"),
        ("newest", "date, newest first"),
    ],
};

/// The labels in a language; English where there are none.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}
