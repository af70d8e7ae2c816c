//! The folder of the stories as it is on real disks: with drafts, and with what nobody made as a story.
//!
//! Deliberately absent: what is in a story's files.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::growth::build;
use crate::support::{root, tiny};

/// Writes the small story into a folder, with something in its article replaced.
fn story(stories: &Path, slug: &str, from: &str, to: &str) {
    fs::create_dir_all(stories.join(slug)).unwrap();
    for (name, text) in tiny::replaced("article.md", from, to) {
        fs::write(stories.join(slug).join(name), text).unwrap();
    }
}

const LANGUAGE: &str = "language = \"en\"\n";

fn draft(stories: &Path, slug: &str) {
    story(stories, slug, LANGUAGE, &format!("{LANGUAGE}draft = true\n"));
}

fn finished(stories: &Path, slug: &str) {
    story(stories, slug, LANGUAGE, LANGUAGE);
}

fn site(stories: &Path, flagship: &str) {
    fs::write(stories.join("site.toml"), format!("name = \"Small\"\nflagship = \"{flagship}\"\n")).unwrap();
}

fn check(stories: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    command.arg("check").env("STORIES", stories).current_dir(root()).output().unwrap()
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// W01: an unfinished story beside a finished one.
#[test]
fn w01_a_draft_is_never_built_and_stops_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let (stories, dist) = (folder.path().join("stories"), folder.path().join("dist"));
    finished(&stories, "tiny");
    draft(&stories, "unfinished");
    draft(&stories, "broken");
    fs::remove_file(stories.join("broken/claims.toml")).unwrap();
    site(&stories, "tiny");
    let checked = check(&stories);
    assert!(checked.status.success(), "{}", said(&checked.stderr));
    let out = said(&checked.stdout);
    assert!(out.contains("broken: 1 mistake (a draft: `make serve` shows it, and it is not built)\n"), "{out}");
    assert!(out.contains("no mistakes (a draft: `make serve` shows it, and it is not built)\n"), "{out}");
    assert!(said(&checked.stderr).contains("this file is missing"), "its mistakes are told");
    let built = build(&stories, &dist);
    assert!(built.status.success(), "{}", said(&built.stderr));
    assert!(dist.join("tiny/index.html").exists());
    for path in ["unfinished", "broken", "unfinished.single.html"] {
        assert!(!dist.join(path).exists(), "{path}");
    }
    assert!(!fs::read_to_string(dist.join("_headers")).unwrap().contains("unfinished"));
}

#[test]
fn w01_a_link_to_a_draft_is_refused_and_so_is_a_draft_as_the_flagship() {
    let folder = tempfile::tempdir().unwrap();
    let stories = folder.path();
    story(stories, "tiny", "faq:why", "story:unfinished");
    draft(stories, "unfinished");
    site(stories, "tiny");
    let remedy = "take `draft = true` out of the front matter of";
    let checked = said(&check(stories).stderr);
    assert!(
        checked.contains("the story `unfinished` is a draft, which is never built") && checked.contains(remedy),
        "{checked}"
    );
    finished(stories, "tiny");
    site(stories, "unfinished");
    let checked = said(&check(stories).stderr);
    assert!(checked.contains("the story `unfinished` is a draft, which is never built"), "{checked}");
    // The remedy is followed.
    finished(stories, "unfinished");
    assert!(check(stories).status.success());
}

#[test]
fn w01_where_there_are_only_drafts_the_build_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (stories, dist) = (folder.path().join("stories"), folder.path().join("dist"));
    draft(&stories, "unfinished");
    site(&stories, "unfinished");
    assert!(check(&stories).status.success(), "there is nothing wrong with it");
    let built = build(&stories, &dist);
    let expected = format!(
        "all stories in {} are drafts; take `draft = true` out of the article.md of one that is finished\n",
        stories.display()
    );
    assert!(said(&built.stderr).contains(&expected), "{}", said(&built.stderr));
}

/// W02: what operating systems, servers and their users leave beside the stories.
#[test]
fn w02_folders_of_systems_are_passed_over_and_a_copy_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let stories = folder.path();
    finished(stories, "tiny");
    site(stories, "tiny");
    for name in
        ["__MACOSX", "@eaDir", "$RECYCLE.BIN", ".git", "System Volume Information", "node_modules", "lost+found"]
    {
        fs::create_dir_all(stories.join(name).join("tiny")).unwrap();
    }
    assert!(check(stories).status.success(), "{}", said(&check(stories).stderr));
    for name in ["tiny copy", "Kopie von tiny", "tiny (1)"] {
        fs::create_dir_all(stories.join(name)).unwrap();
        let told = said(&check(stories).stderr);
        assert!(told.contains(&format!("`{name}` cannot be the folder of a story")), "{told}");
        assert!(told.contains("1 mistake in "), "{told}");
        fs::remove_dir(stories.join(name)).unwrap();
    }
}
