//! What to write for a date as people write it.
//!
//! Deliberately absent: reading it so. Of two numbers nobody knows which is the month.

use time::Month;

/// The seasons of the northern half of the earth that are within one year, by their months.
const SEASONS: [(&str, &str, &str); 4] =
    [("spring", "03", "05"), ("summer", "06", "08"), ("autumn", "09", "11"), ("fall", "09", "11")];

/// What makes a date uncertain.
const ABOUT: [&str; 8] = ["about", "around", "circa", "ca", "c", "approx", "approximately", "roughly"];

const MONTHS: [Month; 12] = [
    Month::January,
    Month::February,
    Month::March,
    Month::April,
    Month::May,
    Month::June,
    Month::July,
    Month::August,
    Month::September,
    Month::October,
    Month::November,
    Month::December,
];

/// The date in the form of the format, where it can be told.
pub(super) fn suggestion(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let is_open = |sign: char| matches!(sign, '<' | '>' | '+') || sign == '.' && lower.contains("..");
    // What has no end or no beginning is no single date.
    if lower.contains(is_open)
        || lower.trim_end().ends_with(['-', '\u{2013}', '\u{2014}', '/'])
        || lower.starts_with(['-', '/'])
    {
        return None;
    }
    let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let about = if lower.contains(['~', '?', '\u{b1}', '\u{2248}']) || words.iter().any(|word| ABOUT.contains(word)) {
        "about "
    } else {
        ""
    };
    let says_nothing = |word: &str| ABOUT.contains(&word) || ["the", "of", "in", "on"].contains(&word);
    let meant: Vec<&str> = words.iter().copied().filter(|word| !says_nothing(word)).collect();
    Some(format!("{about}{}", of_words(&meant)?))
}

fn of_words(words: &[&str]) -> Option<String> {
    if let [decade] = words
        && let Some(year) =
            decade.strip_suffix('s').filter(|year| is_year(year) && year.ends_with('0') && !year.ends_with("00"))
    {
        return Some(format!("{year}/{}9", &year[..3]));
    }
    let year = words.iter().find(|word| is_year(word))?;
    let others: Vec<&str> = words.iter().copied().filter(|word| word != year).collect();
    if let [season] = others[..]
        && let Some((_, from, to)) = SEASONS.iter().find(|(name, ..)| *name == season)
    {
        return Some(format!("{year}-{from}/{year}-{to}"));
    }
    if let [first, month, day] = words
        && first == year
        && let (Ok(month), Ok(day)) = (month.parse::<u8>(), day.parse::<u8>())
    {
        return Some(format!("{year}-{month:02}-{day:02}"));
    }
    let month = others.iter().find_map(|word| month(word));
    let numbers: Vec<u8> = others.iter().filter_map(|word| number(word)).collect();
    match (month, &numbers[..], others.len()) {
        (None, [], 0) => Some((*year).to_owned()),
        (Some(month), [], 1) => Some(format!("{year}-{month:02}")),
        (Some(month), [day], 2) => Some(format!("{year}-{month:02}-{day:02}")),
        (None, [one, other], 2) => {
            day_and_month(*one, *other).map(|(day, month)| format!("{year}-{month:02}-{day:02}"))
        }
        _ => None,
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A month by its name or the beginning of it.
fn month(word: &str) -> Option<u8> {
    let is_it =
        |month: &Month| word.len() >= 3 && word.is_ascii() && month.to_string().to_lowercase().starts_with(word);
    MONTHS
        .iter()
        .find(|month| is_it(month) || word == "sept" && **month == Month::September)
        .map(|month| u8::from(*month))
}

/// A number of one or two digits, as in 6 or 6th.
fn number(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    ["", "st", "nd", "rd", "th"]
        .contains(&ending)
        .then(|| digits.parse().ok().filter(|number| (1..=31).contains(number)))?
}

/// Which is the day, where only one of the two can be the month.
fn day_and_month(one: u8, other: u8) -> Option<(u8, u8)> {
    match (one, other) {
        (day @ 13.., month @ ..=12) | (month @ ..=12, day @ 13..) => Some((day, month)),
        (one, other) if one == other => Some((one, other)),
        _ => None,
    }
}
