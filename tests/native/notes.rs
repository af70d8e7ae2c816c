//! What the editors say about the story stands at its top, beside the passage and in its history.

use crate::printed::printed;
use crate::tiny::{added, read_tiny, replaced};

const NOTES: &str = "
[[note]]
kind = \"correction\"
date = \"2026-02-10\"
text = \"It began later.\"
about = \"section:began\"
was = \"It began early.\"

[[note]]
kind = \"update\"
date = \"2026-02-12\"
text = \"We say more.\"
about = \"faq:why\"
";

fn page() -> String {
    let mut files = added("story.toml", NOTES);
    let article =
        replaced("article.md", "as_of = ", "updated = \"2026-02-12\"\nas_of = ").remove("article.md").unwrap();
    files.insert("article.md".into(), article);
    printed(read_tiny(&files).unwrap())
}

fn after<'a>(html: &'a str, start: &str) -> &'a str {
    html.split_once(start).unwrap_or_else(|| panic!("{start} is there")).1
}

#[test]
fn a_correction_stands_at_the_top_beside_the_passage_and_in_the_history() {
    let html = page();
    let top = after(&html, "id=\"notes\"").split("</aside>").next().unwrap();
    assert!(top.contains("It began later.") && top.contains("href=\"#began\""), "the top leads to the passage");
    let section = after(&html, "<section id=\"began\"").split("</section>").next().unwrap();
    assert!(section.contains("data-note=\"correction\"") && section.contains("It began later."));
    assert!(!section.contains("We say more."), "what is about another passage is not here");
    let answer = after(&html, "id=\"faq-why\"").split("</details>").next().unwrap();
    assert!(answer.contains("We say more."));
    assert_eq!(html.matches("It began later.").count(), 3);
}

#[test]
fn the_history_says_what_changed_and_when_from_the_newest_to_the_first_publication() {
    let html = page();
    let history = after(&html, "id=\"history\"").split("</section>").next().unwrap();
    let days: Vec<usize> = ["2026-02-12", "2026-02-10", "2026-02-08"]
        .map(|day| history.find(&format!("datetime=\"{day}\"")).unwrap_or_else(|| panic!("{day}")))
        .into();
    assert!(days.is_sorted(), "{days:?}");
    assert!(history.contains("<del>It began early.</del>"), "it says what stood there before");
    assert!(history.contains("First published."));
    assert!(html.contains("<a href=\"#history\">Updated "), "the day of the last change leads there");
}
