//! What is said and what is wrong, in the words that the page has for it.
//!
//! Deliberately absent: deciding when.

use super::state::{Said, Trouble};
use crate::browser;
use crate::comments::{Comment, Failure, NotAFile, Standing};

/// The words of a key, with a number or a name for each `{}`.
pub(super) fn words(key: &str, with: &[&str]) -> String {
    let place = browser::first(&["[data-said=\"", key, "\"]"].concat());
    let words = place.map(|place| browser::text(&place)).unwrap_or_default();
    let mut said = String::new();
    let mut with = with.iter();
    for part in words.split('}') {
        // The page has `{}` and no other use for such brackets.
        match part.strip_suffix('{') {
            Some(before) => said.extend([before, with.next().copied().unwrap_or_default()]),
            None => said.push_str(part),
        }
    }
    said
}

/// So many comments.
pub(super) fn count(count: usize) -> String {
    words(if count == 1 { "one" } else { "more" }, &[&count.to_string()])
}

pub(super) fn said(said: &Said) -> String {
    let (key, number) = match said {
        Said::Posted(Standing::Awaiting) => ("awaiting", 0),
        Said::Posted(Standing::Waiting) => ("waiting", 0),
        Said::Posted(Standing::Uncertain) => ("uncertain", 0),
        Said::Posted(_) => ("posted", 0),
        Said::Edited => ("edited", 0),
        Said::Removed => ("deleted", 0),
        Said::Undone => ("undone", 0),
        Said::Hidden => ("hidden", 0),
        Said::Empty => ("empty", 0),
        Said::NotLiked => ("not-liked", 0),
        Said::NotThere => ("not-there", 0),
        Said::Sent(count) => ("sent", *count),
        Said::Shown(count) => ("shown", *count),
        Said::TooShort(least) => ("short", *least),
        Said::TooLong(over) => ("long", *over),
        Said::NameTooLong => ("name", Comment::LONGEST_NAME),
        Said::NotImported(NotAFile::Other) => ("not-a-file", 0),
        Said::NotImported(NotAFile::TooLarge) => ("file-too-large", 0),
        Said::NotImported(NotAFile::Newer) => ("file-newer", 0),
        Said::NotImported(NotAFile::OtherStory(story)) => return words("file-of-other", &[story]),
        Said::Imported(brought) => {
            let [added, known, unread] = [brought.added, brought.known, brought.unread].map(|count| count.to_string());
            let left_out = brought.first.map(|(first, field)| words("unread", &[&unread, &first.to_string(), field]));
            return words("imported", &[&added, &known]) + &left_out.unwrap_or_default();
        }
    };
    words(key, &[&number.to_string()])
}

pub(super) fn trouble(trouble: &Trouble) -> String {
    let (key, number) = match trouble {
        Trouble::Failed(failure, true) => return words(reason(*failure), &[]) + &words("kept", &[]),
        Trouble::Failed(failure, false) => (reason(*failure), 0),
        Trouble::Aside(count) => ("aside", *count),
        Trouble::Newer(count) => ("of-newer", *count),
    };
    words(key, &[&number.to_string()])
}

fn reason(failure: Failure) -> &'static str {
    match failure {
        Failure::Full => "full",
        Failure::Forbidden => "forbidden",
        Failure::Broken => "broken",
        Failure::Newer => "newer",
        Failure::Offline => "offline",
        Failure::TimedOut => "timed-out",
        Failure::Refused => "refused",
        Failure::Invalid => "invalid",
        Failure::Server => "server",
        Failure::Nonsense => "nonsense",
        Failure::Gone => "gone",
    }
}
