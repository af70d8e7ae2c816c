//! Reading numbers from how they are printed.
//!
//! Deliberately absent: numbers in words, as in `2 million`, which every language writes in its own way.

use super::problem::Complaint;

/// What may stand between thousands: a comma, a thin space, and one at which no line breaks.
const SEPARATORS: [char; 3] = [',', '\u{2009}', '\u{202f}'];

const FORM: &str =
    "write one whole number in digits, with commas or thin spaces between thousands, as in 6,505 or At least 3,428";

/// The one whole number that is printed, whatever words stand around it.
pub(super) fn amount(printed: &str) -> Result<u64, Complaint> {
    let found = match numbers(printed)[..] {
        [] => Err("no number in it"),
        [number] => whole(number),
        _ => Err("more than one number in it"),
    };
    found.map_err(|label| Complaint::new(format!("`{printed}` is not one whole number"), label, FORM))
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
    if !digits || !thousands {
        return Err("not a whole number");
    }
    groups.concat().parse().map_err(|_| "too large")
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
