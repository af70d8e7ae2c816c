//! Checking that whatever a story refers to is there.
//!
//! Deliberately absent: whether whatever is there is referred to.

use super::Known;
use super::did_you_mean::guess;
use super::lookalikes::half_reference;
use super::problem::{Complaint, Problem};
use super::sheet::{Kind, Log, Mention};
use super::signs;

/// The problems noted so far and one for each mention of something that is not there.
pub(super) fn check(log: Log, among: &Known<'_>) -> Vec<Problem> {
    let Log { mut problems, defined, mentions, suspects, unreadable } = log;
    let exists = |mention: &Mention| match mention.kind {
        Kind::Story => among.stories.contains(&mention.id.as_str()),
        kind => defined.contains_key(&(kind, mention.id.clone())),
    };
    let known = |kind: Kind| -> Vec<&str> {
        if kind == Kind::Story {
            return among.stories.clone();
        }
        let mut ids: Vec<&str> =
            defined.keys().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str()).collect();
        ids.sort_unstable();
        ids
    };
    let claims = known(Kind::Claim);
    let is_meant = |suspect: &Mention| {
        let id = suspect.id.as_str();
        claims.contains(&id) || id.contains('-') && guess(id, &claims).is_some()
    };
    problems.extend(suspects.into_iter().filter(is_meant).map(bare));
    // A file that cannot be read is one mistake, not one for each mention of what it may define.
    let told = |mention: &Mention| unreadable.contains(&mention.kind.file());
    for mention in mentions.iter().filter(|mention| !exists(mention) && !told(mention)) {
        let is_draft = mention.kind == Kind::Story && among.drafts.contains(&mention.id.as_str());
        problems.push(if is_draft { unfinished(mention) } else { missing(mention, &known(mention.kind)) });
    }
    problems
}

/// What is said of the id of a claim in brackets alone.
fn bare(suspect: Mention) -> Problem {
    let Complaint { message, label, remedy } = half_reference();
    Problem { file: suspect.file.into(), span: Some(suspect.span), message, label, remedy }
}

/// What is said of a mention of a story that readers would not find.
fn unfinished(mention: &Mention) -> Problem {
    Problem {
        file: mention.file.into(),
        span: Some(mention.span.clone()),
        message: format!("the story `{}` is a draft, which is never built", mention.id),
        label: "readers would not find it".into(),
        remedy: format!(
            "take `draft = true` out of the front matter of {}/article.md, or name another story",
            mention.id
        ),
    }
}

/// What is said of a mention of something that is not there. A sign that no id has is named: it may look like another.
fn missing(mention: &Mention, known: &[&str]) -> Problem {
    let (kind, id) = (mention.kind, mention.id.as_str());
    let odd = signs::wrong_in_id(id).filter(|_| !id.is_ascii());
    let mended = signs::mended_id(id);
    let remedy = match odd {
        Some(_) if known.contains(&mended.as_str()) => format!("write {mended} on the keyboard"),
        _ => format!("correct the id, or {}", kind.remedy(if odd.is_some() { &mended } else { id })),
    };
    let guessed = || guess(id, known).unwrap_or_else(|| "not there".into());
    Problem {
        file: mention.file.into(),
        span: Some(mention.span.clone()),
        message: format!("there is no {} `{id}`", kind.name()),
        label: odd.unwrap_or_else(guessed),
        remedy,
    }
}
