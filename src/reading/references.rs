//! Checking that whatever a story refers to is there.
//!
//! Deliberately absent: whether whatever is there is referred to.

use super::did_you_mean::guess;
use super::problem::Problem;
use super::sheet::{Kind, Log, Mention};

/// The problems noted so far and one for each mention of something that is not there.
pub(super) fn check(log: Log, stories: &[&str]) -> Vec<Problem> {
    let Log { mut problems, defined, mentions, unreadable } = log;
    let exists = |mention: &Mention| match mention.kind {
        Kind::Story => stories.contains(&mention.id.as_str()),
        kind => defined.contains_key(&(kind, mention.id.clone())),
    };
    let known = |kind: Kind| -> Vec<&str> {
        if kind == Kind::Story {
            return stories.to_vec();
        }
        let mut ids: Vec<&str> =
            defined.keys().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str()).collect();
        ids.sort_unstable();
        ids
    };
    // A file that cannot be read is one mistake, not one for each mention of what it may define.
    let told = |mention: &Mention| unreadable.contains(&mention.kind.file());
    for mention in mentions.iter().filter(|mention| !exists(mention) && !told(mention)) {
        problems.push(Problem {
            file: mention.file.into(),
            span: Some(mention.span.clone()),
            message: format!("there is no {} `{}`", mention.kind.name(), mention.id),
            label: guess(&mention.id, &known(mention.kind)).unwrap_or_else(|| "not there".into()),
            remedy: format!("correct the id, or {}", mention.kind.remedy(&mention.id)),
        });
    }
    problems
}
