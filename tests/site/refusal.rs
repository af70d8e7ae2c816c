//! A story with a mistake is refused, and what was there stays.

use std::path::Path;
use std::process::Command;

use crate::files_below;
use crate::growth::build;
use crate::support::root;

fn stories_with_a_mistake(folder: &Path) {
    for (name, path) in files_below(&root().join("stories")) {
        let copy = folder.join(name);
        std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
        std::fs::copy(path, copy).unwrap();
    }
    let story = folder.join("oman-talks");
    let faq = std::fs::read_to_string(story.join("faq.md")).unwrap();
    std::fs::write(story.join("faq.md"), faq.replacen("[^", "[^no-such-", 1)).unwrap();
}

#[test]
fn a_mistake_ends_the_build_and_leaves_the_site_as_it_was() {
    let temporary = tempfile::tempdir().unwrap();
    let (stories, site) = (temporary.path().join("stories"), temporary.path().join("dist"));
    stories_with_a_mistake(&stories);
    std::fs::create_dir_all(&site).unwrap();
    std::fs::write(site.join("index.html"), "the last good page").unwrap();
    let output = build(&stories, &site);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&[output.stderr, output.stdout].concat()).into_owned();
    assert!(said.contains("there is no claim `no-such-"), "{said}");
    assert_eq!(std::fs::read_to_string(site.join("index.html")).unwrap(), "the last good page");
    assert_eq!(files_below(&site).len(), 1);
}

#[test]
fn checking_alone_tells_the_mistake_and_exits_with_1() {
    let temporary = tempfile::tempdir().unwrap();
    stories_with_a_mistake(temporary.path());
    let check = |stories: &Path| {
        Command::new(env!("CARGO_BIN_EXE_prerender"))
            .arg("check")
            .env("STORIES", stories)
            .current_dir(root())
            .output()
            .unwrap()
    };
    let output = check(temporary.path());
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("oman-talks/faq.md:"), "{said}");
    assert!(said.ends_with(&format!("1 mistake in {}; nothing was written\n", temporary.path().display())), "{said}");
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
