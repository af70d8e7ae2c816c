//! A story with a mistake is refused, and what was there stays.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::files_below;
use crate::growth::build;
use crate::support::{copied_stories, root};

/// The stories, with a mistake in one of them.
fn stories_with_a_mistake() -> TempDir {
    let stories = copied_stories();
    let faq = stories.path().join("oman-talks/faq.md");
    let text = std::fs::read_to_string(&faq).unwrap();
    std::fs::write(faq, text.replacen("[^", "[^no-such-", 1)).unwrap();
    stories
}

#[test]
fn a_mistake_ends_the_build_and_leaves_the_site_as_it_was() {
    let temporary = tempfile::tempdir().unwrap();
    let (stories, site) = (stories_with_a_mistake(), temporary.path().join("dist"));
    std::fs::create_dir_all(&site).unwrap();
    std::fs::write(site.join("index.html"), "the last good page").unwrap();
    let output = build(stories.path(), &site);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&[output.stderr, output.stdout].concat()).into_owned();
    assert!(said.contains("there is no claim `no-such-"), "{said}");
    assert_eq!(std::fs::read_to_string(site.join("index.html")).unwrap(), "the last good page");
    assert_eq!(files_below(&site).len(), 1);
}

#[test]
fn checking_alone_tells_the_mistake_and_exits_with_1() {
    let stories = stories_with_a_mistake();
    let check = |stories: &Path| {
        Command::new(env!("CARGO_BIN_EXE_prerender"))
            .arg("check")
            .env("STORIES", stories)
            .current_dir(root())
            .output()
            .unwrap()
    };
    let output = check(stories.path());
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("oman-talks/faq.md:"), "{said}");
    let last = format!("1 mistake in {}; what was built before stays as it is\n", stories.path().display());
    assert!(said.ends_with(&last), "{said}");
    let output = check(&root().join("stories"));
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("oman-talks: 8 sections, "));
}

#[test]
fn an_address_that_is_none_is_refused_with_the_remedy() {
    let checked = |address: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
        command.arg("check").env("ADDRESS", address).current_dir(root()).output().unwrap()
    };
    let output = checked("example.org/news");
    assert_eq!(output.status.code(), Some(1));
    let said = "ADDRESS=example.org/news is not a web address; write it whole, as in ADDRESS=https://example.org/\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), said);
    assert!(checked("https://example.org/news").status.success());
}

#[test]
fn a_strength_that_is_none_is_refused_with_the_remedy() {
    let staging = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    let command = command.env("PACK", "slow").env("TRUNK_STAGING_DIR", staging.path()).current_dir(root());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = "PACK=slow is not known; write PACK=full or PACK=quick, or leave it out\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), said);
    assert_eq!(files_below(staging.path()).len(), 0);
}

#[test]
fn a_folder_without_stories_is_refused_with_the_remedy() {
    let temporary = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_prerender"))
        .arg("check")
        .env("STORIES", temporary.path())
        .current_dir(root())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, format!("there is no story in {}; a story is a folder of its own\n", temporary.path().display()));
}
