//! Which actor's reaction is chosen, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, and where actors are on the map.

/// An actor as the list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Where to step in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the actor before, from the first to the last.
    Back,
    /// To the actor after, from the last to the first.
    Forward,
}

/// Which actor is chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    actors: Vec<Actor>,
    chosen: Option<usize>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke, found these actors, and this fragment in the address.
    Woke(Vec<Actor>, String),
    /// The address's fragment is now this, without its `#`.
    AddressChanged(String),
    /// The reader chose an actor on the map or in the list.
    Chosen(String),
    /// The reader stepped through the list.
    Stepped(Step),
    /// The reader asked for all actors again.
    Cleared,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Mark the actor on map and list.
    Mark(String),
    /// Take the mark away.
    Unmark(String),
    /// Show the actor's reactions.
    Show(Actor),
    /// Show no reaction.
    ShowNone,
    /// Put the choice into the address.
    SetAddress(String),
    /// Take the choice out of the address.
    ClearAddress,
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(actors, fragment) => {
                self.actors = actors;
                self.follow(&fragment)
            }
            Msg::AddressChanged(fragment) => self.follow(&fragment),
            Msg::Chosen(id) => self.find(&id).map(|at| self.choose(at)).unwrap_or_default(),
            Msg::Stepped(step) => self.step(step),
            Msg::Cleared => self.clear(),
        }
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.actors.iter().position(|actor| actor.id == id)
    }

    /// An address that names something else leaves the choice as it is; one without a fragment ends it.
    fn follow(&mut self, fragment: &str) -> Vec<Effect> {
        if fragment.is_empty() {
            let mut effects = self.clear();
            effects.retain(|effect| *effect != Effect::ClearAddress);
            return effects;
        }
        let Some(at) = fragment.strip_prefix("actor-").and_then(|id| self.find(id)) else {
            return Vec::new();
        };
        if self.chosen == Some(at) {
            return Vec::new();
        }
        let mut effects = self.choose(at);
        effects.retain(|effect| !matches!(effect, Effect::SetAddress(..)));
        effects
    }

    fn step(&mut self, step: Step) -> Vec<Effect> {
        let last = match self.actors.len() {
            0 => return Vec::new(),
            count => count - 1,
        };
        let at = match (step, self.chosen) {
            (Step::Forward, None) => 0,
            (Step::Forward, Some(here)) => {
                if here == last {
                    0
                } else {
                    here + 1
                }
            }
            (Step::Back, None | Some(0)) => last,
            (Step::Back, Some(here)) => here - 1,
        };
        self.choose(at)
    }

    fn choose(&mut self, at: usize) -> Vec<Effect> {
        let mut effects = self.unmark();
        if let Some(actor) = self.actors.get(at).cloned() {
            self.chosen = Some(at);
            effects.push(Effect::Mark(actor.id.clone()));
            effects.push(Effect::SetAddress(format!("actor-{}", actor.id)));
            effects.push(Effect::Show(actor));
        }
        effects
    }

    fn clear(&mut self) -> Vec<Effect> {
        let mut effects = self.unmark();
        if !effects.is_empty() {
            effects.push(Effect::ShowNone);
            effects.push(Effect::ClearAddress);
        }
        effects
    }

    fn unmark(&mut self) -> Vec<Effect> {
        let chosen = self.chosen.take().and_then(|at| self.actors.get(at));
        chosen.map(|actor| Effect::Unmark(actor.id.clone())).into_iter().collect()
    }
}
