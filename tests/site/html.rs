//! What every page has, and has not.

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use backgrounder::islands::axis::data::Line;
use backgrounder::islands::companion::data::Beside;
use backgrounder::site::policy;

use crate::support::{addresses, dist, root, slugs};
use crate::{documents, files, pages};

/// The most that a page of a story may weigh, in bytes as it is and in bytes of brotli, and the most elements that it
/// may have. (What is aimed at is 200,000, 32,000 and 2,400; docs/measurements.md says what is in the way.)
const HTML: usize = 228_000;
const PACKED: usize = 40_500;
const ELEMENTS: usize = 3_150;

/// Part of a text between two marks.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before).skip(1).map(|rest| rest.split(after).next().unwrap()).collect()
}

/// What the validator says of pages; nothing where they have no error. It sees them without their styles, of which it
/// knows less than browsers do.
pub fn validator(pages: &[PathBuf]) -> String {
    let jar = root().join("node_modules/vnu-jar/build/dist/vnu.jar");
    assert!(jar.exists(), "the validator is not there; run `make setup-test`");
    let folder = tempfile::tempdir().unwrap();
    let bare = pages.iter().map(|page| {
        let html = std::fs::read_to_string(page).unwrap();
        let (before, rest) = html.split_once("<style>").unwrap_or((&html, "</style>"));
        let bare = folder.path().join(page.to_str().unwrap().replace('/', "-"));
        std::fs::write(&bare, [before, rest.split_once("</style>").unwrap().1].concat()).unwrap();
        bare
    });
    let bare: Vec<PathBuf> = bare.collect();
    let output = Command::new("java").arg("-jar").arg(jar).arg("--errors-only").args(bare).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.is_empty(), output.status.success(), "{said}");
    said
}

/// Links within a page to what is not there. (Those of a host that begin with `bg-` lead into frames.)
pub fn dangling(html: &str) -> Vec<String> {
    let links = between(html, "href=\"#", "\"").into_iter().filter(|id| !id.starts_with("bg-"));
    links.filter(|id| !html.contains(&format!(" id=\"{id}\""))).map(str::to_owned).collect()
}

#[test]
fn the_html_validator_finds_no_error() {
    let pages: Vec<PathBuf> =
        files().into_iter().filter(|(name, _)| name.ends_with(".html")).map(|(_, path)| path).collect();
    assert_eq!(validator(&pages), "");
}

#[test]
fn every_link_within_a_page_leads_somewhere() {
    for (name, html) in documents() {
        assert_eq!(dangling(&html), Vec::<String>::new(), "{name}");
    }
}

/// The styles that a page carries in itself.
fn style(html: &str) -> &str {
    between(html, "<style>", "</style>")[0]
}

/// What stands beside sections is drawn from data, whose links lead into the page.
#[test]
fn what_stands_beside_a_section_leads_somewhere() {
    for story in slugs() {
        let folder = dist().join(&story);
        let html = std::fs::read_to_string(folder.join("index.html")).unwrap();
        let facts = facts(&html, "companion-box");
        let beside = std::fs::read_to_string(folder.join(facts)).unwrap();
        let beside: Beside = serde_json::from_str(&beside).unwrap();
        assert!(!beside.panels.is_empty(), "{story}");
        for panel in beside.panels {
            let events = panel.events.iter().map(|event| format!("event-{}", event.id));
            let questions = panel.questions.iter().map(|question| format!("faq-{}", question.id));
            let actors = panel.actors.iter().map(|actor| format!("actor-{actor}"));
            for id in events.chain(questions).chain(actors).chain([panel.section.to_string()]) {
                assert!(html.contains(&format!(" id=\"{id}\"")), "{story} has {id}");
            }
        }
    }
}

/// The line of time is drawn from data, whose links lead into the page.
#[test]
fn what_stands_on_the_line_of_time_leads_somewhere() {
    for story in slugs() {
        let folder = dist().join(&story);
        let html = std::fs::read_to_string(folder.join("index.html")).unwrap();
        let line = std::fs::read_to_string(folder.join(facts(&html, "axis"))).unwrap();
        let line: Line = serde_json::from_str(&line).unwrap();
        let eras = line.strips.iter().map(|strip| format!("era-{}", strip.era));
        let events = line.strips.iter().flat_map(|strip| &strip.events).map(|mark| format!("event-{}", mark.id));
        let ids: Vec<String> = eras.chain(events).collect();
        assert_eq!(ids.len(), line.strips.len() + html.matches(" class=\"event\">").count(), "{story}");
        for id in ids {
            assert!(html.contains(&format!(" id=\"{id}\"")), "{story} has {id}");
        }
    }
}

/// Where the island of that class has its data, from the page that it is on.
pub fn facts<'a>(html: &'a str, island: &str) -> &'a str {
    let island = html.split(&format!("class=\"{island}\"")).nth(1).unwrap_or_else(|| panic!("the page has {island}"));
    between(island, "data-facts=\"", "\"")[0]
}

#[test]
fn the_policy_is_in_every_page_and_in_the_headers() {
    for (name, html) in pages() {
        let content = between(&html, "Content-Security-Policy\" content=\"", "\"")[0]
            .replace("&#39;", "'")
            .replace("&#x27;", "'");
        assert_eq!(content, policy(None, style(&html)), "{name}");
    }
    let headers = std::fs::read_to_string(dist().join("_headers")).unwrap();
    for page in addresses() {
        for path in [page.clone(), format!("{page}index.html")] {
            let html = std::fs::read_to_string(dist().join(page.trim_start_matches('/')).join("index.html")).unwrap();
            let line = format!("\n{path}\n  Content-Security-Policy: {}\n", policy(None, style(&html)));
            assert!(headers.contains(&line), "{path} has the policy of its story");
        }
    }
}

#[test]
fn nothing_blocks_the_first_paint() {
    for (name, html) in pages() {
        let head = html.split_once("</head>").unwrap().0;
        assert_eq!(head.matches("<style>").count(), 1, "{name} carries its styles");
        assert!(!html.contains("rel=\"stylesheet\""), "{name} waits for no file");
        for script in between(&html, "<script", ">") {
            assert!(script.contains("type=\"module\"") && script.contains("src="), "{name}: <script{script}>");
        }
        for forbidden in [" style=\"", " onclick=", " onload=", "javascript:", "<iframe", "<img"] {
            assert!(!html.contains(forbidden), "{name} has {forbidden}");
        }
    }
}

#[test]
fn every_page_has_its_parts_under_their_ids() {
    let ids = [
        "article",
        "did-you-know",
        "tip",
        "timeline",
        "reactions",
        "faq",
        "figures",
        "glossary",
        "related",
        "comments",
        "sources",
        "contents",
        "notes",
        "history",
    ];
    for (name, html) in pages() {
        for id in ids {
            assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{name} has #{id} once");
        }
    }
}

#[test]
fn every_page_has_one_h1_and_headings_in_order() {
    for (name, html) in documents() {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        let mut last = 0;
        for heading in between(&html, "<h", ">") {
            let Some(level) = heading.chars().next().and_then(|digit| digit.to_digit(10)) else { continue };
            assert!(level <= last + 1, "{name}: a heading of level {level} follows one of level {last}");
            last = level;
        }
    }
}

#[test]
fn every_page_says_its_language_and_has_its_landmarks() {
    for (name, html) in pages() {
        assert!(html.contains("<html lang=\"en\" dir=\"ltr\">"), "{name}");
        for landmark in ["<header", "<main", "<nav", "<article", "<footer"] {
            assert!(html.contains(landmark), "{name} has {landmark}");
        }
    }
}

#[test]
fn every_address_is_relative_or_leads_elsewhere() {
    for (name, html) in documents() {
        for attribute in ["href=\"", "src=\"", "data-glue=\"", "data-wasm=\""] {
            for address in between(&html, attribute, "\"") {
                let elsewhere = address.starts_with("https://") || address.starts_with("http://");
                let relative = ["#", "./", "../"].iter().any(|start| address.starts_with(start));
                assert!(elsewhere || relative, "{name}: {attribute}{address}");
            }
        }
    }
}

#[test]
fn markers_that_validators_refuse_are_gone() {
    for (name, html) in documents() {
        assert!(!html.contains("<!>"), "{name}");
    }
}

/// The style sheet keeps neighbours apart, and takes for neighbours whatever has nothing but bare words between.
#[test]
fn references_with_words_between_them_are_no_neighbours() {
    for (name, html) in pages() {
        for after in html.split("</sup>").skip(1) {
            let (words, tag) = after.split_once('<').unwrap();
            let bare = !words.trim().is_empty() && tag.starts_with("sup class=\"claim-ref\"");
            assert!(!bare, "{name}: {words:?} is bare");
        }
    }
}

#[test]
fn every_event_and_question_is_in_the_page() {
    for (name, html) in pages() {
        let story = name.split_once('/').map_or("oman-talks", |(slug, _)| slug);
        for id in between(&read(story, "faq.md"), "{#", "}").into_iter().map(|braces| braces.split(' ').next().unwrap())
        {
            assert!(html.contains(&format!(" id=\"faq-{id}\"")), "{name} has faq-{id}");
        }
        has_all(&name, &html, &read(story, "timeline.toml"), "event");
    }
}

#[test]
fn every_claim_term_and_source_is_in_the_page_of_what_a_story_rests_on_and_in_its_single_file() {
    for story in slugs() {
        for file in [format!("{story}/sources/index.html"), format!("{story}.single.html")] {
            let html = std::fs::read_to_string(dist().join(&file)).unwrap();
            for (toml, table) in [("claims.toml", "claim"), ("glossary.toml", "term"), ("sources.toml", "source")] {
                has_all(&file, &html, &read(&story, toml), table);
            }
        }
    }
}

/// What a page of a story has may be as much as this, however long the story is to become: an article and its tools,
/// and not its archive.
#[test]
fn a_page_of_a_story_is_within_its_budget() {
    for (name, html) in pages() {
        let elements = between(&html, "<", ">").iter().filter(|tag| tag.starts_with(char::is_alphabetic)).count();
        // Its styles are counted apart.
        let html = html.replacen(style(&html), "", 1);
        let packed = packed(html.as_bytes());
        assert!(html.len() <= HTML, "{name}: {} bytes are more than {HTML}", html.len());
        assert!(packed <= PACKED, "{name}: {packed} bytes of brotli are more than {PACKED}");
        assert!(elements <= ELEMENTS, "{name}: {elements} elements are more than {ELEMENTS}");
    }
}

fn packed(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let mut compressor = brotli::CompressorWriter::new(&mut packed, 65_536, 11, 22);
    compressor.write_all(bytes).unwrap();
    drop(compressor);
    packed.len()
}

fn read(story: &str, file: &str) -> String {
    std::fs::read_to_string(root().join("stories").join(story).join(file)).unwrap()
}

/// That a page has every entry of a file's table under its id.
fn has_all(page: &str, html: &str, toml: &str, table: &str) {
    let head = format!("[[{table}]]\n");
    let ids: Vec<&str> =
        between(toml, &head, "\n[[").into_iter().map(|table| between(table, "id = \"", "\"")[0]).collect();
    assert!(!ids.is_empty(), "there is a [[{table}]]");
    for id in ids {
        assert!(html.contains(&format!(" id=\"{table}-{id}\"")), "{page} has {table}-{id}");
    }
}
