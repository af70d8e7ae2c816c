//! What stands beside a section belongs to it.

use std::collections::HashSet;

use backgrounder::story::{Section, Story, claims_in_blocks, claims_in_text};

use crate::flagship::{files_of, oman_talks};
use crate::printed::printed;
use crate::tiny::{added, files, read_tiny};

/// The companion; nothing where there is none.
fn companion(html: &str) -> Option<&str> {
    html.split_once("class=\"companion-box\"")?.1.split("</aside>").next()
}

/// What follows each `before`, up to the next quote, and up to the next `before`.
fn parts<'a>(html: &'a str, before: &str) -> Vec<(&'a str, &'a str)> {
    html.split(before).skip(1).map(|rest| rest.split_once('"').unwrap()).collect()
}

/// The panels by the ids of their sections.
fn panels(html: &str) -> Vec<(&str, &str)> {
    parts(companion(html).unwrap(), "data-beside=\"")
}

/// The ids to which links lead that begin so.
fn links<'a>(html: &'a str, kind: &str) -> Vec<&'a str> {
    parts(html, &format!("href=\"#{kind}-")).into_iter().map(|(id, _)| id).collect()
}

/// Whom the map marks for a section.
fn marked<'a>(html: &'a str, section: &str) -> Vec<&'a str> {
    let group = parts(companion(html).unwrap(), "data-places=\"").into_iter().find(|(id, _)| *id == section);
    group.map(|(_, group)| links(group.split("</g>").next().unwrap(), "actor")).unwrap_or_default()
}

fn section<'a>(story: &'a Story, id: &str) -> &'a Section {
    let section = story.article.sections.iter().find(|section| section.id.as_str() == id);
    section.unwrap_or_else(|| panic!("{id} is a section"))
}

/// A section of the flagship as its editors wrote it.
fn written(id: &str) -> String {
    let article = String::from_utf8(files_of("oman-talks")["article.md"].clone()).unwrap();
    let rest = article.split_once(&format!("{{#{id}}}")).unwrap().1;
    rest.split("\n## ").next().unwrap().to_owned()
}

#[test]
fn every_panel_is_a_sections_and_the_first_alone_shows() {
    let (story, html) = (oman_talks(), printed(oman_talks()));
    let panels = panels(&html);
    let ids: Vec<&str> = panels.iter().map(|(id, _)| *id).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "one for each section: {ids:?}");
    assert_eq!(ids.len(), story.article.sections.len(), "in this story every section has something: {ids:?}");
    for (at, (id, panel)) in panels.iter().enumerate() {
        let heading = &section(&story, id).heading;
        assert!(panel.contains(&format!("class=\"beside-section\">{heading}<")), "{id} has its heading: {panel}");
        let tag = panel.split('>').next().unwrap();
        assert_eq!(tag.contains("hidden"), at > 0, "{id}: {tag}");
    }
}

#[test]
fn its_events_are_those_to_which_the_section_links_oldest_first() {
    let (story, html) = (oman_talks(), printed(oman_talks()));
    let mut named = 0;
    for (id, panel) in panels(&html) {
        let written = written(id);
        let linked = story.events.iter().map(|event| event.id.as_str());
        let linked: Vec<&str> = linked.filter(|event| written.contains(&format!("(event:{event})"))).collect();
        let events = links(panel, "event");
        assert!(events.len() <= 5, "{id}: {events:?}");
        assert_eq!(events, linked, "{id}");
        named += events.len();
    }
    assert!(named >= 10, "{named} events are named");
}

#[test]
fn its_questions_share_the_most_claims_with_the_section() {
    let (story, html) = (oman_talks(), printed(oman_talks()));
    for (id, panel) in panels(&html) {
        let section = section(&story, id);
        let claims = [claims_in_text(&section.summary), claims_in_blocks(&section.body)].concat();
        let shared: Vec<(&str, usize)> = story
            .questions
            .iter()
            .map(|question| (question, claims_in_blocks(&question.answer)))
            .map(|(question, answer)| {
                (question.id.as_str(), answer.iter().filter(|claim| claims.contains(claim)).count())
            })
            .collect();
        let count = |id: &str| shared.iter().find(|(question, _)| *question == id).unwrap().1;
        let asked = links(panel, "faq");
        assert!(asked.len() <= 2 && asked.iter().all(|question| count(question) > 0), "{id}: {asked:?}");
        let least = asked.iter().map(|question| count(question)).min().unwrap_or_default();
        for (question, count) in &shared {
            let left_out = !asked.contains(question) && *count > 0;
            assert!(!left_out || (asked.len() == 2 && *count <= least), "{id} leaves out {question}: {asked:?}");
        }
    }
}

#[test]
fn its_map_marks_those_near_whom_the_section_names() {
    let html = printed(oman_talks());
    assert_eq!(marked(&html, "distrust"), ["ir", "qa", "il"], "not the United States, which are elsewhere");
    assert_eq!(marked(&html, "responses"), ["om", "ir", "qa", "tr", "sa", "il"]);
    assert!(companion(&html).unwrap().contains("href=\"#map-land\""), "outlines are those of the big map");
    let israel = companion(&html).unwrap().split("data-actor=\"il\"").nth(1).unwrap().split("</a>").next().unwrap();
    assert!(israel.contains("beside-name") && !israel.contains("beside-dot"), "no pin where there is no place");
}

/// Left, top, right and bottom of each name, by letters that are wider than those of the page are on an average.
fn names(html: &str) -> Vec<(String, [f64; 4])> {
    let mut names: Vec<(String, [f64; 4])> = Vec::new();
    for text in companion(html).unwrap().split("<text").skip(1) {
        let value = |name: &str| text.split_once(&format!(" {name}=\"")).unwrap().1.split('"').next().unwrap();
        let number = |name: &str| value(name).parse::<f64>().unwrap();
        let words = text.split_once('>').unwrap().1.split('<').next().unwrap();
        let wide: f64 = words.chars().map(|_| 14.0).sum();
        let left = match value("text-anchor") {
            "start" => number("x"),
            "middle" => number("x") - wide / 2.0,
            "end" => number("x") - wide,
            other => panic!("{other}"),
        };
        let bounds = [left, number("y") - 15.0, left + wide, number("y") + 4.0];
        if !names.iter().any(|(other, _)| other == words) {
            names.push((words.to_owned(), bounds));
        }
        assert!(names.iter().any(|(other, at)| other == words && *at == bounds), "{words} stands in one place");
    }
    names
}

#[test]
fn no_name_covers_another_or_leaves_the_sheet() {
    let names = names(&printed(oman_talks()));
    assert_eq!(names.len(), 6, "{names:?}");
    for (at, (one, [left, top, right, bottom])) in names.iter().enumerate() {
        assert!(*left >= 0.0 && *right <= 640.0, "{one} is on the sheet");
        for (other, bounds) in names.iter().skip(at + 1) {
            let apart = *right <= bounds[0] || bounds[2] <= *left || *bottom <= bounds[1] || bounds[3] <= *top;
            assert!(apart, "{one} covers {other}");
        }
    }
}

#[test]
fn a_small_story_has_one_panel_with_all_that_belongs_to_its_section() {
    let html = printed(read_tiny(&files()).unwrap());
    let panels = panels(&html);
    assert_eq!(panels.len(), 1);
    assert_eq!(links(panels[0].1, "event"), ["beginning"]);
    assert_eq!(links(panels[0].1, "faq"), ["why"]);
    assert_eq!(marked(&html, "began"), ["om"]);
}

#[test]
fn a_section_to_which_nothing_belongs_has_no_panel() {
    let mut files =
        added("article.md", "\n## Nothing {#nothing}\n\n> Nothing was said.[^quiet]\n\nNothing was said.[^quiet]\n");
    let claim = "\n[[claim]]\nid = \"quiet\"\nsays = \"Nothing was said.\"\nspeaker = \"A paper\"\nstatus = \"reported\"\ndate = \"2026-02-06\"\nsources = [\"paper\"]\n";
    files.get_mut("claims.toml").unwrap().extend(claim.as_bytes());
    let html = printed(read_tiny(&files).unwrap());
    let ids: Vec<&str> = panels(&html).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["began"]);
    assert_eq!(marked(&html, "nothing"), Vec::<&str>::new());
}
