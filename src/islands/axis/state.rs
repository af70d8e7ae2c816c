//! When the line of time is drawn, which era it draws out, and which event the keys have reached, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, and time; events come in their order.

use crate::islands::Event;
use crate::selection::Selection;

/// Where a key leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the event before.
    Back,
    /// To the event after.
    Forward,
    /// To the first event.
    First,
    /// To the last event.
    Last,
    /// To the first event of the era before.
    EraBack,
    /// To the first event of the era after.
    EraForward,
}

/// How far the line has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Drawing {
    /// There has been no room for it yet.
    #[default]
    Awaited,
    /// It is on its way.
    Fetching,
    /// It could not be fetched.
    Failed,
    /// It is on the page.
    Drawn,
}

/// What the line of time knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    events: Vec<Event>,
    has_room: bool,
    drawing: Drawing,
    /// The event to which the tabulator key leads, once the line is drawn.
    at: usize,
    /// The event that the reader reached before it was.
    reached: Option<usize>,
    followed: Selection,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke and found these events.
    Woke(Vec<Event>),
    /// The window is wide enough for the line now, or no longer.
    RoomChanged(bool),
    /// The line has been drawn, with this era drawn out.
    Drawn(String),
    /// The line could not be fetched.
    NotDrawn,
    /// The reader touched the line or its room.
    Touched,
    /// A key was pressed while the focus was on an event of the line.
    Stepped(Step),
    /// The reader chose an era.
    EraChosen(String),
    /// The reader has reached an event, here or in the list.
    Reached(String),
    /// The reader now follows these.
    Followed(Selection),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Fetch the line and draw it.
    Draw,
    /// Say that the line could not be fetched, or no longer.
    SayMissing(bool),
    /// Draw out this era, and no longer that one.
    SwapEra {
        /// The era that was drawn out.
        from: String,
        /// The era to draw out.
        to: String,
    },
    /// Let the tabulator key lead to this event, and no longer to that one.
    SwapEvent {
        /// The event that it led to; empty when the line has just been drawn.
        from: String,
        /// The event that it leads to.
        to: String,
    },
    /// Move the focus to an event of the line.
    Focus(String),
    /// Show an event of the line as one of those who are followed, or as one of others.
    SetDimmed(String, bool),
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(events) => {
                self.events = events;
                Vec::new()
            }
            Msg::RoomChanged(has_room) => {
                self.has_room = has_room;
                self.draw()
            }
            Msg::Drawn(era) => self.begin(&era),
            Msg::NotDrawn => {
                self.drawing = Drawing::Failed;
                vec![Effect::SayMissing(true)]
            }
            Msg::Touched => self.retry(),
            Msg::Stepped(step) => self.step(step),
            Msg::EraChosen(era) => self.first_of(|event| event.era == era).map(|at| self.reach(at)).unwrap_or_default(),
            Msg::Reached(id) => self.first_of(|event| event.id == id).map(|at| self.reach(at)).unwrap_or_default(),
            Msg::Followed(selection) => self.follow(selection),
        }
    }

    fn draw(&mut self) -> Vec<Effect> {
        let is_wanted = self.has_room && matches!(self.drawing, Drawing::Awaited | Drawing::Failed);
        if is_wanted {
            self.drawing = Drawing::Fetching;
        }
        is_wanted.then_some(Effect::Draw).into_iter().collect()
    }

    /// What could not be fetched is tried again when the reader next asks for it, and not before.
    fn retry(&mut self) -> Vec<Effect> {
        if self.drawing == Drawing::Failed { self.draw() } else { Vec::new() }
    }

    /// Shows on the line that has just been drawn where the reader is, and whom they follow.
    fn begin(&mut self, era: &str) -> Vec<Effect> {
        self.drawing = Drawing::Drawn;
        self.at = self.first_of(|event| event.era == era).unwrap_or_default();
        let mut effects = vec![Effect::SayMissing(false)];
        effects.extend(self.here().map(|event| swap_event("", &event.id)));
        let others = self.events.iter().filter(|event| !self.shows(event));
        effects.extend(others.map(|event| Effect::SetDimmed(event.id.clone(), true)));
        if let Some(at) = self.reached.take() {
            effects.extend(self.reach(at));
        }
        effects
    }

    fn here(&self) -> Option<&Event> {
        self.events.get(self.at)
    }

    fn first_of(&self, is_meant: impl Fn(&Event) -> bool) -> Option<usize> {
        self.events.iter().position(is_meant)
    }

    /// The keys pass over events that those who are followed have no part in.
    fn step(&mut self, step: Step) -> Vec<Effect> {
        let shown: Vec<usize> =
            (0..self.events.len()).filter(|at| self.events.get(*at).is_some_and(|event| self.shows(event))).collect();
        let era = |at: usize| self.events.get(at).map(|event| &event.era);
        let here = self.at;
        let begins = |at: &&usize| {
            self.events
                .iter()
                .zip(0..)
                .find(|(event, other)| Some(&event.era) == era(**at) && shown.contains(other))
                .is_some_and(|(_, first)| first == **at)
        };
        let next = match step {
            Step::First => shown.first(),
            Step::Last => shown.last(),
            Step::Forward => shown.iter().find(|at| **at > here),
            Step::Back => shown.iter().rev().find(|at| **at < here),
            Step::EraForward => shown.iter().filter(begins).find(|at| **at > here),
            Step::EraBack => shown.iter().rev().filter(begins).find(|at| **at < here && era(**at) != era(here)),
        };
        let Some(at) = next.copied() else {
            return Vec::new();
        };
        let mut effects = self.reach(at);
        effects.extend(self.here().map(|event| Effect::Focus(event.id.clone())));
        effects
    }

    fn reach(&mut self, at: usize) -> Vec<Effect> {
        if self.drawing != Drawing::Drawn {
            self.reached = Some(at);
            return self.retry();
        }
        let mut effects = Vec::new();
        if let (Some(from), Some(to)) = (self.events.get(self.at), self.events.get(at)) {
            if from.era != to.era {
                effects.push(Effect::SwapEra { from: from.era.clone(), to: to.era.clone() });
            }
            if from.id != to.id {
                effects.push(swap_event(&from.id, &to.id));
            }
        }
        self.at = at;
        effects
    }

    fn follow(&mut self, selection: Selection) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.followed, selection);
        if self.drawing != Drawing::Drawn {
            return Vec::new();
        }
        let changed = |event: &&Event| before.is_within(&event.actors) != self.shows(event);
        let changed = self.events.iter().filter(changed);
        changed.map(|event| Effect::SetDimmed(event.id.clone(), !self.shows(event))).collect()
    }

    fn shows(&self, event: &Event) -> bool {
        self.followed.is_within(&event.actors)
    }
}

fn swap_event(from: &str, to: &str) -> Effect {
    Effect::SwapEvent { from: from.to_owned(), to: to.to_owned() }
}
