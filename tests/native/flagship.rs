//! The first story is complete.

use std::collections::HashSet;
use std::path::PathBuf;

use backgrounder::reading::{Files, read};
use backgrounder::story::{Depth, Status, Story, plain};
use backgrounder::words::page::in_language;

pub fn files_of(slug: &str) -> Files {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("stories").join(slug);
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(path).unwrap()))
        .collect()
}

pub fn oman_talks() -> Story {
    let slugs = crate::stories::slugs();
    let slugs: Vec<&str> = slugs.iter().map(String::as_str).collect();
    read("oman-talks", &files_of("oman-talks"), &slugs).unwrap()
}

/// Facts of the source article that are no statements: an opinion, a link, an invitation to comment.
const NOT_CLAIMS: [u32; 3] = [28, 42, 43];

#[test]
fn every_fact_of_the_source_article_is_a_claim() {
    let story = oman_talks();
    let facts: HashSet<&str> = story.claims.iter().filter_map(|claim| claim.fact.as_deref()).collect();
    for number in (1..=43).filter(|number| !NOT_CLAIMS.contains(number)) {
        assert!(facts.contains(format!("F{number}").as_str()), "F{number} is a claim");
    }
}

#[test]
fn it_has_all_its_parts() {
    let story = oman_talks();
    assert_eq!(story.article.as_of.to_string(), "2026-02-08");
    assert_eq!(story.article.sections.len(), 8);
    assert!(story.events.len() >= 30);
    assert!(story.questions.len() >= 8);
    assert!(story.terms.len() >= 25);
    let first: Vec<&str> = story.questions.iter().take(4).map(|question| question.id.as_str()).collect();
    assert_eq!(first, ["goal", "peaceful", "obstacles", "oman"]);
    let reacting: Vec<&str> = story.reacting().map(|actor| actor.id.as_str()).collect();
    assert_eq!(reacting, ["om", "us", "ir", "qa", "fr", "tr", "sa", "il"]);
    assert!(!story.notes.is_empty(), "the editors' note");
}

#[test]
fn each_depth_is_as_long_as_it_promises() {
    let article = oman_talks().article;
    let times = [0, 20, 54, 60, 90].map(|seconds| in_language("en").reading_time(seconds));
    assert_eq!(times, ["10 sec", "20 sec", "50 sec", "1 min", "2 min"]);
    let [short, key, full] = Depth::ALL.map(|depth| in_language("en").reading_time(article.seconds(depth)));
    assert_eq!([short.as_str(), key.as_str(), full.as_str()], ["30 sec", "3 min", "7 min"]);
}

#[test]
fn no_death_toll_stands_alone() {
    let story = oman_talks();
    let killed = story.figures.iter().find(|figure| figure.id.as_str() == "killed").unwrap();
    let values: String = killed.counts().iter().map(|count| count.value.as_str()).collect();
    assert!(killed.counts().len() >= 3, "{values}");
    for number in ["6,505", "3,117", "3,428"] {
        assert!(values.contains(number), "{number} is among {values}");
    }
}

#[test]
fn the_disputed_quote_is_not_printed_as_said() {
    let story = oman_talks();
    let quote = story.claims.iter().find(|claim| claim.id.as_str() == "trump-wording").unwrap();
    assert_eq!(quote.status, Status::Disputed);
    let differ = plain(quote.differ.as_ref().unwrap());
    assert!(differ.contains("very steep") && differ.contains("very severe"), "{differ}");
    let article = String::from_utf8(files_of("oman-talks")["article.md"].clone()).unwrap();
    assert!(!article.contains("very severe"));
}
