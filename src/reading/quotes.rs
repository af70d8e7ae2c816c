//! The direction of typographic quotation marks, where the Markdown library takes an apostrophe for an opening one.
//!
//! Deliberately absent: every other mark, which the library makes typographic as it should be.

use std::ops::Range;

use super::sheet::near;

/// Words that begin with an apostrophe, and are none without it.
const ELIDED: [&str; 5] = ["tis", "twas", "twere", "twill", "til"];

/// The text of a piece, which stands in the source at `span`.
pub(super) fn mended<'t>(words: &'t str, source: &str, span: &Range<usize>) -> &'t str {
    let closing = match (words, source.get(span.clone())) {
        ("\u{2018}", Some("'")) => "\u{2019}",
        ("\u{201c}", Some("\"")) => "\u{201d}",
        _ => return words,
    };
    let before = source.get(..span.start).and_then(|before| before.chars().next_back());
    let after = source.get(span.end..).unwrap_or_default();
    // Feet and inches.
    let measures = before.is_some_and(|sign| sign.is_ascii_digit());
    let is_apostrophe = closing == "\u{2019}" && (is_elided(after) || is_decade(after) || is_genitive(before, after));
    if measures || is_apostrophe { closing } else { words }
}

/// Whether an `s` alone follows what is no space, as behind a name in emphasis.
fn is_genitive(before: Option<char>, after: &str) -> bool {
    let ends = after.strip_prefix('s').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    ends && before.is_some_and(|sign| !sign.is_whitespace())
}

fn is_elided(after: &str) -> bool {
    let word: String = after.chars().take_while(|sign| sign.is_alphabetic()).collect();
    // As in rock 'n' roll.
    ELIDED.contains(&word.to_lowercase().as_str()) || word == "n" && after.starts_with("n'")
}

/// Whether a year of two digits follows, as in the '90s, and no quotation that begins with one.
fn is_decade(after: &str) -> bool {
    let digits = after.chars().take_while(char::is_ascii_digit).count();
    let rest = after.get(digits..).unwrap_or_default();
    let ends = |rest: &str| !rest.starts_with(|sign: char| sign.is_alphanumeric());
    // A mark behind an s is most often that of a plural, as in the drivers' union.
    let is_closed = near(rest).split('\n').next().is_some_and(|line| {
        line.char_indices().any(|(at, sign)| {
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            sign == '\''
                && before.is_some_and(|sign| !sign.is_whitespace() && sign != 's')
                && ends(line.get(at + 1..).unwrap_or_default())
        })
    });
    digits == 2 && (rest.starts_with('s') && ends(&rest[1..]) || ends(rest) && !is_closed)
}
