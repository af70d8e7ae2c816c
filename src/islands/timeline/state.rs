//! What stepping through and filtering the timeline do, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, and dates; events come in their order.

use crate::contract::id;
use crate::islands::Event;
use crate::selection::Selection;

/// Where to step.
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
}

/// What the timeline's tools know. An empty choice stands for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    events: Vec<Event>,
    /// Of each event, whether it is shown.
    shown: Vec<bool>,
    current: Option<usize>,
    followed: Selection,
    era: String,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke, found these events, and this fragment in the address.
    Woke(Vec<Event>, String),
    /// The address's fragment is now this, without its `#`.
    AddressChanged(String),
    /// The reader stepped.
    Stepped(Step),
    /// The reader chose an actor in the field, or all of them.
    ActorChosen(String),
    /// The reader now follows these.
    Followed(Selection),
    /// The reader chose an era, or all of them.
    EraChosen(String),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Show or hide an event.
    SetShown(String, bool),
    /// Show or hide an era.
    SetEraShown(String, bool),
    /// Open an era.
    OpenEra(String),
    /// Mark an event as the current one.
    Mark(String),
    /// Take the mark away.
    Unmark(String),
    /// Follow these, and say so in the address.
    Follow(Selection),
    /// Show this actor, the first that is followed, or all in the field of actors.
    SetActor(String),
    /// Show all in the field of eras.
    ClearEra,
    /// Follow nobody any more, and leave the address as it is.
    Unfollow,
    /// Scroll to an era.
    BringIntoView(String),
    /// Move focus and view to an event.
    GoTo(String),
    /// Say how many of all events are shown.
    Announce(usize, usize),
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(events, fragment) => {
                self.shown = vec![true; events.len()];
                self.events = events;
                self.arrive(&fragment)
            }
            Msg::AddressChanged(fragment) => self.follow(&fragment),
            Msg::Stepped(step) => self.step(step),
            Msg::ActorChosen(actor) => vec![Effect::Follow(Selection::only(&actor))],
            Msg::Followed(selection) => self.follow_actors(selection),
            Msg::EraChosen(era) => {
                self.era = era;
                self.refilter()
            }
        }
    }

    /// The browser has gone to the address by itself, and the reader may have gone on since: all stays as it is.
    fn arrive(&mut self, fragment: &str) -> Vec<Effect> {
        let mut effects = self.follow(fragment);
        effects.retain(|effect| matches!(effect, Effect::Mark(_)));
        effects
    }

    fn named(&self, fragment: &str) -> Option<usize> {
        let id = fragment.strip_prefix(id::EVENT_PREFIX)?;
        self.events.iter().position(|event| event.id == id)
    }

    /// The event or era that the address names is shown even where the filters would hide it.
    fn follow(&mut self, fragment: &str) -> Vec<Effect> {
        if let Some(at) = self.named(fragment) {
            let mut effects = self.unfilter(|event, named| event.id == named.id, at);
            effects.extend(self.go_to(at));
            return effects;
        }
        let era = fragment.strip_prefix(id::ERA_PREFIX);
        let Some(at) = era.and_then(|era| self.events.iter().position(|event| event.era == era)) else {
            return Vec::new();
        };
        let mut effects = self.unfilter(|event, named| event.era == named.era, at);
        if let Some(event) = self.events.get(at) {
            effects.push(Effect::OpenEra(event.era.clone()));
            effects.push(Effect::BringIntoView(event.era.clone()));
        }
        effects
    }

    /// Takes the filters away if they hide all that is like the event at `at`.
    fn unfilter(&mut self, like: impl Fn(&Event, &Event) -> bool, at: usize) -> Vec<Effect> {
        let named = self.events.get(at);
        let shown = self.events.iter().any(|event| named.is_some_and(|named| like(event, named)) && self.shows(event));
        if shown {
            return Vec::new();
        }
        self.followed = Selection::default();
        self.era.clear();
        let mut effects = vec![Effect::SetActor(String::new()), Effect::ClearEra, Effect::Unfollow];
        effects.extend(self.refilter());
        effects
    }

    fn follow_actors(&mut self, selection: Selection) -> Vec<Effect> {
        // An actor who takes part in nothing would leave an empty timeline; two without a common event do so rightly.
        let takes_part = self.events.iter().any(|event| selection.is_within(&event.actors));
        let alone = selection.actors().len() < 2;
        let selection = if takes_part || !alone { selection } else { Selection::default() };
        if selection == self.followed {
            return Vec::new();
        }
        let field = selection.actors().first().cloned().unwrap_or_default();
        self.followed = selection;
        let mut effects = vec![Effect::SetActor(field)];
        effects.extend(self.refilter());
        effects
    }

    fn step(&mut self, step: Step) -> Vec<Effect> {
        let mut shown = self.events.iter().enumerate().filter(|(_, event)| self.shows(event)).map(|(at, _)| at);
        let next = match (step, self.current) {
            (Step::First, _) | (Step::Forward, None) => shown.next(),
            (Step::Last, _) | (Step::Back, None) => shown.next_back(),
            (Step::Forward, Some(here)) => shown.find(|at| *at > here),
            (Step::Back, Some(here)) => shown.take_while(|at| *at < here).last(),
        };
        next.map(|at| self.go_to(at)).unwrap_or_default()
    }

    fn go_to(&mut self, at: usize) -> Vec<Effect> {
        let mut effects = self.unmark();
        self.current = Some(at);
        if let Some(event) = self.events.get(at) {
            effects.push(Effect::OpenEra(event.era.clone()));
            effects.push(Effect::Mark(event.id.clone()));
            effects.push(Effect::GoTo(event.id.clone()));
        }
        effects
    }

    fn unmark(&mut self) -> Vec<Effect> {
        let current = self.current.take().and_then(|at| self.events.get(at));
        current.map(|event| Effect::Unmark(event.id.clone())).into_iter().collect()
    }

    fn refilter(&mut self) -> Vec<Effect> {
        let gone = self.current.and_then(|at| self.events.get(at)).is_some_and(|event| !self.shows(event));
        let mut effects = if gone { self.unmark() } else { Vec::new() };
        let filtered = !(self.followed.is_empty() && self.era.is_empty());
        let now = self.events.iter().map(|event| self.shows(event)).collect();
        let before = std::mem::replace(&mut self.shown, now);
        // Only what changes is told: each change costs the reader's device some work.
        let events = self.events.iter().zip(before.iter().zip(&self.shown));
        let changed = events.filter(|(_, (was, is))| was != is);
        effects.extend(changed.map(|(event, (_, is))| Effect::SetShown(event.id.clone(), *is)));
        let mut eras: Vec<&str> = self.events.iter().map(|event| event.era.as_str()).collect();
        eras.dedup();
        for era in eras {
            let any = |shown: &[bool]| self.events.iter().zip(shown).any(|(event, shown)| *shown && event.era == era);
            let (was, is) = (any(&before), any(&self.shown));
            if was != is {
                effects.push(Effect::SetEraShown(era.to_owned(), is));
            }
            if is && filtered {
                effects.push(Effect::OpenEra(era.to_owned()));
            }
        }
        let shown = self.events.iter().filter(|event| self.shows(event)).count();
        effects.push(Effect::Announce(shown, self.events.len()));
        effects
    }

    fn shows(&self, event: &Event) -> bool {
        (self.era.is_empty() || self.era == event.era) && self.followed.is_within(&event.actors)
    }
}
