//! Which claim the note shows, as a pure function.
//!
//! Deliberately absent: opening and closing, which a native popover does by itself.

/// The claims of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    claims: Vec<String>,
    shown: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The island woke and found these claims in the ledger.
    Woke(Vec<String>),
    /// The reader asked who says so.
    Asked(String),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put the claim of the ledger into the note.
    Fill(String),
    /// Show the note beside what the reader asked about.
    Open,
}

impl State {
    /// Takes in what happened and answers with what is to be done; with nothing for what is in no ledger.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Woke(claims) => {
                self.claims = claims;
                Vec::new()
            }
            Msg::Asked(id) if !self.claims.contains(&id) => Vec::new(),
            Msg::Asked(id) if self.shown.as_ref() == Some(&id) => vec![Effect::Open],
            Msg::Asked(id) => {
                self.shown = Some(id.clone());
                vec![Effect::Fill(id), Effect::Open]
            }
        }
    }
}
