//! A story with next to nothing in it makes a page that is whole.

use std::path::Path;

use crate::growth::build;
use crate::html::{dangling, validator};
use crate::support::tiny;

fn built(folder: &Path) -> String {
    let (stories, site) = (folder.join("stories"), folder.join("dist"));
    std::fs::create_dir_all(stories.join("tiny")).unwrap();
    std::fs::write(stories.join("site.toml"), "name = \"Small\"\nflagship = \"tiny\"\n").unwrap();
    for (name, text) in tiny::files() {
        let text = match name.as_str() {
            // Nobody reacts, nothing is explained.
            "actors.toml" => String::from_utf8(text).unwrap().split("[[actor.reaction]]").next().unwrap().into(),
            _ => text,
        };
        std::fs::write(stories.join("tiny").join(name), text).unwrap();
    }
    let output = build(&stories, &site);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(site.join("index.html")).unwrap()
}

#[test]
fn it_is_valid_and_leaves_out_what_it_has_not() {
    let temporary = tempfile::tempdir().unwrap();
    let html = built(temporary.path());
    assert_eq!(validator(&[temporary.path().join("dist/index.html")]), "");
    for absent in ["figures", "related", "notes"] {
        assert!(!html.contains(&format!("id=\"{absent}\"")), "#{absent} has nothing to show");
    }
    for present in [
        "article",
        "faq",
        "timeline",
        "reactions",
        "actor-om",
        "glossary",
        "sources",
        "comments",
        "tip",
        "did-you-know",
    ] {
        assert!(html.contains(&format!("id=\"{present}\"")), "#{present} is there");
    }
    assert!(!html.contains("class=\"map\""), "a map without anybody on it is left out");
    assert_eq!(dangling(&html), Vec::<String>::new());
    assert!(html.contains("1 event, 2026. ") && html.contains("The one statement: "), "one is counted as one");
}
