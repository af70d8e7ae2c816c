//! What other tools read in a text and this one does not, so that readers would see it as it stands.
//!
//! Deliberately absent: reading it. Each has a way of this format, which the remedy names.

use std::ops::Range;

use super::passage::Passage;
use super::problem::{Complaint, NO_MARK};
use super::sheet::{Sheet, near};

/// What opens and closes it, what it is elsewhere, and what to write here.
struct Syntax {
    open: &'static str,
    close: &'static str,
    what: &'static str,
    remedy: &'static str,
}

const fn syntax(open: &'static str, close: &'static str, what: &'static str, remedy: &'static str) -> Syntax {
    Syntax { open, close, what, remedy }
}

/// Within a line: what opens stands at the beginning of a word, and what closes behind one.
const WITHIN: [Syntax; 10] = [
    syntax(
        "~~",
        "~~",
        "text that is struck out",
        "write what holds now; a [[note]] in story.toml says what stood there before",
    ),
    syntax("==", "==", "text that is marked", "leave the == out; *emphasis* is written with stars"),
    syntax("++", "++", "text that is underlined", "leave the ++ out; *emphasis* is written with stars"),
    syntax(
        "[[",
        "]]",
        "a link of a wiki",
        "write where it leads, as in [the port](actor:port-authority); where brackets are meant, write \\[\\[",
    ),
    syntax("{{", "}}", "a placeholder of another tool", "write what it stands for, or delete it"),
    syntax("{%", "%}", "a command of another tool", "delete it"),
    syntax("{:", "}", "an attribute of another tool", "delete it"),
    syntax("%%", "%%", "a comment of another tool", "delete it; in a TOML file a line that begins with # is a comment"),
    syntax("[/", "]", "the end of a mark of WordPress or a forum", "delete it, and the mark that it ends"),
    syntax("$$", "$$", "a formula", "write it in words"),
];

/// At the beginning of a line.
const AT_START: [Syntax; 8] = [
    syntax(":::", "", "a box of another tool", "delete the line; what stands beside the article is in story.toml"),
    syntax("!!! ", "", "a box of another tool", "delete the line; what stands beside the article is in story.toml"),
    syntax("??? ", "", "a box of another tool", "delete the line; what stands beside the article is in story.toml"),
    syntax("[!", "]", "a box of another tool", "delete it; what stands beside the article is in story.toml"),
    syntax("[TOC]", "", "a table of contents", "delete the line; the page has one"),
    syntax("[toc]", "", "a table of contents", "delete the line; the page has one"),
    syntax(
        "*[",
        "]:",
        "an abbreviation",
        "add a [[term]] to glossary.toml and link to it, as in [the fund](term:toll-fund)",
    ),
    syntax("@@", "", "a command of another tool", "delete the line"),
];

/// At the beginning of an entry of a list.
const BOXES: [&str; 3] = ["[ ] ", "[x] ", "[X] "];

/// Complains of everything that another tool would read.
pub(super) fn refuse_foreign(sheet: Sheet<'_>, passage: &Passage<'_>) {
    let mut at = 0;
    for line in passage.text.split_inclusive('\n') {
        for (span, complaint) in in_line(line.trim_end()) {
            sheet.complain(passage.span(at + span.start..at + span.end), complaint);
        }
        at += line.len();
    }
}

fn in_line(line: &str) -> Vec<(Range<usize>, Complaint)> {
    let start = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
    let text = &line[start..];
    let numbered = || text.trim_start_matches(|sign: char| sign.is_ascii_digit()).strip_prefix(['.', ')']);
    if let Some(entry) = text.strip_prefix(['-', '*', '+']).or_else(numbered).map(str::trim_start)
        && let Some(open) = BOXES.iter().find(|open| entry.starts_with(**open))
    {
        let at = line.len() - entry.len();
        return vec![(at..at + open.trim_end().len(), box_to_tick())];
    }
    for one in &AT_START {
        if text.strip_prefix(one.open).is_some_and(|rest| is_closed(rest, one.close)) {
            return vec![(start..line.len(), told(one))];
        }
    }
    WITHIN.iter().filter_map(|one| found(line, one)).collect()
}

/// Whether it is closed in the line, and not the text of a link.
fn is_closed(rest: &str, close: &str) -> bool {
    close.is_empty() || rest.split_once(close).is_some_and(|(_, after)| !after.starts_with('('))
}

fn found(line: &str, one: &Syntax) -> Option<(Range<usize>, Complaint)> {
    for (at, _) in line.match_indices(one.open) {
        let before = line.get(..at)?.chars().next_back();
        let begins_word =
            one.open == "[/" || before.is_none_or(|sign| sign.is_whitespace() || "([{\"'“‘*_>-".contains(sign));
        let within = line.get(at + one.open.len()..)?;
        let close = near(within).find(one.close).filter(|length| *length > 0);
        // Brackets may have a space in them; what is doubled stands at a word.
        let first = within.chars().next();
        let holds = match one.open {
            // A price may be $$.
            "$$" => first.is_some_and(|sign| sign.is_alphanumeric() || sign == '\\'),
            "{{" | "{%" | "{:" | "[[" | "%%" => true,
            _ => !first.is_some_and(char::is_whitespace),
        };
        if let Some(length) = close.filter(|_| begins_word && holds) {
            let end = at + one.open.len() + length + one.close.len();
            if line.get(end..).is_some_and(|after| after.starts_with('(')) {
                continue;
            }
            return Some((at..end, told(one)));
        }
    }
    None
}

fn told(one: &Syntax) -> Complaint {
    Complaint::new(format!("other tools read this as {}; here it is plain text", one.what), NO_MARK, one.remedy)
}

fn box_to_tick() -> Complaint {
    Complaint::new(
        "other tools read this as a box to tick; here it is plain text",
        NO_MARK,
        "say in words what is done and what is not",
    )
}
