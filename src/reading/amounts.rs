//! Reading numbers from how they are printed.
//!
//! Deliberately absent: numbers in words, as in `2 million`, which every language writes in its own way.

use super::problem::Complaint;
use super::signs::named;

/// What may stand between thousands: a comma, spaces at which no line breaks or that are thin, and the apostrophe of the
/// Swiss.
const SEPARATORS: [char; 7] = [',', '\u{a0}', '\u{2007}', '\u{2009}', '\u{202f}', '\'', '\u{2019}'];

/// What stands before a number that is less than nothing.
const MINUS: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2212}', '\u{2013}'];

const FORM: &str =
    "write one whole number in digits, with commas or thin spaces between thousands, as in 6,505 or At least 3,428";

/// The one whole number that is printed, whatever words stand around it.
pub(super) fn amount(printed: &str) -> Result<u64, Complaint> {
    if let Some(sign) = sign_before(printed) {
        return Err(Complaint::new(
            format!("`{printed}` is less than nothing, and what is counted is not"),
            format!("{} before the number", named(sign)),
            "write the number without it; where fewer is meant, say so in words, as in 1,200 fewer",
        ));
    }
    let found = match numbers(printed)[..] {
        [] => Err("no number in it"),
        [number] => whole(number),
        _ => Err("more than one number in it"),
    };
    found.map_err(|label| Complaint::new(format!("`{printed}` is not one whole number"), label, FORM))
}

/// The minus before the first number, if there is one and it does not join two words.
fn sign_before(printed: &str) -> Option<char> {
    let digit = printed.find(|letter: char| letter.is_numeric())?;
    let before = printed.get(..digit)?.trim_end();
    let sign = before.chars().next_back().filter(|sign| MINUS.contains(sign))?;
    let joins = before.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    (!joins).then_some(sign)
}

/// Everything that looks like a number, right or wrong, so that nothing like `1.5` or `3½` is taken for another one.
fn numbers(printed: &str) -> Vec<&str> {
    let is_part = |letter: char| letter.is_numeric() || letter == '.' || SEPARATORS.contains(&letter);
    printed
        .split(|letter: char| !is_part(letter))
        .map(|run| run.trim_matches(|letter: char| !letter.is_numeric()))
        .filter(|run| !run.is_empty())
        .collect()
}

fn whole(number: &str) -> Result<u64, &'static str> {
    let groups: Vec<&str> = number.split(SEPARATORS).collect();
    let digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let thousands = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    if number.chars().any(|letter| letter.is_numeric() && !letter.is_ascii_digit()) {
        return Err("digits other than 0 to 9");
    }
    if !digits || !(thousands || is_indian(&groups)) {
        return Err("not a whole number");
    }
    groups.concat().parse().map_err(|_| "too large")
}

/// Whether these groups are lakhs and crores, as in 1,00,000: three digits at the end and two in each group before.
fn is_indian(groups: &[&str]) -> bool {
    let [first, middle @ .., last] = groups else { return false };
    !middle.is_empty()
        && (1..=2).contains(&first.len())
        && middle.iter().all(|group| group.len() == 2)
        && last.len() == 3
}

/// A number that may have a fraction, printed with a point before it.
pub(super) fn quantity(printed: &str) -> Result<f64, Complaint> {
    let (whole_part, fraction) = printed.split_once('.').unwrap_or((printed, "0"));
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let number = whole(whole_part).ok().filter(|_| is_fraction).and_then(|_| {
        let digits: String = printed.chars().filter(|letter| !SEPARATORS.contains(letter)).collect();
        digits.parse().ok()
    });
    number.ok_or_else(|| {
        Complaint::new(
            format!("`{printed}` is not a number"),
            "not a number",
            "write digits alone, as in 3.67 or 1,200",
        )
    })
}
