//! The options of a field, which islands have in common.
//!
//! Deliberately absent: the field itself, and the option that stands for all.

use leptos::prelude::*;

use crate::selection::Choice;

/// An option for each choice.
pub(super) fn options(choices: Vec<Choice>) -> Vec<impl IntoView> {
    choices.into_iter().map(|Choice { id, name }| view! { <option value=id>{name}</option> }).collect()
}
