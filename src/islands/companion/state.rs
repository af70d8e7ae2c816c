//! Which section's panel shows, and when panels are fetched, as a pure function.
//!
//! Deliberately absent: what a panel holds, and pixels; the browser says which section the reader has reached, and
//! whether the window is wide enough.

/// What the companion knows. Sections go by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    sections: Vec<String>,
    /// Those that have panels; nothing before these have been fetched.
    panels: Option<Vec<String>>,
    has_room: bool,
    fetching: bool,
    /// Where the reader was when they were last asked for.
    asked_at: String,
    reached: String,
    shown: String,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke: the article has these sections.
    Woke(Vec<String>),
    /// The window is wide enough for the panels now, or no longer.
    RoomChanged(bool),
    /// The panels have come: these sections have some.
    Fetched(Vec<String>),
    /// The panels could not be fetched.
    NotFetched,
    /// The reader has reached that section, counted from zero, and is using the panel that shows, or not.
    Reached(usize, bool),
    /// The reader no longer uses the panel that shows.
    Left,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Fetch the panels.
    Fetch,
    /// Show that section's panel in place of any other.
    Show(String),
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(sections) => {
                self.sections = sections;
                Vec::new()
            }
            Msg::RoomChanged(has_room) => {
                self.has_room = has_room;
                self.fetch()
            }
            Msg::Fetched(panels) => {
                self.fetching = false;
                self.begin(panels)
            }
            Msg::NotFetched => {
                self.fetching = false;
                self.retry()
            }
            Msg::Reached(at, in_use) => self.reach(at, in_use),
            Msg::Left => self.catch_up(),
        }
    }

    fn fetch(&mut self) -> Vec<Effect> {
        let fetches = self.has_room && self.panels.is_none() && !self.fetching;
        if fetches {
            self.fetching = true;
            self.asked_at.clone_from(&self.reached);
        }
        fetches.then_some(Effect::Fetch).into_iter().collect()
    }

    /// What could not be fetched is tried again at the next section, and not before.
    fn retry(&mut self) -> Vec<Effect> {
        if self.reached == self.asked_at { Vec::new() } else { self.fetch() }
    }

    /// Shows the panel of the section that the reader has reached, or of the nearest before it that has one; at first
    /// that of the first.
    fn begin(&mut self, panels: Vec<String>) -> Vec<Effect> {
        let read = self.sections.iter().position(|section| *section == self.reached).map_or(0, |at| at + 1);
        let latest = self.sections.iter().take(read).rev().find(|section| panels.contains(section));
        let first = latest.or(panels.first()).cloned();
        self.panels = Some(panels);
        first.map(|section| self.show(section)).into_iter().collect()
    }

    fn reach(&mut self, at: usize, in_use: bool) -> Vec<Effect> {
        self.reached = self.sections.get(at).cloned().unwrap_or_default();
        if self.panels.is_none() {
            return self.retry();
        }
        // What the reader is using is not taken away from under their fingers.
        if in_use { Vec::new() } else { self.catch_up() }
    }

    /// Where a section has no panel, the one that shows stays.
    fn catch_up(&mut self) -> Vec<Effect> {
        let has_panel = self.panels.as_ref().is_some_and(|panels| panels.contains(&self.reached));
        if self.reached == self.shown || !has_panel {
            return Vec::new();
        }
        vec![self.show(self.reached.clone())]
    }

    fn show(&mut self, section: String) -> Effect {
        self.shown.clone_from(&section);
        Effect::Show(section)
    }
}
