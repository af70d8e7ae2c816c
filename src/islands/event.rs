//! An event of the timeline, as the page has it, for the islands that show events.
//!
//! Deliberately absent: its text and its date; events come in their order.

use crate::browser;

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// The id of its era.
    pub era: String,
    /// The ids of those who take part.
    pub actors: Vec<String>,
}

/// The events of the page's list.
pub(super) fn events() -> Vec<Event> {
    browser::all_of_page("[data-event]")
        .iter()
        .map(|event| Event {
            id: browser::attribute(event, "data-event"),
            era: browser::attribute(event, "data-in-era"),
            actors: browser::attribute(event, "data-actors").split_whitespace().map(str::to_owned).collect(),
        })
        .collect()
}
