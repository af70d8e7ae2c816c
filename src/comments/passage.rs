//! Finding the passage of the article that a comment is about.
//!
//! Deliberately absent: guessing. A passage that has been rewritten since is not found.

/// A passage within texts that follow each other: from a place up to, but without, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Where it begins.
    pub start: Found,
    /// Where it ends.
    pub end: Found,
}

/// A place within one of several texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Which text, counted from zero.
    pub text: usize,
    /// How far into it, in units of UTF-16, as browsers count.
    pub at: u32,
}

/// Finds a passage in texts. Blanks do not count, since between two paragraphs there may be none.
pub fn find(texts: &[String], passage: &str) -> Option<Passage> {
    let wanted: Vec<char> = passage.chars().filter(|letter| !letter.is_whitespace()).collect();
    let mut letters: Vec<(char, Found)> = Vec::new();
    for (text, content) in texts.iter().enumerate() {
        let mut at = 0;
        for letter in content.chars() {
            if !letter.is_whitespace() {
                letters.push((letter, Found { text, at }));
            }
            at += letter.len_utf16() as u32;
        }
    }
    let is_here = |window: &&[(char, Found)]| window.iter().map(|(letter, _)| letter).eq(&wanted);
    let window = letters.windows(wanted.len().max(1)).find(is_here)?;
    let (last, end) = *window.last()?;
    let (_, start) = *window.first()?;
    Some(Passage { start, end: Found { at: end.at + last.len_utf16() as u32, ..end } })
}
