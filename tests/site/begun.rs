//! A story begins from a template that is sound, and what is there is never touched.

use std::path::Path;
use std::process::{Command, Output};

use crate::files_below;
use crate::support::root;

fn prerender(arguments: &[&str], stories: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    command.args(arguments).env("STORIES", stories).env("TODAY", "2026-02-08").current_dir(root()).output().unwrap()
}

fn site(stories: &Path) {
    std::fs::write(stories.join("site.toml"), "name = \"Small\"\nflagship = \"harbour-tunnel\"\n").unwrap();
}

#[test]
fn a_new_story_has_no_mistakes_and_begins_today() {
    let stories = tempfile::tempdir().unwrap();
    site(stories.path());
    let output = prerender(&["new", "harbour-tunnel"], stories.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let article = std::fs::read_to_string(stories.path().join("harbour-tunnel/article.md")).unwrap();
    assert!(article.contains("published = \"2026-02-08\"") && article.contains("as_of = \"2026-02-08\""));
    assert!(files_below(&stories.path().join("harbour-tunnel")).len() == 8);
    let output = prerender(&["check"], stories.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("harbour-tunnel: 1 section, "), "{said}");
    let guide = std::fs::read_to_string(root().join("docs/writing.md")).unwrap();
    let said = said.replace(&format!("{}/", stories.path().display()), "stories/");
    assert!(guide.contains(&format!("```\n{said}```")), "the guide shows {said}");
}

#[test]
fn a_story_that_is_there_stays_as_it_is() {
    let stories = tempfile::tempdir().unwrap();
    std::fs::create_dir(stories.path().join("harbour-tunnel")).unwrap();
    std::fs::write(stories.path().join("harbour-tunnel/article.md"), "mine").unwrap();
    let output = prerender(&["new", "harbour-tunnel"], stories.path());
    assert_eq!(output.status.code(), Some(1));
    let there = stories.path().join("harbour-tunnel");
    let said = format!("there is a story in {} already; choose another name, or change that one\n", there.display());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), said);
    assert_eq!(std::fs::read_to_string(there.join("article.md")).unwrap(), "mine");
    assert_eq!(files_below(&there).len(), 1);
}

#[test]
fn a_name_that_is_no_address_is_refused_with_the_remedy() {
    let stories = tempfile::tempdir().unwrap();
    for name in ["Harbour Tunnel", "../elsewhere", "assets", ""] {
        let output = prerender(&["new", name], stories.path());
        assert_eq!(output.status.code(), Some(1), "{name}");
        let said = format!(
            "`{name}` cannot be the name of a story; write lower-case letters, digits and single hyphens, as in make new STORY=harbour-tunnel; `assets` and `embed` are taken\n"
        );
        assert_eq!(String::from_utf8(output.stderr).unwrap(), said);
    }
    assert_eq!(files_below(stories.path()).len(), 0);
}
