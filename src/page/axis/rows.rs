//! Putting names above a line so that none covers another, and dots so that each is seen.
//!
//! Deliberately absent: the widths of letters of a certain font; an average with room to spare does.

use crate::page::drawing::Anchor;

/// The width of the smallest screen's line, in pixels; on wider ones there is more room between the names.
const LINE: f64 = 700.0;

/// How wide a letter is on average, in pixels.
const LETTER: f64 = 7.0;

/// How far a name keeps from the next in its row, in pixels.
const GAP: f64 = 14.0;

/// How much of the line a dot takes, in hundredths of it.
const DOT: f64 = 1.7;

/// A name's place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// In which row above the line it stands, the nearest being 0.
    pub row: usize,
    /// Whether it ends at its dot instead of beginning there.
    pub ends: bool,
}

/// Rows for names at places on the line (in hundredths, in rising order), each as near to the line as there is room.
pub fn rows(names: &[(f64, &str)]) -> Vec<Row> {
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    names
        .iter()
        .map(|(place, name)| {
            let (room, ends) = room(*place, name);
            let is_free = |row: &Vec<(f64, f64)>| row.iter().all(|other| room.1 <= other.0 || other.1 <= room.0);
            let row = taken.iter().position(is_free).unwrap_or(taken.len());
            if row == taken.len() {
                taken.push(Vec::new());
            }
            if let Some(taken) = taken.get_mut(row) {
                taken.push(room);
            }
            Row { row, ends }
        })
        .collect()
}

/// From where to where a name reaches, in pixels, and whether it ends at its dot, as it does where it would leave
/// the line.
fn room(place: f64, name: &str) -> ((f64, f64), bool) {
    let here = place / 100.0 * LINE;
    let wide = name.chars().fold(GAP, |wide, _| wide + LETTER);
    if here + wide > LINE { ((here - wide, here), true) } else { ((here, here + wide), false) }
}

/// Which words below a line, each at a place and anchored there, are printed: the first and the last, and of the
/// others those that cover none before them.
pub fn readable(words: &[(f64, &str, Anchor)]) -> Vec<bool> {
    let rooms: Vec<(f64, f64)> = words.iter().map(|(place, words, anchor)| around(*place, words, *anchor)).collect();
    let last = rooms.len().saturating_sub(1);
    let mut end = f64::NEG_INFINITY;
    let limit = rooms.last().map_or(0.0, |last| last.0);
    rooms
        .iter()
        .enumerate()
        .map(|(at, room)| {
            let printed = at == 0 || at == last || (room.0 >= end && room.1 <= limit);
            end = if printed { room.1 } else { end };
            printed
        })
        .collect()
}

fn around(place: f64, words: &str, anchor: Anchor) -> (f64, f64) {
    let here = place / 100.0 * LINE;
    let wide = words.chars().fold(GAP, |wide, _| wide + LETTER);
    match anchor {
        Anchor::Start => (here, here + wide),
        Anchor::Middle => (here - wide / 2.0, here + wide / 2.0),
        Anchor::End => (here - wide, here),
    }
}

/// How many dots each dot stands above, where dots (in hundredths of the line, in rising order) would cover each
/// other.
pub fn heights(places: &[f64], dot: f64) -> Vec<usize> {
    let mut heights: Vec<usize> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let near = places.iter().zip(&heights).take(at).filter(|(other, _)| place - *other < dot);
        let taken: Vec<usize> = near.map(|(_, height)| *height).collect();
        heights.push((0..=at).find(|height| !taken.contains(height)).unwrap_or(at));
    }
    heights
}

/// The same for the dots of a strip.
pub fn dots(places: &[f64]) -> Vec<usize> {
    heights(places, DOT)
}
