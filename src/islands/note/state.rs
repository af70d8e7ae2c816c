//! What the note shows, as a pure function.
//!
//! Deliberately absent: opening and closing, which a native popover does by itself.

/// What there is a note on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    noted: Vec<String>,
    shown: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke and found that there is something to say of these.
    Woke(Vec<String>),
    /// The reader asked about this.
    Asked(String),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put what there is to say of it into the note.
    Fill(String),
    /// Show the note beside what the reader asked about.
    Open,
}

impl State {
    /// Takes in what happened and answers with what is to be done; with nothing where there is nothing to say.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(noted) => {
                self.noted = noted;
                Vec::new()
            }
            Msg::Asked(id) if !self.noted.contains(&id) => Vec::new(),
            Msg::Asked(id) if self.shown.as_ref() == Some(&id) => vec![Effect::Open],
            Msg::Asked(id) => {
                self.shown = Some(id.clone());
                vec![Effect::Fill(id), Effect::Open]
            }
        }
    }
}
