//! What the FAQ's tools do, as a pure function.
//!
//! Deliberately absent: Leptos, the browser, and the case of letters: texts come folded, in lower case and
//! with plain quotes.

use crate::contract::id;

/// A question as the page has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// Question and answer, folded.
    pub text: String,
}

/// What the FAQ's tools know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    questions: Vec<Question>,
    filter: String,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke and found these questions.
    Woke(Vec<Question>),
    /// The address's fragment is now this, without its `#`.
    AddressChanged(String),
    /// The reader typed a filter, which comes folded.
    FilterTyped(String),
    /// The reader asked for all answers.
    AllExpanded,
    /// The reader asked for no answers.
    AllCollapsed,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Open or close a question.
    SetOpen(String, bool),
    /// Show or hide a question.
    SetShown(String, bool),
    /// Empty the field of the filter.
    ClearFilter,
    /// Scroll to a question.
    BringIntoView(String),
    /// Say how many of all questions are shown.
    Announce(usize, usize),
    /// Say nothing.
    Hush,
}

impl State {
    /// Takes in what happened and answers with what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(questions) => {
                // The browser has opened the question of the address by itself, and the reader may have closed it since.
                self.questions = questions;
                Vec::new()
            }
            Msg::AddressChanged(fragment) => self.follow(&fragment),
            Msg::FilterTyped(filter) => self.filter_by(filter),
            Msg::AllExpanded => self.set_open(true),
            Msg::AllCollapsed => self.set_open(false),
        }
    }

    fn named(&self, fragment: &str) -> Option<&Question> {
        let id = fragment.strip_prefix(id::QUESTION_PREFIX)?;
        self.questions.iter().find(|question| question.id == id)
    }

    fn follow(&mut self, fragment: &str) -> Vec<Effect> {
        let Some(question) = self.named(fragment) else {
            return Vec::new();
        };
        let (id, shown) = (question.id.clone(), self.shows(question));
        let mut effects = Vec::new();
        if !shown {
            effects.push(Effect::ClearFilter);
            effects.extend(self.filter_by(String::new()));
        }
        effects.push(Effect::SetOpen(id.clone(), true));
        effects.push(Effect::BringIntoView(id));
        effects
    }

    fn filter_by(&mut self, filter: String) -> Vec<Effect> {
        self.filter = filter;
        let shown = self.questions.iter().filter(|question| self.shows(question)).count();
        let mut effects: Vec<Effect> =
            self.questions.iter().map(|question| Effect::SetShown(question.id.clone(), self.shows(question))).collect();
        effects.push(match self.filter.trim() {
            "" => Effect::Hush,
            _ => Effect::Announce(shown, self.questions.len()),
        });
        effects
    }

    /// A question is shown if it has every word of the filter.
    fn shows(&self, question: &Question) -> bool {
        self.filter.split_whitespace().all(|word| question.text.contains(word))
    }

    fn set_open(&self, open: bool) -> Vec<Effect> {
        self.questions
            .iter()
            .filter(|question| self.shows(question))
            .map(|question| Effect::SetOpen(question.id.clone(), open))
            .collect()
    }
}
