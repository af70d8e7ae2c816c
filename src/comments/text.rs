//! Plain text as paragraphs, lines and links.
//!
//! Deliberately absent: any other markup. Whatever else stands in a comment is shown as it was typed.

/// What a paragraph is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A new line.
    Break,
    /// An address of the web, as it was typed.
    Link(String),
}

/// The paragraphs of a text; an empty line parts two.
pub fn paragraphs(text: &str) -> Vec<Vec<Piece>> {
    let mut paragraphs: Vec<Vec<Piece>> = Vec::new();
    let mut parted = true;
    for line in text.lines() {
        if line.trim().is_empty() {
            parted = true;
            continue;
        }
        match paragraphs.last_mut() {
            Some(paragraph) if !parted => {
                paragraph.push(Piece::Break);
                paragraph.extend(pieces(line));
            }
            _ => paragraphs.push(pieces(line)),
        }
        parted = false;
    }
    paragraphs
}

fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(at) = start_of_link(rest) {
        let (before, from) = rest.split_at(at);
        let (address, after) = from.split_at(length_of_link(from));
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        pieces.push(Piece::Link(address.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

/// Where the first address begins: `http://` or `https://` and the first letter of a host, not within a word.
fn start_of_link(text: &str) -> Option<usize> {
    let mut before = ' ';
    text.char_indices().find_map(|(at, letter)| {
        let is_start = letter == 'h' && !before.is_alphanumeric() && is_link(text.get(at..).unwrap_or_default());
        before = letter;
        is_start.then_some(at)
    })
}

fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.and_then(|host| host.chars().next()).is_some_and(char::is_alphanumeric)
}

/// How long an address is, in bytes: up to a blank or a sign that no address has, without what closes a sentence.
fn length_of_link(text: &str) -> usize {
    let ends = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || is_invisible(letter)
            || matches!(letter, '<' | '>' | '"' | '\\' | '`' | '{' | '}' | '|' | '^')
    };
    let address = text.split(ends).next().unwrap_or_default();
    const CLOSING: [char; 9] = ['.', ',', ';', ':', '!', '?', '\'', '*', '_'];
    let mut address = address.trim_end_matches(CLOSING);
    // A closing bracket belongs to the address only if it was opened there.
    while address.ends_with(')') && address.matches(')').count() > address.matches('(').count() {
        address = address.strip_suffix(')').unwrap_or(address).trim_end_matches(CLOSING);
    }
    address.len()
}

/// Signs that turn the direction of the text or are not seen, by which an address could look like another.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
