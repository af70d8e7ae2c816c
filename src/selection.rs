//! Whom the reader follows: one value for all islands, in the form in which the address carries it.
//!
//! Deliberately absent: who the actors are; the page knows.

use crate::contract::id;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// How many actors can be followed at once.
const MOST: usize = 2;

/// Parts the ids in the address.
const AND: char = '+';

/// The ids of the actors that the reader follows, in the order in which they were chosen; empty for nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection(Vec<String>);

impl Selection {
    /// Reads the address's fragment, without its `#`: `actor-qa`, `actor-qa+om`, or nothing. `None` for a
    /// fragment that speaks of something else, which leaves whom the reader follows as it is.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        if fragment.is_empty() {
            return Some(Self::default());
        }
        Some(Self::of(fragment.strip_prefix(id::ACTOR_PREFIX)?.split(AND)))
    }

    fn of<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        ids.fold(Self::default(), |followed, id| followed.with(id))
    }

    /// Those of them whom `is_there` knows.
    #[must_use]
    pub fn of_those(&self, is_there: impl Fn(&str) -> bool) -> Self {
        Self::of(self.0.iter().map(String::as_str).filter(|id| is_there(id)))
    }

    /// The fragment for the address, without its `#`.
    pub fn fragment(&self) -> String {
        if self.0.is_empty() { String::new() } else { id::actor(&self.0.join(&AND.to_string())) }
    }

    /// One actor alone; nobody for an empty id.
    pub fn only(id: &str) -> Self {
        Self::default().with(id)
    }

    /// The same and one more, who takes the last one's place where there are enough.
    #[must_use]
    pub fn with(&self, id: &str) -> Self {
        let mut ids = self.0.clone();
        if !id.is_empty() && !ids.iter().any(|other| other == id) {
            ids.truncate(MOST - 1);
            ids.push(id.to_owned());
        }
        Self(ids)
    }

    /// The first that was chosen alone.
    #[must_use]
    pub fn first_alone(&self) -> Self {
        Self(self.0.iter().take(1).cloned().collect())
    }

    /// The ids.
    pub fn actors(&self) -> &[String] {
        &self.0
    }

    /// Whether nobody is followed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all who are followed are among these; so it is what two have in common that counts.
    pub fn is_within(&self, actors: &[String]) -> bool {
        self.0.iter().all(|id| actors.contains(id))
    }
}
