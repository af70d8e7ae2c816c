//! How much of the article is read, remembered, as a pure function.
//!
//! Deliberately absent: hiding anything, which the style sheet does by itself, also before this island wakes.

/// What stands for all of the article.
pub const FULL: &str = "full";

/// A section's heading and where it is on the screen, in pixels from the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Which section, counted from zero.
    pub section: usize,
    /// How far below the top of the screen its heading is; negative above it.
    pub top: f64,
}

/// Where the reader is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    place: Option<Place>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// The island woke: the page shows this depth, the device remembers that one, the address has a fragment or
    /// none, and the reader has scrolled or not.
    Woke(String, Option<String>, String, bool),
    /// The reader is about to choose, with the section under their eye here.
    Reached(Option<Place>),
    /// The reader chose, and the section is now there.
    Chosen(String, Option<Place>),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Choose what was remembered.
    Choose(String),
    /// Remember the choice on this device.
    Remember(String),
    /// Forget what was remembered.
    Forget,
    /// Scroll by so many pixels.
    ScrollBy(f64),
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            // Who has chosen before this island woke, came for a certain place, or has begun to read, is left where they are.
            Msg::Woke(shown, ..) if shown != FULL => vec![Effect::Remember(shown)],
            Msg::Woke(_, Some(remembered), fragment, false) if fragment.is_empty() => vec![Effect::Choose(remembered)],
            Msg::Woke(..) => Vec::new(),
            Msg::Reached(place) => {
                self.place = place;
                Vec::new()
            }
            Msg::Chosen(depth, place) => {
                let mut effects = vec![if depth == FULL { Effect::Forget } else { Effect::Remember(depth) }];
                effects.extend(self.place.take().zip(place).and_then(|(before, after)| moved(before, after)));
                effects
            }
        }
    }

    /// Which section is to stay where it is.
    pub fn section(&self) -> Option<usize> {
        self.place.map(|place| place.section)
    }
}

fn moved(before: Place, after: Place) -> Option<Effect> {
    let by = after.top - before.top;
    (before.section == after.section && by != 0.0).then_some(Effect::ScrollBy(by))
}
