//! What is searched for and what is searched, brought to one form.
//!
//! Deliberately absent: tables of letters; the browser has them, and takes letters and accents apart.

/// What is searched for, in small letters whose accents follow them: words, each of which has to be found.
pub fn query(text: &str) -> String {
    let is_hyphen = |sign: char| matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    plain(&text.replace(is_hyphen, " "))
}

/// A text of small letters, whose accents follow them, as readers type who have neither the accents nor the typographic
/// marks at hand: without accents, with spaces for hyphens, and each word with a hyphen once more as one word.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic ones, and what is not seen.
            '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2069}' => {}
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => plain.push('\''),
            '\u{201c}' | '\u{201d}' => plain.push('"'),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'ħ' => plain.push('h'),
            'ı' => plain.push('i'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'ß' => plain.push_str("ss"),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            letter => plain.push(letter),
        }
    }
    let joined: String =
        plain.split_whitespace().filter(|word| word.contains('-')).fold(String::new(), |mut joined, word| {
            joined.push(' ');
            joined.push_str(&word.replace('-', ""));
            joined
        });
    [&plain.replace('-', " "), joined.as_str()].concat()
}
