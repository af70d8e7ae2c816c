//! What is sound and perhaps not meant is told, line by line, and nothing else.

use std::path::PathBuf;

use backgrounder::reading::{FILES, Files, hints};
use backgrounder::stories::Stories;

use crate::tiny::{files, replaced};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn template() -> Files {
    let read = |name: &str| (name.to_owned(), std::fs::read(root().join("template").join(name)).unwrap());
    FILES.into_iter().map(read).collect()
}

/// The hints as lines of text.
fn told(files: &Files, template: &Files) -> Vec<String> {
    let hints = hints("tiny", files, template).into_iter();
    hints.map(|hint| format!("{}:{:?}: {}", hint.file, hint.lines, hint.words)).collect()
}

#[test]
fn the_stories_give_no_hints() {
    let stories = Stories::within(&root().join("stories")).unwrap();
    for slug in stories.slugs() {
        assert_eq!(hints(slug, &stories.files(slug).unwrap(), &template()), [], "{slug}");
    }
}

#[test]
fn every_text_of_a_story_just_begun_is_told() {
    let mut told = told(&template(), &template());
    assert_eq!(told.len(), FILES.len(), "each file has some: {told:#?}");
    let story = told.pop().unwrap();
    assert_eq!(story, "story.toml:[2, 5, 12, 13, 14, 17, 20]: as `make new` wrote it; write your own, or delete it");
    assert!(told[0].starts_with("article.md:[2, 3, 4, 5, 11, 13, 15, 17, 21, 23]:"), "{}", told[0]);
    assert_eq!(told[2], "claims.toml:[6, 7]: as `make new` wrote it; write your own, or delete it");
}

#[test]
fn one_text_that_was_left_is_told() {
    let mut left = files();
    let text = String::from_utf8(left["story.toml"].clone()).unwrap();
    left.insert(
        "story.toml".into(),
        text.replace("It rests on little.", "What the story rests on, and what was not checked.").into(),
    );
    assert_eq!(told(&left, &template()), ["story.toml:[11]: as `make new` wrote it; write your own, or delete it"]);
}

#[test]
fn a_claim_and_a_source_that_nothing_refers_to_are_told() {
    let claim = "[[claim]]\nid = \"idle\"\nsays = \"It.\"\nspeaker = \"A\"\nstatus = \"claimed\"\ndate = \"2026-02-06\"\nsources = [\"paper\"]\n\n";
    let source = "[[source]]\nid = \"unread\"\npublisher = \"A\"\ntitle = \"B\"\n\n";
    let mut files = replaced("claims.toml", "[[claim]]", &format!("{claim}[[claim]]"));
    let sources = format!("{source}{}", String::from_utf8_lossy(&files["sources.toml"]));
    files.insert("sources.toml".into(), sources.into_bytes());
    assert_eq!(
        told(&files, &template()),
        [
            "claims.toml:[2]: nothing refers to the claim `idle`; refer to it, or delete it",
            "sources.toml:[2]: nothing refers to the source `unread`; refer to it, or delete it",
        ]
    );
}

#[test]
fn a_sound_story_gives_no_hints() {
    assert_eq!(told(&files(), &template()), Vec::<String>::new());
}
