//! What is sound in a story and perhaps not meant: what nothing refers to, and texts that `make new` wrote.
//!
//! Deliberately absent: refusing a story for it.

use std::cell::RefCell;
use std::collections::HashSet;

use super::sheet::{Kind, Log};
use super::{FILES, Files, draft, without_mark};

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
    let _ = draft(slug, files, &log);
    let log = log.into_inner();
    FILES
        .into_iter()
        .flat_map(|file| left_over(file, files, template).into_iter().chain(idle(file, files, &log)))
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

fn text(files: &Files, file: &str) -> String {
    files.get(file).map(|bytes| String::from_utf8_lossy(without_mark(bytes)).into_owned()).unwrap_or_default()
}

fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}
