//! A mistake is at the same place in the terminal and in the page of a preview, and at the one that a text editor shows.

use backgrounder::reading::{Excerpt, Files, Style, report};

use crate::tiny::{files, read_tiny, replaced};

/// What the page shows of the first mistake, and what the terminal says.
fn first(files: &Files) -> (Excerpt, String) {
    let problems = read_tiny(files).unwrap_err();
    let excerpt = problems[0].excerpt(files).unwrap();
    (excerpt, report("stories/tiny", files, &problems[..1], Style::Plain, 100))
}

fn bytes(file: &str, change: impl Fn(String) -> String) -> Files {
    let mut files = files();
    let text = change(String::from_utf8(files[file].clone()).unwrap());
    files.insert(file.to_owned(), text.into_bytes());
    files
}

#[test]
fn a_column_is_counted_in_characters() {
    let files = replaced("faq.md", "So that it can be broken.[^began]", "„Größe“ – so.[^bega]");
    let (excerpt, said) = first(&files);
    assert_eq!((excerpt.line, excerpt.column), (3, 14));
    assert!(said.contains("[stories/tiny/faq.md:3:14]"), "{said}");
    assert_eq!((&*excerpt.before, &*excerpt.offending, &*excerpt.after), ("„Größe“ – so.", "[^bega]", ""));
}

#[test]
fn the_place_is_the_same_in_the_terminal_and_in_the_page() {
    let with_mark = bytes("claims.toml", |text| format!("\u{feff}{}", text.replace("\"reported\"", "\"reportde\"")));
    let with_returns = bytes("claims.toml", |text| text.replace("\"reported\"", "\"reportde\"").replace('\n', "\r\n"));
    let at_the_end = bytes("faq.md", |text| text.trim_end().replace("[^began]", "[^nobody]"));
    let no_toml = replaced("story.toml", "[map]", "[map");
    for broken in [with_mark, with_returns, at_the_end, no_toml] {
        let (excerpt, said) = first(&broken);
        assert!(said.contains(&format!(":{}:{}]", excerpt.line, excerpt.column)), "{excerpt:?} and {said}");
        let line = format!("{}{}{}", excerpt.before, excerpt.offending, excerpt.after);
        assert!(!line.contains(['\n', '\r']) && said.contains(&line), "{line:?} is one line of {said}");
    }
}

#[test]
fn a_mistake_of_the_whole_file_has_no_line() {
    let mut files = files();
    files.remove("faq.md");
    assert_eq!(read_tiny(&files).unwrap_err()[0].excerpt(&files), None);
}
