//! A comment, and what may be in one.
//!
//! Deliberately absent: formatting. A comment is plain text.

/// A comment: one that is there, one that is on its way, or one that is being written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comment {
    /// Its id, and with `comment-` before it its address.
    pub id: String,
    /// The id of the comment that it answers, which answers none itself; empty for one that answers none.
    pub parent: String,
    /// Who wrote it; empty for somebody without a name.
    pub author: String,
    /// What it says.
    pub text: String,
    /// When it was written, in milliseconds since 1970, UTC.
    pub created: f64,
    /// Whether it was changed after it was written.
    pub edited: bool,
    /// How many like it.
    pub likes: u32,
    /// Whether this reader likes it.
    pub liked: bool,
    /// Whether this reader wrote it, and may still change it.
    pub mine: bool,
    /// Whether this reader has reported it, which hides it here.
    pub hidden: bool,
    /// The passage of the article that it is about.
    pub quote: Option<Quote>,
    /// Where it is on its way.
    pub standing: DeliveryStatus,
}

/// A passage of the article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The id of its section.
    pub section: String,
    /// Its words; empty for all of the section.
    pub passage: String,
}

/// Where a comment is on its way to those who may read it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DeliveryStatus {
    /// It has arrived.
    #[default]
    Published,
    /// The server has it, and a moderator has yet to let it through.
    Awaiting,
    /// It is on the device and will be sent.
    Waiting,
    /// It may or may not have arrived; it is sent again only when the reader says so.
    Uncertain,
    /// Its writer has removed it; it stands for those who answered.
    Removed,
}

/// A comment that answers none, with its answers, oldest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Thread {
    /// The comment.
    pub root: Comment,
    /// Its answers, as far as they have been asked for.
    pub replies: Vec<Comment>,
    /// Whether there are more answers.
    pub more: bool,
}

impl Comment {
    /// The longest text, in characters.
    pub const LONGEST: usize = 10_000;

    /// The longest name, in characters.
    pub const LONGEST_NAME: usize = 100;

    /// The longest quoted passage, in characters.
    pub const LONGEST_PASSAGE: usize = 500;
}

impl Thread {
    /// The thread of a comment without answers.
    pub fn of(root: Comment) -> Self {
        Self { root, replies: Vec::new(), more: false }
    }

    /// The comment of that id.
    pub fn find(&self, id: &str) -> Option<&Comment> {
        if self.root.id == id { Some(&self.root) } else { self.replies.iter().find(|reply| reply.id == id) }
    }

    /// The same, to be changed.
    pub fn find_mut(&mut self, id: &str) -> Option<&mut Comment> {
        if self.root.id == id { Some(&mut self.root) } else { self.replies.iter_mut().find(|reply| reply.id == id) }
    }
}
