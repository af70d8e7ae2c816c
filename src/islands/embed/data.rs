//! What can be embedded: as data, which the build writes and the dialog fetches.
//!
//! Deliberately absent: what the reader chooses, and the words of the dialog.

use serde::{Deserialize, Serialize};

/// What can be embedded of a story, and by what. Addresses are relative to the file that has them, so that every page
/// of the story can share it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embeds {
    /// The address of the script for hosts.
    pub script: String,
    /// The panels, the largest first.
    pub panels: Vec<Panel>,
}

/// A part of the story that can be embedded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Its name in addresses.
    pub key: String,
    /// What the choice is called.
    pub name: String,
    /// The address at which it is a page of its own.
    pub address: String,
    /// The title of its frame.
    pub title: String,
    /// The height of its frame, in pixels, where the host does not size it.
    pub height: u32,
    /// Where it is on the story's own page.
    pub page: String,
}

impl Embeds {
    /// The same with whole addresses: each is what `whole` makes of it.
    #[must_use]
    pub fn with_addresses(mut self, whole: impl Fn(&str) -> String) -> Self {
        self.script = whole(&self.script);
        for panel in &mut self.panels {
            panel.address = whole(&panel.address);
            panel.page = whole(&panel.page);
        }
        self
    }
}
