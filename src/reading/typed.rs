//! A text of one line as it is typed, with typographic quotation marks and dashes, and none of Markdown's marks.
//!
//! Deliberately absent: Markdown. A title may begin with a number and a point.

use pulldown_cmark::{Event, Options, Parser};

use super::quotes;

/// What would be a mark to Markdown.
const MARKS: &str = "\\`*_{}[]<>#+!|~&=^$";

/// The text as readers see it.
pub(super) fn as_typed(text: &str) -> String {
    let escaped = escaped(text);
    let events = Parser::new_ext(&escaped, Options::ENABLE_SMART_PUNCTUATION).into_offset_iter();
    let mut shown = String::with_capacity(text.len());
    for (event, span) in events {
        match event {
            Event::Text(words) => shown.push_str(quotes::mended(&words, &escaped, &span)),
            Event::SoftBreak | Event::HardBreak => shown.push(' '),
            _ => {}
        }
    }
    shown
}

/// The first sign in a text that is written as HTML writes it: `&amp;` or `&#8217;`.
pub(super) fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(at, _)| {
        let length = text.get(at..)?.find(';')?;
        let name = text.get(at + 1..at + length)?;
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric()) && name.len() >= 2;
        let is_number = name
            .strip_prefix('#')
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        ((is_name || is_number) && name.len() <= 8).then(|| text.get(at..=at + length))?
    })
}

/// The same to Markdown, with a backslash before each of its marks.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for line in text.trim().lines().map(str::trim) {
        if !escaped.is_empty() {
            escaped.push('\n');
        }
        let digits = line.len() - line.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        for (at, sign) in line.char_indices() {
            let begins_list = at == 0 && sign == '-' || at == digits && digits > 0 && matches!(sign, '.' | ')');
            if MARKS.contains(sign) || begins_list {
                escaped.push('\\');
            }
            escaped.push(sign);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::as_typed;

    #[test]
    fn what_looks_like_a_mark_is_shown_as_it_is_typed() {
        for title in [
            "1. FC Harbour wins",
            "1979) a year",
            "# 10 Downing Street",
            "- 5 degrees",
            "+ 5 degrees",
            "> 9,000",
            "| a | b |",
            "*Titanic* sinks",
            "a_b_c",
            "A & B &amp; C",
            "<b> and [x](y) [^z] \\ ` ~~no~~",
            "    four spaces",
            "=== ",
        ] {
            assert_eq!(as_typed(title), title.trim(), "{title}");
        }
    }

    #[test]
    fn quotation_marks_and_dashes_are_typographic() {
        for (typed, shown) in [
            ("\"Yes\" -- it's", "“Yes” – it’s"),
            ("Wait...", "Wait…"),
            ("the '90s", "the ’90s"),
            ("in '79, 'tis said", "in ’79, ’tis said"),
            ("'90 people' came", "‘90 people’ came"),
            ("6'2\" tall", "6’2” tall"),
            ("rock 'n' roll", "rock ’n’ roll"),
            ("a 12\" record", "a 12” record"),
            ("'Round-table talks' were held", "‘Round-table talks’ were held"),
            ("'Cause unknown', it said", "‘Cause unknown’, it said"),
            ("'Em dash' and 'en dash'", "‘Em dash’ and ‘en dash’"),
        ] {
            assert_eq!(as_typed(typed), shown, "{typed}");
        }
    }
}
