//! What is said and what is wrong, as sentences.
//!
//! Deliberately absent: deciding when.

use super::state::{Said, Trouble};
use crate::comments::{Comment, DeliveryStatus, Failure, ImportError};
use crate::words::comments::{Words, filled};

/// So many comments.
pub(super) fn count(words: &Words, count: usize) -> String {
    filled(if count == 1 { words.one } else { words.more }, &[&count.to_string()])
}

/// How many characters are left; nothing while there are many.
pub(super) fn left(words: &Words, left: Option<usize>) -> String {
    left.map(|left| filled(words.left, &[&left.to_string()])).unwrap_or_default()
}

/// What is said.
pub(super) fn said(words: &Words, said: &Said) -> String {
    let (sentence, number) = match said {
        Said::Posted(DeliveryStatus::Awaiting) => (words.awaiting, 0),
        Said::Posted(DeliveryStatus::Waiting) => (words.waiting, 0),
        Said::Posted(DeliveryStatus::Uncertain) => (words.uncertain, 0),
        Said::Posted(_) => (words.posted, 0),
        Said::Edited => (words.edited, 0),
        Said::Removed => (words.deleted, 0),
        Said::Undone => (words.undone, 0),
        Said::Hidden => (words.hidden, 0),
        Said::Empty => (words.empty, 0),
        Said::NotLiked => (words.not_liked, 0),
        Said::NotThere => (words.not_there, 0),
        Said::Sent(count) => (words.sent, *count),
        Said::Shown(count) => (words.shown, *count),
        Said::TooShort(least) => (words.short, *least),
        Said::TooLong(over) => (words.long, *over),
        Said::NameTooLong => (words.name, Comment::LONGEST_NAME),
        Said::NotImported(ImportError::Other) => (words.not_a_file, 0),
        Said::NotImported(ImportError::TooLarge) => (words.file_too_large, 0),
        Said::NotImported(ImportError::Newer) => (words.file_newer, 0),
        Said::NotImported(ImportError::OtherStory(story)) => return filled(words.file_of_other, &[story]),
        Said::Imported(brought) => {
            let [added, known, unread] = [brought.added, brought.known, brought.unread].map(|count| count.to_string());
            let left_out =
                brought.first.map(|(first, field)| filled(words.unread, &[&unread, &first.to_string(), field]));
            return filled(words.imported, &[&added, &known]) + &left_out.unwrap_or_default();
        }
    };
    filled(sentence, &[&number.to_string()])
}

/// What is wrong.
pub(super) fn trouble(words: &Words, trouble: &Trouble) -> String {
    let (sentence, number) = match trouble {
        Trouble::Failed(failure, true) => return [reason(words, *failure), words.kept].concat(),
        Trouble::Failed(failure, false) => (reason(words, *failure), 0),
        Trouble::Aside(count) => (words.aside, *count),
        Trouble::Newer(count) => (words.of_newer, *count),
    };
    filled(sentence, &[&number.to_string()])
}

fn reason(words: &Words, failure: Failure) -> &'static str {
    match failure {
        Failure::Full => words.full,
        Failure::Forbidden => words.forbidden,
        Failure::Broken => words.broken,
        Failure::Newer => words.newer,
        Failure::Offline => words.offline,
        Failure::TimedOut => words.timed_out,
        Failure::Refused => words.refused,
        Failure::NameWanted => words.name_wanted,
        Failure::MailWanted => words.mail_wanted,
        Failure::Invalid => words.invalid,
        Failure::Server => words.server,
        Failure::Nonsense => words.nonsense,
        Failure::Gone => words.gone,
    }
}
