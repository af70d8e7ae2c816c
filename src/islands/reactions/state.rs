//! Whose reactions the panel shows, and which places the map, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, and where anything is on the map.

use crate::selection::Selection;

/// Where to step in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the actor before, from the first to the last.
    Back,
    /// To the actor after, from the last to the first.
    Forward,
}

/// What is known of the map and the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The actors of the list.
    actors: Vec<String>,
    /// For each place of the map and each event that took place there, who took part.
    places: Vec<Vec<Vec<String>>>,
    followed: Selection,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke and found these actors, and these places with those who took part.
    Woke(Vec<String>, Vec<Vec<Vec<String>>>),
    /// More of the map has come; these are all its places now.
    Drawn(Vec<Vec<Vec<String>>>),
    /// The reader now follows these.
    Followed(Selection),
    /// The reader stepped through the list.
    Stepped(Step),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show the reactions of these actors of the list; of nobody where there are none.
    Show(Vec<String>),
    /// Show or hide a place on the map.
    SetPlace(usize, bool),
    /// Follow these, and say so in the address.
    Follow(Selection),
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(actors, places) => {
                *self = Self { actors, places, ..Self::default() };
                Vec::new()
            }
            Msg::Drawn(places) => {
                self.places = places;
                self.shown_places()
            }
            Msg::Followed(selection) => self.follow(selection),
            Msg::Stepped(step) => self.step(step),
        }
    }

    fn follow(&mut self, selection: Selection) -> Vec<Effect> {
        if selection == self.followed {
            return Vec::new();
        }
        self.followed = selection;
        let followed = self.followed.actors().iter();
        let mut effects = vec![Effect::Show(followed.filter(|id| self.actors.contains(id)).cloned().collect())];
        effects.extend(self.shown_places());
        effects
    }

    /// Of each place, whether those who are followed took part in something there.
    fn shown_places(&self) -> Vec<Effect> {
        let somebody = !self.followed.is_empty();
        let shared = |events: &[Vec<String>]| events.iter().any(|actors| self.followed.is_within(actors));
        let places = self.places.iter().enumerate();
        places.map(|(at, events)| Effect::SetPlace(at, somebody && shared(events))).collect()
    }

    fn step(&self, step: Step) -> Vec<Effect> {
        let here = self.followed.actors().first().and_then(|id| self.actors.iter().position(|actor| actor == id));
        let next = match (step, here) {
            (Step::Forward, None) => self.actors.first(),
            (Step::Forward, Some(here)) => self.actors.get(here + 1).or(self.actors.first()),
            (Step::Back, None | Some(0)) => self.actors.last(),
            (Step::Back, Some(here)) => self.actors.get(here - 1),
        };
        next.map(|id| Effect::Follow(Selection::only(id))).into_iter().collect()
    }
}
