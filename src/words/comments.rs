//! What the comment box says of what happened. It stands in the page, by keys, and is read from there when it is said;
//! `{}` stands for a number or a name.
//!
//! Deliberately absent: labels; see `composer`.

/// What is said, by the key under which the comment box knows it.
pub type Words = &'static [(&'static str, &'static str)];

static ENGLISH: Words = &[
    ("nobody", "No name"),
    ("one", "{} comment"),
    ("more", "{} comments"),
    ("left", "{} characters left"),
    ("posted", "Your comment is posted."),
    ("awaiting", "Your comment has arrived and waits for a moderator."),
    ("waiting", "The server cannot be reached. Your comment is kept on this device and will be sent."),
    ("uncertain", "Your comment may have arrived: the server broke off. Send it again only if it does not appear."),
    ("sent", "Sent, after having waited: {}."),
    ("edited", "Your comment is changed."),
    ("deleted", "Your comment is deleted."),
    ("undone", "Taken back."),
    ("hidden", "The comment is hidden on this device."),
    ("shown", "Comments shown: {}."),
    ("empty", "There is nothing to post yet. Write a comment first."),
    ("short", "This is too short: the comment server takes {} characters or more."),
    ("long", "This is too long by {} characters. Shorten it, or post it in parts."),
    ("name", "This name is too long. Use at most {} characters."),
    ("not-liked", "The server has not counted this: it may know your like already, or the comment may be your own."),
    ("not-there", "The comment that the address names is not here."),
    ("imported", "Brought in: {}. Here already: {}."),
    (
        "unread",
        " Left out, since they could not be read: {}. The first of these is number {}, whose `{}` is missing or wrong.",
    ),
    ("not-a-file", "This is not a file of comments. Choose one that was saved here."),
    ("file-too-large", "This file is too large. Choose one of at most 20 MB and 50,000 comments."),
    ("file-newer", "This file was saved by a newer version of the page. Reload the page and try again."),
    ("file-of-other", "This file holds comments on another story. Bring them in there: {}"),
    ("full", "There is no room left on this device. Free some, or save your words as a file."),
    (
        "forbidden",
        "This browser keeps nothing for this page. Comments last until you leave; save them as a file to keep them.",
    ),
    ("broken", "The browser\u{2019}s storage does not work. Reload the page, or save your words as a file."),
    ("newer", "This page has been updated in another window. Reload it to go on."),
    ("offline", "The comment server cannot be reached."),
    ("timed-out", "The comment server did not answer within 10 seconds."),
    (
        "refused",
        "The comment server refuses this: too many comments in a short time, or it is too late to change this one. Try again in a minute.",
    ),
    ("invalid", "The comment server does not accept this comment. Change it and post again."),
    ("server", "The comment server is in trouble. Try again later."),
    ("nonsense", "The comment server answered with something that is no comment."),
    ("gone", "This comment is not there any more."),
    ("kept", " Your words are still in the form."),
    (
        "aside",
        "Comments on this device that could not be read: {}. Nothing is deleted: what was found is in the file that you can save.",
    ),
    ("of-newer", "Comments on this device that are of a newer version of this page: {}. Reload it to see them."),
];

/// What is said in a language; in English where there are no words.
pub fn in_language(_language: &str) -> Words {
    ENGLISH
}
