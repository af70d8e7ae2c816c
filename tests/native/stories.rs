//! What must hold of every story in `stories/`.

use std::path::PathBuf;

use backgrounder::reading::read;
use backgrounder::story::{Depth, Status, Story, claims_in_blocks, claims_in_text};

use crate::flagship::files_of;

/// The folders of all stories.
pub fn slugs() -> Vec<String> {
    let stories = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("stories");
    let folders = std::fs::read_dir(stories).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let mut slugs: Vec<String> = folders.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    slugs.sort();
    slugs
}

/// All stories, read.
pub fn all() -> Vec<Story> {
    let slugs = slugs();
    let slugs: Vec<&str> = slugs.iter().map(String::as_str).collect();
    slugs
        .iter()
        .map(|slug| read(slug, &files_of(slug), &slugs).unwrap_or_else(|problems| panic!("{slug}: {problems:?}")))
        .collect()
}

#[test]
fn every_claim_is_used() {
    for story in all() {
        let text: String =
            files_of(story.slug.as_str()).values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
        for claim in &story.claims {
            let (reference, key) = (format!("[^{}]", claim.id), format!("claim = \"{}\"", claim.id));
            assert!(text.contains(&reference) || text.contains(&key), "{}: {} is used", story.slug, claim.id);
        }
    }
}

#[test]
fn a_disputed_claim_is_told_with_both_sides_wherever_it_is_told() {
    for story in all() {
        let told =
            story.article.sections.iter().flat_map(|section| {
                claims_in_text(&section.summary).into_iter().chain(claims_in_blocks(&section.body))
            });
        let disputed = told.filter_map(|id| story.claim(id)).filter(|claim| claim.status == Status::Disputed);
        for claim in disputed {
            assert!(claim.differ.is_some(), "{}: {}", story.slug, claim.id);
        }
    }
}

#[test]
fn every_story_is_as_complete_as_the_first() {
    for story in all() {
        let slug = &story.slug;
        assert!(story.questions.len() >= 8, "{slug}: {} questions", story.questions.len());
        assert!(story.events.len() >= 40, "{slug}: {} events", story.events.len());
        assert!(story.terms.len() >= 15, "{slug}: {} terms", story.terms.len());
        assert!(story.reacting().count() >= 8, "{slug}: those who acted");
        assert_eq!(story.sides().count(), 2, "{slug}: sides");
        assert!(!story.figures.is_empty() && !story.related.is_empty() && !story.notes.is_empty(), "{slug}");
        assert!(story.article.seconds(Depth::Short) <= 60, "{slug}: the summaries are read in a minute");
    }
}
