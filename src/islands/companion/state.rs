//! Which section's panel shows, as a pure function.
//!
//! Deliberately absent: what a panel holds, and pixels; the browser says which section the reader has reached.

/// What the companion knows. Sections go by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    sections: Vec<String>,
    panels: Vec<String>,
    reached: String,
    shown: String,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke: the article has these sections, and these of them have panels, of which the first shows.
    Woke(Vec<String>, Vec<String>),
    /// The reader has reached that section, counted from zero, and is using the panel that shows, or not.
    Reached(usize, bool),
    /// The reader no longer uses the panel that shows.
    Left,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show a section's panel in place of another's.
    Swap {
        /// The section whose panel shows.
        from: String,
        /// The section whose panel is to show.
        to: String,
    },
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(sections, panels) => {
                self.shown = panels.first().cloned().unwrap_or_default();
                (self.sections, self.panels) = (sections, panels);
                Vec::new()
            }
            Msg::Reached(at, in_use) => {
                self.reached = self.sections.get(at).cloned().unwrap_or_default();
                // What the reader is using is not taken away from under their fingers.
                if in_use { Vec::new() } else { self.catch_up() }
            }
            Msg::Left => self.catch_up(),
        }
    }

    /// Where a section has no panel, the one that shows stays.
    fn catch_up(&mut self) -> Vec<Effect> {
        if self.reached == self.shown || !self.panels.contains(&self.reached) {
            return Vec::new();
        }
        let to = self.reached.clone();
        let from = std::mem::replace(&mut self.shown, to.clone());
        vec![Effect::Swap { from, to }]
    }
}
