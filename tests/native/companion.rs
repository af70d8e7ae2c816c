//! What stands beside a section belongs to it.

use std::collections::HashSet;

use backgrounder::islands::companion::data::{Beside, Map, Panel, Place};
use backgrounder::site::Output;
use backgrounder::story::{Section, Story, claims_in_blocks, claims_in_text};

use crate::flagship::{files_of, oman_talks};
use crate::printed::site_of;
use crate::tiny::{added, files, read_tiny};

/// The file in which a site with one story has what stands beside its sections.
fn file(site: &[Output]) -> &Output {
    site.iter().find(|output| output.path.contains("/data/beside-")).unwrap()
}

/// What stands beside the sections of a story, as the build writes it.
fn beside(story: Story) -> Beside {
    serde_json::from_str(&file(&site_of(story)).text).unwrap()
}

fn map(beside: &Beside) -> &Map {
    beside.map.as_ref().unwrap()
}

/// The panels by the ids of their sections.
fn panels(beside: &Beside) -> Vec<(&str, &Panel)> {
    beside.panels.iter().map(|panel| (panel.section.as_str(), panel)).collect()
}

/// The events that a panel names.
fn events(panel: &Panel) -> Vec<&str> {
    panel.events.iter().map(|event| event.id.as_str()).collect()
}

/// The questions that a panel names.
fn questions(panel: &Panel) -> Vec<&str> {
    panel.questions.iter().map(|question| question.id.as_str()).collect()
}

/// Whom the map marks for a section.
fn marked<'a>(beside: &'a Beside, section: &str) -> Vec<&'a str> {
    let Some((_, panel)) = panels(beside).into_iter().find(|(id, _)| *id == section) else { return Vec::new() };
    let places = map(beside).places.iter().map(|place| &place.actor);
    places.filter(|actor| panel.actors.contains(actor)).map(|actor| actor.as_str()).collect()
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
fn every_panel_is_a_sections() {
    let (story, beside) = (oman_talks(), beside(oman_talks()));
    let panels = panels(&beside);
    let ids: Vec<&str> = panels.iter().map(|(id, _)| *id).collect();
    let sections: Vec<&str> = story.article.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids, sections, "in this story every section has something, and one panel");
    for (id, panel) in panels {
        assert_eq!(panel.heading, section(&story, id).heading, "{id} has its heading");
    }
}

#[test]
fn the_page_leads_to_the_panels_and_has_none_of_them() {
    let site = site_of(oman_talks());
    let facts = format!("data-facts=\"./{}\"", file(&site).path);
    let html = site[0].text.split_once("class=\"companion-box\"").unwrap().1;
    let island = html.split("</leptos-island>").next().unwrap();
    assert!(island.contains(&facts), "{island} has {facts}");
    assert!(!site[0].text.contains("class=\"beside"), "panels are drawn when they are needed");
}

#[test]
fn its_events_are_those_to_which_the_section_links_oldest_first() {
    let (story, beside) = (oman_talks(), beside(oman_talks()));
    let mut named = 0;
    for (id, panel) in panels(&beside) {
        let written = written(id);
        let linked = story.events.iter().map(|event| event.id.as_str());
        let linked: Vec<&str> = linked.filter(|event| written.contains(&format!("(event:{event})"))).collect();
        assert!(panel.events.len() <= 5, "{id}: {:?}", panel.events);
        assert_eq!(events(panel), linked, "{id}");
        for event in &panel.events {
            let told = story.events.iter().find(|told| told.id == event.id).unwrap();
            assert_eq!((&event.title, event.date), (&told.title, told.date), "{id}");
            assert_eq!(event.later, story.is_later(&told.date), "{id}");
        }
        named += panel.events.len();
    }
    assert!(named >= 10, "{named} events are named");
}

#[test]
fn its_questions_share_the_most_claims_with_the_section() {
    let (story, beside) = (oman_talks(), beside(oman_talks()));
    for (id, panel) in panels(&beside) {
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
        let asked = questions(panel);
        for question in &panel.questions {
            let told = story.questions.iter().find(|told| told.id == question.id).unwrap();
            assert_eq!(question.question, told.question, "{id}");
        }
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
    let site = site_of(oman_talks());
    let beside = beside(oman_talks());
    assert_eq!(marked(&beside, "distrust"), ["ir", "qa", "il"], "not the United States, which are elsewhere");
    assert_eq!(marked(&beside, "responses"), ["om", "ir", "qa", "tr", "sa", "il"]);
    let big = site[0].text.split_once("data-view=\"region\"").unwrap().1.split("</svg>").next().unwrap();
    let shapes = map(&beside).shapes.iter().map(|shape| &shape.path);
    for outline in shapes.chain([&map(&beside).land]) {
        assert!(big.contains(&format!(" d=\"{outline}\"")), "outlines are those of the big map");
    }
    let israel = map(&beside).places.iter().find(|place| place.actor.as_str() == "il").unwrap();
    assert!(!israel.name.is_empty() && !israel.dot, "no pin where there is no place");
    assert!(map(&beside).places.iter().any(|place| place.dot), "others have one");
}

/// Left, top, right and bottom of each name, by letters that are wider than those of the page are on an average.
fn names(beside: &Beside) -> Vec<(&str, [f64; 4])> {
    let bounds = |place: &Place| {
        let number = |text: &str| text.parse::<f64>().unwrap();
        let (x, y, anchor) = &place.label;
        let (x, y) = (number(x), number(y));
        let wide: f64 = place.name.chars().map(|_| 14.0).sum();
        let left = match anchor.as_str() {
            "start" => x,
            "middle" => x - wide / 2.0,
            "end" => x - wide,
            other => panic!("{other}"),
        };
        [left, y - 15.0, left + wide, y + 4.0]
    };
    map(beside).places.iter().map(|place| (place.name.as_str(), bounds(place))).collect()
}

#[test]
fn no_name_covers_another_or_leaves_the_sheet() {
    let beside = beside(oman_talks());
    let names = names(&beside);
    assert_eq!(names.len(), 6, "{names:?}");
    assert_eq!(names.iter().map(|(name, _)| name).collect::<HashSet<_>>().len(), 6, "each stands in one place");
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
    let beside = beside(read_tiny(&files()).unwrap());
    let panels = panels(&beside);
    assert_eq!(panels.len(), 1);
    assert_eq!(events(panels[0].1), ["beginning"]);
    assert_eq!(questions(panels[0].1), ["why"]);
    assert_eq!(marked(&beside, "began"), ["om"]);
}

#[test]
fn a_section_to_which_nothing_belongs_has_no_panel() {
    let mut files =
        added("article.md", "\n## Nothing {#nothing}\n\n> Nothing was said.[^quiet]\n\nNothing was said.[^quiet]\n");
    let claim = "\n[[claim]]\nid = \"quiet\"\nsays = \"Nothing was said.\"\nspeaker = \"A paper\"\nstatus = \"reported\"\ndate = \"2026-02-06\"\nsources = [\"paper\"]\n";
    files.get_mut("claims.toml").unwrap().extend(claim.as_bytes());
    let beside = beside(read_tiny(&files).unwrap());
    let ids: Vec<&str> = panels(&beside).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["began"]);
    assert_eq!(marked(&beside, "nothing"), Vec::<&str>::new());
}
