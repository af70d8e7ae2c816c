//! What the comment box says of what happened; `{}` stands for a number or a name. Only the wasm has these words.
//!
//! Deliberately absent: labels; see `composer`.

/// What is said, in one language.
pub struct Words {
    /// In place of the name of somebody who gave none.
    pub nobody: &'static str,
    /// How many comments there are: one.
    pub one: &'static str,
    /// How many comments there are.
    pub more: &'static str,
    /// How many characters are left.
    pub left: &'static str,
    /// A comment is posted.
    pub posted: &'static str,
    /// A comment has arrived and waits for a moderator.
    pub awaiting: &'static str,
    /// A comment waits for the server.
    pub waiting: &'static str,
    /// A comment may have arrived.
    pub uncertain: &'static str,
    /// So many comments that waited have arrived.
    pub sent: &'static str,
    /// A comment is changed.
    pub edited: &'static str,
    /// A comment is deleted.
    pub deleted: &'static str,
    /// What was done is taken back.
    pub undone: &'static str,
    /// A comment is hidden.
    pub hidden: &'static str,
    /// So many comments are shown.
    pub shown: &'static str,
    /// There is nothing in the form.
    pub empty: &'static str,
    /// A text is too short; the least number of characters.
    pub short: &'static str,
    /// A text is too long by so many characters.
    pub long: &'static str,
    /// A name is too long; the most characters.
    pub name: &'static str,
    /// The server counts no like of this reader.
    pub not_liked: &'static str,
    /// The comment that the address names is not there.
    pub not_there: &'static str,
    /// A file was imported: how many comments were added, and how many were there already.
    pub imported: &'static str,
    /// Follows that: how many were left out, the number of the first of these, and its field.
    pub unread: &'static str,
    /// Above what a file would hold, where a panel may save none.
    pub file_text: &'static str,
    /// A file is not one of comments.
    pub not_a_file: &'static str,
    /// A file is too large.
    pub file_too_large: &'static str,
    /// A file is of a newer version.
    pub file_newer: &'static str,
    /// A file is of another story; the address of that story.
    pub file_of_other: &'static str,
    /// The device is full.
    pub full: &'static str,
    /// The browser lets the page keep nothing.
    pub forbidden: &'static str,
    /// The database does not work.
    pub broken: &'static str,
    /// The database is of a newer version.
    pub newer: &'static str,
    /// The server cannot be reached.
    pub offline: &'static str,
    /// The server did not answer in time.
    pub timed_out: &'static str,
    /// The server refuses.
    pub refused: &'static str,
    /// The server takes comments with a name only.
    pub name_wanted: &'static str,
    /// The server takes comments with an e-mail address only.
    pub mail_wanted: &'static str,
    /// The server finds the comment wrong.
    pub invalid: &'static str,
    /// The server is in trouble.
    pub server: &'static str,
    /// What the server answers cannot be read.
    pub nonsense: &'static str,
    /// The comment is not there any more.
    pub gone: &'static str,
    /// Follows a failure: no words are lost.
    pub kept: &'static str,
    /// So many records could not be read and are set aside.
    pub aside: &'static str,
    /// So many records are of a newer version.
    pub of_newer: &'static str,
}

static ENGLISH: Words = Words {
    nobody: "No name",
    one: "{} comment",
    more: "{} comments",
    left: "{} characters left",
    posted: "Your comment is posted.",
    awaiting: "Your comment has arrived and waits for a moderator.",
    waiting: "The server cannot be reached. Your comment is kept on this device and will be sent.",
    uncertain: "Your comment may have arrived: the server broke off. Send it again only if it does not appear.",
    sent: "Sent, after having waited: {}.",
    edited: "Your comment is changed.",
    deleted: "Your comment is deleted.",
    undone: "Taken back.",
    hidden: "The comment is hidden on this device.",
    shown: "Comments shown: {}.",
    empty: "There is nothing to post yet. Write a comment first.",
    short: "This is too short: the comment server takes {} characters or more.",
    long: "This is too long by {} characters. Shorten it, or post it in parts.",
    name: "This name is too long. Use at most {} characters.",
    not_liked: "The server has not counted this: it may know your like already, or the comment may be your own.",
    not_there: "The comment that the address names is not here.",
    imported: "Brought in: {}. Here already: {}.",
    unread: " Left out, since they could not be read: {}. The first of these is number {}, whose `{}` is missing or wrong.",
    file_text: "This site does not let the panel save files. Copy what the file would hold instead:",
    not_a_file: "This is not a file of comments. Choose one that was saved here.",
    file_too_large: "This file is too large. Choose one of at most 20 MB and 50,000 comments.",
    file_newer: "This file was saved by a newer version of the page. Reload the page and try again.",
    file_of_other: "This file holds comments on another story. Bring them in there: {}",
    full: "There is no room left on this device. Free some, or save your words as a file.",
    forbidden: "This browser keeps nothing for this page. Comments last until you leave; save them as a file to keep them.",
    broken: "The browser\u{2019}s storage does not work. Reload the page, or save your words as a file.",
    newer: "This page has been updated in another window. Reload it to go on.",
    offline: "The comment server cannot be reached.",
    timed_out: "The comment server did not answer within 10 seconds.",
    name_wanted: "The comment server takes only comments with a name. Write one into the field for the name before you post.",
    mail_wanted: "The comment server wants an e-mail address of whoever writes, and this page asks for none. The site\u{2019}s owner can change that.",
    refused: "The comment server refuses this: too many comments in a short time, or it is too late to change this one. Try again in a minute.",
    invalid: "The comment server does not accept this comment. Change it and post again.",
    server: "The comment server is in trouble. Try again later.",
    nonsense: "The comment server answered with something that is no comment.",
    gone: "This comment is not there any more.",
    kept: " Your words are still in the form.",
    aside: "Comments on this device that could not be read: {}. Nothing is deleted: what was found is in the file that you can save.",
    of_newer: "Comments on this device that are of a newer version of this page: {}. Reload it to see them.",
};

/// What is said in a language; in English where there are no words.
pub fn in_language(_language: &str) -> &'static Words {
    &ENGLISH
}

/// A sentence with these in the place of each `{}`, in their order.
pub fn filled(sentence: &str, with: &[&str]) -> String {
    let mut said = String::new();
    let mut with = with.iter();
    for part in sentence.split('}') {
        // The sentences have `{}` and no other use for such brackets.
        match part.strip_suffix('{') {
            Some(before) => said.extend([before, with.next().copied().unwrap_or_default()]),
            None => said.push_str(part),
        }
    }
    said
}
