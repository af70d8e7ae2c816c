//! What is sound in a story and perhaps not meant: what nothing refers to, and texts that `make new` wrote.
//!
//! Deliberately absent: refusing a story for it.

use std::cell::RefCell;
use std::collections::HashSet;

use super::sheet::{Kind, Log};
use super::{FILES, Files, draft, without_mark};
use crate::story::{Point, Story};

/// Something to look at before a story is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The file, by its name within the story's folder.
    pub file: &'static str,
    /// The lines, counted from 1.
    pub lines: Vec<usize>,
    /// What there is about them, and what to do.
    pub words: String,
}

/// Every hint for the story `slug`, in the order of the files; `template` are the files from which stories are begun.
pub fn hints(slug: &str, files: &Files, template: &Files) -> Vec<Hint> {
    let log = RefCell::new(Log::default());
    // What is wrong with the story is told elsewhere.
    let story = draft(slug, files, &log);
    let log = log.into_inner();
    let turned = |file| story.iter().flat_map(move |story| turned(file, files, story));
    FILES
        .into_iter()
        .flat_map(|file| {
            left_over(file, files, template).into_iter().chain(idle(file, files, &log)).chain(turned(file))
        })
        .collect()
}

/// The texts of a file that still are as `make new` wrote them.
fn left_over(file: &'static str, files: &Files, template: &Files) -> Option<Hint> {
    let (text, template) = (text(files, file), text(template, file));
    let written: HashSet<&str> = template.lines().filter(|line| says_something(file, line)).collect();
    let lines: Vec<usize> =
        numbered(&text).filter(|(_, line)| written.contains(line)).map(|(number, _)| number).collect();
    let words = "as `make new` wrote it; write your own, or delete it".into();
    (!lines.is_empty()).then_some(Hint { file, lines, words })
}

/// Whether a line has a text for readers, and not just a key with a word of the format.
fn says_something(file: &str, line: &str) -> bool {
    let value = line.split_once(" = \"").map(|(_, value)| value.split('"').next().unwrap_or_default());
    match value {
        Some(value) => value.contains(' ') || value.contains("example.org"),
        None => file.ends_with(".md") && line.contains(' '),
    }
}

/// The claims and the sources of a file that nothing refers to.
fn idle(file: &'static str, files: &Files, log: &Log) -> Vec<Hint> {
    let mentioned: HashSet<(Kind, &str)> =
        log.mentions.iter().map(|mention| (mention.kind, mention.id.as_str())).collect();
    let is_idle = |kind: Kind, id: &str| {
        matches!(kind, Kind::Claim | Kind::Source) && kind.file() == file && !mentioned.contains(&(kind, id))
    };
    let idle = log.defined.iter().filter(|((kind, id), _)| is_idle(*kind, id));
    let text = text(files, file);
    let mut hints: Vec<Hint> = idle
        .map(|((kind, id), (_, start))| Hint {
            file,
            lines: vec![text.bytes().take(*start).filter(|byte| *byte == b'\n').count() + 1],
            words: format!("nothing refers to the {} `{id}`; refer to it, or delete it", kind.name()),
        })
        .collect();
    hints.sort_by(|one, other| one.lines.cmp(&other.lines));
    hints
}

/// The places of a file that are off the map and would be on it with their two numbers the other way round, where the
/// story has a place of that name there, or the map is to mark it.
fn turned(file: &'static str, files: &Files, story: &Story) -> Vec<Hint> {
    let region = story.region;
    let shows = |latitude: f64, longitude: f64| {
        (region.south..=region.north).contains(&latitude) && (region.west..=region.east).contains(&longitude)
    };
    let all = points(story);
    let text = text(files, file);
    let is_turned = |name: &str, point: &Point| {
        let near = |other: &Point| {
            (other.latitude - point.longitude).abs() < 1.0 && (other.longitude - point.latitude).abs() < 1.0
        };
        let is_known = all.iter().any(|(_, other, at)| *other == name && near(at));
        !shows(point.latitude, point.longitude)
            && shows(point.longitude, point.latitude)
            && (is_known || file == "story.toml")
    };
    let turned = all.iter().filter(|(home, name, point)| *home == file && is_turned(name, point));
    let hint = |(_, name, Point { latitude, longitude }): &(_, &str, Point)| Hint {
        file,
        lines: line_of(&text, *latitude, *longitude).into_iter().collect(),
        words: format!(
            "{name} at [{latitude}, {longitude}] is off the map, and with its numbers the other way round it would be on it; the latitude comes first"
        ),
    };
    turned.map(hint).collect()
}

/// The line with these two numbers, in this order.
fn line_of(text: &str, latitude: f64, longitude: f64) -> Option<usize> {
    let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-' | '+');
    let numbers =
        |line: &str| line.split(|sign| !is_part(sign)).filter_map(|part| part.parse().ok()).collect::<Vec<f64>>();
    let has_both = |line: &str| numbers(line).windows(2).any(|pair| pair == [latitude, longitude]);
    numbered(text).find(|(_, line)| has_both(line)).map(|(number, _)| number)
}

/// Every point of a story, with its file and the name of its place.
fn points(story: &Story) -> Vec<(&'static str, &str, Point)> {
    let events = story.events.iter().flat_map(|event| &event.places).map(|place| ("timeline.toml", place));
    let actors = story.actors.iter().filter_map(|actor| Some(("actors.toml", actor.place.as_ref()?)));
    let places = events.chain(actors).filter_map(|(file, place)| Some((file, place.name.as_str(), place.point?)));
    places.chain(story.landmarks.iter().map(|mark| ("story.toml", mark.name.as_str(), mark.point))).collect()
}

fn text(files: &Files, file: &str) -> String {
    files.get(file).map(|bytes| String::from_utf8_lossy(without_mark(bytes)).into_owned()).unwrap_or_default()
}

fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}
