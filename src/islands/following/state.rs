//! What following an actor, or two, shows of the page, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, and the map, the list and the timeline, which follow by themselves.

use crate::selection::{Choice, Selection};

/// What the bar says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The names of those who are followed; empty for nobody.
    pub names: Vec<String>,
    /// The id of the second of them; empty where there is none.
    pub second: String,
    /// How many passages of the article are about all of them.
    pub passages: usize,
    /// At which of these passages the reader is, counted from one.
    pub at: Option<usize>,
    /// In how many events all of them take part.
    pub events: usize,
}

/// What is known of the page and of the reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    actors: Vec<Choice>,
    passages: Vec<Vec<String>>,
    events: Vec<Vec<String>>,
    followed: Selection,
    at: Option<usize>,
}

/// Where to step in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the passage before.
    Back,
    /// To the passage after.
    Forward,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke and found these actors, and whom each passage and each event is about.
    Woke(Vec<Choice>, Vec<Vec<String>>, Vec<Vec<String>>),
    /// The reader now follows these.
    Followed(Selection),
    /// The reader chose an actor anywhere on the page.
    Chosen(String),
    /// The reader chose another to compare with, or nobody.
    Compared(String),
    /// The reader stepped through the passages.
    Stepped(Step),
    /// The reader asked for all again.
    Cleared,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Follow these, and say so in the address.
    Follow(Selection),
    /// Mark whatever stands for the actor, or take the mark away.
    SetMarked(String, bool),
    /// Mark a passage as being about those who are followed, or take the mark away.
    SetPassage(usize, bool),
    /// Mark a passage as the one where the reader is, or take the mark away.
    SetCurrent(usize, bool),
    /// Scroll to a passage.
    GoTo(usize),
    /// Say this in the bar.
    Tell(Summary),
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(actors, passages, events) => {
                *self = Self { actors, passages, events, ..Self::default() };
                Vec::new()
            }
            Msg::Followed(selection) => self.follow(&selection),
            Msg::Chosen(id) if self.knows(&id) => vec![Effect::Follow(Selection::only(&id))],
            Msg::Compared(id) if id.is_empty() || self.knows(&id) => self.compare(&id),
            Msg::Stepped(step) => self.step(step),
            Msg::Cleared if !self.followed.is_empty() => vec![Effect::Follow(Selection::default())],
            Msg::Chosen(_) | Msg::Compared(_) | Msg::Cleared => Vec::new(),
        }
    }

    /// Whoever is compared with themselves is followed alone, and the field says so.
    fn compare(&self, id: &str) -> Vec<Effect> {
        let selection = self.followed.first_alone().with(id);
        if selection == self.followed { vec![Effect::Tell(self.summary())] } else { vec![Effect::Follow(selection)] }
    }

    fn knows(&self, id: &str) -> bool {
        self.actors.iter().any(|actor| actor.id == id)
    }

    /// An address may name somebody who is not on the page; such a one is not followed.
    fn follow(&mut self, selection: &Selection) -> Vec<Effect> {
        let known = selection.actors().iter().filter(|id| self.knows(id));
        let selection = known.fold(Selection::default(), |followed, id| followed.with(id));
        if selection == self.followed {
            return Vec::new();
        }
        let mut effects = self.leave();
        self.followed = selection;
        effects.extend(self.followed.actors().iter().map(|id| Effect::SetMarked(id.clone(), true)));
        effects.extend(self.about().into_iter().map(|at| Effect::SetPassage(at, true)));
        effects.push(Effect::Tell(self.summary()));
        effects
    }

    /// Takes all marks away.
    fn leave(&mut self) -> Vec<Effect> {
        let mut effects: Vec<Effect> =
            self.followed.actors().iter().map(|id| Effect::SetMarked(id.clone(), false)).collect();
        effects.extend(self.about().into_iter().map(|at| Effect::SetPassage(at, false)));
        effects.extend(self.at.take().map(|at| Effect::SetCurrent(at, false)));
        effects
    }

    /// The passages about all who are followed.
    fn about(&self) -> Vec<usize> {
        if self.followed.is_empty() {
            return Vec::new();
        }
        let passages = self.passages.iter().enumerate();
        passages.filter(|(_, actors)| self.followed.is_within(actors)).map(|(at, _)| at).collect()
    }

    fn summary(&self) -> Summary {
        let about = self.about();
        let followed = self.followed.actors().iter();
        Summary {
            names: followed
                .filter_map(|id| self.actors.iter().find(|actor| actor.id == *id))
                .map(|actor| actor.name.clone())
                .collect(),
            second: self.followed.actors().get(1).cloned().unwrap_or_default(),
            passages: about.len(),
            at: self.at.and_then(|at| about.iter().position(|passage| *passage == at)).map(|at| at + 1),
            events: self.events.iter().filter(|actors| self.followed.is_within(actors)).count(),
        }
    }

    fn step(&mut self, step: Step) -> Vec<Effect> {
        let about = self.about();
        let here = self.at.and_then(|at| about.iter().position(|passage| *passage == at));
        let next = match (step, here) {
            (Step::Forward, None) => about.first(),
            (Step::Forward, Some(here)) => about.get(here + 1).or(about.first()),
            (Step::Back, None | Some(0)) => about.last(),
            (Step::Back, Some(here)) => about.get(here - 1),
        };
        let Some(next) = next.copied() else {
            return Vec::new();
        };
        let mut effects: Vec<Effect> = self.at.map(|at| Effect::SetCurrent(at, false)).into_iter().collect();
        self.at = Some(next);
        effects.extend([Effect::SetCurrent(next, true), Effect::GoTo(next), Effect::Tell(self.summary())]);
        effects
    }
}
