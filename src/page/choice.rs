//! What those who paste an address can choose: the theme, and which question is open.
//!
//! What they paste it into fetches a file and knows no options, so each choice has an address of its own. What stands
//! there is little: it leads to the panel, with the options in its address, and says how that is embedded.
//!
//! Deliberately absent: colours, of which there are too many for addresses of their own.

use leptos::prelude::*;

use super::{Edition, Panel};
use crate::contract::id;
use crate::story::{QuestionId, Story};

/// In which colours a panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light, as most sites are.
    Light,
    /// Dark.
    Dark,
    /// As the host has it, where the browser tells, or else as the reader has it.
    Auto,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Auto];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Auto => "auto",
        }
    }
}

/// What was chosen for a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The panel.
    pub panel: Panel,
    /// Its colours.
    pub theme: Theme,
    /// The question that is open.
    pub open: Option<QuestionId>,
}

impl Choice {
    /// A panel as it is where nothing is chosen.
    pub fn of(panel: Panel) -> Self {
        Self { panel, theme: Theme::Light, open: None }
    }

    /// The panel with its options, from where the panels are.
    pub fn address(&self) -> String {
        let open = self.open.as_ref().map(|question| format!("&open={}", id::question(question.as_str())));
        format!("{}/?theme={}{}", self.panel.key(), self.theme.key(), open.unwrap_or_default())
    }

    /// Its own address, from where the panels are.
    pub fn path(&self) -> String {
        let chosen = match &self.open {
            Some(question) => id::question(question.as_str()),
            None => self.theme.key().to_owned(),
        };
        format!("{}/{chosen}/", self.panel.key())
    }
}

/// What can be chosen for a panel of the story: each theme, and each question of those that are answered.
pub fn choices(story: &Story, panel: Panel) -> Vec<Choice> {
    let themes = Theme::ALL.into_iter().map(|theme| Choice { theme, ..Choice::of(panel) });
    let questions = story.questions.iter().filter(|_| panel == Panel::Faq);
    themes.chain(questions.map(|item| Choice { open: Some(item.id.clone()), ..Choice::of(panel) })).collect()
}

/// The document at a choice's address.
pub(super) fn page(edition: &Edition<'_>, choice: &Choice, metadata: impl IntoView) -> impl IntoView {
    let address = format!("../../{}", choice.address());
    let title = edition.words.panel_title(choice.panel.key(), edition.story, &edition.story.article.title);
    view! {
        <html lang=edition.story.article.language.clone() dir=edition.words.direction>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title.clone()}</title>
                <meta name="robots" content="noindex"/>
                {metadata}
                <meta http-equiv="refresh" content=format!("0; url={address}")/>
            </head>
            <body><main><h1><a href=address.clone()>{title}</a></h1></main></body>
        </html>
    }
}
