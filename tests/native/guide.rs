//! The guide for editors is true: its examples make a sound story, and what it says of mistakes is what is said.
//!
//! `BLESS=1 make check` writes the mistakes into the guide anew, to be read before they are kept.

use std::path::PathBuf;

use backgrounder::reading::{self, FILES, Files, Known, Style, report};

const GUIDE: &str = "docs/writing.md";

/// The day on which the story is begun.
const TODAY: &str = "2025-05-01";

/// Each mistake in the order of the guide: a passage of a file, and what is written in its place.
const MISTAKES: [(&str, &str, &str); 21] = [
    ("claims.toml", "sources = [\"port-report\"]", "sources = [\"port-reprot\"]"),
    ("claims.toml", "differ = \"The port authority counts 9,000 cars, the residents' group 12,000.\"\n", ""),
    ("claims.toml", "speaker = \"The port authority\"\n", "speaker = \"The port authority\"\nspeakr = \"The port\"\n"),
    ("claims.toml", "says = \"The tunnel opened in May 2025.\"", "says = \"The tunnel opened in May 2025."),
    ("article.md", "harbour.[^opened-in-may]\n\n---", "harbour.[^opened-in-may]\n\nThe end.[^opened-in-may]\n---"),
    ("article.md", "a ferry crossed the harbour.[^opened-in-may]", "a ferry crossed the harbour."),
    ("article.md", "term:immersed-tube", "term:immersed-tub"),
    ("article.md", "opened in May 2025.[^opened-in-may]", "opened in May 2025.[^first-statement]"),
    ("faq.md", " {#toll as_of=2025-09-01}", ""),
    ("timeline.toml", "date = \"2025-05-04\"", "date = \"2025-05-34\""),
    ("timeline.toml", "date = \"2025-06\"", "date = \"2025-04\""),
    ("actors.toml", "place = { name = \"Harbour Town\", point = [57.69, 11.97] }     # where the map marks it\n", ""),
    (
        "actors.toml",
        "stance = \"welcomes\"         # mediates, party, welcomes, urges-diplomacy, critical or military-action\ndate = \"2025-05-04\"",
        "stance = \"welcome\"\ndate = \"2025-05-04\"",
    ),
    ("story.toml", "point = [57.71, 11.95]\n", ""),
    ("glossary.toml", "definition = \"A tunnel of pieces that are sunk into a trench and joined there.\"\n", ""),
    ("story.toml", "https://example.org/works", "example.org/works"),
    ("story.toml", "[figure.table]\n", "[[figure.count]]\n\n[figure.table]\n"),
    ("story.toml", "[\"Pieces of the tunnel\", \"11\"]", "[\"Pieces of the tunnel\"]"),
    ("story.toml", "value = \"31.5\"", "value = \"31.5 µg\""),
    ("article.md", "updated = \"2025-06-02\"\n", ""),
    ("site.toml", "harbour-tunnel", "harbor-tunnel"),
];

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn guide() -> String {
    std::fs::read_to_string(path(GUIDE)).unwrap()
}

/// The fenced blocks of the guide in some language.
fn blocks(guide: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if let Some(named) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if named == language {
                blocks.push(block.join("\n") + "\n");
            }
        }
    }
    blocks
}

/// The file to which an example belongs.
fn file_of(example: &str) -> &'static str {
    let table = example.trim_start_matches('[').split([']', '.']).next().unwrap();
    match table {
        "source" => "sources.toml",
        "claim" => "claims.toml",
        "era" | "event" => "timeline.toml",
        "actor" => "actors.toml",
        "term" => "glossary.toml",
        _ => "story.toml",
    }
}

/// The story that `make new` begins, with every example of the guide.
fn story() -> Files {
    let mut files: Files = FILES
        .iter()
        .map(|name| {
            let text = std::fs::read_to_string(path("template").join(name)).unwrap().replace("TODAY", TODAY);
            ((*name).to_owned(), text.into_bytes())
        })
        .collect();
    let text = guide();
    let toml = blocks(&text, "toml");
    for table in ["[tip]", "[did_you_know]", "[provenance]", "[comments]"] {
        assert!(toml.iter().any(|example| example.contains(table)), "{table} has an example");
        without(&mut files, "story.toml", table);
    }
    let mut add = |file: &str, text: &str| files.get_mut(file).unwrap().extend(format!("\n{text}").bytes());
    for example in &toml {
        add(file_of(example), example);
    }
    let examples = blocks(&guide(), "markdown");
    let [section, question, updated] = &examples[..] else { panic!("{examples:?}") };
    add("article.md", section);
    add("faq.md", question);
    replace(&mut files, "article.md", "language = \"en\"\n", &format!("language = \"en\"\n{updated}"));
    files
}

/// Takes a table out that the story began with.
fn without(files: &mut Files, file: &str, table: &str) {
    let text = String::from_utf8(files[file].clone()).unwrap();
    let (before, rest) = text.split_once(&format!("{table}\n")).unwrap();
    let after = rest.find("\n[").map_or("", |next| &rest[next + 1..]);
    files.insert(file.to_owned(), format!("{before}{after}").into_bytes());
}

fn replace(files: &mut Files, file: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(from), "{file} has {from:?}");
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
}

/// What is said of the story, or of the site, with one mistake.
fn said_of((file, from, to): (&str, &str, &str)) -> String {
    if file == "site.toml" {
        let site = "name = \"Harbour news\"\nflagship = \"harbour-tunnel\"\n".replace(from, to);
        let files = Files::from([(file.to_owned(), site.into_bytes())]);
        let problems =
            reading::read_site(&files, &Known { stories: vec!["harbour-tunnel"], ..Known::default() }).unwrap_err();
        return report("stories", &files, &problems, Style::Plain, 100);
    }
    let mut files = story();
    replace(&mut files, file, from, to);
    let problems = reading::read("harbour-tunnel", &files, &["harbour-tunnel"]).unwrap_err();
    report("stories/harbour-tunnel", &files, &problems[..1], Style::Plain, 100)
}

#[test]
fn the_examples_of_the_guide_make_a_sound_story() {
    let files = story();
    let read = reading::read("harbour-tunnel", &files, &["harbour-tunnel"]);
    assert!(read.is_ok(), "{}", report("stories", &files, &read.unwrap_err(), Style::Plain, 100));
}

#[test]
fn what_the_guide_says_of_a_mistake_is_what_is_said() {
    let text = guide();
    let shown: Vec<String> = blocks(&text, "").into_iter().filter(|block| block.starts_with("  ×")).collect();
    assert_eq!(shown.len(), MISTAKES.len());
    let said = MISTAKES.map(|mistake| format!("{}\n", said_of(mistake).trim_end()));
    if std::env::var_os("BLESS").is_some() {
        let mut blessed = text;
        for (shown, said) in shown.iter().zip(&said) {
            blessed = blessed.replacen(&format!("```\n{shown}```"), &format!("```\n{said}```"), 1);
        }
        std::fs::write(path(GUIDE), blessed).unwrap();
        return;
    }
    for (shown, said) in shown.iter().zip(said) {
        assert_eq!(*shown, said);
    }
}

#[test]
fn every_construct_of_the_format_has_an_example_in_the_guide() {
    let examples = blocks(&guide(), "toml").concat();
    let format = std::fs::read_to_string(path("docs/format.md")).unwrap();
    let tables = format.lines().filter(|line| line.starts_with("[[")).map(|line| line.split(']').next().unwrap());
    for table in tables.filter(|table| *table != "[[provenance.departure") {
        assert!(examples.contains(table), "{table}]] has an example");
    }
}
