//! What a story needs is in its files: the code knows no story.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use backgrounder::story::Story;

use crate::stories::{all, slugs};

/// Names of stories that the pages' own words have too: below every map stands whose names of countries it uses.
const OURS: [&str; 1] = ["United Nations"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn texts_below(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts_below(&path));
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.push((path, text));
        }
    }
    found
}

/// The names that a story brings: its own, and those of its actors, places, speakers and terms.
fn names() -> BTreeSet<String> {
    let mut names: BTreeSet<String> = slugs().into_iter().collect();
    for story in all() {
        names.extend(story.actors.iter().map(|actor| actor.name.clone()));
        names.extend(story.actors.iter().filter_map(|actor| actor.place.as_ref()).map(|place| place.name.clone()));
        names.extend(story.events.iter().flat_map(|event| &event.places).map(|place| place.name.clone()));
        names.extend(story.landmarks.iter().map(|landmark| landmark.name.clone()));
        names.extend(titles(&story));
        names.extend(story.claims.iter().map(|claim| claim.speaker.clone()));
    }
    names
}

/// Terms that are names begin with a capital letter; others are words of the language.
fn titles(story: &Story) -> Vec<String> {
    let terms = story.terms.iter().map(|term| term.name.clone());
    let terms = terms.filter(|name| name.starts_with(char::is_uppercase) && name.len() > 2);
    let headings = story.article.sections.iter().map(|section| section.heading.clone());
    terms.chain(headings.filter(|heading| heading.contains(' '))).collect()
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

#[test]
fn no_name_of_a_story_is_in_the_code() {
    let names = names();
    assert!(names.len() > 50, "{} names", names.len());
    for folder in ["src", "style", "public", "template"] {
        for (path, text) in texts_below(&root().join(folder)) {
            let is_named = |name: &&String| !OURS.contains(&name.as_str()) && has_word(&text, name);
            assert_eq!(names.iter().find(is_named), None, "{} has a story's name", path.display());
        }
    }
}
