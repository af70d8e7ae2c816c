//! Marks at the beginning of a line that word processors and other tools write and Markdown does not know, so that
//! readers would see them, or would not see what they stand for.
//!
//! Deliberately absent: marks within a line, which are `foreign`'s.

use std::ops::Range;

use super::passage::Passage;
use super::problem::{Complaint, NO_MARK};
use super::sheet::Sheet;
use super::signs::{is_odd_space, named};

/// What word processors begin the entries of a list with.
const BULLETS: [char; 33] = [
    '\u{2022}', '\u{2023}', '\u{2043}', '\u{204c}', '\u{204d}', '\u{2219}', '\u{22c5}', '\u{25a0}', '\u{25a1}',
    '\u{25aa}', '\u{25ab}', '\u{25b6}', '\u{25b8}', '\u{25ba}', '\u{25bb}', '\u{25c6}', '\u{25c7}', '\u{25cb}',
    '\u{25cf}', '\u{25e6}', '\u{2605}', '\u{2606}', '\u{2610}', '\u{2611}', '\u{2713}', '\u{2714}', '\u{2717}',
    '\u{2718}', '\u{2756}', '\u{27a2}', '\u{27a4}', '\u{29bf}', '\u{b7}',
];

/// Those that begin an entry also without a space behind them.
const ROUND: [char; 4] = ['\u{2022}', '\u{25cf}', '\u{25e6}', '\u{25aa}'];

/// Signs that look like a mark, and the mark.
const LOOK_ALIKES: [(char, &str); 10] = [
    ('\u{ff03}', "#"),
    ('\u{266f}', "#"),
    ('\u{ff1e}', ">"),
    ('\u{276f}', ">"),
    ('\u{ff0d}', "-"),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('\u{2212}', "-"),
    ('\u{ff0a}', "*"),
    ('\u{ff5c}', "|"),
];

/// Marks of full width, which keyboards for Chinese and Japanese write, and what they look like.
const WIDE: [(char, &str); 4] = [('\u{ff0a}', "*"), ('\u{ff3b}', "["), ('\u{ff3d}', "]"), ('\u{ff3e}', "^")];

/// Dashes, of which some tools make entries of a list, or a rule of several.
const DASHES: [char; 4] = ['\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}'];

/// Complains of every line that begins with a mark which is none.
pub(super) fn refuse_marks(sheet: Sheet<'_>, passage: &Passage<'_>) {
    let lines: Vec<&str> = passage.text.split_inclusive('\n').collect();
    let mut at = 0;
    for (index, line) in lines.iter().enumerate() {
        let beside = [index.checked_sub(1), index.checked_add(1)];
        let is_one_of_many =
            || beside.into_iter().flatten().filter_map(|other| lines.get(other)).any(|other| begins_with_dash(other));
        if let Some((span, complaint)) = wrong_mark(line.trim_end_matches(['\n', '\r', ' ', '\t']), is_one_of_many) {
            sheet.complain(passage.span(at + span.start..at + span.end), complaint);
        }
        if let Some((within, (sign, mark))) = wide_mark(line) {
            sheet.complain(passage.span(at + within..at + within + sign.len_utf8()), look_alike(sign, mark));
        }
        at += line.len();
    }
}

/// The first mark of full width within a line, where it is and what it looks like.
fn wide_mark(line: &str) -> Option<(usize, (char, &'static str))> {
    let found = |(at, sign): (usize, char)| WIDE.iter().find(|(wide, _)| *wide == sign).map(|wide| (at, *wide));
    let begins = line.len() - line.trim_start().len();
    line.char_indices().filter(|(at, _)| *at > begins).find_map(found)
}

fn begins_with_dash(line: &str) -> bool {
    let rest = line.trim_start();
    rest.strip_prefix(DASHES).is_some_and(|after| after.starts_with(char::is_whitespace))
}

fn wrong_mark(line: &str, is_one_of_many: impl Fn() -> bool) -> Option<(Range<usize>, Complaint)> {
    let Some(start) = line.find(|sign: char| !(sign.is_whitespace() || is_odd_space(sign))) else {
        let (at, sign) = line.char_indices().find(|(_, sign)| is_odd_space(*sign))?;
        return Some((at..at + sign.len_utf8(), not_empty(sign)));
    };
    let rest = line.get(start..)?;
    let first = rest.chars().next()?;
    let width = first.len_utf8();
    if let Some(found) = half_rule(line, start).or_else(|| odd_space(line, start)) {
        return Some(found);
    }
    let after = rest.get(width..)?;
    let stands_apart = after.starts_with(|sign: char| sign.is_whitespace());
    let is_bullet = BULLETS.contains(&first) && (stands_apart || ROUND.contains(&first));
    let complaint = if is_bullet || begins_with_dash(rest) && is_one_of_many() {
        no_list(first)
    } else {
        let (_, mark) = LOOK_ALIKES.iter().find(|(sign, _)| *sign == first && (stands_apart || after.is_empty()))?;
        look_alike(first, mark)
    };
    Some((start..start + width, complaint))
}

/// A line of dashes, hyphens, stars or low lines that Markdown takes for no rule.
fn half_rule(line: &str, start: usize) -> Option<(Range<usize>, Complaint)> {
    let rest = line.get(start..)?;
    let is_mark = |sign: char| matches!(sign, '-' | '*' | '_') || DASHES.contains(&sign);
    let is_space = |sign: char| sign.is_whitespace() || is_odd_space(sign);
    if !rest.chars().all(|sign| is_mark(sign) || is_space(sign)) {
        return None;
    }
    let marks: Vec<char> = rest.chars().filter(|sign| !is_space(*sign)).collect();
    let is_rule = marks.len() >= 3 && marks[0].is_ascii() && marks.iter().all(|mark| *mark == marks[0]);
    let odd = rest.chars().find(|sign| is_odd_space(*sign) || DASHES.contains(sign));
    // One hyphen or star alone is an empty entry of a list.
    if odd.is_none() && (is_rule || marks.len() < 2) {
        return None;
    }
    Some((start..line.len(), odd.map_or_else(|| too_short(marks.len()), no_rule)))
}

/// A mark of Markdown with a space before or behind it that is none to Markdown.
fn odd_space(line: &str, start: usize) -> Option<(Range<usize>, Complaint)> {
    let rest = line.get(start..)?;
    let length = match rest.as_bytes().first()? {
        b'#' => rest.len() - rest.trim_start_matches('#').len(),
        b'-' | b'*' | b'+' | b'>' => 1,
        _ => return None,
    };
    let (mark, after) = rest.split_at_checked(length)?;
    let behind = after.chars().next().filter(|sign| is_odd_space(*sign) && mark != ">");
    let behind = behind.map(|sign| (start + length, sign, "behind"));
    let before = line.get(..start)?.char_indices().find(|(_, sign)| is_odd_space(*sign));
    // A rule or an emphasis may follow an odd space; a mark is followed by a space.
    let before = before.filter(|_| after.starts_with(' ')).map(|(at, sign)| (at, sign, "before"));
    let (at, sign, side) = behind.or(before)?;
    let what = if mark.starts_with('#') { "a heading" } else { "an entry of a list" };
    let complaint = Complaint::new(
        format!("{} stands {side} {mark}, so that this is not {what}", named(sign)),
        NO_MARK,
        "put an ordinary space in its place",
    );
    Some((at..at + sign.len_utf8(), complaint))
}

fn not_empty(sign: char) -> Complaint {
    Complaint::new(
        format!("{} stands alone in this line, which is not empty therefore", named(sign)),
        "parts nothing",
        "empty the line, so that it parts what stands above it from what stands below",
    )
}

fn no_list(sign: char) -> Complaint {
    Complaint::new(
        format!("a list does not begin with {}", named(sign)),
        NO_MARK,
        "begin each entry of a list with `- `, and leave an empty line above the first; else join the line to the one before",
    )
}

fn too_short(marks: usize) -> Complaint {
    Complaint::new(
        format!("a rule has at least three marks of one kind, and this line is none: it has {marks}"),
        NO_MARK,
        "write --- with three hyphens, on a line of its own",
    )
}

fn no_rule(sign: char) -> Complaint {
    Complaint::new(
        format!("a rule is not made of {}", named(sign)),
        NO_MARK,
        "write --- with three hyphens of the keyboard, on a line of its own",
    )
}

fn look_alike(sign: char, mark: &str) -> Complaint {
    Complaint::new(
        format!("{} looks like {mark} and is none", named(sign)),
        NO_MARK,
        format!("write {mark} on the keyboard"),
    )
}
