//! Guessing which word an editor meant.
//!
//! Deliberately absent: correcting it; the editor decides.

/// How alike two words must be, from 0 to 1, for the one to be a slip of the other.
const ALIKE: f64 = 0.8;

/// "did you mean …?", if one of the words is close.
pub(super) fn guess(written: &str, words: &[&str]) -> Option<String> {
    words
        .iter()
        .map(|word| (strsim::jaro_winkler(written, word), *word))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, word)| format!("did you mean `{word}`?"))
}
