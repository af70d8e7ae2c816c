//! An event of the timeline, as the page has it, for the islands that show events.
//!
//! Deliberately absent: its text and its date; events come in their order.

use crate::browser;
use crate::contract::attribute::{self, selector};
use crate::contract::id;

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
    browser::all_of_page(".event")
        .iter()
        .map(|event| Event {
            id: id_of(event),
            era: browser::nearest(event, selector::ERA)
                .map(|era| browser::attribute(&era, attribute::ERA))
                .unwrap_or_default(),
            actors: browser::attribute(event, attribute::ACTORS).split_whitespace().map(str::to_owned).collect(),
        })
        .collect()
}

/// The id of an event of the list, by its address.
pub(super) fn id_of(event: &browser::Element) -> String {
    browser::attribute(event, "id").trim_start_matches(id::EVENT_PREFIX).to_owned()
}
