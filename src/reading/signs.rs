//! Signs that nobody sees or that look like others: told by their names.
//!
//! Deliberately absent: changing them. What an editor has written is hers.

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

use super::problem::Complaint;
use super::sheet::Sheet;

/// Signs that are seen by nobody or stand for one that was lost, and are of a category whose others are text.
const NO_TEXT: [char; 8] =
    ['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}', '\u{fffc}', '\u{fffd}', '\u{1d159}'];

/// Signs that format text and are meant: a place to part a word, joiners, and the direction of writing.
const FORMATS: [char; 12] = [
    '\u{ad}', '\u{61c}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{2066}', '\u{2067}',
    '\u{2068}', '\u{2069}', '\u{6dd}',
];

/// Complains of each sign in a file that belongs in no text, once; says whether TOML cannot be read because of one.
pub(super) fn refuse_never_text(sheet: Sheet<'_>) -> bool {
    let mut told: Vec<char> = Vec::new();
    for (at, sign) in sheet.text.char_indices().filter(|(_, sign)| is_never_text(*sign)) {
        if !told.contains(&sign) {
            told.push(sign);
            let more = sheet.text.matches(sign).count() - 1;
            sheet.complain(at..at + sign.len_utf8(), never_text(sign, more));
        }
    }
    refuse_open_isolates(sheet);
    told.into_iter().any(char::is_control)
}

/// Complains of a sign that turns the direction of a text and has no end in its line: it would turn all that follows.
fn refuse_open_isolates(sheet: Sheet<'_>) {
    let mut start = 0;
    for line in sheet.text.split_inclusive('\n') {
        let mut open: Vec<(usize, char)> = Vec::new();
        for (at, sign) in line.char_indices() {
            match sign {
                '\u{2066}'..='\u{2068}' => open.push((start + at, sign)),
                '\u{2069}' => drop(open.pop()),
                _ => {}
            }
        }
        if let Some((at, sign)) = open.first() {
            sheet.complain(*at..at + sign.len_utf8(), without_end(*sign));
        }
        start += line.len();
    }
}

fn without_end(sign: char) -> Complaint {
    Complaint::new(
        format!("{} has no end in this line, and would turn round all that follows", named(sign)),
        number(sign),
        format!("put {} behind the words that it is meant for, or delete it", named('\u{2069}')),
    )
}

/// Complains of a value that has such a sign, which TOML's escapes can write.
pub(super) fn refuse_escaped(sheet: Sheet<'_>, value: &str, span: std::ops::Range<usize>) {
    let raw = sheet.text.get(span.clone()).unwrap_or_default();
    if let Some(sign) = value.chars().find(|sign| is_never_text(*sign) && !raw.contains(*sign)) {
        sheet.complain(span, never_text(sign, 0));
    }
}

/// Whether there is nothing to be seen in a text.
pub(super) fn is_unseen(text: &str) -> bool {
    text.chars().all(|sign| sign.is_whitespace() || FORMATS.contains(&sign))
}

/// Complains of words that have such a sign, which HTML's entities can write.
pub(super) fn refuse_decoded(sheet: Sheet<'_>, words: &str, span: std::ops::Range<usize>) {
    refuse_escaped(sheet, words, span);
}

/// Whether the sign belongs in no text. Line ends and tabs do.
fn is_never_text(sign: char) -> bool {
    if matches!(sign, '\n' | '\r' | '\t') || sign.is_ascii_graphic() || sign == ' ' {
        return false;
    }
    let is_unassigned_for_good = (sign as u32 & 0xfffe) == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&sign);
    // Flags of parts of countries are spelt with these.
    let spells_a_flag = ('\u{e0020}'..='\u{e007f}').contains(&sign);
    match CodePointMapData::<GeneralCategory>::new().get(sign) {
        GeneralCategory::Control
        | GeneralCategory::PrivateUse
        | GeneralCategory::LineSeparator
        | GeneralCategory::ParagraphSeparator => true,
        // Arabic marks of numbers are of this category too, and are seen.
        GeneralCategory::Format => {
            !(FORMATS.contains(&sign) || spells_a_flag || ('\u{600}'..='\u{605}').contains(&sign))
        }
        _ => is_unassigned_for_good || NO_TEXT.contains(&sign),
    }
}

fn never_text(sign: char, more: usize) -> Complaint {
    let elsewhere = match more {
        0 => String::new(),
        1 => ", and in one more place".to_owned(),
        more => format!(", and in {more} more places"),
    };
    let remedy = match sign {
        '\u{fffd}' => "a letter was lost where the text was copied: write it anew",
        '\u{2028}' | '\u{2029}' | '\u{b}' => "put an ordinary line end in its place, or a space",
        '\u{e000}'..='\u{f8ff}' => "delete it, or write what it shows in its own font: a list begins with `- `",
        _ => "delete it; where the line looks sound, write it anew on the keyboard",
    };
    Complaint::new(format!("{} belongs in no text{elsewhere}", named(sign)), number(sign), remedy)
}

/// A sign as editors can look it up: `U+00A0 (no-break space)`.
pub(super) fn named(sign: char) -> String {
    let name = match sign {
        '\u{b}' => Some("line tabulation".to_owned()),
        _ if sign.is_control() => Some("control character".to_owned()),
        '\u{e000}'..='\u{f8ff}' => Some("a sign of some font's own".to_owned()),
        _ => unicode_names2::name(sign).map(|name| name.to_string().to_lowercase()),
    };
    name.map_or_else(|| number(sign), |name| format!("{} ({name})", number(sign)))
}

fn number(sign: char) -> String {
    format!("U+{:04X}", sign as u32)
}

/// What of an id is wrong: the first sign that no id has; nothing where only the hyphens are misplaced.
pub(super) fn wrong_in_id(id: &str) -> Option<String> {
    let sign = id.chars().find(|sign| !matches!(sign, 'a'..='z' | '0'..='9' | '-'))?;
    Some(match sign {
        ' ' => "a space in it".to_owned(),
        'A'..='Z' => format!("a capital letter in it: {sign}"),
        sign if sign.is_ascii_graphic() => format!("`{sign}` in it"),
        sign => format!("{} in it", named(sign)),
    })
}

/// An id of these letters that is one: hyphens in place of what looks like them, and nothing that is not seen.
pub(super) fn mended_id(id: &str) -> String {
    let lower = id.to_lowercase();
    let plain = lower.chars().map(|sign| match CodePointMapData::<GeneralCategory>::new().get(sign) {
        GeneralCategory::DashPunctuation | GeneralCategory::ConnectorPunctuation | GeneralCategory::MathSymbol => '-',
        _ if sign.is_whitespace() => '-',
        _ => sign,
    });
    let kept: String = plain.filter(|sign| matches!(sign, 'a'..='z' | '0'..='9' | '-')).collect();
    kept.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Whether this is a space that Markdown does not take for one.
pub(super) fn is_odd_space(sign: char) -> bool {
    !matches!(sign, ' ' | '\t' | '\n' | '\r') && (sign.is_whitespace() || is_never_text(sign))
}
