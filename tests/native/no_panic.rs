//! No input makes the reader panic.

use backgrounder::reading::{FILES, Style, report};
use proptest::prelude::*;

use crate::tiny::{files, read_tiny};

/// Pieces of what an editor might write, right and wrong.
const PIECES: [&str; 40] = [
    "+++\n",
    "## ",
    "{#a}",
    "{#a b=c}",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\n",
    "\n\n",
    "[^began]",
    "[^",
    "](actor:om)",
    "[",
    "<b>",
    "</b>",
    "<!--",
    "|a|b|\n|-|-|\n",
    "***",
    "*",
    "_",
    "`",
    "```\n",
    "\\",
    "é",
    "\u{0}",
    "\u{feff}",
    "[[claim]]\n",
    "[claim]\n",
    "id = ",
    "\"",
    "'''",
    "= [",
    "]",
    "{ a = 1 }",
    "2026-02-30",
    "\r\n",
    "🜁",
    "&#x6a;",
    "javascript:",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_in_a_file(at in 0..FILES.len(), bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut broken = files();
        broken.insert(FILES[at].into(), bytes);
        if let Err(problems) = read_tiny(&broken) {
            report("stories/tiny", &broken, &problems, Style::Plain, 80);
            for problem in &problems {
                problem.excerpt(&broken);
            }
        }
    }

    #[test]
    fn whatever_text_is_in_a_file(at in 0..FILES.len(), text in any::<String>()) {
        let mut broken = files();
        let before = if FILES[at] == "article.md" { String::from_utf8(broken[FILES[at]].clone()).unwrap() } else { String::new() };
        broken.insert(FILES[at].into(), format!("{before}{text}").into_bytes());
        if let Err(problems) = read_tiny(&broken) {
            report("stories/tiny", &broken, &problems, Style::Plain, 80);
            for problem in &problems {
                problem.excerpt(&broken);
            }
        }
    }

    #[test]
    fn whatever_an_editor_writes(at in 0..FILES.len(), cut in 0.0..1.0_f64, pieces in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let mut broken = files();
        let text = String::from_utf8(broken[FILES[at]].clone()).unwrap();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a length is a length")]
        let cut = (text.len() as f64 * cut) as usize;
        let written: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        broken.insert(FILES[at].into(), format!("{}{written}{}", &text[..cut], &text[cut..]).into_bytes());
        if let Err(problems) = read_tiny(&broken) {
            report("stories/tiny", &broken, &problems, Style::Plain, 80);
            for problem in &problems {
                problem.excerpt(&broken);
            }
        }
    }
}

#[test]
fn not_even_what_is_nested_a_thousand_deep() {
    for piece in ["> ", "- ", "*a ", "[", "**_"] {
        let mut broken = files();
        broken.insert("faq.md".into(), format!("## Why? {{#why}}\n\n{}So.", piece.repeat(20_000)).into_bytes());
        let problems = read_tiny(&broken).unwrap_err();
        assert!(problems.iter().all(|problem| problem.file == "faq.md"), "the nested text was read: {problems:?}");
    }
    let mut broken = files();
    broken.insert("claims.toml".into(), format!("a = {}", "[".repeat(20_000)).into_bytes());
    assert!(read_tiny(&broken).is_err());
}
